"""How alike the words of two letters are, by how rare those that they share are in their pile."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import combinations
from typing import Final

#: Bounds between the classes of likeness, in [0..1].
BOUNDS: Final = (0.03, 0.07, 0.13, 0.22, 0.35, 0.55)
#: Pairs of letters of which the classes are counted, to tell how often two letters are so alike that have nothing to do with one another;
#: and primes by which they are taken, so that they are not neighbours in a register.
_PAIRS: Final = 6000
_STEP: Final = 7919
_OTHER_STEP: Final = 104729


class LikeWords:
    """Letters of a pile by their words, as cosines of idf weights.

    Source: Salton and Buckley 1988, Information Processing and Management 24.
    """

    def __init__(self, words: Sequence[Collection[str]]) -> None:
        """Count words.

        Args:
            words: Of each letter, each word once.
        """
        self._words = words
        having = Counter(word for some in words for word in some)
        size = max(2, len(words))
        self._weights = {word: math.log(size / many) ** 2 for word, many in having.items()}
        self._norms = [math.sqrt(math.fsum(self._weights[word] for word in some)) for some in words]

    def between(self, one: int, other: int) -> float | None:
        """Return how alike two letters are, in [0..1]; None where one has no word, or the two share no script."""
        norm = self._norms[one] * self._norms[other]
        if not norm or self._is_arabic[one] is not self._is_arabic[other]:
            return None
        few, many = sorted((self._words[one], self._words[other]), key=len)
        return math.fsum(self._weights[word] for word in few if word in many) / norm

    def level(self, one: int, other: int) -> int | None:
        """Return the class of likeness of two letters, from 0 to `len(BOUNDS)`."""
        likeness = self.between(one, other)
        return None if likeness is None else bisect_right(BOUNDS, likeness)

    def rarest_shared(self, one: int, other: int, most: int) -> list[str]:
        """Return the words that two letters share, the rarest first."""
        shared = [word for word in self._words[one] if word in self._words[other]]
        return sorted(shared, key=lambda word: (-self._weights[word], word))[:most]

    @cached_property
    def by_chance(self) -> tuple[float, ...]:
        """How often two letters of the pile taken at random are of each class."""
        counts = Counter(level for one, other in self._pairs() if (level := self.level(one, other)) is not None)
        total = counts.total() + (len(BOUNDS) + 1) / 2
        return tuple((counts[each] + 0.5) / total for each in range(len(BOUNDS) + 1))

    def _pairs(self) -> Iterator[tuple[int, int]]:
        """Yield pairs of letters: all of a small pile, else some from all over it."""
        size = len(self._words)
        if size * (size - 1) // 2 <= _PAIRS:
            yield from combinations(range(size), 2)
            return
        for turn in range(_PAIRS):
            one, other = turn * _STEP % size, (turn * _STEP + 1 + turn * _OTHER_STEP % (size - 1)) % size
            yield one, other

    @cached_property
    def _is_arabic(self) -> list[bool]:
        return [2 * sum("\u0600" <= word[0] <= "\u06ff" for word in some) >= len(some) for some in self._words]
