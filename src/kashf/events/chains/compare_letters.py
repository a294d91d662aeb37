"""Compares a letter with others that it may follow: what speaks for each and against it, with the words of both."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.letters.instructions import SpeechAct
from kashf.domain.letters.said import Said
from kashf.events.chains.citing.by_citation import cited_level, fitting_letters, is_another, last_quoted_here, names
from kashf.events.chains.letter_pile import Context, LetterPile, steps_between
from kashf.events.chains.link_kinds import ABOVE, IF_NAMED, USUAL, LinkKind, Usual, Way
from kashf.events.chains.link_weights import (
    M_ACT,
    M_MARKED,
    M_NAMED,
    M_NEAR,
    M_NEXT,
    M_TURNED,
    NAMED_BY,
    CitedBy,
    LinkFeature,
    LinkFeatureName,
    Ms,
    Shared,
    any_of_shares,
    bits_of,
    bits_of_words,
    m_of_cited,
    m_of_facets,
    m_of_offices,
    m_of_other_act,
    worth_beside_others,
)
from kashf.events.chains.linked_letter import CitedAs, Facet, LinkedLetter
from kashf.events.chains.wording.body_words import paper_of, words_at

#: Where these agree, what else the two share is counted among the letters that show them too: those of one operation name its place.
_SETTING: Final = (Facet.OPERATION, Facet.DEED)
_OFFICES: Final = frozenset({Facet.SENDER, Facet.ADDRESSEE})
#: Days of doubt about the days between two letters beyond which they say nothing.
_LONGEST: Final = 62
#: Letters that are taken to show what none beside the two shows.
_UNSEEN: Final = 0.5
#: Places of one letter that are shown for one feature.
_FEW: Final = 3
_LEVELS: Final = tuple(CitedBy)
_NOT_NAMED: Final = frozenset({CitedBy.OTHER_PAPER, CitedBy.NONE})
#: Numbers that lie close to one, for a part of it.
_CLOSE: Final = 4


class LaterLetter:
    """A letter that may follow others, compared with them one by one.

    Args:
        pile: Where what is usual is counted.
        place: Of the letter in it.
    """

    def __init__(self, pile: LetterPile, place: int) -> None:
        self._pile, self._place = pile, place
        self._known: dict[tuple[Facet, Facet, Context | None], float] = {}
        self._known_cited: dict[CitedBy, float] = {}
        self._last_here = last_quoted_here(pile, place)

    def bits(self, earlier: int, follows: LinkKind) -> float:
        """Return what speaks for its following another, by place, less what speaks against that."""
        compared = _compared(self._pair(earlier, is_told=False), follows)
        return math.fsum(each.bits * worth_beside_others(each.name, each.state) for each in compared)

    def features(self, earlier: int, follows: LinkKind) -> tuple[LinkFeature, ...]:
        """Return what speaks for and against its following another; what it does not say speaks for nothing.

        Each is worth what it is beside the rest: letters of two offices about one time agree in much anyway.
        """
        compared = _compared(self._pair(earlier, is_told=True), follows)
        return tuple(replace(each, bits=each.bits * worth_beside_others(each.name, each.state)) for each in compared)

    def _pair(self, earlier: int, *, is_told: bool) -> _Pair:
        return _Pair(self._pile, (self._place, earlier), self._known, self._known_cited, self._last_here, is_told=is_told)


def can_follow(later: LinkedLetter, earlier: LinkedLetter, follows: LinkKind) -> bool:
    """Return whether one letter can do this to another: nobody answers himself, and who comes into a post is not who leaves it.

    Where a letter does not say that it follows any, it follows only what it names, or what its office got from the one to which it writes.
    """
    mine, theirs = later.shows, earlier.shows
    senders, others = mine[Facet.SENDER].keys(), theirs[Facet.SENDER].keys()
    if any(each.is_answered and is_another(each, earlier) for each in later.cited):
        return False
    if not later.is_sure:
        is_back = bool(mine[Facet.ADDRESSEE].keys() & others and senders & theirs[Facet.ADDRESSEE].keys())
        if not names(later, earlier) and (not is_back or follows in IF_NAMED or later.act in ABOVE):
            return False
    if follows is LinkKind.PAIRS_WITH:
        return not mine[Facet.PERSON].keys() & theirs[Facet.PERSON].keys() and (
            earlier.act is None or SpeechAct.DISMISSAL in theirs[Facet.ACT]
        )
    if USUAL[follows].way is Way.BACK:
        return not (senders & others and len(senders) == 1) or bool(mine[Facet.ADDRESSEE].keys() & others)
    return True


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two letters and the pile in which what they share is counted; `known` is what was counted of the later one alone."""

    pile: LetterPile
    places: tuple[int, int]
    known: dict[tuple[Facet, Facet, Context | None], float]
    known_cited: dict[CitedBy, float]
    last_here: CitedAs | None
    is_told: bool

    @property
    def later(self) -> LinkedLetter:
        return self.pile.letters[self.places[0]]

    @property
    def earlier(self) -> LinkedLetter:
        return self.pile.letters[self.places[1]]


def _compared(pair: _Pair, follows: LinkKind) -> Iterator[LinkFeature]:
    usual = USUAL[follows]
    within: Context | None = None
    for facet, m in m_of_facets(follows).items():
        if feature := _of_facet(pair, facet, facet, m, within=within):
            yield feature
            if within is None and facet in _SETTING and feature.state is Shared.AGREES:
                within = (facet, _rarest(pair, facet))
    yield from _of_offices(pair, usual, within if within and within[0] is Facet.OPERATION else None)
    cited = _best_cited(pair)
    yield _of_act(pair, usual, cited[1].acts if cited and usual.repeats and cited[0] in NAMED_BY else frozenset())
    if cited:
        yield from _of_cited(pair, usual, *cited)
    elif pair.later.named:
        yield _of_named(pair)
    if words := _of_words(pair, follows):
        yield words
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
        counts = [count for value in said if (count := pile.showing(theirs, value, within)) <= rarest]
        by_chance = any_of_shares(max(_UNSEEN, count - these) / size for count in _each_once(counts, theirs))
        state, bits = Shared.AGREES, max(0.0, bits_of(m[0], by_chance))
    elif other:
        agreeing = pair.known.get((mine, theirs, within))
        if agreeing is None:
            counts = [pile.showing(theirs, value, within) for value in said]
            agreeing = any_of_shares(count / max(1, saying) for count in _each_once(counts, theirs))
            pair.known[mine, theirs, within] = agreeing
        state, bits = Shared.DIFFERS, min(0.0, bits_of(m[1], (1 - agreeing) * saying / size))
    else:
        state, bits = Shared.SILENT, min(0.0, bits_of(m[2], (size - saying) / size))
    if not pair.is_told:
        return LinkFeature(name or mine, state, bits)
    values = [value for _, value in shared]
    ours, counterpart = _few(said[value] for value in values or said), _few(other[value] for value in values or other)
    return LinkFeature(name or mine, state, bits, "", ours, counterpart)


def _each_once(counts: Sequence[int], facet: Facet) -> Iterable[int]:
    """Return how many letters show each of some values; of an office its whole path and its own name are shown by the same ones."""
    return set(counts) if facet in _OFFICES else counts


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
        (Facet.ADDRESSED_CLASS, Facet.ADDRESSED_CLASS, LinkFeatureName.SAME_ADDRESSEE),
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


def _best_cited(pair: _Pair) -> tuple[CitedBy, CitedAs] | None:
    if not pair.later.cited:
        return None
    found = [(cited_level(each, pair.earlier), each) for each in pair.later.cited]
    level, best = min(found, key=lambda each: _LEVELS.index(each[0]))
    return level, best


def _of_cited(pair: _Pair, usual: Usual, level: CitedBy, cited: CitedAs) -> Iterator[LinkFeature]:
    papers, written, size = pair.later.cited, pair.earlier.letter.written, pair.pile.size()
    if level not in pair.known_cited:
        pair.known_cited[level] = any_of_shares(fitting_letters(pair.pile, each, level) / size for each in papers)
    fitting = pair.known_cited[level]
    if level not in _NOT_NAMED:
        fitting = max(_UNSEEN / size, fitting - 1 / size)
    is_of_others = all(each.authors for each in papers)
    bits = bits_of(m_of_cited(usual, level, fitting, is_of_others=is_of_others), fitting)
    state = Shared.DIFFERS if level in {CitedBy.OTHER_NUMBER, *_NOT_NAMED} else Shared.AGREES
    here: tuple[Said, ...] = ()
    there: tuple[Said, ...] = ()
    if pair.is_told:
        here = _few([cited.said] if level not in _NOT_NAMED else [each.said for each in papers])
        there = _few([_number_said(pair.earlier, cited), written.said if written else None])
    yield LinkFeature(LinkFeatureName.CITED, state, bits, level.value, here, there)
    marks = {
        LinkFeatureName.ANSWERED: [each.is_answered for each in papers],
        LinkFeatureName.HANDED_DOWN: [each is pair.last_here for each in papers],
    }
    for name, marked in marks.items() if level not in _NOT_NAMED and len(papers) > 1 else ():
        if any(marked):
            is_so, share = marked[papers.index(cited)], sum(marked) / len(marked)
            worth = bits_of(M_MARKED, share) if is_so else bits_of(1 - M_MARKED, 1 - share)
            yield LinkFeature(name, Shared.AGREES if is_so else Shared.DIFFERS, worth, "", _few([cited.said]))


def _number_said(earlier: LinkedLetter, cited: CitedAs) -> Said | None:
    return next((said for value, said in earlier.shows[Facet.NUMBER].items() if value in cited.numbers), None)


def _of_named(pair: _Pair) -> LinkFeature:
    """Compare whether a number in the words of the later letter, which was read as no citation, is that of the earlier one."""
    pile, named, own = pair.pile, pair.later.named, pair.earlier.shows[Facet.NUMBER]
    shared = [number for number in named if number in own]
    share = max(_UNSEEN, len(pile.numbered(named)) - len(shared[:1])) / pile.size()
    if not shared:
        return LinkFeature(LinkFeatureName.NAMED, Shared.DIFFERS, min(0.0, bits_of(1 - M_NAMED, 1 - share)))
    here, there = [named[number] for number in shared], _few(own[number] for number in shared)
    return LinkFeature(LinkFeatureName.NAMED, Shared.AGREES, max(0.0, bits_of(M_NAMED, share)), "", _few(here), there)


def _of_words(pair: _Pair, follows: LinkKind) -> LinkFeature | None:
    """Compare how alike the words of two letters are with how alike those of any two are."""
    likeness = pair.pile.likeness
    level = likeness.level(*pair.places)
    if level is None:
        return None
    bits = bits_of_words(follows, likeness.by_chance)[level]
    state = Shared.AGREES if bits >= 0 else Shared.DIFFERS
    if not pair.is_told:
        return LinkFeature(LinkFeatureName.WORDS, state, bits)
    shared = likeness.rarest_shared(*pair.places, _FEW)
    here, there = (words_at(paper_of(letter.document), letter.pages, shared) for letter in (pair.later, pair.earlier))
    return LinkFeature(LinkFeatureName.WORDS, state, bits, f"{likeness.between(*pair.places) or 0:.2f}", here, there)


def _of_numbers(pair: _Pair) -> LinkFeature | None:
    """Compare whether the numbers of two letters lie close together."""
    pile, mine, theirs = pair.pile, pair.later.shows[Facet.NUMBER], pair.earlier.shows[Facet.NUMBER]
    if not (mine and theirs):
        return None
    near, share = len(pile.next_to(pair.later)) / pile.size(), pile.saying(Facet.NUMBER) / pile.size()
    steps = steps_between(mine, theirs)
    if steps is None:
        state, bits = Shared.DIFFERS, bits_of((1 - M_NEXT - M_NEAR) * share, share - near)
    else:
        m = M_NEXT if steps == 1 else M_NEAR
        # The next one is one of those that lie close.
        state, bits = Shared.AGREES, bits_of(m * share, near / _CLOSE if steps == 1 else near)
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
