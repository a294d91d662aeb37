"""Lists of people in a case, as they would have been read."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.domain.ids import DocumentId
from kashf.services.case.open import WritableCase
from kashf.services.forms.keep_families import keep_families
from kashf.services.forms.lists.compared_rows import ListsAsked, ListsCompared, compare_two_lists
from kashf.services.forms.lists.list_sides import list_side
from kashf.services.forms.told_families import FormFamily, families
from tests.unit.services.forms.filled import fill

HEADINGS = ("No", "Name", "Card number", "Born", "Nationality", "Mother's name")
#: Number on the list, name, number of the card, birth, nationality, mother.
ROWS = (
    ("1", "Omar Salim Rifai", "30417", "4/5/1984", "Syria", "Huda"),
    ("2", "Nadir Qasim Halabi", "30522", "1990", "Iraq", "Salma"),
    ("3", "Tariq Zayn Najjar", "30610", "7/1/1979", "Tunis", "Rima"),
    ("4", "Bilal Nasser Haddad", "30799", "9/9/1988", "Egypt", "Nura"),
    ("5", "Samir Adnan Warraq", "30801", "2/3/1991", "Libya", "Layla"),
)


def table(*rows: Sequence[str], headings: Sequence[str] = HEADINGS) -> str:
    """Return the text of a list."""
    return "\n".join("\t".join(cells) for cells in (headings, *rows))


def two_lists(case: WritableCase, left: str, right: str) -> tuple[FormFamily, list[DocumentId]]:
    """Put two lists of the same headings into a case; returns their family and their documents."""
    ids = fill(case, left, right)
    keep_families(case)
    (found,) = families(case.reading).families
    return found, ids


def compared(case: WritableCase, family: FormFamily, ids: Sequence[DocumentId], *, number: str = "") -> ListsCompared:
    """Return what becomes of the two lists."""
    left, right = (list_side(case.reading, f"{family.id}/{id}") for id in ids)
    return compare_two_lists(case.reading, ListsAsked(left, right, number=number))
