"""In which fields two forms of a template differ, and what each has there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kashf.domain.forms.form_families import FamilyKind
from kashf.domain.forms.template_fields import FieldState, own_key
from kashf.domain.ids import DocumentId
from kashf.errors import UnfinishedError
from kashf.ports.forms import KeptRecord, KeptValue, ValueCell
from kashf.ports.views import CaseView
from kashf.services.case.copies.filled_copies import MOST_FORMS, TELLING, SaidValue, filled_fields, said_value
from kashf.services.forms.joined_families import AskedField, fields_by_column, form_decisions, joined_families
from kashf.services.forms.sealed.shown_value import ShownValue, shown_value
from kashf.services.forms.sealed.under_age import forms_of_minors


@dataclass(frozen=True, slots=True)
class ChangedField:
    """A field in which two forms differ.

    Args:
        number: Its number on the template; "" without one.
        label: As it is printed.
        kind: What it asks.
        left: What the first has; nothing where it is blank.
        right: What the second has.
        is_maybe_misread: One was read by OCR and the two look alike.
    """

    number: str
    label: str
    kind: str
    left: ShownValue
    right: ShownValue
    is_maybe_misread: bool = False


def changed_fields(view: CaseView, left: DocumentId, right: DocumentId) -> tuple[ChangedField, ...]:
    """Return the fields in which the forms of two documents differ, where both have as many, of the same templates; else none."""
    try:
        ids = view.records_in([left, right])
    except UnfinishedError:  # A case of an earlier kashf, which looked for no forms.
        return ()
    here, there = (view.form_records(ids.get(document, ())) for document in (left, right))
    if not here or len(here) > MOST_FORMS or [each.form.family for each in here] != [each.form.family for each in there]:
        return ()
    joined = joined_families([each.family for each in view.kept_families() if each.family.kind is FamilyKind.FORM], form_decisions(view))
    families = {member.id for family in joined if family.doubt is None for member in family.members}
    asked, minors = fields_by_column(joined), forms_of_minors(view, joined, [each.form.id for each in (*here, *there)])
    found = []
    for one, other in zip(here, there, strict=True):
        if one.form.family in families:
            is_of_minor = any((each.form.id.document, each.form.id.nth) in minors for each in (one, other))
            values, others = tuple(one.values()), tuple(other.values())
            for at in _differing(one, other):
                field = replace(asked[one.form.family, values[at].value.field], is_of_minor=is_of_minor)
                found.append(_changed(values[at], others[at], field))
    return tuple(found)


def _differing(left: KeptRecord, right: KeptRecord) -> Iterator[int]:
    """Yield the places of fields that differ, those that only look alike too."""
    here, there = _answers(left), _answers(right)
    fields = filled_fields(here, there)
    told = {at: (here[at], there[at]) for at in fields.same}
    yield from sorted((*fields.changed, *(at for at, (one, other) in told.items() if one and other and not _is_one(one, other))))


def _answers(record: KeptRecord) -> list[SaidValue | None]:
    return [_said(value) for value in record.values()]


def _said(value: KeptValue) -> SaidValue | None:
    """Return what a field says; of one of several things that a label asks, nothing: the whole answer tells."""
    read, id, key = value.read, value.record, value.value.field
    if own_key(key) != key or value.value.state not in TELLING:
        return None
    return said_value(ValueCell(id.document, id.nth, value.value.state, read.key, read.label, read.is_doubtful, value.value.is_unseen))


def _is_one(left: SaidValue, right: SaidValue) -> bool:
    return left.told == right.told or left.words == right.words


def _changed(left: KeptValue, right: KeptValue, field: AskedField) -> ChangedField:
    both = left.value.state is right.value.state is FieldState.FILLED
    is_doubtful = both and (left.value.is_unseen or right.value.is_unseen)
    return ChangedField(
        field.field.number, field.field.label, field.kind.value, shown_value(left, field), shown_value(right, field), is_doubtful
    )
