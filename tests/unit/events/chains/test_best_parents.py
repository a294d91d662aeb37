"""The best tree: held against all trees of small graphs."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from kashf.events.chains.best_parents import best_parents

_POINTS = 4
_EDGES = [(later, earlier) for later in range(_POINTS) for earlier in range(_POINTS) if later != earlier]


def _is_tree(parents: dict[int, int]) -> bool:
    for start in parents:
        seen, at = set[int](), start
        while at in parents:
            if at in seen:
                return False
            seen.add(at)
            at = parents[at]
    return True


def _worth(parents: dict[int, int], weights: dict[tuple[int, int], float]) -> float:
    return sum(weights[pair] for pair in parents.items())


@given(st.dictionaries(st.sampled_from(_EDGES), st.integers(-3, 9).map(float)))
def test_no_other_tree_is_worth_more(weights: dict[tuple[int, int], float]) -> None:
    found = best_parents(weights)

    options = [[None, *(earlier for later, earlier in weights if later == point)] for point in range(_POINTS)]
    trees = [{point: earlier for point, earlier in enumerate(chosen) if earlier is not None} for chosen in product(*options)]
    best = max((_worth(tree, weights) for tree in trees if _is_tree(tree)), default=0.0)
    assert _is_tree(found)
    assert max(best, 0.0) == _worth(found, weights)


def test_many_rings_are_opened_without_going_deep() -> None:
    weights = {edge: 1.0 for ring in range(0, 20_000, 2) for edge in ((ring, ring + 1), (ring + 1, ring))}

    assert 10_000 == len(best_parents(weights))
