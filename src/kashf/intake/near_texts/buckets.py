"""Finds signatures that may be like one another without comparing each with each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

#: Values of a signature that must agree in a row for two to meet: from .4 likeness on, nearly all pairs do.
#: Source: Leskovec et al. 2020, 3.4.
_STEP: Final = 3
#: A bucket with so many in it is divided by the values that follow, so that a template of which there are thousands costs no more for
#: each. Source: LSH forest, Bawa, Condie and Ganesan 2005.
_MOST: Final = 32
_DEEPEST: Final = 5
_BYTES_A_VALUE: Final = 4


class Buckets:
    """Signatures of one length by runs of their values; looking one up costs the same however many there are.

    Example:
        >>> buckets = Buckets()
        >>> buckets.add(7, bytes(range(120)))
        >>> buckets.met_by(bytes(range(120))), buckets.met_by(bytes(120))
        ({7}, set())
    """

    def __init__(self) -> None:
        self._buckets: dict[bytes, list[int]] = {}

    def add(self, row: int, signature: bytes) -> None:
        """Put a signature in, under a number."""
        for keys in _keys(signature):
            for key in keys:
                bucket = self._buckets.setdefault(key, [])
                if len(bucket) < _MOST:
                    bucket.append(row)
                    break

    def met_by(self, signature: bytes) -> set[int]:
        """Return the numbers of those that share a run of values in the same place."""
        met: set[int] = set()
        for keys in _keys(signature):
            for key in keys:
                bucket = self._buckets.get(key, ())
                met.update(bucket)
                if len(bucket) < _MOST:
                    break
        return met


def _keys(signature: bytes) -> Iterator[Iterator[bytes]]:
    """Yield for each place of a signature its runs from there on, the shorter first."""
    width, twice = _STEP * _BYTES_A_VALUE, signature + signature
    for start in range(0, len(signature) - width + 1, width):
        place = start.to_bytes(2, "little")
        yield (place + twice[start : start + depth * width] for depth in range(1, _DEEPEST + 1))
