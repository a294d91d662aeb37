"""What the values of a form say, by what their fields ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.document import Span
from kashf.domain.forms.form_families import FieldValue, FormRecord, ReadValue, RecordId
from kashf.domain.forms.template_fields import FieldKey, FieldKind, FieldState, ValueType, own_key
from kashf.language.dates.day_orders import DayOrder
from kashf.language.field_values.field_parts import FieldPart, read_field
from kashf.ports.forms import KeptRecord, KeptValue
from kashf.services.forms.field_columns import column_groups

_NOTHING: Final = ReadValue("", "")


@dataclass(frozen=True, slots=True)
class ColumnKind:
    """How a column is read.

    Args:
        key: Of its field.
        kind: What is asked.
        proposed: What the label proposes that is asked.
        order: Which number of a date is the day.
    """

    key: FieldKey
    kind: FieldKind
    proposed: FieldKind
    order: DayOrder = DayOrder.UNKNOWN


def with_said(form: FormRecord, groups: Sequence[Sequence[ColumnKind]]) -> KeptRecord:
    """Return a form with what its values say.

    Args:
        form: As it was found, with a value for each field that is printed.
        groups: How the columns of each of these fields are read, in order.
    """
    written = next(
        (date for group, value in zip(groups, form.values, strict=True) if (date := written_on(group, value)) != UNDATED), UNDATED
    )
    told = [each for group, value in zip(groups, form.values, strict=True) for each in said(form.id, group, value, written)]
    values = replace(form, values=tuple([each.value for each in told]))
    return KeptRecord(values, tuple([each.read for each in told]), tuple([each.found for each in told]))


def by_field(columns: Sequence[ColumnKind]) -> tuple[tuple[ColumnKind, ...], ...]:
    """Return columns together that are of one field on the form."""
    return tuple(tuple(columns[at] for at in group) for group in column_groups([each.key for each in columns]))


def written_on(group: Sequence[ColumnKind], value: FieldValue) -> FuzzyDate:
    """Return when a form was filled in, where a field asks that; else `UNDATED`."""
    if value.state is not FieldState.FILLED or all(each.kind is not FieldKind.WRITTEN for each in group):
        return UNDATED
    parts = _parts(tuple(each.kind for each in group), value.text, UNDATED, group[0].order)
    read = next(part.value for part in parts if part.kind is FieldKind.WRITTEN)
    return FuzzyDate.read(read.key) if read else UNDATED


def said(record: RecordId, group: Sequence[ColumnKind], value: FieldValue, written: FuzzyDate) -> Iterator[KeptValue]:
    """Yield what each column of a field has; nothing is said by what is not filled in.

    Args:
        record: On which form.
        group: The columns.
        value: All that stands in the field, in the state that its place and its reading alone tell.
        written: When the form was filled in.
    """
    if value.state is not FieldState.FILLED:
        for column in group:
            yield KeptValue(record, _under(column.key, value, value.state), _NOTHING, value.state)
        return
    if len(group) == 1 and group[0].key == value.field:
        part = _parts((group[0].kind,), value.text, written, group[0].order)[0]
        yield KeptValue(record, _under(value.field, value, part.state), part.value or _NOTHING, value.state)
        return
    asked = tuple(column.proposed if column.key == own_key(column.key) else column.kind for column in group)
    for column, part in zip(group, _parts(asked, value.text, written, group[0].order), strict=True):
        if column.key != own_key(column.key):
            yield KeptValue(record, _cut(value, column.key, part), part.value or _NOTHING, value.state)
            continue
        own = part if column.kind is column.proposed else _parts((column.kind,), value.text, written, column.order)[0]
        yield KeptValue(record, _under(column.key, value, own.state), own.value or _NOTHING, value.state)


def _under(key: FieldKey, value: FieldValue, state: FieldState) -> FieldValue:
    """Return a value as it stands in a column; itself where nothing is to change, as with most."""
    return value if value.field == key and value.state is state else replace(value, field=key, state=state)


def _cut(value: FieldValue, key: FieldKey, part: FieldPart) -> FieldValue:
    """Return the part of a value that a column has."""
    whole = value.span
    is_empty = part.start >= part.end or whole is None
    span = None if is_empty or whole is None else Span(whole.document, whole.page, whole.start + part.start, whole.start + part.end)
    return replace(value, field=key, state=part.state, text=value.text[part.start : part.end], span=span)


def _parts(kinds: tuple[FieldKind, ...], text: str, written: FuzzyDate, order: DayOrder) -> tuple[FieldPart, ...]:
    if any(kind.traits.type is ValueType.DATE for kind in kinds):
        return _read_parts(kinds, text, written, order)
    return _read_parts(kinds, text, UNDATED, order)  # Nothing else hangs on when a form was filled in.


@lru_cache(maxsize=1 << 16)
def _read_parts(kinds: tuple[FieldKind, ...], text: str, written: FuzzyDate, order: DayOrder) -> tuple[FieldPart, ...]:
    return tuple(
        replace(part, value=None) if part.state is not FieldState.FILLED else part
        for part in read_field(kinds, text, written=written, order=order)
    )
