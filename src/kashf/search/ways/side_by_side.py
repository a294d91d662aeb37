"""Words typed side by side that are also one thing: 12 March 2014, +963 944 550 101, عبد الله, Deir ez-Zor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from kashf.language.forms.compounds import as_one_word, several_ways
from kashf.language.forms.joined import joined, joined_whole
from kashf.language.places.other_names import other_place_names
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words
from kashf.ports.search import AnyWord, Joined, Vocabulary
from kashf.search.query import And, Node, Not, Or, Term
from kashf.search.ways.name_spellings import in_one_word
from kashf.search.ways.of_word import of_places
from kashf.search.ways.way import WayToFind, in_a_row

#: Words of the longest name of a place, and of the longest number in groups.
_MOST: Final = 8
_MOST_OF_PLACE: Final = 4
#: Letters and digits of the shortest account number.
_ACCOUNT: Final = 15

#: Where such words stand among those of a run, from the first to one past the last.
Run = tuple[int, int]


def side_by_side(node: Node) -> Node:
    """Return a query in which words that may be one thing together are also asked for as one: as a `Term` of several words.

    >>> side_by_side(And((Term("AK"), Term("47"), Term("rifle"))))
    And(parts=(Or(parts=(And(parts=(Term(text='AK'), Term(text='47'))), Term(text='AK 47'))), Term(text='rifle')))
    """
    match node:
        case And(parts):
            return _all(tuple(_grouped(tuple(map(side_by_side, parts)))))
        case Or(parts):
            return Or(tuple(map(side_by_side, parts)))
        case Not(part):
            return Not(side_by_side(part))
        case _:
            return node


def ways_to_find_together(text: str, spellings: Sequence[str], vocabulary: Vocabulary) -> list[WayToFind]:
    """Return the ways to find several words as the one thing that they are."""
    words = folded_words(text)
    one = Folded(in_one_word(text)) or None
    forms = joined_whole(text) | (joined_whole(text.upper()) if text.isascii() else frozenset())
    ways = [WayToFind(text, "joined", AnyWord(known))] if (known := vocabulary.known({one} if one else forms)) else []
    if spelled := vocabulary.known(spellings):
        ways.append(WayToFind(text, "spelling", AnyWord(spelled)))
    ways += [WayToFind(text, "joined", in_a_row(other)) for other in several_ways(words)]
    return [*ways, WayToFind(text, "joined", Joined(forms | ({one} if one else set()))), *of_places(text, vocabulary)]


def _all(parts: tuple[Node, ...]) -> Node:
    return parts[0] if len(parts) == 1 else And(parts)


def _grouped(parts: Sequence[Node]) -> Iterator[Node]:
    for is_term, group in groupby(parts, key=lambda part: isinstance(part, Term)):
        some = tuple(group)
        if not is_term or len(some) == 1:
            yield from some
            continue
        done = 0
        for start, end in _runs([part.text for part in some if isinstance(part, Term)]):
            yield from some[done:start]
            yield Or((And(some[start:end]), Term(" ".join(part.text for part in some[start:end] if isinstance(part, Term)))))
            done = end
        yield from some[done:]


def _runs(texts: Sequence[str]) -> Iterator[Run]:
    """Yield which words are one thing together, not overlapping, the longest first at each place."""
    forms = _joined_runs(texts)
    start = 0
    while start < len(texts) - 1:
        last = next(
            (end for end in range(min(start + _MOST, len(texts)), start + 1, -1) if (start, end) in forms or _is_one(texts[start:end])), 0
        )
        if last:
            yield start, last
        start = last or start + 1


def _joined_runs(texts: Sequence[str]) -> frozenset[Run]:
    ends: dict[int, int] = {}
    starts: dict[int, int] = {}
    place = 0
    for number, text in enumerate(texts):
        starts[place], ends[place + len(text)] = number, number + 1
        place += len(text) + 1
    written = " ".join(texts)
    # An account in small letters is no other account; only what is typed is taken so, never a text.
    accounts = (word for word in joined(written.upper()) if len(word.folded) >= _ACCOUNT) if written.isascii() else ()
    found = [*joined(written), *accounts]
    return frozenset((starts[word.start], ends[word.end]) for word in found if word.start in starts and word.end in ends)


def _is_one(texts: Sequence[str]) -> bool:
    words = folded_words(" ".join(texts))
    is_compound = len(texts) == len(words) == 2 and as_one_word(words[0], words[1]) is not None
    return (
        is_compound
        or bool(in_one_word(" ".join(texts)))
        or bool(several_ways(words))
        or (len(texts) <= _MOST_OF_PLACE and bool(other_place_names(" ".join(texts))))
    )
