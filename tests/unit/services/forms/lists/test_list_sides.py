"""A list is named by its family, or by a document of it; columns of two lists are one by their headings or by what they ask."""

from __future__ import annotations

import pytest

from kashf.domain.ids import DocumentId
from kashf.errors import NotFoundError, UsageError
from kashf.services.case.open import WritableCase
from kashf.services.forms.keep_families import keep_families
from kashf.services.forms.lists.list_sides import list_side, lists_of, shared_columns
from kashf.services.forms.told_families import FormFamily, families
from tests.unit.services.forms.filled import fill
from tests.unit.services.forms.lists.listed_cases import ROWS, table, two_lists

_OTHER = ("Rank", "Full name", "Citizen of", "Card number", "Born")


@pytest.fixture
def both(case: WritableCase) -> tuple[FormFamily, FormFamily]:
    """A family of lists, and one of other headings."""
    other = table(*(("guard", row[1], row[4], row[2], row[3]) for row in ROWS[:4]), headings=_OTHER)
    fill(case, table(*ROWS), other)
    keep_families(case)
    left, right = families(case.reading).families
    return left, right


def test_a_document_of_a_family_is_a_list_and_any_other_is_none(case: WritableCase) -> None:
    family, ids = two_lists(case, table(*ROWS), table(*ROWS[1:]))
    (letter,) = fill(case, "a letter", first=9)

    assert [5, 4, 9] == [
        len(list_side(case.reading, asked).records(case.reading.view)) for asked in (*(f"{family.id}/{id}" for id in ids), family.id)
    ]
    assert [(ids[0], 5), (ids[1], 4)] == [(id, count) for id, _, count in lists_of(case.reading, family, case.reading.view)]
    with pytest.raises(UsageError, match="no row"):
        list_side(case.reading, f"{family.id}/{letter}")
    with pytest.raises(NotFoundError):
        list_side(case.reading, f"{family.id}/{DocumentId('e' * 64)}")


def test_columns_are_one_by_their_headings_by_what_they_ask_or_as_somebody_says(both: tuple[FormFamily, FormFamily]) -> None:
    left, right = both
    found = {(each.left.field.label, each.right.field.label) for each in shared_columns(left, right)}
    assert {("Name", "Full name"), ("Card number", "Card number"), ("Born", "Born")} <= found
    assert not any(one == "No" for one, _ in found)

    told = shared_columns(left, right, [("No", "Rank")])
    assert ("No", "Rank") in {(each.left.field.label, each.right.field.label) for each in told}
    with pytest.raises(NotFoundError):
        shared_columns(left, right, [("No", "Shoe size")])
