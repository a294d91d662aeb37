"""A case with filled-in data sheets, as they would have been read."""

from __future__ import annotations

from dataclasses import replace

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.services.case.open import WritableCase
from tests.contracts.case_stores import id_of, put, reading, seen, sight

#: What the data sheet asks, by what a test calls it.
#: The label of `by` says nothing that a label is known to say, so that a person maps it.
LABELS = {"name": "Name", "mother": "Mother's name", "nation": "Nationality", "by": "Spoken for by", "extra": "Remarks"}
#: On the first sheets, so that each test says what matters to it alone.
_NAMES = ("Salim", "Ziyad", "Hana", "Murad", "Rashid", "Tariq", "Yusuf", "Karim", "Anwar", "Bilal", "Nadim", "Samir", "Walid")


def sheet(at: int, **filled: str) -> str:
    """Return the text of the n-th data sheet with what is filled in."""
    known = {"name": f"{_NAMES[at]} Q.", "mother": f"Mother of {_NAMES[at]}", "nation": "Arcadia", "by": "Abu Jabir", "extra": "came late"}
    lines = (f"{number}) {label}: {(known | filled)[key]}" for number, (key, label) in enumerate(LABELS.items(), 1))
    return "\n".join(["DATA SHEET", *lines])


def fill(case: WritableCase, *sheets: str, first: int = 0) -> list[DocumentId]:
    """Put documents with these texts into a case; returns their ids."""
    letters = "0123456789abcdef"[first : first + len(sheets)]
    sight(case.store, *(seen(letter, f"/{letter}.txt") for letter in letters))
    stored = [(reading(letter, text), text) for letter, text in zip(letters, sheets, strict=True)]
    put(case.store, *(replace(each, reading=replace(each.reading, pages=(Page(1, text),), second_readings=())) for each, text in stored))
    return [id_of(letter) for letter in letters]
