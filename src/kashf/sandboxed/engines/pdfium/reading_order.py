"""Arabic pages in reading order, by where their letters stand.

Programs write the letters of an Arabic line in any order: as read, as seen from the left, word by word, vowel marks last. What a reader
sees is the same, so that order is taken from the boxes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from kashf.language.tables.stop_words import COMMON_WORDS
from kashf.sandboxed.engines.pdfium.drawing_order import certainty_of_order, is_drawn_rightward, is_stacked, rows_as_drawn
from kashf.sandboxed.engines.pdfium.glyphs.glyph import ARABIC, Glyph
from kashf.sandboxed.engines.pdfium.letters import cells
from kashf.sandboxed.engines.pdfium.ligatures import joined
from kashf.sandboxed.engines.pdfium.mark_hosts import with_hosts
from kashf.sandboxed.engines.pdfium.tables.ruled_grid import RuledGrid
from kashf.sandboxed.engines.pdfium.tables.table_rows import NO_ROOMS, Laid, Room, laid_out
from kashf.sandboxed.engines.pdfium.visual_order import in_reading_order

#: Shares of the size of the font. Letters stand on one line when their baselines differ by less; marks may be further from it.
_SAME_LINE, _PART_LINE, _MARK_LINE = 0.35, 0.6, 0.8
#: Share of the size of a line below which letters may be raised, as the signs of notes are.
_SMALL = 0.87
#: What stands further from a line begins another one, unless it was written directly after it.
_NEAR = 1.5
#: Lines that a glyph may still belong to; more than the parts that one line of a table is written in.
_OPEN_LINES = 40
#: Letters of a word are fewer than these on average, whatever the text.
_WORD_LETTERS = 9
#: They never begin a word: ta marbuta, alef maqsura.
_NEVER_FIRST = frozenset("\u0629\u0649")
_ARTICLE = "\u0627\u0644"
#: Common words that read the other way round are none.
_COMMON = frozenset(word for word in COMMON_WORDS.split() if ARABIC.match(word) and len(word) > 1) - {"\u0645\u0639"}
#: Words that may be turned round by chance, as those that end in lam-alef, are fewer on a page without others.
_TURNED_WORDS = 3
_TURNED = frozenset(word[::-1] for word in _COMMON) - _COMMON
_COLON_FIRST = re.compile(r"\s*:[^\W\d]")
#: Groups of blood, whose sign stands on the left of the letters in a table that is read from the right.
_BLOOD = re.compile(r"\s*(?:AB|A|B|O)\s*[+-]\s*")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


class _Row:
    """A line that is being put together."""

    def __init__(self, glyph: Glyph) -> None:
        self.glyphs = [glyph]
        self.left, self.right, self.baseline = glyph.left, glyph.right, glyph.baseline
        self._baselines = Counter([glyph.baseline])

    def is_as_high(self, glyph: Glyph, *, share: float) -> bool:
        """Tell whether most of the line stands on the baseline of the glyph, to a share of its size."""
        return self.glyphs[0].angle == glyph.angle and self.height(glyph) <= share * max(self.glyphs[0].size, glyph.size)

    def height(self, glyph: Glyph) -> float:
        """Return points between the baselines."""
        return abs(self.baseline - glyph.baseline)

    def distance(self, glyph: Glyph) -> float:
        """Return points along the line between it and the glyph; 0 when one is over the other."""
        return max(glyph.left - self.right, self.left - glyph.right, 0.0)

    def take(self, glyph: Glyph) -> None:
        """Make the glyph one of the line's."""
        self.glyphs.append(glyph)
        self.left, self.right = min(self.left, glyph.left), max(self.right, glyph.right)
        self._baselines[glyph.baseline] += 1
        if self._baselines[glyph.baseline] > self._baselines[self.baseline]:
            self.baseline = glyph.baseline


def is_arabic(text: str) -> bool:
    """Return whether there is an Arabic letter in it."""
    return ARABIC.search(text) is not None


def read_in_order(glyphs: Sequence[Glyph], ink: Iterable[Glyph] = ()) -> str:
    """Return what a page says, a line each, in the order of the glyphs; within a line Arabic is read by where its letters stand."""
    return read_with_certainty(glyphs, ink)[0]


def read_with_certainty(
    glyphs: Sequence[Glyph], ink: Iterable[Glyph], grids: Sequence[RuledGrid] = (), rooms: Mapping[int, Room] = NO_ROOMS
) -> tuple[str, float]:
    """Return what a page says, and in [0..1] how surely its letters are in order.

    A page whose words stand on it mirrored, as a program without Arabic writes them, is read from the left. The ink is asked for only where
    letters are known by their marks alone. A row of a ruled table is a line, its cells are divided by tabs.
    """
    found = with_hosts(joined(glyphs))
    stacked, rightward = is_stacked(found), is_drawn_rightward(found)
    rows = rows_as_drawn(found) if stacked and rightward else _rows(found, ink)
    spaces, certainty = _has_spaces(glyphs), certainty_of_order(found)
    laid = laid_out(rows, grids, rooms)
    lines = [cells(each.glyphs, has_spaces=spaces, is_rightward=rightward, is_stacked=stacked and rightward) for each in laid]
    leftward = [in_reading_order(line, leftward=True, begins=each.begins) for line, each in zip(lines, laid, strict=True)]
    if _are_mirrored(" ".join(leftward).split()):
        return _joined(laid, ("".join(line) for line in lines)), certainty
    mostly, turned = _is_mostly_arabic(leftward), _tables_read_rightward(leftward, laid)
    together = zip(leftward, lines, laid, strict=True)
    texts = (
        text if each.table not in turned and _is_leftward(text, each, mostly=mostly) else _rightward(line, each.glyphs)
        for text, line, each in together
    )
    return _joined(laid, texts), certainty


def _tables_read_rightward(leftward: Iterable[str], laid: Iterable[Laid]) -> set[int]:
    """Return the tables in whose cells lines go from left to right, as spreadsheets have it: read from the right, colons come first."""
    first, last = Counter[int](), Counter[int]()
    for text, each in zip(leftward, laid, strict=True):
        if each.table >= 0 and is_arabic(text):
            first[each.table] += _COLON_FIRST.match(text) is not None
            last[each.table] += text.rstrip().endswith(":")
    return {table for table, count in first.items() if count > last[table]}


def _rightward(line: Sequence[str], row: Sequence[Glyph]) -> str:
    """Return what is read from the left; what has no Arabic in it is as it was found, with a space where something was left out."""
    if is_arabic("".join(line)):
        return in_reading_order(line, leftward=False)
    found = sorted((glyph for glyph in row if glyph.text), key=lambda each: each.index)
    spaces = [" " if right.index - left.index > len(left.text) else "" for left, right in pairwise(found)]
    return "".join(glyph.text + space for glyph, space in zip(found, [*spaces, ""], strict=True))


def _joined(laid: Iterable[Laid], texts: Iterable[str]) -> str:
    whole = "".join(each.before + " ".join(text.split()) + each.after for each, text in zip(laid, texts, strict=True))
    return "\n".join(line.rstrip() for line in whole.split("\n") if line.strip())


def _are_mirrored(words: Sequence[str]) -> bool:
    """Tell whether words are such as only stand turned round, by their ends, the article and common words, and fewer as they are read."""
    long = [word for word in words if len(word) > 3]
    impossible = sum(word[0] in _NEVER_FIRST for word in long)
    turned = impossible + sum(word.endswith(_ARTICLE[::-1]) for word in long) + sum(word in _TURNED for word in words)
    right = sum(word[-1] in _NEVER_FIRST or word.startswith(_ARTICLE) for word in long) + sum(word in _COMMON for word in words)
    return turned > 2 * right and (impossible > 0 or turned >= _TURNED_WORDS)


def _has_spaces(glyphs: Sequence[Glyph]) -> bool:
    """Tell whether the program draws each space between words by itself."""
    spaces = sum(glyph.is_blank for glyph in glyphs)
    return spaces * _WORD_LETTERS > sum(glyph.is_arabic and not glyph.is_mark for glyph in glyphs)


def _is_mostly_arabic(texts: Iterable[str]) -> bool:
    text = "".join(texts)
    return len(ARABIC.findall(text)) >= len(_LATIN.findall(text))


def _is_leftward(text: str, laid: Laid, *, mostly: bool) -> bool:
    """Tell whether a line is read from the right: on a page that is mostly Arabic each that is not Latin altogether."""
    if laid.leftward and _BLOOD.fullmatch(text):
        return True
    if mostly:
        return not _begins_and_ends_latin(text) if is_arabic(text) else not _LATIN.search(text)
    return is_arabic(text) and _is_mostly_arabic(text)


def _begins_and_ends_latin(text: str) -> bool:
    """Tell whether a line with Arabic is a Latin one, by a reading from the right: Latin letters are more, and at both of its ends."""
    strong = [character for character in text if is_arabic(character) or _LATIN.match(character)]
    return not is_arabic(strong[0] + strong[-1]) and 2 * sum(map(is_arabic, strong)) < len(strong)


def _rows(glyphs: Sequence[Glyph], ink: Iterable[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs of each line, with its marks last."""
    rows: list[_Row] = []
    for glyph in (glyph for glyph in glyphs if not glyph.is_mark):
        row = _row_of(glyph, rows)
        if row:
            row.take(glyph)
        elif not glyph.text.isspace():
            rows.append(_Row(glyph))
    return _with_marks(rows, [glyph for glyph in glyphs if glyph.is_mark], ink)


def _with_marks(rows: Sequence[_Row], marks: Sequence[Glyph], ink: Iterable[Glyph]) -> list[list[Glyph]]:
    """Return the lines with the marks on them, and with letters that are known by the place of their mark only."""
    whole = [row for row in rows if not all(glyph.is_part for glyph in row.glyphs)] or rows
    parts = [glyph for row in rows if len(whole) < len(rows) and all(each.is_part for each in row.glyphs) for glyph in row.glyphs]
    is_ink_needed = any(glyph.is_part for row in rows for glyph in row.glyphs)
    by_height = sorted(whole, key=lambda row: row.baseline)
    heights = [row.baseline for row in by_height]
    reach = _MARK_LINE * max((glyph.size for row in whole for glyph in row.glyphs), default=0.0)
    alone = []
    by_index = {glyph.index: row for row in whole for glyph in row.glyphs}
    for glyph in (*parts, *marks, *(ink if is_ink_needed else ())):
        if host := by_index.get(glyph.host):
            host.glyphs.append(glyph)
            continue
        first, behind = bisect_left(heights, glyph.baseline - reach), bisect_right(heights, glyph.baseline + reach)
        if not _attach(glyph, by_height[first:behind]) and glyph.text:
            alone.append([glyph])
    return [*(row.glyphs for row in whole), *alone]


def _row_of(glyph: Glyph, rows: Sequence[_Row]) -> _Row | None:
    """Return the line on which a glyph stands, the last one rather than another; None when it begins one."""
    if rows and not glyph.is_part and rows[-1].baseline == glyph.baseline and _belongs(glyph, rows[-1], is_next=True):
        return rows[-1]
    near = [row for row in rows[-_OPEN_LINES:] if _belongs(glyph, row, is_next=row is rows[-1])]
    return min(reversed(near), key=lambda row: row.height(glyph), default=None)


def _belongs(glyph: Glyph, row: _Row, *, is_next: bool) -> bool:
    is_raised = glyph.is_part or glyph.size < _SMALL * row.glyphs[0].size
    is_as_high = row.is_as_high(glyph, share=_PART_LINE if is_raised else _SAME_LINE)
    return is_as_high and (is_next or row.distance(glyph) <= _NEAR * glyph.size)


def _attach(glyph: Glyph, rows: Sequence[_Row]) -> bool:
    """Give a mark, or what is known by its mark only, to the line it stands on; return whether there is one."""
    near = [row for row in rows if row.is_as_high(glyph, share=_MARK_LINE) and row.distance(glyph) <= glyph.size]
    if near:
        min(near, key=lambda row: (row.distance(glyph), row.height(glyph))).glyphs.append(glyph)
    return bool(near)
