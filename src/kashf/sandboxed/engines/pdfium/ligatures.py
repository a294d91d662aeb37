"""Characters that one glyph stands for, joined and in the order in which they are read."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from kashf.sandboxed.engines.pdfium.glyphs.glyph import UNKNOWN, Glyph
from kashf.sandboxed.engines.pdfium.stale_marks import without_stale_marks

#: Points by which places of one glyph may differ.
_NEAR = 0.02
#: Share of the size of the font by which parts of a ligature may stand apart.
_BESIDE = 0.1
#: Share of a dot that stands over or under its letter.
_OVER = 0.6
#: Ligatures that have a code point of their own in Unicode, and the one for God that fonts have without the alef.
_LIGATURES = frozenset(
    {unicodedata.normalize("NFKC", chr(code)) for code in (*range(0xFBEA, 0xFDFC), *range(0xFEF5, 0xFEFD))} | {"\u0644\u0644\u0647"}
)


def joined(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return glyphs in their order, those that were found in one place as one.

    A program that says what a ligature stands for, or a letter with its marks, has all of its characters found in one box, or in equal
    slices of it; Arabic ones in the order read or turned round with their line. Some say the same for the letter and for each of its marks.
    """
    by_index = {glyph.index: glyph for glyph in glyphs}
    found: list[Glyph] = []
    for _, group in groupby(sorted((glyph for glyph in glyphs if glyph.text), key=_pen), _pen):
        found += _of_one_pen(list(group), by_index)
    return sorted(_without_echoes(_with_ink(_said_once(without_stale_marks(found)))), key=lambda glyph: glyph.index)


def _pen(glyph: Glyph) -> tuple[int, float, float]:
    return glyph.angle, round(glyph.baseline, 2), round(glyph.pen, 2)


def _of_one_pen(group: Sequence[Glyph], by_index: Mapping[int, Glyph]) -> list[Glyph]:
    """Return the glyphs that were drawn from one place, those in one box as one."""
    if len(group) > 1 and _are_slices(group):
        return [_sliced(group)]
    boxes = sorted(group, key=lambda glyph: (glyph.left, glyph.right, glyph.index))
    return [_in_one_box(list(each), by_index) for _, each in groupby(boxes, lambda glyph: (glyph.left, glyph.right))]


def _are_slices(group: Sequence[Glyph]) -> bool:
    slices = sorted(group, key=lambda glyph: glyph.left)
    width = slices[0].right - slices[0].left
    return width > _NEAR and all(
        abs(left.right - right.left) <= _NEAR and abs(right.right - right.left - width) <= _NEAR for left, right in pairwise(slices)
    )


def _sliced(group: Sequence[Glyph]) -> Glyph:
    """Return a glyph whose characters got a slice of its box each."""
    parts = sorted(group, key=lambda glyph: glyph.left, reverse=any(glyph.is_arabic for glyph in group))
    if _is_known_turned(parts):
        parts.reverse()
    left, right = min(glyph.left for glyph in parts), max(glyph.right for glyph in parts)
    return replace(_one(parts), left=left, right=right, is_part=True)


def _in_one_box(group: list[Glyph], by_index: Mapping[int, Glyph]) -> Glyph:
    if len(group) > 1 and group[0].is_arabic and _is_turned(group, by_index):
        group.reverse()
    return _one(group)


def _is_turned(group: Sequence[Glyph], by_index: Mapping[int, Glyph]) -> bool:
    """Tell whether characters were turned round; where nothing else tells, whether what was found beside them goes to the left."""
    known = _is_known_turned(group)
    if known is not None:
        return known
    before, behind = by_index.get(group[0].index - 1), by_index.get(group[-1].index + 1)
    return (before is not None and before.pen > group[0].pen) or (behind is not None and behind.pen < group[0].pen)


def _is_known_turned(group: Sequence[Glyph]) -> bool | None:
    """Tell whether characters were turned round, as they were if there is such a ligature only so, or marks come first; None if unknown."""
    text = "".join(glyph.text for glyph in group if not glyph.is_mark)
    if (text in _LIGATURES) != (text[::-1] in _LIGATURES):
        return text not in _LIGATURES
    return group[0].is_mark if group[0].is_mark != group[-1].is_mark else None


def _one(parts: Sequence[Glyph]) -> Glyph:
    first = min(parts, key=lambda glyph: glyph.index)
    letters = "".join(glyph.text for glyph in parts)
    marks = next((place for place, character in enumerate(letters) if unicodedata.category(character) != "Mn"), 0)
    return replace(first, text=letters[marks:] + letters[:marks]) if len(parts) > 1 else first


def _said_once(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return glyphs, wide ones first, without those that say again what a letter or ligature with its marks said in the same place."""
    kept: list[Glyph] = []
    places: dict[tuple[str, int], list[int]] = {}
    for glyph in sorted(glyphs, key=lambda each: each.left - each.right):
        if len(glyph.text) == 1 or not glyph.is_arabic:
            kept.append(glyph)
            continue
        text, height = "".join(sorted(unicodedata.normalize("NFC", glyph.text))), round(glyph.baseline / (glyph.size or 1.0))
        same = (place for near in (height - 1, height, height + 1) for place in places.get((text, near), ()))
        place = next((place for place in same if _say_the_same(kept[place], glyph)), None)
        if place is None:
            places.setdefault((text, height), []).append(len(kept))
            kept.append(glyph)
        else:
            kept[place] = _as_one(kept[place], glyph)
    return kept


def _say_the_same(one: Glyph, other: Glyph) -> bool:
    """Tell whether one stands over the other; parts of a ligature of several letters stand side by side."""
    marks = sum(unicodedata.category(character) == "Mn" for character in one.text)
    if not marks or one.angle != other.angle or abs(one.baseline - other.baseline) > one.size:
        return False
    near = _BESIDE * one.size if len(one.text) - marks > 1 else 0.0
    if near:
        return one.left - near <= other.right and other.left <= one.right + near
    return one.left <= other.centre <= one.right or other.left <= one.centre <= other.right


def _as_one(one: Glyph, other: Glyph) -> Glyph:
    """Return the wider one, which is the letter and not its mark, with the box of both."""
    wider = max(one, other, key=lambda glyph: (not glyph.is_part, glyph.right - glyph.left))
    text = one.text if one.is_stated >= other.is_stated else other.text
    return replace(wider, text=text, index=one.index, left=min(one.left, other.left), right=max(one.right, other.right))


def _with_ink(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return glyphs without those of unknown letters that stand where a mark says both the letter and itself; it gets their box."""
    unknown = sorted((glyph for glyph in glyphs if _may_be_unknown(glyph)), key=lambda each: each.centre)
    centres, claimed = [glyph.centre for glyph in unknown], set[int]()
    found = []
    for glyph in glyphs:
        near = unknown[bisect_left(centres, glyph.left - glyph.size) : bisect_right(centres, glyph.right + glyph.size)]
        under = [each for each in near if _is_said_by(each, glyph)] if _says_mark_too(glyph) else []
        claimed.update(each.index for each in under)
        found.append(_as_one(glyph, max(under, key=lambda each: each.right - each.left)) if under and not glyph.is_mark else glyph)
    return [glyph for glyph in found if glyph.index not in claimed]


def _may_be_unknown(glyph: Glyph) -> bool:
    """Tell whether its text may be the number of a letter in the font."""
    is_single = len(glyph.text) == 1 and not glyph.text.isspace()
    return glyph.is_inferred or (is_single and ("\x21" <= glyph.text < "\u0300" or glyph.text == UNKNOWN))


def _says_mark_too(glyph: Glyph) -> bool:
    return glyph.is_arabic and len(glyph.text) > 1 and any(unicodedata.category(character) == "Mn" for character in glyph.text)


def _is_said_by(unknown: Glyph, glyph: Glyph) -> bool:
    """Tell whether one stands over the other."""
    is_over = unknown.left <= glyph.centre <= unknown.right or glyph.left <= unknown.centre <= glyph.right
    return is_over and unknown.angle == glyph.angle and abs(unknown.baseline - glyph.baseline) <= glyph.size


def _without_echoes(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return glyphs without dots and hamzas drawn by themselves that are called by the letter which they are drawn next to."""
    echoes: set[int] = set()
    drawn = sorted((glyph for glyph in glyphs if glyph.drawn >= 0), key=lambda each: (each.drawn, each.pen))
    for left, right in pairwise(drawn):
        if left.text == right.text and left.is_arabic and not left.is_mark and _is_echo(left, right):
            echoes.add(min(left, right, key=lambda each: (each.right - each.left, each.is_stated)).index)
    return [glyph for glyph in glyphs if glyph.index not in echoes]


def _is_echo(left: Glyph, right: Glyph) -> bool:
    """Tell whether most of the narrower of two pieces stands over the other, higher or lower."""
    common = min(left.right, right.right) - max(left.left, right.left)
    narrower = min(left.right - left.left, right.right - right.left)
    is_apart = left.drawn != right.drawn and abs(left.baseline - right.baseline) > _NEAR * left.size
    return is_apart and common >= _OVER * narrower
