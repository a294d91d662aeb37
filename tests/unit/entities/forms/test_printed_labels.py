"""Labels that were misread on scans: told by what is near them, and by where they stand."""

from __future__ import annotations

import pytest

from kashf.domain.document import Origin, Page
from kashf.domain.forms.form_families import FamilyId, FamilyKind, TemplateField
from kashf.domain.forms.template_fields import FieldKey
from kashf.entities.forms.printed_labels import labels_on
from kashf.entities.forms.printed_templates import Template

KEYS = ("الاسم الكامل", "الكنيه", "اسم الام", "تاريخ الدخول", "توقيع المسوول")


def _template(*editions: tuple[int, ...]) -> Template:
    fields = tuple(TemplateField(FieldKey(key), key) for key in KEYS)
    known = {key: at for at, key in enumerate(KEYS)}
    return Template(FamilyId("0" * 12), FamilyKind.FORM, "", fields, editions or (tuple(range(5)),), known, {}, frozenset(), frozenset())


def _read(text: str, *editions: tuple[int, ...], origin: Origin = Origin.OCR) -> list[tuple[str, str, bool]]:
    found = labels_on(_template(*editions), 0, Page(1, text, origin))
    return [(text[each.cell.label : each.cell.label_end], KEYS[each.field], each.is_placed) for each in found.labels]


def test_the_only_label_that_is_missing_between_two_is_told_by_its_place() -> None:
    text = "الاسم الكامل: سالم\nالكنيه: أبو عمر\nتسم للع: سعاد\nتاريخ الدخول: ٢٠١٤\nتوقيع المسوول: نادر"

    assert ("تسم للع", "اسم الام", True) in _read(text)
    assert ("تسم للع", "اسم الام", True) not in _read(text, origin=Origin.DIGITAL)


@pytest.mark.parametrize(
    "text",
    [
        "الاسم الكامل: سالم\nتسم للع: سعاد\nتاريخ الدخول: ٢٠١٤\nتوقيع المسوول: نادر",  # two are missing
        "الاسم الكامل: سالم\nالكنيه: أبو عمر\nتسم للع: سعاد\nتس لاع: ندى\nتاريخ الدخول: ٢٠١٤\nتوقيع المسوول: نادر",  # two may be it
    ],
)
def test_where_it_may_be_another_no_place_tells_a_label(text: str) -> None:
    assert not any(is_placed for *_, is_placed in _read(text))


def test_what_no_edition_with_the_other_labels_asks_is_not_missing() -> None:
    text = "الاسم الكامل: سالم\nالكنيه: أبو عمر\nتسم للع: سعاد\nتاريخ الدخول: ٢٠١٤\nتوقيع المسوول: نادر"

    assert not any(is_placed for *_, is_placed in _read(text, (0, 1, 3, 4)))


def test_a_row_of_a_table_between_two_is_the_label_that_is_missing_whatever_was_read() -> None:
    text = "الاسم الكامل\tسالم\nالكنيه\tأبو عمر\nae\tسعاد\nتاريخ الدخول\t٢٠١٤\nتوقيع المسوول\tنادر"

    assert ("ae", "اسم الام", True) in _read(text)


def test_behind_all_labels_only_what_is_like_the_last_is_it() -> None:
    text = "الاسم الكامل: سالم\nالكنيه: أبو عمر\nاسم الام: سعاد\nتاريخ الدخول: ٢٠١٤\n{}: نادر"

    assert ("توقنع وستؤول", KEYS[4], True) in _read(text.format("توقنع وستؤول"))
    assert not any(is_placed for *_, is_placed in _read(text.format("ملاحظات اللجنة")))


def test_a_misread_label_behind_another_pair_on_its_line_begins_a_pair_of_its_own() -> None:
    text = "الاسم الكامل: سالم الكنيه: أبو عمر\nاسم الام: سعاد تاربخ الدحول: ٢٠١٤\nتوقيع المسوول: نادر"

    assert ("تاربخ الدحول", KEYS[3], False) in _read(text)
