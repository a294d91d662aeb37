"""Acts laid out in time: a lane for each office and each catalogue, bars as long as the doubt.

Where they are many, they are numbered by day, month or year: those that surely lie there, and those that may.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from kashf.domain.acts.act import Act, ActOrigin
from kashf.domain.date import FuzzyDate, Relation

#: Acts that are drawn one by one; more are drawn as numbers by time.
MOST_BARS: Final = 300
#: Lanes of offices that are drawn, those with the most acts; the rest share one.
MOST_LANES: Final = 20
#: Days from which on a date is too wide to say where the drawing begins and ends.
_WIDE: Final = 366
#: Days from the first to the last, up to which numbers are by day and by month.
_BY_DAY, _BY_MONTH = 92, 366 * 12
#: Days of a drawing from which on the few acts far from all others are left out of it; and their share on either side.
_LONG, _FEW = 366 * 40, 0.01
#: Days from the middle act from which on another is of no year that the case is about, however few there are: 9999, or the year 1.
_AGES: Final = 366 * 150


class LaneKind(StrEnum):
    """What the acts of a lane have in common."""

    OFFICE = "office"
    #: Offices with few acts.
    OTHERS = "others"
    #: Acts of which nobody can tell which office they are of.
    UNKNOWN = "unknown"
    CATALOGUE = "catalogue"


class TimeUnit(StrEnum):
    """Stretches of time in which acts are numbered."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class TimelineBar:
    """One act of a lane that is drawn by itself.

    Args:
        act: The act; its days are bounded on one side at least.
        relation: How it lies to what all are held against; None where they are held against nothing.
    """

    act: Act
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class TimelineLane:
    """The acts of one office, or of one catalogue.

    Args:
        kind: What they have in common.
        id: Of the office or the catalogue; "" for the others.
        names: Of the office's bodies from the top down, or of the catalogue; () for the others.
        acts: How many they are.
        bars: Those that are drawn by themselves, by day; () where all are numbered.
        certain: How many surely lie in each stretch of time.
        possible: How many more may.
        one_sided: How many are bounded on one side only.
        undated: How many are bounded on none.
        offices: How many offices share it.
    """

    kind: LaneKind
    id: str
    names: tuple[str, ...]
    acts: int
    bars: tuple[TimelineBar, ...]
    certain: tuple[int, ...]
    possible: tuple[int, ...]
    one_sided: int
    undated: int
    offices: int = 1


@dataclass(frozen=True, slots=True)
class ActTimeline:
    """Acts laid out in time.

    Args:
        first: First day of the drawing; None where no act has days.
        last: Its last day.
        unit: Stretches of time in which acts are numbered.
        starts: Their first days.
        lanes: Those of offices with the most acts first, then the others, then catalogues.
        is_dense: Whether acts are numbered and not drawn one by one.
        acts: How many acts there are.
        one_sided: How many are bounded on one side only.
        undated: How many are bounded on none.
        outside: How many lie before or after the drawing, since they are few and far from all others.
        relations: How many lie before and after what they are held against, and of how many that cannot be said; empty without.
    """

    first: dt.date | None
    last: dt.date | None
    unit: TimeUnit
    starts: tuple[dt.date, ...]
    lanes: tuple[TimelineLane, ...]
    is_dense: bool
    acts: int
    one_sided: int
    undated: int
    outside: int
    relations: Mapping[Relation, int]


def timeline_of(
    acts: Sequence[Act], offices: Mapping[str, tuple[str, ...]], catalogues: Mapping[str, str], *, against: FuzzyDate | None = None
) -> ActTimeline:
    """Return acts laid out in time.

    Args:
        acts: In any order.
        offices: Names of offices by id.
        catalogues: Names of catalogues by id.
        against: What each is held against; None for nothing.
    """
    first, last = _span([act.when.date for act in acts])
    unit, starts = _stretches(first, last)
    is_dense = sum(act.is_dated for act in acts) > MOST_BARS
    groups = _groups(acts, offices, catalogues)
    lanes = tuple(_lane(group, starts, last, is_dense=is_dense, against=against) for group in groups)
    related = Counter(act.when.date.compare(against) for act in acts) if against else {}
    return ActTimeline(
        first=first,
        last=last,
        unit=unit,
        starts=starts,
        lanes=lanes,
        is_dense=is_dense,
        acts=len(acts),
        one_sided=sum(lane.one_sided for lane in lanes),
        undated=sum(lane.undated for lane in lanes),
        outside=sum(_is_outside(act.when.date, first, last) for act in acts),
        relations={each: related.get(each, 0) for each in Relation} if against else {},
    )


def _span(dates: Iterable[FuzzyDate]) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and the last day that a drawing needs: of dates that say a year at least, without a few far from all others."""
    bounds = [(each.earliest, each.latest) for each in dates if each.is_known]
    closed = [(first, last) for first, last in bounds if first and last]
    said = _of_one_age([each for each in closed if (each[1] - each[0]).days < _WIDE] or closed)
    firsts = sorted(first for first, _ in said) or sorted(day for each in bounds for day in each if day)
    lasts = sorted(last for _, last in said) or firsts
    if not firsts:
        return None, None
    few = int(len(firsts) * _FEW) if (lasts[-1] - firsts[0]).days > _LONG else 0
    return firsts[few], lasts[-1 - few]


def _of_one_age(days: Sequence[tuple[dt.date, dt.date]]) -> Sequence[tuple[dt.date, dt.date]]:
    """Return days without those ages away from the middle one, where that leaves more than half."""
    if not days:
        return days
    middle = sorted(days)[(len(days) - 1) // 2][0]
    near = [each for each in days if abs((each[0] - middle).days) < _AGES]
    return near if len(near) * 2 > len(days) else days


def _stretches(first: dt.date | None, last: dt.date | None) -> tuple[TimeUnit, tuple[dt.date, ...]]:
    if first is None or last is None:
        return TimeUnit.MONTH, ()
    days = (last - first).days + 1
    if days <= _BY_DAY:
        return TimeUnit.DAY, tuple(first + dt.timedelta(day) for day in range(days))
    if days <= _BY_MONTH:
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        return TimeUnit.MONTH, tuple(dt.date(month // 12, month % 12 + 1, 1) for month in months)
    return TimeUnit.YEAR, tuple(dt.date(year, 1, 1) for year in range(first.year, last.year + 1))


class _LaneGroup(NamedTuple):
    """What a lane is made of."""

    kind: LaneKind
    id: str
    names: tuple[str, ...]
    acts: Sequence[Act]
    offices: int = 1


def _groups(acts: Sequence[Act], offices: Mapping[str, tuple[str, ...]], catalogues: Mapping[str, str]) -> Iterator[_LaneGroup]:
    of_office: dict[str, list[Act]] = defaultdict(list)
    of_catalogue: dict[str, list[Act]] = {id: [] for id in catalogues}
    for act in acts:
        (of_catalogue[act.document] if act.origin is ActOrigin.CATALOGUE else of_office[act.office_id]).append(act)
    unknown = of_office.pop("", [])
    ranked = sorted(of_office.items(), key=lambda each: (-len(each[1]), each[0]))
    for id, some in ranked[:MOST_LANES]:
        yield _LaneGroup(LaneKind.OFFICE, id, offices.get(id, (id.rpartition(" > ")[2],)), some)
    if rest := ranked[MOST_LANES:]:
        yield _LaneGroup(LaneKind.OTHERS, "", (), [act for _, some in rest for act in some], len(rest))
    if unknown:
        yield _LaneGroup(LaneKind.UNKNOWN, "", (), unknown)
    yield from (_LaneGroup(LaneKind.CATALOGUE, id, (catalogues[id],), some) for id, some in of_catalogue.items() if some)


def _lane(group: _LaneGroup, starts: Sequence[dt.date], last: dt.date | None, *, is_dense: bool, against: FuzzyDate | None) -> TimelineLane:
    certain, possible = _numbers(group.acts, starts, last)
    first = starts[0] if starts else None
    drawn = (act for act in group.acts if act.is_dated and not (act.when.date.days and _is_outside(act.when.date, first, last)))
    shown = [] if is_dense else sorted(drawn, key=_by_first_day)
    return TimelineLane(
        kind=group.kind,
        id=group.id,
        names=group.names,
        acts=len(group.acts),
        bars=tuple(TimelineBar(act, act.when.date.compare(against) if against else None) for act in shown),
        certain=certain,
        possible=possible,
        one_sided=sum(1 for act in group.acts if act.is_dated and not act.when.date.days),
        undated=sum(not act.is_dated for act in group.acts),
        offices=group.offices,
    )


def _numbers(acts: Sequence[Act], starts: Sequence[dt.date], last: dt.date | None) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return how many acts surely lie in each stretch of time, and how many more may; what is bounded on one side is in none."""
    certain = [0] * len(starts)
    steps = [0] * (len(starts) + 1)
    for act in acts:
        date = act.when.date
        begin, end = date.earliest, date.latest
        if begin is None or end is None or last is None or end < starts[0] or begin > last:
            continue
        at, until = max(bisect_right(starts, begin) - 1, 0), bisect_right(starts, end) - 1
        if at == until and begin >= starts[0] and end <= last:
            certain[at] += 1
        else:
            steps[at] += 1
            steps[until + 1] -= 1
    possible, now = [], 0
    for step in steps[:-1]:
        now += step
        possible.append(now)
    return tuple(certain), tuple(possible)


def _is_outside(date: FuzzyDate, first: dt.date | None, last: dt.date | None) -> bool:
    is_before = date.latest is not None and first is not None and date.latest < first
    return is_before or (date.earliest is not None and last is not None and date.earliest > last)


def _by_first_day(act: Act) -> tuple[bool, dt.date, dt.date, str, int]:
    date = act.when.date
    first, last = date.earliest or date.latest or dt.date.min, date.latest or date.earliest or dt.date.max
    return not date.days, first, last, act.document, act.nth
