"""The gates in front of the word "before": calendar, direction, hazard, each at its worst; then doubt about the catalogue's days.

"Before" needs the three gates under every grouping and on the worst admissible dates, and needs them again, under the given groups, with
all events a day earlier, a day later, and without the first day of the window: a catalogue that dates by the day of the report, or a month
that began a day later than was thought, makes a day of answers into a day of forewarnings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from kashf.evidence.precedence.exact import convolve_all, is_at_most, sign_flip, tail
from kashf.evidence.precedence.gates.grounds import Ground, Standing
from kashf.evidence.precedence.gates.hazard import hazard_chance
from kashf.evidence.precedence.statistic import calendar, direction, matched, worst_case, worst_direction
from kashf.evidence.precedence.tables import GroupedOrders, Setup

#: With fewer informative groups nothing is said, whatever the p.
FEWEST_GROUPS: Final = 5
#: Days by which the whole catalogue may be wrong.
CATALOGUE_DAYS: Final = 1
#: Part of alpha that the first radius of a family has; the others share the rest.
FIRST_RADIUS: Final = 0.95


@dataclass(frozen=True, slots=True)
class Chances:
    """The p-values of the tests, each in (0..1].

    Args:
        calendar: As many orders followed by an onset, if each had another date within reach at its place.
        direction: Onsets follow more often than they precede.
        hazard: As many followed, among other lulls that had lasted as long.
        matched: As calendar, among dates with as many days since the last event, those of the order's own lull too; it decides nothing.
    """

    calendar: float
    direction: float
    hazard: float
    matched: float

    @property
    def largest(self) -> float:
        """The one of the three gates that decides about the word "before"."""
        return max(self.calendar, self.direction, self.hazard)

    @classmethod
    def worst(cls, several: Mapping[str, Chances]) -> Chances:
        """Return the largest of each test."""
        return cls(*(max(getattr(each, test) for each in several.values()) for test in ("calendar", "direction", "hazard", "matched")))


class CatalogueDoubt(StrEnum):
    """What is changed about the catalogue's days, to see whether the gates still hold."""

    EARLIER = "events-a-day-earlier"
    LATER = "events-a-day-later"
    NO_FIRST_DAY = "without-the-first-day"


def chances(bundled: GroupedOrders, ground: Ground, setup: Setup) -> Chances:
    """Return the tests with every doubtful day, of orders and of events, in its middle."""
    days, tables = bundled.middle, ground.plain
    known = replace(bundled, earliest=days, latest=days)
    return Chances(
        calendar(bundled, days, tables, reach=setup.reach).chance,
        sign_flip(direction(bundled, days, tables)),
        hazard_chance(known, ground.whole.hazard, tables.own),
        matched(bundled, days, tables, reach=setup.reach).chance,
    )


def worst_chances(bundled: GroupedOrders, standing: Standing, setup: Setup) -> Chances:
    """Return the tests in the worst admissible case of all dates."""
    return Chances(
        _worst_calendar(bundled, standing, setup),
        _worst_direction(bundled, standing),
        hazard_chance(bundled, standing.hazard, standing.tables.own),
        _worst_calendar(bundled, standing, setup, is_matched=True),
    )


def _worst_calendar(bundled: GroupedOrders, standing: Standing, setup: Setup, *, is_matched: bool = False) -> float:
    if not (bundled.latest > bundled.earliest).any():
        test = matched if is_matched else calendar
        return test(bundled, bundled.middle, standing.tables, reach=setup.reach).chance
    pmfs, observed = worst_case(bundled, standing.tables, reach=setup.reach, matched=is_matched)
    return tail(convolve_all(pmfs), sum(observed))


def _worst_direction(bundled: GroupedOrders, standing: Standing) -> float:
    return sign_flip(worst_direction(bundled, standing.tables))


def _holds(bundled: GroupedOrders, standing: Standing, level: float) -> bool:
    """Return whether direction and hazard hold; what costs least is asked first."""
    return is_at_most(_worst_direction(bundled, standing), level) and is_at_most(
        hazard_chance(bundled, standing.hazard, standing.tables.own), level
    )


def under_doubt(bundled: GroupedOrders, ground: Ground, setup: Setup, doubt: CatalogueDoubt) -> Chances:
    """Return the tests, at their worst, with the catalogue's days changed; 1 where a window of one day has no day but the first."""
    orders, standing = _doubted(bundled, ground, doubt)
    return worst_chances(orders, standing, setup) if standing else Chances(1.0, 1.0, 1.0, 1.0)


def _doubted(bundled: GroupedOrders, ground: Ground, doubt: CatalogueDoubt) -> tuple[GroupedOrders, Standing | None]:
    """Return what is tested instead. Events that are all a day later are orders that are all a day earlier."""
    if doubt is CatalogueDoubt.NO_FIRST_DAY:
        return bundled, ground.later
    by = -CATALOGUE_DAYS if doubt is CatalogueDoubt.LATER else CATALOGUE_DAYS
    return replace(bundled, earliest=bundled.earliest + by, latest=bundled.latest + by), ground.whole


def levels(radii: int, alpha: float) -> tuple[float, ...]:
    """Return the level of each radius of a family: the place's own town has most of alpha, the others share what is left (Bonferroni).

    >>> levels(1, 0.05), levels(2, 0.05)
    ((0.05,), (0.0475, 0.0025))
    """
    if radii == 1:
        return (alpha,)
    return (round(alpha * FIRST_RADIUS, 12), *([round(alpha * (1 - FIRST_RADIUS) / (radii - 1), 12)] * (radii - 1)))


def informative(groupings: Mapping[str, GroupedOrders], ground: Ground, setup: Setup) -> int:
    """Return how many groups could have come out in more than one way, under the grouping that leaves the fewest."""
    return min(len(calendar(each, each.middle, ground.plain, reach=setup.reach).informative()) for each in groupings.values())


@dataclass(frozen=True, slots=True)
class Passed:
    """Which gates orders pass, at one radius.

    Args:
        calendar: The calendar test.
        gates: All three.
        before: All three, and again under every doubt about the catalogue's days.
    """

    calendar: bool
    gates: bool
    before: bool


def passed(groupings: Mapping[str, GroupedOrders], ground: Ground, setup: Setup, *, level: float, alpha: float) -> Passed:
    """Return which gates are passed, asking no more than is needed: for simulations, which need no p.

    Args:
        groupings: The orders under each grouping; the first as given.
        ground: What they stand on.
        setup: The choices.
        level: At which the three gates count at this radius.
        alpha: At which they count under doubt.
    """
    by_calendar = [_calendar_holds(each, ground.whole, setup, level) for each in groupings.values()]
    if not all(by_calendar):
        return Passed(calendar=False, gates=False, before=False)
    gates = all(_holds(each, ground.whole, level) for each in groupings.values())
    given = next(iter(groupings.values()))
    doubted = [_doubted(given, ground, doubt) for doubt in CatalogueDoubt] if gates else []
    before = gates and all(
        standing is not None and is_at_most(_worst_calendar(orders, standing, setup), alpha) and _holds(orders, standing, alpha)
        for orders, standing in doubted
    )
    return Passed(calendar=True, gates=gates, before=before)


def _calendar_holds(bundled: GroupedOrders, standing: Standing, setup: Setup, level: float) -> bool:
    """Return whether the calendar test holds at its worst, and enough groups could have come out in more than one way."""
    null = calendar(bundled, bundled.middle, standing.tables, reach=setup.reach)
    is_known = not (bundled.latest > bundled.earliest).any()
    chance = null.chance if is_known else _worst_calendar(bundled, standing, setup)
    return is_at_most(chance, level) and len(null.informative()) >= FEWEST_GROUPS
