from __future__ import annotations

import datetime as dt

from kashf.domain.forms.form_decisions import FamiliesJoined, FieldMapped, FormDecision
from kashf.domain.forms.form_families import Family, FamilyId, FamilyKind, TemplateField
from kashf.domain.forms.template_fields import FieldKey, FieldKind
from kashf.domain.ids import EntryId
from kashf.services.forms.joined_families import fields_by_column, joined_families

NOW = dt.datetime(2016, 5, 2, tzinfo=dt.UTC)


def family(id: str, *labels: str, records: int = 9) -> Family:
    fields = tuple(TemplateField(FieldKey(label.casefold()), label) for label in labels)
    return Family(FamilyId(id * 12), FamilyKind.FORM, "", fields, (), records, records)


def decided(told: FieldMapped | FamiliesJoined, *labels: str, at: int = 0) -> FormDecision:
    return FormDecision(EntryId(str(at)), tuple(map(FieldKey, labels)), told, "", "amal", NOW + dt.timedelta(hours=at))


OLD, NEW = family("a", "Name", "Nationality", "Remarks"), family("b", "Name", "Country", "Height")
ONE = decided(
    FamiliesJoined((FieldKey("name"), FieldKey("country")), ((FieldKey("nationality"), FieldKey("country")),)), "name", "nationality"
)


def test_a_field_asks_what_its_label_says_until_somebody_decides() -> None:
    mapped = [
        decided(FieldMapped(FieldKey("remarks"), kind, name, is_sealed=True), "name", "nationality", "remarks", at=at)
        for at, (kind, name) in enumerate([(FieldKind.NUMBER, "unit"), (FieldKind.GO_BETWEEN, "brought by")])
    ]

    before, after = (joined_families([OLD], some)[0].fields for some in ((), mapped))

    assert [FieldKind.NAME, FieldKind.NATIONALITY] == [each.kind for each in before[:2]]
    assert (False, True) == (before[0].is_sealed, after[2].is_sealed)
    assert (FieldKind.GO_BETWEEN, "brought by", mapped[-1]) == (after[2].kind, after[2].name, after[2].decided)


def test_families_that_somebody_joined_are_one_and_the_fields_she_named() -> None:
    (told,) = joined_families([OLD, NEW], [ONE])

    assert (OLD, NEW) == told.members
    assert ["name", "nationality", "remarks", "height"] == [each.key for each in told.fields]
    assert ((OLD.id, "nationality"), (NEW.id, "country")) == told.fields[1].columns
    assert told.fields[1] is fields_by_column([told])[NEW.id, FieldKey("country")]


def test_what_is_decided_of_a_field_of_one_family_holds_for_all_that_it_was_joined_with() -> None:
    mapped = decided(FieldMapped(FieldKey("height"), FieldKind.NUMBER, "", is_sealed=False), "name", "country", "height", at=1)
    country = decided(FieldMapped(FieldKey("country"), FieldKind.PLACE, "", is_sealed=False), "name", "country", "height", at=2)

    (told,) = joined_families([OLD, NEW], [ONE, mapped, country])

    assert [FieldKind.PLACE, FieldKind.NUMBER] == [told.fields[1].kind, told.fields[3].kind]


def test_a_decision_about_labels_that_no_family_has_holds_for_none() -> None:
    (told,) = joined_families([OLD], [ONE, decided(FieldMapped(FieldKey("name"), FieldKind.FREE, "", is_sealed=False), "rank", "unit")])

    assert ((OLD,), FieldKind.NAME) == (told.members, told.fields[0].kind)
