"""The precedence test from end to end: orders and a catalogue in, everything that can and cannot be said out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kashf.errors import UsageError
from kashf.evidence.precedence import effects, naive
from kashf.evidence.precedence.exact import is_at_most
from kashf.evidence.precedence.gates.controls import Controls, check_controls
from kashf.evidence.precedence.gates.excess import excess_of, file_drawer, gamma, others_only
from kashf.evidence.precedence.gates.grounds import Ground, ground_of
from kashf.evidence.precedence.gates.judging import (
    FEWEST_GROUPS,
    CatalogueDoubt,
    Chances,
    chances,
    informative,
    levels,
    under_doubt,
    worst_chances,
)
from kashf.evidence.precedence.gates.power import powers
from kashf.evidence.precedence.gates.single_orders import PerOrder, each_order
from kashf.evidence.precedence.order_groups import given_groups, groupings
from kashf.evidence.precedence.placement import PlacedOrders, place_orders
from kashf.evidence.precedence.plan import HIGHEST_ALPHA
from kashf.evidence.precedence.result import AtRadius, Conclusion, PrecedenceResult, Shaken
from kashf.evidence.precedence.rows.inputs import Events, Order, check_not_swapped
from kashf.evidence.precedence.statistic import Null, calendar
from kashf.evidence.precedence.tables import GroupedOrders, Setup

#: Days of a reach, and of the quiet before an onset, at most.
_LONGEST: Final = 366


@dataclass(frozen=True, slots=True)
class _Weighed:
    """Orders held against the catalogue under one radius."""

    setup: Setup
    placed: PlacedOrders
    unused: Mapping[str, int]
    labels: dict[str, NDArray[np.int64]]
    bundles: dict[str, GroupedOrders]
    ground: Ground
    base: Chances
    on_middle_dates: Chances
    by_grouping: dict[str, Chances]
    by_doubt: dict[CatalogueDoubt, Chances]
    informative: int
    per_order: tuple[PerOrder, ...]

    @property
    def worst(self) -> Chances:
        return Chances.worst(self.by_grouping)

    @property
    def given(self) -> GroupedOrders:
        return self.bundles["given"]

    @property
    def is_testable(self) -> bool:
        return self.informative >= FEWEST_GROUPS

    @property
    def null(self) -> Null:
        return calendar(self.given, self.given.middle, self.placed.tables, reach=self.setup.reach)

    def conclusion(self, worst: Chances, *, level: float, alpha: float) -> Conclusion:
        """Return what p-values allow to say, leaving aside what doubtful dates of orders may turn."""
        if self.is_testable and is_at_most(worst.largest, level):
            holds = all(is_at_most(each.largest, alpha) for each in self.by_doubt.values())
            return Conclusion.BEFORE if holds else Conclusion.NOT_CHANCE
        if self.is_testable and is_at_most(worst.calendar, level):
            return Conclusion.NOT_CHANCE
        if self.per_order and sum(order.state == "fighting" for order in self.per_order) * 2 > len(self.per_order):
            return Conclusion.FIGHTING
        return Conclusion.NOTHING if self.is_testable else Conclusion.TOO_LITTLE

    def verdict(self, *, level: float, alpha: float) -> Conclusion:
        """Return what may be said; a finding that only the doubt about dates takes away is said to depend on them."""
        found = self.conclusion(self.worst, level=level, alpha=alpha)
        depends = found is Conclusion.NOTHING and is_at_most(self.on_middle_dates.calendar, level)
        return Conclusion.DEPENDS_ON_DATES if depends else found

    def cited(self, verdict: Conclusion, *, level: float, alpha: float) -> float:
        """Return the one p to cite: the largest of what decides, as if this radius had all of alpha."""
        if verdict is not Conclusion.BEFORE:
            return min(1.0, self.worst.calendar * alpha / level)
        return min(1.0, max(self.worst.largest * alpha / level, *(each.largest for each in self.by_doubt.values())))


def precedence(  # noqa: PLR0913 - tables, dice and choices: each has its own word
    orders: Sequence[Order],
    events: Events,
    *,
    rng: np.random.Generator,
    setup: Setup | None = None,
    alpha: float = HIGHEST_ALPHA,
    controls: Sequence[Order] = (),
    with_power: bool = True,
) -> PrecedenceResult:
    """Return whether orders came before events more often than by chance, and all that speaks against it.

    Args:
        orders: Read from a table.
        events: Read from a table.
        setup: Window, reach, onset and radii.
        alpha: The level at which a p counts, in (0..0.05].
        rng: Draws the joint p over several windows and the power; the tests themselves are exact.
        controls: Papers that could foretell nothing, such as leave. Where they are followed beyond chance as the orders are, or as much,
            there is no finding.
        with_power: Whether it is simulated, where nothing was found, if the test could have found anything.

    Raises:
        UsageError: The choices contradict one another, coordinates look swapped, or the controls are the orders.
    """
    setup = setup or Setup()
    check_choices(setup, alpha)
    check_not_swapped(orders, events)
    check_controls(orders, controls)
    family = [_weighed(orders, events, setup.at(radius)) for radius in setup.radii_km]
    told = _family(family, alpha)
    chosen = min(range(len(family)), key=lambda place: (_rank(told[place], family[place]), place))
    held, at = family[chosen], told[chosen]
    of_controls = _controls(controls, events, held.setup) if controls else None
    result = _result(orders, events, held, at, alpha=alpha, rng=rng)
    result = replace(result, setup=setup, family=told, controls=of_controls)
    if result.verdict.is_finding and of_controls and of_controls.undo(result.excess, alpha):
        result = replace(result, verdict=Conclusion.AS_CONTROLS)
    if result.verdict.is_finding:
        return replace(result, shaken=Shaken(gamma(held.null, at.level), file_drawer(held.null, at.level)))
    if not with_power or not held.is_testable:
        return result
    drawn = powers(held.placed, held.labels, held.ground, held.setup, level=at.level, alpha=alpha, rng=rng)
    return replace(result, power=drawn)


def _weighed(orders: Sequence[Order], events: Events, setup: Setup) -> _Weighed:
    placed, unused = place_orders(orders, events, setup)
    labels = groupings([order.group for order in placed.orders], placed.points, placed.middle, radius_km=setup.radius_km)
    bundles = {name: placed.in_groups(label)[0] for name, label in labels.items()}
    ground = ground_of(placed.sites, placed.candidates, events, setup)
    given = bundles["given"]
    q = ground.whole.hazard.chance(placed.row, placed.middle)
    return _Weighed(
        setup=setup,
        placed=placed,
        unused=unused,
        labels=labels,
        bundles=bundles,
        ground=ground,
        base=chances(given, ground, setup),
        on_middle_dates=Chances.worst({name: chances(each, ground, setup) for name, each in bundles.items()}),
        by_grouping={name: worst_chances(each, ground.whole, setup) for name, each in bundles.items()},
        by_doubt={doubt: under_doubt(given, ground, setup, doubt) for doubt in CatalogueDoubt},
        informative=informative(bundles, ground, setup),
        per_order=each_order(placed, ground.plain, q, labels["given"], setup),
    )


def _family(family: Sequence[_Weighed], alpha: float) -> tuple[AtRadius, ...]:
    """Return what each radius says at its part of alpha; one at which too few groups could say anything takes no part of it."""
    parts = iter(levels(max(1, sum(held.is_testable for held in family)), alpha))
    found = []
    for held in family:
        level = next(parts) if held.is_testable else alpha
        verdict = held.verdict(level=level, alpha=alpha)
        p = held.cited(verdict, level=level, alpha=alpha)
        found.append(AtRadius(held.setup.radius_km, level, verdict, p, held.informative))
    return tuple(found)


def _rank(at: AtRadius, held: _Weighed) -> int:
    """Return which radius is told first: that of a finding, else the first that could say anything."""
    if at.verdict is Conclusion.BEFORE:
        return 0
    return 1 if at.verdict.is_finding else 2 if held.is_testable else 3


def _result(
    orders: Sequence[Order],
    events: Events,
    held: _Weighed,
    at: AtRadius,
    *,
    alpha: float,
    rng: np.random.Generator,
) -> PrecedenceResult:
    null, setup, placed = held.null, held.setup, held.placed
    hits, expected = sum(null.observed), _expected(null)
    excess = excess_of(others_only(held.given, placed.tables, setup), hits)
    found = effects.measure(placed, held.given, null, setup=setup, alpha=at.level, rng=rng)
    return PrecedenceResult(
        verdict=at.verdict,
        if_dates_were_known=held.conclusion(held.on_middle_dates, level=at.level, alpha=alpha),
        n_orders=len(orders),
        n_used=len(placed.orders),
        unused=held.unused,
        n_events=events.rows,
        n_events_used=len(events.days),
        events_unused=events.unused,
        n_groups=len(held.given.starts),
        n_informative=held.informative,
        hits=hits,
        expected=expected,
        base=held.base,
        worst=held.worst,
        by_grouping=held.by_grouping,
        by_doubt=held.by_doubt,
        family=(),
        radius_km=at.radius_km,
        level=at.level,
        p=at.p,
        excess=(hits - expected) / len(placed.orders) if placed.orders else 0.0,
        share=excess.share,
        interval=excess.interval,
        per_order=held.per_order,
        sweep=found.sweep,
        p_joint=found.p_joint,
        explained_within_days=found.explained_within_days,
        leave_one_group=found.leave_one_group,
        leave_one_place=found.leave_one_place,
        p_shifted=_shifted(orders, events, setup),
        controls=None,
        power=(),
        shaken=None,
        leads=found.leads,
        dates=effects.date_doubt(placed, held.labels["given"], setup=setup, worst=held.worst, alpha=at.level, rng=rng),
        naive=_naive(placed, events, setup),
        mantel=naive.mantel_across(placed.points, placed.middle, events.points, events.days),
        setup=setup,
        alpha=alpha,
    )


def _expected(null: Null) -> float:
    return float(sum(pmf @ np.arange(len(pmf)) for pmf in null.pmfs))


def _controls(controls: Sequence[Order], events: Events, setup: Setup) -> Controls:
    """Return what comes out for control orders at the radius of the result."""
    held = _weighed(controls, events, setup)
    null, n = held.null, len(held.placed.orders)
    hits, expected = sum(null.observed), _expected(null)
    excess = (hits - expected) / n if n else 0.0
    return Controls(n, held.informative, hits, expected, held.worst.calendar, excess)


def check_choices(setup: Setup, alpha: float) -> None:
    """Check what was chosen.

    Raises:
        UsageError: The choices contradict one another, or alpha is too high.
    """
    first, last = setup.window
    if first < 1:
        raise UsageError("the window begins on day 1 or later: on the day of the order itself nobody knows which was first")
    if last < first:
        raise UsageError(f"the window ends on day {last}, before it begins on day {first}")
    if setup.reach < last:
        raise UsageError(
            f"the reach of {setup.reach} days is shorter than the window of {last}: reference dates would all share its answer"
        )
    if setup.reach > _LONGEST or setup.onset > _LONGEST:
        raise UsageError(f"the reach, and the days without events before an onset, are {_LONGEST} days at most")
    if setup.onset < 0 or not setup.radii_km or not all(0 <= radius <= 500 for radius in setup.radii_km):
        raise UsageError("days without events before an onset are 0 or more, the radius is 0 to 500 km")
    if len(set(setup.radii_km)) < len(setup.radii_km):
        raise UsageError("the same radius stands twice among those to be tried")
    if not 0 < alpha <= HIGHEST_ALPHA:
        raise UsageError(f"alpha lies above 0 and up to {HIGHEST_ALPHA}: a finding at a higher level is none")


def _shifted(orders: Sequence[Order], events: Events, setup: Setup) -> float:
    """Return the calendar p with the catalogue moved by half a year, or by half its span where that is shorter, round its ends."""
    by = min(180, events.span // 2)
    moved = Events(events.first, events.last, events.points, (events.days + by) % events.span, events.rows, events.unused)
    return _calendar_chance(orders, moved, setup)


def _calendar_chance(orders: Sequence[Order], events: Events, setup: Setup) -> float:
    placed, _ = place_orders(orders, events, setup)
    bundled, _ = placed.in_groups(given_groups([order.group for order in placed.orders]))
    return calendar(bundled, bundled.middle, placed.tables, reach=setup.reach).chance


def _naive(placed: PlacedOrders, events: Events, setup: Setup) -> Mapping[str, float]:
    if not placed.orders:
        return {}
    there, row, days = placed.tables.there, placed.row, placed.middle
    return {
        "poisson": naive.poisson(there, row, days, setup.window),
        "shuffle": naive.any_day(there, row, days, setup.window, (placed.tables.first, placed.tables.last)),
        "circular": naive.circular(there, row, days, setup.window),
        "knox": naive.knox_across(placed.points, days, events.points, events.days, near_km=setup.radius_km, near_days=setup.window[1]),
    }
