"""How much what two letters share speaks for one's following the other: the defaults, and how bits are made of them.

A feature is worth log2(m / u) bits: m how often it is so of two letters of which one follows the other, u how often of a letter taken from
the pile. u is counted in the pile, for the very value: a name that three letters have is worth more than one that half of them have. m is
set here, since no pile comes with its chains known: from what letters show of others (letters.md 1, 3), and from one pile of invented
letters whose chains are known. Bits add up as if what letters share were independent; where it plainly is not, as of the words about one
deed or the place of one operation, u is counted among the letters that share the other thing too. Source: Fellegi and Sunter 1969, Journal
of the American Statistical Association 64.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from kashf.domain.letters.instructions import SpeechAct
from kashf.domain.letters.said import Said
from kashf.events.chains.letter_pile import LetterPile
from kashf.events.chains.link_kinds import BY_ACT, USUAL, LinkKind, Usual, Way
from kashf.events.chains.linked_letter import Facet


class Shared(StrEnum):
    """How two letters lie in one feature."""

    AGREES = "agrees"
    DIFFERS = "differs"
    #: The earlier one does not say.
    SILENT = "silent"


class LinkFeatureName(StrEnum):
    """What is compared of two letters, beside what they show of a facet."""

    SENDER_ADDRESSED = "sender-addressed"
    ADDRESSEE_SENT = "addressee-sent"
    SAME_SENDER = "same-sender"
    SAME_ADDRESSEE = "same-addressee"
    PAPER_KIND = "paper-kind"
    CITED = "cited"
    ANSWERED = "answered"
    HANDED_DOWN = "handed-down"
    NEAR_NUMBERS = "near-numbers"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class LinkFeature:
    """One thing that speaks for or against a link.

    Args:
        name: Which: a facet, or what else is compared.
        state: How the two lie in it.
        bits: What that is worth: log2 of how much likelier it is where one follows the other.
        detail: Of citations by what the earlier one is named, of days how many lie between.
        later: Where the later letter says it.
        earlier: Where the earlier one does.
    """

    name: Facet | LinkFeatureName
    state: Shared
    bits: float
    detail: str = ""
    later: tuple[Said, ...] = ()
    earlier: tuple[Said, ...] = ()


#: How often the earlier letter agrees, differs and is silent, where the later one follows it and says anything.
Ms = tuple[float, float, float]
_M: Final[Mapping[Facet, Ms]] = MappingProxyType(
    {
        Facet.OPERATION: (0.7, 0.01, 0.29),
        Facet.DEED: (0.92, 0.03, 0.05),
        Facet.THING: (0.88, 0.05, 0.07),
        Facet.PLACE: (0.75, 0.15, 0.1),
        Facet.PERSON: (0.4, 0.25, 0.35),
        Facet.WORD: (0.8, 0.15, 0.05),
    }
)
#: The same of letters of which the later one tells something else: a way for goods that were asked for, a sentence about an enclosure.
_M_BESIDE: Final[Mapping[Facet, Ms]] = MappingProxyType(
    {Facet.OPERATION: (0.7, 0.01, 0.29), Facet.THING: (0.8, 0.15, 0.05), Facet.WORD: (0.5, 0.4, 0.1)}
)
_M_POSTS: Final[Mapping[Facet, Ms]] = MappingProxyType({Facet.POST: (0.85, 0.03, 0.12)})
_M_BACK: Final = (0.8, 0.05, 0.15)
_M_SAME: Final = (0.85, 0.04, 0.11)
#: Down the levels one is left out now and then, or the class of those who were addressed is named in its place.
_M_ON: Final = (0.5, 0.4, 0.1)
M_ACT: Final = (0.93, 0.05, 0.02)
#: How often the earlier one is itself of a kind that only follows others: it then is a sister, and what both follow is not here. So is what
#: tells of no dismissal beside an appointment.
_M_SISTER: Final = 0.004
_SISTERS: Final = frozenset(act for act, kind in BY_ACT.items() if USUAL[kind].repeats and act is not SpeechAct.REPORT)


class CitedBy(StrEnum):
    """By what the later letter cites the earlier one, the surest first."""

    NUMBER_AND_DAY = "number-and-day"
    NUMBER = "number"
    AUTHOR_AND_DAY = "author-and-day"
    DAY = "day"
    AUTHOR = "author"
    OTHER_NUMBER = "number-of-another"
    NONE = "none"


_M_CITED: Final[Mapping[CitedBy, float]] = MappingProxyType(
    {
        CitedBy.NUMBER_AND_DAY: 0.3,
        CitedBy.NUMBER: 0.2,
        CitedBy.AUTHOR_AND_DAY: 0.2,
        CitedBy.DAY: 0.08,
        CitedBy.AUTHOR: 0.1,
        CitedBy.OTHER_NUMBER: 0.02,
        CitedBy.NONE: 0.1,
    }
)
#: Ways of being cited that name one paper.
NAMED_BY: Final = frozenset({CitedBy.NUMBER_AND_DAY, CitedBy.NUMBER, CitedBy.AUTHOR_AND_DAY})
#: How much less often letters cite what they follow that do not tell again what it told; they cite others.
_CITED_BESIDE: Final = 0.15
#: Of several papers that a letter cites, how often it is the one that it answers, or the last whose words came down.
M_MARKED: Final = 0.95
#: How often the numbers of two letters that were written together lie close together.
M_NEAR: Final = 0.85
#: How often dates that were read say that the later letter is the earlier one, where it is not: slips and misreadings.
M_TURNED: Final = 0.01
#: Rounds in which the share of letters that follow one is estimated; letters, half of which follow one, that are counted beside those of
#: the pile; and bits beyond which nothing is surer.
_ROUNDS: Final = 30
_AS_IF: Final = 4.0
_MOST_BITS: Final = 200.0
#: What a letter does to an earlier one, and what it does itself.
Follower = tuple[LinkKind, SpeechAct | None]


def m_of_facets(follows: LinkKind) -> Mapping[Facet, Ms]:
    """Return what of two letters is compared, with how often it is how, where the one does this to the other."""
    if follows is LinkKind.PAIRS_WITH:
        return _M_POSTS
    return _M if USUAL[follows].repeats else _M_BESIDE


def m_of_offices(way: Way) -> Ms:
    """Return how often offices agree that lie so to one another."""
    return {Way.BACK: _M_BACK, Way.ON: _M_ON}.get(way, _M_SAME)


def m_of_other_act(usual: Usual, act: SpeechAct | None) -> float:
    """Return how often the earlier letter does something else than what is usually followed."""
    return _M_SISTER if act in _SISTERS or usual is USUAL[LinkKind.PAIRS_WITH] else M_ACT[1]


def m_of_cited(usual: Usual, level: CitedBy) -> float:
    """Return how often a letter that cites anything cites by this what it follows."""
    m = _M_CITED[level]
    if usual.repeats:
        return m
    return 1 - (1 - m) * _CITED_BESIDE if level is CitedBy.NONE else m * _CITED_BESIDE


def bits_of(m: float, u: float) -> float:
    """Return log2(m / u), neither being nothing: of a state that was not seen in the pile there may be one in a million.

    >>> round(bits_of(0.9, 0.001), 3), round(bits_of(0.8, 0.02), 3)
    (9.814, 5.322)
    """
    return math.log2(max(m, 1e-6) / min(1.0, max(u, 1e-6)))


def any_of_shares(shares: Iterable[float]) -> float:
    """Return how likely at least one of several things is, each by itself.

    >>> any_of_shares([0.5, 0.5])
    0.75
    """
    return 1 - math.prod(1 - min(1.0, each) for each in shares)


def prior_bits(pile: LetterPile, compared: Mapping[int, Mapping[int, float]]) -> Mapping[Follower, float]:
    """Return for each kind of follower what speaks for its following a certain other before they are looked at, in bits.

    How many of the letters of a kind follow one that is here is not known beforehand: much of a pile may be missing. It is estimated from
    the letters themselves by expectation and maximisation, beginning with a half. Source: Dempster, Laird and Rubin 1977, Journal of the
    Royal Statistical Society B 39.

    Args:
        pile: All letters.
        compared: For each letter that may follow one, by place, what speaks for each of those that it may follow, in bits.
    """
    size = pile.size()
    odds: dict[Follower, list[float]] = defaultdict(list)
    for place, others in compared.items():
        later = pile.letters[place]
        if later.follows:
            odds[later.follows, later.act].append(math.fsum(2 ** min(_MOST_BITS, bits) for bits in others.values()) / size)
    found: dict[Follower, float] = {}
    for follower, ratios in odds.items():
        share = 0.5
        for _ in range(_ROUNDS):
            known = math.fsum(share * each / (1 - share + share * each) for each in ratios)
            share = (known + _AS_IF / 2) / (len(ratios) + _AS_IF)
        found[follower] = math.log2(share / (1 - share) / size)
    return found
