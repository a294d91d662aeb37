"""Of what is found in a long text, rows are held a part at a time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.ports.engines import Limits
from kashf.ports.runtime import MemberWriter, Outcome, Task
from kashf.ports.stages import DATES, INDEX, LETTERS, NAMES
from kashf.ports.taggers import TaggerKit
from kashf.services.ingest.looking import found_parts
from kashf.services.ingest.looking.check_found import check_found
from kashf.services.ingest.looking.find_in_texts import TEXT_STAGES, find_in
from kashf.services.ingest.looking.found_parts import FoundParts, PartedRows, parted
from kashf.services.ingest.looking.sent_texts import unpacked_texts
from kashf.services.ingest.looking.text_crew import TextCrew
from tests.fakes import FakeSandbox, FakeWorker
from tests.texts import WordTagger, sent_text

TEXT = "then Omar came on 3/11/2014 and Omar went\n" * 300
EVERY = tuple(stage.name for stage in TEXT_STAGES)


def sent_in_parts(found: dict[str, list[list[Any]]], members: MemberWriter) -> None:
    for name, part in parted(found):
        members.begin({"stage": name}).write(part)
        members.end()


def answer_in_parts(task: Task, members: MemberWriter | None) -> Outcome:
    found = json.loads(json.dumps(find_in(unpacked_texts(task.payloads[-1]), [WordTagger("Omar")])))
    if task.params["in_parts"]:
        assert members is not None
        sent_in_parts(found[0], members)
    return Outcome({"found": found})


@pytest.fixture
def _short_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(found_parts, "_PART_BYTES", 1000)


@pytest.mark.usefixtures("_short_parts")
def test_what_comes_in_parts_is_what_comes_whole_in_as_many_rows() -> None:
    sent = [sent_text(Page(1, TEXT), stages=EVERY)]
    found = json.loads(json.dumps(find_in(sent, [WordTagger("Omar")])))
    (whole,) = check_found({"found": found}, sent)
    members = FoundParts()
    sent_in_parts(found[0], members)
    (in_parts,) = check_found({"found": found}, sent, members.take())

    assert {stage: list(rows) for stage, rows in whole.items()} == {stage: list(rows) for stage, rows in in_parts.items()}
    assert {stage: len(rows) for stage, rows in whole.items()} == {stage: len(rows) for stage, rows in in_parts.items()}
    assert 600 == len(in_parts[NAMES])
    assert all(isinstance(in_parts[stage], PartedRows) for stage in (INDEX, NAMES, DATES))
    assert {} == members.take()


def test_of_rows_in_parts_no_more_than_one_part_is_made_at_a_time() -> None:
    made: list[int] = []

    def make(rows: list[Any]) -> Sequence[Any]:
        made.append(len(rows))
        return rows

    rows = PartedRows([b"[1,2]", b"[3,4]", b"[5]"], make, most=9)
    made.clear()
    left = iter(rows[:4])

    assert (1, [2]) == (next(left), made)
    assert ([2, 3, 4], [2, 2]) == (list(left), made)
    assert (5, 4, [2, 4], 5, 3) == (len(rows), len(rows[:4]), rows[1:4:2], rows[-1], rows[2])
    with pytest.raises(IndexError):
        rows[5]


@pytest.mark.parametrize(
    "part", [b"{}", b"[1", b"[NaN]", b"\xff", b"[" * 100_000, b"[%b1]" % (b" " * (16 << 20)), b"[1,2,3,4]"], ids=lambda part: part[:4]
)
def test_a_part_that_cannot_be_is_refused(part: bytes) -> None:
    with pytest.raises(ValueError, match=r"found: |JSON|decode|delimiter|Expecting"):
        PartedRows([part], lambda rows: rows, most=3)


@pytest.mark.parametrize(
    ("untrusted_parts", "untrusted_answer"),
    [
        ({NAMES.name: [b"[]"]}, {NAMES.name: [], LETTERS.name: []}),
        ({"others": [b"[]"]}, {NAMES.name: [], LETTERS.name: []}),
        ({NAMES.name: [b"[[1]]"]}, {LETTERS.name: []}),
        ({}, {LETTERS.name: []}),
    ],
    ids=["twice", "of no stage", "no mention", "missing"],
)
def test_parts_of_other_stages_or_of_rows_that_cannot_be_are_refused(
    untrusted_parts: dict[str, list[bytes]], untrusted_answer: Any
) -> None:
    sent = [sent_text(Page(1, "then Omar came"), stages=(NAMES.name, LETTERS.name))]

    with pytest.raises(ValueError, match=r"found: |mention: "):
        check_found({"found": [untrusted_answer]}, sent, untrusted_parts)


def test_parts_are_refused_where_more_than_one_document_was_sent() -> None:
    sent = [sent_text(Page(1, "then"), stages=(NAMES.name,), id=DocumentId(letter * 64)) for letter in "ab"]

    with pytest.raises(ValueError, match="more than one"):
        check_found({"found": [{}, {}]}, sent, {NAMES.name: [b"[]"]})


def test_a_part_that_is_given_up_is_forgotten() -> None:
    members = FoundParts()
    members.begin({"stage": NAMES.name}).write(b"[1")
    members.abort()

    assert {} == members.take()


@pytest.mark.usefixtures("_short_parts")
def test_long_texts_are_answered_in_parts_and_within_what_they_may_have() -> None:
    sandbox = FakeSandbox(FakeWorker(answer_in_parts))
    sandbox.texts.answer = answer_in_parts
    long = sent_text(Page(1, TEXT + " " * 1_000_000), stages=EVERY)
    with TextCrew(sandbox, TaggerKit(()), count=1, limits=Limits(rows=500)) as crew:
        crew.draw = lambda count: count - 1
        for each in (long, sent_text(Page(1, TEXT), stages=EVERY)):
            crew.ask([each])
        got = []
        while crew.under_way:
            got += crew.next() or (crew.bell.wait(10), crew.bell.clear())[2:]

    in_parts, whole = got
    assert (True, False) == (isinstance(in_parts.found[NAMES], PartedRows), isinstance(whole.found[NAMES], PartedRows))
    assert (500, True) == (len(in_parts.found[NAMES]), in_parts.is_cut)
    assert list(whole.found[NAMES]) == list(in_parts.found[NAMES])
