"""The precedence test from end to end: orders and a catalogue in, everything that can and cannot be said out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kashf.errors import UsageError
from kashf.evidence.precedence import effects, naive
from kashf.evidence.precedence.exact import convolve_all, is_at_most, sign_flip, tail
from kashf.evidence.precedence.grid import hits
from kashf.evidence.precedence.order_groups import given_groups, groupings
from kashf.evidence.precedence.placement import PlacedOrders, place_orders
from kashf.evidence.precedence.result import Chances, Conclusion, PerOrder, PrecedenceResult
from kashf.evidence.precedence.rows.inputs import Events, Order, check_not_swapped
from kashf.evidence.precedence.statistic import (
    calendar,
    direction,
    matched,
    reference,
    worst_case,
    worst_direction,
)
from kashf.evidence.precedence.tables import GroupedOrders, Setup, SiteTables

#: With fewer informative groups nothing is said, whatever the p.
FEWEST_GROUPS: Final = 5


def precedence(
    orders: Sequence[Order],
    events: Events,
    *,
    rng: np.random.Generator,
    setup: Setup | None = None,
    alpha: float = 0.05,
    placebo: Sequence[Order] = (),
) -> PrecedenceResult:
    """Return whether orders came before events more often than by chance, and all that speaks against it.

    Args:
        orders: Read from a table.
        events: Read from a table.
        setup: Window, reach, onset and radius.
        alpha: The level at which a p counts, in (0..0.5].
        rng: Draws intervals and the joint p over several windows; the tests themselves are exact.
        placebo: Papers that order nothing which could foretell an event, such as leave: they should be followed as often as by chance.

    Raises:
        UsageError: The choices contradict one another, or coordinates look swapped.
    """
    setup = setup or Setup()
    _check(setup, alpha)
    check_not_swapped(orders, events)
    placed, unused = place_orders(orders, events, setup)
    labels = groupings([order.group for order in placed.orders], placed.points, placed.middle, radius_km=setup.radius_km)
    bundled, _ = placed.in_groups(labels["given"])
    null = calendar(bundled, bundled.middle, placed.tables, reach=setup.reach)
    by_grouping = {name: worst_chances(placed, label, setup) for name, label in labels.items()}
    base = chances(bundled, placed.tables, setup)
    informative = min(_informative(placed, label, setup) for label in labels.values())
    worst = Chances(*(max(getattr(each, test) for each in by_grouping.values()) for test in ("calendar", "direction", "matched")))
    on_middle_dates = _on_middle_dates(placed, labels, setup)
    per_order = _per_order(placed, labels["given"], setup, events)
    found = effects.measure(placed, bundled, null, setup=setup, alpha=alpha, rng=rng)
    return PrecedenceResult(
        verdict=_verdict(worst, informative, per_order, alpha, if_dates_were_known=on_middle_dates),
        if_dates_were_known=_verdict(on_middle_dates, informative, per_order, alpha),
        n_orders=len(orders),
        n_used=len(placed.orders),
        unused=unused,
        n_events=events.rows,
        n_events_used=len(events.days),
        events_unused=events.unused,
        n_groups=len(bundled.starts),
        n_informative=informative,
        hits=sum(null.observed),
        expected=float(sum(pmf @ np.arange(len(pmf)) for pmf in null.pmfs)),
        base=base,
        worst=worst,
        by_grouping=by_grouping,
        excess=found.excess,
        share=found.share,
        interval=found.interval,
        per_order=per_order,
        sweep=found.sweep,
        p_joint=found.p_joint,
        explained_within_days=found.explained_within_days,
        leave_one_group=found.leave_one_group,
        leave_one_place=found.leave_one_place,
        p_shifted=_shifted(orders, events, setup),
        p_placebo=_calendar_chance(placebo, events, setup) if placebo else None,
        leads=found.leads,
        dates=effects.date_doubt(placed, labels["given"], setup=setup, worst=worst, alpha=alpha, rng=rng),
        naive=_naive(placed, events, setup),
        mantel=naive.mantel_across(placed.points, placed.middle, events.points, events.days),
        setup=setup,
        alpha=alpha,
    )


def chances(bundled: GroupedOrders, tables: SiteTables, setup: Setup) -> Chances:
    """Return the three tests on the days in the middle."""
    days = bundled.middle
    return Chances(
        calendar(bundled, days, tables, reach=setup.reach).chance,
        sign_flip(direction(bundled, days, tables)),
        matched(bundled, days, tables, reach=setup.reach).chance,
    )


def worst_chances(placed: PlacedOrders, labels: NDArray[np.int64], setup: Setup) -> Chances:
    """Return the three tests in the worst admissible case of the dates, under one grouping."""
    bundled, _ = placed.in_groups(labels)
    if not len(bundled.row) or not (bundled.latest > bundled.earliest).any():
        return chances(bundled, placed.tables, setup)
    found = []
    for is_matched in (False, True):
        pmfs, observed = worst_case(bundled, placed.tables, reach=setup.reach, matched=is_matched)
        found.append(tail(convolve_all(pmfs), sum(observed)))
    return Chances(found[0], sign_flip(worst_direction(bundled, placed.tables)), found[1])


def _check(setup: Setup, alpha: float) -> None:
    first, last = setup.window
    if first < 1:
        raise UsageError("the window begins on day 1 or later: on the day of the order itself nobody knows which was first")
    if last < first:
        raise UsageError(f"the window ends on day {last}, before it begins on day {first}")
    if setup.reach < last:
        raise UsageError(
            f"the reach of {setup.reach} days is shorter than the window of {last}: reference dates would all share its answer"
        )
    if setup.onset < 0 or not 0 <= setup.radius_km <= 500:
        raise UsageError("days without events before an onset are 0 or more, the radius is 0 to 500 km")
    if not 0 < alpha <= 0.5:
        raise UsageError("alpha lies above 0 and up to 0.5")


def _per_order(placed: PlacedOrders, labels: NDArray[np.int64], setup: Setup, events: Events) -> tuple[PerOrder, ...]:
    if not placed.orders:
        return ()
    alone = GroupedOrders(placed.row, placed.earliest, placed.latest, np.arange(len(placed.row)))
    after, usable = reference(alone, placed.middle, placed.tables, reach=setup.reach)
    followed = hits(placed.tables.there, setup.window)
    at = np.clip(placed.middle[:, None] + np.arange(-setup.reach, setup.reach + 1), 0, events.span - 1)
    any_after = followed[placed.row[:, None], at]
    found = []
    for place, order in enumerate(placed.orders):
        row, day = placed.row[place], placed.middle[place]
        hit = bool(placed.tables.after[row, day])
        chance = float(after[place][usable[place]].mean())
        dates = np.arange(placed.earliest[place], placed.latest[place] + 1)
        found.append(
            PerOrder(
                id=order.id,
                place=order.place,
                earliest=order.date.bounds[0],
                latest=order.date.bounds[1],
                group=int(labels[place]),
                hit=hit,
                lead_days=effects.lead(placed.tables, int(row), int(day), setup) if hit else None,
                chance=chance,
                chance_of_any=float(any_after[place][usable[place]].mean()),
                state=_state(chance, hit=hit, is_followed=bool(followed[row, day])),
                is_doubtful=len(set(placed.tables.after[row, dates].tolist())) > 1,
            )
        )
    return tuple(found)


def _state(chance: float, *, hit: bool, is_followed: bool) -> str:
    if is_followed and not hit:
        return "fighting"
    return "quiet" if chance == 0 else "always" if chance == 1 else "informative"


def _informative(placed: PlacedOrders, labels: NDArray[np.int64], setup: Setup) -> int:
    bundled, _ = placed.in_groups(labels)
    return len(calendar(bundled, bundled.middle, placed.tables, reach=setup.reach).informative())


def _on_middle_dates(placed: PlacedOrders, labels: Mapping[str, NDArray[np.int64]], setup: Setup) -> Chances:
    """Return the largest p of each test over the forced groupings, were every order of the day in the middle of what is admissible."""
    found = [chances(placed.in_groups(label)[0], placed.tables, setup) for label in labels.values()]
    return Chances(*(max(getattr(each, test) for each in found) for test in ("calendar", "direction", "matched")))


def _verdict(
    worst: Chances, informative: int, per_order: Sequence[PerOrder], alpha: float, *, if_dates_were_known: Chances | None = None
) -> Conclusion:
    """Return what the largest p allow to say; a finding that only the doubt about dates takes away is said to depend on them."""
    if is_at_most(worst.largest, alpha) and informative >= FEWEST_GROUPS:
        return Conclusion.BEFORE
    if is_at_most(worst.calendar, alpha) and informative >= FEWEST_GROUPS:
        return Conclusion.NOT_CHANCE
    if per_order and sum(order.state == "fighting" for order in per_order) * 2 > len(per_order):
        return Conclusion.FIGHTING
    if informative < FEWEST_GROUPS:
        return Conclusion.TOO_LITTLE
    depends = if_dates_were_known is not None and is_at_most(if_dates_were_known.calendar, alpha)
    return Conclusion.DEPENDS_ON_DATES if depends else Conclusion.NOTHING


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
