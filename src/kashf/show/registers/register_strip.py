"""A series of numbers as a strip: which are here, which are cited and not here, and which nobody has seen."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from markupsafe import Markup

from kashf.events.registers.office_series import OfficeSeries

#: Cells of a row, rows at most, and the side of a cell; beyond, a cell stands for several numbers.
_ROW, _MOST_ROWS, _SIDE = 50, 8, 18


class CellState(StrEnum):
    """What is known of the numbers of a cell, what is told first."""

    HERE = "here"
    CITED = "cited"
    #: Named by a register that somebody kept, and by no letter.
    LOGGED = "logged"
    MAY_BE = "may-be"
    MISSING = "missing"


#: Each is told by its shape alone, so that the strip can be printed in black: full, a ring, half full, a dot.
_SHAPES: Final = {
    CellState.HERE: '<rect x="{x}" y="{y}" width="14" height="14" fill="currentColor"/>',
    CellState.CITED: '<rect x="{x1}" y="{y1}" width="12" height="12" fill="none" stroke="currentColor" stroke-width="2"/>',
    CellState.LOGGED: '<rect x="{x1}" y="{y1}" width="12" height="12" fill="none" stroke="currentColor" stroke-dasharray="3 3"/>',
    CellState.MAY_BE: '<rect x="{x}" y="{y7}" width="14" height="7" fill="currentColor" fill-opacity=".55"/>',
    CellState.MISSING: '<circle cx="{cx}" cy="{cy}" r="1.5" fill="currentColor"/>',
}


def strip_cells(series: OfficeSeries) -> tuple[int, Sequence[tuple[int, CellState]]]:
    """Return how many numbers a cell stands for, and the first number of each cell with what is known; () for a series of no number."""
    known = {each.serial: CellState.HERE for each in series.here}
    cited = [each.serial for each in series.never_seen if each.serial is not None]
    numbers = [*known, *cited]
    if not numbers:
        return 1, ()
    lowest, highest = min(numbers), max(numbers)
    size = -(-(highest - lowest + 1) // (_ROW * _MOST_ROWS))
    told = {
        (serial - lowest) // size: CellState.MAY_BE for serial in (each.serial for each in series.may_be) if lowest <= serial <= highest
    }
    logged = {each.serial for each in series.never_seen if not each.cited_at}
    told |= {(serial - lowest) // size: CellState.LOGGED for serial in cited if serial in logged}
    told |= {(serial - lowest) // size: CellState.CITED for serial in cited if serial not in logged}
    told |= {(serial - lowest) // size: CellState.HERE for serial in known}
    cells = -(-(highest - lowest + 1) // size)
    return size, [(lowest + place * size, told.get(place, CellState.MISSING)) for place in range(cells)]


def strip_svg(series: OfficeSeries, *, title: str, says: str, id: str) -> Markup:
    """Return a series as a drawing, row by row from its lowest number; it takes the colour of the text around it.

    Args:
        series: Which.
        title: What it is called.
        says: What it says, for whoever cannot see it.
        id: What tells its parts from those of other drawings of the page.
    """
    _, cells = strip_cells(series)
    rows = -(-len(cells) // _ROW)
    width = 60 + _SIDE * min(_ROW, max(1, len(cells)))
    head = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" width="{}" role="img" font-family="sans-serif" font-size="12"'
        ' direction="ltr" aria-labelledby="{}-title {}-says"><title id="{}-title">{}</title><desc id="{}-says">{}</desc>'
    ).format(width, _SIDE * rows, width, id, id, id, title, id, says)
    parts = [_cell(place, serial, state) for place, (serial, state) in enumerate(cells)]
    labels = [
        Markup('<text x="50" y="{}" text-anchor="end" fill="currentColor">{}</text>').format(_SIDE * row + 13, cells[row * _ROW][0])
        for row in range(rows)
    ]
    return head + Markup("").join((*labels, *parts)) + Markup("</svg>")


def _cell(place: int, serial: int, state: CellState) -> Markup:
    x, y = 58 + _SIDE * (place % _ROW), _SIDE * (place // _ROW) + 2
    shape = _SHAPES[state].format(x=x, y=y, x1=x + 1, y1=y + 1, y7=y + 7, cx=x + 7, cy=y + 7)
    return Markup("<g><title>{}</title>{}</g>").format(serial, Markup(shape))  # noqa: S704  # numbers of ours in shapes of ours
