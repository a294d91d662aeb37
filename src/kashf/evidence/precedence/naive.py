"""What tests say that know nothing of phases of fighting: shown beside ours, so that a reader sees what they would have made of it.

Their events are those of the orders' places, all of them and not only onsets; their chance is that of any date of the catalogue.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from kashf.evidence.precedence.exact import convolve_all, tail
from kashf.evidence.precedence.grid import EARTH_KM, Days, Flags, Points, hits

#: Orders held against all events at once; the pairs of more of them would not fit into memory.
_ROWS = 256
#: Pairs of an order and an event over which a correlation is taken; 160 MB.
_MOST_PAIRS = 5_000_000


def poisson_coincidence(n_precursors: int, n_triggered: int, *, days: float, width: float, at_least: int) -> float:
    """Return P(K >= at_least) of the trigger rate under the Poisson null of event coincidence analysis.

    K ~ Bin(n_triggered, 1 - (1 - width / days)^n_precursors). Source: Donges, Schleussner, Siegmund and Donner 2016, arXiv 1508.03534. The
    width of inclusive days [L0, L1] is L1 - L0 + 1; that choice alone can turn the answer.

    >>> round(poisson_coincidence(8, 10, days=365, width=7, at_least=4), 6)
    0.043323
    >>> round(poisson_coincidence(8, 10, days=365, width=8, at_least=4), 6)
    0.06438
    """
    chance = hit_chance(n_precursors, days=days, width=width)
    return math.fsum(
        math.comb(n_triggered, k) * chance**k * (1 - chance) ** (n_triggered - k) for k in range(max(at_least, 0), n_triggered + 1)
    )


def hit_chance(n_precursors: int, *, days: float, width: float) -> float:
    """Return the chance that a window of `width` days has one of so many events dropped uniformly on `days`.

    >>> round(hit_chance(8, days=365, width=7), 6)
    0.143512
    """
    return 1 - (1 - min(1.0, width / days)) ** n_precursors


def poisson(there: Flags, row: NDArray[np.int64], days: Days, window: tuple[int, int]) -> float:
    """Return the p of the Poisson null over orders at different places, each with its own number of days with events."""
    followed = hits(there, window)[row, days]
    width, span = window[1] - window[0] + 1, there.shape[1]
    chances = np.array([hit_chance(int(there[each].sum()), days=span, width=width) for each in row])
    return tail(convolve_all([np.array([1 - chance, chance]) for chance in chances]), int(followed.sum()))


def any_day(there: Flags, row: NDArray[np.int64], days: Days, window: tuple[int, int], usable: tuple[int, int]) -> float:
    """Return the exact p when every order may fall on any usable day of the catalogue, independently."""
    after = hits(there, window)
    shares = after[:, usable[0] : usable[1] + 1].mean(axis=1)[row]
    return tail(convolve_all([np.array([1 - share, share]) for share in shares]), int(after[row, days].sum()))


def circular(there: Flags, row: NDArray[np.int64], days: Days, window: tuple[int, int]) -> float:
    """Return the exact p when all orders are moved together round the catalogue by any number of days."""
    after = hits(there, window)
    span = after.shape[1]
    total = np.zeros(span, dtype=np.int64)
    for each, day in zip(row, days, strict=True):
        total += np.roll(after[each], -int(day))
    return float((total >= total[0]).mean())


def knox_across(points: Points, days: Days, others: Points, other_days: Days, *, near_km: float, near_days: int) -> float:
    """Return P(X >= count) of Knox's count over pairs of an order and an event, near in space and within so many days on either side.

    The expectation is that of independent space and time. It does not ask which of the two came first.
    """
    there, near, soon, both = others.directions().T, 0, 0, 0
    for first in range(0, len(days), _ROWS):
        is_near = points.directions()[first : first + _ROWS] @ there >= math.cos(near_km / EARTH_KM) - 1e-12
        is_soon = np.abs(np.subtract.outer(days[first : first + _ROWS], other_days)) <= near_days
        near, soon, both = near + int(is_near.sum()), soon + int(is_soon.sum()), both + int((is_near & is_soon).sum())
    return poisson_tail(both, near * soon / (len(days) * len(other_days)))


def poisson_tail(at_least: int, mean: float) -> float:
    """Return P(X >= at_least) for X Poisson of a mean.

    >>> round(poisson_tail(13, 10.143816), 6)
    0.222267
    """
    below = math.fsum(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(at_least)) if mean else float(at_least > 0)
    return min(1.0, max(0.0, 1 - below))


def mantel_across(points: Points, days: Days, others: Points, other_days: Days) -> float | None:
    """Return Mantel's correlation of 1 / (km + 1) and 1 / (days + 1) over all pairs of an order and an event, in [-1..1].

    Symmetric: it says whether the two lie together in space and time, not which comes first. None without pairs, with so many that it would
    take seconds, and where one of the two is the same for every pair. Source: Mantel 1967, in the form of reciprocals.
    """
    if not 0 < len(days) * len(other_days) <= _MOST_PAIRS:
        return None
    cosines = np.clip(points.directions() @ others.directions().T, -1, 1)
    near = 1 / (np.arccos(cosines) * EARTH_KM + 1)
    soon = 1 / (np.abs(np.subtract.outer(days, other_days)) + 1)
    near, soon = near - near.mean(), soon - soon.mean()
    spread = math.sqrt(float((near**2).sum() * (soon**2).sum()))
    return float((near * soon).sum()) / spread if spread > 0 else None
