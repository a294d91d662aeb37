"""A board weighed: posteriors with their ranges, Heuer's counts beside them, what tells hypotheses apart, and what would turn it over."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kashf.evidence.hypotheses.board import EvidenceColumn, HypothesisBoard
from kashf.evidence.hypotheses.fragility import IfLying, Overturning, if_lying, leader_of, overturnings
from kashf.evidence.hypotheses.group_likelihoods import GroupLikelihood, discounted, group_likelihoods
from kashf.evidence.hypotheses.posterior_ranges import check_weighable, log_of, posterior_points, posterior_ranges, prior_points

#: Two hypotheses whose chances differ by less lead together.
ALIKE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class WeighedRow:
    """A hypothesis.

    Args:
        id: What it is called.
        says: In words.
        is_added: Put in by the machine.
        prior: Before the evidence.
        posterior: After it, with the middle of each interval.
        low: At least, over all that the intervals and the sweep of priors allow.
        high: At most.
        against: Columns that speak against it (Heuer's count); each counts, also those of one group.
        for_it: Columns that speak for it.
        not_looked_at: Columns in which nobody has filled it in.
    """

    id: str
    says: str
    is_added: bool
    prior: float
    posterior: float
    low: float
    high: float
    against: int
    for_it: int
    not_looked_at: int


@dataclass(frozen=True, slots=True)
class WeighedColumn:
    """A piece of evidence, or a group.

    Args:
        id: What it is called.
        columns: Those of it that count.
        copies: Those that do not, since they say the same.
        information: Bits that it is expected to tell about which hypothesis holds.
        spread: The greatest difference of its log likelihood between two hypotheses.
        without: The posterior of each hypothesis without it.
        leader_without: Who leads then.
    """

    id: str
    columns: tuple[str, ...]
    copies: tuple[str, ...]
    information: float
    spread: float
    without: Mapping[str, float]
    leader_without: str


@dataclass(frozen=True, slots=True)
class WeighedBoard:
    """All of it.

    Args:
        question: What was asked.
        leader: The most probable hypothesis of those that somebody has looked at.
        lead_is_sure: Whether its least posterior is above the greatest of every other.
        alike: Those that are as probable as the leader, which then leads nothing.
        rows: The hypotheses in their order.
        columns: The single pieces of evidence in their order.
        groups: As they entered.
        overturned_by: The smallest upsets that make another lead.
        if_lying: Who leads if one channel lied.
        sweep: By which factor the odds of priors were varied.
    """

    question: str
    leader: str
    lead_is_sure: bool
    alike: tuple[str, ...]
    rows: tuple[WeighedRow, ...]
    columns: tuple[WeighedColumn, ...]
    groups: tuple[WeighedColumn, ...]
    overturned_by: tuple[Overturning, ...]
    if_lying: tuple[IfLying, ...]
    sweep: float

    @property
    def posteriors(self) -> tuple[float, ...]:
        """In the order of the rows; they sum to 1."""
        return tuple(row.posterior for row in self.rows)


def weigh_board(board: HypothesisBoard) -> WeighedBoard:
    """Return a board weighed.

    Raises:
        BadEvidenceError: No hypothesis that somebody has looked at is left, or no priors within what was given sum to 1.
    """
    groups, priors, among = group_likelihoods(board), prior_points(board), looked_at(board)
    check_weighable(priors, groups, among)
    after = posterior_points(priors, [group.point for group in groups])
    ranges = posterior_ranges(board, groups)
    leader = leader_of(after, among)
    return WeighedBoard(
        board.question,
        leader,
        all(ranges[leader][0] > high for id, (_, high) in ranges.items() if id != leader),
        tuple(id for id in among if id != leader and after[leader] - after[id] < ALIKE),
        tuple(
            WeighedRow(each.id, each.says, each.is_added, priors[each.id], after[each.id], *ranges[each.id], *_counts(board, each.id))
            for each in board.hypotheses
        ),
        tuple(_column(board, column, priors) for column in board.columns),
        tuple(_group(group, groups, priors, among) for group in groups),
        overturnings(priors, groups, among),
        if_lying(priors, groups, among),
        board.sweep,
    )


def looked_at(board: HypothesisBoard) -> tuple[str, ...]:
    """Return the hypotheses of which somebody has filled in a cell, or all where nobody has: one that nobody looked at leads nothing."""
    return tuple(id for id in board.ids if not all(column.cells[id].is_open for column in board.columns)) or board.ids


def information(priors: Mapping[str, float], likelihood: Mapping[str, float]) -> float:
    """Return the mutual information, in bits, between which hypothesis holds and whether the evidence is there; from 0.

    >>> third = dict.fromkeys("abc", 1 / 3)
    >>> round(information(third, {"a": 0.8, "b": 0.8, "c": 0.2}), 6)
    0.249022
    """
    seen = math.fsum(priors[id] * likelihood[id] for id in priors)
    return max(0.0, _entropy(seen) - math.fsum(priors[id] * _entropy(likelihood[id]) for id in priors))


def _entropy(chance: float) -> float:
    return -math.fsum(each * math.log2(each) for each in (chance, 1 - chance) if each > 0)


def _spread(likelihood: Mapping[str, float]) -> float:
    logs = [log_of(value) for value in likelihood.values()]
    return max(logs) - min(logs)


def _counts(board: HypothesisBoard, hypothesis: str) -> tuple[int, int, int]:
    cells = [column.cells[hypothesis] for column in board.columns]
    looked_at = [cell.middle for cell in cells if not cell.is_open]
    return sum(each < 0.5 for each in looked_at), sum(each > 0.5 for each in looked_at), len(cells) - len(looked_at)


def _column(board: HypothesisBoard, column: EvidenceColumn, priors: Mapping[str, float]) -> WeighedColumn:
    """Return what one column is worth by itself, and the board without it."""
    point = {id: discounted(column, id)[2] for id in board.ids}
    others = [each for each in board.columns if each.id != column.id]
    channels = tuple(each for each in board.channels if each.id in {other.group for other in others})
    rest = group_likelihoods(HypothesisBoard(board.question, board.hypotheses, tuple(others), channels, board.sweep)) if others else ()
    without = posterior_points(priors, [group.point for group in rest])
    return WeighedColumn(
        column.id, (column.id,), (), information(priors, point), _spread(point), without, leader_of(without, looked_at(board))
    )


def _group(
    group: GroupLikelihood, groups: tuple[GroupLikelihood, ...], priors: Mapping[str, float], among: tuple[str, ...]
) -> WeighedColumn:
    without = posterior_points(priors, [each.point for each in groups if each.id != group.id])
    told = information(priors, group.point)
    return WeighedColumn(group.id, group.columns, group.copies, told, _spread(group.point), without, leader_of(without, among))
