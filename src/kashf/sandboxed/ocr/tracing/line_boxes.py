"""Regions of the lines of a page image, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from kashf.domain.document import BOX_GRID
from kashf.sandboxed.ocr.components import Components
from kashf.sandboxed.ocr.deskew import Sheet
from kashf.sandboxed.ocr.lines import Grey, ink_of
from kashf.sandboxed.ocr.paper import find_paper
from kashf.sandboxed.ocr.ruled_lines import Rule
from kashf.sandboxed.ocr.scans import is_blank
from kashf.sandboxed.ocr.tracing.gutters import find_gutters
from kashf.sandboxed.ocr.tracing.lines_in_order import in_order
from kashf.sandboxed.ocr.tracing.long_strokes import without_strokes
from kashf.sandboxed.ocr.tracing.ridges import pitch_of
from kashf.sandboxed.ocr.tracing.trace import Traced, trace

Box = tuple[int, int, int, int]

#: Pixels: the least height of letters at which lines are traced well; the longest side of the page they are traced on.
_LETTER, _LONGEST = 9.0, 3600
#: Upright rules from which on a page is a register, which is read row by row.
_RULED = 3


def find_regions(grey: Grey, *, leftward: bool = True) -> tuple[Box, ...]:
    """Return the boxes of the lines of a page image in units of BOX_GRID, in reading order; empty when none can be told.

    Args:
        grey: The page, dark on light or light on dark.
        leftward: Whether it is read from right to left.
    """
    if is_blank(grey):
        return ()
    sheet = Sheet.of(find_paper(grey))
    found, factor = _fine(sheet)
    surface = replace(sheet.surface, found=found, factor=factor)
    ink, strokes = without_strokes(surface.ink, surface.letter)
    pitch = pitch_of(ink, surface.letter)
    gutters = find_gutters(ink, letter=surface.letter, pitch=pitch)
    upright = [*_scaled(sheet.surface.rules.upright, sheet.surface.factor / factor), *strokes]
    lines = trace(ink, letter=surface.letter, pitch=pitch, walls=[*upright, *gutters])
    ordered = in_order(lines, gutters if len(upright) < _RULED else (), leftward=leftward)
    return tuple(_region(line, sheet, factor) for line in ordered)


def _fine(sheet: Sheet) -> tuple[Components, float]:
    """Return the ink of a sheet at a size at which its letters can be told from each other, and pixels of the sheet for one of it."""
    surface = sheet.surface
    if surface.letter >= _LETTER or surface.factor <= 1.0:
        return surface.found, surface.factor
    longest = max(surface.image.size)
    side = min(longest, _LONGEST, round(max(surface.reduced.shape) * _LETTER * 1.3 / surface.letter))
    factor = longest / side
    size = (max(1, round(surface.image.width / factor)), max(1, round(surface.image.height / factor)))
    return Components.of(ink_of(np.asarray(surface.image.resize(size)))), factor


def _scaled(rules: Sequence[Rule], share: float) -> list[Rule]:
    return [Rule(*(round(edge * share) for edge in (rule.left, rule.top, rule.right, rule.bottom))) for rule in rules]


def _region(line: Traced, sheet: Sheet, factor: float) -> Box:
    """Return the box of a line on the page as it came."""
    wide, count = line.right - line.left, len(line.tops)
    boxes = [
        sheet.on_original(
            (line.left + wide * number / count) * factor, top * factor, (line.left + wide * (number + 1) / count) * factor, bottom * factor
        )
        for number, (top, bottom) in enumerate(zip(line.tops, line.bottoms, strict=True))
    ]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    left, top = min((*lefts, BOX_GRID - 1)), min((*tops, BOX_GRID - 1))
    return left, top, max((*rights, left + 1)), max((*bottoms, top + 1))
