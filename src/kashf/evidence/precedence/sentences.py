"""What a result means, in plain sentences: what was found, what follows from it, and above all what does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from kashf.evidence.precedence.result import Conclusion, PerOrder, PrecedenceResult

#: What each verdict is called.
CALLED: Final = {
    Conclusion.BEFORE: "before",
    Conclusion.NOT_CHANCE: "not chance at this scale",
    Conclusion.DEPENDS_ON_DATES: "depends on doubtful dates",
    Conclusion.NOTHING: "no effect found",
    Conclusion.FIGHTING: "not testable: continuous fighting",
    Conclusion.TOO_LITTLE: "not enough data",
}
#: Stands under every verdict.
NOT_SHOWN = (
    "Not shown: who knew, how, or that the sides agreed. An order can precede an event because its author foresaw it, saw it being "
    "prepared, was warned in public, or because the order was written afterwards and dated back."
)
SELECTION = "Which orders reached us was decided by whoever passed them on; the test cannot correct for that choice."


def verdict_sentence(result: PrecedenceResult, *, show: Callable[[str], str] = str) -> str:
    """Return the verdict as one sentence that may be quoted.

    Args:
        result: What came out.
        show: What words of the tables pass through, which may hold anything; as they are without.
    """
    reach, groups = result.setup.reach, result.n_groups
    if result.verdict is Conclusion.BEFORE:
        return (
            f"Events began after these orders more often than chance would have it, measured against other dates within {reach} days at "
            "the same places, more often than they began before them, and against dates as long after the last event."
        )
    if result.verdict is Conclusion.NOT_CHANCE:
        return (
            f"More orders were followed by the beginning of an event than chance would have it among dates within {reach} days, but "
            "the data do not show that orders came before rather than around the events; the word before may not be used."
        )
    if result.verdict is Conclusion.DEPENDS_ON_DATES:
        who = ", ".join(map(show, result.dates.deciding[:10])) or "the orders with doubtful dates"
        return f"The answer depends on the exact dates of {who}: on some admissible days there is an effect, on others none."
    if result.verdict is Conclusion.FIGHTING:
        return (
            "Not testable: continuous fighting. Events followed most of these orders, but nothing began: there had been fighting at the "
            f"place in the {result.setup.onset} days before, so almost any date would have been followed too."
        )
    if result.verdict is Conclusion.TOO_LITTLE:
        return f"Not enough data: of {groups} groups of orders, {result.n_informative} could have come out in more than one way."
    return f"No effect found: among dates within {reach} days at the same places, as many would have been followed by chance."


def dates_sentence(result: PrecedenceResult) -> str:
    """Return what would be said if the dates were known, where that is more than what is said; "" otherwise."""
    if result.if_dates_were_known is result.verdict or not result.if_dates_were_known.is_finding:
        return ""
    called = CALLED[result.if_dates_were_known]
    return f'Were every doubtful date the day in its middle, the verdict would be "{called}"; the worst admissible dates decide.'


def shown_p(chance: float) -> str:
    """Return a p with four decimals; one that is smaller is said to be, since it is never 0.

    >>> shown_p(0.04321), shown_p(0.0000001)
    ('0.0432', '< 0.0001')
    """
    return f"{chance:.4f}" if chance >= 0.00005 else "< 0.0001"


def chance_sentence(order: PerOrder, *, reach: int, window: tuple[int, int]) -> str:
    """Return how little one order proves by itself."""
    first, last = window
    followed = "An event began" if order.hit else "No event began"
    return (
        f"{followed} within days {first} to {last} of it; of the dates within {reach} days, {order.chance:.0%} would have been followed by "
        f"a beginning, and {order.chance_of_any:.0%} by any event."
    )


def likelihood_ratio_sentence(order: PerOrder) -> str:
    """Return what one order followed by an event is worth at most, as a likelihood ratio; "" when it was not, or nothing bounds it.

    If orders of insiders were always followed, the ratio is 1 / q, q being the chance that a random date is.
    """
    if not order.hit or not order.chance:
        return ""
    return (
        f"Taken alone it raises the odds of foreknowledge at most {1 / order.chance:.2f}-fold, since chance would do the same with "
        f"{order.chance:.3f}."
    )


def lines(result: PrecedenceResult, *, show: Callable[[str], str] = str) -> Iterator[str]:
    """Yield the whole answer as lines of text; arguments as for `verdict_sentence`."""
    yield verdict_sentence(result, show=show)
    if told := dates_sentence(result):
        yield told
    yield NOT_SHOWN
    yield SELECTION
    first, last = result.setup.window
    yield (
        f"{result.hits} of {result.n_used} orders followed by a beginning within days {first} to {last}; {result.expected:.1f} by chance"
    )
    yield (
        f"p: calendar {shown_p(result.p_calendar)}, direction {shown_p(result.p_direction)}, recency-matched "
        f"{shown_p(result.p_matched)}; worst case {shown_p(result.worst.calendar)}, {shown_p(result.worst.direction)}, "
        f"{shown_p(result.worst.matched)}; a p counts up to {result.alpha}"
    )
    yield f"coordinated share about {result.share:.0%} ({result.interval[0]:.0%} to {result.interval[1]:.0%}); excess {result.excess:+.2f}"
    if result.verdict.is_finding and result.explained_within_days:
        yield f"a cause common to orders and events that acts within {result.explained_within_days} days would explain this"
    naive = ", ".join(f"{name} {shown_p(p)}" for name, p in result.naive.items())
    yield f"tests that know nothing of phases of fighting would have said: {naive}"
    if result.mantel is not None:
        yield f"Mantel's correlation of orders and events in space and time, whichever came first: {result.mantel:.3f}"
    yield (
        f"orders: {result.n_orders} = {result.n_used} used{_unused(result.unused, show)}; groups: {result.n_groups}, of which "
        f"{result.n_informative} informative"
    )
    yield f"events: {result.n_events} = {result.n_events_used} used{_unused(result.events_unused, show)}"
    for order in result.per_order:
        yield f"{show(order.id)}: {chance_sentence(order, reach=result.setup.reach, window=result.setup.window)}"


def _unused(reasons: Mapping[str, int], show: Callable[[str], str]) -> str:
    return "".join(f" + {count} not used ({show(reason)})" for reason, count in reasons.items())
