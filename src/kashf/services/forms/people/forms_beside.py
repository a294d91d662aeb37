"""Several forms side by side, field by field, with what differs: all of one man, or two of which somebody asks whether they are one's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.template_fields import ANSWERED, FieldKey
from kashf.ports.forms import KeptValue
from kashf.services.case.open import OpenCase
from kashf.services.forms.joined_families import AskedField
from kashf.services.forms.people.told_people import FormPeople
from kashf.services.forms.told_families import FormFamily
from kashf.services.forms.told_records import ToldRecord, told_records


@dataclass(frozen=True, slots=True)
class FieldBeside:
    """What several forms have in one field.

    Args:
        field: Which, as the first form that asks it has it.
        values: One for each form, in their order; None where the form's family does not ask it.
        differs: Whether two of them answer it, and not alike.
    """

    field: AskedField
    values: tuple[KeptValue | None, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class FormsBeside:
    """Forms side by side.

    Args:
        forms: They, in the order asked for.
        fields: All that any of them asks, in order.
    """

    forms: tuple[ToldRecord, ...]
    fields: tuple[FieldBeside, ...]


def side_by_side(case: OpenCase, families: Sequence[FormFamily], records: Sequence[RecordId]) -> FormsBeside:
    """Return some forms side by side; fields of two families are one where their labels are.

    Args:
        case: Which case.
        families: Of which families they may be; forms of others are left out.
        records: Which forms.
    """
    found = {each.form.id: each for family in families for each in told_records(case, family, list(records))}
    forms = tuple(found[id] for id in records if id in found)
    asked: dict[FieldKey, AskedField] = {}
    for field, _ in (pair for form in forms for pair in form.values):
        known = asked.setdefault(field.key, field)
        if field.is_of_minor:  # What is hidden on one of the forms is hidden on all.
            asked[field.key] = replace(known, is_of_minor=True)
    return FormsBeside(forms, tuple(_beside(forms, asked)))


def forms_of_man(people: FormPeople, record: RecordId) -> tuple[RecordId, ...]:
    """Return all forms that are certainly of the man whom one is about, itself among them; copies too."""
    return next((some for some in people.groups if record in some), (record,))


def _beside(forms: Sequence[ToldRecord], asked: dict[FieldKey, AskedField]) -> Iterator[FieldBeside]:
    told = [{field.key: value for field, value in form.values} for form in forms]
    for key, field in asked.items():
        values = tuple(each.get(key) for each in told)
        answers = {_said(each) for each in values if each is not None and each.value.state in ANSWERED}
        yield FieldBeside(field, values, differs=len(answers) > 1)


def _said(value: KeptValue) -> str:
    return value.read.key or " ".join(value.value.text.split()).casefold()
