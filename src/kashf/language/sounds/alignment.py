"""Lay two rows of sound units side by side at the least cost, and say which units did not fit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from kashf.domain.reasons import NameReason, ReasonCode

#: A unit that the table does not know as a reading of another is another letter.
ANOTHER: Final = 100
#: More than any way of laying words side by side costs.
_NEVER: Final = 1 << 30


@dataclass(frozen=True)
class CostTable:
    """What it costs to read a unit of the left word as a unit of the right one, in hundredths.

    Attributes:
        readings: (left, right) -> cost; where a unit with a place mark (``^ $``) has no row, the row of the bare unit counts.
        merges: (two left units joined, right) -> cost.
        splits: (left, two right units joined by +) -> cost.
        left_dropped: Cost of a left unit that the right word does not write; others cost 100.
        right_dropped: The same for right units.
    """

    readings: Mapping[tuple[str, str], int]
    left_dropped: Mapping[str, int]
    right_dropped: Mapping[str, int]
    merges: Mapping[tuple[str, str], int] = field(default_factory=dict)
    splits: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def reading(self, left: str, right: str) -> int:
        """Return the cost of reading one unit as the other, 0..100."""
        return self._rows[left][right]

    def merge(self, first: str, second: str, right: str) -> int | None:
        """Return the cost of reading two left units as one right unit, none when that is no reading."""
        cost = self.merges.get((first + second, right))
        return self.merges.get((bare(first) + bare(second), bare(right))) if cost is None else cost

    def left_alone(self, unit: str) -> int:
        """Return the cost of a left unit that the right word does not write, 0..100."""
        return self.left_dropped.get(unit, self.left_dropped.get(bare(unit), ANOTHER))

    def right_alone(self, unit: str) -> int:
        """Return the cost of a right unit that the left word does not write, 0..100."""
        return self.right_dropped.get(unit, self.right_dropped.get(bare(unit), ANOTHER))

    def row(self, left: str) -> Mapping[str, int]:
        """Return what a left unit costs by right unit, any right unit; looked up once, then remembered."""
        return self._rows[left]

    def may_merge(self, first: str, second: str) -> bool:
        """Return whether two left units may be read as one right unit."""
        return first + second in self._merged or bare(first) + bare(second) in self._merged

    def may_split(self, left: str) -> bool:
        """Return whether a left unit may be read as two right units."""
        return left in self._split

    @cached_property
    def _rows(self) -> "_Rows":
        return _Rows(self.readings)

    @cached_property
    def _merged(self) -> frozenset[str]:
        return frozenset(left for left, _ in self.merges)

    @cached_property
    def _split(self) -> frozenset[str]:
        return frozenset(left for left, _ in self.splits)


@dataclass(frozen=True, slots=True)
class Misfit:
    """Units that lie side by side and are no perfect reading of each other; an empty side means that the unit stands alone."""

    left: str
    right: str
    cost: int

    def why(self) -> NameReason:
        """Return what is said of it."""
        left, right = bare(self.left), bare(self.right)
        if left and right:
            return NameReason(ReasonCode.READ_AS, left=left, right=right)
        return NameReason(ReasonCode.NO_COUNTERPART, left=left or right)


def bare(unit: str) -> str:
    """Return a unit without its place marks.

    Example:
        >>> bare("^a"), bare("ي$"), bare("sh")
        ('a', 'ي', 'sh')
    """
    return unit.strip("^$")


def align(left: tuple[str, ...], right: tuple[str, ...], table: CostTable) -> tuple[int, tuple[Misfit, ...]]:
    """Return the least cost of laying two words side by side, in hundredths, with the units that cost something, in order."""
    costs = _fill(left, right, table)
    return costs[-1][-1], _trace(costs, left, right, table)


def _fill(left: tuple[str, ...], right: tuple[str, ...], table: CostTable) -> list[list[int]]:
    """Return the least cost of laying the first i units of one word beside the first j of the other, for every i and j."""
    alone = [table.right_alone(unit) for unit in right]
    row = [0]
    for cost in alone:
        row.append(row[-1] + cost)
    costs = [row]
    for i, unit in enumerate(left):
        above, readings, dropped = row, table.row(unit), table.left_alone(unit)
        joined = _joined(costs, left[: i + 1], right, table)
        row = [above[0] + dropped]
        for j, other in enumerate(right):
            row.append(min(above[j] + readings[other], above[j + 1] + dropped, row[j] + alone[j], joined.get(j, _NEVER)))
        costs.append(row)
    return costs


def _joined(costs: list[list[int]], left: tuple[str, ...], right: tuple[str, ...], table: CostTable) -> dict[int, int]:
    """Return by right unit what it costs to come there by reading two units as one; ``left`` ends with the unit of the row."""
    found: dict[int, int] = {}
    if len(left) > 1 and table.may_merge(left[-2], left[-1]):
        for j, other in enumerate(right):
            merge = table.merge(left[-2], left[-1], other)
            if merge is not None:
                found[j] = costs[-2][j] + merge
    if table.may_split(left[-1]):
        for j in range(1, len(right)):
            split = table.splits.get((left[-1], f"{right[j - 1]}+{right[j]}"))
            if split is not None:
                found[j] = min(costs[-1][j - 1] + split, found.get(j, _NEVER))
    return found


def _trace(costs: list[list[int]], left: tuple[str, ...], right: tuple[str, ...], table: CostTable) -> tuple[Misfit, ...]:
    """Return the units that cost something on the cheapest way, going it backwards."""
    misfits = []
    i, j = len(left), len(right)
    while i or j:
        for p, q, cost in _steps(left[:i], right[:j], table):
            if costs[i][j] == costs[i - p][j - q] + cost:
                if cost:
                    misfits.append(Misfit("".join(left[i - p : i]), "".join(right[j - q : j]), cost))
                i, j = i - p, j - q
                break
    return tuple(reversed(misfits))


def _steps(left: tuple[str, ...], right: tuple[str, ...], table: CostTable) -> Iterator[tuple[int, int, int]]:
    """Yield how two words may end: how many units of each lie side by side, and at what cost."""
    if left and right:
        yield 1, 1, table.reading(left[-1], right[-1])
    if left:
        yield 1, 0, table.left_alone(left[-1])
    if right:
        yield 0, 1, table.right_alone(right[-1])
    if len(left) > 1 and right and (merge := table.merge(left[-2], left[-1], right[-1])) is not None:
        yield 2, 1, merge
    if left and len(right) > 1 and (split := table.splits.get((left[-1], f"{right[-2]}+{right[-1]}"))) is not None:
        yield 1, 2, split


class _Rows(dict[str, "_CostsOfUnit"]):
    """Left unit -> what it costs by right unit, filled when a unit is first met."""

    def __init__(self, readings: Mapping[tuple[str, str], int]) -> None:
        self._readings = readings

    def __missing__(self, left: str) -> "_CostsOfUnit":
        row = self[left] = _CostsOfUnit(left, self._readings)
        return row


class _CostsOfUnit(dict[str, int]):
    """What one left unit costs by right unit, filled when a unit is first met."""

    def __init__(self, left: str, readings: Mapping[tuple[str, str], int]) -> None:
        self._left, self._readings = left, readings

    def __missing__(self, right: str) -> int:
        cost = self._readings.get((self._left, right))
        if cost is None:
            cost = self._readings.get((bare(self._left), bare(right)), ANOTHER)
        self[right] = cost
        return cost
