from __future__ import annotations

import pytest

from kashf.domain.document import Origin
from kashf.errors import UsageError
from kashf.services.case.open import WritableCase
from kashf.services.forms.keep_families import keep_families
from kashf.services.forms.people.value_line import value_line
from kashf.services.forms.told_families import field_named
from kashf.services.forms.told_records import ToldRecord, record
from kashf.services.transcription.keying import key_line
from tests.unit.services.forms.people.entry_forms import entry_form, only, take_in


def name_on(told: ToldRecord) -> tuple[str, bool]:
    return next((value.value.text, value.value.is_unseen) for field, value in told.values if field.kind == "name")


def test_what_is_typed_of_a_field_stands_on_its_page_and_no_other_field_changes(case: WritableCase) -> None:
    ids = take_in(case, *(entry_form(at) for at in range(4)), origin=Origin.OCR)
    keep_families(case)
    family = only(case)
    before = record(case.reading, family, ids[1])

    line = value_line(case.reading, before, field_named(family, "name"), "Bilal Nasir al-Shamali")
    key_line(case, line.place, line.region, line.typed, field=line.field)
    keep_families(case)

    after = record(case.reading, only(case), ids[1])
    assert ("Bilal Nasir al-Shamali", False) == name_on(after)
    assert ("name:Name", "1) Name: Bilal Nasir al-Shamali") == (line.field, line.typed)
    assert [True] * 7 == [value.value.is_unseen for field, value in after.values if field.kind != "name"]
    others = [[value.value.text for field, value in told.values if field.kind != "name"] for told in (before, after)]
    assert others[0] == others[1]


def test_a_value_without_a_place_on_a_picture_is_not_typed(case: WritableCase) -> None:
    ids = take_in(case, *(entry_form(at) for at in range(4)))
    keep_families(case)
    family = only(case)

    with pytest.raises(UsageError):
        value_line(case.reading, record(case.reading, family, ids[0]), field_named(family, "remarks"), "came by night")
