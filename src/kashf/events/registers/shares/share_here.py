"""Which share of a series is here, of which nobody knows how long it is: bounds that hold in nine of ten series.

Of a series of N numbers in a row n are seen, the highest s above the lowest. Were they seen at random, the chance of numbers as close
together as these is ((N - s) C(s, n - 1) + C(s, n)) / C(N, n): of all choices of n, those that lie within s of their lowest. The longest
N for which that is not below 1 - level is the upper bound of N, s + 1 the lower one, which is sure.

Sources: Ruggles and Brodie 1947, JASA 42; Goodman 1952, "Serial number analysis", JASA 47, for numbers whose first is unknown, too; the
bounds are those of a test turned round (Clopper and Pearson 1934, Biometrika 26), so that they hold at least as often as they say.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

LEVEL: Final = 0.9
#: How many times as long as what is seen a series is looked for at most; beyond, nothing can be said.
_LONGEST: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class ShareHere:
    """Which share of a series is here.

    Args:
        here: Numbers that are here.
        fewest: Numbers that the series had at least: from the lowest to the highest seen.
        most: Numbers that it had at most, at the level; None where too few were seen to say.
    """

    here: int
    fewest: int
    most: int | None

    @property
    def low(self) -> float:
        """The lower bound of the share, in [0..1]; 0 where nothing can be said."""
        return self.here / self.most if self.most else 0.0

    @property
    def high(self) -> float:
        """The upper bound of the share, in [0..1]."""
        return self.here / self.fewest if self.fewest else 1.0


def share_here(here: int, seen: int, lowest: int, highest: int, *, level: float = LEVEL) -> ShareHere:
    """Return which share of a series is here.

    Args:
        here: Numbers of papers that are here.
        seen: Those with numbers that others cite, which were given out, too.
        lowest: The lowest number seen.
        highest: The highest.
        level: How often bounds hold, in [0..1].

    >>> share_here(10, 10, 1, 20)
    ShareHere(here=10, fewest=20, most=26)
    """
    span = highest - lowest
    fewest = span + 1
    if seen < 2 or seen > fewest:
        return ShareHere(here, max(fewest, 0), None if seen < 2 else fewest)
    low, high = fewest, fewest * 2
    while _chance(high, seen, span) >= 1 - level:
        low, high = high, high * 2
        if high > fewest * _LONGEST:
            return ShareHere(here, fewest, None)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _chance(middle, seen, span) >= 1 - level else (low, middle)
    return ShareHere(here, fewest, low)


def _chance(length: int, seen: int, span: int) -> float:
    """Return how likely so many numbers of a series of a length lie within a span."""
    if length <= span + 1:
        return 1.0
    whole = _log_choose(length, seen)
    starts = math.log(length - span) + _log_choose(span, seen - 1) - whole
    rest = _log_choose(span, seen) - whole if seen <= span else -math.inf
    return min(1.0, math.exp(starts) + (math.exp(rest) if rest > -math.inf else 0.0))


def _log_choose(of: int, chosen: int) -> float:
    return math.lgamma(of + 1) - math.lgamma(chosen + 1) - math.lgamma(of - chosen + 1)
