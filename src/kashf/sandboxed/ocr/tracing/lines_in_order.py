"""In what order the lines of a page are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kashf.sandboxed.ocr.ruled_lines import Rule
from kashf.sandboxed.ocr.tracing.trace import Traced

#: Share of the height of the lower of two lines that they share when they stand in one row.
_ONE_ROW = 0.5
#: Share of the widest line of a column that the usual one has when it is of running text; cells of a register differ more.
_RUNNING = 0.66
#: Share of its width by which a line may lie over a gutter and be beside it all the same.
_OVER = 0.15


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows of a page in which running text stands in columns.

    Args:
        top: First row.
        bottom: One past the last.
        edges: Columns of pixels between which the columns of text are, from left to right.
    """

    top: int
    bottom: int
    edges: tuple[int, ...]


def in_order(lines: Sequence[Traced], gutters: Sequence[Rule], *, leftward: bool) -> list[Traced]:
    """Return lines as they are read: columns of running text one after the other, all else row by row."""
    stretches = [stretch for stretch in _stretches(gutters) if _is_running(lines, stretch)]
    groups: dict[tuple[float, float], list[Traced]] = {}
    for line in sorted(lines, key=lambda each: each.middle):
        groups.setdefault(_place(line, stretches, leftward=leftward), []).append(line)
    rows = (row for _, group in sorted(groups.items()) for row in _rows(group))
    return [line for row in rows for line in sorted(row, key=lambda each: each.left, reverse=leftward)]


def _stretches(gutters: Sequence[Rule]) -> list[Stretch]:
    """Return the stretches that gutters side by side make."""
    groups: list[list[Rule]] = []
    for gutter in sorted(gutters, key=lambda each: each.top):
        near = next((group for group in groups if gutter.top < min(each.bottom for each in group)), None)
        if near is None:
            groups.append([gutter])
        else:
            near.append(gutter)
    return [
        Stretch(min(each.top for each in group), max(each.bottom for each in group), tuple(sorted({each.left for each in group})))
        for group in groups
    ]


def _column(line: Traced, stretch: Stretch) -> int | None:
    """Return in which column of a stretch a line stands, from the left; None when it is not in it."""
    if not stretch.top - 2 <= line.middle < stretch.bottom + 2:
        return None
    over = _OVER * (line.right - line.left)
    if any(line.left + over < edge < line.right - over for edge in stretch.edges):
        return None
    return sum(1 for edge in stretch.edges if edge <= (line.left + line.right) / 2)


def _is_running(lines: Sequence[Traced], stretch: Stretch) -> bool:
    widths: dict[int, list[int]] = {}
    for line in lines:
        column = _column(line, stretch)
        if column is not None:
            widths.setdefault(column, []).append(line.right - line.left)
    return len(widths) > 1 and all(np.median(each) >= _RUNNING * max(each) and len(each) > 2 for each in widths.values())


def _place(line: Traced, stretches: Sequence[Stretch], *, leftward: bool) -> tuple[float, float]:
    """Return where a line stands in the order of groups: its stretch and column, or what is between the stretches."""
    for number, stretch in enumerate(stretches):
        column = _column(line, stretch)
        if column is not None:
            return number + 0.5, -column if leftward else column
    return float(sum(1 for stretch in stretches if (stretch.top + stretch.bottom) / 2 <= line.middle)), 0.0


def _rows(lines: Sequence[Traced]) -> list[list[Traced]]:
    """Return lines from above to below in rows: those side by side in one."""
    rows: list[list[Traced]] = []
    for line in lines:
        if rows and all(_is_beside(line, other) for other in rows[-1]):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _is_beside(line: Traced, other: Traced) -> bool:
    """Tell whether two lines stand side by side, and not one above the other."""
    shared = min(line.bottom, other.bottom) - max(line.top, other.top)
    lower = min(line.bottom - line.top, other.bottom - other.top)
    return shared > _ONE_ROW * lower and (line.left >= other.right or other.left >= line.right)
