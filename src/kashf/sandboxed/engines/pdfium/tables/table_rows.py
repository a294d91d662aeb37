"""Lines of a page cut into the cells of its ruled tables, and these put in the order in which a table is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from kashf.sandboxed.engines.pdfium.glyphs.glyph import Glyph
from kashf.sandboxed.engines.pdfium.tables.ruled_grid import GridCell, RuledGrid

#: Shares of the size of the font: the narrowest and the widest space between words; how far over its baseline the middle of a line is;
#: by how much baselines of one line differ.
_SPACE, _APART, _MIDDLE, _SAME_LINE = 0.12, 0.6, 0.25, 0.35
#: Rows with something in several cells that a table has at least.
_ROWS = 2
#: Lines of a cell from which on they may be rows that no rules part.
_LINES = 4
#: Letters of a row from which on its cells are pieces of a letter that are read line by line, as in office documents.
_LONG_ROW = 500

#: Points by which what is shown of a text may reach over its cell.
_MISS = 3.0

#: Glyphs of one line; the left and right end of what is shown of a text.
Line = list[Glyph]
Room = tuple[float, float]
NO_ROOMS: Mapping[int, Room] = MappingProxyType({})


class Laid(NamedTuple):
    """A line of a page or of a cell, and where it goes.

    Attributes:
        glyphs: In any order.
        before: Tabs for empty cells before it.
        after: What comes behind it: the end of a line, tabs before another cell, a space before another line of its cell.
        begins: Whether it is the first line of a cell.
        table: Which table it is in, from 0; -1 for none.
        leftward: Whether that is read from the right.
    """

    glyphs: Line
    before: str = ""
    after: str = "\n"
    begins: bool = False
    table: int = -1
    leftward: bool = False


@dataclass
class _TableOfRows:
    """The lines in each cell of a table."""

    grid: RuledGrid
    lines: dict[GridCell, list[Line]] = field(default_factory=dict)

    @property
    def glyphs(self) -> Iterator[Glyph]:
        return (glyph for lines in self.lines.values() for line in lines for glyph in line)

    @property
    def is_filled(self) -> bool:
        """Whether something stands side by side in rows enough."""
        said = Counter(cell.row for cell, lines in self.lines.items() if any(map(_says_anything, lines)))
        return sum(cells > 1 for cells in said.values()) >= _ROWS

    def take(self, cell: GridCell, piece: Line) -> None:
        """Put a piece into a cell, at the end of a line of the same height if there is one."""
        lines = self.lines.setdefault(cell, [])
        height = _height(piece)
        beside = (line for line in lines if abs(_height(line) - height) <= _SAME_LINE * max(line[0].size, piece[0].size))
        line = next(beside, None)
        if line is None:
            lines.append(piece)
        else:
            line.extend(piece)


def laid_out(rows: Sequence[Line], grids: Sequence[RuledGrid], rooms: Mapping[int, Room]) -> list[Laid]:
    """Return the lines of a page, those in ruled tables row by row and cell by cell, where the first of them was found.

    The cells of a table that is mostly Arabic are read from the right.

    Args:
        rows: The lines as they stand, across cells.
        grids: The ruled tables.
        rooms: Of what was drawn and shown in part only, the left and right end of that.
    """
    tables = [_TableOfRows(grid) for grid in grids]
    outside: list[Line] = []
    for row in rows:
        outside += _shared_out(row, tables, rooms)
    if not any(table.is_filled for table in tables):
        return list(map(Laid, rows))
    found = [(_first(line), [Laid(line)]) for line in outside if _says_anything(line)]
    found += [(_first(table.glyphs), list(_read(table, at))) for at, table in enumerate(tables) if table.lines]
    return [line for _, lines in sorted(found, key=lambda each: each[0]) for line in lines]


def in_tables(glyphs: Iterable[Glyph], grids: Sequence[RuledGrid]) -> dict[int, list[Glyph]]:
    """Return what stands in each table, by its place among the grids, where something stands side by side in rows enough."""
    tables = [_TableOfRows(grid) for grid in grids]
    for glyph in glyphs:
        where = None if glyph.angle else _at(tables, (glyph.centre, glyph.centre), glyph.baseline + _MIDDLE * glyph.size)
        if where:
            tables[where[0]].lines.setdefault(where[1], [[]])[0].append(glyph)
    return {at: list(table.glyphs) for at, table in enumerate(tables) if table.is_filled}


def _shared_out(row: Line, tables: Sequence[_TableOfRows], rooms: Mapping[int, Room]) -> Iterator[Line]:
    """Put the pieces of a line into cells and yield what is in none."""
    if row[0].angle:
        yield row
        return
    y = _height(row) + _MIDDLE * row[0].size
    held = {glyph.drawn: _at(tables, rooms[glyph.drawn], y) for glyph in row if glyph.drawn in rooms}
    for drawn, where in held.items():
        if where is not None:
            tables[where[0]].take(where[1], [glyph for glyph in row if glyph.drawn == drawn])
    free = [glyph for glyph in row if held.get(glyph.drawn) is None]
    for where, runs in groupby(_runs(free), lambda run: _cell_of(run, tables, y)):
        piece = [glyph for run in runs for word in run for glyph in word]
        if where is None:
            yield piece
        else:
            tables[where[0]].take(where[1], piece)


def _at(tables: Sequence[_TableOfRows], room: Room, y: float) -> tuple[int, GridCell] | None:
    """Return the table and the cell that have a stretch of a line; None where it is in none, or in several cells."""
    for at, table in enumerate(tables):
        cell = table.grid.at((room[0] + room[1]) / 2, y)
        if cell:
            ends = (table.grid.at(x, y) for x in (room[0] + min(_MISS, room[1] - room[0]), room[1] - min(_MISS, room[1] - room[0])))
            return (at, cell) if all(end == cell for end in ends) else None
    return None


def _cell_of(run: Sequence[Line], tables: Sequence[_TableOfRows], y: float) -> tuple[int, GridCell] | None:
    """Return the cell of words that were drawn at once: where they begin if they go on into the next one, as over an empty cell."""
    said = [word for word in run if not word[0].text.isspace()] or run
    cells = [_at(tables, (_middle(word), _middle(word)), y) for word in said]
    is_leftward = any(glyph.is_arabic for word in run for glyph in word)
    return cells[-1 if is_leftward else 0]


def _middle(word: Line) -> float:
    return (min(glyph.left for glyph in word) + max(glyph.right for glyph in word)) / 2


def _runs(row: Line) -> Iterator[list[Line]]:
    """Yield the words of a line from left to right, together those that were drawn at once and stand no further apart than words do."""
    run: list[Line] = []
    last: Glyph | None = None
    for word in _words(row):
        is_space = word[0].text.isspace()
        if run and not is_space and not (last and last.drawn == word[0].drawn >= 0 and word[0].left - last.right <= _APART * word[0].size):
            yield run
            run = []
        run.append(word)
        last = last if is_space else word[-1]
    if run:
        yield run


def _words(row: Line) -> Iterator[Line]:
    """Yield the glyphs of a line from left to right, as many as stand without a space."""
    word: Line = []
    right = 0.0
    for glyph in sorted(row, key=lambda each: (each.centre, each.index)):
        if word and (glyph.text.isspace() or word[-1].text.isspace() or glyph.left - right > _SPACE * glyph.size):
            yield word
            word = []
        right = max(right, glyph.right) if word else glyph.right
        word.append(glyph)
    if word:
        yield word


def _read(table: _TableOfRows, at: int) -> Iterator[Laid]:
    """Yield the lines of a table."""
    letters = [glyph for glyph in table.glyphs if any(map(str.isalpha, glyph.text))]
    leftward = sum(glyph.is_arabic for glyph in letters) * 2 >= len(letters) > 0
    for row in range(len(table.grid.rows) - 1):
        cells = table.grid.row_of(row)
        in_order = [_from_top(table.lines.get(cell, [])) if cell else [] for cell in (reversed(cells) if leftward else cells)]
        yield from (line._replace(table=at, leftward=leftward) for line in _whole_row(in_order))


def _from_top(lines: Iterable[Line]) -> list[Line]:
    """Return the lines of a cell that say anything, the highest first."""
    return sorted(filter(_says_anything, lines), key=lambda line: -_height(line))


def _whole_row(cells: Sequence[Sequence[Line]]) -> Iterator[Laid]:
    """Yield a row as one line, or line by line where its cells are whole pieces of a letter or have more than one pair each."""
    if heights := _rows_within(cells):
        for height in heights:
            yield from _one_line([[line for line in cell if _is_at(line, height)] for cell in cells])
        return
    letters = sum(len(line) for cell in cells for line in cell)
    if (letters > _LONG_ROW and any(len(cell) > 1 for cell in cells)) or any(map(_are_pairs, cells)):
        yield from (Laid(line, begins=not place) for cell in cells for place, line in enumerate(cell))
        return
    yield from _one_line(cells)


def _one_line(cells: Sequence[Sequence[Line]]) -> Iterator[Laid]:
    last = max((place for place, cell in enumerate(cells) if cell), default=-1)
    before = ""
    for place, cell in enumerate(cells[: last + 1]):
        end = "\n" if place == last else "\t"
        for nth, line in enumerate(cell):
            yield Laid(line, "" if nth else before, end if nth == len(cell) - 1 else " ", begins=not nth)
        before = "" if cell else before + "\t"


def _rows_within(cells: Sequence[Sequence[Line]]) -> list[float]:
    """Return the heights of the rows of a table that rules part from its heading only; none where lines of cells are not side by side."""
    tall = max(cells, key=len, default=())
    heights = [_height(line) for line in tall]
    lines = [line for cell in cells if cell is not tall for line in cell]
    beside = sum(any(_is_at(line, height) for height in heights) for line in lines)
    is_sure = len(tall) >= _LINES and beside == len(lines) and any(len(cell) > len(tall) / 2 for cell in cells if cell is not tall)
    return heights if is_sure else []


def _is_at(line: Line, height: float) -> bool:
    return abs(_height(line) - height) <= _SAME_LINE * line[0].size


def _are_pairs(cell: Sequence[Line]) -> bool:
    """Tell whether several lines of a cell have a label of their own."""
    return sum(any(glyph.text == ":" for glyph in line) for line in cell) > 1


def _height(line: Line) -> float:
    """Return the baseline on which most of a line stands."""
    heights = Counter(glyph.baseline for glyph in line if not glyph.is_mark) or Counter(glyph.baseline for glyph in line)
    return heights.most_common(1)[0][0]


def _first(glyphs: Iterable[Glyph]) -> int:
    return min((glyph.index for glyph in glyphs if glyph.text), default=0)


def _says_anything(line: Line) -> bool:
    return any(glyph.text.strip() for glyph in line)
