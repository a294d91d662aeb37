"""Ruled lines of paper, tables and forms: found by their length, and taken out of the picture so that writing on them can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kashf.sandboxed.ocr.components import Components, runs_by_row
from kashf.sandboxed.ocr.lines import Grey, Ink

#: Pixels on both sides of a place in a gap of a rule, such as dirt or a fold makes.
_GAP = 1
#: Pixels of the thickest rule, and share of its length by which one that leans a little covers more rows.
_THICKEST, _LEAN = 7, 0.02
#: Share of a stretch beside which there may be ink above and below; the base line of words has letters all along it, and no words are as
#: long as two fifths of a page.
_BESIDE, _BESIDE_LONG = 0.22, 0.8
#: Times the height of a letter that an upright rule has at least; share of the page's width that a level one has.
_UPRIGHT, _LEVEL = 2.6, 0.11
#: Times the height of a letter: thinner ink on the very edge of a page is what is left of a border.
_THIN = 0.4
#: Pixels around a rule in which what is left of it lies.
_REMNANT = 3
#: Share of the page's width over which writing may hide a rule.
_HIDDEN = 0.3
#: Columns of a rule that are looked at together when it is taken out.
_STRETCH = 40
#: Percentage of the columns of a stretch that writing may cover.
_COVERED = 85
#: Grey levels by which what crosses a rule is darker than the rule.
_DARKER = 30


@dataclass(frozen=True, slots=True)
class Rule:
    """One ruled line, in pixels; ends are one past the last."""

    left: int
    top: int
    right: int
    bottom: int

    def enlarged(self, factor: float) -> Rule:
        """Return the same on an image so many times as large."""
        return Rule(*(round(side * factor) for side in (self.left, self.top, self.right, self.bottom)))


@dataclass(frozen=True, slots=True)
class Rules:
    """The ruled lines of a page.

    Args:
        level: From left to right.
        upright: From top to bottom.
    """

    level: tuple[Rule, ...] = ()
    upright: tuple[Rule, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.level or self.upright)

    def enlarged(self, factor: float) -> Rules:
        """Return the same on an image so many times as large."""
        return Rules(tuple(each.enlarged(factor) for each in self.level), tuple(each.enlarged(factor) for each in self.upright))


#: Of a page without ruled lines.
NO_RULES = Rules()


def find_rules(ink: Ink, *, letter: float) -> Rules:
    """Return the rules of a level page.

    Args:
        ink: Of the page.
        letter: Height of most letters in pixels.
    """
    level = _rules(ink, least=max(5 * letter, _LEVEL * ink.shape[1]))
    upright = _rules(ink.T, least=max(24.0, _UPRIGHT * letter))
    return Rules(level, tuple(Rule(each.top, each.left, each.bottom, each.right) for each in upright))


def is_frame(found: Components, letter: float) -> NDArray[np.bool_]:
    """Return which components are no writing but a dark border, or what is left of one: along much of the page's edge, or thin on it."""
    rows, columns = found.shape
    at_side, at_end = (found.left <= 1) | (found.right >= columns - 1), (found.top <= 1) | (found.bottom >= rows - 1)
    is_long = (found.height > max(8 * letter, 0.25 * rows)) | (found.width > max(12 * letter, 0.4 * columns))
    is_thin = (at_side & (found.width < _THIN * letter)) | (at_end & (found.height < _THIN * letter))
    return (((at_side | at_end) & is_long) | is_thin) & (min(rows, columns) > 8 * letter)


def is_remnant(found: Components, rules: Rules) -> NDArray[np.bool_]:
    """Return which components are what is left of a rule that was painted over."""
    remnants = np.zeros(found.area.size, bool)
    for rule in (*rules.level, *rules.upright):
        inside = (found.left >= rule.left - _REMNANT) & (found.right <= rule.right + _REMNANT)
        remnants |= inside & (found.top >= rule.top - _REMNANT) & (found.bottom <= rule.bottom + _REMNANT)
    return remnants


def without_rules(grey: Grey, rules: Rules, *, factor: float) -> Grey:
    """Return a page whose rules are painted over with paper; `factor` takes their pixels to those of `grey`."""
    page = grey.copy()
    for rule in rules.level:
        _paint_over(page, rule, factor)
    for rule in rules.upright:
        _paint_over(page.T, Rule(rule.top, rule.left, rule.bottom, rule.right), factor)
    return page


def _rules(ink: Ink, *, least: float) -> tuple[Rule, ...]:
    """Return the level rules of at least some length; one that writing hides here and there is one."""
    stretches = list(_stretches(ink, least=least))
    rules: list[Rule] = []
    for stretch in sorted(stretches, key=lambda rule: not _stands_alone(ink, rule)):
        near = [rule for rule in rules if _is_continued(rule, stretch, reach=_HIDDEN * ink.shape[1])]
        if near or _stands_alone(ink, stretch):
            rules = [rule for rule in rules if rule not in near]
            rules.append(_joined([*near, stretch]))
    return tuple(rules)


def _joined(parts: Sequence[Rule]) -> Rule:
    left, top, right, bottom = zip(*((part.left, part.top, part.right, part.bottom) for part in parts), strict=True)
    return Rule(min(left), min(top), max(right), max(bottom))


def _is_continued(rule: Rule, other: Rule, *, reach: float) -> bool:
    gap = max(other.left - rule.right, rule.left - other.right)
    return gap <= reach and other.top <= rule.bottom + 1 and rule.top <= other.bottom + 1


def _stretches(ink: Ink, *, least: float) -> Iterator[Rule]:
    """Yield what is long, level and thin."""
    starts, ends = runs_by_row(_bridged(ink))
    long = ends - starts >= least
    if not long.any():
        return
    wide = ink.shape[1] + 1
    marked = np.zeros(ink.shape[0] * wide + 1, np.int8)
    marked[starts[long]] += 1
    marked[ends[long]] -= 1
    runs = np.cumsum(marked[:-1], dtype=np.int8).reshape(ink.shape[0], wide)[:, :-1] > 0
    stretches = Components.of(runs)
    thin = (stretches.height <= _THICKEST + _LEAN * stretches.width) & (stretches.area <= _THICKEST * stretches.width)
    for place in np.flatnonzero(thin):
        yield Rule(*(int(edge[place]) for edge in (stretches.left, stretches.top, stretches.right, stretches.bottom)))


def _bridged(ink: Ink) -> Ink:
    """Return the ink with short gaps in its rows filled."""
    wide = ink.shape[1]
    padded = np.pad(ink, ((0, 0), (_GAP, _GAP)))
    spread = np.logical_or.reduce([padded[:, shift : shift + wide] for shift in range(2 * _GAP + 1)])
    padded = np.pad(spread, ((0, 0), (_GAP, _GAP)), constant_values=True)
    shrunk: Ink = np.logical_and.reduce([padded[:, shift : shift + wide] for shift in range(2 * _GAP + 1)])
    return shrunk


def _stands_alone(ink: Ink, rule: Rule) -> bool:
    """Tell whether there is little ink right above and below; a rule that is longer than any word may have writing on it."""
    above = ink[max(0, rule.top - 3) : max(0, rule.top - 1), rule.left : rule.right]
    below = ink[rule.bottom + 1 : rule.bottom + 3, rule.left : rule.right]
    beside = [part.any(axis=0).mean() if part.size else 0.0 for part in (above, below)]
    limit = _BESIDE if rule.right - rule.left < 0.4 * ink.shape[1] else _BESIDE_LONG
    return bool(max(beside) < limit)


def _paint_over(page: Grey, rule: Rule, factor: float) -> None:
    """Paint paper over a level rule, but for what crosses it or is darker than it."""
    margin = 4 + int(1.5 * factor)
    top, bottom = max(0, int(rule.top * factor) - margin), min(page.shape[0], int(rule.bottom * factor) + 1 + margin)
    left, right = max(0, int((rule.left - 1) * factor)), min(page.shape[1], int((rule.right + 1) * factor) + 1)
    strip = page[top:bottom, left:right]
    traced = _traced(strip)
    if traced is None:
        return
    middle, thickness, tone, paper = traced
    away: NDArray[np.float64] = np.abs(np.arange(strip.shape[0])[:, None] - middle[None, :])
    reach = thickness / 2 + 1
    dark = strip < (paper + tone) / 2
    sides = (away > reach) & (away <= reach + 2.5) & dark
    upper = np.arange(strip.shape[0])[:, None] < middle[None, :]
    is_crossed = np.asarray((sides & upper).any(axis=0) & (sides & ~upper).any(axis=0))
    strip[(away <= reach) & (strip > tone - _DARKER) & ~is_crossed[None, :]] = paper


def _traced(strip: Grey) -> tuple[NDArray[np.float64], float, int, int] | None:
    """Return the middle row of a rule in each column, its thickness, its grey level and that of the paper; None when it cannot be seen.

    Stretches where writing lies on the rule are darker than most, and follow the others.
    """
    count = max(1, strip.shape[1] // _STRETCH)
    usual = np.stack([np.percentile(part, _COVERED, axis=1) for part in np.array_split(strip, count, axis=1)])
    paper = int(np.median(np.percentile(usual, 90, axis=1)))
    seen = usual.min(axis=1) < paper - 12
    if not seen.any():
        return None
    tone = int(np.percentile(usual.min(axis=1)[seen], 75, method="nearest"))
    seen &= np.abs(usual.min(axis=1) - tone) < _DARKER
    dark = usual[seen] < paper - 0.35 * (paper - tone)
    rows = np.arange(strip.shape[0])
    centres = (dark * rows).sum(axis=1) / dark.sum(axis=1)
    places = (np.flatnonzero(seen) + 0.5) * strip.shape[1] / count
    steady: Ink = np.abs(centres - np.sort(centres)[centres.size // 2]) <= 4
    line = np.polyfit(places[steady], centres[steady], min(1, int(steady.sum()) - 1))
    middle = np.polyval(line, np.arange(strip.shape[1])).astype(np.float64)
    return middle, float(np.median(dark.sum(axis=1))), tone, paper
