"""Finds which letter each letter of a pile follows."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.date import Relation
from kashf.events.chains.best_parents import best_parents
from kashf.events.chains.chain import ChainLink, WhichLater
from kashf.events.chains.citing.by_citation import cited_level, last_quoted_here
from kashf.events.chains.compare_letters import LaterLetter, can_follow
from kashf.events.chains.letter_pile import LetterPile
from kashf.events.chains.link_kinds import ONCE, LinkKind
from kashf.events.chains.link_weights import NAMED_BY, CitedBy, Follower, prior_bits
from kashf.events.chains.linked_letter import Facet, LinkedLetter
from kashf.events.chains.missing_papers import wanted_paper

#: Log-odds in bits, and likelihood among all that a letter may follow, below which it is never taken to follow one.
LEAST_BITS: Final = 0.0
_LEAST_SHARE: Final = 0.5
#: Log-odds that a letter follows the only one that it says it answers, by number and day; and beyond which nothing is surer.
_NAMED_BITS: Final = 6.0
_MOST_BITS: Final = 200.0


@dataclass(frozen=True, slots=True)
class ChosenLink:
    """Which letter follows which, by their places in a pile: all that it takes time to find out.

    Args:
        later: Which.
        earlier: Which one it follows.
        kind: What it does to it.
        prior_bits: What spoke for it before the two were looked at.
    """

    later: int
    earlier: int
    kind: LinkKind
    prior_bits: float


def find_links(letters: Sequence[LinkedLetter]) -> tuple[ChainLink, ...]:
    """Return which letter each of a pile follows, where one does; each follows one at the most, and none follows itself on a way round."""
    pile = LetterPile(letters)
    return tell_links(pile, choose_links(pile))


def choose_links(pile: LetterPile) -> tuple[ChosenLink, ...]:
    """Return which letter each of a pile follows, as `find_links` does, without what speaks for it."""
    compared = {place: LaterLetter(pile, place) for place, later in enumerate(pile.letters) if later.may}
    bits = {place: _compared(pile, place, each) for place, each in compared.items()}
    prior = prior_bits(pile, bits)
    odds = _odds(pile, bits, prior)
    told = {pair: kind for pair, (_, kind) in odds.items()}
    weights = {pair: each - LEAST_BITS for pair, (each, _) in odds.items() if each > LEAST_BITS}
    chosen = _sure_enough(_chosen(pile, weights, told), odds)
    followers = [(pair, told[pair], pile.letters[pair[0]]) for pair in chosen]
    return tuple(ChosenLink(*pair, kind, prior[kind, later.act, later.is_sure]) for pair, kind, later in followers)


def tell_links(pile: LetterPile, chosen: Sequence[ChosenLink]) -> tuple[ChainLink, ...]:
    """Return links that were chosen in a pile with what speaks for each."""
    return tuple(_link(pile, each) for each in chosen)


def _odds(
    pile: LetterPile, bits: Mapping[int, Mapping[tuple[int, LinkKind], float]], prior: Mapping[Follower, float]
) -> dict[tuple[int, int], tuple[float, LinkKind]]:
    """Return the log-odds that one letter follows another, in the way that is likeliest, by (later, earlier)."""
    odds: dict[tuple[int, int], tuple[float, LinkKind]] = {}
    for place, others in bits.items():
        later = pile.letters[place]
        for (other, kind), each in others.items():
            worth = each + prior[kind, later.act, later.is_sure]
            if (place, other) not in odds or worth > odds[place, other][0]:
                odds[place, other] = worth, kind
        if (named := _named(pile, place, {other for other, _ in others})) is not None:
            odds[place, named] = max(odds[place, named][0], _NAMED_BITS), odds[place, named][1]
    return odds


def _sure_enough(chosen: Sequence[tuple[int, int]], odds: Mapping[tuple[int, int], tuple[float, LinkKind]]) -> list[tuple[int, int]]:
    """Return those of the links with which as many of the true ones as can be are had, and as few others: by expected F1.

    How likely a letter follows one of several that fit is what the others leave of it; all of them are no more likely than one.
    Source: Lewis 1995, SIGIR, "Evaluating and optimizing autonomous text classification systems".
    """
    wholes: dict[int, float] = defaultdict(lambda: 1.0)
    for (later, _), (worth, _) in odds.items():
        wholes[later] += 2 ** min(_MOST_BITS, worth)
    true = math.fsum(1 - 1 / each for each in wholes.values())
    shares = sorted(((2 ** min(_MOST_BITS, odds[pair][0]) / wholes[pair[0]], pair) for pair in chosen), reverse=True)
    best, enough, right = 0.0, 0, 0.0
    for count, (share, _) in enumerate(shares, start=1):
        right += share
        if share >= _LEAST_SHARE and 2 * right / (count + true) >= best:
            best, enough = 2 * right / (count + true), count
    return sorted(pair for _, pair in shares[:enough])


def _compared(pile: LetterPile, place: int, later: LaterLetter) -> dict[tuple[int, LinkKind], float]:
    """Return what speaks for a letter's following each of those that it may follow, in each way in which it can."""
    return {
        (other, kind): later.bits(other, kind)
        for other in sorted(_nearest(pile, place))
        for kind in pile.letters[place].may
        if can_follow(pile.letters[place], pile.letters[other], kind)
    }


def _chosen(pile: LetterPile, weights: dict[tuple[int, int], float], kinds: Mapping[tuple[int, int], LinkKind]) -> list[tuple[int, int]]:
    """Return which letter follows which, by place, so that the weights add up to the most and nobody does twice what is done once."""
    while True:
        best = list(best_parents(weights).items())
        doubled = list(_doubled(pile, [(pair, weights[pair]) for pair in best], kinds))
        if not doubled:
            return best
        for pair in doubled:
            del weights[pair]


def _link(pile: LetterPile, link: ChosenLink) -> ChainLink:
    mine, theirs = pile.letters[link.later], pile.letters[link.earlier]
    features = LaterLetter(pile, link.later).features(link.earlier, link.kind)
    return ChainLink(mine, theirs, link.kind, link.prior_bits, features, _order(mine, theirs))


def _named(pile: LetterPile, place: int, others: Iterable[int]) -> int | None:
    """Return the one letter that a letter says it answers or hands down, by number and day: that decides however small the pile is.

    A number of several parts decides by itself where one of the two shows no day.
    """
    wanted = wanted_paper(pile.letters[place])
    if wanted is None or not (wanted.is_answered or wanted.is_last_quoted):
        return None
    sure = {CitedBy.NUMBER_AND_DAY, *((CitedBy.NUMBER,) if any("/" in number for number in wanted.numbers) else ())}
    exact = [other for other in others if cited_level(wanted, pile.letters[other]) in sure]
    return exact[0] if len(exact) == 1 else None


def _nearest(pile: LetterPile, place: int) -> Iterable[int]:
    """Return which letters a letter may follow: where the one whose words it hands down is there, none of those that it came through."""
    some, last = pile.earlier_ones(place), last_quoted_here(pile, place)
    return [other for other in some if last and cited_level(last, pile.letters[other]) in NAMED_BY] or some


def _doubled(
    pile: LetterPile, chosen: Iterable[tuple[tuple[int, int], float]], kinds: Mapping[tuple[int, int], LinkKind]
) -> Iterator[tuple[int, int]]:
    """Yield all but the surest of links by which one office does twice what is done once: it acknowledges an order once."""
    best: dict[tuple[int, LinkKind, str], tuple[float, tuple[int, int]]] = {}
    for pair, weight in chosen:
        sender, kind = min(pile.letters[pair[0]].shows[Facet.SENDER], default=""), kinds[pair]
        if kind in ONCE and sender:
            slot = (pair[1], kind, sender)
            worse, better = sorted(((weight, pair), best.get(slot, (weight, pair))))
            best[slot] = better
            if worse != better:
                yield worse[1]


def _order(later: LinkedLetter, earlier: LinkedLetter) -> WhichLater:
    if later.written and earlier.written:
        relation = earlier.written.compare(later.written)
        if relation is Relation.UNDECIDED:
            return WhichLater.POSSIBLE
        return WhichLater.CERTAIN if relation is Relation.BEFORE else WhichLater.AGAINST_DATES
    is_cited = any(cited_level(each, earlier) in NAMED_BY for each in later.cited)
    return WhichLater.BY_REFERENCE if is_cited else WhichLater.UNSAID
