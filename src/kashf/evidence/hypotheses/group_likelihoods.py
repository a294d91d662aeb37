"""What each group of evidence says of each hypothesis: discounted where it may be made up, once where it came through one channel."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from kashf.evidence.hypotheses.board import ChanceRange, EvidenceChannel, EvidenceColumn, HypothesisBoard


@dataclass(frozen=True, slots=True)
class GroupLikelihood:
    """A group of evidence, which enters once.

    Args:
        id: The group, or the column that stands alone.
        columns: Those of it that count; copies of one are one.
        copies: Those that are left out, since they say the same as another of the group.
        low: By hypothesis, how probable the group is at least.
        high: At most.
        point: With the middle of each interval.
        if_lying: Likewise if it was made up; None where nobody has said.
    """

    id: str
    columns: tuple[str, ...]
    copies: tuple[str, ...]
    low: Mapping[str, float]
    high: Mapping[str, float]
    point: Mapping[str, float]
    if_lying: Mapping[str, float] | None


def group_likelihoods(board: HypothesisBoard) -> tuple[GroupLikelihood, ...]:
    """Return the groups of a board, sorted by their names."""
    channels = {each.id: each for each in board.channels}
    of: dict[str, list[EvidenceColumn]] = {}
    for column in board.columns:
        of.setdefault(column.group or f"\0{column.id}", []).append(column)
    groups = [_group(name.removeprefix("\0"), columns, channels.get(name), board.ids) for name, columns in of.items()]
    return tuple(sorted(groups, key=lambda group: group.id))


def discounted(column: EvidenceColumn, hypothesis: str) -> tuple[float, float, float]:
    """Return low, high and point of P*(e|h) = a P(e|h) + (1 - a) P(e|fabricated, h)."""
    cell, made_up = column.cells[hypothesis], column.fabricated.get(hypothesis, column.cells[hypothesis])
    authentic = column.authentic
    ends = [_mixed(*each) for each in product((authentic.low, authentic.high), (cell.low, cell.high), (made_up.low, made_up.high))]
    return min(ends), max(ends), _mixed(authentic.middle, cell.middle, made_up.middle)


def _mixed(share: float, one: float, other: float) -> float:
    return share * one + (1 - share) * other


def _group(name: str, columns: Sequence[EvidenceColumn], channel: EvidenceChannel | None, ids: Iterable[str]) -> GroupLikelihood:
    counted: dict[object, EvidenceColumn] = {}
    for column in sorted(columns, key=lambda each: each.id):
        counted.setdefault(_what_it_says(column), column)
    kept = tuple(counted.values())
    ranges = {each: [discounted(column, each) for column in kept] for each in ids}
    if channel:
        found = {each: _through(channel.faithful, channel.if_lying[each], ranges[each]) for each in ids}
        lying: Mapping[str, float] | None = {each: channel.if_lying[each].middle for each in ids}
    else:
        found = {each: _once(ranges[each]) for each in ids}
        lying = {each: kept[0].fabricated[each].middle for each in ids} if len(kept) == 1 and kept[0].fabricated else None
    names = tuple(column.id for column in kept)
    copies = tuple(sorted(column.id for column in columns if column.id not in names))
    low, high, point = ({each: found[each][part] for each in ids} for part in range(3))
    return GroupLikelihood(name, names, copies, low, high, point, lying)


def _what_it_says(column: EvidenceColumn) -> object:
    return column.says, tuple(sorted(column.cells.items())), column.authentic, tuple(sorted(column.fabricated.items()))


def _through(faithful: ChanceRange, lying: ChanceRange, columns: Sequence[tuple[float, float, float]]) -> tuple[float, float, float]:
    """Return what evidence says that came through one channel: r times the product, and (1 - r) times what a liar sends."""
    low, high, point = (math.prod(each[part] for each in columns) for part in range(3))
    ends = [_mixed(*each) for each in product((faithful.low, faithful.high), (low, high), (lying.low, lying.high))]
    return min(ends), max(ends), _mixed(faithful.middle, point, lying.middle)


def _once(columns: Sequence[tuple[float, float, float]]) -> tuple[float, float, float]:
    """Return what a group says whose channel nobody has put figures to: from its weakest to its strongest, and their geometric mean."""
    point = math.prod(each[2] for each in columns) ** (1 / len(columns))
    return min(each[0] for each in columns), max(each[1] for each in columns), point
