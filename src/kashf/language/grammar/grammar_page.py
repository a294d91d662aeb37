"""The words of a page as the grammar of names walks over them: what each can be, and what stands between two of them."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import Final

from kashf.language.grammar.lexicon import ON, Kind, LexiconEntry, look_up
from kashf.language.words.folding import NOTHING, Folded
from kashf.language.words.page import WordPage

#: Gaps that a name may go over: spaces and what cannot be seen.
_BLANK: Final = re.compile("[ \u00a0\u00ad\u0640\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff_]*")
_LONGEST_BLANK: Final = 24
#: The label of a form at the beginning of a line: "Sector/area:", «الرتبة:». What stands before it has ended.
_LABEL: Final = re.compile(r"[^\W\d_][^\W_]*(?:[ /-][^\W\d_]+){0,2} ?:")
#: Characters of a line that may have been broken by the width of the page rather than by its writer.
_WRAPPED: Final = 35
#: A wrapped line is at least so long beside its neighbours.
_WRAPPED_SHARE: Final = 0.7


class GrammarPage(WordPage):
    """The words of a text with what each can be.

    Attributes:
        entries: What each of them can be; Latin words and numbers are nothing.
        joined: For each word, whether a name may go on from it to the next one.
        runs: Where rows of capital words end, by where they begin, as far as somebody asked; see `latin_shapes.run_end`.
        articles: Whether an article stands at an index, as far as somebody asked; a long row of capital words asks of each ten times.
        fathers: Whether Abu or Umm does.
        sons: Whether bin or bint does; see `latin_shapes`.
        asked: Answers about the page as a whole, as far as somebody asked; see `latin_page`.
    """

    def __init__(self, text: str) -> None:
        """Cut a text into words and look them up."""
        super().__init__(text)
        self.entries: list[LexiconEntry] = [
            look_up(word.folded) if word.folded != "علي" or text[word.end - 1] != "ى" else ON for word in self.words
        ]
        self.joined = self._joints()
        self.runs: dict[int, int] = {}
        self.articles: dict[int, bool] = {}
        self.fathers: dict[int, bool] = {}
        self.sons: dict[int, bool] = {}
        self.asked: dict[str, frozenset[str]] = {}

    @cached_property
    def latin(self) -> bytes:
        """For each word, 1 where it is of Latin letters alone, 2 where it begins with a capital one too, else 0."""
        text = self.text
        return bytes((2 if text[start].isupper() else 1) if folded.isascii() and folded.isalpha() else 0 for start, _, folded in self.words)

    def kind(self, index: int) -> int:
        """Return what a word can be; nothing outside the page."""
        return self.entries[index].kind if 0 <= index < len(self.entries) else Kind.NONE

    def form(self, index: int) -> Folded:
        """Return the folded word at an index without its clitic, empty outside the page."""
        return self.entries[index].form if 0 <= index < len(self.entries) else NOTHING

    def plain_kind(self, index: int) -> int:
        """Return what a word can be inside a name, where no clitic stands; nothing for a word that has one."""
        return self.entries[index].kind if 0 <= index < len(self.entries) and not self.entries[index].clitic else Kind.NONE

    def goes_on(self, index: int) -> bool:
        """Return whether a name may go on from the word at an index to the next one."""
        return 0 <= index < len(self.joined) and self.joined[index]

    def start(self, index: int) -> int:
        """Return the code point where the name in a word begins, behind its clitic."""
        return self.start_behind(index, self.entries[index].clitic)

    def joins(self, index: int, gap: str) -> bool:
        """Return whether a name may go over spaces and what cannot be seen, and over the end of a line that only the page's width broke."""
        return len(gap) <= _LONGEST_BLANK and self._is_blank(gap, index)

    def _joints(self) -> list[bool]:
        found = [
            (gap := self.text[end:start]) == " " or self.joins(index, gap)
            for index, ((_, end, _), (start, _, _)) in enumerate(pairwise(self.words))
        ]
        return [*found, False] if self.words else found

    def _is_blank(self, gap: str, index: int) -> bool:
        if "\n" not in gap:
            return _BLANK.fullmatch(gap) is not None
        before, _, after = gap.partition("\n")
        blank = _BLANK.fullmatch(before.rstrip("\r")) is not None and _BLANK.fullmatch(after) is not None
        end = self.words[index].end + len(before)
        return blank and self._is_wrapped(end) and not _LABEL.match(self.text, self.words[index + 1].start)

    def _is_wrapped(self, end: int) -> bool:
        """Return whether the line that ends here is as long as a page is wide, seen from the lines beside it."""
        start = self.text.rfind("\n", max(0, end - 500), end) + 1
        length = end - max(start, end - 500)
        next_end = self.text.find("\n", end + 1, end + 501)
        next_length = (next_end if next_end >= 0 else min(len(self.text), end + 501)) - end - 1
        before = self.text.rfind("\n", max(0, start - 500), max(0, start - 1)) + 1
        before_length = start - 1 - before if before else 0
        return length >= _WRAPPED and length >= _WRAPPED_SHARE * max(length, next_length, before_length)
