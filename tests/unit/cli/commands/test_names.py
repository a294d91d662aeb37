from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from kashf import bootstrap
from kashf.cli.commands import names, show, status
from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention
from kashf.entities.tagging.train import Learned, TypeReport
from kashf.ports.views import Totals
from kashf.services.case.open import OpenCase
from tests.fakes import FakeCaseView
from tests.searchable import case_of

Capture = pytest.CaptureFixture[str]
PERSON, PLACE = MentionType.PERSON, MentionType.PLACE


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OpenCase:
    made = case_of(tmp_path, "Qamar قمر Raqqa\u202e قمر")
    view = cast("FakeCaseView", made.view)
    (record,) = view.walk()
    found = (("Qamar", 0, "qamar", PERSON), ("قمر", 6, "قمر", PERSON), ("Raqqa\u202e", 10, "raqqa", PLACE), ("قمر", 17, "قمر", PERSON))
    view.named = tuple(
        PlacedMention(record.id, 1, NameKey(key), Mention(start, start + len(text), text, type, "rules:alone", 0.5))
        for text, start, key, type in found
    )
    view.is_so = Totals(found=1, done=1, by_stage={"names": 3})

    @contextmanager
    def opened(path: Path) -> Iterator[OpenCase]:
        yield made

    for module in (names, show, status):
        monkeypatch.setattr(module, "opened", opened)
    return made


def test_names_are_listed_for_people_with_how_often_and_in_how_many_documents(case: OpenCase, capsys: Capture) -> None:
    assert 0 == names.command(case.path)

    shown = capsys.readouterr()
    assert ["2", "in", "1", "PER", "\u2068قمر\u2069"] == shown.out.splitlines()[0].split()
    assert "\u202e" not in shown.out
    assert "3 documents in which names have not been looked for yet" in shown.err


def test_names_are_printed_as_an_object_a_line(case: OpenCase, capsys: Capture) -> None:
    assert 0 == names.command(case.path, type=[PERSON], as_jsonl=True)

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [("PER", "قمر", "قمر", 2, 1, [], {}, False), ("PER", "qamar", "Qamar", 1, 1, [], {}, False)] == [
        tuple(line.values()) for line in lines
    ]
    assert ["type", "key", "text", "mentions", "documents", "variants", "elsewhere", "is_kin"] == list(lines[0])


def test_nobody_is_exit_code_one(case: OpenCase, capsys: Capture) -> None:
    assert 1 == names.command(case.path, containing="nobody", as_json=True)
    assert ([], 3) == ((said := json.loads(capsys.readouterr().out))["names"], said["left_out"]["names_waiting"])


def test_a_document_is_shown_with_what_is_named_in_it_by_type(case: OpenCase, capsys: Capture) -> None:
    (record,) = case.view.walk()

    assert 0 == show.command(case.path, record.id)
    assert "names, PER: \u2068Qamar\u2069 1, \u2068قمر\u2069 2\n  names, LOC: \u2068Raqqa" in capsys.readouterr().out
    assert 0 == show.command(case.path, record.id, as_json=True)
    mentions = json.loads(capsys.readouterr().out)["mentions"]
    expected = {
        "page": 1,
        "start": 0,
        "end": 5,
        "text": "Qamar",
        "key": "qamar",
        "source": "rules:alone",
        "score": 0.5,
        "value": {},
        "unseen": False,
    }
    assert ["PER", "LOC"] == list(mentions)
    assert expected == mentions["PER"][0]


def test_the_status_tells_what_no_answer_is_of_and_pictures_without_writing_apart(case: OpenCase, capsys: Capture) -> None:
    cast("FakeCaseView", case.view).is_so = Totals(found=15, done=15, by_reason={"no-writing": 12}, without_text=13, unsure_pages=1)

    assert 0 == status.command(case.path)

    said = capsys.readouterr().out.splitlines()
    assert "1 of those done have no text" in said
    assert "done too: 12 pictures without writing" in said
    assert "left out of search, names and counts: 1 page read too unsurely to count" in said


def test_the_status_tells_where_names_have_not_been_looked_for(case: OpenCase, capsys: Capture) -> None:
    assert 0 == status.command(case.path)
    assert "in 3 with text, names have not been looked for yet" in capsys.readouterr().out

    view = cast("FakeCaseView", case.view)
    view.is_so = replace(view.is_so, by_stage={"names": 0})
    status.command(case.path)
    assert "names" not in capsys.readouterr().out


@pytest.mark.parametrize("model", [b"model", None])
def test_what_was_learnt_is_told_with_whether_it_helps(
    case: OpenCase, capsys: Capture, monkeypatch: pytest.MonkeyPatch, model: bytes | None
) -> None:
    line = TypeReport(PERSON, 40, 0.5, 0.75, 12, 2, model is not None, "repairs 12 faults and makes 2")
    monkeypatch.setattr(bootstrap, "learn_from", lambda _, **__: Learned((line,), 90, 30, model))

    assert (0 if model else 1) == names.command(case.path, learn=True)
    shown = capsys.readouterr()
    assert f"F1 0.500 without it, 0.750 with it: {'used' if model else 'not used'} (repairs 12 faults" in shown.out
    assert ("looks through every text again" in shown.err) is (model is not None)
    names.command(case.path, learn=True, as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert (90, 30, model is not None) == (told["learnt_from"], told["held_out"], told["used"])
