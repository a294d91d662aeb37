"""How likely two names share as many documents by accident, where both margins of the table of names and documents are kept.

A register names hundreds of people, so that all of them share a document and nobody needs to know anybody. The null model therefore keeps
how many documents each name has and how many names each document has. Given the documents of one name, a document is worth as much as it
has room for others, and the documents of a second name fall on them by conditional Bernoulli sampling with these weights. Where all
documents are alike this is the hypergeometric distribution. Source: weights of the table by maximum entropy with given margins, Saracco,
Di Clemente, Gabrielli and Squartini 2015, Scientific Reports 5:10595; conditional Bernoulli sampling, Chen, Dempster and Liu 1994,
Biometrika 81(3); the tables themselves, by which it is checked, are those of Strona et al. 2014, Nature Communications 5:4114 (curveball).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

#: Rounds in which the weights are fitted, and the relative error of a margin at which they are good.
_MOST_ROUNDS: Final = 200
_CLOSE: Final = 1e-4
#: Weights are kept within this range either way: a name in all documents, or a document with all names, has none that is finite.
_LARGEST: Final = 1e9
#: Below this weight a number of documents lies so far from the one around which was expanded that it gets lost among floats.
_LOST: Final = 1e-200


@dataclass(frozen=True, slots=True)
class Chance:
    """What accident makes of a number of common documents.

    Args:
        expected: Common documents by accident.
        tail: How likely as many or more are, in (0..1].
    """

    expected: float
    tail: float


def chances(
    inside: Mapping[int, int], outside: Mapping[int, int], *, names: Mapping[int, int], asked: Collection[tuple[int, int]]
) -> Mapping[tuple[int, int], Chance]:
    """Return for numbers of documents of a second name, and of those it shares with the first, what accident makes of them.

    Args:
        inside: The documents of the first name: how many there are with so many other names, by that number; those without any left out.
        outside: All other documents, in the same way.
        names: How many other names there are with so many documents, by that number.
        asked: (documents of the second name, those that are among the first name's), each possible.

    >>> {each: round(chance.tail, 8) for each, chance in chances({1: 5}, {1: 15}, names={5: 4}, asked=[(5, 4)]).items()}
    {(5, 4): 0.00490196}
    """
    import numpy as np

    weights = _weights(Counter(inside) + Counter(outside), names)
    own = _Documents([(weights[size], count) for size, count in sorted(inside.items())])
    others = _Documents([(weights[size], count) for size, count in sorted(outside.items())])
    found: dict[tuple[int, int], Chance] = {}
    mine = theirs = np.zeros(0)
    for documents in sorted({documents for documents, _ in asked}, reverse=True):
        both, shares = _shares(mine, theirs, documents)
        if shares.sum() < _LOST:
            tilt = _tilt([*own.classes, *others.classes], documents)
            mine, theirs = own.expand(tilt, documents), others.expand(tilt, documents)
            both, shares = _shares(mine, theirs, documents)
        tails = np.cumsum(shares[::-1])[::-1] / shares.sum()
        expected = float((both * shares).sum() / shares.sum())
        for common in sorted(common for of, common in asked if of == documents):
            found[documents, common] = Chance(expected, min(1.0, float(tails[max(0, common - int(both[0]))])))
    return found


def _shares(mine: Numbers, theirs: Numbers, documents: int) -> tuple[NDArray[np.int64], Numbers]:
    """Return how many of some documents may be the first name's, and the weight of each number."""
    import numpy as np

    both = np.arange(max(0, documents + 1 - len(theirs)), min(documents + 1, len(mine)))
    return both, mine[both] * theirs[documents - both]


@dataclass(frozen=True, slots=True)
class _Documents:
    """Documents by weight, with how many there are of each."""

    classes: list[tuple[float, int]]

    def expand(self, tilt: float, most: int) -> Numbers:
        """Return the weights of 0, 1, ... of these documents, at most `most`, with every weight times `tilt`."""
        import numpy as np

        logs = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, 1 + max((count for _, count in self.classes), default=0))))])
        product = np.ones(1)
        for weight, count in self.classes:
            share = tilt * weight / (1 + tilt * weight)
            taken = np.arange(min(count, most) + 1)
            terms = logs[count] - logs[taken] - logs[count - taken] + taken * math.log(share) + (count - taken) * math.log1p(-share)
            product = np.convolve(product, np.exp(terms))[: most + 1]
        return product


def _tilt(classes: Iterable[tuple[float, int]], number: int) -> float:
    """Return by what all weights are to be multiplied, so that `number` documents are expected."""
    known = list(classes)
    aim = min(number, sum(count for _, count in known) - 0.5)
    low, high = -60.0, 60.0
    while high - low > 1e-9:
        middle = (low + high) / 2
        tilt = math.exp(middle)
        if sum(count * tilt * weight / (1 + tilt * weight) for weight, count in known) < aim:
            low = middle
        else:
            high = middle
    return math.exp((low + high) / 2)


def _weights(documents: Mapping[int, int], names: Mapping[int, int]) -> Mapping[int, float]:
    """Return the weight of a document by how many names it has, such that names and documents have on average what they are to have.

    Args:
        documents: How many documents there are with so many names, by that number.
        names: How many names there are with so many documents, by that number.
    """
    import numpy as np

    sizes, of_size = (np.array(values, dtype=np.float64) for values in zip(*sorted(documents.items()), strict=True))
    spreads, of_spread = (np.array(values, dtype=np.float64) for values in zip(*sorted(names.items()), strict=True))
    total = math.sqrt(float((sizes * of_size).sum()))
    by_name, by_document = spreads / total, sizes / total
    for _ in range(_MOST_ROUNDS):
        by_name = np.minimum(spreads / ((of_size * by_document) / (1 + np.outer(by_name, by_document))).sum(axis=1), _LARGEST)
        room = ((of_spread * by_name)[:, None] / (1 + np.outer(by_name, by_document))).sum(axis=0)
        if float(np.abs(by_document * room / sizes - 1).max()) < _CLOSE:
            break
        by_document = np.clip(sizes / room, 1 / _LARGEST, _LARGEST)
    return dict(zip((int(size) for size in sizes), map(float, by_document), strict=True))
