"""What stands on one line from left to right: letters with their marks, ligatures, and the spaces between words."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, starmap

from kashf.sandboxed.engines.pdfium.drawing_order import unstacked
from kashf.sandboxed.engines.pdfium.glyphs.glyph import ALEFS, HAMZAS, LAM, Glyph

#: Shares of the size of the font: the narrowest space between words, as letters of a word stand closer; the same where ink is all that is
#: known, which ends before the letter does; the same where other spaces are written; letters drawn from one place.
_SPACE, _BARE_SPACE, _WIDE_SPACE, _STATED_SPACE, _BLANK_SPACE, _SAME_PLACE = 0.12, 0.2, 0.22, 0.3, 0.06, 0.02
#: The narrowest space between columns, and by how much words overlap that stand on each other.
_TAB, _OVER = 1.5, 0.5
#: Pieces of text that a letter with its marks is drawn in.
_NEXT = 4
#: Letters on either side of a mark that it may belong to.
_BESIDE = 3
_SHADDA = "\u0651"


def cells(line: Sequence[Glyph], *, has_spaces: bool = False, is_rightward: bool = False, is_stacked: bool = False) -> list[str]:
    """Return what is read at each place of a line, from left to right, with a space between words and a tab where there is room for one.

    Args:
        line: In any order.
        has_spaces: Whether each space is drawn by itself, so that letters which stand apart are less likely to end a word.
        is_rightward: Whether the page was drawn from left to right.
        is_stacked: Whether letters stand above each other, so that the order in which they are given counts instead of their places.
    """
    marks = [glyph for glyph in line if glyph.is_mark]
    letters = [glyph for glyph in line if glyph.text and not glyph.is_mark]
    heads = (letters or marks) if is_stacked else _in_order(letters or marks, is_rightward=is_rightward)
    ink = sorted((glyph for glyph in line if not glyph.text), key=lambda each: each.right)
    space = _WIDE_SPACE if has_spaces else _SPACE
    return list(_spaced(heads, _with_marks(heads, marks if letters else ()), ink, space=space, is_stacked=is_stacked))


def _in_order(letters: Sequence[Glyph], *, is_rightward: bool) -> list[Glyph]:
    """Return letters from left to right; word by word where words stand on each other, as those that OCR put under a picture may."""
    heads = _without_covered(sorted(letters, key=_place))
    if is_rightward:
        heads = unstacked(heads)
    elif any(starmap(_stand_on_each_other, pairwise(words := _words(heads)))):
        heads = [glyph for word in words for glyph in word]
    for place, (left, right) in enumerate(pairwise(heads)):
        if left.text[:1] == LAM and right.text[:1] in ALEFS and _are_drawn_as_one(left, right):
            heads[place : place + 2] = right, left
    return _as_seen(heads)


def _without_covered(heads: Sequence[Glyph]) -> list[Glyph]:
    """Return letters without the spaces that begin where a letter does, as Typst draws the one behind a line: they are no gap."""
    near = list(pairwise(heads))
    both = (*near, *((right, left) for left, right in near))
    spaces = ((space, letter) for space, letter in both if space.text.isspace() and not (space.is_blank or letter.text.isspace()))
    covered = {space.index for space, letter in spaces if _are_at_one_place(space, letter)}
    return [glyph for glyph in heads if glyph.index not in covered] if covered else list(heads)


def _are_drawn_as_one(left: Glyph, right: Glyph) -> bool:
    """Tell whether two letters, each with its marks, were drawn from one place."""
    are_single = all(map(unicodedata.combining, left.text[1:] + right.text[1:]))
    return are_single and _are_at_one_place(left, right)


def _are_at_one_place(one: Glyph, other: Glyph) -> bool:
    return abs(one.pen - other.pen) <= _SAME_PLACE * one.size


def _as_seen(heads: Sequence[Glyph]) -> list[Glyph]:
    """Return letters with numbers that were drawn towards the left as they would be seen."""
    found: list[Glyph] = []
    for is_turned, group in groupby(heads, lambda glyph: glyph.is_mirrored and not glyph.is_arabic and not glyph.text.isspace()):
        places = list(group)
        found += [replace(place, text=glyph.text) for place, glyph in zip(places, reversed(places), strict=True)] if is_turned else places
    return found


def _words(letters: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return letters that were found one after the other, each word and all words from left to right."""
    found = sorted(letters, key=lambda each: each.index)
    begins = [place for place in range(1, len(found)) if _begins_a_word(found[place - 1], found[place])]
    words = [sorted(found[begin:end], key=_place) for begin, end in pairwise([0, *begins, len(found)])]
    return sorted(words, key=lambda word: word[0].left + word[-1].right)


def _begins_a_word(before: Glyph, glyph: Glyph) -> bool:
    return before.text.isspace() or glyph.index != before.index + len(before.text)


def _place(glyph: Glyph) -> tuple[float, float]:
    return glyph.pen, glyph.centre


def _stand_on_each_other(one: Sequence[Glyph], other: Sequence[Glyph]) -> bool:
    """Tell whether two words without a gap in them cover each other."""
    whole = all(right.left - left.right <= _SPACE * left.size for word in (one, other) for left, right in pairwise(word))
    covered = min(one[-1].right, other[-1].right) - max(one[0].left, other[0].left)
    return whole and min(len(one), len(other)) > 1 and covered > _OVER * one[0].size


def _with_marks(heads: Sequence[Glyph], marks: Sequence[Glyph]) -> list[str]:
    """Return what is read at each place with each mark behind the letter over or under which it stands."""
    found: dict[int, list[tuple[int, str]]] = {}
    centres = [glyph.centre for glyph in heads]
    places = {glyph.index: place for place, glyph in enumerate(heads)}
    for mark in sorted(marks, key=lambda each: (each.text[0] not in HAMZAS, _SHADDA not in each.text, each.index)):
        if (host := places.get(mark.host)) is not None:
            found.setdefault(host, []).append((_letter_under(heads[host], mark), mark.text))
            continue
        near = bisect_left(centres, mark.centre)
        beside = [place for place in range(near - _BESIDE, near + _BESIDE) if 0 <= place < len(heads) and not heads[place].text.isspace()]
        if beside:
            place = min(beside, key=lambda each: _distance(heads[each], mark))
            found.setdefault(place, []).append((_letter_under(heads[place], mark), mark.text))
    return [_marked(glyph.text, found.get(place, ())) for place, glyph in enumerate(heads)]


def _distance(glyph: Glyph, mark: Glyph) -> tuple[bool, float, float]:
    return not glyph.is_arabic, max(glyph.left - mark.centre, mark.centre - glyph.right, 0.0), abs(glyph.centre - mark.centre)


def _letter_under(glyph: Glyph, mark: Glyph) -> int:
    """Return which of the letters of a ligature the mark stands over, from the right."""
    count = len(glyph.text)
    share = (glyph.right - mark.centre) / ((glyph.right - glyph.left) or 1.0)
    return min(max(int(share * count), 0), count - 1)


def _marked(text: str, marks: Sequence[tuple[int, str]]) -> str:
    return "".join(_with_hamza(letter, "".join(mark for at, mark in marks if at == place)) for place, letter in enumerate(text))


def _with_hamza(letter: str, marks: str) -> str:
    """Return a letter with its marks, as one letter with its hamza."""
    hamza = marks[:1] if marks[:1] in HAMZAS else ""
    return unicodedata.normalize("NFC", letter + hamza) + marks[len(hamza) :] if hamza else letter + marks


def _spaced(heads: Sequence[Glyph], texts: Sequence[str], ink: Sequence[Glyph], *, space: float, is_stacked: bool) -> Iterator[str]:
    """Yield what stands at each place, and what is between those that stand apart; a space without width is none where they do not."""
    left, right, narrowest = heads[0], heads[0].left, space
    for place, (glyph, text) in enumerate(zip(heads, texts, strict=True)):
        if glyph.is_blank:
            narrowest = _BLANK_SPACE
            continue
        if place and (between := _between(left, glyph, right, ink, space=narrowest)):
            yield between
        yield text
        left, right, narrowest = glyph, glyph.right if is_stacked else max(right, glyph.right), space


def _between(left: Glyph, glyph: Glyph, right: float, ink: Sequence[Glyph], *, space: float) -> str:
    """Return what is between a glyph and all on its left, which ends at `right`: a tab, a space, or nothing."""
    begin = min(glyph.pen, glyph.left)
    is_bare = left.is_part or glyph.is_part
    gap = (_widest_gap(right, begin, ink) if is_bare else begin - right) / (glyph.size or 1.0)
    if gap > _TAB:
        return "\t"
    if space == _BLANK_SPACE:
        return " " if gap > space else ""
    if is_bare:
        return " " if gap > max(_BARE_SPACE, space) else ""
    were_together = abs(glyph.index - left.index) == 1
    if gap > (_STATED_SPACE if space == _WIDE_SPACE and (left.is_stated or glyph.is_stated) else space):
        return "" if were_together and _is_spaced_out(left) and _is_spaced_out(glyph) else " "
    is_next = left.drawn >= 0 and 0 <= glyph.drawn - left.drawn <= _NEXT
    return " " if gap < -_OVER and not were_together and not is_next and space == _SPACE else ""


def _is_spaced_out(glyph: Glyph) -> bool:
    """Tell whether it may stand apart from the next letter of its word, as Arabic does not."""
    return glyph.text.isalnum() and not glyph.is_arabic


def _widest_gap(left: float, right: float, ink: Sequence[Glyph]) -> float:
    """Return the widest stretch without ink between two places."""
    widest, at = 0.0, left
    for glyph in ink[bisect_left(ink, left, key=lambda each: each.right) :]:
        if glyph.left >= right:
            break
        widest, at = max(widest, glyph.left - at), max(at, glyph.right)
    return max(widest, right - at)
