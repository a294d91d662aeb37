"""Compares a letter with others that it may follow: what speaks for each and against it, with the words of both."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kashf.domain.letters.said import Said
from kashf.events.chains.letter_pile import SLACK_DAYS, Context, LetterPile, is_near
from kashf.events.chains.link_kinds import USUAL, LinkKind, Usual, Way, moved
from kashf.events.chains.link_weights import (
    M_ACT,
    M_MARKED,
    M_NEAR,
    M_TURNED,
    CitedBy,
    LinkFeature,
    LinkFeatureName,
    Ms,
    Shared,
    any_of_shares,
    bits_of,
    m_of_cited,
    m_of_facets,
    m_of_offices,
    m_of_other_act,
)
from kashf.events.chains.linked_letter import CitedAs, Facet, LinkedLetter

#: Where these agree, what else the two share is counted among the letters that show them too: those of one operation name its place.
_SETTING: Final = (Facet.OPERATION, Facet.DEED)
#: Days of doubt about the days between two letters beyond which they say nothing.
_LONGEST: Final = 62
#: Letters that are taken to show what none beside the two shows.
_UNSEEN: Final = 0.5
#: Places of one letter that are shown for one feature.
_FEW: Final = 3
_LEVELS: Final = tuple(CitedBy)


class LaterLetter:
    """A letter that may follow others, compared with them one by one.

    Args:
        pile: Where what is usual is counted.
        later: The letter.
        follows: What it would do to the one that it follows.
    """

    def __init__(self, pile: LetterPile, later: LinkedLetter, follows: LinkKind) -> None:
        self._pile, self._later, self._follows = pile, later, follows
        self._known: dict[tuple[Facet, Facet, Context | None], float] = {}
        self._known_cited: dict[CitedBy, float] = {}

    def bits(self, earlier: LinkedLetter) -> float:
        """Return what speaks for its following another, less what speaks against that."""
        pair = _Pair(self._pile, self._later, earlier, self._known, self._known_cited, is_told=False)
        return math.fsum(each.bits for each in _features(pair, self._follows))

    def features(self, earlier: LinkedLetter) -> tuple[LinkFeature, ...]:
        """Return what speaks for and against its following another; what it does not say speaks for nothing."""
        return tuple(_features(_Pair(self._pile, self._later, earlier, self._known, self._known_cited, is_told=True), self._follows))


def cited_level(cited: CitedAs, earlier: LinkedLetter) -> CitedBy:
    """Return by what a citation names a letter."""
    numbers, senders = earlier.shows[Facet.NUMBER].keys(), earlier.shows[Facet.SENDER].keys()
    other_author = bool(cited.authors and senders and not cited.authors & senders)
    day = _same_day(cited, earlier)
    if cited.numbers and numbers:
        if not cited.numbers & numbers:
            return CitedBy.NONE
        if other_author or day is False:
            return CitedBy.OTHER_NUMBER
        return CitedBy.NUMBER_AND_DAY if day else CitedBy.NUMBER
    if day:
        return CitedBy.NONE if other_author else CitedBy.AUTHOR_AND_DAY if cited.authors & senders else CitedBy.DAY
    return CitedBy.AUTHOR if cited.authors & senders and day is None else CitedBy.NONE


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two letters and the pile in which what they share is counted; `known` is what was counted of the later one alone."""

    pile: LetterPile
    later: LinkedLetter
    earlier: LinkedLetter
    known: dict[tuple[Facet, Facet, Context | None], float]
    known_cited: dict[CitedBy, float]
    is_told: bool


def _features(pair: _Pair, follows: LinkKind) -> Iterator[LinkFeature]:
    usual = USUAL[follows]
    within: Context | None = None
    for facet, m in m_of_facets(follows).items():
        if feature := _of_facet(pair, facet, facet, m, within=within):
            yield feature
            if within is None and facet in _SETTING and feature.state is Shared.AGREES:
                within = (facet, _rarest(pair, facet))
    yield from _of_offices(pair, usual, within if within and within[0] is Facet.OPERATION else None)
    cited = _best_cited(pair)
    yield _of_act(pair, usual, cited[1].acts if cited and cited[0] is not CitedBy.NONE else frozenset())
    if cited:
        yield from _of_cited(pair, usual, *cited)
    if usual.has_near_number and (near := _of_numbers(pair)):
        yield near
    if days := _of_days(pair, usual):
        yield days


def _of_facet(
    pair: _Pair, mine: Facet, theirs: Facet, m: Ms, *, name: LinkFeatureName | None = None, within: Context | None = None
) -> LinkFeature | None:
    """Compare what the later letter shows of one facet with what the earlier one shows of another, or of the same.

    What agrees never speaks against a link, and what does not never for it, however few letters of a setting there are to count.
    """
    pile, said, other = pair.pile, pair.later.shows[mine], pair.earlier.shows[theirs]
    if not said:
        return None
    shared = sorted((pile.showing(theirs, value, within), value) for value in said if value in other)
    saying, size = pile.saying(theirs, within), pile.size(within)
    if shared:
        rarest = shared[0][0]
        these = 2 if mine is theirs else 1
        counts = (count for value in said if (count := pile.showing(theirs, value, within)) <= rarest)
        by_chance = any_of_shares(max(_UNSEEN, count - these) / size for count in counts)
        state, bits = Shared.AGREES, max(0.0, bits_of(m[0], by_chance))
    elif other:
        agreeing = pair.known.get((mine, theirs, within))
        if agreeing is None:
            agreeing = any_of_shares(pile.showing(theirs, value, within) / max(1, saying) for value in said)
            pair.known[mine, theirs, within] = agreeing
        state, bits = Shared.DIFFERS, min(0.0, bits_of(m[1], (1 - agreeing) * saying / size))
    else:
        state, bits = Shared.SILENT, min(0.0, bits_of(m[2], (size - saying) / size))
    if not pair.is_told:
        return LinkFeature(name or mine, state, bits)
    values = [value for _, value in shared]
    ours, counterpart = _few(said[value] for value in values or said), _few(other[value] for value in values or other)
    return LinkFeature(name or mine, state, bits, "", ours, counterpart)


def _rarest(pair: _Pair, facet: Facet) -> str:
    other = pair.earlier.shows[facet]
    return min((value for value in pair.later.shows[facet] if value in other), key=lambda each: (pair.pile.showing(facet, each), each))


def _of_offices(pair: _Pair, usual: Usual, within: Context | None) -> Iterator[LinkFeature]:
    back = (
        (Facet.SENDER, Facet.ADDRESSEE, LinkFeatureName.SENDER_ADDRESSED),
        (Facet.ADDRESSEE, Facet.SENDER, LinkFeatureName.ADDRESSEE_SENT),
    )
    again = (
        (Facet.SENDER, Facet.SENDER, LinkFeatureName.SAME_SENDER),
        (Facet.ADDRESSEE, Facet.ADDRESSEE, LinkFeatureName.SAME_ADDRESSEE),
    )
    pairs = {Way.BACK: back, Way.AGAIN: again, Way.ON: back[:1], Way.EITHER: (*back, *again), Way.ASIDE: again[:1]}[usual.way]
    m = m_of_offices(usual.way)
    compared = (_of_facet(pair, mine, theirs, m, name=name, within=within) for mine, theirs, name in pairs)
    found = [each for each in compared if each]
    if usual.way is not Way.EITHER:
        yield from found
    elif agreeing := [each for each in found if each.state is Shared.AGREES]:
        best = max(agreeing, key=lambda each: each.bits)
        # Either of two ways agrees twice as often by chance.
        yield LinkFeature(best.name, best.state, best.bits - 1, "", best.later, best.earlier)


def _of_act(pair: _Pair, usual: Usual, called: frozenset[str]) -> LinkFeature:
    """Compare what the earlier letter does with what a letter of this kind follows, or with what the later one calls it."""
    pile, earlier = pair.pile, pair.earlier
    wanted = called or usual.of_codes
    size = pile.size()
    fitting = pile.doing(wanted)
    told = _few([earlier.letter.title]) if pair.is_told else ()
    if earlier.act is None:
        state, bits = Shared.SILENT, bits_of(M_ACT[2], (size - pile.saying(Facet.ACT)) / size)
    elif wanted & earlier.shows[Facet.ACT].keys():
        state, bits = Shared.AGREES, bits_of(M_ACT[0], fitting / size)
    else:
        state, bits = Shared.DIFFERS, bits_of(m_of_other_act(usual, earlier.act), (pile.saying(Facet.ACT) - fitting) / size)
    return LinkFeature(LinkFeatureName.PAPER_KIND, state, bits, earlier.act.value if earlier.act else "", (), told)


def _same_day(cited: CitedAs, earlier: LinkedLetter) -> bool | None:
    """Return whether the day by which a paper is cited may be a letter's own; None where one of them is not known."""
    mine, theirs = cited.date, earlier.about
    if mine is None or theirs is None or not (mine.earliest and mine.latest):
        return None
    return moved(mine.earliest, -SLACK_DAYS) <= theirs[1] and theirs[0] <= moved(mine.latest, SLACK_DAYS)


def _best_cited(pair: _Pair) -> tuple[CitedBy, CitedAs] | None:
    if not pair.later.cited:
        return None
    found = [(cited_level(each, pair.earlier), each) for each in pair.later.cited]
    level, best = min(found, key=lambda each: _LEVELS.index(each[0]))
    return level, best if level is not CitedBy.NONE else found[0][1]


def _of_cited(pair: _Pair, usual: Usual, level: CitedBy, cited: CitedAs) -> Iterator[LinkFeature]:
    papers, written = pair.later.cited, pair.earlier.letter.written
    if level not in pair.known_cited:
        pair.known_cited[level] = any_of_shares(_fitting(pair.pile, each, level) / pair.pile.size() for each in papers)
    fitting = pair.known_cited[level]
    if level is not CitedBy.NONE:
        fitting = max(_UNSEEN / pair.pile.size(), fitting - 1 / pair.pile.size())
    bits = bits_of(m_of_cited(usual, level), fitting)
    state = Shared.DIFFERS if level in {CitedBy.NONE, CitedBy.OTHER_NUMBER} else Shared.AGREES
    here: tuple[Said, ...] = ()
    there: tuple[Said, ...] = ()
    if pair.is_told:
        here = _few([cited.said] if level is not CitedBy.NONE else [each.said for each in papers])
        there = _few([_number_said(pair.earlier, cited), written.said if written else None])
    yield LinkFeature(LinkFeatureName.CITED, state, bits, level.value, here, there)
    marks = {
        LinkFeatureName.ANSWERED: [each.is_answered for each in papers],
        LinkFeatureName.HANDED_DOWN: [each.is_last_quoted for each in papers],
    }
    for name, marked in marks.items() if level is not CitedBy.NONE and len(papers) > 1 else ():
        if any(marked):
            is_so, share = marked[papers.index(cited)], sum(marked) / len(marked)
            worth = bits_of(M_MARKED, share) if is_so else bits_of(1 - M_MARKED, 1 - share)
            yield LinkFeature(name, Shared.AGREES if is_so else Shared.DIFFERS, worth, "", _few([cited.said]))


def _fitting(pile: LetterPile, cited: CitedAs, level: CitedBy) -> float:
    """Return how many letters of the pile are named so by a citation, as far as that can be counted without looking at all."""
    by_author = sum(pile.showing(Facet.SENDER, each) for each in cited.authors)
    if level in {CitedBy.NUMBER_AND_DAY, CitedBy.NUMBER, CitedBy.OTHER_NUMBER}:
        return sum(cited_level(cited, pile.letters[place]) is level for place in pile.numbered(cited.numbers))
    if level in {CitedBy.AUTHOR_AND_DAY, CitedBy.DAY}:
        return max(1.0, pile.on_days(cited) * (by_author or pile.size()) / pile.size()) if cited.date else 0
    return by_author if level is CitedBy.AUTHOR else pile.size()


def _number_said(earlier: LinkedLetter, cited: CitedAs) -> Said | None:
    return next((said for value, said in earlier.shows[Facet.NUMBER].items() if value in cited.numbers), None)


def _of_numbers(pair: _Pair) -> LinkFeature | None:
    """Compare whether the numbers of two letters lie close together."""
    pile, mine, theirs = pair.pile, pair.later.shows[Facet.NUMBER], pair.earlier.shows[Facet.NUMBER]
    if not (mine and theirs):
        return None
    near, share = len(pile.next_to(pair.later)) / pile.size(), pile.saying(Facet.NUMBER) / pile.size()
    is_so = is_near(mine, theirs)
    bits = bits_of(M_NEAR * share, near) if is_so else bits_of((1 - M_NEAR) * share, share - near)
    state = Shared.AGREES if is_so else Shared.DIFFERS
    return LinkFeature(LinkFeatureName.NEAR_NUMBERS, state, bits, "", _few(list(mine.values())[:1]), _few(list(theirs.values())[:1]))


def _of_days(pair: _Pair, usual: Usual) -> LinkFeature | None:
    """Compare the days between the two with what is usual, spread over those that are possible."""
    mine, theirs = pair.later.about, pair.earlier.about
    if not (mine and theirs):
        return None
    least, most = (mine[0] - theirs[1]).days, (mine[1] - theirs[0]).days
    if most - least > _LONGEST:
        return None
    here, there = _days_said(pair) if pair.is_told else ((), ())
    if most < 0:
        return LinkFeature(LinkFeatureName.DAYS, Shared.DIFFERS, bits_of(M_TURNED, 0.5), f"{least}..{most}", here, there)
    first = max(0, least)
    chance = (usual.chance_until(most + 1) - usual.chance_until(first)) / (most - least + 1)
    told = f"{first}" if first == most else f"{first}..{most}"
    return LinkFeature(LinkFeatureName.DAYS, Shared.AGREES, bits_of(chance, 1 / pair.pile.days), told, here, there)


def _days_said(pair: _Pair) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    mine, theirs = pair.later.letter.written, pair.earlier.letter.written
    return _few([mine.said if mine else None]), _few([theirs.said if theirs else None])


def _few(said: Iterable[Said | None]) -> tuple[Said, ...]:
    return tuple(dict.fromkeys(each for each in said if each))[:_FEW]
