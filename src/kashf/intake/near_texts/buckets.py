"""Finds signatures that may be like one another without comparing each with each."""

from __future__ import annotations

from functools import cache
from typing import Final

#: Values of a signature that must agree in a row for two to meet: from .4 likeness on, nearly all pairs do.
#: Source: Leskovec et al. 2020, 3.4.
_STEP: Final = 3
#: A bucket with so many in it is divided by the values that follow, so that a template of which there are thousands costs no more for
#: each. Source: LSH forest, Bawa, Condie and Ganesan 2005.
_MOST: Final = 32
_DEEPEST: Final = 5
_BYTES_A_VALUE: Final = 4
_WIDTH: Final = _STEP * _BYTES_A_VALUE


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
        twice = signature + signature
        for place, start in _places(len(signature)):
            for depth in range(1, _DEEPEST + 1):
                bucket = self._buckets.setdefault(place + twice[start : start + depth * _WIDTH], [])
                if len(bucket) < _MOST:
                    bucket.append(row)
                    break

    def met_by(self, signature: bytes) -> set[int]:
        """Return the numbers of those that share a run of values in the same place."""
        met: set[int] = set()
        twice, known = signature + signature, self._buckets
        for place, start in _places(len(signature)):
            depth = 1
            while bucket := known.get(place + twice[start : start + depth * _WIDTH]):
                met.update(bucket)
                if len(bucket) < _MOST or depth == _DEEPEST:
                    break
                depth += 1
        return met


@cache
def _places(length: int) -> tuple[tuple[bytes, int], ...]:
    """Return where the runs of a signature begin, each with what tells it from those that begin elsewhere."""
    return tuple((start.to_bytes(2, "little"), start) for start in range(0, length - _WIDTH + 1, _WIDTH))
