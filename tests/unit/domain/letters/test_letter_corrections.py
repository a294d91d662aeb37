"""What people said of letters: of one person the last statement stands, and an entry that says none is damage."""

from __future__ import annotations

import datetime as dt

import pytest

from kashf.domain.ids import DocumentId, Json
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.domain.letters.letter_corrections import (
    ActPart,
    CorrectionWords,
    FieldOfLetter,
    LetterField,
    Saying,
    correction_body,
    correction_bytes,
    correction_words,
    corrections_in,
    last_of_each,
)
from kashf.errors import DamagedCaseError

PAPER, BLOB = DocumentId("a" * 64), DocumentId("b" * 64)
NUMBER = FieldOfLetter(LetterField.NUMBER)
WHO = FieldOfLetter(LetterField.ACT, (1, 5, 9), ActPart.WHO)


def entry(number: int, about: FieldOfLetter = NUMBER, *, person: str = "", device: str = "d") -> Entry:
    body: dict[str, Json] = {**correction_body(PAPER, about, Saying.SAID, BLOB, why="seen")}
    time = dt.datetime(2030, 1, 1 + number, tzinfo=dt.UTC)
    signed = {"person": person} if person else {}
    return Entry(f"{device}/work", number, GENESIS, time, "amal", EntryKind.LETTER_CORRECTED, body | signed)


def test_an_entry_says_which_field_and_what_is_said_of_it() -> None:
    (told,) = corrections_in([(entry(0, WHO), entry(0, WHO).id)])

    assert (PAPER, WHO, Saying.SAID, BLOB, "seen") == (told.document, told.about, told.saying, told.words, told.why)


@pytest.mark.parametrize(
    ("persons", "devices", "count"),
    [(("p", "p"), "dd", 1), (("p", "q"), "dd", 2), (("", ""), "dd", 1), (("", ""), "de", 2), (("", "p"), "dd", 1), (("p", ""), "dd", 2)],
)
def test_of_one_person_or_of_nobody_known_on_one_installation_the_last_stands(persons: tuple[str, str], devices: str, count: int) -> None:
    entries = [entry(number, person=person, device=device) for number, (person, device) in enumerate(zip(persons, devices, strict=True))]

    (told,) = last_of_each(corrections_in((each, each.id) for each in entries)).values()
    assert count == len(told)


@pytest.mark.parametrize(
    "wrong",
    [{"field": "nose"}, {"document": "x"}, {"words": "x"}, {"act": 7}, {"act": {"page": "1"}}, {"part": "nose"}, {"saying": "sung"}],
)
def test_an_entry_that_is_none_is_damage(wrong: dict[str, Json]) -> None:
    good = entry(0)
    bad = Entry(good.chain, 0, GENESIS, good.time, "amal", good.kind, {**good.body, **wrong})

    with pytest.raises(DamagedCaseError, match="no correction of a letter"):
        corrections_in([(bad, bad.id)])


def test_its_words_are_kept_in_a_blob_that_cannot_be_guessed() -> None:
    words = CorrectionWords(("114",), ("109",))

    assert words == correction_words(correction_bytes(words, salt="s"))
    assert correction_bytes(words, salt="s") != correction_bytes(words, salt="t")


@pytest.mark.parametrize("data", [b"", b"[]", b'{"said": 7}', b'{"said": [], "was": [], "place": 7, "act": null}'])
def test_a_blob_that_is_none_is_damage(data: bytes) -> None:
    with pytest.raises(DamagedCaseError):
        correction_words(data)
