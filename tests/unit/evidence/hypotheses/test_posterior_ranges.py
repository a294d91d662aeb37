from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given

from kashf.errors import BadEvidenceError
from kashf.evidence.hypotheses.board import ChanceRange, EvidenceColumn, Hypothesis, HypothesisBoard
from kashf.evidence.hypotheses.group_likelihoods import group_likelihoods
from kashf.evidence.hypotheses.posterior_ranges import posterior_points, posterior_ranges, prior_ranges
from tests.unit.evidence.hypotheses.boards import ROWS, boards


def _corners(ranges: dict[str, ChanceRange]) -> list[dict[str, float]]:
    """Return the corners of all priors within their ranges that sum to 1: all but one at an end, that one what is left."""
    found = []
    for free, of_it in ranges.items():
        rest = [id for id in ranges if id != free]
        for ends in itertools.product((0, 1), repeat=len(rest)):
            chosen = {id: (ranges[id].low, ranges[id].high)[end] for id, end in zip(rest, ends, strict=True)}
            left = 1 - math.fsum(chosen.values())
            if of_it.low - 1e-12 <= left <= of_it.high + 1e-12:
                found.append({**chosen, free: max(left, 0.0)})
    return found


@given(boards())
def test_the_ranges_are_those_of_the_worst_corners(board: HypothesisBoard) -> None:
    groups = group_likelihoods(board)
    low, high = ({id: math.prod(getattr(group, end)[id] for group in groups) for id in board.ids} for end in ("low", "high"))
    seen: dict[str, list[float]] = {id: [] for id in board.ids}
    for priors in _corners(prior_ranges(board)):
        for ends in itertools.product((0, 1), repeat=len(board.ids)):
            parts = {id: priors[id] * (low, high)[end][id] for id, end in zip(board.ids, ends, strict=True)}
            for id in board.ids:
                seen[id].append(parts[id] / math.fsum(parts.values()))

    found = posterior_ranges(board, groups)

    for id in board.ids:
        assert pytest.approx((min(seen[id]), max(seen[id])), rel=1e-6, abs=1e-9) == found[id]


def test_evidence_that_is_impossible_whatever_holds_is_refused() -> None:
    with pytest.raises(BadEvidenceError, match="impossible whatever holds"):
        posterior_points({"a": 0.5, "b": 0.5}, [{"a": 0.0, "b": 0.3}, {"a": 0.4, "b": 0.0}])

    assert {"a": 0.0, "b": 1.0} == pytest.approx(posterior_points({"a": 0.5, "b": 0.5}, [{"a": 0.0, "b": 0.3}]), abs=1e-12)


def test_priors_that_cannot_sum_to_one_are_refused() -> None:
    rows = tuple(Hypothesis(row.id, row.says, prior=ChanceRange(0.5, 0.6)) for row in ROWS)
    board = HypothesisBoard("?", rows, (EvidenceColumn("E", "e", dict.fromkeys(("H1", "H2", "H3"), ChanceRange(0.5, 0.5))),))

    with pytest.raises(BadEvidenceError, match="sum to 1"):
        prior_ranges(board)
