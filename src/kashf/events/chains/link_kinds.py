"""What one letter may do to an earlier one, and what is usual between the two; the defaults of the weights stand here."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final

from kashf.domain.letters.instructions import SpeechAct


class LinkKind(StrEnum):
    """What a letter does to the one that it follows."""

    ACKNOWLEDGES = "acknowledges"
    REPORTS = "reports"
    COMPLETES = "completes"
    CANCELS = "cancels"
    REMINDS = "reminds"
    ANSWERS = "answers"
    PERMITS = "permits"
    USES = "uses"
    PASSES_ON = "passes-on"
    ENCLOSES = "encloses"
    PAIRS_WITH = "pairs-with"


class Way(StrEnum):
    """How the offices of the two letters lie: whoever was addressed writes back, the same office writes again, or either."""

    BACK = "back"
    AGAIN = "again"
    EITHER = "either"
    #: Whoever was addressed writes on, to others.
    ON = "on"
    #: The same office writes, to anybody.
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual between two letters of a kind of link.

    Args:
        of: What the earlier letter does.
        way: How their offices lie.
        median_days: Of the days between the two; they are taken to be log-normal.
        spread: Standard deviation of the logarithm of the days.
        repeats: Whether the later one tells again what the earlier one told.
        has_near_number: Whether the two were written together, with numbers close to one another.
    """

    of: frozenset[SpeechAct]
    way: Way
    median_days: float
    spread: float
    repeats: bool = True
    has_near_number: bool = False

    @property
    def of_codes(self) -> frozenset[str]:
        """What the earlier letter does, by its codes."""
        return _codes(self.of)

    def chance_until(self, days: float) -> float:
        """Return how likely the later letter comes within so many days, in [0..1]."""
        if days <= 0:
            return 0.0
        return 0.5 * (1 + math.erf(math.log(days / self.median_days) / (self.spread * math.sqrt(2))))

    def within(self) -> tuple[int, int]:
        """Return the days between which nine of ten later letters come."""
        far = 1.645 * self.spread
        return int(self.median_days * math.exp(-far)), math.ceil(self.median_days * math.exp(far))


def moved(day: dt.date, days: int) -> dt.date:
    """Return a day so many days later, or earlier; the first or last that there is where there is none.

    >>> moved(dt.date(1, 1, 2), -3)
    datetime.date(1, 1, 1)
    """
    try:
        return day + dt.timedelta(days)
    except OverflowError:
        return dt.date.max if days > 0 else dt.date.min


@cache
def _codes(acts: frozenset[SpeechAct]) -> frozenset[str]:
    return frozenset(act.value for act in acts)


_ORDERS: Final = frozenset({SpeechAct.ORDER, SpeechAct.CIRCULAR, SpeechAct.DECREE, SpeechAct.REGULATION, SpeechAct.DEMAND})
_ASKS: Final = frozenset({SpeechAct.REQUEST, SpeechAct.PETITION, SpeechAct.RECOMMENDATION, SpeechAct.DEMAND})
_TELLS: Final = frozenset({SpeechAct.LETTER, SpeechAct.MEMORANDUM, SpeechAct.NOTIFICATION})

#: Days and spreads: within a week down the levels of an office, and a month from order to confirmation (letters.md 3, method.md 6); the
#: others are set beside these two by what their letters are for, and stand to be measured.
USUAL: Final[Mapping[LinkKind, Usual]] = MappingProxyType(
    {
        LinkKind.ACKNOWLEDGES: Usual(_ORDERS | _ASKS | _TELLS, Way.BACK, 3, 0.9),
        LinkKind.REPORTS: Usual(_ORDERS | {SpeechAct.REMINDER}, Way.BACK, 15, 0.9),
        LinkKind.COMPLETES: Usual(_ORDERS, Way.BACK, 30, 0.8),
        LinkKind.CANCELS: Usual(_ORDERS | {SpeechAct.PERMIT, SpeechAct.APPOINTMENT}, Way.AGAIN, 14, 1.0),
        LinkKind.REMINDS: Usual(_ASKS | _ORDERS | _TELLS, Way.AGAIN, 21, 0.6),
        LinkKind.ANSWERS: Usual(_ASKS | _TELLS | {SpeechAct.REMINDER}, Way.BACK, 12, 0.9),
        LinkKind.PERMITS: Usual(_ASKS, Way.EITHER, 4, 0.8, repeats=False),
        LinkKind.USES: Usual(frozenset({SpeechAct.PERMIT, SpeechAct.ORDER, SpeechAct.ANSWER}), Way.EITHER, 6, 0.8, repeats=False),
        LinkKind.PASSES_ON: Usual(_ORDERS, Way.ON, 1.5, 0.8),
        LinkKind.ENCLOSES: Usual(
            frozenset({SpeechAct.LIST, SpeechAct.MINUTES, SpeechAct.REPORT}), Way.ASIDE, 1, 0.8, repeats=False, has_near_number=True
        ),
        LinkKind.PAIRS_WITH: Usual(frozenset({SpeechAct.DISMISSAL}), Way.AGAIN, 0.8, 1.0, repeats=False, has_near_number=True),
    }
)

#: What a letter does to an earlier one by what it does itself; other letters follow none, unless they say so.
BY_ACT: Final[Mapping[SpeechAct, LinkKind]] = MappingProxyType(
    {
        SpeechAct.ACKNOWLEDGEMENT: LinkKind.ACKNOWLEDGES,
        SpeechAct.REPORT: LinkKind.REPORTS,
        SpeechAct.PROGRESS: LinkKind.REPORTS,
        SpeechAct.COMPLETION: LinkKind.COMPLETES,
        SpeechAct.CANCELLATION: LinkKind.CANCELS,
        SpeechAct.REMINDER: LinkKind.REMINDS,
        SpeechAct.ANSWER: LinkKind.ANSWERS,
        SpeechAct.PERMIT: LinkKind.PERMITS,
        SpeechAct.RECEIPT: LinkKind.USES,
        SpeechAct.HANDOVER: LinkKind.USES,
        SpeechAct.COVERING: LinkKind.ENCLOSES,
        SpeechAct.APPOINTMENT: LinkKind.PAIRS_WITH,
    }
)


#: Papers of which nothing says what they do: they may tell of an earlier one or answer it, and where they cite something do more.
_UNSAID: Final = frozenset({None, *_TELLS, SpeechAct.PROCLAMATION})
#: Papers that may hand down or take back what they cite, or were taken for what they are not.
ABOVE: Final = _ORDERS | _ASKS


def link_kinds(act: SpeechAct | None, *, is_quoting: bool, is_answering: bool, is_citing: bool) -> tuple[LinkKind, ...]:
    """Return what a letter may do to an earlier one that it follows, the likeliest first; () where it is of those that follow none.

    Args:
        act: What it does; readers take one for another, above all where it has no title.
        is_quoting: Whether it hands down the words of another.
        is_answering: Whether it says of a paper that it answers it.
        is_citing: Whether it names another paper, or a number that may be one's.

    >>> [link_kinds(act, is_quoting=False, is_answering=False, is_citing=False) for act in (SpeechAct.REMINDER, SpeechAct.ORDER)]
    [(<LinkKind.REMINDS: 'reminds'>,), ()]
    """
    if is_quoting:
        return (LinkKind.PASSES_ON,)
    if act and act in BY_ACT:
        return (BY_ACT[act],)
    if is_answering:
        return (LinkKind.ANSWERS, LinkKind.REPORTS)
    if act in _UNSAID:
        return (LinkKind.REPORTS, LinkKind.ANSWERS, *((LinkKind.PASSES_ON, LinkKind.REMINDS, LinkKind.CANCELS) if is_citing else ()))
    return (LinkKind.PASSES_ON, LinkKind.ANSWERS) if is_citing and act in ABOVE else ()


#: What a letter that does not say it does is taken to do only to one that it names.
IF_NAMED: Final = frozenset({LinkKind.PASSES_ON, LinkKind.REMINDS, LinkKind.CANCELS})


def is_said(act: SpeechAct | None, *, is_quoting: bool, is_answering: bool) -> bool:
    """Return whether a letter says by itself that it follows another."""
    return is_quoting or is_answering or act in BY_ACT


#: What one office does to a letter once.
ONCE: Final = frozenset({LinkKind.ACKNOWLEDGES, LinkKind.CANCELS, LinkKind.ANSWERS, LinkKind.PERMITS, LinkKind.PAIRS_WITH})
