"""Cells of a ruled table, by the lines that cross each other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kashf.sandboxed.engines.pdfium.tables.page_strokes import Stroke

#: Points by which lines that are one may lie beside each other, and by which those that meet may miss each other.
_NEAR = 3.0
#: Lines each way of a page at most, and cells of a table; a map or a sheet for plotting has more.
_MOST, _MOST_CELLS = 400, 6_000
#: Share of a side of a cell that a line must go along to be its side.
_COVERED = 0.6
#: Rows with cells side by side that a table has at least.
_ROWS = 2


class GridCell(NamedTuple):
    """A cell by where it begins, at the left of its highest row: rows from the top, columns from the left."""

    row: int
    column: int


class RuledGrid:
    """A table.

    Args:
        columns: Places of the upright lines, from the left.
        rows: Places of the others, from below.
        cells: For each row from below and each column, the cell that is there.
    """

    def __init__(self, columns: Sequence[float], rows: Sequence[float], cells: Sequence[Sequence[GridCell]]) -> None:
        self.columns, self.rows, self.cells = columns, rows, cells

    @property
    def is_table(self) -> bool:
        """Whether there are cells side by side in rows enough: a frame, or one line through it, is no table."""
        return len({frozenset(row) for row in self.cells if len(set(row)) > 1}) >= _ROWS

    def at(self, x: float, y: float) -> GridCell | None:
        """Return the cell in which a point lies; None outside."""
        column, row = bisect_right(self.columns, x) - 1, bisect_right(self.rows, y) - 1
        if not (0 <= column < len(self.columns) - 1 and 0 <= row < len(self.rows) - 1):
            return None
        return self.cells[row][column]

    def row_of(self, row: int) -> list[GridCell | None]:
        """Return from the left the cells that begin in a row, None where one from above goes on."""
        found = dict.fromkeys(self.cells[len(self.rows) - 2 - row])
        return [cell if cell.row == row else None for cell in found]


def ruled_grids(strokes: Iterable[Stroke]) -> list[RuledGrid]:
    """Return the tables that lines make.

    >>> lines = [Stroke(False, y, 0, 90) for y in (0, 20, 40)] + [Stroke(True, x, 0, 40) for x in (0, 30, 90)]
    >>> [grid.at(50, 30) for grid in ruled_grids(lines)]
    [GridCell(row=0, column=1)]
    """
    known = list(strokes)
    upright, level = (_merged(each for each in known if each.is_upright is kind) for kind in (True, False))
    if not upright or not level or max(len(upright), len(level)) > _MOST:
        return []
    grids = (_grid(*lines) for lines in _connected(upright, level))
    return [grid for grid in grids if grid is not None and grid.is_table]


def _merged(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Return lines with those made one that lie on each other or go on where another ends."""
    found: list[Stroke] = []
    beside: list[Stroke] = []
    for stroke in sorted(strokes, key=lambda each: each.at):
        if beside and stroke.at - beside[0].at > _NEAR:
            found += _in_a_row(beside)
            beside = []
        beside.append(stroke)
    return [*found, *_in_a_row(beside)]


def _in_a_row(beside: Iterable[Stroke]) -> list[Stroke]:
    found: list[Stroke] = []
    for stroke in sorted(beside, key=lambda each: each.begin):
        if found and stroke.begin - found[-1].end <= _NEAR:
            found[-1] = found[-1]._replace(end=max(found[-1].end, stroke.end))
        else:
            found.append(stroke)
    return found


def _connected(upright: Sequence[Stroke], level: Sequence[Stroke]) -> Iterator[tuple[list[Stroke], list[Stroke]]]:
    """Yield lines that cross or meet each other, straight away or by others."""
    left = set(range(len(upright) + len(level)))
    lines = [*upright, *level]
    while left:
        group, open_ends = set[int](), [left.pop()]
        while open_ends:
            one = open_ends.pop()
            group.add(one)
            met = {other for other in left if _meet(lines[one], lines[other])}
            left -= met
            open_ends += met
        ways = [lines[each] for each in sorted(group)]
        yield [each for each in ways if each.is_upright], [each for each in ways if not each.is_upright]


def _meet(one: Stroke, other: Stroke) -> bool:
    if one.is_upright is other.is_upright:
        return False
    return all(first.begin - _NEAR <= second.at <= first.end + _NEAR for first, second in ((one, other), (other, one)))


def _grid(upright: Sequence[Stroke], level: Sequence[Stroke]) -> RuledGrid | None:
    """Return the cells between lines that meet, and are one where no line goes between them; None for more than a table has."""
    columns = _places([each.at for each in upright] + [side for each in level for side in (each.begin, each.end)])
    rows = _places([each.at for each in level] + [side for each in upright for side in (each.begin, each.end)])
    if (len(columns) - 1) * (len(rows) - 1) > _MOST_CELLS:
        return None
    beside = [[line for line in upright if abs(line.at - at) <= _NEAR] for at in columns]
    below = [[line for line in level if abs(line.at - at) <= _NEAR] for at in rows]
    one = list(range((len(rows) - 1) * (len(columns) - 1)))

    def first(place: int) -> int:
        while one[place] != place:
            one[place] = place = one[one[place]]
        return place

    wide = len(columns) - 1
    for place in range(len(one)):
        row, column = divmod(place, wide)
        if column and not _are_along(beside[column], rows[row], rows[row + 1]):
            one[first(place)] = first(place - 1)
        if row and not _are_along(below[row], columns[column], columns[column + 1]):
            one[first(place)] = first(place - wide)
    named: dict[int, GridCell] = {}
    for place in reversed(range(len(one))):
        row, column = divmod(place, wide)
        top = GridCell(len(rows) - 2 - row, column)
        named[first(place)] = min(named.get(first(place), top), top)
    return RuledGrid(columns, rows, [[named[first(row * wide + column)] for column in range(wide)] for row in range(len(rows) - 1)])


def _places(found: Iterable[float]) -> list[float]:
    """Return places from the lowest, those that are near each other once."""
    places: list[float] = []
    for place in sorted(found):
        if not places or place - places[-1] > _NEAR:
            places.append(place)
    return places


def _are_along(lines: Iterable[Stroke], begin: float, end: float) -> bool:
    """Tell whether lines go along most of a side."""
    covered = sum(max(min(line.end, end) - max(line.begin, begin), 0.0) for line in lines)
    return covered >= _COVERED * (end - begin)
