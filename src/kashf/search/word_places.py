"""The words of a page, cut fast; where one stands is worked out only when somebody asks.

Of the hundreds of words on a page a handful answers a query, and placing a word costs ten times as much as cutting it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

from kashf.language.words.folding import Folded
from kashf.language.words.tokens import Word, folded_words, words

#: A stretch up to white space, which always divides words.
_CHUNK: Final = re.compile(r".{1,256}(?=\s|\Z)|\S+", re.DOTALL)


class PlacedWords:
    """The words of some stretches of a text, in order.

    Args:
        text: The whole text.
        places: The stretches, as code points; words do not run from one into the next.

    Attributes:
        folded: The folded words.
    """

    def __init__(self, text: str, places: Iterable[tuple[int, int]]) -> None:
        self.folded: list[Folded] = []
        self._chunks: list[tuple[int, str]] = []
        self._firsts: list[int] = []
        self._placed: dict[int, list[Word]] = {}
        for start, end in places:
            for chunk in _CHUNK.finditer(text, start, end):
                self._firsts.append(len(self.folded))
                self._chunks.append((chunk.start(), chunk[0]))
                self.folded += folded_words(chunk[0])

    def place(self, index: int) -> tuple[int, int]:
        """Return where a word stands in the text, from its first code point to one past its last."""
        number = bisect_right(self._firsts, index) - 1
        start, chunk = self._chunks[number]
        if number not in self._placed:
            self._placed[number] = words(chunk)
        word = self._placed[number][index - self._firsts[number]]
        return start + word.start, start + word.end
