"""Two lists against each other: who is in both, in one, perhaps in both, and what changed; what is in doubt is settled here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field

from kashf.domain.entity import Verdict
from kashf.domain.entries.delivery import Scope
from kashf.domain.forms.form_families import FamilyKind
from kashf.domain.forms.record_decisions import PeopleJoined, RecordDecision
from kashf.entities.list_pairs.judge_rows import JudgedPair
from kashf.entities.list_pairs.row_changes import RowChange
from kashf.services.case.collections import narrow
from kashf.services.case.open import OpenCase
from kashf.services.forms.lists.compared_rows import ListsAsked, ListsCompared, compare_two_lists
from kashf.services.forms.lists.list_sides import SharedColumn, list_side, lists_of
from kashf.services.forms.lists.told_rows import name_of, told_pairs, told_rows
from kashf.services.forms.people.agreed_people import record_decisions
from kashf.services.forms.told_families import families
from kashf.services.forms.told_records import ToldRecord
from kashf.services.search.count_left_out import left_out
from kashf.show.forms.list_answers import by_counts, doubt_counts, lists_answer, side_answer
from kashf.show.forms.list_lines import SHEET_COLUMNS, sheet_rows
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.params import Filter, Number, ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit
from kashf.web.text.placed_values import PlacedValue, placed_records

#: Rows on a page; JSON and CSV have all.
PAGE_LENGTH: Final = 25
#: Rows of a list up to which the screen compares, since it does so for each page of it; the command line takes ten times as many.
MOST_ROWS: Final = 5_000
#: Lists that are offered.
OFFERED: Final = 300
#: Decisions that are listed.
LISTED: Final = 20


class RowsShown(StrEnum):
    """Which rows are listed."""

    CHANGED = "changed"
    SAME = "same"
    MAYBE = "maybe"
    CLASH = "clash"
    ONLY_LEFT = "only-left"
    ONLY_RIGHT = "only-right"
    UNREAD_LEFT = "unread-left"
    UNREAD_RIGHT = "unread-right"
    CROWDED_LEFT = "crowded-left"
    CROWDED_RIGHT = "crowded-right"


class ListsParams(ScreenParams):
    """Which lists.

    Args:
        left: The one, as `list_side` takes it; "" until somebody chooses.
        right: The other.
        number: The field that rows are known by, "none" for none, "" where the rows tell.
        show: Which rows are listed.
        page: Page of these.
        collection: Which collection.
    """

    left: Annotated[str, Field(pattern=r"^([0-9a-f]{1,12}(/[0-9a-f]{1,64})?)?$")] = ""
    right: Annotated[str, Field(pattern=r"^([0-9a-f]{1,12}(/[0-9a-f]{1,64})?)?$")] = ""
    number: Filter = ""
    show: RowsShown = RowsShown.CHANGED
    page: Number = 1
    collection: Scope = Scope.LEAK


@dataclass(frozen=True, slots=True)
class RowSide:
    """A row of one list, as it is listed.

    Args:
        told: It.
        name: Whom it is about; None where it does not say.
    """

    told: ToldRecord
    name: PlacedValue | None


@dataclass(frozen=True, slots=True)
class ShownChange:
    """What two rows say otherwise in a column."""

    column: SharedColumn
    how: RowChange
    before: PlacedValue | None
    after: PlacedValue | None


@dataclass(frozen=True, slots=True)
class RowsBeside:
    """Two rows beside each other, or one.

    Args:
        sides: That of the first list and that of the second; None where there is none.
        by: What is said of the two; "" of one.
        changes: What they say otherwise.
    """

    sides: tuple[RowSide | None, RowSide | None]
    by: str = ""
    changes: tuple[ShownChange, ...] = ()


def view(context: Context, params: ListsParams) -> ListsCompared | None:
    """Return the two lists compared; None until both are chosen.

    Raises:
        NotFoundError: There is no such family, document or field.
        UsageError: One list is part of the other, or too long.
    """
    if not (params.left and params.right):
        return None
    left, right = (list_side(context.case, each, scope=params.collection) for each in (params.left, params.right))
    return compare_two_lists(context.case, ListsAsked(left, right, number=params.number, scope=params.collection), most=MOST_ROWS)


def page(visit: Visit[ListsParams, ListsCompared | None]) -> Mapping[str, object]:
    """Return what the page shows."""
    compared, params = visit.answer, visit.params
    told = {"offered": _offered(visit.case, params.collection), "compared": compared, "left_out": left_out(visit.case, of_names=False)}
    if compared is None:
        return told
    counts = _counts(compared)
    last = params.page * PAGE_LENGTH
    return {
        **told,
        "sides": [side_answer(compared, side) for side in (0, 1)],
        "by": {by.value: count for by, count in by_counts(compared).items() if count},
        "doubts": {doubt.value: count for doubt, count in doubt_counts(compared).items() if count},
        "counts": {shown.value: count for shown, count in counts.items() if count or shown in _ALWAYS},
        "rows": list(_rows(visit.case, compared, params.show, last)),
        "has_more": counts[params.show] > last,
        "decisions": _decisions(visit.case, compared),
    }


def data(visit: Visit[ListsParams, ListsCompared | None]) -> object:
    """Return what `kashf forms --compare --json` prints; the lists that may be chosen until two are."""
    unsaid = left_out(visit.case, of_names=False)
    if visit.answer is None:
        lists = [{"list": value, "called": called, "rows": rows} for value, called, rows in _offered(visit.case, visit.params.collection)]
        return {"lists": lists, "left_out": unsaid}
    return lists_answer(visit.case, visit.answer, unsaid)


def rows(visit: Visit[ListsParams, ListsCompared | None]) -> Spreadsheet:
    """Return what `kashf forms --compare --out` writes."""
    if visit.answer is None:
        return Spreadsheet("lists", ("list", "called", "rows"), _offered(visit.case, visit.params.collection))
    return Spreadsheet("compared-lists", SHEET_COLUMNS, sheet_rows(visit.case, visit.answer))


_ALWAYS: Final = frozenset({RowsShown.CHANGED, RowsShown.SAME, RowsShown.MAYBE, RowsShown.ONLY_LEFT, RowsShown.ONLY_RIGHT})


def _offered(case: OpenCase, scope: Scope) -> list[tuple[str, str, int]]:
    """Return the lists that may be chosen: each family, and each document of a family of lists."""
    view = narrow(case, scope).case.view
    found: list[tuple[str, str, int]] = []
    for each in families(case, scope=scope).families:
        found.append((each.id, each.title, each.records))
        if each.kind is FamilyKind.REGISTER and len(some := lists_of(case, each, view)) > 1:
            found += [(f"{each.id}/{id[:12]}", f"{each.title} · {path.rpartition('/')[2]}", count) for id, path, count in some]
    return found[:OFFERED]


def _counts(compared: ListsCompared) -> Mapping[RowsShown, int]:
    return {shown: len(_pairs(compared, shown)) or len(_places(compared, shown)[1]) for shown in RowsShown}


def _pairs(compared: ListsCompared, shown: RowsShown) -> Sequence[JudgedPair]:
    found = compared.found
    if shown is RowsShown.CHANGED:
        return [pair for pair, _ in compared.changed]
    if shown is RowsShown.SAME:
        changed = {pair[:2] for pair, _ in compared.changed}
        return [pair for pair in found.same if pair[:2] not in changed]
    return found.maybe if shown is RowsShown.MAYBE else found.clashes if shown is RowsShown.CLASH else ()


def _places(compared: ListsCompared, shown: RowsShown) -> tuple[int, Sequence[int]]:
    what, _, side = shown.value.rpartition("-")
    found = {"only": compared.found.only, "unread": compared.found.unread, "crowded": compared.found.crowded}
    at = int(side == "right")
    return at, found[what][at] if what in found else ()


def _rows(case: OpenCase, compared: ListsCompared, shown: RowsShown, last: int) -> Iterator[RowsBeside]:
    some = slice(last - PAGE_LENGTH, last)
    for told in told_pairs(case, compared, _pairs(compared, shown)[some]):
        before, after = ({each.field.key: each for each in _placed(case, row)} for row in (told.left, told.right))
        changes = (
            ShownChange(each.column, each.how, before.get(each.column.left.key), after.get(each.column.right.key)) for each in told.changes
        )
        yield RowsBeside((_side(case, told.left), _side(case, told.right)), told.judged.by.value, tuple(changes))
    side, places = _places(compared, shown)
    for row in told_rows(case, compared, side, places[some]):
        mine = _side(case, row)
        yield RowsBeside((None, mine) if side else (mine, None))


def _side(case: OpenCase, row: ToldRecord) -> RowSide:
    named = name_of(row)
    return RowSide(row, next((each for each in _placed(case, row) if named and each.field.key == named[0].key), None))


def _placed(case: OpenCase, row: ToldRecord) -> Sequence[PlacedValue]:
    (placed,) = placed_records(case, [row])
    return placed.values


def _decisions(case: OpenCase, compared: ListsCompared) -> list[tuple[RecordDecision, bool]]:
    """Return what people decided about two rows of these lists, and stands, the latest first, and whether it is that they are one."""
    here = {*compared.rows[0], *compared.rows[1]}
    found: list[tuple[RecordDecision, bool]] = []
    for each in reversed(record_decisions(case.view)):
        told = each.told
        if each.undone is None and isinstance(told, PeopleJoined) and {told.left, told.right} <= here:
            found.append((each, told.verdict is Verdict.SAME))
    return found[:LISTED]


COMPARE_LISTS: Final = Screen("/compare-lists", ListsParams, view, "list_comparison.html", page, data, rows, under="/forms", decides=True)
