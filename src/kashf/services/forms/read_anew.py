"""Reads the values of fields anew: where people decided that they ask something else, and dates once all of a field are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.forms.form_families import Family, RecordId
from kashf.domain.forms.template_fields import FieldKey, FieldKind, FieldState, ValueType, own_key
from kashf.language.dates.day_orders import DayOrder, day_order
from kashf.ports.forms import KeptFamily, KeptValue
from kashf.ports.stages import FIELDS
from kashf.ports.stores import UnitOfWork
from kashf.ports.views import CaseView
from kashf.services.case.open import WritableCase
from kashf.services.forms.joined_families import AskedField, Column, fields_by_column, form_decisions, joined_families
from kashf.services.forms.said_values import ColumnKind, by_field, said, written_on

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
            _Fields(view, kept, groups).read(uow, groups if is_dated else stale)
        uow.commit()
    return changed


def read_dates_anew(case: WritableCase) -> None:
    """Read the dates of every field by which of their numbers is the day, as all of them together tell."""
    view = case.reading.view
    with case.store.unit() as uow:
        for kept, groups in _families(view):
            fields = _Fields(view, kept, groups)
            told = [group for group in groups if fields.ordered(group)[0].order is not DayOrder.UNKNOWN]
            is_dated = any(FieldKind.WRITTEN in _kinds_now(group) for group in told)
            fields.read(uow, groups if is_dated else told)
        uow.commit()


def columns_of(family: Family, fields: Mapping[Column, AskedField]) -> tuple[ColumnKind, ...]:
    """Return how the columns of a family are read."""
    asked = [fields[family.id, field.key] for field in family.fields]
    keys = [field.key for field in family.fields]
    return tuple(ColumnKind(key, each.kind, each.proposed.kind) for key, each in zip(keys, asked, strict=True))


def _families(view: CaseView) -> Iterator[tuple[KeptFamily, Sequence[_Group]]]:
    kept = view.kept_families()
    fields = fields_by_column(joined_families([each.family for each in kept], form_decisions(view)))
    for each in kept:
        columns = columns_of(each.family, fields)
        yield each, by_field(columns)


def _kinds_now(group: _Group) -> set[FieldKind]:
    return {each.kind for each in group}


def _kinds_before(kept: KeptFamily, group: _Group) -> set[FieldKind]:
    keys = {each.key for each in group}
    return {kind for field, kind in zip(kept.family.fields, kept.kinds, strict=True) if field.key in keys}


def _stale(kept: KeptFamily, groups: Sequence[_Group]) -> list[_Group]:
    before = {field.key: kind for field, kind in zip(kept.family.fields, kept.kinds, strict=True)}
    return [group for group in groups if any(each.kind is not before[each.key] for each in group)]


class _Fields:
    """The values of a family, each column of which is read from the store once.

    Args:
        view: Of the case.
        kept: Which family.
        groups: Its columns by field.
    """

    def __init__(self, view: CaseView, kept: KeptFamily, groups: Sequence[_Group]) -> None:
        self._view, self._kept, self._groups = view, kept, groups
        self._read: dict[FieldKey, tuple[KeptValue, ...]] = {}

    def read(self, uow: UnitOfWork, some: Sequence[_Group]) -> None:
        """Read some fields anew, by the day on which each form says that it was filled in, and store what is said otherwise than before."""
        written = self._written() if some else {}
        asked = {field.key: kind for field, kind in zip(self._kept.family.fields, self._kept.kinds, strict=True)}
        for group in some:
            ordered = self.ordered(group)
            told = [tuple(said(each.record, ordered, each.value, written.get(each.record, UNDATED))) for each in self._whole(group)]
            for at, column in enumerate(ordered):
                before = self._values(column.key)
                changed = [values[at] for values, old in zip(told, before, strict=True) if values[at] != old]
                # Names are looked for by what a field asks, whether its values say something else or not.
                named = changed if column.kind is asked[column.key] else before
                uow.wait_again(FIELDS, sorted({each.record.document for each in named}))
                uow.put_values(self._kept.family.id, column.key, column.kind, changed)

    def ordered(self, group: _Group) -> _Group:
        """Return how columns are read, with which number of a date is the day."""
        if all(each.kind.traits.type is not ValueType.DATE for each in group):
            return group
        order = day_order(each.value.text for each in self._whole(group) if each.found is FieldState.FILLED)
        return tuple(replace(each, order=order) for each in group)

    def _written(self) -> dict[RecordId, FuzzyDate]:
        found: dict[RecordId, FuzzyDate] = {}
        for group in self._groups:
            if FieldKind.WRITTEN in _kinds_now(group):
                ordered = self.ordered(group)
                found |= {each.record: date for each in self._whole(group) if (date := written_on(ordered, each.value)) != UNDATED}
        return found

    def _whole(self, group: _Group) -> Iterator[KeptValue]:
        """Yield all that stands in a field on each form, in the state that its place alone tells."""
        for each in self._values(own_key(group[0].key)):
            is_so = each.found is each.value.state
            yield each if is_so else replace(each, value=replace(each.value, state=each.found))

    def _values(self, key: FieldKey) -> tuple[KeptValue, ...]:
        if key not in self._read:
            self._read[key] = self._view.values_in(self._kept.family.id, key)
        return self._read[key]
