"""Brings what is kept of values to what people looked at: a value is seen while it stands as somebody saw it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.record_decisions import RecordDecision, ValueSeen, text_hash
from kashf.domain.forms.template_fields import FieldKey, own_key
from kashf.ports.forms import KeptRecord, KeptValue
from kashf.services.case.open import WritableCase
from kashf.services.forms.people.agreed_people import record_decisions


def see_anew(case: WritableCase) -> int:
    """Let values that people looked at be seen, and those of which that was taken back unseen; returns how many changed.

    Only what a machine read from a picture was ever written down as seen, so that whatever nobody vouches for any more is unseen.
    """
    view = case.reading.view
    by_record: dict[RecordId, list[RecordDecision]] = {}
    for each in record_decisions(view):
        if isinstance(each.told, ValueSeen):
            by_record.setdefault(each.told.record, []).append(each)
    if not by_record:
        return 0
    changed = [(kept, value) for kept in view.form_records(sorted(by_record)) for value in _changed(kept, by_record[kept.form.id])]
    if not changed:
        return 0
    heads = view.kept_families()
    kinds = {(each.family.id, field.key): kind for each in heads for field, kind in zip(each.family.fields, each.kinds, strict=True)}
    with case.store.unit() as uow:
        for kept, value in changed:
            column = kept.form.family, value.value.field
            uow.put_values(*column, kinds[column], [value])
        uow.commit()
    return len(changed)


def _changed(kept: KeptRecord, decisions: Sequence[RecordDecision]) -> Iterator[KeptValue]:
    """Yield the values of a form, those of all columns of a field that somebody saw, which are to be kept otherwise."""
    values = list(kept.values())
    saw = dict(_vouched(values, decisions))
    for each in values:
        is_seen = saw.get(own_key(each.value.field))
        if is_seen is not None and each.value.text and each.value.is_unseen is is_seen:
            yield replace(each, value=replace(each.value, is_unseen=not is_seen))


def _vouched(values: Iterable[KeptValue], decisions: Sequence[RecordDecision]) -> Iterator[tuple[FieldKey, bool]]:
    """Yield the fields that still read as somebody saw them, with whether anybody still vouches for that."""
    for each in values:
        value = each.value
        mine = [one for one in decisions if isinstance(one.told, ValueSeen) and one.told.field == value.field]
        told = [one for one in mine if value.span and isinstance(one.told, ValueSeen) and _is_same(one.told, each)]
        if told:
            yield value.field, any(one.undone is None for one in told)


def _is_same(seen: ValueSeen, kept: KeptValue) -> bool:
    span = kept.value.span
    return span is not None and seen.span == span and seen.text_hash == text_hash(span, kept.value.text)
