"""The rows of compared lists in their own words, each value with its place: looked up for those that are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeVar

from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.template_fields import FieldKey, FieldKind
from kashf.entities.list_pairs.judge_rows import JudgedPair
from kashf.entities.list_pairs.row_changes import RowChange
from kashf.ports.forms import KeptValue
from kashf.services.case.open import OpenCase
from kashf.services.forms.joined_families import AskedField
from kashf.services.forms.lists.compared_rows import ListsCompared
from kashf.services.forms.lists.list_sides import SharedColumn
from kashf.services.forms.told_records import ToldRecord, told_records

_Item = TypeVar("_Item")

#: Rows looked up at a time.
_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class ToldChange:
    """What two rows say otherwise in a column.

    Args:
        column: Which.
        how: How the one became the other.
        before: What the row of the first list has, with its field as the row has it; None where nothing is kept.
        after: The same of the second.
    """

    column: SharedColumn
    how: RowChange
    before: tuple[AskedField, KeptValue] | None
    after: tuple[AskedField, KeptValue] | None


@dataclass(frozen=True, slots=True)
class ToldPair:
    """Two rows with what they say otherwise.

    Args:
        judged: What is said of them.
        left: The row of the first list.
        right: That of the second.
        changes: In the order of the columns.
    """

    judged: JudgedPair
    left: ToldRecord
    right: ToldRecord
    changes: tuple[ToldChange, ...]


def told_pairs(case: OpenCase, compared: ListsCompared, pairs: Sequence[JudgedPair]) -> Iterator[ToldPair]:
    """Yield pairs of rows in their own words."""
    known = {pair[:2]: changes for pair, changes in zip(compared.found.same, compared.changes, strict=True)}
    for some in _parted(pairs):
        lefts, rights = (_told(case, compared, side, {pair.place(side) for pair in some}) for side in (0, 1))
        for pair in some:
            changes = known[pair[:2]] if pair[:2] in known else compared.changes_of(pair)
            left, right = lefts[pair.left], rights[pair.right]
            yield ToldPair(pair, left, right, tuple(_changes(compared, left, right, changes)))


def told_rows(case: OpenCase, compared: ListsCompared, side: int, places: Sequence[int]) -> Iterator[ToldRecord]:
    """Yield rows of the one list, 0, or the other, 1, in their own words."""
    for some in _parted(places):
        told = _told(case, compared, side, set(some))
        yield from (told[at] for at in some)


def name_of(row: ToldRecord) -> tuple[AskedField, KeptValue] | None:
    """Return whom a row is about, as it says; None where it has no such column."""
    for kind in (FieldKind.NAME, FieldKind.KUNYA):
        for field, value in row.values:
            if field.kind is kind and value.value.text:
                return field, value
    return None


def _told(case: OpenCase, compared: ListsCompared, side: int, places: set[int]) -> Mapping[int, ToldRecord]:
    ids: dict[RecordId, int] = {compared.rows[side][at]: at for at in places}
    family = (compared.asked.left, compared.asked.right)[side].family
    return {ids[each.form.id]: each for each in told_records(case, family, sorted(ids))}


def _changes(compared: ListsCompared, left: ToldRecord, right: ToldRecord, changes: Mapping[int, RowChange]) -> Iterator[ToldChange]:
    before, after = _by_field(left), _by_field(right)
    for at, how in sorted(changes.items()):
        column = compared.columns[at]
        yield ToldChange(column, how, before.get(column.left.key), after.get(column.right.key))


def _by_field(row: ToldRecord) -> Mapping[FieldKey, tuple[AskedField, KeptValue]]:
    return {field.key: (field, value) for field, value in row.values}


def _parted(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    rest = iter(items)
    while some := list(islice(rest, _AT_ONCE)):
        yield some
