"""What one mark of a paper is worth, as a range of likelihood ratios, genuine to not genuine.

How often genuine papers bear the mark is estimated from papers that came by other channels. How often forged ones do no pile of papers can
say, so that two forgers are assumed: a careful one copies a genuine paper, slips and all, and then the mark says nothing: 1; a careless one
does what is stated with each mark. The truth may lie anywhere between, and outside of both.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kashf.evidence.authenticity.honest_share import HonestShare

#: No mark alone is told as worth more than this to 1, either way: the pile is no random sample, and shares of it carry no more.
CAP: Final = 10.0


class CarelessForger(StrEnum):
    """What a careless forger is assumed to do."""

    #: Takes a weekday without looking: one in seven fits.
    ANY_WEEKDAY = "any-weekday"
    #: Takes the day of the second calendar without a table: three in thirty are within a day.
    NO_TABLE = "no-table"
    #: Writes as the other offices of the pile do.
    OTHER_OFFICES = "other-offices"
    #: Takes a number between the lowest and the highest that were seen.
    ANY_NUMBER = "any-number"
    #: Signs as anybody who ever signed with this post.
    ANY_SIGNER = "any-signer"
    #: Alters one copy of a letter and leaves the other as it was.
    ALTERS_ONE = "alters-one"
    #: Takes a day around that of the receipt: one in two lies behind it.
    AROUND_RECEIPT = "around-receipt"


class RestsOn(StrEnum):
    """Whose assumption an end of a range is."""

    CAREFUL = "careful"
    CARELESS = "careless"


class Leaning(StrEnum):
    """Which way a mark points under the assumption of a careless forger; a careful one takes all of it away."""

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class CarelessShare:
    """How often a careless forger's papers bear the mark.

    Args:
        assumed: What he is assumed to do.
        low: At least how often, in [0..1].
        high: At most.
        counted: The papers that this is counted on; None where it follows from the assumption alone.

    Raises:
        ValueError: They are no bounds.
    """

    assumed: CarelessForger
    low: float
    high: float
    counted: HonestShare | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high <= 1:
            raise ValueError("the share of forged papers has bounds in [0..1]")

    @classmethod
    def fixed(cls, assumed: CarelessForger, share: float) -> CarelessShare:
        """Return a share that follows from the assumption."""
        return cls(assumed, share, share)

    @classmethod
    def of_pile(cls, assumed: CarelessForger, counted: HonestShare) -> CarelessShare:
        """Return a share that papers of the pile tell."""
        return cls(assumed, *counted.bounds, counted)


@dataclass(frozen=True, slots=True)
class MarkRatio:
    """A likelihood ratio, genuine to not genuine, as a range.

    Args:
        honest: How often papers by other channels bear the mark; of at least one paper.
        careless: How often a careless forger's do.

    Raises:
        ValueError: No paper says how often.

    >>> fits = MarkRatio(HonestShare(20, 20), CarelessShare.fixed(CarelessForger.ANY_WEEKDAY, 1 / 7))
    >>> [round(each, 2) for each in fits.if_careless], fits.low, fits.high_rests_on.value, fits.leaning.value
    ([6.18, 7.0], 1.0, 'careless', 'for')
    """

    honest: HonestShare
    careless: CarelessShare

    def __post_init__(self) -> None:
        if not self.honest.of or (self.careless.counted and not self.careless.counted.of):
            raise ValueError("no paper says how often the mark is borne")

    @property
    def if_careless(self) -> tuple[float, float]:
        """Between which ratios it lies if the forger is careless, in [1/CAP..CAP]."""
        low, high = self.honest.bounds
        return _capped(low, self.careless.high), _capped(high, self.careless.low)

    @property
    def low(self) -> float:
        """The lower end, of both forgers."""
        return min(1.0, self.if_careless[0])

    @property
    def high(self) -> float:
        """The upper end."""
        return max(1.0, self.if_careless[1])

    @property
    def low_rests_on(self) -> RestsOn:
        """Whose assumption the lower end is."""
        return RestsOn.CARELESS if self.if_careless[0] < 1 else RestsOn.CAREFUL

    @property
    def high_rests_on(self) -> RestsOn:
        """Whose the upper end is."""
        return RestsOn.CARELESS if self.if_careless[1] > 1 else RestsOn.CAREFUL

    @property
    def cap(self) -> float:
        """What no end goes beyond, to 1, either way."""
        return CAP

    @property
    def is_capped(self) -> bool:
        """Whether an end was cut at the cap."""
        return self.low <= 1 / CAP or self.high >= CAP

    @property
    def leaning(self) -> Leaning:
        """Which way the mark points."""
        low, high = self.if_careless
        return Leaning.FOR if low > 1 else Leaning.AGAINST if high < 1 else Leaning.NEITHER


def _capped(genuine: float, forged: float) -> float:
    """Return a ratio within the cap; where neither bears the mark nothing is known, which is the cap on the side that was asked for."""
    if forged <= genuine / CAP:
        return CAP
    return max(1 / CAP, genuine / forged)
