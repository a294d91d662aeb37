"""Which counts of a table are closed before it leaves: those under five, and as few others as keep totals from giving them away.

Whoever has the table knows that each line of it adds up, and the bounds of what is closed: 0 to 4, or 5 and more. A closed count is kept
where another number could stand in its place with all that is shown unchanged. A table with its totals is a flow around a circle, so that
a count can be one more or one less exactly where what is closed makes a way around.

Sources: Cox 1980, JASA 75 (complementary suppression); Gusfield 1988, SIAM Journal on Computing 17 (what totals tell, by a graph).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

#: A count below this tells of so few that it may tell who.
FEWEST_SHOWN: Final = 5

#: A row or a column of a table, totals included.
_End = tuple[str, int]
_Place = tuple[int, int]


class Closing(StrEnum):
    """What is shown of a count."""

    OPEN = "open"
    #: It is under five.
    SMALL = "small"
    #: It would give one away that is under five.
    BESIDE = "beside"


def close_cells(counts: Sequence[Sequence[int]]) -> tuple[tuple[Closing, ...], ...]:
    """Return what is shown of each count.

    Args:
        counts: Rows of equal length; the last row and the last column are totals.

    >>> [[each.value for each in row] for row in close_cells([[9, 2, 11], [8, 30, 38], [17, 32, 49]])]
    [['beside', 'small', 'open'], ['beside', 'beside', 'open'], ['open', 'open', 'open']]
    """
    closed = {
        (at, column): Closing.SMALL if count < FEWEST_SHOWN else Closing.OPEN
        for at, row in enumerate(counts)
        for column, count in enumerate(row)
    }
    table = _Table(counts, closed)
    waiting = [place for place, closing in closed.items() if closing is not Closing.OPEN]
    while waiting:  # What was kept once stays kept: each further closed count leaves room for more.
        if table.may_differ(waiting[-1]) or not (other := table.best_beside(waiting[-1])):
            waiting.pop()
        else:
            closed[other] = Closing.BESIDE
            waiting.insert(0, other)
    return tuple(tuple(closed[at, column] for column in range(len(row))) for at, row in enumerate(counts))


class _Table:
    """A table while counts of it are closed."""

    def __init__(self, counts: Sequence[Sequence[int]], closed: dict[_Place, Closing]) -> None:
        self._counts = counts
        self._closed = closed
        self._totals = len(counts) - 1, len(counts[0]) - 1

    def may_differ(self, place: _Place) -> bool:
        """Return whether a closed count can be one more or one less while every line still adds up."""
        tail, head = self._ends(place)
        more, less = self._may_move(place)
        return (more and self._reaches(head, tail, but=place)) or (less and self._reaches(tail, head, but=place))

    def best_beside(self, told: _Place) -> _Place | None:
        """Return which open count to close so that one is told no more; None where nothing is open.

        Nothing goes around a line that has one closed count alone, so that such lines come first, and a count in two of them before all.
        Then what is near the one that is told; no total where another will do; a small one.
        """
        closed = [Counter(place[at] for place in self._places()) for at in (0, 1)]
        best: dict[_Place, tuple[int, int, int]] = {}
        for place in filter(self._is_open, self._closed):
            ends = sum(closed[at][place[at]] == 1 for at in (0, 1))
            near = place[0] == told[0] or place[1] == told[1]
            best[place] = (self._is_total(place), -2 * ends - near, self._count(place))
        return min(best, key=lambda place: (best[place], place), default=None)

    def _places(self) -> Iterator[_Place]:
        return (place for place, closing in self._closed.items() if closing is not Closing.OPEN)

    def _is_open(self, place: _Place) -> bool:
        return self._closed[place] is Closing.OPEN

    def _is_total(self, place: _Place) -> bool:
        return place[0] == self._totals[0] or place[1] == self._totals[1]

    def _count(self, place: _Place) -> int:
        return self._counts[place[0]][place[1]]

    def _ends(self, place: _Place) -> tuple[_End, _End]:
        """Return from where to where a count flows: from its row to its column; back again where it is a total."""
        row, column = ("row", place[0]), ("column", place[1])
        is_backward = (place[0] == self._totals[0]) != (place[1] == self._totals[1])
        return (column, row) if is_backward else (row, column)

    def _may_move(self, place: _Place) -> tuple[bool, bool]:
        count = self._count(place)
        if self._closed[place] is Closing.SMALL:
            return count < FEWEST_SHOWN - 1, count > 0
        return True, count > FEWEST_SHOWN

    def _reaches(self, start: _End, end: _End, *, but: _Place) -> bool:
        seen, waiting = {start}, [start]
        while waiting:
            for line in self._next(waiting.pop(), but):
                if line == end:
                    return True
                if line not in seen:
                    seen.add(line)
                    waiting.append(line)
        return False

    def _next(self, line: _End, but: _Place) -> Iterator[_End]:
        """Yield the lines to which a change in one can be passed on by a closed count."""
        side, at = line
        across = range(len(self._counts[0])) if side == "row" else range(len(self._counts))
        for other in across:
            place = (at, other) if side == "row" else (other, at)
            if place != but and not self._is_open(place):
                (tail, head), (more, less) = self._ends(place), self._may_move(place)
                if (more and tail == line) or (less and head == line):
                    yield head if tail == line else tail
