"""What stands behind the number of roads of a card, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from kashf.domain.ids import short_id
from kashf.language.words.visible import isolate

if TYPE_CHECKING:
    from kashf.services.cards.road_working import RoadWorking  # networkx takes 0.3 s to import.


def working_answer(working: RoadWorking) -> dict[str, Any]:
    """Return it as JSON values; nodes are called paper:ID, author:ID, says:NAME, saw:NAME and source:NAME."""
    found = working.found
    return {
        "shown": found.shown,
        "reports": list(found.counted),
        "roads": [list(road) for road in found.roads],
        "choke_points": [{"node": node, "reports": list(reports)} for node, reports in found.chokes],
        "circles": [list(circle) for circle in found.circles],
        "without_origin": list(found.without_origin),
        "copies": [list(group) for group in working.copies],
        "likelihood_ratio": found.shared.ratio if found.shared else None,
        "cap": found.shared.cap if found.shared else None,
        "unknown": list(working.unknown),
        "too_many_channels": working.is_too_many,
        "channels": [
            {
                "channel": each.channel,
                "reports": each.reports,
                "r": each.lower,
                "likelihood_ratio": each.worth.ratio if each.worth else None,
                "cap": each.worth.cap if each.worth else None,
                "why_unknown": "" if each.worth else "no batch was checked",
            }
            for each in working.channels
        ],
        "assumed": _assumed(working),
    }


def working_lines(working: RoadWorking) -> Iterator[str]:
    """Yield it as lines."""
    found = working.found
    yield from (f"road: {' > '.join(map(node_words, road))}" for road in found.roads)
    yield from (f"all roads to {_listed(reports)} lead through {node_words(node)}" for node, reports in found.chokes)
    yield from (f"copies, one report: {', '.join(map(short_id, group))}" for group in working.copies)
    yield from (f"circle, counted once at most: {_listed(circle)}" for circle in found.circles)
    if found.without_origin:
        yield f"where it begins nobody knows, counted nowhere: {_listed(found.without_origin)}"
    for each in working.channels:
        if each.worth and each.lower is not None:
            yield (
                f"likelihood ratio of {_reports(each.reports)} through {isolate(each.channel)}: {each.worth.ratio:.4g}, at most "
                f"{each.worth.cap or 1:.4g} however many (its lower bound {each.lower:.4f} taken as r)"
            )
        else:
            yield f"likelihood ratio of {_reports(each.reports)} through {isolate(each.channel)}: unknown: no batch was checked"
    if found.shared:
        yield f"all together: {found.shared.ratio:.4g}" + (f", at most {found.shared.cap:.4g}" if found.shared.cap else "")
    if working.is_too_many:
        yield "all together: unknown: more channels hang together than can be gone through"
    if any(each.worth for each in working.channels):
        yield _assumed(working)


def node_words(node: str) -> str:
    """Return what stands at a node of a road, in words."""
    kind, _, name = node.partition(":")
    if kind in {"paper", "author"}:
        return f"paper {short_id(name)}" if kind == "paper" else f"whoever wrote {short_id(name)}"
    called = isolate(name) if name else "nobody knows who"
    return {"says": f"{called} says", "saw": f"what {called} knows"}.get(kind, called)


def _reports(count: int) -> str:
    return f"{count} {'report' if count == 1 else 'reports'}"


def _listed(nodes: Iterable[str]) -> str:
    return ", ".join(map(node_words, nodes))


def _assumed(working: RoadWorking) -> str:
    taken = working.taken
    return (
        f"Taken: an origin is right with the chance {taken.sensitivity:g}, asserts it though wrong with {taken.false_assertion:g}; a "
        f"channel that is not faithful invents it with {taken.invention:g}; papers that cite none on the card have authors of their own."
    )
