"""Which names to compare: pairs that share a telling part, without ever going through all pairs.

Each name is keyed by the consonant codes of its parts, in both scripts alike. Names that share the code of one part are a block; where a
block is small, as a rare nisba's is, all its pairs are candidates. A large one (every Mohammed) is divided by a second part's code, and a
third's. Names that have no further part to be divided by are held against the most frequent names of the block and their neighbours in
sorting order, so that the candidates grow with the number of names and not with its square.

A scan or a hasty hand may spoil one part: a name with a frequent part is also found by that part and another that differs in one class.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain, combinations, product
from typing import TYPE_CHECKING, Final, NamedTuple

from kashf.language.sounds.similarity import code_likeness

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Pairs in a block of one part's code, of two and of three; one that has more is divided. Measured by benchmarks/speed/bench_resolve.py.
MOST_PAIRS: Final = (400, 4_000, 4_000)
#: The same for blocks in which one part is spoilt; one that has more is passed over.
_MOST_SPOILT: Final = 200
#: Codes of one word's other spellings that are looked for, of those that occur among the names.
_MOST_CODES: Final = 8
#: Parts of a name that make keys. Nobody has more, but what was taken for a name may.
_MOST_PARTS: Final = 5
#: In a block that cannot be divided: the most frequent names that each is held against, and its neighbours in sorting order.
_STARS: Final = 10
_NEIGHBOURS: Final = 10
#: Pairs up to which even such a block is taken whole.
_MOST_WHOLE: Final = 20_000
#: Classes. A shorter code with one of them spoilt is like too many others.
_LEAST_SPOILT: Final = 3


class BlockingPart(NamedTuple):
    """A part of a name, as far as finding others like it goes.

    Attributes:
        code: Skeleton of its word, with a mark before it where the same word is another thing (a kunya is no ism).
        others: Such codes that other spellings of the word are likely to have.
    """

    code: str
    others: frozenset[str] = frozenset()


_Key = tuple[str, ...]


def candidate_pairs(
    names: Sequence[Sequence[BlockingPart]], *, order: Sequence[int], most_pairs: Sequence[int] = MOST_PAIRS
) -> NDArray[np.int64]:
    """Return pairs of names that may be one: shape (pairs, 2), places in `names`, the lower first, sorted, each pair once.

    Args:
        names: The parts of each, in sorting order; a name without parts is in no pair.
        order: For each name, its place when they are sorted by how frequent they are: it settles who stands for a large block.
        most_pairs: For blocks of one part's code, of two, of three: pairs beyond which they are divided.

    Example:
        >>> names = [[BlockingPart("HLD"), BlockingPart("XML", frozenset({"XML", "JML"}))], [BlockingPart("JML")], [BlockingPart("HDD")]]
        >>> candidate_pairs(names, order=[0, 1, 2]).tolist()
        [[0, 1]]
    """
    import numpy as np  # Takes a tenth of a second to load.

    keyed = [_coded(parts) for parts in _known_only(names)]
    pairs = _Pairs(order, [len(name.own) for name in keyed])
    large: frozenset[_Key] = frozenset({()})
    for size, most in enumerate(most_pairs, start=1):
        for spoilt in _spoilt_blocks(keyed, size, large):
            if _all_pairs(len(spoilt)) <= _MOST_SPOILT:
                pairs.among(spoilt)
        blocks = _blocks(keyed, size, large)
        large = frozenset(key for key, block in blocks.items() if not pairs.take(block, most=most, size=size))
        del blocks
    places = np.unique(np.frombuffer(pairs.found, dtype=np.int64))
    return np.stack(np.divmod(places, max(1, len(names))), axis=1)


class _Coded(NamedTuple):
    """A name's codes in order, and for each those of its other spellings that occur, itself among them."""

    own: _Key
    near: tuple[_Key, ...]


@dataclass(slots=True)
class _Block:
    """Names under one key.

    Attributes:
        own: Those whose own codes it is made of.
        asked: Those of which other spellings have it.
    """

    own: list[int] = field(default_factory=list)
    asked: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Pairs:
    """Collects pairs as one number each."""

    order: Sequence[int]
    parts: Sequence[int]
    found: array[int] = field(default_factory=lambda: array("q"))

    def among(self, names: Sequence[int]) -> None:
        """Take all pairs among names in order of their place."""
        count = len(self.parts)
        self.found.extend(left * count + right for left, right in combinations(names, 2))

    def across(self, names: Iterable[int], others: Sequence[int]) -> None:
        """Take each name with each other."""
        count = len(self.parts)
        self.found.extend(min(one, two) * count + max(one, two) for one in names for two in others if one != two)

    def take(self, block: _Block, *, most: int, size: int) -> bool:
        """Take the pairs of a block if there are few; else only those of names that cannot be divided further, and return False."""
        if _all_pairs(len(block.own)) + len(block.own) * len(block.asked) <= most:
            self.among(block.own)
            self.across(block.asked, block.own)
            return True
        own, asked = self._undivided(block.own, size), self._undivided(block.asked, size)
        stars = sorted(block.own, key=self.order.__getitem__)[:_STARS]
        self.across(chain(own, asked), stars)
        if _all_pairs(len(own)) + len(own) * len(asked) <= _MOST_WHOLE:
            self.among(own)
            self.across(asked, own)
        else:
            rest = sorted({*own, *asked})
            for at in range(len(rest)):
                self.across(rest[at : at + 1], rest[at + 1 : at + 1 + _NEIGHBOURS])
        return False

    def _undivided(self, names: Sequence[int], size: int) -> list[int]:
        """Return the names that have no part left to divide them by."""
        return [name for name in names if self.parts[name] <= size or size == len(MOST_PAIRS)]


def _all_pairs(count: int) -> int:
    return count * (count - 1) // 2


def _known_only(names: Sequence[Sequence[BlockingPart]]) -> Iterator[tuple[BlockingPart, ...]]:
    """Yield the parts of each name with only those other codes that occur, each code once."""
    known = frozenset(part.code for parts in names for part in parts)

    @cache
    def shrunk(part: BlockingPart) -> BlockingPart:
        others = sorted((part.others & known) - {part.code}, key=lambda code: (-code_likeness(code, part.code), code))
        return BlockingPart(part.code, frozenset(others[:_MOST_CODES]))

    for parts in names:
        yield tuple({part.code: shrunk(part) for part in parts[:_MOST_PARTS]}.values())


def _coded(parts: Sequence[BlockingPart]) -> _Coded:
    found = sorted(parts)
    return _Coded(tuple(part.code for part in found), tuple((part.code, *sorted(part.others)) for part in found))


def _blocks(names: Sequence[_Coded], size: int, large: frozenset[_Key]) -> dict[_Key, _Block]:
    """Return the blocks of so many codes, of which all with one code fewer are large."""
    blocks: dict[_Key, _Block] = {}
    for place, name in enumerate(names):
        for key in combinations(name.own, size):
            if _may_divide(key, large):
                blocks.setdefault(key, _Block()).own.append(place)
    for place, name in enumerate(names):
        asked = {tuple(sorted(key)) for some in combinations(name.near, size) for key in product(*some)}
        for key in asked.difference(combinations(name.own, size)):
            if key in blocks:
                blocks[key].asked.append(place)
    return blocks


def _may_divide(key: _Key, large: frozenset[_Key]) -> bool:
    return len(key) == 1 or all((*key[:at], *key[at + 1 :]) in large for at in range(len(key)))


def _spoilt_blocks(names: Sequence[_Coded], size: int, large: frozenset[_Key]) -> Iterator[list[int]]:
    """Yield blocks of names that share the codes of a large block, and one more in which one class is spoilt."""
    if size == 1:
        return
    blocks: dict[tuple[_Key, str], list[int]] = {}
    for place, name in enumerate(names):
        for key in combinations(name.own, size - 1):
            if key in large:
                for form in {form for code in name.own if code not in key for form in _spoilt(code)}:
                    blocks.setdefault((key, form), []).append(place)
    yield from blocks.values()


@lru_cache(maxsize=1 << 17)
def _spoilt(code: str) -> tuple[str, ...]:
    """Return a code and what is left of it without one of its classes: codes with one class between them share one of these.

    Source: Garbe 2012, "symmetric delete" spelling correction.
    """
    if len(code) < _LEAST_SPOILT:
        return ()
    return tuple(dict.fromkeys((code, *(code[:at] + code[at + 1 :] for at in range(len(code))))))
