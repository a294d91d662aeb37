"""A text that is changed in places and still knows, of each sign, where it stood before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Self

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class TracedText:
    """A text, and the place of each of its signs in the text that it was made of."""

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str, start: int = 0) -> Self:
        """Return a text as it stands, from a place on."""
        return cls(text, tuple(range(start, start + len(text))))

    def __add__(self, other: TracedText) -> TracedText:
        """Return both, one behind the other."""
        return TracedText(self.text + other.text, self.places + other.places)

    def part(self, start: int, end: int | None = None) -> TracedText:
        """Return a part."""
        return TracedText(self.text[start:end], self.places[start:end])

    def put(self, start: int, end: int, new: str) -> TracedText:
        """Return it with other signs in place of some, which are all of these; `start` < `end`."""
        last = end - 1
        places = [self.places[min(start + nth, last)] for nth in range(len(new))]
        places[-1:] = [self.places[last]] if new else []
        return self.part(0, start) + TracedText(new, tuple(places)) + self.part(end)

    def rewritten(self, new_of: Callable[[re.Match[str]], str], pattern: re.Pattern[str], seen: str) -> TracedText:
        """Return it with what a pattern finds put otherwise.

        Args:
            new_of: What stands there then.
            pattern: Finds it.
            seen: The text as the pattern sees it, sign for sign.
        """
        whole = self
        for found in reversed(list(pattern.finditer(seen))):
            new = new_of(found)
            if new != found[0]:
                whole = whole.put(found.start(), found.end(), new)
        return whole

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return where some signs stood, from the first to the last of them."""
        stood = self.places[start:end]
        return min(stood), max(stood) + 1


@dataclass(frozen=True, slots=True)
class OtherWords:
    """Where the words of a reading of a page stand in another reading of it: word by word, line by line."""

    here: tuple[tuple[int, int], ...]
    there: tuple[tuple[int, int], ...]
    #: Runs of words: first and one past the last here, and there, and whether they are the same.
    runs: tuple[tuple[int, int, int, int, bool], ...]

    @classmethod
    def of(cls, here: str, there: str) -> Self:
        """Compare two readings of a page."""
        from rapidfuzz.distance import Levenshtein  # A search does without, where nothing was read twice.

        words, others = ([found.span() for found in _WORD.finditer(each)] for each in (here, there))
        texts, other_texts = [here[start:end] for start, end in words], [there[start:end] for start, end in others]
        runs = []
        for is_same, steps in groupby(Levenshtein.opcodes(texts, other_texts), key=lambda step: step.tag == "equal"):
            all_steps = list(steps)
            first, last = all_steps[0], all_steps[-1]
            runs.append((first.src_start, last.src_end, first.dest_start, last.dest_end, is_same))
        return cls(tuple(words), tuple(others), tuple(runs))

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where what stands between two places here stands there: the word before it where nothing does; None without any word."""
        touched = [nth for nth, word in enumerate(self.here) if word[0] < end and start < word[1]]
        if not touched:
            return None
        places = [self._word(nth, start, end) for nth in (touched[0], touched[-1])]
        found = [place for place in places if place]
        if found:
            return min(place[0] for place in found), max(place[1] for place in found)
        at = next(other for first, last, other, _, _ in self.runs if first <= touched[0] < last)
        return self.there[max(0, at - 1)] if self.there else None

    def _word(self, nth: int, start: int, end: int) -> tuple[int, int] | None:
        for first, last, other, other_end, is_same in self.runs:
            if first <= nth < last:
                return self._in_run(nth, (first, last, other, other_end), (start, end) if is_same else None)
        return None

    def _in_run(self, nth: int, run: Sequence[int], cut: tuple[int, int] | None) -> tuple[int, int] | None:
        first, last, other, other_end = run
        if other == other_end:
            return None
        if last - first == other_end - other:
            here, there = self.here[nth], self.there[other + nth - first]
            return there if cut is None else (there[0] + max(0, cut[0] - here[0]), there[1] - max(0, here[1] - cut[1]))
        return self.there[other][0], self.there[other_end - 1][1]
