"""A list of names held against the names of a case. Every hit is possible, never more: names are alike, people need not be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.entity import MentionType
from kashf.domain.reasons import Reasons
from kashf.entities.comparing.compare import MAYBE, SAME, Block, Prepared, compare, prepare, reasons_of, score
from kashf.entities.screening.watchlist import WatchlistName
from kashf.language.person_names.fathers import father_in
from kashf.ports.mentions import NameTotal

#: Below this share of telling words in common two names are not compared further; the first pass is a bound, so little is lost.
_WORTH_COMPARING: Final = 0.45
#: Names of the shorter side that are weighed at a time: memory grows with their parts times those of the other side.
_TOGETHER: Final = 256


@dataclass(frozen=True, slots=True)
class Possible:
    """A name of the case that may be one of the list.

    Args:
        entry: Of the list.
        listed: That of its names which is closest.
        name: Of the case, with its counts.
        score: In [0..1]; how alike the two names are.
        why: What agrees and what does not.
        warning: What may mislead, such as another nisba; empty when nothing does.
        is_child: Whether it is a child of the one on the list: what follows "son of" is the listed name.
    """

    entry: WatchlistName
    listed: str
    name: NameTotal
    score: float
    why: Reasons
    warning: Reasons
    is_child: bool = False


def screen(entries: Sequence[WatchlistName], names: Sequence[NameTotal], *, least: float = MAYBE) -> tuple[Possible, ...]:
    """Return the names of a case that may be those of a list, by entry in the order of the list and the closest first.

    Each name of the case stands once with an entry, beside the one of the entry's names that is closest. Which of the two sides is the
    longer makes no difference to the answer.

    Args:
        entries: Of the list.
        names: Of the case, of any types; people are held against people, groups against groups, places against places.
        least: Hits of a lower score are left out.
    """
    found = [hit for type in MentionType for hit in _of_type(type, entries, names, least)]
    order = {entry.id: place for place, entry in enumerate(entries)}
    return tuple(sorted(found, key=lambda hit: (order[hit.entry.id], -hit.score, hit.name.key)))


def _of_type(type: MentionType, entries: Sequence[WatchlistName], names: Sequence[NameTotal], least: float) -> list[Possible]:
    listed = [(entry, name, prepare(name)) for entry in entries if entry.type is type for name in entry.names]
    known = [_Known(name, prepare(name.text)) for name in names if name.type is type]
    if type is MentionType.PERSON:
        known += [_Known(each.name, prepare(father), is_child=True) for each in known if (father := father_in(each.name.text))]
    best: dict[tuple[str, str, bool], tuple[float, int, int]] = {}
    for row, column in _close([each[2] for each in listed], [each.prepared for each in known], least):
        found = score(listed[row][2], known[column].prepared)
        pair = (listed[row][0].id, known[column].name.key, known[column].is_child)
        if found >= least and (pair not in best or found > best[pair][0]):
            best[pair] = found, row, column
    return [_possible(listed[row], known[column]) for pair, (_, row, column) in best.items() if _is_told(pair, best)]


def _is_told(pair: tuple[str, str, bool], best: Mapping[tuple[str, str, bool], tuple[float, int, int]]) -> bool:
    """Return which of two readings is told of a name with a father: the whole where it surely is the listed one, else his child."""
    entry, key, is_child = pair
    whole, child = (best[entry, key, each][0] if (entry, key, each) in best else 0.0 for each in (False, True))
    return is_child is (child > 0 and whole < SAME)


@dataclass(frozen=True, slots=True)
class _Known:
    """A name of the case, or the father's name in it, ready to be compared."""

    name: NameTotal
    prepared: Prepared
    is_child: bool = False


def _possible(listed: tuple[WatchlistName, str, Prepared], known: _Known) -> Possible:
    """Return a hit with its reasons, which take longer than its score and are asked for only here."""
    compared = compare(listed[2], known.prepared)
    return Possible(listed[0], listed[1], known.name, compared.score, reasons_of(compared), compared.warning, known.is_child)


def _close(lefts: Sequence[Prepared], rights: Sequence[Prepared], least: float) -> Iterator[tuple[int, int]]:
    """Yield the pairs that are worth comparing, found by walking through the shorter side; never all of them in memory."""
    if len(lefts) > len(rights):
        yield from ((row, column) for column, row in _close(rights, lefts, least))
    elif lefts:
        from kashf.entities.screening.pair_bound import PairBound  # numpy takes a tenth of a second to load

        block = Block(rights)
        for start in range(0, len(lefts), _TOGETHER):
            some = lefts[start : start + _TOGETHER]
            bound = PairBound(some, rights) if least >= MAYBE else None
            for row, left in enumerate(some):
                columns = (block.against(left) >= _WORTH_COMPARING).nonzero()[0]
                kept = columns[bound.reach(row, columns)] if bound else columns
                yield from ((start + row, int(column)) for column in kept)
