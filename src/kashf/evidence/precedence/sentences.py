"""What a result means, in plain sentences: what was found, what follows from it, and above all what does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from kashf.evidence.precedence.gates.judging import FEWEST_GROUPS, CatalogueDoubt
from kashf.evidence.precedence.gates.power import Power
from kashf.evidence.precedence.gates.single_orders import PerOrder
from kashf.evidence.precedence.result import Conclusion, PrecedenceResult

#: What each verdict is called.
CALLED: Final = {
    Conclusion.BEFORE: "before",
    Conclusion.NOT_CHANCE: "not chance at this scale",
    Conclusion.DEPENDS_ON_DATES: "depends on doubtful dates",
    Conclusion.AS_CONTROLS: "no finding: the controls are followed as well",
    Conclusion.NOTHING: "no effect found",
    Conclusion.FIGHTING: "not testable: continuous fighting",
    Conclusion.TOO_LITTLE: "not enough data",
}
#: What each doubt about the catalogue's days is called.
DOUBTED: Final = {
    CatalogueDoubt.EARLIER: "all events a day earlier",
    CatalogueDoubt.LATER: "all events a day later",
    CatalogueDoubt.NO_FIRST_DAY: "without the first day of the window",
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
    reach = result.setup.reach
    match result.verdict:
        case Conclusion.BEFORE:
            told = (
                f"Events began after these orders more often than chance would have it, measured against other dates within {reach} days "
                "at the same places and against other lulls that had lasted as long, and more often than they began before them; also if "
                "the whole catalogue is a day wrong."
            )
        case Conclusion.NOT_CHANCE:
            told = (
                f"More orders were followed by the beginning of an event than chance would have it among dates within {reach} days, but "
                f"{_why_not_before(result)}; the word before may not be used."
            )
        case Conclusion.DEPENDS_ON_DATES:
            who = ", ".join(map(show, result.dates.deciding[:10])) or "the orders with doubtful dates"
            told = f"The answer depends on the exact dates of {who}: on some admissible days there is an effect, on others none."
        case Conclusion.AS_CONTROLS:
            told = (
                "No finding: the control orders, which could foretell nothing, are followed beyond chance as well, so what follows the "
                "orders says nothing about them."
            )
        case Conclusion.FIGHTING:
            told = (
                "Not testable: continuous fighting. Events followed most of these orders, but nothing began: there had been fighting at "
                f"the place in the {result.setup.onset} days before, so almost any date would have been followed too."
            )
        case Conclusion.TOO_LITTLE:
            told = (
                f"Not enough data: of {result.n_groups} groups of orders, {result.n_informative} could have come out in more than one way"
                f"{left_out(result, show=show)}."
            )
        case Conclusion.NOTHING:
            told = f"No effect found: among dates within {reach} days at the same places, as many would have been followed by chance."
    return told


def _why_not_before(result: PrecedenceResult) -> str:
    if result.gates_hold:
        doubts = " and ".join(DOUBTED[doubt] for doubt in result.failed_doubts)
        return f"that orders came before the events does not hold with {doubts}"
    return "the data do not show that orders came before rather than around the events"


def quotable_sentence(result: PrecedenceResult, *, catalogue: str, plan: str, show: Callable[[str], str] = str) -> str:
    """Return the sentence to quote: the verdict with n, the one p to cite, alpha, and what it was made from.

    Args:
        result: What came out.
        catalogue: Hash of the catalogue.
        plan: Hash of the plan; "" without one.
        show: As for `verdict_sentence`.
    """
    return (
        f"{verdict_sentence(result, show=show)} ({result.n_used} orders in {result.n_groups} groups{_quoted_out(result, show)}; "
        f"p {shown_p(result.p)}, counted up to "
        f"{result.alpha:g}; places within {result.radius_km:g} km; catalogue {catalogue[:16]}; "
        f"{f'plan {plan[:16]}' if plan else 'no plan was frozen'}.)"
    )


def _quoted_out(result: PrecedenceResult, show: Callable[[str], str]) -> str:
    return "" if result.verdict is Conclusion.TOO_LITTLE else left_out(result, show=show)


def left_out(result: PrecedenceResult, *, show: Callable[[str], str] = str) -> str:
    """Return how many orders were not used and why, to stand beside every answer; "" where all were used."""
    reasons = "; ".join(f"{count}: {show(reason)}" for reason, count in result.unused.items())
    return f"; {result.n_orders - result.n_used} of {result.n_orders} orders left out ({reasons})" if reasons else ""


def dates_sentence(result: PrecedenceResult) -> str:
    """Return what would be said if the dates were known, where that is more than what is said; "" otherwise."""
    if result.if_dates_were_known is result.verdict or not result.if_dates_were_known.is_finding:
        return ""
    if result.verdict is Conclusion.AS_CONTROLS or not result.dates.doubtful:
        return ""
    called = CALLED[result.if_dates_were_known]
    return f'Were every doubtful date the day in its middle, the verdict would be "{called}"; the worst admissible dates decide.'


def shown_p(chance: float) -> str:
    """Return a p with four decimals; one that is smaller is said to be, since it is never 0.

    >>> shown_p(0.04321), shown_p(0.0000001)
    ('0.0432', '< 0.0001')
    """
    return f"{chance:.4f}" if chance >= 0.00005 else "< 0.0001"


def power_sentence(power: Power) -> str:
    """Return what the test would have found with so many orders at these places, if a share of them had been given by somebody who knew."""
    error = (power.before * (1 - power.before) / power.draws) ** 0.5
    return (
        f"Had {power.share:.0%} been given by somebody who knew of a beginning, this test would have said before in {power.before:.2f} of "
        f"cases (standard error {error:.2f}, {power.draws} draws) and anything at all in {power.found:.2f}."
    )


def card_sentence(order: PerOrder, *, reach: int, window: tuple[int, int]) -> str:
    """Return how little one letter is worth by itself; for continuous fighting, that it cannot be tested."""
    first, last = window
    is_fighting = order.state == "fighting"
    followed = "An event followed, but nothing began," if is_fighting else "An event began" if order.hit else "No event began"
    told = f"{followed} within days {first} to {last} of it{': not testable, continuous fighting' if is_fighting else ''}"
    if not order.any_followed:
        return f"{told}; a random date within {reach} days would have been followed by any event with chance {order.chance_of_any:.2f}."
    if not order.chance_of_others:
        return (
            f"{told}; within {reach} days nothing else happened there, so that chance would be made of this hit alone: nothing bounds "
            "what it is worth, and one hit is no series."
        )
    return (
        f"{told}; a random date within {reach} days would have been followed too with chance {order.chance_of_any:.2f}; this hit is worth "
        f"at most {1 / order.chance_of_any:.2f} to 1."
    )


def hazard_sentence(order: PerOrder) -> str:
    """Return how often other lulls that had lasted as long ended within the window; "" where too little is known."""
    return "" if order.hazard is None else f"Of other lulls as long, {order.hazard:.0%} ended within the window."


def lines(result: PrecedenceResult, *, show: Callable[[str], str] = str) -> Iterator[str]:
    """Yield the whole answer after its first sentence as lines of text; arguments as for `verdict_sentence`."""
    if told := dates_sentence(result):
        yield told
    yield NOT_SHOWN
    yield SELECTION
    yield from map(power_sentence, result.power)
    if result.n_used < FEWEST_GROUPS:
        yield from _cards(result, show)
    first, last = result.setup.window
    yield (
        f"{result.hits} of {result.n_used} orders followed by a beginning within days {first} to {last}; {result.expected:.1f} by chance"
        f"{left_out(result, show=show)}"
    )
    yield (
        f"p: calendar {shown_p(result.p_calendar)}, direction {shown_p(result.p_direction)}, hazard {shown_p(result.p_hazard)}; worst case "
        f"{shown_p(result.worst.calendar)}, {shown_p(result.worst.direction)}, {shown_p(result.worst.hazard)}; a p counts up to "
        f"{result.level:g} at this radius; cite {shown_p(result.p)}"
    )
    for doubt, each in result.by_doubt.items():
        yield (
            f"{DOUBTED[doubt]}: calendar {shown_p(each.calendar)}, direction {shown_p(each.direction)}, hazard {shown_p(each.hazard)}; a p "
            f"counts up to {result.alpha:g}"
        )
    for at in result.family:
        yield f"places within {at.radius_km:g} km, at {at.level:g}: {CALLED[at.verdict]}, p {shown_p(at.p)}, {at.n_informative} groups"
    if result.n_informative >= FEWEST_GROUPS:
        yield f"excess share followed about {result.share:.0%} (90 % interval {result.interval[0]:.0%} to {result.interval[1]:.0%})"
    if result.verdict.is_finding:
        yield scale_sentence(result)
    if result.controls is not None:
        yield controls_sentence(result)
    yield f"catalogue moved by half a year: calendar {shown_p(result.p_shifted)}; joint p over windows {shown_p(result.p_joint)}"
    yield from _beside(result, show)


def scale_sentence(result: PrecedenceResult) -> str:
    """Return on which scale a common cause would explain a finding."""
    if result.explained_within_days:
        return f"a cause common to orders and events that acts within {result.explained_within_days} days would explain this"
    window, reach = result.setup.window, result.setup.reach
    return f"found at every reach from {window[1]} to {reach} days; a common cause that acts faster is not excluded"


def controls_sentence(result: PrecedenceResult) -> str:
    """Return what came out for control orders."""
    controls = result.controls
    if controls is None:
        return "controls: none were given"
    told = (
        f"controls: {controls.hits} of {controls.n_used} followed, {controls.expected:.1f} by chance; calendar "
        f"{shown_p(controls.p_calendar)}"
    )
    return told if controls.are_enough else f"{told}; too few to say anything"


def shaken_sentences(result: PrecedenceResult) -> Iterator[str]:
    """Yield the appendix of a finding: what it would take to undo it."""
    if result.shaken is None:
        return
    gamma, withheld = result.shaken.gamma, result.shaken.file_drawer
    yield (
        "Rosenbaum's Gamma: unseen causes would have had to multiply the odds of being followed by "
        f"{'more than 100' if gamma is None else f'{gamma:.1f}'} to take the calendar finding away."
    )
    yield (
        f"File drawer: {'more than 10,000' if withheld is None else withheld} further orders that nothing followed, withheld by whoever "
        "passed these on, would take it away."
    )


def _cards(result: PrecedenceResult, show: Callable[[str], str]) -> Iterator[str]:
    for order in result.per_order:
        card = card_sentence(order, reach=result.setup.reach, window=result.setup.window)
        yield f"{show(order.id)}: {card}"


def _beside(result: PrecedenceResult, show: Callable[[str], str]) -> Iterator[str]:
    naive = ", ".join(f"{name} {shown_p(p)}" for name, p in result.naive.items())
    yield f"tests that know nothing of phases of fighting would have said: {naive}"
    if result.mantel is not None:
        yield f"Mantel's correlation of orders and events in space and time, whichever came first: {result.mantel:.3f}"
    yield (
        f"orders: {result.n_orders} = {result.n_used} used{_unused(result.unused, show)}; groups: {result.n_groups}, of which "
        f"{result.n_informative} informative"
    )
    yield f"events: {result.n_events} = {result.n_events_used} used{_unused(result.events_unused, show)}"
    if result.n_used >= FEWEST_GROUPS:
        yield from _cards(result, show)
    for told in shaken_sentences(result):
        yield f"appendix: {told}"


def _unused(reasons: Mapping[str, int], show: Callable[[str], str]) -> str:
    return "".join(f" + {count} not used ({show(reason)})" for reason, count in reasons.items())
