from __future__ import annotations

from kashf.domain.forms.form_families import RecordId
from kashf.services.case.open import WritableCase
from kashf.services.forms.keep_families import keep_families
from kashf.services.forms.people.forms_beside import forms_of_man, side_by_side
from kashf.services.forms.people.told_people import form_people
from tests.unit.services.forms.people.entry_forms import entry_form, only, take_in


def test_all_forms_of_a_man_stand_side_by_side_with_what_differs(case: WritableCase) -> None:
    ids = take_in(case, *(entry_form(at) for at in range(4)), entry_form(1, extra="came by day"))
    keep_families(case)
    family = only(case)

    his = forms_of_man(form_people(case.reading, [family]), RecordId(ids[4]))
    beside = side_by_side(case.reading, [family], his)

    assert [RecordId(ids[1]), RecordId(ids[4])] == [each.form.id for each in beside.forms]
    assert ["Remarks"] == [each.field.field.label for each in beside.fields if each.differs]


def test_who_has_one_form_has_that(case: WritableCase) -> None:
    ids = take_in(case, *(entry_form(at) for at in range(4)))
    keep_families(case)

    assert (RecordId(ids[0]),) == forms_of_man(form_people(case.reading, [only(case)]), RecordId(ids[0]))
