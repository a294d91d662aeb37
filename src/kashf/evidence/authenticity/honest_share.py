"""How often a mark stands on papers that came by other channels than the paper that is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kashf.evidence.reliability.beta_posterior import JEFFREYS, beta_quantile

#: Chance that the share lies within its bounds.
LEVEL: Final = 0.95


@dataclass(frozen=True, slots=True)
class HonestShare:
    """A share of papers, and what it does not rest on.

    Args:
        having: Papers with the mark; from 0 to `of`.
        of: Papers that came by another channel and of which it can be said.
        same_channel: Further such papers that came by the channel of the paper alone: they are not counted.
        unseen: Papers among `of` whose date or number a machine read and nobody looked at.

    Raises:
        ValueError: There are more with the mark than papers, or fewer than none.
    """

    having: int
    of: int
    same_channel: int = 0
    unseen: int = 0

    def __post_init__(self) -> None:
        if not (0 <= self.having <= self.of and self.same_channel >= 0 and 0 <= self.unseen <= self.of):
            raise ValueError(f"{self.having} of {self.of} papers are no share")

    @property
    def bounds(self) -> tuple[float, float]:
        """Between which shares it lies, in [0..1]: Jeffreys' interval, which ends at 0 where none has the mark and at 1 where all have it.

        Source: Brown, Cai and DasGupta 2001, Interval Estimation for a Binomial Proportion, Statistical Science 16.

        >>> [round(each, 4) for each in HonestShare(20, 20).bounds]
        [0.8834, 1.0]
        """
        return _bounds(self.having, self.of)


@lru_cache(maxsize=1024)
def _bounds(having: int, of: int) -> tuple[float, float]:
    a, b, tail = JEFFREYS.a + having, JEFFREYS.b + of - having, (1 - LEVEL) / 2
    low = beta_quantile(tail, a, b) if having else 0.0
    return low, beta_quantile(1 - tail, a, b) if having < of else 1.0
