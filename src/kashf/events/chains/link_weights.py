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
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate
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
    NAMED = "named"
    WORDS = "words"
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
        Facet.OPERATION: (0.62, 0.04, 0.34),
        Facet.DEED: (0.92, 0.03, 0.05),
        Facet.THING: (0.88, 0.05, 0.07),
        Facet.PLACE: (0.85, 0.1, 0.05),
        Facet.PERSON: (0.5, 0.3, 0.2),
    }
)
#: The same of letters of which the later one tells something else: a way for goods that were asked for, a sentence about an enclosure.
_M_BESIDE: Final[Mapping[Facet, Ms]] = MappingProxyType({Facet.OPERATION: (0.7, 0.01, 0.29), Facet.THING: (0.8, 0.15, 0.05)})
#: How often the words of two letters are of each class of likeness (`likeness.BOUNDS`), where the later one tells again what the earlier
#: one told, hands it down, or tells something else.
_M_WORDS: Final = (0.1, 0.1, 0.15, 0.25, 0.25, 0.1, 0.05)
_M_WORDS_ON: Final = (0.02, 0.03, 0.1, 0.2, 0.25, 0.25, 0.15)
_M_WORDS_BESIDE: Final = (0.18, 0.15, 0.32, 0.22, 0.08, 0.03, 0.02)
_M_POSTS: Final[Mapping[Facet, Ms]] = MappingProxyType({Facet.POST: (0.85, 0.03, 0.12)})
_M_BACK: Final = (0.78, 0.07, 0.15)
_M_SAME: Final = (0.85, 0.04, 0.11)
#: Down the levels one is left out now and then, or the class of those who were addressed is named in its place.
_M_ON: Final = (0.4, 0.25, 0.35)
M_ACT: Final = (0.94, 0.04, 0.02)
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
    #: It cites another paper of the very office that wrote the earlier one.
    OTHER_PAPER = "other-paper-of-the-office"
    NONE = "none"


_M_CITED: Final[Mapping[CitedBy, float]] = MappingProxyType(
    {
        CitedBy.NUMBER_AND_DAY: 0.25,
        CitedBy.NUMBER: 0.15,
        CitedBy.AUTHOR_AND_DAY: 0.24,
        CitedBy.DAY: 0.06,
        CitedBy.AUTHOR: 0.1,
        CitedBy.OTHER_NUMBER: 0.02,
        CitedBy.OTHER_PAPER: 0.04,
        CitedBy.NONE: 0.2,
    }
)
#: The same of a letter that cites only papers of other offices: it may still follow one of this office that it does not name.
_M_OF_OTHERS: Final = 0.5
#: Ways of being cited that name one paper.
NAMED_BY: Final = frozenset({CitedBy.NUMBER_AND_DAY, CitedBy.NUMBER, CitedBy.AUTHOR_AND_DAY})
#: How much less often letters cite what they follow that do not tell again what it told; they cite others.
_CITED_BESIDE: Final = 0.15
#: Of several papers that a letter cites, how often it is the one that it answers, or the last whose words came down.
M_MARKED: Final = 0.95
#: How often a number of the earlier letter stands in the words of the later one, where no citation of it was read.
M_NAMED: Final = 0.15
#: How often the numbers of two letters that were written together follow one another, and how often they only lie close together.
M_NEXT: Final = 0.6
M_NEAR: Final = 0.25
#: How often dates that were read say that the later letter is the earlier one, where it is not: slips and misreadings.
M_TURNED: Final = 0.005
#: Rounds in which the share of letters that follow one is estimated; letters, with the shares supposed, that are counted beside those of
#: the pile; and bits beyond which nothing is surer.
_ROUNDS: Final = 30
_AS_IF: Final = 4.0
#: Share of letters that are supposed to follow another in a way that is not usual for what they do.
_SELDOM: Final = 0.05
_MOST_BITS: Final = 200.0
#: What a letter does to an earlier one, what it does itself, and whether it says that it follows any.
Follower = tuple[LinkKind, SpeechAct | None, bool]


def m_of_facets(follows: LinkKind) -> Mapping[Facet, Ms]:
    """Return what of two letters is compared, with how often it is how, where the one does this to the other."""
    if follows is LinkKind.PAIRS_WITH:
        return _M_POSTS
    return _M if USUAL[follows].repeats else _M_BESIDE


def m_of_offices(way: Way) -> Ms:
    """Return how often offices agree that lie so to one another."""
    return {Way.BACK: _M_BACK, Way.ON: _M_ON}.get(way, _M_SAME)


@lru_cache(maxsize=64)
def bits_of_words(follows: LinkKind, by_chance: tuple[float, ...]) -> tuple[float, ...]:
    """Return what each class of likeness of words is worth where the one letter does this to the other: never less than one below it.

    Args:
        follows: What it does.
        by_chance: How often two letters of the pile are of each class.
    """
    m = _M_WORDS_ON if follows is LinkKind.PASSES_ON else _M_WORDS if USUAL[follows].repeats else _M_WORDS_BESIDE
    return tuple(accumulate((bits_of(each, chance) for each, chance in zip(m, by_chance, strict=True)), max))


def m_of_other_act(usual: Usual, act: SpeechAct | None) -> float:
    """Return how often the earlier letter does something else than what is usually followed."""
    return _M_SISTER if act in _SISTERS or usual is USUAL[LinkKind.PAIRS_WITH] else M_ACT[1]


#: What is left of the bits of one feature beside the others, which are not independent of it: of what agrees, of days, and of what differs.
#: That two letters tell of different deeds or things says so much by itself.
_LEFT_AGREEING: Final = 0.5
_LEFT_DAYS: Final = 0.4
_LEFT_DIFFERING: Final = 0.6
_OF_DEEDS: Final = frozenset({Facet.DEED, Facet.THING, Facet.PLACE})


def worth_beside_others(name: Facet | LinkFeatureName, state: Shared) -> float:
    """Return which share of the bits of a feature counts, in [0..1]."""
    if name is LinkFeatureName.DAYS:
        return _LEFT_DAYS
    if state is Shared.AGREES:
        return _LEFT_AGREEING
    return 1.0 if name in _OF_DEEDS else _LEFT_DIFFERING


def m_of_cited(usual: Usual, level: CitedBy, by_chance: float, *, is_of_others: bool) -> float:
    """Return how often a letter that cites anything cites by this what it follows.

    Args:
        usual: What is usual where it follows it.
        level: By what.
        is_of_others: Whether all papers that it cites are said to be of other offices than the one that wrote the earlier letter.
        by_chance: How often it cites any letter of the pile by this: what it cites beside what it follows fits as any letter does.
    """
    cites = 1.0 if usual.repeats else _CITED_BESIDE
    m = _M_OF_OTHERS if level is CitedBy.NONE and is_of_others else _M_CITED[level]
    return cites * m + (1 - cites) * by_chance


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


def prior_bits(pile: LetterPile, compared: Mapping[int, Mapping[tuple[int, LinkKind], float]]) -> Mapping[Follower, float]:
    """Return for each kind of follower what speaks for its following a certain other before they are looked at, in bits.

    How many of the letters of a kind follow one that is here is not known beforehand: much of a pile may be missing. It is estimated from
    the letters themselves by expectation and maximisation. Source: Dempster, Laird and Rubin 1977, Journal of the Royal Statistical
    Society B 39.

    Args:
        pile: All letters.
        compared: For each letter that may follow one, by place, what speaks for each of those that it may follow in each way, in bits.
    """
    size = pile.size() ** _LEFT_AGREEING
    ratios: dict[tuple[SpeechAct | None, bool], list[dict[LinkKind, float]]] = defaultdict(list)
    for place, others in compared.items():
        later = pile.letters[place]
        told: dict[LinkKind, float] = dict.fromkeys(later.may, 0.0)
        for (_, kind), bits in others.items():
            told[kind] += 2 ** min(_MOST_BITS, bits) / size
        ratios[later.act, later.is_sure].append(told)
    found: dict[Follower, float] = {}
    for (act, is_sure), some in ratios.items():
        shares = _shares(some, usually=is_sure)
        left = max(1e-6, 1 - sum(shares.values()))
        found |= {(kind, act, is_sure): math.log2(share / left / size) for kind, share in shares.items()}
    return found


def _shares(ratios: Sequence[Mapping[LinkKind, float]], *, usually: bool) -> dict[LinkKind, float]:
    """Return which share of letters that do one thing follows another in each way; half of those that say so are supposed to."""
    kinds = sorted({kind for each in ratios for kind in each})
    supposed = dict.fromkeys(kinds, 0.5 / len(kinds) if usually else _SELDOM)
    shares = dict(supposed)
    for _ in range(_ROUNDS):
        known = dict.fromkeys(kinds, 0.0)
        for each in ratios:
            left = max(1e-6, 1 - sum(shares[kind] for kind in each))
            whole = left + math.fsum(shares[kind] * ratio for kind, ratio in each.items())
            for kind, ratio in each.items():
                known[kind] += shares[kind] * ratio / whole
        shares = {kind: (known[kind] + _AS_IF * supposed[kind]) / (len(ratios) + _AS_IF) for kind in kinds}
    return shares
