"""Rows of lists in few words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.template_fields import FieldKind, FieldState
from kashf.domain.ids import DocumentId
from kashf.entities.form_people.told_person import ToldPerson
from kashf.entities.list_pairs.compare_rows import RowsAsked, RowsCompared, compare_rows
from kashf.entities.list_pairs.listed_row import AnswerCell, ListedRow

KINDS: Final = (FieldKind.NAME, FieldKind.NUMBER, FieldKind.CHOICE, FieldKind.BIRTH)
#: Men whose names have nothing in common.
NAMES: Final = (
    *("Walid Omar Shamali", "Bilal Nasser Haddad", "Hamza Tariq Warraq"),
    *("Samir Adnan Najjar", "Yusuf Karim Dabbagh", "Anwar Jaber Attar"),
)


def row(at: int, name: str, number: str = "", unit: str = "", born: str = "", *, document: str = "a") -> ListedRow:
    """Return a row of a list; "" is blank, and "?" could not be read."""
    person = ToldPerson(RecordId(DocumentId(document), at), name, birth=FuzzyDate.read(born) if born not in {"", "?"} else UNDATED)
    return ListedRow(person, tuple(map(cell, (name.casefold(), number, unit, born))))


def cell(text: str) -> AnswerCell:
    """Return what stands in a cell."""
    return AnswerCell({"": FieldState.BLANK, "?": FieldState.UNREADABLE}.get(text, FieldState.FILLED), "" if text == "?" else text)


def rows(*told: Sequence[str], document: str = "a") -> list[ListedRow]:
    """Return a list of rows, each of a name and what else it answers."""
    return [row(at, *each, document=document) for at, each in enumerate(told, 1)]


def compared(left: Sequence[Sequence[str]], right: Sequence[Sequence[str]]) -> RowsCompared:
    """Return what becomes of two lists."""
    return compare_rows(RowsAsked(rows(*left), rows(*right, document="b"), KINDS))


def by_place(found: RowsCompared) -> list[tuple[int, int, str]]:
    """Return which rows are the same, and by what."""
    return [(pair.left, pair.right, pair.by.value) for pair in found.same]


def doubts(found: RowsCompared) -> list[tuple[int, int, str]]:
    """Return which rows may be the same, and what is in doubt."""
    return [(pair.left, pair.right, pair.by.value) for pair in found.maybe]
