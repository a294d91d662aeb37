"""Reads the values of fields anew: where people decided that they ask something else, and dates once all of a field are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.forms.form_families import Family, RecordId
from kashf.domain.forms.template_fields import FieldKind, FieldState, ValueType, own_key
from kashf.language.field_values.dates.day_orders import DayOrder, day_order
from kashf.ports.forms import KeptFamily, KeptValue
from kashf.ports.stages import FIELDS
from kashf.ports.stores import UnitOfWork
from kashf.ports.views import CaseView
from kashf.services.case.open import WritableCase
from kashf.services.forms.field_columns import column_groups
from kashf.services.forms.joined_families import AskedField, Column, fields_by_column, form_decisions, joined_families
from kashf.services.forms.said_values import ColumnKind, said, written_on

_Group = tuple[ColumnKind, ...]


def read_anew(case: WritableCase) -> int:
    """Bring the values of every field to what it asks now; returns how many fields on forms that changed."""
    view = case.reading.view
    if not any(_stale(kept, groups) for kept, groups in _families(view)):
        return 0
    changed = 0
    with case.store.unit() as uow:
        for kept, groups in _families(view):
            stale = _stale(kept, groups)
            changed += len(stale)
            is_dated = any(FieldKind.WRITTEN in {*_kinds_now(group), *_kinds_before(kept, group)} for group in stale)
            _read(uow, view, kept, groups if is_dated else stale, groups=groups)
        uow.commit()
    return changed


def read_dates_anew(case: WritableCase) -> None:
    """Read the dates of every field by which of their numbers is the day, as all of them together tell."""
    view = case.reading.view
    with case.store.unit() as uow:
        for kept, groups in _families(view):
            dated = [group for group in groups if any(kind.traits.type is ValueType.DATE for kind in _kinds_now(group))]
            told = [group for group in dated if _ordered(view, kept, group)[0].order is not DayOrder.UNKNOWN]
            is_dated = any(FieldKind.WRITTEN in _kinds_now(group) for group in told)
            _read(uow, view, kept, groups if is_dated else told, groups=groups)
        uow.commit()


def columns_of(family: Family, fields: Mapping[Column, AskedField]) -> tuple[ColumnKind, ...]:
    """Return how the columns of a family are read."""
    asked = [fields[family.id, field.key] for field in family.fields]
    keys = [field.key for field in family.fields]
    return tuple(ColumnKind(key, each.kind, each.proposed.kind) for key, each in zip(keys, asked, strict=True))


def _families(view: CaseView) -> Iterator[tuple[KeptFamily, list[_Group]]]:
    kept = view.kept_families()
    fields = fields_by_column(joined_families([each.family for each in kept], form_decisions(view)))
    for each in kept:
        columns = columns_of(each.family, fields)
        yield each, [tuple(columns[at] for at in group) for group in column_groups([column.key for column in columns])]


def _kinds_now(group: _Group) -> set[FieldKind]:
    return {each.kind for each in group}


def _kinds_before(kept: KeptFamily, group: _Group) -> set[FieldKind]:
    keys = {each.key for each in group}
    return {kind for field, kind in zip(kept.family.fields, kept.kinds, strict=True) if field.key in keys}


def _stale(kept: KeptFamily, groups: Sequence[_Group]) -> list[_Group]:
    before = {field.key: kind for field, kind in zip(kept.family.fields, kept.kinds, strict=True)}
    return [group for group in groups if any(each.kind is not before[each.key] for each in group)]


def _read(uow: UnitOfWork, view: CaseView, kept: KeptFamily, some: Sequence[_Group], *, groups: Sequence[_Group]) -> None:
    """Read some fields of a family anew, by the day on which each form says that it was filled in."""
    if not some:
        return
    written: dict[RecordId, FuzzyDate] = {}
    for group in groups:
        if FieldKind.WRITTEN in _kinds_now(group):
            ordered = _ordered(view, kept, group)
            written |= {each.record: date for each in _whole(view, kept, group) if (date := written_on(ordered, each.value)) != UNDATED}
    for group in some:
        ordered = _ordered(view, kept, group)
        whole = _whole(view, kept, group)
        uow.wait_again(FIELDS, sorted({each.record.document for each in whole}))
        told = [said(each.record, ordered, each.value, written.get(each.record, UNDATED)) for each in whole]
        for column, values in zip(ordered, zip(*told, strict=True), strict=True) if told else ():
            uow.put_values(kept.family.id, column.key, column.kind, values)


def _whole(view: CaseView, kept: KeptFamily, group: _Group) -> list[KeptValue]:
    """Return all that stands in a field on each form, in the state that its place alone tells."""
    own = own_key(group[0].key)
    return [replace(each, value=replace(each.value, state=each.found)) for each in view.values_in(kept.family.id, own)]


def _ordered(view: CaseView, kept: KeptFamily, group: _Group) -> _Group:
    """Return how columns are read, with which number of a date is the day."""
    if all(each.kind.traits.type is not ValueType.DATE for each in group):
        return group
    order = day_order(each.value.text for each in _whole(view, kept, group) if each.found is FieldState.FILLED)
    return tuple(replace(each, order=order) for each in group)
