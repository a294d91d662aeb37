"""What is printed in many texts of a pile: the words of a template, which say nothing about who filled it in.

What is looked at are steps from a word to the next, since a name stands in many forms and a name behind another in few. How many texts have
a step is kept in a fixed number of counters, so that a pile of any size needs the same memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final
from zlib import crc32

import numpy as np

#: Steps of a text, from the most common down, of which those of a template are at least this share; then, where that finds none, this.
_TEMPLATE_SHARES: Final = (0.4, 0.15)
#: So many texts have a template at least; of fewer it cannot be told what is printed.
LEAST_TEXTS: Final = 4
#: What stands in this share of the texts of a template is printed.
_PRINTED: Final = 0.25


class PrintedWords:
    """Counts in how many texts each step from word to word stands.

    Args:
        words: About how many words all texts have.
    """

    def __init__(self, words: int) -> None:
        self._mask = (1 << min(26, max(16, (4 * words).bit_length()))) - 1
        self._counts: Any = np.zeros(self._mask + 1, dtype=np.uint32)

    def add(self, words: Sequence[str]) -> None:
        """Count the steps of one more text."""
        if len(words) > 1:
            self._counts[np.unique(self._steps(words))] += 1

    def weights(self, words: Sequence[str]) -> Any:
        """Return for each step of a text what it tells: 0 for what is printed, and more for what stands in few of the texts alike.

        None where no template is seen in the text, of which all steps tell the same.
        """
        if len(words) < 2:
            return None
        counts = self._counts[self._steps(words)].astype(np.float64)
        ordered = np.sort(counts)[::-1]
        texts = next((known for share in _TEMPLATE_SHARES if (known := ordered[int(share * (len(ordered) - 1))]) >= LEAST_TEXTS), 0.0)
        if not texts:
            return None
        return np.where(counts >= max(_PRINTED * texts, LEAST_TEXTS - 1), 0.0, np.log(texts / np.maximum(counts, 1.0)))

    def _steps(self, words: Sequence[str]) -> Any:
        coded = [word.encode("utf-8", "surrogatepass") for word in words]
        return np.array([crc32(after, crc32(before)) for before, after in pairwise(coded)], dtype=np.int64) & self._mask
