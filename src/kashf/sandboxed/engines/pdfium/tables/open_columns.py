"""Tables without rules: lines that were drawn one after the other and leave the same stretches of a page white.

Only lines that are read in the same order anyway are taken for rows, so that columns of prose stay what they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kashf.sandboxed.engines.pdfium.glyphs.glyph import Glyph
from kashf.sandboxed.engines.pdfium.tables.ruled_grid import GridCell, RuledGrid

#: Shares of the size of the font: the narrowest space between words and between cells; how far over its baseline the middle of a line is;
#: by how much baselines of one line differ; by how much the lines of a table may be apart.
_SPACE, _GAP, _MIDDLE, _SAME_LINE, _APART = 0.12, 0.8, 0.25, 0.5, 4.0
#: The narrowest white stretch that all lines share, a share of the size of the font.
_WHITE = 0.6
#: Lines with several cells that a table has at least, and words of half of its cells at most.
_LINES, _WORDS = 4, 3
#: Share of a line, at either end, that may be found apart; how much further apart than glyphs, for spaces, the others may be.
_LATE, _SPREAD = 0.1, 2.0
#: Lines of a page at most; a drawing has more.
_MOST = 400

Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line across the page.

    Args:
        size: Of its font.
        middle: Its height.
        place: Of the middle one of its glyphs among all that were found, as some of a line may be found late.
        is_whole: Whether most of it was found together.
        cells: Stretches of it that are far apart, from the left.
        words: Of each of them.
    """

    size: float
    middle: float
    place: float
    is_whole: bool
    cells: tuple[Stretch, ...]
    words: tuple[int, ...]


def open_grids(glyphs: Iterable[Glyph], ruled: Sequence[RuledGrid]) -> list[RuledGrid]:
    """Return the tables that lines outside of ruled ones make."""
    lines = list(_lines(glyphs, ruled))
    if len(lines) > _MOST:
        return []
    found: list[RuledGrid] = []
    begin = 0
    while begin < len(lines):
        end, white = _together(lines, begin)
        rows = lines[begin:end]
        if white and _is_table(rows):
            found.append(_grid(rows, white))
            begin = end
        else:
            begin += 1
    return found


def _lines(glyphs: Iterable[Glyph], ruled: Sequence[RuledGrid]) -> Iterator[_Line]:
    """Yield the lines of a page from the top."""
    line: list[Glyph] = []
    upright = (glyph for glyph in glyphs if glyph.text.strip() and not (glyph.angle or glyph.is_mark))
    free = (glyph for glyph in upright if all(grid.at(glyph.centre, glyph.baseline) is None for grid in ruled))
    for glyph in sorted(free, key=lambda each: -each.baseline):
        if line and line[0].baseline - glyph.baseline > _SAME_LINE * line[0].size:
            yield _line(line)
            line = []
        line.append(glyph)
    if line:
        yield _line(line)


def _line(glyphs: Sequence[Glyph]) -> _Line:
    in_order = sorted(glyphs, key=lambda each: each.left)
    size = median(glyph.size for glyph in glyphs)
    cells, words = [(in_order[0].left, in_order[0].right)], [1]
    for glyph in in_order[1:]:
        gap = glyph.left - cells[-1][1]
        if gap > _GAP * size:
            cells.append((glyph.left, glyph.right))
            words.append(1)
        else:
            cells[-1] = (cells[-1][0], max(cells[-1][1], glyph.right))
            words[-1] += gap > _SPACE * size
    middle = median(glyph.baseline for glyph in glyphs) + _MIDDLE * size
    places = sorted(glyph.index for glyph in glyphs)
    late = round(_LATE * len(places))
    is_whole = places[-1 - late] - places[late] <= _SPREAD * len(places)
    return _Line(size, middle, median(places), is_whole, tuple(cells), tuple(words))


def _together(lines: Sequence[_Line], begin: int) -> tuple[int, list[Stretch]]:
    """Return where lines end that follow a line, in the order in which they were drawn, and leave white what it does; and that."""
    white = _white([lines[begin]])
    end = begin + 1
    while white and lines[begin].is_whole and end < len(lines):
        before, line = lines[end - 1], lines[end]
        narrower = _white(lines[begin : end + 1])
        if (
            not line.is_whole
            or line.place < before.place
            or before.middle - line.middle > _APART * before.size
            or len(narrower) < len(white)
        ):
            break
        white, end = narrower, end + 1
    return end, white


def _white(lines: Sequence[_Line]) -> list[Stretch]:
    """Return the stretches between cells that no line covers."""
    covered: list[Stretch] = []
    for cell in sorted(cell for line in lines for cell in line.cells):
        if covered and cell[0] - covered[-1][1] < _WHITE * lines[0].size:
            covered[-1] = (covered[-1][0], max(covered[-1][1], cell[1]))
        else:
            covered.append(cell)
    return [(left[1], right[0]) for left, right in pairwise(covered)]


def _is_table(rows: Sequence[_Line]) -> bool:
    words = [count for row in rows for count in row.words]
    return sum(len(row.cells) > 1 for row in rows) >= _LINES and median(words) <= _WORDS


def _grid(lines: Sequence[_Line], white: Sequence[Stretch]) -> RuledGrid:
    left, right = min(line.cells[0][0] for line in lines), max(line.cells[-1][1] for line in lines)
    columns = [left - 1, *((one + other) / 2 for one, other in white), right + 1]
    up = [line.middle for line in reversed(lines)]
    rows = [up[0] - lines[-1].size, *((one + other) / 2 for one, other in pairwise(up)), up[-1] + lines[0].size]
    return RuledGrid(
        columns, rows, [[GridCell(len(lines) - 1 - row, column) for column in range(len(columns) - 1)] for row in range(len(lines))]
    )
