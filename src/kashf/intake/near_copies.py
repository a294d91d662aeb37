"""Copies: the same text in other bytes, and nearly the same text.

A copy is not a second witness. Two forms filled in differently are near copies too, so a group says "look at these together" and
never that its documents say the same.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import numpy as np

from kashf.language.words.tokens import folded_words

#: A text shorter than this says too little to be called a copy: "page 1 of 1", a stamp, a name.
LEAST_WORDS_SAME = 8
#: Below this the share of common shingles is mostly chance and letterhead.
LEAST_WORDS_NEAR = 20
#: Letters in a row, spaces left out: OCR breaks nearly every run of words, and puts spaces where none are. Of two readings with one
#: wrong letter in twenty each, half of all such runs agree, but a fifth of all pairs of words.
SHINGLE_LETTERS = 4
#: Share of common shingles from which two texts that nobody had to read off an image are near copies: about one word in twenty differs.
NEAR_DIGITAL = 0.8
#: The same where one of them was read by OCR with about one wrong letter in ten, or both with one in twenty. Unrelated texts of sixty
#: words and more stay below .15.
NEAR_SCANNED = 0.4
PERMUTATIONS = 128
_SEED = 20_161
_ROUNDING = 1e-9
#: Chance that a pair which is just similar enough is compared at all.
_LEAST_RECALL = 0.93


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


def signature(words: Sequence[str]) -> bytes:
    """Return a MinHash signature of a text, by which its likeness to others can be estimated without the text.

    Args:
        words: Folded words in order.

    Returns:
        512 bytes, the same on every run; none for fewer than twenty words.
    """
    if len(words) < LEAST_WORDS_NEAR:
        return b""
    from rensa import RMinHash

    letters = "".join(words)
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    minhash.update({letters[start : start + SHINGLE_LETTERS] for start in range(len(letters) - SHINGLE_LETTERS + 1)})
    return np.array(minhash.digest(), dtype="<u4").tobytes()


def near_groups(
    signatures: Iterable[tuple[str, bytes]], *, threshold: float = NEAR_DIGITAL, scanned: Collection[str] = frozenset()
) -> tuple[tuple[str, ...], ...]:
    """Return groups of near copies: each member is near the first of its group, so that likeness does not wander from text to text.

    Args:
        signatures: (id, signature); empty signatures belong to no group. The order does not matter.
        threshold: Least estimated share of common shingles, in (0..1]. The estimate's standard error is .044 at most.
        scanned: Ids of texts that were read by OCR; a pair with one of them needs no more than `NEAR_SCANNED`.

    Returns:
        Groups of two and more ids, each sorted, in order of their first ids.
    """
    known = sorted({id: value for id, value in signatures if value}.items())
    if not known:
        return ()
    matrix = np.frombuffer(b"".join(value for _, value in known), dtype="<u4").reshape(len(known), PERMUTATIONS)
    eased = np.array([id in scanned for id, _ in known])
    lowest = min(threshold, NEAR_SCANNED) if eased.any() else threshold
    leaders: defaultdict[tuple[int, bytes], list[int]] = defaultdict(list)
    members: dict[int, list[int]] = {}
    for row, bands in enumerate(_bands(matrix, _rows_per_band(lowest))):
        candidates = np.array(sorted({leader for band in bands for leader in leaders.get(band, ())}), dtype=np.intp)
        least = np.where(eased[candidates] | eased[row], lowest, threshold)
        leader = _nearest(matrix, row, candidates, least=least)
        if leader is None:
            members[row] = [row]
            for band in bands:
                leaders[band].append(row)
        else:
            members[leader].append(row)
    return tuple(tuple(known[row][0] for row in group) for group in members.values() if len(group) > 1)


def _nearest(matrix: Any, row: int, candidates: Any, *, least: Any) -> int | None:
    """Return the candidate most like a row, the first of equals; None when none is as like it as it has to be."""
    if not len(candidates):
        return None
    shares = (matrix[candidates] == matrix[row]).mean(axis=1)
    shares[shares < least - _ROUNDING] = 0.0
    best = int(shares.argmax())
    return int(candidates[best]) if shares[best] else None


def _bands(matrix: Any, rows: int) -> Iterable[list[tuple[int, bytes]]]:
    """Yield for each signature its cuts of `rows` values, with their places."""
    width = rows * matrix.itemsize
    for line in matrix:
        whole = line.tobytes()
        yield [(start, whole[start : start + width]) for start in range(0, len(whole) - width + 1, width)]


def _rows_per_band(threshold: float) -> int:
    """Return the longest cut by which a pair at the threshold is still compared nearly always. Source: Leskovec et al. 2020, 3.4."""
    for rows in (16, 8, 6, 5, 4, 3, 2):
        if 1 - (1 - threshold**rows) ** (PERMUTATIONS // rows) >= _LEAST_RECALL:
            return rows
    return 1
