"""Two things that papers say and that cannot both be so, with both places and the innocent ways to explain it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.ids import DocumentId
from kashf.domain.letters.said import Said


class Clash(StrEnum):
    """What cannot both be so."""

    #: The weekday beside a date is that of another day.
    WEEKDAY = "weekday"
    #: Two calendars beside one another are apart by no known kind of slip.
    CALENDARS = "calendars"
    #: A paper is dated later than the day on which it came into the case.
    AFTER_RECEIPT = "after-receipt"
    #: A paper cites one that is dated later than itself.
    CITES_LATER = "cites-later"
    #: Two papers of one office and year have one number and different words.
    NUMBER_TWICE = "number-twice"
    #: Two men hold one post at once.
    TWO_HOLDERS = "two-holders"
    #: Somebody signs in a post before the order that names him to it, or long after the one that relieves him.
    AGAINST_ORDER = "against-order"
    #: One man is in two places that are too far apart.
    TWO_PLACES = "two-places"
    AFTER_DEATH = "after-death"
    BEFORE_BIRTH = "before-birth"
    #: An office writes before the day on which a paper founds it.
    NOT_FOUNDED = "not-founded"
    #: A letter or a register says of a paper that is here another day or addressee than it bears.
    TOLD_OTHERWISE = "told-otherwise"


class Innocent(StrEnum):
    """What may explain a contradiction without anybody's fault."""

    SLIP = "slip"
    MISREAD = "misread"
    LATER_HAND = "later-hand"
    CLOCK = "clock"
    DATED_AHEAD = "dated-ahead"
    VERSION = "version"
    TWO_SERIES = "two-series"
    NAMESAKE = "namesake"
    ACTING = "acting"
    RETURNED = "returned"
    SEVERAL = "several"
    CONFIRMED = "confirmed"
    SENT_AHEAD = "sent-ahead"
    FLEW = "flew"
    OTHER_PLACE = "other-place"
    FOUNDED_ANEW = "founded-anew"
    WRONG_ROW = "wrong-row"
    FALSE_REPORT = "false-report"


@dataclass(frozen=True, slots=True)
class ClashSide:
    """One of the things.

    Args:
        said: Where a paper says it; None for what no paper of the case says.
        date: The days of it; open where it has none.
        told: What no paper says, in words: a receipt, a row of a table of lives.
    """

    said: Said | None
    date: FuzzyDate = UNDATED
    told: str = ""

    @property
    def document(self) -> DocumentId | None:
        """The paper that says it."""
        return self.said.span.document if self.said else None


_NONE: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What cannot all be so.

    Args:
        clash: What kind it is.
        is_certain: Whether no reading of dates, names and pictures leaves room for both; else it is possible.
        sides: The smallest set that cannot be so together: two mostly, one of a paper that contradicts itself, three where a signature lies
            between two of another.
        innocent: What may explain it, the likeliest first; forging is never left out by any of them.
        facts: What is shown beside it, by name: days apart, kilometres, a post, a number.
    """

    clash: Clash
    is_certain: bool
    sides: tuple[ClashSide, ...]
    innocent: tuple[Innocent, ...]
    facts: Mapping[str, str] = field(default_factory=lambda: _NONE, hash=False)

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        """The papers of both sides, each once."""
        return tuple(dict.fromkeys(each for side in self.sides if (each := side.document)))
