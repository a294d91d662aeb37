"""A case with entry forms that ask what tells men apart, as they would have been read."""

from __future__ import annotations

from dataclasses import replace

from kashf.domain.document import Box, Origin, Page
from kashf.domain.ids import DocumentId
from kashf.services.case.open import WritableCase
from kashf.services.forms.told_families import FormFamily, families
from tests.contracts.case_stores import id_of, put, reading, seen, sight

LABELS = {
    "name": "Name",
    "mother": "Mother's name",
    "born": "Date of birth",
    "phone": "Telephone",
    "nation": "Nationality",
    "place": "Place of birth",
    "came": "Date of entry",
    "extra": "Remarks",
}
#: Men of whom each form has another, so that a test says what matters to it alone.
_NAMES = ("Walid Omar", "Bilal Nasser", "Hamza Tariq", "Khaled Bashir", "Samir Adnan", "Nadim Fares", "Yusuf Karim", "Anwar Jaber")
_MOTHERS = ("Layla", "Zaynab", "Suad", "Mariam", "Huda", "Rima", "Salma", "Nura")


def entry_form(at: int, **filled: str) -> str:
    """Return the text of the n-th form with what is filled in."""
    known = {
        "name": f"{_NAMES[at]} al-Shamali",
        "mother": _MOTHERS[at],
        "born": f"{10 + at}/5/{1980 + at}",
        "phone": f"+96394400000{at}",
        "nation": "Arcadia",
        "place": "Quri",
        "came": f"{11 + at}/4/2014",
        "extra": f"came by night {at}",
    }
    lines = (f"{number}) {label}: {(known | filled)[key]}" for number, (key, label) in enumerate(LABELS.items(), 1))
    return "\n".join(["ENTRY FORM", *lines])


def take_in(case: WritableCase, *forms: str, first: int = 0, origin: Origin = Origin.DIGITAL) -> list[DocumentId]:
    """Put documents with these texts into a case, of a picture each line a twentieth of its page; returns their ids."""
    letters = "0123456789abcdef"[first : first + len(forms)]
    sight(case.store, *(seen(letter, f"/{letter}.txt") for letter in letters))
    stored = [
        (reading(letter, text), Page(1, text, origin, boxes=_boxes(text) if origin is Origin.OCR else ()))
        for letter, text in zip(letters, forms, strict=True)
    ]
    put(case.store, *(replace(each, reading=replace(each.reading, pages=(page,), second_readings=())) for each, page in stored))
    return [id_of(letter) for letter in letters]


def only(case: WritableCase) -> FormFamily:
    """Return the one family of a case."""
    (found,) = families(case.reading).families
    return found


def _boxes(text: str) -> tuple[Box, ...]:
    found: list[Box] = []
    at = 0
    for row, line in enumerate(text.splitlines(keepends=True)):
        across = 100
        for word in line.split():
            start = text.index(word, at)
            at = start + len(word)
            found.append(Box(start, at, across, 500 * row + 50, across + 120 * len(word), 500 * row + 400))
            across += 120 * len(word) + 100
    return tuple(found)
