"""What would turn a board over: the fewest groups of evidence without which, or distrusting which, another hypothesis leads.

Log margins between leader and rival add up over groups, so that taking the largest contributions first finds the fewest, exactly.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kashf.evidence.hypotheses.group_likelihoods import GroupLikelihood
from kashf.evidence.hypotheses.posterior_ranges import log_of, posterior_points


class Upset(StrEnum):
    """How a group is taken out of the balance."""

    REMOVED = "removed"
    DISTRUSTED = "distrusted"


@dataclass(frozen=True, slots=True)
class Overturning:
    """What makes another hypothesis lead.

    Args:
        how: Whether the groups are left out, or taken for what a liar sends.
        groups: The fewest that do it.
        leader: Who leads then.
    """

    how: Upset
    groups: tuple[str, ...]
    leader: str


@dataclass(frozen=True, slots=True)
class IfLying:
    """Who leads if what one group came through lied; `posterior` is theirs then."""

    group: str
    leader: str
    posterior: float


def leader_of(posterior: Mapping[str, float], among: Collection[str]) -> str:
    """Return the most probable of some hypotheses; of several the first by name."""
    return min(among, key=lambda id: (-posterior[id], id))


def overturnings(priors: Mapping[str, float], groups: Sequence[GroupLikelihood], among: Collection[str]) -> tuple[Overturning, ...]:
    """Return the smallest upset of each kind that makes another lead; none of a kind where nothing of it does.

    Args:
        priors: By hypothesis.
        groups: The evidence.
        among: Hypotheses that may lead: those that somebody has looked at.
    """
    leader = leader_of(posterior_points(priors, [group.point for group in groups]), among)
    found = []
    for how in Upset:
        tried = [taken for rival in sorted(among) if rival != leader and (taken := _fewest(priors, groups, how, leader, rival))]
        if tried:
            names = min(tried, key=lambda taken: (len(taken[0]), taken[1]))[0]
            found.append(Overturning(how, names, leader_of(posterior_points(priors, _upset(groups, names, how)), among)))
    return tuple(found)


def if_lying(priors: Mapping[str, float], groups: Sequence[GroupLikelihood], among: Collection[str]) -> tuple[IfLying, ...]:
    """Return for each group of which somebody said what a liar would send who leads if it is that."""
    told = []
    for group in groups:
        if group.if_lying:
            after = posterior_points(priors, _upset(groups, (group.id,), Upset.DISTRUSTED))
            leader = leader_of(after, among)
            told.append(IfLying(group.id, leader, after[leader]))
    return tuple(told)


def _upset(groups: Sequence[GroupLikelihood], names: tuple[str, ...], how: Upset) -> list[Mapping[str, float]]:
    kept: list[Mapping[str, float]] = [group.point for group in groups if group.id not in names]
    if how is Upset.DISTRUSTED:
        kept += [group.if_lying for group in groups if group.id in names and group.if_lying]
    return kept


def _fewest(
    priors: Mapping[str, float], groups: Sequence[GroupLikelihood], how: Upset, leader: str, rival: str
) -> tuple[tuple[str, ...], float] | None:
    """Return the fewest groups that give a rival the lead over the leader, with the margin then; None where none do."""
    margin = log_of(priors[leader]) - log_of(priors[rival]) + math.fsum(_speaks(group.point, leader, rival) for group in groups)
    gains = sorted(((_gain(group, how, leader, rival), group.id) for group in groups), key=lambda gain: (-gain[0], gain[1]))
    taken: list[str] = []
    for gain, name in gains:
        if gain <= 0:
            break
        margin -= gain
        taken.append(name)
        if margin < -1e-9:
            return tuple(sorted(taken)), margin
    return None


def _gain(group: GroupLikelihood, how: Upset, leader: str, rival: str) -> float:
    own = _speaks(group.point, leader, rival)
    if how is Upset.REMOVED:
        return own
    return own - _speaks(group.if_lying, leader, rival) if group.if_lying else 0.0


def _speaks(likelihood: Mapping[str, float], leader: str, rival: str) -> float:
    return log_of(likelihood[leader]) - log_of(likelihood[rival])
