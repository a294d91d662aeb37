from __future__ import annotations

from kashf.domain.document import Span
from kashf.domain.forms.form_families import Edition, Family, FamilyId, FamilyKind, FieldValue, FormRecord, RecordId, TemplateField
from kashf.domain.forms.template_fields import FieldKey, FieldKind, FieldState, own_key
from kashf.domain.ids import DocumentId
from kashf.services.forms.field_columns import column_groups, proposal, with_parts
from kashf.services.forms.said_values import ColumnKind, by_field, with_said

DOCUMENT = DocumentId("a" * 64)
LABEL = "Place of entry and guarantor"
KEY, PLACE = FieldKey("place of entry and guarantor"), FieldKey("place of entry and guarantor #place")


def column(key: FieldKey, kind: FieldKind, proposed: FieldKind | None = None) -> ColumnKind:
    return ColumnKind(key, kind, proposed or kind)


def form(*values: FieldValue) -> FormRecord:
    return FormRecord(RecordId(DOCUMENT), FamilyId("f" * 12), 1, (1,), values)


def filled(key: str, text: str, *, state: FieldState = FieldState.FILLED, at: int = 100) -> FieldValue:
    return FieldValue(FieldKey(key), state, text, Span(DOCUMENT, 1, at, at + len(text)))


def test_a_label_that_asks_two_things_has_a_field_for_each_in_every_edition() -> None:
    asked = TemplateField(KEY, LABEL, "7")
    family = Family(
        FamilyId("f" * 12), FamilyKind.FORM, "", (TemplateField(FieldKey("name"), "Name"), asked), (Edition(1, (KEY,), 2),), 2, 2
    )

    told = with_parts(family)

    assert ["name", PLACE, KEY] == [field.key for field in told.fields]
    assert ((PLACE, KEY),) == tuple(edition.fields for edition in told.editions)
    assert [FieldKind.PLACE, FieldKind.GUARANTOR] == [proposal(field).kind for field in told.fields[1:]]
    assert ([(0,), (1, 2)], KEY) == ([*column_groups([field.key for field in told.fields])], own_key(PLACE))


def test_each_column_has_its_part_and_the_field_itself_all_of_the_words() -> None:
    text = "North gate / Abu Jabir"
    columns = (column(PLACE, FieldKind.PLACE), column(KEY, FieldKind.GUARANTOR))

    place, by = with_said(form(filled(KEY, text)), by_field(columns)).values()

    assert ("North gate", Span(DOCUMENT, 1, 100, 110)) == (place.value.text, place.value.span)
    assert (text, Span(DOCUMENT, 1, 100, 122), "abu jabir") == (by.value.text, by.value.span, by.read.key)


def test_a_person_who_says_that_the_field_asks_one_other_thing_gets_all_of_it() -> None:
    columns = (column(PLACE, FieldKind.PLACE), column(KEY, FieldKind.FREE, FieldKind.GUARANTOR))

    _, by = with_said(form(filled(KEY, "North gate / Abu Jabir")), by_field(columns)).values()

    assert "north gate abu jabir" == by.read.key


def test_words_tell_none_from_filled_and_a_reading_that_is_not_sure_says_nothing() -> None:
    values = (
        filled("name", "none"),
        filled("nation", "Sweden", state=FieldState.UNREADABLE),
        FieldValue(FieldKey("blood"), FieldState.BLANK),
    )
    kinds = (FieldKind.NAME, FieldKind.NATIONALITY, FieldKind.BLOOD)

    told = [*with_said(form(*values), by_field([column(value.field, kind) for value, kind in zip(values, kinds, strict=True)])).values()]

    assert [FieldState.NONE, FieldState.UNREADABLE, FieldState.BLANK] == [each.value.state for each in told]
    assert [FieldState.FILLED, FieldState.UNREADABLE, FieldState.BLANK] == [each.found for each in told]
    assert {""} == {each.read.key for each in told}


def test_an_age_is_told_from_the_day_on_which_the_form_was_filled_in() -> None:
    columns = (column(FieldKey("date of birth"), FieldKind.BIRTH), column(FieldKey("filled in on"), FieldKind.WRITTEN))

    birth, _ = with_said(
        form(filled("date of birth", "20 years"), filled("filled in on", "1 June 2014", at=200)), by_field(columns)
    ).values()

    assert "[1993-06-02..1994-06-01]" == birth.read.key
