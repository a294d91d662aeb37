"""How probable each hypothesis is after the evidence: with the middle of each interval, and between the most extreme choices of all."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence

from kashf.errors import BadEvidenceError
from kashf.evidence.hypotheses.board import ChanceRange, HypothesisBoard
from kashf.evidence.hypotheses.group_likelihoods import GroupLikelihood

#: Stands for the logarithm of nothing, so that margins can be added.
_LEAST = 1e-300


def prior_points(board: HypothesisBoard) -> dict[str, float]:
    """Return the priors, the middles of what was given, or all alike; they sum to 1."""
    given = {each.id: each.prior.middle if each.prior else 1.0 for each in board.hypotheses}
    whole = math.fsum(given.values())
    if not whole:
        raise BadEvidenceError("the board cannot be weighed: all priors are 0", code="evidence-priors")
    return {id: value / whole for id, value in given.items()}


def prior_ranges(board: HypothesisBoard) -> dict[str, ChanceRange]:
    """Return between what each prior may lie: what was given, or odds that may be wrong by the sweep."""
    points = prior_points(board)
    ranges = {}
    for each in board.hypotheses:
        if each.prior and each.prior.low < each.prior.high:
            ranges[each.id] = each.prior
        else:
            odds = points[each.id] / max(1 - points[each.id], _LEAST)
            low, high = odds / board.sweep, odds * board.sweep
            ranges[each.id] = ChanceRange(low / (1 + low), min(1.0, high / (1 + high)))
    if math.fsum(each.low for each in ranges.values()) > 1 + 1e-9 or math.fsum(each.high for each in ranges.values()) < 1 - 1e-9:
        raise BadEvidenceError("no priors within what was given sum to 1", code="evidence-priors")
    return ranges


def check_weighable(priors: Mapping[str, float], groups: Sequence[GroupLikelihood], among: Collection[str]) -> None:
    """Check that some hypothesis that somebody has looked at is left over.

    Args:
        priors: By hypothesis.
        groups: The evidence.
        among: Hypotheses that may lead.

    Raises:
        BadEvidenceError: Each of them was out before the evidence, or the evidence is impossible under it; the message says which.
    """
    why = {
        id: ["its prior is 0"] * (not priors[id]) + [f"{group.id[:60]} is impossible under it" for group in groups if not group.point[id]]
        for id in among
    }
    if all(why.values()):
        told = "; ".join(f"{id[:60]}: {reasons[0]}" for id, reasons in sorted(why.items()))[:600]
        raise BadEvidenceError(
            f"the board cannot be weighed, since no hypothesis that somebody has looked at is left ({told}); a 0 says that something is "
            "impossible: write the least chance that can be defended",
            code="evidence-nothing-left",
            why=told,
        )


def log_of(value: float) -> float:
    """Return the logarithm; that of nothing is very low."""
    return math.log(max(value, _LEAST))


def posterior_points(priors: Mapping[str, float], groups: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Return the posterior of each hypothesis; they sum to 1.

    Args:
        priors: By hypothesis.
        groups: Of each group, how probable it is by hypothesis.

    Raises:
        BadEvidenceError: The evidence is impossible whatever holds.
    """
    likelihoods = tuple(groups)
    if not any(priors[id] and all(each[id] for each in likelihoods) for id in priors):
        raise BadEvidenceError("with these figures the evidence is impossible whatever holds", code="evidence-impossible")
    logs = {id: log_of(prior) + math.fsum(log_of(each[id]) for each in likelihoods) for id, prior in priors.items()}
    most = max(logs.values())
    parts = {id: math.exp(value - most) for id, value in logs.items()}
    whole = math.fsum(parts.values())
    return {id: part / whole for id, part in parts.items()}


def posterior_ranges(board: HypothesisBoard, groups: Sequence[GroupLikelihood]) -> dict[str, tuple[float, float]]:
    """Return the least and the greatest posterior of each hypothesis over all priors and likelihoods within their intervals, exactly.

    A posterior rises with its own likelihood and prior and falls with those of the others, so that it is extreme where its own are at one
    end and the others' at the other; what is left of the prior goes to those whose likelihood is least (or greatest).
    """
    priors = prior_ranges(board)
    low = {id: math.fsum(log_of(group.low[id]) for group in groups) for id in priors}
    high = {id: math.fsum(log_of(group.high[id]) for group in groups) for id in priors}
    return {id: (_extreme(id, priors, low, high, greatest=False), _extreme(id, priors, high, low, greatest=True)) for id in priors}


def _extreme(
    id: str,
    priors: Mapping[str, ChanceRange],
    own: Mapping[str, float],
    others: Mapping[str, float],
    *,
    greatest: bool,
) -> float:
    rest = {other: priors[other] for other in priors if other != id}
    if greatest:
        prior = min(priors[id].high, 1 - math.fsum(each.low for each in rest.values()))
    else:
        prior = max(priors[id].low, 1 - math.fsum(each.high for each in rest.values()))
    left = 1 - prior - math.fsum(each.low for each in rest.values())
    most = max(own[id], *(others[other] for other in rest))
    against = 0.0
    for other in sorted(rest, key=lambda other: others[other], reverse=not greatest):
        more = min(max(left, 0.0), rest[other].high - rest[other].low)
        left -= more
        against += (rest[other].low + more) * math.exp(others[other] - most)
    speaking = max(prior, 0.0) * math.exp(own[id] - most)
    return speaking / (speaking + against) if speaking + against else 0.0
