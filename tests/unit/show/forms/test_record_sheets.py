from __future__ import annotations

from kashf.domain.forms.template_fields import FieldKey
from kashf.services.case.open import WritableCase
from kashf.services.forms.keep_families import keep_families
from kashf.services.forms.told_families import families
from kashf.services.forms.told_records import record
from kashf.show.forms.record_sheets import record_header, record_rows
from tests.unit.services.forms.filled import fill, sheet

MOTHER = FieldKey("mother s name")


def test_a_row_has_words_state_and_place_and_of_what_is_sealed_none_until_it_is_let_out(case: WritableCase) -> None:
    first, *_ = fill(case, sheet(0, nation=""), *map(sheet, range(1, 4)))
    keep_families(case)
    (of,) = families(case.reading).families
    told = record(case.reading, of, first)
    (row,), (whole,) = (list(record_rows([told], of.fields, let_out=keys)) for keys in ((), {MOTHER}))
    header = record_header(of.fields)

    at = header.index("2 Mother's name")
    assert ["", "sealed", ""] == row[at : at + 3]
    assert ["Mother of Salim", "filled"] == whole[at : at + 2]
    assert str(whole[at + 2]).startswith(f"{first}#1:")
    assert "2 Mother's name (sealed)" == record_header(of.fields, let_out={MOTHER})[at]
    assert ["", "blank"] == row[header.index("3 Nationality") :][:2]
    assert [len(header)] * 2 == [len(row), len(whole)]
