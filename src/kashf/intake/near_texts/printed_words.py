"""What is printed in many texts of a pile: the words of a template, which say nothing about who filled it in.

What is looked at are steps from a word to the next, since a name stands in many forms and a name behind another in few. Whether there is a
template at all is told by two steps in a row: where people use a few dozen words, any two stand behind one another in many texts. How many
texts have a step is kept in a fixed number of counters, so that a pile of any size needs the same memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final
from zlib import crc32

import numpy as np

#: Steps of a text, from the most common down, of which those of a template are at least this share; then, where that finds none, this.
#: The same of two steps in a row.
_TEMPLATE_SHARES: Final = (0.4, 0.15)
#: So many texts have a template at least; of fewer it cannot be told what is printed.
LEAST_TEXTS: Final = 4
#: What stands in this share of the texts of a template is printed.
_PRINTED: Final = 0.25


class PrintedWords:
    """Counts in how many texts each step from word to word stands, and each two steps in a row.

    Args:
        words: About how many words all texts have.

    Example:
        >>> printed = PrintedWords(100)
        >>> forms = [f"name of the bearer {name} valid for one week".split() for name in ("Ada", "Ben", "Cleo", "Dan", "Eve")]
        >>> for form in forms:
        ...     printed.add(form)
        >>> [word for word, is_filled_in in zip(forms[0], printed.filled_in(forms[0])) if is_filled_in]
        ['Ada']
    """

    def __init__(self, words: int) -> None:
        self._mask = (1 << min(27, max(17, (8 * words).bit_length()))) - 1
        self._counts: Any = np.zeros(self._mask + 1, dtype=np.uint32)

    def add(self, words: Sequence[str]) -> None:
        """Count the steps of one more text."""
        steps, twos = self._steps(words)
        self._counts[np.unique(np.concatenate([steps, twos]))] += 1

    def weights(self, words: Sequence[str]) -> Any:
        """Return for each step of a text what it tells: 0 for what is printed, and more for what stands in few of the texts alike.

        None where no template is seen in the text, of which all steps tell the same.
        """
        steps, twos = self._steps(words)
        counts = self._counts[steps].astype(np.float64)
        share = next((share for share in _TEMPLATE_SHARES if _nth(self._counts[twos], share) >= LEAST_TEXTS), None)
        if share is None:
            return None
        texts = _nth(counts, share)
        return np.where(counts >= max(_PRINTED * texts, LEAST_TEXTS - 1), 0.0, np.log(texts / np.maximum(counts, 1.0)))

    def filled_in(self, words: Sequence[str]) -> Any:
        """Return for each word of a text whether it was filled in, and not printed with the template; None where no template is seen.

        A printed word beside what is filled in counts as printed, since only one of the two steps to and from it tells; so does the first
        word, and the last is as the step to it: a form begins with its title and ends with a date or a name.
        """
        weights = self.weights(words)
        return None if weights is None else (np.insert(weights, 0, 0.0) > 0) & (np.append(weights, 1.0) > 0)

    def _steps(self, words: Sequence[str]) -> tuple[Any, Any]:
        """Return the counters of the steps of a text, and of each two steps in a row."""
        coded = [word.encode("utf-8", "surrogatepass") for word in words]
        steps = [crc32(after, crc32(before)) for before, after in pairwise(coded)]
        twos = [crc32(after, step) for after, step in zip(coded[2:], steps, strict=False)]
        return np.array(steps, dtype=np.int64) & self._mask, np.array(twos, dtype=np.int64) & self._mask


def _nth(counts: Any, share: float) -> float:
    """Return the count that this share of some counts reaches; 0 of none."""
    return float(np.sort(counts)[::-1][int(share * (len(counts) - 1))]) if len(counts) else 0.0
