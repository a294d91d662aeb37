"""Lay many pairs of words side by side at once: the same search as ``align``, done for thousands of pairs by each step of numpy."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

#: For what cannot be; sums of it stay far from the end of the number range.
NEVER: Final = -1e6
#: Pairs judged together: few enough for their rows to stay in the processor's cache.
_TOGETHER: Final = 2048


@dataclass(frozen=True, slots=True)
class Rows:
    """Words as numbers of chunks.

    Attributes:
        chunks: Shape (widest, letters, words): the number of the chunk of each width that ends with each letter.
        lengths: Letters of each word.
    """

    chunks: NDArray[np.int32]
    lengths: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each pair of chunks is worth; the more the better.

    Attributes:
        table: Shape (left chunks + 1, right chunks + 1); 0 is "no letter" on both sides, the last stands for unknown chunks.
        moves: The widths that may lie side by side, (1, 1) and (1, 0) among them; of those with no left letter (0, 1) alone.
    """

    table: NDArray[np.float32]
    moves: tuple[tuple[int, int], ...]


def as_rows(words: Sequence[Sequence[Sequence[int]]], *, widest: int, unknown: int) -> Rows:
    """Return words, each as the chunks that end with each of its letters, as one array filled up with ``unknown``."""
    lengths = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
    chunks = np.full((len(words), int(lengths.max(initial=0)), widest), unknown, dtype=np.int32)
    for word, endings in enumerate(words):
        for place, ending in enumerate(endings):
            chunks[word, place, : len(ending)] = ending
    return Rows(np.ascontiguousarray(chunks.transpose(2, 1, 0)), lengths)


def best_sums(weights: Weights, left: Rows, right: Rows, *, pairs: tuple[NDArray[np.int64], NDArray[np.int64]]) -> NDArray[np.float32]:
    """Return the most that any cut of each pair is worth.

    Args:
        weights: What pairs of chunks are worth.
        left: Words.
        right: Words.
        pairs: Indexes into ``left`` and ``right``, of one length n.

    Returns:
        Shape (n,).
    """
    sums = np.zeros(len(pairs[0]), dtype=np.float32)
    order = np.lexsort((right.lengths[pairs[1]], left.lengths[pairs[0]]))
    for start in range(0, len(order), _TOGETHER):
        some = order[start : start + _TOGETHER]
        lefts, rights = pairs[0][some], pairs[1][some]
        tall, wide = left.lengths[lefts], right.lengths[rights]
        lefts_chunks = left.chunks[:, : tall.max(), lefts].astype(np.int64) * weights.table.shape[1]
        rights_chunks = right.chunks[:, : wide.max(), rights]
        sums[some] = _fill(weights, lefts_chunks, rights_chunks, tall=tall, wide=wide)
    return sums


def _fill(
    weights: Weights, left: NDArray[np.int64], right: NDArray[np.int32], *, tall: NDArray[np.int64], wide: NDArray[np.int64]
) -> NDArray[np.float32]:
    """Return the value of the last cell of each pair; the chunks of the left words are offsets of rows in the flat table."""
    flat = weights.table.ravel()
    height, width, count = left.shape[1], right.shape[1], left.shape[2]
    every = np.arange(count)
    alone = np.zeros((width + 1, count), dtype=np.float32)
    np.cumsum(flat.take(right[0]), axis=0, out=alone[1:])
    rows = [alone]
    sums = np.where(tall == 0, alone[wide, every], np.float32(NEVER))
    for i in range(1, height + 1):
        row = np.full((width + 1, count), NEVER, dtype=np.float32)
        for p, q in weights.moves:
            if p == 0 or p > i or q > width:
                continue
            before, reading = rows[i - p], left[p - 1, i - 1]
            if q == 0:
                np.maximum(row, before + flat.take(reading), out=row)
            else:
                worth = flat.take(right[q - 1, q - 1 :] + reading)
                worth += before[: width + 1 - q]
                np.maximum(row[q:], worth, out=row[q:])
        # Right letters that stand alone, any number in a row: the best earlier cell plus what lies between.
        row -= alone
        np.maximum.accumulate(row, axis=0, out=row)
        row += alone
        rows.append(row)
        here = tall == i
        sums[here] = row[wide[here], every[here]]
    return sums
