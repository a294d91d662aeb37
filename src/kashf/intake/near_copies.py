"""Keys by which copies are found: of the same text in other bytes, and of nearly the same text.

A copy is not a second witness. Which texts that share much are copies, and which are forms of one template, is told in `near_texts`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Final

import numpy as np

from kashf.language.words.tokens import folded_words

#: A text shorter than this says too little to be called a copy: "page 1 of 1", a stamp, a name.
LEAST_WORDS_SAME = 8
#: Below this the share of common shingles is mostly chance and letterhead.
LEAST_WORDS_NEAR = 20
#: Letters in a row, spaces left out: OCR breaks nearly every run of words, and puts spaces where none are. Of two readings with one
#: wrong letter in twenty each, half of all such runs agree, but a fifth of all pairs of words.
SHINGLE_LETTERS = 4
PERMUTATIONS = 128
_SEED = 20_161
#: Words, and shingles, held at a time: a hostile text may have as many different ones as letters.
_WORDS_AT_ONCE: Final = 4096
_SHINGLES_AT_ONCE: Final = 100_000


def text_key(pages: Iterable[str]) -> str | None:
    """Return a key that two documents share when they say the same words in the same order, whatever their format and page breaks.

    Spelling variants that folding joins, such as the forms of alef or of the digits, are the same; None for fewer than eight words.

    >>> text_key(["أمرُ القائد رقم ١٢ إلى آمر", "السرية الثانية"]) == text_key(["امر القائد رقم 12 الى امر السرية الثانية"])
    True
    >>> text_key(["page 1"]) is None
    True
    """
    digest = hashlib.sha256()
    count = 0
    for page in pages:
        for word in folded_words(page):
            digest.update(word.encode("utf-8", "surrogatepass") + b" ")
            count += 1
    return digest.hexdigest() if count >= LEAST_WORDS_SAME else None


def signature(words: Iterable[str]) -> bytes:
    """Return a MinHash signature of a text, by which its likeness to others can be estimated without the text.

    Args:
        words: Folded words in order; of a long text no more than some are held at a time.

    Returns:
        512 bytes, the same on every run; none for fewer than twenty words.
    """
    left = iter(words)
    first = list(islice(left, LEAST_WORDS_NEAR))
    return shingle_signature(_runs(chain(first, left))) if len(first) == LEAST_WORDS_NEAR else b""


def _runs(words: Iterator[str]) -> Iterator[str]:
    """Yield the letters of words in long runs, each beginning with the last letters of the one before, so that no shingle is lost."""
    overlap = ""
    while some := list(islice(words, _WORDS_AT_ONCE)):
        run = overlap + "".join(some)
        yield run
        overlap = run[1 - SHINGLE_LETTERS :]


def shingle_signature(runs: Iterable[str]) -> bytes:
    """Return the MinHash signature of the letters of some runs of words, without spaces; none where there are no letters.

    A run that is shorter than a shingle is one.
    """
    from rensa import RMinHash

    minhash = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    has_letters = False
    waiting: set[str] = set()
    for run in filter(None, runs):
        has_letters = True
        waiting.update(run[start : start + SHINGLE_LETTERS] for start in range(max(1, len(run) - SHINGLE_LETTERS + 1)))
        if len(waiting) > _SHINGLES_AT_ONCE:  # A shingle that comes again changes nothing.
            minhash.update(waiting)
            waiting.clear()
    minhash.update(waiting)
    return np.array(minhash.digest(), dtype="<u4").tobytes() if has_letters else b""
