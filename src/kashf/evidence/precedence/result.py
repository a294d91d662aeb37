"""What the precedence test says, with everything that is needed to doubt it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kashf.evidence.precedence.exact import is_at_most
from kashf.evidence.precedence.gates.controls import Controls
from kashf.evidence.precedence.gates.judging import FEWEST_GROUPS, CatalogueDoubt, Chances
from kashf.evidence.precedence.gates.power import Power
from kashf.evidence.precedence.gates.single_orders import PerOrder
from kashf.evidence.precedence.tables import Setup


class Conclusion(StrEnum):
    """What may be said, as codes. Never "proved", and never that anybody knew."""

    BEFORE = "before"
    NOT_CHANCE = "not-chance"
    DEPENDS_ON_DATES = "depends-on-dates"
    AS_CONTROLS = "as-controls"
    NOTHING = "no-effect"
    FIGHTING = "fighting"
    TOO_LITTLE = "too-little-data"

    @property
    def is_finding(self) -> bool:
        """Whether it says anything but that nothing can be said."""
        return self in {Conclusion.BEFORE, Conclusion.NOT_CHANCE}


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
class AtRadius:
    """What one radius of the family says.

    Args:
        radius_km: What counts as the place.
        level: Its part of alpha.
        verdict: What would be said of it alone, at its level.
        p: The p to cite for that, multiplied by alpha / level.
        n_informative: Groups that could have come out in more than one way.
    """

    radius_km: float
    level: float
    verdict: Conclusion
    p: float
    n_informative: int


@dataclass(frozen=True, slots=True)
class Shaken:
    """What it would take to undo a finding, by the calendar test with groups as given.

    Args:
        gamma: Smallest odds of unseen confounding that takes it away; None where none up to 100 does.
        file_drawer: How many withheld orders that nothing followed take it away; None where 10,000 do not.
    """

    gamma: float | None
    file_drawer: int | None


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
        base: The tests on the days in the middle and the given groups.
        worst: The largest p of each, over all admissible dates and all forced groupings.
        by_grouping: The tests by grouping.
        by_doubt: The tests under the given groups, with the catalogue's days changed.
        family: Every radius that was tried; this result is that of `radius_km`.
        radius_km: What counted as the place.
        level: The part of alpha that this radius has.
        p: The one p to cite: the largest of what decides the verdict, multiplied by alpha / level.
        excess: Share of orders followed minus the share expected.
        share: Estimated excess share followed, in [0..1].
        interval: Its exact 90 % interval.
        per_order: Each used order.
        sweep: Other reaches and windows.
        p_joint: Chance of the smallest p over the swept windows, all of them counted.
        explained_within_days: A common cause of orders and events that acts within so many days would explain it; 0 when none would.
        leave_one_group: Calendar p without each group, by its number; empty where that was not computed.
        leave_one_place: The same by place.
        p_shifted: Calendar p with the catalogue moved by half a year, or half its span: it should be unremarkable.
        controls: What came out for control orders, which could foretell nothing; None when none were given.
        power: How often the test would have found what there was; () where it was not asked for, or where something was found.
        shaken: What it would take to undo a finding; None where there is none.
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
    by_doubt: Mapping[CatalogueDoubt, Chances]
    family: tuple[AtRadius, ...]
    radius_km: float
    level: float
    p: float
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
    controls: Controls | None
    power: tuple[Power, ...]
    shaken: Shaken | None
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
    def p_hazard(self) -> float:
        """The p of the hazard gate."""
        return self.base.hazard

    @property
    def p_matched(self) -> float:
        """The p of the recency-matched calendar test, which decides nothing."""
        return self.base.matched

    @property
    def gates_hold(self) -> bool:
        """Whether the three gates hold, before any doubt about the catalogue's days."""
        return is_at_most(self.worst.largest, self.level) and self.n_informative >= FEWEST_GROUPS

    @property
    def failed_doubts(self) -> tuple[CatalogueDoubt, ...]:
        """Under which doubts about the catalogue's days the gates do not hold."""
        return tuple(doubt for doubt, each in self.by_doubt.items() if not is_at_most(each.largest, self.alpha))

    @property
    def p_worst(self) -> float:
        """The largest p of all that decides about the word "before", the doubts about the catalogue's days included."""
        return max(self.worst.largest, *(each.largest for each in self.by_doubt.values()))
