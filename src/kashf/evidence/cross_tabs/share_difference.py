"""By how much two shares differ, with an exact interval: what can be said of 24 of 40 beside 10 of 560.

The interval holds every difference that neither of two one-sided tests refuses. Each test orders outcomes by the score statistic and takes
the largest probability over the second share, which nobody knows, so that the level holds whatever it is.

Sources: Chan and Zhang 1999, Biometrics 55 (exact unconditional limits); Miettinen and Nurminen 1985, Statistics in Medicine 4 (the score
and its constrained maximum); Berger and Boos 1994, JASA 89 (the unknown share within a confidence set, paid for in the level).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np

#: Of the level, what is paid for looking for the unknown share only where it is likely to be.
_BERGER_BOOS: Final = 1e-4
#: Unknown shares that are tried within that set.
_TRIED: Final = 61
#: Halvings of an interval of differences: to less than 1e-6.
_HALVINGS: Final = 21
#: Standard deviations beyond which an outcome is as good as impossible.
_FAR: Final = 9.0


@dataclass(frozen=True, slots=True)
class Share:
    """Some of a number of records.

    Raises:
        ValueError: More than there are, or none to have a share of.
    """

    part: int
    of: int

    def __post_init__(self) -> None:
        if not 0 <= self.part <= self.of or not self.of:
            raise ValueError(f"no share: {self.part} of {self.of}")

    @property
    def value(self) -> float:
        """In [0..1]."""
        return self.part / self.of


def difference_interval(left: Share, right: Share, *, level: float = 0.95) -> tuple[float, float]:
    """Return the bounds in [-1..1] of the first share less the second, right at least as often as the level says.

    >>> low, high = difference_interval(Share(24, 40), Share(10, 560))
    >>> round(low, 2), round(high, 2)
    (0.42, 0.73)
    """
    side, bounds = (1 - level) / 2, []
    if left.of <= right.of:
        bounds.append((_lower(left, right, side), -_lower(_others(left), _others(right), side)))
    if left.of >= right.of:
        bounds.append((_lower(_others(right), _others(left), side), -_lower(right, left, side)))
    return min(low for low, _ in bounds), max(high for _, high in bounds)


def _others(share: Share) -> Share:
    return Share(share.of - share.part, share.of)


def _lower(left: Share, right: Share, side: float) -> float:
    """Return the smallest difference that is not refused for being too small."""
    refused, kept = -1.0, left.value - right.value
    if kept <= -1.0:
        return -1.0
    unknown = _likely(right, _BERGER_BOOS)
    for _ in range(_HALVINGS):
        middle = (refused + kept) / 2
        if _tail(left, right, middle, unknown) + _BERGER_BOOS <= side:
            refused = middle
        else:
            kept = middle
    return refused


def _tail(left: Share, right: Share, difference: float, unknown: tuple[float, float]) -> float:
    """Return the largest chance of an outcome at least as far above a difference as the one seen."""
    low, high = max(unknown[0], -difference, 0.0), min(unknown[1], 1 - difference, 1.0)
    if low > high:  # No share within the confidence set goes with that difference.
        return 0.0
    shares = np.linspace(low, high, _TRIED)
    last = _last_as_far(left, right, difference)
    outcomes = _chances(left.of, np.clip(shares + difference, 0.0, 1.0))
    return float((outcomes * _cumulated(right.of, shares, last)).sum(axis=1).max())


def _last_as_far(left: Share, right: Share, difference: float) -> Any:
    """Return for each number on the left the largest on the right whose score is at least the one seen; -1 where none is."""
    seen = float(_score(np.array([left.part]), left.of, np.array([right.part]), right.of, difference)[0]) - 1e-9
    ours = np.arange(left.of + 1)
    low, high = np.full(left.of + 1, -1), np.full(left.of + 1, right.of)
    while np.any(low < high):
        middle = (low + high + 1) // 2
        is_far = _score(ours, left.of, middle, right.of, difference) >= seen
        low, high = np.where(is_far, middle, low), np.where(is_far, high, middle - 1)
    return low


def _score(ours: Any, our_size: int, theirs: Any, their_size: int, difference: float) -> Any:
    """Return how many standard deviations each pair of shares lies above a difference, by the variance that goes with it."""
    above = ours / our_size - theirs / their_size - difference
    first, second = _likeliest(ours / our_size, our_size, theirs / their_size, their_size, difference)
    variance = first * (1 - first) / our_size + second * (1 - second) / their_size
    is_level = np.abs(above) < 1e-12
    return np.where(is_level, 0.0, above / np.sqrt(np.maximum(variance, 1e-30)))


def _likeliest(first: Any, our_size: int, second: Any, their_size: int, difference: float) -> tuple[Any, Any]:
    """Return the two shares that are likeliest among those with a difference: a root of a cubic, in closed form.

    Source: Farrington and Manning 1990, Statistics in Medicine 9, appendix.
    """
    ratio = their_size / our_size
    a = 1 + ratio
    b = -(1 + ratio + first + ratio * second + difference * (ratio + 2))
    c = difference * difference + difference * (2 * first + ratio + 1) + first + ratio * second
    d = -first * difference * (1 + difference)
    v = (b / (3 * a)) ** 3 - b * c / (6 * a * a) + d / (2 * a)
    u = np.sqrt(np.maximum((b / (3 * a)) ** 2 - c / (3 * a), 0.0)) * np.where(v > 0, 1.0, -1.0)
    cosine = np.divide(v, u**3, out=np.ones_like(v), where=np.abs(u) > 1e-15)
    angle = (math.pi + np.arccos(np.clip(cosine, -1.0, 1.0))) / 3
    likeliest = np.clip(2 * u * np.cos(angle) - b / (3 * a), max(0.0, difference), min(1.0, 1 + difference))
    return likeliest, likeliest - difference


def _likely(share: Share, doubt: float) -> tuple[float, float]:
    """Return where an unknown share lies but for a doubt: Clopper and Pearson's interval, to 1e-9."""
    low = 0.0 if not share.part else _root(lambda at: 1 - _below(share.of, at, share.part - 1) - doubt / 2)
    high = 1.0 if share.part == share.of else _root(lambda at: doubt / 2 - _below(share.of, at, share.part))
    return low, high


def _root(rising: Callable[[float], float]) -> float:
    low, high = 0.0, 1.0
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return (low + high) / 2


def _below(size: int, share: float, last: int) -> float:
    return float(_cumulated(size, np.array([share]), np.array([last]))[0, 0])


def _cumulated(size: int, shares: Any, last: Any) -> Any:
    """Return for each share (rows) the chance of at most so many of a size (columns)."""
    spread = np.sqrt(size * shares * (1 - shares))
    first = np.maximum(np.floor(size * shares - _FAR * spread - 9), 0).astype(np.int64)
    width = int(min(size, 2 * _FAR * spread.max() + 20)) + 1
    counts = first[:, None] + np.arange(width)
    summed = np.cumsum(np.where(counts <= size, _chance(size, np.minimum(counts, size), shares[:, None]), 0.0), axis=1)
    place = last[None, :] - first[:, None]
    inside = np.take_along_axis(summed, np.clip(place, 0, width - 1), axis=1)
    return np.where(place < 0, 0.0, np.minimum(inside, 1.0))


def _chances(size: int, shares: Any) -> Any:
    """Return for each share (rows) the chance of each number of a size (columns)."""
    return _chance(size, np.arange(size + 1)[None, :], shares[:, None])


def _chance(size: int, counts: Any, shares: Any) -> Any:
    logs = _log_factorials(size)
    ways = logs[size] - logs[counts] - logs[size - counts]
    with np.errstate(divide="ignore", invalid="ignore"):
        hits = np.where(counts > 0, counts * np.log(shares), 0.0)
        misses = np.where(counts < size, (size - counts) * np.log1p(-shares), 0.0)
    return np.exp(ways + hits + misses)


@lru_cache(maxsize=8)
def _log_factorials(most: int) -> Any:
    return np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, most + 1)))])
