"""Registers among documents: a row a record, its columns the fields."""

from __future__ import annotations

import random

from kashf.domain.forms.form_families import FamilyKind
from kashf.domain.forms.template_fields import FieldState
from kashf.entities.forms.find_families import find_families
from tests.unit.entities.forms.pages import NAMES, document, forms, letters

HEADS = ("ت", "الاسم", "الميلاد", "الهاتف")


def _rows(count: int, seed: int) -> list[tuple[str, ...]]:
    chance = random.Random(seed)
    return [(str(n), f"{chance.choice(NAMES)} {chance.choice(NAMES)}", str(chance.randrange(1970, 1999)), "") for n in range(1, count + 1)]


def _page(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    return "\n".join(["كشف القادمين", *("\t".join(row).rstrip() for row in (heads, *rows))])


def test_rows_of_a_register_are_records_beside_forms_and_letters() -> None:
    rows = _rows(25, 1)
    register = document(_page(HEADS, rows))

    found = find_families([register, *forms(10), *letters(10)])

    family = next(each for each in found.families if each.kind is FamilyKind.REGISTER)
    records = [each for each in found.records if each.family == family.id]
    assert ("كشف القادمين", 25, 1) == (family.title, family.records, family.documents)
    assert HEADS == tuple(field.label for field in family.fields)
    assert rows == [tuple(value.text for value in record.values) for record in records]
    assert {FieldState.BLANK} == {record.values[3].state for record in records}
    assert list(range(1, 26)) == [record.id.nth for record in records]


def test_a_register_goes_on_over_pages_with_its_headings_repeated_or_not() -> None:
    rows = _rows(30, 2)
    first, second = _page(HEADS, rows[:10]), _page(HEADS, rows[10:20])
    third = "\n".join("\t".join(row).rstrip() for row in rows[20:])

    (family,) = (found := find_families([document(first, second, third)])).families

    assert 30 == family.records
    assert rows == [tuple(value.text for value in record.values) for record in found.records]


def test_lists_with_mostly_the_same_headings_are_editions_of_one_register() -> None:
    more = (*HEADS, "الملاحظات")
    long = document(_page(HEADS, _rows(20, 3)))
    wide = document(_page(more, [(*row[:3], "055", "لا يوجد") for row in _rows(5, 4)]))

    (family,) = (found := find_families([long, wide])).families

    assert [(4, 20), (5, 5)] == [(len(edition.fields), edition.records) for edition in family.editions]
    assert {FieldState.NOT_ASKED, FieldState.NONE} == {record.values[4].state for record in found.records}


def test_a_form_in_a_table_of_numbers_labels_and_values_is_no_register() -> None:
    found = find_families(forms(12, line="{number}\t{label}\t{value}"))

    assert [FamilyKind.FORM] == [family.kind for family in found.families]
