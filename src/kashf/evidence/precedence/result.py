"""What the precedence test says, with everything that is needed to doubt it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kashf.evidence.precedence.tables import Setup


class Conclusion(StrEnum):
    """What may be said, as codes. Never "proved", and never that anybody knew."""

    BEFORE = "before"
    NOT_CHANCE = "not-chance"
    DEPENDS_ON_DATES = "depends-on-dates"
    NOTHING = "no-effect"
    FIGHTING = "fighting"
    TOO_LITTLE = "too-little-data"

    @property
    def is_finding(self) -> bool:
        """Whether it says anything but that nothing can be said."""
        return self in {Conclusion.BEFORE, Conclusion.NOT_CHANCE}


@dataclass(frozen=True, slots=True)
class Chances:
    """The three p-values, each in (0..1].

    Args:
        calendar: As many orders followed by an onset, if each had another date within reach at its place.
        direction: Onsets follow more often than they precede.
        matched: As calendar, among dates with as many days since the last event.
    """

    calendar: float
    direction: float
    matched: float

    @property
    def largest(self) -> float:
        """The one that decides about the word "before"."""
        return max(self.calendar, self.direction, self.matched)


@dataclass(frozen=True, slots=True)
class PerOrder:
    """One order.

    Args:
        id: As the table calls it.
        place: What it is about.
        earliest: First day on which it may have been written.
        latest: Last such day.
        group: Number of its group.
        hit: Whether an onset followed it, on the day in the middle.
        lead_days: Days to the first such onset; None without one.
        chance: Share of its reference dates that an onset would have followed, in [0..1].
        chance_of_any: The same for any event, onset or not.
        state: "informative", "quiet" (chance 0), "always" (chance 1) or "fighting" (events followed, but nothing began).
        is_doubtful: Whether the answer differs between its admissible dates.
    """

    id: str
    place: str
    earliest: dt.date
    latest: dt.date
    group: int
    hit: bool
    lead_days: int | None
    chance: float
    chance_of_any: float
    state: str
    is_doubtful: bool


@dataclass(frozen=True, slots=True)
class Swept:
    """The calendar test under other choices.

    Args:
        reach: W.
        window: First and last day after an order.
        p_calendar: Its p.
    """

    reach: int
    window: tuple[int, int]
    p_calendar: float


@dataclass(frozen=True, slots=True)
class LeadTimes:
    """At how many days from orders onsets lie: negative before, positive after.

    Args:
        lags: Days, from -W to W.
        counts: Orders with an onset at that lag.
        expected: The same on their reference dates, on average.
        low: Fifth percentile of that.
        high: Ninety-fifth.
    """

    lags: tuple[int, ...]
    counts: tuple[int, ...]
    expected: tuple[float, ...]
    low: tuple[int, ...]
    high: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dates:
    """What the doubt about dates does to the three tests.

    Args:
        doubtful: Orders with more than one admissible day.
        median: Median of the calendar p over admissible dates, drawn uniformly.
        low: Fifth percentile.
        high: Ninety-fifth.
        deciding: Orders on whose dates the verdict depends; () when it does not.
    """

    doubtful: int
    median: float
    low: float
    high: float
    deciding: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrecedenceResult:
    """The whole answer.

    Args:
        verdict: What may be said.
        if_dates_were_known: What might be said were every order of the day in the middle of what is admissible.
        n_orders: Rows of the table of orders.
        n_used: Orders that were used.
        unused: The others, by reason.
        n_events: Rows of the catalogue.
        n_events_used: Events that were used.
        events_unused: The others, by reason.
        n_groups: Groups as the table gives them.
        n_informative: Groups that could have come out in more than one way, under the grouping that leaves the fewest.
        hits: Orders followed by an onset.
        expected: How many would be by chance.
        base: The three tests on the days in the middle and the given groups.
        worst: The largest p of each, over all admissible dates and all forced groupings.
        by_grouping: The three tests by grouping.
        excess: Share of orders followed minus the share expected.
        share: Estimated share of orders that were coordinated, in [0..1].
        interval: Its 90 % interval.
        per_order: Each used order.
        sweep: Other reaches and windows.
        p_joint: Chance of the smallest p over the swept windows, all of them counted.
        explained_within_days: A common cause of orders and events that acts within so many days would explain it; 0 when none would.
        leave_one_group: Calendar p without each group, by its number; empty where that was not computed.
        leave_one_place: The same by place.
        p_shifted: Calendar p with the catalogue moved by half a year, or half its span: it should be unremarkable.
        p_placebo: Calendar p of placebo orders, which should be unremarkable too; None when none were given.
        leads: Days between orders and onsets.
        dates: What doubtful dates do.
        naive: What tests that ignore phases of fighting would say, by name.
        mantel: Mantel's correlation of nearness in space and in time over pairs of an order and an event; None where there is none.
        setup: The choices.
        alpha: The level at which a p counts.
        seed: Of what is drawn by chance.
    """

    verdict: Conclusion
    if_dates_were_known: Conclusion
    n_orders: int
    n_used: int
    unused: Mapping[str, int]
    n_events: int
    n_events_used: int
    events_unused: Mapping[str, int]
    n_groups: int
    n_informative: int
    hits: int
    expected: float
    base: Chances
    worst: Chances
    by_grouping: Mapping[str, Chances]
    excess: float
    share: float
    interval: tuple[float, float]
    per_order: tuple[PerOrder, ...]
    sweep: tuple[Swept, ...]
    p_joint: float
    explained_within_days: int
    leave_one_group: Mapping[int, float]
    leave_one_place: Mapping[str, float]
    p_shifted: float
    p_placebo: float | None
    leads: LeadTimes
    dates: Dates
    naive: Mapping[str, float]
    mantel: float | None
    setup: Setup
    alpha: float
    seed: int = 0

    @property
    def before(self) -> bool:
        """Whether the word "before" may be used."""
        return self.verdict is Conclusion.BEFORE

    @property
    def p_calendar(self) -> float:
        """The p of the calendar test."""
        return self.base.calendar

    @property
    def p_direction(self) -> float:
        """The p of the direction gate."""
        return self.base.direction

    @property
    def p_matched(self) -> float:
        """The p of the recency-matched calendar test."""
        return self.base.matched

    @property
    def p_worst(self) -> float:
        """The largest of all p, which decides about the word "before"."""
        return self.worst.largest
