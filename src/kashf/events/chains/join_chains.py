"""Joins linked letters to chains: those that follow one another, and those that follow one paper that is not here."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.groups import Groups
from kashf.domain.letters.instructions import SpeechAct
from kashf.domain.letters.said import Said
from kashf.events.chains.chain import Chain, ChainLink
from kashf.events.chains.citing.by_citation import cited_level
from kashf.events.chains.link_kinds import USUAL
from kashf.events.chains.link_weights import NAMED_BY
from kashf.events.chains.linked_letter import CitedAs, Facet, LinkedLetter
from kashf.events.chains.missing_papers import missing_papers, wanted_paper

#: Days by which two letters that name one operation, and follow something that is not here, may lie apart and be of one chain.
_ONE_OPERATION_DAYS: Final = 180


def join_chains(letters: Sequence[LinkedLetter], links: Sequence[ChainLink]) -> tuple[Chain, ...]:
    """Return the chains of a pile, longest first: of letters that are linked, and of single ones that name an operation.

    Args:
        letters: All of the pile.
        links: Between them.
    """
    groups = Groups[str]()
    for link in links:
        groups.join(link.earlier.document, link.later.document)
    linked = {link.later.document for link in links}
    for left, right in _sisters([each for each in letters if each.follows and each.document not in linked]):
        groups.join(left.document, right.document)
    members: dict[str, list[LinkedLetter]] = defaultdict(list)
    for letter in letters:
        members[groups.find(letter.document)].append(letter)
    by_chain: dict[str, list[ChainLink]] = defaultdict(list)
    for link in links:
        by_chain[groups.find(link.later.document)].append(link)
    is_here = _known_numbers(letters)
    chains = [_chain(some, by_chain[key], is_here) for key, some in members.items() if len(some) > 1 or some[0].shows[Facet.OPERATION]]
    return tuple(sorted(chains, key=lambda each: (-len(each.letters), each.id)))


def _sisters(unlinked: Sequence[LinkedLetter]) -> Iterator[tuple[LinkedLetter, LinkedLetter]]:
    """Yield pairs of letters that follow one paper that is not here: the same number of one office, or one operation about one time."""
    by_key: dict[tuple[str, ...], list[LinkedLetter]] = defaultdict(list)
    for letter in unlinked:
        if letter.act is SpeechAct.REPORT:
            continue  # most reports follow nothing
        wanted = wanted_paper(letter)
        if wanted and wanted.numbers and (offices := wanted.authors or letter.shows[Facet.ADDRESSEE].keys()):
            by_key["number", min(wanted.numbers), min(offices)].append(letter)
        if letter.follows and USUAL[letter.follows].repeats:
            for name in letter.shows[Facet.OPERATION]:
                by_key["operation", name].append(letter)
    for (kind, *_), some in by_key.items():
        first = some[0]
        yield from ((first, each) for each in some[1:] if kind == "number" or _is_about_then(first, each))


def _is_about_then(letter: LinkedLetter, other: LinkedLetter) -> bool:
    if letter.about is None or other.about is None:
        return True
    return abs((letter.about[0] - other.about[0]).days) <= _ONE_OPERATION_DAYS


def _known_numbers(letters: Sequence[LinkedLetter]) -> Callable[[CitedAs], bool]:
    """Return what tells whether a paper that is cited by its number is in the pile."""
    by_number: dict[str, list[LinkedLetter]] = defaultdict(list)
    for letter in letters:
        for number in letter.shows[Facet.NUMBER]:
            by_number[number].append(letter)

    def is_here(cited: CitedAs) -> bool:
        return any(cited_level(cited, letter) in NAMED_BY for number in cited.numbers for letter in by_number.get(number, ()))

    return is_here


def _chain(letters: Sequence[LinkedLetter], links: Sequence[ChainLink], is_here: Callable[[CitedAs], bool]) -> Chain:
    order = _in_order(letters, links)
    names: dict[str, Said] = {}
    for letter in order:
        for name, said in letter.shows[Facet.OPERATION].items():
            if said:
                names.setdefault(name, said)
    place = {each.document: number for number, each in enumerate(order)}
    ordered = tuple(sorted(links, key=lambda link: place[link.later.document]))
    return Chain(order, ordered, tuple(names.values()), missing_papers(order, ordered, is_here=is_here))


@dataclass(frozen=True, slots=True)
class _Turn:
    day: dt.date
    depth: int


def _in_order(letters: Sequence[LinkedLetter], links: Sequence[ChainLink]) -> tuple[LinkedLetter, ...]:
    """Return letters by their days; one without a day, or with one that contradicts, behind the one that it follows."""
    earlier = {link.later.document: link.earlier for link in links}
    turns: dict[str, _Turn] = {}
    for letter in letters:
        way = [letter]
        while way[-1].document in earlier and way[-1].document not in turns:
            way.append(earlier[way[-1].document])
        for each in reversed(way):
            if each.document not in turns:
                before = turns.get(earlier[each.document].document) if each.document in earlier else None
                own = each.about[0] if each.about else before.day if before else dt.date.max
                turns[each.document] = _Turn(max(own, before.day), before.depth + 1) if before else _Turn(own, 0)
    return tuple(sorted(letters, key=lambda each: (turns[each.document].day, turns[each.document].depth, each.document)))
