"""Which letter a vowel mark belongs to: by the order in which both were drawn, where that order is a rule of the page.

Programs draw a mark directly before or behind its letter; where letters stand on each other, as in fine fonts, the mark often stands
over another one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kashf.sandboxed.engines.pdfium.glyphs.glyph import Glyph

#: Share of the marks whose letter is plain to see that a rule must be right for, and how many of them there must be.
_RULE, _ENOUGH = 0.75, 3
#: Share of the size of the font by which a mark may stand beside its letter, and by which the two may differ in height.
_REACH, _HEIGHT = 1.0, 1.5


def with_hosts(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return glyphs in their order, the marks with the index of the letter they belong to where that can be told."""
    inked = [glyph for glyph in glyphs if glyph.drawn >= 0 and not glyph.text.isspace()]
    together = {glyph.drawn for glyph in inked if not glyph.is_mark}
    alone = _ruled(sorted(inked, key=lambda each: (each.drawn, each.pen)), [each for each in inked if each.drawn not in together])
    within = _ruled(sorted(inked, key=lambda each: each.index), [each for each in inked if each.drawn in together])
    hosts = alone | within
    return [replace(glyph, host=hosts[glyph.index]) if glyph.index in hosts else glyph for glyph in glyphs]


def _ruled(ordered: Sequence[Glyph], which: Sequence[Glyph]) -> dict[int, int]:
    """Return the index of the letter of each of some marks, by index of the mark; nothing where the order tells none."""
    these = {glyph.index for glyph in which if glyph.is_mark}
    sides = [found for found in _sides(ordered) if found[0].index in these]
    votes = Counter(_side_seen(*found) for found in sides)
    side = max((-1, 1), key=lambda each: votes[each])
    if votes[side] < _ENOUGH or votes[side] < _RULE * (votes[-1] + votes[1]):
        return {}
    hosts = ((mark, behind if side > 0 else before) for mark, before, behind in sides)
    return {mark.index: host.index for mark, host in hosts if host and _is_in_reach(mark, host)}


def _sides(ordered: Sequence[Glyph]) -> Iterator[tuple[Glyph, Glyph | None, Glyph | None]]:
    """Yield each mark with the last letter before it and the first behind it."""
    letters = [place for place, glyph in enumerate(ordered) if not glyph.is_mark]
    for place, glyph in enumerate(ordered):
        if glyph.is_mark:
            before, behind = bisect_left(letters, place) - 1, bisect_right(letters, place)
            yield glyph, ordered[letters[before]] if before >= 0 else None, ordered[letters[behind]] if behind < len(letters) else None


def _side_seen(mark: Glyph, before: Glyph | None, behind: Glyph | None) -> int:
    """Return -1 if a mark plainly stands over what was drawn before it, 1 over what was drawn behind it, else 0."""
    is_before, is_behind = _is_over(mark, before), _is_over(mark, behind)
    return is_behind - is_before


def _is_over(mark: Glyph, letter: Glyph | None) -> bool:
    return letter is not None and letter.is_arabic and _is_in_reach(mark, letter) and letter.left <= mark.centre <= letter.right


def _is_in_reach(mark: Glyph, letter: Glyph) -> bool:
    distance = max(letter.left - mark.centre, mark.centre - letter.right)
    is_near = distance <= _REACH * mark.size and abs(mark.baseline - letter.baseline) <= _HEIGHT * mark.size
    return letter.is_arabic and letter.angle == mark.angle and is_near
