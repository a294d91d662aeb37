"""Which cells of a table hold more or fewer records than chance would put there, with how many were looked at said.

The test of a cell is Fisher's (two-sided, by the chance of a table no likelier than the one seen); over all cells of the table the p are
adjusted by Holm's steps, so that in a table of independent fields one or more cells seem beyond chance in at most 5 % of cases.

Sources: Fisher 1935, JRSS 98; Holm 1979, Scandinavian Journal of Statistics 6.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.forms.template_fields import ANSWERED
from kashf.evidence.cross_tabs.cross_tab import Answered, CrossTab, Heading
from kashf.evidence.cross_tabs.share_difference import Share, difference_interval

#: Adjusted chance up to which a cell is beyond chance.
ALPHA: Final = 0.05
#: Records that a row or a column needs to be looked at, and of how many rows and columns at most cells are.
FEWEST: Final = 5
MOST: Final = 100
#: What two chances of one table may differ by and yet be equal.
_ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class ShareComparison:
    """Some answers among the records that give others, beside the same answers among all the rest that answer both fields.

    Args:
        within: Records that give both, of those that give an answer looked for in the second field.
        without: Records that give an answer looked for in the first field, of all others.
        interval: Bounds of the first share less the second, at 95 %.
        chance: Of a table no likelier than this, were the fields independent.
    """

    within: Share
    without: Share
    interval: tuple[float, float]
    chance: float

    @property
    def overall(self) -> Share:
        """Records that give an answer looked for in the first field, of all that answer both fields."""
        return Share(self.within.part + self.without.part, self.within.of + self.without.of)


@dataclass(frozen=True, slots=True)
class CellsBeyondChance:
    """Cells of a table that hold more or fewer records than chance would put there.

    Args:
        cells: Adjusted chance of each, by the keys of its row and column.
        comparisons: How many cells were looked at: what the chances are adjusted for.
    """

    cells: Mapping[tuple[str, str], float]
    comparisons: int


def compare(pairs: Iterable[tuple[Answered, Answered]], rows: Collection[str], columns: Collection[str]) -> ShareComparison | None:
    """Return how some answers in the first field go with some in the second; None where all records, or none, give the latter.

    Args:
        pairs: For each record what it has in the first and in the second field.
        rows: Keys of the answers looked for in the first field, such as two countries.
        columns: Keys of those looked for in the second.
    """
    counts = {True: [0, 0], False: [0, 0]}
    for first, second in pairs:
        if {first.state, second.state} <= ANSWERED:
            side = counts[any(answer.key in columns for answer in second.answers)]
            side[0] += any(answer.key in rows for answer in first.answers)
            side[1] += 1
    if not (counts[True][1] and counts[False][1]):
        return None
    within, without = (Share(*counts[side]) for side in (True, False))
    return ShareComparison(within, without, difference_interval(within, without), fisher(within, without))


def beyond_chance(tab: CrossTab, *, no_answers: Collection[str] = ()) -> CellsBeyondChance:
    """Return which cells hold more or fewer records than chance would put there.

    Args:
        tab: The table.
        no_answers: Keys of rows and columns that say nothing, such as those of what is sealed; they are not looked at.

    Looked at are rows and columns that some records give and others do not, `FEWEST` at least of those that answer both fields, and of many
    the `MOST` most given. Totals alone choose them, so that the choice is no look at the cells.
    """
    told = ([each for each in headings if each.answer.key not in no_answers] for headings in (tab.rows, tab.columns))
    rows, columns = (_looked_at(headings, tab.of_both) for headings in told)
    chances = [_chance(tab, row, column) for row in rows for column in columns]
    cells = [(row.answer.key, column.answer.key) for row in rows for column in columns]
    return CellsBeyondChance({cell: chance for cell, chance in zip(cells, holm(chances), strict=True) if chance <= ALPHA}, len(cells))


def _looked_at(headings: Sequence[Heading], records: int) -> Sequence[Heading]:
    return heapq.nlargest(MOST, (each for each in headings if FEWEST <= each.of_both < records), key=lambda each: each.of_both)


def _chance(tab: CrossTab, row: Heading, column: Heading) -> float:
    """Return the chance of a cell by Fisher's test, and 1 where one look shows that it is far above `ALPHA`."""
    both, records = tab.cell(row.answer.key, column.answer.key), tab.of_both
    expected = row.of_both * column.of_both / records
    spread = math.sqrt(expected * (records - row.of_both) * (records - column.of_both) / (records * max(records - 1, 1)))
    if abs(both - expected) <= spread:
        return 1.0
    return fisher(Share(both, column.of_both), Share(row.of_both - both, records - column.of_both))


def fisher(left: Share, right: Share) -> float:
    """Return the chance in (0..1] of two shares no likelier than these, given both sizes and how many there are in all.

    >>> round(fisher(Share(3, 4), Share(1, 4)), 4)
    0.4857
    """
    parts = left.part + right.part
    counts = range(max(0, parts - right.of), min(parts, left.of) + 1)
    logs = [_log_ways(left.of, count) + _log_ways(right.of, parts - count) for count in counts]
    seen, most = logs[left.part - counts.start], max(logs)
    chances = [math.exp(each - most) for each in logs]
    return min(1.0, math.fsum(chance for chance, each in zip(chances, logs, strict=True) if each <= seen + _ROUNDING) / math.fsum(chances))


def holm(chances: Sequence[float]) -> tuple[float, ...]:
    """Return the adjusted chance of each of many tests, in the same order: the least level at which Holm's steps refuse it.

    >>> [round(each, 6) for each in holm([0.01, 0.04, 0.03])]
    [0.03, 0.06, 0.06]
    """
    adjusted, most = [0.0] * len(chances), 0.0
    for rank, place in enumerate(sorted(range(len(chances)), key=chances.__getitem__)):
        most = max(most, min(1.0, chances[place] * (len(chances) - rank)))
        adjusted[place] = most
    return tuple(adjusted)


def _log_ways(size: int, chosen: int) -> float:
    return math.lgamma(size + 1) - math.lgamma(chosen + 1) - math.lgamma(size - chosen + 1)
