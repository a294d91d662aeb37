"""Lines of writing that stand in one row of a ruled table: a label, or what is filled in, that goes on below itself."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence

from kashf.sandboxed.ocr.lines import Line
from kashf.sandboxed.ocr.ruled_lines import Rule, Rules

#: Lines of a row at most: more are a text beside another.
_MOST_LINES = 4
#: Share of the width of the lines from which on a level rule ends a row.
_LONG = 0.5
#: Times the height of a line within which a rule stands above the first line of a table, and below its last.
_NEAR = 2.0


def ruled_rows(lines: Sequence[Line], rules: Rules) -> Iterator[tuple[Line, ...]]:
    """Yield lines in order, those together that stand in one row of a table; any other alone.

    A row has a long rule above and below and none between its lines, an upright one between its cells, and goes on in few of the columns
    that its first line fills: where rules between rows were not seen, all of these go on.

    Args:
        lines: Of one column of a page, from top to bottom.
        rules: Of the page, in the pixels of the lines.
    """
    width = max((line.cells[-1][1] - line.cells[0][0] for line in lines), default=0)
    level = sorted((each.top + each.bottom) / 2 for each in rules.level if each.right - each.left >= _LONG * width)
    row: list[Line] = []
    for at, line in enumerate(lines):
        row.append(line)
        if at + 1 < len(lines) and not _ruled(level, _middle(line), _middle(lines[at + 1])):
            continue
        yield from [tuple(row)] if _is_row(row, level, rules.upright) else ((each,) for each in row)
        row = []


def by_column(row: Sequence[Line], rules: Rules) -> list[list[tuple[Line, int]]]:
    """Return the cells of a row from the left, each from top to bottom as its lines and its places in them.

    In a row of one line no two belong together, whether an upright rule stands between them or not.
    """
    if len(row) == 1:
        return [[(row[0], place)] for place in range(len(row[0].cells))]
    walls = _walls(row, rules.upright)
    found: dict[int, list[tuple[Line, int]]] = {}
    for line in row:
        for place, (left, right) in enumerate(line.cells):
            found.setdefault(bisect(walls, (left + right) / 2), []).append((line, place))
    return [found[column] for column in sorted(found)]


def _is_row(row: Sequence[Line], level: Sequence[float], upright: Sequence[Rule]) -> bool:
    if not 1 < len(row) <= _MOST_LINES:
        return False
    first, last = row[0], row[-1]
    near = _NEAR * (first.bottom - first.top)
    if not (_ruled(level, _middle(first) - near, _middle(first)) and _ruled(level, _middle(last), _middle(last) + near)):
        return False
    walls = _walls(row, upright)
    columns = [[bisect(walls, (left + right) / 2) for left, right in line.cells] for line in row]
    if len(columns[0]) < 2 or any(len(set(some)) < len(some) for some in columns):
        return False
    return all(2 * len(some) <= len(columns[0]) for some in columns[1:])


def _walls(row: Sequence[Line], upright: Sequence[Rule]) -> list[float]:
    """Return where upright rules stand beside all lines of a row."""
    top, bottom = _middle(row[0]), _middle(row[-1])
    return sorted((each.left + each.right) / 2 for each in upright if each.top <= top and bottom <= each.bottom)


def _ruled(level: Sequence[float], top: float, bottom: float) -> bool:
    return bisect(level, top) < bisect(level, bottom)


def _middle(line: Line) -> float:
    return (line.top + line.bottom) / 2
