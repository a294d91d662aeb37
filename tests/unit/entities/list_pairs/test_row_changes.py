"""What two rows say otherwise."""

from __future__ import annotations

import pytest

from kashf.domain.forms.template_fields import FieldKind
from kashf.entities.list_pairs.row_changes import RowChange, row_changes
from tests.unit.entities.list_pairs.listed import KINDS, row


@pytest.mark.parametrize(
    ("before", "after", "how"),
    [
        ("1980-03-10", "1981-03-10", RowChange.CHANGED),
        ("1980", "1980-03-10", RowChange.REWRITTEN),
        ("[1980-03-10,1980-03-12]", "1980-03-12", RowChange.REWRITTEN),
        ("", "1980", RowChange.FILLED_IN),
        ("1980", "", RowChange.EMPTIED),
        ("1980", "?", RowChange.UNREAD),
        ("1980", "1980", None),
    ],
)
def test_a_birth_changes(before: str, after: str, how: RowChange | None) -> None:
    found = row_changes(row(1, "Salim Q.", "", "", before), row(1, "Salim Q.", "", "", after), KINDS)

    assert {3: how} if how else {} == found
    assert how == found.get(3)


@pytest.mark.parametrize(
    ("kind", "before", "after", "how"),
    [
        (FieldKind.GO_BETWEEN, "abu omar al-shamali", "ابو عمر الشمالي", RowChange.REWRITTEN),
        (FieldKind.GO_BETWEEN, "abu omar al-shamali", "bilal nasser haddad", RowChange.CHANGED),
        (FieldKind.PLACE, "عين مرمر", "عين المرمر", RowChange.REWRITTEN),
        (FieldKind.PLACE, "عين مرمر", "قصر السوسن", RowChange.CHANGED),
        (FieldKind.CHOICE, "متزوج", "غير متزوج", RowChange.CHANGED),
    ],
)
def test_words_that_may_say_the_same_are_no_change(kind: FieldKind, before: str, after: str, how: RowChange) -> None:
    kinds = (FieldKind.NAME, FieldKind.NUMBER, kind, FieldKind.BIRTH)

    assert {2: how} == row_changes(row(1, "Salim Q.", "", before), row(1, "Salim Q.", "", after), kinds)
