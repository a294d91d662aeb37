"""The words of a page as the grammar of names walks over them: what each can be, and what stands between two of them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from kashf.language.grammar.lexicon import ON, Entry, Kind, look_up
from kashf.language.words.clitics import start_behind
from kashf.language.words.tokens import Word, words_of

#: Gaps that a name may go over: spaces and what cannot be seen.
_BLANK: Final = re.compile("[ \u00a0\u00ad\u0640\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff_]*")
_LONGEST_BLANK: Final = 24
#: Characters of a line that may have been broken by the width of the page rather than by its writer.
_WRAPPED: Final = 35
#: A wrapped line is at least so long beside its neighbours.
_WRAPPED_SHARE: Final = 0.7


class Page:
    """A text cut into words.

    Attributes:
        text: The text.
        words: Its words.
        entries: What each of them can be; Latin words and numbers are nothing.
        joined: For each word, whether a name may go on from it to the next one.
        runs: Where rows of capital words end, by where they begin, as far as somebody asked; see `latin_words.run_end`.
    """

    def __init__(self, text: str) -> None:
        """Cut a text into words."""
        self.text = text
        self.words: tuple[Word, ...] = words_of(text)
        self.entries: list[Entry] = [
            look_up(word.folded) if word.folded != "علي" or text[word.end - 1] != "ى" else ON for word in self.words
        ]
        self.joined = self._joints()
        self.runs: dict[int, int] = {}

    def kind(self, index: int) -> int:
        """Return what a word can be; nothing outside the page."""
        return self.entries[index].kind if 0 <= index < len(self.entries) else Kind.NONE

    def form(self, index: int) -> str:
        """Return the folded word at an index without its clitic, empty outside the page."""
        return self.entries[index].form if 0 <= index < len(self.entries) else ""

    def plain_kind(self, index: int) -> int:
        """Return what a word can be inside a name, where no clitic stands; nothing for a word that has one."""
        return self.entries[index].kind if 0 <= index < len(self.entries) and not self.entries[index].clitic else Kind.NONE

    def folded(self, index: int) -> str:
        """Return the folded word at an index, empty outside the page."""
        return self.words[index].folded if 0 <= index < len(self.words) else ""

    def written(self, index: int) -> str:
        """Return the word at an index as it is written."""
        return self.text[self.words[index].start : self.words[index].end]

    def gap(self, index: int) -> str:
        """Return what stands between the word at an index and the next one; for -1 what stands before the first, at most 99 characters."""
        start = self.words[index].end if index >= 0 else max(0, (self.words[0].start if self.words else 0) - 99)
        end = self.words[index + 1].start if index + 1 < len(self.words) else min(len(self.text), start + 99)
        return self.text[start:end]

    def goes_on(self, index: int) -> bool:
        """Return whether a name may go on from the word at an index to the next one."""
        return 0 <= index < len(self.joined) and self.joined[index]

    def start(self, index: int) -> int:
        """Return the code point where the name in a word begins, behind its clitic."""
        return self.start_behind(index, self.entries[index].clitic)

    def start_behind(self, index: int, clitic: int) -> int:
        """Return the code point where a word begins behind so many folded letters; its own start if a ligature hides the border."""
        return start_behind(self.text, self.words[index], clitic)

    def _joints(self) -> list[bool]:
        gaps = [self.text[end:start] for (_, end, _), (start, _, _) in pairwise(self.words)]
        found = [gap == " " or (len(gap) <= _LONGEST_BLANK and self._is_blank(gap, index)) for index, gap in enumerate(gaps)]
        return [*found, False] if self.words else found

    def _is_blank(self, gap: str, index: int) -> bool:
        if "\n" not in gap:
            return _BLANK.fullmatch(gap) is not None
        before, _, after = gap.partition("\n")
        blank = _BLANK.fullmatch(before.rstrip("\r")) is not None and _BLANK.fullmatch(after) is not None
        return blank and self._is_wrapped(self.words[index].end + len(before))

    def _is_wrapped(self, end: int) -> bool:
        """Return whether the line that ends here is as long as a page is wide, seen from the lines beside it."""
        start = self.text.rfind("\n", max(0, end - 500), end) + 1
        length = end - max(start, end - 500)
        next_end = self.text.find("\n", end + 1, end + 501)
        next_length = (next_end if next_end >= 0 else min(len(self.text), end + 501)) - end - 1
        before = self.text.rfind("\n", max(0, start - 500), max(0, start - 1)) + 1
        before_length = start - 1 - before if before else 0
        return length >= _WRAPPED and length >= _WRAPPED_SHARE * max(length, next_length, before_length)
