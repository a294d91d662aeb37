"""Lay two rows of sound units side by side at the least cost, and say which units did not fit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

#: A unit that the table does not know as a reading of another is another letter.
ANOTHER: Final = 100


@dataclass(frozen=True, slots=True)
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
        cost = self.readings.get((left, right))
        if cost is None:
            cost = self.readings.get((bare(left), bare(right)), ANOTHER)
        return cost

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


@dataclass(frozen=True, slots=True)
class Misfit:
    """Units that lie side by side and are no perfect reading of each other; an empty side means that the unit stands alone."""

    left: str
    right: str
    cost: int

    def why(self) -> str:
        """Return the misfit in words."""
        left, right = bare(self.left), bare(self.right)
        return f"{left} is read as {right}" if left and right else f"{left or right} has no counterpart"


def bare(unit: str) -> str:
    """Return a unit without its place marks.

    Example:
        >>> bare("^a"), bare("ي$"), bare("sh")
        ('a', 'ي', 'sh')
    """
    return unit.strip("^$")


def align(left: tuple[str, ...], right: tuple[str, ...], table: CostTable) -> tuple[int, tuple[Misfit, ...]]:
    """Return the least cost of laying two words side by side, in hundredths, with the units that cost something, in order."""
    width = len(right) + 1
    row: list[tuple[int, tuple[Misfit, ...]]] = [(0, ())]
    for unit in right:
        row.append(_worse(row[-1], "", unit, table.right_alone(unit)))
    rows = [row]
    for i, unit in enumerate(left, start=1):
        above = rows[-1]
        row = [_worse(above[0], unit, "", table.left_alone(unit))]
        for j in range(1, width):
            other = right[j - 1]
            options = [
                _worse(above[j - 1], unit, other, table.reading(unit, other)),
                _worse(above[j], unit, "", table.left_alone(unit)),
                _worse(row[j - 1], "", other, table.right_alone(other)),
            ]
            merge = table.merge(left[i - 2], unit, other) if i > 1 else None
            if merge is not None:
                options.append(_worse(rows[i - 2][j - 1], left[i - 2] + unit, other, merge))
            split = table.splits.get((unit, f"{right[j - 2]}+{other}")) if j > 1 else None
            if split is not None:
                options.append(_worse(above[j - 2], unit, right[j - 2] + other, split))
            row.append(min(options, key=_cost))
        rows.append(row)
    return rows[-1][-1]


def _worse(so_far: tuple[int, tuple[Misfit, ...]], left: str, right: str, cost: int) -> tuple[int, tuple[Misfit, ...]]:
    return (so_far[0] + cost, (*so_far[1], Misfit(left, right, cost))) if cost else so_far


def _cost(option: tuple[int, tuple[Misfit, ...]]) -> int:
    return option[0]
