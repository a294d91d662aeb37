"""Figures of a comparison: how well scores part what is the same from what is not. Needs numpy alone, so that peers can use it too."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray


def area_under_curve(same: ArrayLike, different: ArrayLike) -> float:
    """Return the chance that a pair of one name scores higher than a pair of two names; ties count half.

    Source: Mann and Whitney 1947; Hanley and McNeil 1982 for its meaning as the area under the ROC curve.
    """
    right, wrong = np.asarray(same, dtype=float), np.sort(np.asarray(different, dtype=float))
    below = np.searchsorted(wrong, right, side="left")
    not_above = np.searchsorted(wrong, right, side="right")
    return float(np.mean((below + not_above) / 2) / len(wrong))


def recall_at_false_positives(same: ArrayLike, different: ArrayLike, *, rate: float) -> float:
    """Return the share of right pairs above the score which at most ``rate`` of the wrong pairs reach."""
    right, wrong = np.asarray(same, dtype=float), np.sort(np.asarray(different, dtype=float))
    threshold = wrong[len(wrong) - 1 - int(rate * len(wrong))]
    return float(np.mean(right > threshold))


def places(scores: NDArray[np.float64], answer: int) -> tuple[int, int]:
    """Return how many of a query's candidates score higher than the right one, and how many the same (itself among them)."""
    return int(np.sum(scores > scores[answer])), int(np.sum(scores == scores[answer]))


def recall_at(found: Sequence[tuple[int, int]], k: int) -> float:
    """Return the share of queries whose right answer is among the first k; ties are broken by chance, so the expected share.

    Args:
        found: What ``places`` says of each query.
        k: How many answers are looked at.
    """
    return sum(min(1.0, max(0.0, (k - higher) / tied)) for higher, tied in found) / len(found)


def mean_and_spread(values: Sequence[float]) -> tuple[float, float]:
    """Return the mean and the standard deviation among seeds, 0 for a single one."""
    return float(np.mean(values)), float(np.std(values, ddof=1)) if len(values) > 1 else 0.0
