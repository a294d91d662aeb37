"""How much of a line was read wrong: edit distance in letters and in words, over all lines, with an interval.

Source: the character and word error rates of text recognition, as `(substitutions + deletions + insertions) / length of the truth`;
B. Efron and R. Tibshirani, An Introduction to the Bootstrap, 1993, section 13.3 (percentile interval).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

#: How often lines are drawn anew.
RESAMPLES = 2000


@dataclass(frozen=True, slots=True)
class LineErrors:
    """What is wrong in one line.

    Args:
        letters: Length of the truth in code points, composed, blanks run together.
        letter_errors: Letters to replace, take out or put in.
        words: Length of the truth in words.
        word_errors: Words to replace, take out or put in.
    """

    letters: int
    letter_errors: int
    words: int
    word_errors: int


def line_errors(truth: str, read: str) -> LineErrors:
    """Return what is wrong in a line as it was read. Vowel marks, digits of another script and hamza count as they stand.

    >>> line_errors("20  tankers", "23 tanker")
    LineErrors(letters=10, letter_errors=2, words=2, word_errors=2)
    """
    from rapidfuzz.distance import Levenshtein  # most commands measure nothing

    mine, theirs = _plain(truth), _plain(read)
    left, right = mine.split(), theirs.split()
    return LineErrors(len(mine), Levenshtein.distance(mine, theirs), len(left), Levenshtein.distance(left, right))


def bootstrap_interval(pairs: Sequence[tuple[int, int]], generator: np.random.Generator) -> tuple[float, float]:
    """Return the interval in which 95 of 100 error rates fall when lines are drawn anew with replacement; (0, 1) of no letter at all.

    Args:
        pairs: Errors and length of each line.
        generator: Seeded; the same seed gives the same interval.
    """
    import numpy as np

    errors, lengths = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    if not lengths.sum():
        return 0.0, 1.0
    drawn = generator.integers(0, len(lengths), size=(RESAMPLES, len(lengths)))
    rates = errors[drawn].sum(axis=1) / np.maximum(lengths[drawn].sum(axis=1), 1)
    low, high = np.quantile(rates, (0.025, 0.975))
    return float(low), float(high)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
