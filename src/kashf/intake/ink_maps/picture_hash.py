"""Finds pages that may be pictures of one sheet without comparing each with each: a perceptual hash of their ink, in buckets.

Sheets of one form are as near by such a hash as a photograph is to a scan, so that it proposes, and `same_sheet` decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kashf.intake.ink_maps.ink_map import Ink

#: Waves across and down whose signs are the hash, as in PDQ (Facebook 2019), and cells of the frame that they are taken of.
_WAVES: Final = 16
_SIDE: Final = 64
#: Share of the ink beyond the edges of the frame, so that a speck does not decide where it lies.
_OUTSIDE: Final = 0.02
#: Bits of 256 that may differ; two sheets that have nothing in common differ in 128, and in fewer than 90 once in a million.
_MOST_DIFFERENT: Final = 92
_BAND_BITS: Final = 16
#: Pages in a bucket, at most, and those that are laid over a page, the nearest first: of a form of which there are thousands, no more.
_MOST_IN_BUCKET: Final = 64
_MOST_NEAR: Final = 4

Bits = NDArray[np.bool_]


def picture_hash(ink: Ink) -> Bits:
    """Return the signs of the broad waves of the ink of a page, within the frame that its ink fills; none for a page without ink."""
    if not ink.any():
        return np.zeros(0, bool)
    rows, columns = (_frame(ink.sum(axis=axis)) for axis in (1, 0))
    values = _summed(_summed(ink[rows[0] : rows[1], columns[0] : columns[1]].astype(np.float64)).T).T
    basis = np.cos(np.pi / _SIDE * np.outer(np.arange(1, _WAVES + 1), np.arange(_SIDE) + 0.5))
    waves = basis @ values @ basis.T
    signs: Bits = (waves > np.median(waves)).ravel()
    return signs


class PictureBuckets:
    """Hashes of pages; looking one up costs the same however many there are."""

    def __init__(self) -> None:
        self._hashes: list[Bits] = []
        self._buckets: dict[tuple[int, int], list[int]] = {}

    def add(self, bits: Bits) -> None:
        """Put a hash in, under the next number from 0."""
        for key in _bands(bits):
            bucket = self._buckets.setdefault(key, [])
            if len(bucket) < _MOST_IN_BUCKET:
                bucket.append(len(self._hashes))
        self._hashes.append(bits)

    def near(self, turned: list[Bits]) -> tuple[int, ...]:
        """Return the numbers of the nearest hashes to a page in any of its turns, the nearest first."""
        found: dict[int, int] = {}
        for bits in turned:
            met = sorted({row for key in _bands(bits) for near in _nearly(key) for row in self._buckets.get(near, ())})
            for row in met:
                found[row] = min(found.get(row, bits.size), int(np.count_nonzero(self._hashes[row] != bits)))
        likely = sorted((differing, row) for row, differing in found.items() if differing <= _MOST_DIFFERENT)
        return tuple(row for _, row in likely[:_MOST_NEAR])


def _bands(bits: Bits) -> Iterator[tuple[int, int]]:
    packed = np.packbits(bits).view(">u2")
    yield from ((place, int(value)) for place, value in enumerate(packed))


def _nearly(key: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield a band, and each that differs from it in one bit."""
    yield key
    yield from ((key[0], key[1] ^ 1 << bit) for bit in range(_BAND_BITS))


def _frame(profile: NDArray[np.int_]) -> tuple[int, int]:
    reached = np.cumsum(profile) / profile.sum()
    first = int(np.searchsorted(reached, _OUTSIDE))
    return first, max(first + 1, int(np.searchsorted(reached, 1 - _OUTSIDE)) + 1)


def _summed(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the rows of values brought to so many as the frame has, whatever their number."""
    reached = np.vstack([np.zeros(values.shape[1]), values.cumsum(axis=0)])
    edges = np.linspace(0, values.shape[0], _SIDE + 1)
    below = np.minimum(edges.astype(int), values.shape[0] - 1)
    at = reached[below] + (edges - below)[:, None] * values[below]
    means: NDArray[np.float64] = np.diff(at, axis=0) / (values.shape[0] / _SIDE)
    return means
