"""What "we looked and found nothing" bounds: how much there may be all the same, exactly.

Of a pile of known size the bound is that of the hypergeometric distribution: the most that could be there and still be missed by such a
sample with more than the chance of being wrong. Of a pile without a known size it is Clopper and Pearson's for a share.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from kashf.errors import BadEvidenceError
from kashf.evidence.reliability.beta_posterior import beta_quantile


@dataclass(frozen=True, slots=True)
class FoundBound:
    """How much there may be.

    Args:
        found: Documents of the sample that had it.
        looked_at: Documents of the sample, drawn at random.
        of: Documents of the pile; None where nobody knows.
        most: Documents of the pile that may have it; None for a pile of unknown size.
        most_share: As a share of the pile, in [0..1].
        level: With what certainty.
    """

    found: int
    looked_at: int
    of: int | None
    most: int | None
    most_share: float
    level: float


#: What logarithms of factorials may be wrong by: a chance that is the level itself is not above it.
_NOISE: Final = 1e-10


def found_bound(found: int, looked_at: int, *, of: int | None = None, level: float = 0.95) -> FoundBound:
    """Return the upper bound, one-sided.

    >>> found_bound(0, 59).most_share < 0.05, found_bound(0, 50, of=1000).most
    (True, 56)

    Raises:
        BadEvidenceError: The numbers cannot be those of a sample.
    """
    if not 0 <= found <= looked_at or (of is not None and looked_at > of) or looked_at < 1:
        raise BadEvidenceError("a sample finds no more than it looks at, and looks at no more than there is", code="evidence-sample")
    if not 0 < level < 1:
        raise BadEvidenceError(
            f"the level: a chance is from 0 to 1, not {level:g}", code="evidence-chance", what="level", value=f"{level:g}"
        )
    if of is None:
        share = 1.0 if found == looked_at else beta_quantile(level, found + 1, looked_at - found)
        return FoundBound(found, looked_at, None, None, share, level)
    # The chance of so few falls with what is there: bisection over whole numbers.
    low, high = found, of - (looked_at - found)
    while low < high:
        middle = (low + high + 1) // 2
        if _at_most(found, there=middle, looked_at=looked_at, of=of) > 1 - level + _NOISE:
            low = middle
        else:
            high = middle - 1
    return FoundBound(found, looked_at, of, low, low / of, level)


def _at_most(found: int, *, there: int, looked_at: int, of: int) -> float:
    """Return the chance that a sample has at most so many of those that are there."""
    whole = _log_ways(of, looked_at)
    first = max(0, looked_at - (of - there))
    logs = (_log_ways(there, count) + _log_ways(of - there, looked_at - count) for count in range(first, min(found, there) + 1))
    return math.fsum(math.exp(log - whole) for log in logs)


def _log_ways(of: int, chosen: int) -> float:
    return math.lgamma(of + 1) - math.lgamma(chosen + 1) - math.lgamma(of - chosen + 1)
