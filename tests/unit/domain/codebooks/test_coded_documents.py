"""What was written is read back; two people count of each document, and the first may change their mind until then."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kashf.domain.codebooks.coded_documents import CodeText, FrozenQuestion, QuestionText, code_body, codes_of, draw, question_body
from kashf.domain.entries.persons import SIGNED_BY
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.domain.transcription.signed_words import Signed
from kashf.errors import DamagedCaseError

NOW = dt.datetime(2031, 5, 1, tzinfo=dt.UTC)
BLOB, PAPER = (DocumentId(two * 32) for two in ("ab", "cd"))
NOBODY = Signed(EntryId(""), "rana", NOW)
QUESTION = FrozenQuestion(signed=NOBODY, name="abroad", words=BLOB, seed=7, of=40, left_out={"copies": 3})
TEXT = QuestionText("Is it?", ("yes", "no"), "wadi", (PAPER,), "s")


def written(seq: int, kind: str, body: dict[str, Json], person: str = "") -> tuple[Entry, EntryId]:
    told = {**body, **({SIGNED_BY: person * 64} if person else {})}
    entry = Entry("d/work", seq, GENESIS, NOW + dt.timedelta(hours=seq), "rana", kind, told)
    return entry, entry.id


def test_two_people_count_and_the_first_may_change_their_mind_until_the_second_answered() -> None:
    question = written(0, EntryKind.CODE_FROZEN, dict(question_body(QUESTION)))
    body = dict(code_body(question[1], PAPER, BLOB))
    first, again, second, third, late = (written(seq, EntryKind.CODED, body, by) for seq, by in enumerate("aabca", start=1))
    nobody = written(6, EntryKind.CODED, body)
    settled = written(7, EntryKind.CODE_SETTLED, body, "c")

    told = codes_of([question, first, again, second, third, late, nobody, settled])

    kept = told.called("abroad")
    assert kept is not None
    assert replace(QUESTION, signed=kept.signed) == kept
    place = question[1], PAPER
    assert {"a" * 64: again[1], "b" * 64: second[1]} == {person: code.signed.id for person, code in told.codes[place].items()}
    assert (settled[1], {question[1]: 3}) == (told.settled[place].signed.id, told.late)
    assert told.called("other") is None


def test_words_are_read_back() -> None:
    assert TEXT == QuestionText.from_bytes(TEXT.as_bytes())
    assert CodeText("no", why="seen") == CodeText.from_bytes(CodeText("no", why="seen").as_bytes(salt="s"))
    with pytest.raises(DamagedCaseError):
        QuestionText.from_bytes(b"[]")
    with pytest.raises(DamagedCaseError):
        CodeText.from_bytes(b"{}")


def test_a_sample_follows_from_its_seed_and_not_from_the_order_of_the_pile_and_a_larger_one_begins_with_it() -> None:
    pile = [DocumentId(f"{number:064x}") for number in range(50)]

    drawn = draw(pile, 10, seed=1)

    assert (10, drawn) == (len(set(drawn)), draw([*reversed(pile), pile[0]], 10, seed=1))
    assert drawn == draw(pile, 30, seed=1)[:10]
    assert drawn != draw(pile, 10, seed=2)
    assert set(pile) == set(draw(pile, 100, seed=1))


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (EntryKind.CODE_FROZEN, {**question_body(QUESTION), "name": "Not A Name"}),
        (EntryKind.CODE_FROZEN, {**question_body(QUESTION), "seed": -1}),
        (EntryKind.CODE_FROZEN, {**question_body(QUESTION), "left_out": []}),
        (EntryKind.CODED, {"question": "x", "document": PAPER, "words": BLOB}),
        (EntryKind.CODE_SETTLED, {"question": BLOB, "document": PAPER}),
    ],
)
def test_what_kashf_does_not_write_is_refused(kind: str, body: dict[str, Json]) -> None:
    with pytest.raises(DamagedCaseError):
        codes_of([written(0, kind, body)])
