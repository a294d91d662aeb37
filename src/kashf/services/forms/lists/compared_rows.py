"""Two lists compared: who is in both, in one, perhaps in both, and what changed; a list against forms, or forms against forms, as well."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from kashf.domain.entity import Verdict
from kashf.domain.entries.delivery import Scope
from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.template_fields import FieldKind, FieldState
from kashf.entities.form_people.people_bounds import joined_places
from kashf.entities.forms.registers.headed_rows import LeftOutRow
from kashf.entities.list_pairs.compare_rows import RowsAsked, RowsCompared, compare_rows
from kashf.entities.list_pairs.judge_rows import JudgedPair
from kashf.entities.list_pairs.listed_row import UNASKED, AnswerCell, ListedRow, Pair
from kashf.entities.list_pairs.row_changes import REAL_CHANGES, RowChange, row_changes
from kashf.errors import UsageError
from kashf.language.words.tokens import folded_words
from kashf.ports.forms import ValueCell
from kashf.ports.views import CaseView
from kashf.services.case.collections import narrow
from kashf.services.case.open import OpenCase
from kashf.services.forms.form_values import joined_values
from kashf.services.forms.joined_families import AskedField, form_decisions
from kashf.services.forms.lists.list_sides import ListSide, SharedColumn, shared_columns
from kashf.services.forms.lists.rows_left_out import rows_left_out
from kashf.services.forms.people.agreed_people import agreed_people, record_decisions
from kashf.services.forms.people.told_people import people_of
from kashf.services.forms.told_families import field_named

#: Rows of a list beyond which it is not compared.
MOST_ROWS: Final = 50_000
#: Rows that are one, of each list, of which those that differ the least are told side by side.
_MOST_AGAIN: Final = 5
#: How somebody says that rows are known by no number.
NO_NUMBER: Final = "none"


@dataclass(frozen=True, slots=True)
class ListsAsked:
    """What is to be compared.

    Args:
        left: The one list.
        right: The other.
        pairs: Fields of the two that are one, as somebody names them.
        number: The field that rows are known by, as somebody names it in the first list; "none" for none, "" where the rows tell.
        scope: Which collection.
    """

    left: ListSide
    right: ListSide
    pairs: tuple[tuple[str, str], ...] = ()
    number: str = ""
    scope: Scope = Scope.LEAK


@dataclass(frozen=True, slots=True)
class ListsCompared:
    """Two lists compared.

    Args:
        asked: What was asked.
        columns: The columns that both have; places in `found` and `changes` are of these.
        rows: The rows of each list, in order; places in `found` are of these.
        found: What became of the rows.
        changes: For each pair of `found.same` what the two say otherwise, by column; of rows told several times those that differ least.
        left_out: Rows of each list that were taken for no records, by why.
    """

    asked: ListsAsked
    columns: tuple[SharedColumn, ...]
    rows: tuple[tuple[RecordId, ...], tuple[RecordId, ...]]
    found: RowsCompared
    changes: tuple[Mapping[int, RowChange], ...]
    left_out: tuple[Mapping[LeftOutRow, int], Mapping[LeftOutRow, int]]
    _listed: tuple[Sequence[ListedRow], Sequence[ListedRow]]

    @property
    def number(self) -> SharedColumn | None:
        """The column that rows are known by; None for none."""
        return None if self.found.number is None else self.columns[self.found.number]

    @property
    def changed(self) -> tuple[tuple[JudgedPair, Mapping[int, RowChange]], ...]:
        """The pairs that are the same and say something otherwise, with what."""
        told = zip(self.found.same, self.changes, strict=True)
        return tuple((pair, changes) for pair, changes in told if not REAL_CHANGES.isdisjoint(changes.values()))

    @property
    def lone_columns(self) -> tuple[tuple[AskedField, ...], tuple[AskedField, ...]]:
        """The columns that only one of the two lists has."""
        left, right = ({column.left.key for column in self.columns}, {column.right.key for column in self.columns})
        mine, theirs = self.asked.left.family.fields, self.asked.right.family.fields
        return tuple(each for each in mine if each.key not in left), tuple(each for each in theirs if each.key not in right)

    def changes_of(self, pair: JudgedPair) -> Mapping[int, RowChange]:
        """Return what two rows say otherwise, by column; what counts rows is none of it."""
        return _changes(pair, self._listed, [each.kind for each in self.columns], self.found)


def compare_two_lists(case: OpenCase, asked: ListsAsked, *, most: int = MOST_ROWS) -> ListsCompared:
    """Return which rows of two lists are about one man, which may be, which are in one only, and what changed.

    Args:
        case: Which case.
        asked: What is to be compared.
        most: Rows of a list beyond which it is not compared.

    Raises:
        UsageError: One list is the other or a part of it, or has too many rows.
        NotFoundError: There is no such field.
    """
    view = narrow(case, asked.scope).case.view
    columns = shared_columns(asked.left.family, asked.right.family, asked.pairs)
    rows = asked.left.records(view), asked.right.records(view)
    _check(asked, rows, most)
    same = _same_values(case, asked, columns)
    listed = (
        _listed(view, asked.left, [column.left for column in columns], rows[0], same),
        _listed(view, asked.right, [column.right for column in columns], rows[1], same),
    )
    decided, joined = _decided(case, rows)
    kinds = [column.kind for column in columns]
    found = compare_rows(RowsAsked(listed[0], listed[1], kinds, _number(asked, columns), decided, joined))
    members = [_members(again.homes) for again in found.again]
    pairs = [_nearest(pair, members, lambda one: _changes(one, listed, kinds, found)) for pair in found.same]
    left_out = [rows_left_out(case, side.family, scope=asked.scope, document=side.document).counts for side in (asked.left, asked.right)]
    return ListsCompared(
        asked,
        columns,
        rows,
        replace(found, same=tuple(pair for pair, _ in pairs)),
        tuple(changes for _, changes in pairs),
        (left_out[0], left_out[1]),
        listed,
    )


def _check(asked: ListsAsked, rows: tuple[Sequence[RecordId], Sequence[RecordId]], most: int) -> None:
    if not set(rows[0]).isdisjoint(rows[1]):
        family = asked.left.family.id
        raise UsageError(f"one list is part of the other: name a document of each, as in {family}/3f2a", code="one-list", family=family)
    for some in rows:
        if len(some) > most:
            raise UsageError(
                f"{len(some)} rows are more than the {most} that are compared here; name one document of the family, FAMILY/DOCUMENT",
                code="list-too-long",
                count=len(some),
                most=most,
            )


def _number(asked: ListsAsked, columns: Sequence[SharedColumn]) -> int | None:
    """Return the column that rows are known by, as somebody says: -1 for none, None where nobody says.

    Raises:
        NotFoundError: There is no such field.
        UsageError: Only one of the lists has it.
    """
    if not asked.number:
        return None
    if asked.number == NO_NUMBER:
        return -1
    field = field_named(asked.left.family, asked.number)
    for at, column in enumerate(columns):
        if column.left.key == field.key:
            return at
    raise UsageError(f"only one of the lists has {field.field.label}", code="no-shared-column", field=field.field.label)


def _same_values(case: OpenCase, asked: ListsAsked, columns: Sequence[SharedColumn]) -> list[Mapping[str, str]]:
    """Return for each column under which one key each of the keys is that people joined, in either list."""
    decisions = form_decisions(case.view)
    found: list[Mapping[str, str]] = []
    for column in columns:
        sides = ((asked.left.family, column.left), (asked.right.family, column.right))
        keys: dict[str, str] = {}
        for some in (some for family, field in sides for some in joined_values(decisions, family, field)):
            first = min(keys.get(key, key) for key in some)
            keys |= dict.fromkeys((*some, *(key for key, home in keys.items() if home in {keys.get(one) for one in some})), first)
        found.append(keys)
    return found


def _listed(
    view: CaseView, side: ListSide, fields: Sequence[AskedField], rows: Sequence[RecordId], same: Sequence[Mapping[str, str]]
) -> tuple[ListedRow, ...]:
    """Return the rows of a list with what they answer in each column."""
    places = {id: at for at, id in enumerate(rows)}
    cells = [[UNASKED] * len(fields) for _ in rows]
    for column, field in enumerate(fields):
        for family, key in field.columns:
            for cell in view.value_cells(family, key):
                at = places.get(RecordId(cell.document, cell.nth)) if side.has(cell.document) else None
                if at is not None:
                    cells[at][column] = _answer(cell, same[column])
    people = {person.record: person for person in people_of(view, [side.family]) if person.record in places}
    return tuple(ListedRow(people[id], tuple(some)) for id, some in zip(rows, cells, strict=True))


def _answer(cell: ValueCell, same: Mapping[str, str]) -> AnswerCell:
    if cell.state is not FieldState.FILLED:
        return AnswerCell(cell.state)
    return AnswerCell(cell.state, same.get(cell.key, cell.key) or "?" + (" ".join(folded_words(cell.label)) or cell.label))


def _decided(
    case: OpenCase, rows: tuple[Sequence[RecordId], Sequence[RecordId]]
) -> tuple[dict[Pair, Verdict], tuple[list[Pair], list[Pair]]]:
    """Return what people decided about pairs of rows, across the lists and within each of them."""
    size = len(rows[0])
    places = {id: at for at, id in enumerate((*rows[0], *rows[1]))}
    told = {
        (min(two), max(two)): verdict
        for pair, verdict in agreed_people(record_decisions(case.view)).items()
        if len(two := [places[id] for id in pair if id in places]) == 2
    }
    apart = [pair for pair, verdict in told.items() if verdict is Verdict.DIFFERENT]
    homes = joined_places(len(places), [pair for pair, verdict in told.items() if verdict is Verdict.SAME], apart)
    decided = {(left, right - size): Verdict.DIFFERENT for left, right in apart if left < size <= right}
    within: tuple[list[Pair], list[Pair]] = ([], [])
    for home, some in _members(homes).items():
        mine, theirs = [at for at in some if at < size], [at - size for at in some if at >= size]
        within[0].extend((mine[0], at) for at in mine[1:])
        within[1].extend((theirs[0], at) for at in theirs[1:])
        if mine and theirs:
            decided[home, theirs[0]] = Verdict.SAME
    return decided, within


def _members(homes: Sequence[int]) -> Mapping[int, Sequence[int]]:
    found: dict[int, list[int]] = {}
    for at, home in enumerate(homes):
        found.setdefault(home, []).append(at)
    return found


def _changes(
    pair: JudgedPair, listed: tuple[Sequence[ListedRow], Sequence[ListedRow]], kinds: Sequence[FieldKind], found: RowsCompared
) -> Mapping[int, RowChange]:
    told = row_changes(listed[0][pair.left], listed[1][pair.right], kinds)
    return {column: how for column, how in told.items() if column not in found.counters}


def _nearest(
    pair: JudgedPair, members: Sequence[Mapping[int, Sequence[int]]], changes: Callable[[JudgedPair], Mapping[int, RowChange]]
) -> tuple[JudgedPair, Mapping[int, RowChange]]:
    """Return of rows that are told several times the two that differ the least, with what they say otherwise."""
    some = (members[side][pair.place(side)][:_MOST_AGAIN] for side in (0, 1))
    told = ((each, changes(each)) for each in (JudgedPair(left, right, pair.by) for left, right in product(*some)))
    return min(told, key=lambda each: sum(how in REAL_CHANGES for how in each[1].values()))
