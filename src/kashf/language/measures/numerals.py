"""The words of a text with what stands between them, and the numbers they spell."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from kashf.language.measures.counting_words import (
    ARABIC_MULTIPLIERS,
    ARABIC_NUMBERS,
    LATIN_MULTIPLIERS,
    LATIN_NUMBERS,
    MULTIPLIERS,
    NUMBERS,
)
from kashf.language.measures.unit_names import bare
from kashf.language.words.clitics import LETTERS, letters_outside, strip_proclitics
from kashf.language.words.folding import Folded
from kashf.language.words.page import WordPage
from kashf.language.words.remember import remembered

#: White space, hyphens, quotes and invisible characters between words of one expression; a line may break once, a table's cell ends it.
_GAP: Final = re.compile(r"[ \u00a0\u200b-\u200f\u202a-\u202e\u2066-\u2069ـ\-‐-―'’\"“”«»()×*]*\n?[ ]*")
_LONGEST_GAP: Final = 6
#: Words: more in a row are no number, and looking further from each of them would take quadratic time.
_LONGEST_NUMBER: Final = 12
_THOUSANDS: Final = frozenset((",", "٬", "،", "'", "’"))
_POINTS: Final = frozenset((".", "٫", ","))
#: Digits on both sides of these are parts of a date, a time, a share or a reference, no counts.
_INSIDE: Final = _THOUSANDS | _POINTS | {"/", ":"}


_LATIN: Final = frozenset((*LATIN_NUMBERS, *LATIN_MULTIPLIERS, "and"))
_ARABIC: Final = frozenset((*ARABIC_NUMBERS, *ARABIC_MULTIPLIERS))


class Tokens(WordPage):
    """The words of a text with the numbers among them."""

    def __init__(self, text: str) -> None:
        """Cut a text into words."""
        super().__init__(text)
        self.count = len(self.words)
        #: Where a number was last looked for and where it ended: money, quantities and goods ask about the same word in turn.
        self._asked, self._answer = -1, -1

    def before(self, index: int) -> str:
        """Return the code point before a word, a line break where the text begins."""
        start = self.words[index].start
        return self.text[start - 1] if start else "\n"

    def is_ascii(self, index: int) -> bool:
        """Return whether a word is written without accents and in Latin letters."""
        return self.written(index).isascii()

    def gap(self, index: int) -> str:
        """Return what stands between the word at an index and the next; a line's end where there is none."""
        if not 0 <= index < self.count - 1:
            return "\n\n"
        return self.text[self.words[index].end : self.words[index + 1].start]

    def start(self, index: int, known: Collection[str]) -> int:
        """Return the code point where the word at an index begins behind the particles written onto one of the known words."""
        word = self.words[index]
        for form in readings(word.folded):
            if form in known and word.folded.endswith(form):
                return self.start_behind(index, letters_outside(word.folded[: -len(form)]))
        return word.start

    def joins(self, index: int, gap: str) -> bool:
        """Return whether an expression may go over what stands behind a word: white space, one line's end, hyphens, quotes."""
        del index
        return len(gap) <= _LONGEST_GAP and _GAP.fullmatch(gap) is not None

    def digits_end(self, index: int) -> int:
        """Return the index behind a number in digits that begins here (5,000 and 2.5 are two words each), or the index itself."""
        before = self.gap(index - 1)
        if not self.folded(index).isdigit() or before[-1:] == "/" or (self.folded(index - 1).isdigit() and before in _INSIDE):
            return index
        end = index + 1
        while end - index < _LONGEST_NUMBER and self.folded(end).isdigit() and self._joins(end):
            end += 1
        behind = self.gap(end - 1)
        is_part = behind == "/" or (self.folded(end).isdigit() and behind in _INSIDE)
        return index if is_part else end

    def number_end(self, index: int) -> int:
        """Return the index behind a number, in digits or words, that begins here; the index itself when there is none."""
        if index != self._asked:
            self._asked, self._answer = index, self._number_end(index)
        return self._answer

    def _number_end(self, index: int) -> int:
        end = self.digits_end(index)
        if end == index:
            end = self._spelled_end(index)
        elif self.gap(end - 1).strip() in {"-", "–"} and self.digits_end(end) > end:
            end = self.digits_end(end)
        while index < end < index + _LONGEST_NUMBER and self.goes_on(end - 1) and self._is_multiplier(end):
            end += 1
        return end

    def _joins(self, index: int) -> bool:
        gap, here, behind = self.gap(index - 1), self.folded(index), self.gap(index)
        if gap == "," and len(here) < 3:  # a decimal comma: 2,5 tons
            return behind not in _INSIDE
        return (gap in _THOUSANDS and len(here) == 3) or (gap in _POINTS and gap != "," and behind != ".")

    def _is_multiplier(self, index: int) -> bool:
        word = self.folded(index)
        return word in ARABIC_MULTIPLIERS or word in LATIN_MULTIPLIERS or word.removeprefix("و") in ARABIC_MULTIPLIERS

    def _spelled_end(self, index: int) -> int:
        first = self.folded(index)
        if first in LATIN_NUMBERS or (first in LATIN_MULTIPLIERS and first not in {"bn", "mn"}):
            return self._while(index, _LATIN)
        if first in ARABIC_MULTIPLIERS or first in ARABIC_NUMBERS or bare_number(first):
            return self._while(index, _ARABIC)
        return index

    def _while(self, index: int, known: frozenset[str]) -> int:
        """Return the index behind number words; the later ones may have an "and" written onto them."""
        end = index + 1
        while end - index < _LONGEST_NUMBER and self.goes_on(end - 1) and not known.isdisjoint((self.folded(end), self.folded(end)[1:])):
            end += 1
        return end - (self.folded(end - 1) == "and")


def may_be_number(word: str) -> bool:
    """Return whether a folded word may begin a number in words.

    Example:
        >>> may_be_number("بخمسه"), may_be_number("dozen"), may_be_number("letter")
        (True, True, False)
    """
    return word in NUMBERS or word in MULTIPLIERS or bare_number(word)


def bare_number(word: str) -> bool:
    """Return whether a folded word is an Arabic number with a particle written onto it: وثلاثة, بخمسة."""
    return len(word) > 3 and word[0] in LETTERS and word[1:] in ARABIC_NUMBERS


@remembered(1 << 14)
def readings(word: Folded) -> tuple[str, ...]:
    """Return what a folded word may be without the article and the particles and possessives written onto it, itself first.

    Example:
        >>> readings("والبنادق")
        ('والبنادق', 'بنادق')
    """
    if not "ء" <= word[0] <= "ي":
        return (word,)
    forms = dict.fromkeys((word, bare(word)))
    forms.update(dict.fromkeys(bare(form) for form in strip_proclitics(word)))
    if len(word) >= 6:
        for ending in ("هم", "ها", "نا", "كم"):
            for form in [form for form in forms if form.endswith(ending) and len(form) > 5]:
                stem = form.removesuffix(ending)
                forms[stem.removesuffix("ت") + "ه" if stem.endswith("ت") else stem] = None
    return tuple(forms)
