"""The best tree of what may follow what: each later one has one earlier one at the most, and nothing follows itself on a way round.

Source: Edmonds 1967, Journal of Research of the National Bureau of Standards 71B (a maximum branching).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def best_parents(weights: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Return for each that follows another which one, so that the weights add up to the most.

    Args:
        weights: What speaks for it, by (later, earlier); those that are not above 0 are never taken.

    >>> best_parents({(1, 0): 2.0, (0, 1): 3.0, (1, 2): 1.5})
    {0: 1, 1: 2}
    """
    edges = {(later, earlier): weight for (later, earlier), weight in weights.items() if weight > 0 and later != earlier}
    best: dict[int, tuple[int, int]] = {}
    for edge in sorted(edges, key=lambda each: (-edges[each], each)):
        best.setdefault(edge[0], edge)
    rings = _rings({later: edge[1] for later, edge in best.items()})
    if not rings:
        return {later: edge[1] for later, edge in sorted(best.items())}
    return dict(sorted(_opened(edges, best, rings).items()))


def _opened(edges: Mapping[tuple[int, int], float], best: Mapping[int, tuple[int, int]], rings: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return the best tree by that of a smaller graph, in which each ring is one point."""
    free = max(max(edge) for edge in edges) + 1
    point = {each: free + number for number, ring in enumerate(rings) for each in ring}
    weakest = {free + number: min(edges[best[each]] for each in ring) for number, ring in enumerate(rings)}
    origin: dict[tuple[int, int], tuple[int, int]] = {}
    smaller: dict[tuple[int, int], float] = {}
    for (later, earlier), weight in edges.items():
        edge = point.get(later, later), point.get(earlier, earlier)
        worth = weight - edges[best[later]] + weakest[edge[0]] if later in point else weight
        if edge[0] != edge[1] and worth > smaller.get(edge, 0.0):
            smaller[edge], origin[edge] = worth, (later, earlier)
    found = dict(origin[edge] for edge in best_parents(smaller).items())
    for ring in rings:
        entered = next((each for each in ring if each in found), None)
        cut = entered if entered is not None else min(ring, key=lambda each: (edges[best[each]], each))
        found |= {each: best[each][1] for each in ring if each != cut}
    return found


def _rings(parents: Mapping[int, int]) -> list[list[int]]:
    """Return those that lie on one way round, by way."""
    found: list[list[int]] = []
    done: set[int] = set()
    for start in parents:
        way: dict[int, None] = {}
        at: int | None = start
        while at is not None and at not in way and at not in done:
            way[at] = None
            at = parents.get(at)
        if at is not None and at in way:
            on = list(way)
            found.append(on[on.index(at) :])
        done.update(way)
    return found
