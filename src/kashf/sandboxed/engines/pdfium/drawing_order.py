"""The order in which a page was drawn, where it is the one in which letters stand from left to right.

Programs with Arabic draw a line so, glyph by glyph as the font shaped it. Where letters stand on each other, as in Nastaliq and in fine
Naskh, that order is right and the places of the letters are not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from kashf.sandboxed.engines.pdfium.glyphs.glyph import Glyph

#: Shares of pairs of letters drawn one after the other: that must go to the right for the order to be trusted; that stand at different
#: heights where letters are stacked.
_RIGHTWARD, _STACKED = 0.8, 0.25
#: Shares of the size of the font: difference of height that is none; steps back and up
#: behind which something else begins; difference of the heights of parts of one line.
_LEVEL, _BACK, _UP, _SAME_LINE = 0.04, 2.0, 1.6, 0.5
#: Of what is read of stacked letters in the order in which they were drawn; measured, words of Nastaliq.
_STACKED_CERTAINTY = 0.8
#: Pairs below which nothing can be said.
_ENOUGH = 12


def is_drawn_rightward(glyphs: Sequence[Glyph]) -> bool:
    """Tell whether the letters of the page were drawn from left to right."""
    steps = [right.pen - left.pen for left, right in _pairs(glyphs)]
    return len(steps) >= _ENOUGH and sum(step > 0 for step in steps) >= _RIGHTWARD * len(steps)


def is_stacked(glyphs: Sequence[Glyph]) -> bool:
    """Tell whether letters of one word stand at different heights, so that height does not tell lines apart."""
    rises = [abs(right.baseline - left.baseline) / (left.size or 1.0) for left, right in _pairs(glyphs)]
    near = [rise for rise in rises if rise < _UP]
    letters = sum(glyph.is_arabic and not glyph.is_mark for glyph in glyphs)
    return len(near) >= max(_ENOUGH, _STACKED * letters) and sum(rise > _LEVEL for rise in near) > _STACKED * len(near)


def certainty_of_order(glyphs: Sequence[Glyph]) -> float:
    """Return in [0..1] how surely letters can be read in order: less where they are stacked, 0.0 where nothing tells their order then."""
    if not is_stacked(glyphs):
        return 1.0
    return _STACKED_CERTAINTY if is_drawn_rightward(glyphs) else 0.0


def rows_as_drawn(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs of each line in the order in which they were drawn, what was drawn at once by the place where it begins."""
    rows: list[list[list[Glyph]]] = []
    for run in _runs(in_drawing_order(glyphs)):
        row = next((row for row in reversed(rows) if abs(_base(row[0]) - _base(run)) <= _SAME_LINE * run[0].size), None)
        if row:
            row.append(run)
        elif any(not glyph.text.isspace() for glyph in run):
            rows.append([run])
    in_order = ([glyph for run in sorted(row, key=lambda run: run[0].pen) for glyph in run] for row in rows)
    return sorted(in_order, key=lambda row: min(glyph.index for glyph in row))


def _runs(drawn: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return glyphs that were drawn at once: until the pen goes back or far up or down."""
    runs: list[list[Glyph]] = []
    base, right = 0.0, 0.0
    for glyph in drawn:
        if runs and glyph.pen > right - _BACK * glyph.size and abs(glyph.baseline - base) < _UP * glyph.size:
            runs[-1].append(glyph)
            right = max(right, glyph.pen)
        else:
            runs.append([glyph])
            base, right = glyph.baseline, glyph.pen
    return runs


def _base(run: Sequence[Glyph]) -> float:
    """Return the height on which most of it stands, which is that of the ends of its words."""
    return Counter(glyph.baseline for glyph in run).most_common(1)[0][0]


def in_drawing_order(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return glyphs in the order in which they were drawn, those that were drawn together from left to right."""
    return sorted(glyphs, key=lambda glyph: (glyph.drawn, glyph.pen, glyph.index))


def unstacked(heads: Sequence[Glyph]) -> list[Glyph]:
    """Return letters in their order, but those that stand on each other in the order in which they were drawn."""
    found: list[Glyph] = []
    for glyph in heads:
        place = len(found)
        while place and _is_drawn_later(found[place - 1], glyph):
            place -= 1
        found.insert(place, glyph)
    return found


def _is_drawn_later(left: Glyph, glyph: Glyph) -> bool:
    is_known = left.is_arabic and glyph.is_arabic and glyph.drawn >= 0
    return is_known and left.drawn > glyph.drawn and glyph.left < left.right


def _pairs(glyphs: Sequence[Glyph]) -> list[tuple[Glyph, Glyph]]:
    letters = in_drawing_order([glyph for glyph in glyphs if glyph.drawn >= 0 and glyph.is_arabic and not glyph.is_mark])
    return [(left, right) for left, right in pairwise(letters) if left.drawn != right.drawn and left.angle == right.angle]
