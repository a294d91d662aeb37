"""Exact chances of sums of independent groups: no permutations, no normal approximation.

A distribution is an array `pmf` with pmf[k] = P(K = k), k from 0, that sums to 1 up to rounding.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Pmf = NDArray[np.float64]

#: Two sums of the same probabilities in another order differ by rounding; a tie has to stay a tie.
_ROUNDING = 1e-12


def pmf_of(values: NDArray[np.int64], *, most: int) -> Pmf:
    """Return the distribution of a value drawn uniformly from `values`, each in [0..most]; at least one value."""
    return np.bincount(values, minlength=most + 1).astype(np.float64) / len(values)


def convolve_all(pmfs: Sequence[Pmf]) -> Pmf:
    """Return the distribution of the sum of independent variables; of none, that of 0. O(n^2) for n groups."""
    level = list(pmfs) or [np.ones(1)]
    while len(level) > 1:
        paired = [np.convolve(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
        level = paired + level[len(paired) * 2 :]
    return level[0]


def tail(pmf: Pmf, at_least: int) -> float:
    """Return P(K >= at_least), in [0..1]."""
    if at_least <= 0:
        return 1.0
    return float(min(1.0, max(0.0, pmf[at_least:].sum())))


def leave_one_out(pmfs: Sequence[Pmf], observed: Sequence[int]) -> list[float]:
    """Return for each group the chance of the others' sum, P(K >= observed) without it.

    The sums of those before and of those after a group are kept, so that all of them together cost O(n^2) memory and time.
    """
    before, after = [np.ones(1)], [np.ones(1)]
    for pmf in pmfs[:-1]:
        before.append(np.convolve(before[-1], pmf))
    for pmf in reversed(pmfs[1:]):
        after.append(np.convolve(after[-1], pmf))
    total = sum(observed)
    return [_tail_of_sum(left, right, total - own) for left, right, own in zip(before, reversed(after), observed, strict=True)]


def sign_flip(differences: Sequence[int]) -> float:
    """Return P(sum of +-|D_g| >= sum of D_g) when each group's sign is a fair coin: the exact cluster sign-flip test, one-sided, in (0..1].

    Groups with D_g = 0 say nothing; without any that does, 1.0.
    """
    sizes = [abs(value) for value in differences if value]
    if not sizes:
        return 1.0
    steps = []
    for size in sizes:
        step = np.zeros(2 * size + 1)
        step[0] = step[-1] = 0.5
        steps.append(step)
    # The sum moved up by all sizes is at least 0, so it can be an index.
    return tail(convolve_all(steps), sum(differences) + sum(sizes))


def largest_tail(pmfs: Sequence[Pmf]) -> Pmf:
    """Return the distribution whose every tail is the largest among those of `pmfs`: the worst admissible case, point by point."""
    most = max(map(len, pmfs))
    tails = np.zeros(most)
    for pmf in pmfs:
        own = np.cumsum(pmf[::-1])[::-1]
        tails[: len(own)] = np.maximum(tails[: len(own)], own)
    tails[0] = 1.0
    worst: Pmf = np.clip(tails - np.append(tails[1:], 0.0), 0.0, 1.0)
    return worst


def is_at_most(chance: float, alpha: float) -> bool:
    """Return whether a chance is at most alpha, rounding aside."""
    return chance <= alpha + _ROUNDING


def _tail_of_sum(left: Pmf, right: Pmf, at_least: int) -> float:
    """Return P(L + R >= at_least) from the tails of R, in O(len(left))."""
    if at_least <= 0:
        return 1.0
    tails = np.append(np.cumsum(right[::-1])[::-1], 0.0)
    needed = np.clip(at_least - np.arange(len(left)), 0, len(right))
    return min(1.0, float(left @ np.where(needed == 0, 1.0, tails[needed])))
