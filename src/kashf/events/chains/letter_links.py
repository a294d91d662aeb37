"""Finds which letter each letter of a pile follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from kashf.domain.date import Relation
from kashf.events.chains.best_parents import best_parents
from kashf.events.chains.chain import ChainLink, WhichLater
from kashf.events.chains.compare_letters import LaterLetter, cited_level
from kashf.events.chains.letter_pile import LetterPile
from kashf.events.chains.link_kinds import ONCE, LinkKind
from kashf.events.chains.link_weights import NAMED_BY, CitedBy, Follower, prior_bits
from kashf.events.chains.linked_letter import Facet, LinkedLetter
from kashf.events.chains.missing_papers import wanted_paper

#: Log-odds in bits above which one letter is taken to follow another: four to one. With less, a fifth of the links of the pile beside
#: which the weights were set is wrong.
LEAST_BITS: Final = 2.0


def find_links(letters: Sequence[LinkedLetter]) -> tuple[ChainLink, ...]:
    """Return which letter each of a pile follows, where one does; each follows one at the most, and none follows itself on a way round."""
    pile = LetterPile(letters)
    compared = {place: LaterLetter(pile, later, later.follows) for place, later in enumerate(pile.letters) if later.follows}
    bits = {place: {other: each.bits(pile.letters[other]) for other in sorted(_nearest(pile, place))} for place, each in compared.items()}
    prior = prior_bits(pile, bits)
    weights: dict[tuple[int, int], float] = {}
    for place, others in bits.items():
        later = pile.letters[place]
        least = LEAST_BITS - prior[later.follows, later.act] if later.follows else 0.0
        weights |= {(place, other): each - least for other, each in others.items() if each > least}
        if (named := _named(pile, place, others)) is not None:
            weights[place, named] = max(weights.get((place, named), 0.0), LEAST_BITS)
    return tuple(_link(pile, compared, prior, pair) for pair in _chosen(pile, weights))


def _chosen(pile: LetterPile, weights: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Return which letter follows which, by place, so that the weights add up to the most and nobody does twice what is done once."""
    while True:
        best = list(best_parents(weights).items())
        doubled = list(_doubled(pile, [(pair, weights[pair]) for pair in best]))
        if not doubled:
            return best
        for pair in doubled:
            del weights[pair]


def _link(pile: LetterPile, compared: Mapping[int, LaterLetter], prior: Mapping[Follower, float], pair: tuple[int, int]) -> ChainLink:
    later, earlier = (pile.letters[place] for place in pair)
    kind = later.follows or LinkKind.ANSWERS
    return ChainLink(later, earlier, kind, prior[kind, later.act], compared[pair[0]].features(earlier), _order(later, earlier))


def _named(pile: LetterPile, place: int, others: Iterable[int]) -> int | None:
    """Return the one letter that a letter says it answers or hands down, by number and day: that decides however small the pile is."""
    wanted = wanted_paper(pile.letters[place])
    is_said = wanted is not None and (wanted.is_answered or wanted.is_last_quoted)
    exact = [other for other in others if wanted and is_said and cited_level(wanted, pile.letters[other]) is CitedBy.NUMBER_AND_DAY]
    return exact[0] if len(exact) == 1 else None


def _nearest(pile: LetterPile, place: int) -> Iterable[int]:
    """Return which letters a letter may follow: where the one whose words it hands down is there, none of those that it came through."""
    later, some = pile.letters[place], pile.earlier_ones(place)
    named = [
        other for other in some if any(each.is_last_quoted and cited_level(each, pile.letters[other]) in NAMED_BY for each in later.cited)
    ]
    return named or some


def _doubled(pile: LetterPile, chosen: Iterable[tuple[tuple[int, int], float]]) -> Iterator[tuple[int, int]]:
    """Yield all but the surest of links by which one office does twice what is done once: it acknowledges an order once."""
    best: dict[tuple[int, LinkKind, str], tuple[float, tuple[int, int]]] = {}
    for pair, weight in chosen:
        later = pile.letters[pair[0]]
        sender = min(later.shows[Facet.SENDER], default="")
        if later.follows in ONCE and later.follows and sender:
            slot = (pair[1], later.follows, sender)
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
