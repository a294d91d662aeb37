"""``similarity`` for many pairs of words at once, with the same answers."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kashf.language.sounds import evidence
from kashf.language.sounds.alignment import CostTable, bare
from kashf.language.sounds.heard import ARABIC, LATIN, VOWELLED, Heard, heard
from kashf.language.sounds.lattice import NEVER, Rows, Weights, as_rows, best_sums
from kashf.language.sounds.reading_costs import arabic_arabic, arabic_latin, latin_latin, vowelled_latin
from kashf.language.sounds.spellings import CLASSES, consonants
from kashf.language.sounds.units import is_arabic, units

_Numbers = NDArray[np.int64]
_Scores = NDArray[np.float32]

#: How the words on the two sides of a pair are written.
_TABLES: Final[Mapping[tuple[int, int], Callable[[], CostTable]]] = {
    (ARABIC, LATIN): arabic_latin,
    (VOWELLED, LATIN): vowelled_latin,
    (ARABIC, ARABIC): arabic_arabic,
    (LATIN, LATIN): latin_latin,
}


def pair_similarities(lefts: Sequence[str], rights: Sequence[str]) -> _Scores:
    """Return how alike each left word is to the right word at the same place, 0..1; shape (len(lefts),), as ``similarity.similarity``.

    Raises:
        ValueError: The two sides differ in length.

    Example:
        >>> pair_similarities(["شمالي", "شمالي"], ["shamali", "walid"]).round(1).tolist()
        [1.0, 0.0]
    """
    if len(lefts) != len(rights):
        raise ValueError(f"{len(lefts)} left words, {len(rights)} right ones")
    numbers: dict[str, int] = {}
    sides = [np.array([numbers.setdefault(word, len(numbers)) for word in side], dtype=np.int64) for side in (lefts, rights)]
    words = [*map(heard, numbers)]
    scripts = np.array([word.script for word in words], dtype=np.int64)
    folded_numbers: dict[str, int] = {}
    folded = np.array([folded_numbers.setdefault(word.folded, len(folded_numbers)) for word in words], dtype=np.int64)
    left, right = sides
    turned = (scripts[left] == LATIN) & (scripts[right] != LATIN)
    left, right = np.where(turned, right, left), np.where(turned, left, right)
    scores = np.zeros(len(left), dtype=np.float32)
    for (here, there), table in _TABLES.items():
        some = np.flatnonzero(_is_script(scripts[left], here, there) & _is_script(scripts[right], there, here))
        if len(some):
            pairs = left[some], right[some]
            scores[some] = _likeness(words, pairs, table)
            if (here, there) == (ARABIC, LATIN):
                close = some[scores[some] > evidence.APART]
                scores[close] = _weighed(scores[close], _evidence(words, (left[close], right[close])))
    scores[folded[left] == folded[right]] = 1
    return scores.round(3)


def _is_script(scripts: _Numbers, wanted: int, other: int) -> NDArray[np.bool_]:
    """Return where words are of a script; between two Arabic words vowels play no part."""
    return np.isin(scripts, (ARABIC, VOWELLED) if wanted == other == ARABIC else (wanted,))


class _Side:
    """The forms of the words on one side of some pairs: those of word n are ``texts[first[n]]`` to ``texts[first[n] + counts[n] - 1]``."""

    def __init__(self, words: Sequence[Heard], side: _Numbers, forms: Callable[[Heard], Sequence[str]]) -> None:
        """Collect the forms of the words that occur."""
        self.first = np.zeros(len(words), dtype=np.int64)
        self.counts = np.zeros(len(words), dtype=np.int64)
        self.texts: list[str] = []
        for number in np.unique(side).tolist():
            found = forms(words[number])
            self.first[number], self.counts[number] = len(self.texts), len(found)
            self.texts += found


def _pairs_of_forms(left: _Side, right: _Side, pairs: tuple[_Numbers, _Numbers]) -> Iterator[tuple[_Numbers, tuple[_Numbers, _Numbers]]]:
    """Yield places of pairs with the numbers of one form of each word, until every two forms have met."""
    for here, there in product(range(left.counts.max()), range(right.counts.max())):
        some = np.flatnonzero((left.counts[pairs[0]] > here) & (right.counts[pairs[1]] > there))
        yield some, (left.first[pairs[0][some]] + here, right.first[pairs[1][some]] + there)


def _likeness(words: Sequence[Heard], pairs: tuple[_Numbers, _Numbers], made: Callable[[], CostTable]) -> _Scores:
    """Return how alike the most alike forms of each pair are by the hand-set costs, 0 to .99."""
    costs = _costs(made)
    forms = _folded if made is arabic_arabic else _forms
    left, right = (_Side(words, side, forms) for side in pairs)
    cut = [[*map(units, side.texts)] for side in (left, right)]
    rows = costs.rows(cut[0], is_left=True), costs.rows(cut[1], is_left=False)
    counts = [np.fromiter(map(consonants, side), dtype=np.int64, count=len(side)) for side in cut]
    best = np.zeros(len(pairs[0]), dtype=np.float32)
    for some, (here, there) in _pairs_of_forms(left, right, pairs):
        weight = np.clip(np.maximum(counts[0][here], counts[1][there]), 2, 4)
        likeness = 1 + best_sums(costs.weights, *rows, pairs=(here, there)) / 100 / weight
        best[some] = np.maximum(best[some], np.minimum(likeness, 0.99))
    return best


def _evidence(words: Sequence[Heard], pairs: tuple[_Numbers, _Numbers]) -> _Scores:
    """Return what was learned about each pair of an Arabic and a Latin word, in nats a letter, for the form that says the most."""
    weights = _learned_weights()
    left = _Side(words, pairs[0], lambda word: [evidence.arabic_letters(word.folded)])
    right = _Side(words, pairs[1], lambda word: [*map(evidence.latin_letters, word.forms)])
    rows = (
        as_rows([*map(evidence.arabic_chunks, left.texts)], widest=evidence.WIDEST_ARABIC, unknown=weights.table.shape[0] - 1),
        as_rows([*map(evidence.latin_chunks, right.texts)], widest=evidence.WIDEST_LATIN, unknown=weights.table.shape[1] - 1),
    )
    best = np.full(len(pairs[0]), NEVER, dtype=np.float32)
    for some, (here, there) in _pairs_of_forms(left, right, pairs):
        letters = rows[0].lengths[here] + rows[1].lengths[there]
        best[some] = np.maximum(best[some], best_sums(weights, *rows, pairs=(here, there)) / 100 / letters)
    return best


def _weighed(likeness: _Scores, nats: _Scores) -> _Scores:
    """Return what ``evidence.weighed`` does, for many pairs that are alike by more than ``evidence.APART``."""
    said = np.clip(nats, evidence.LEAST_NATS, evidence.MOST_NATS)
    agreed = evidence.AGREED + (likeness - evidence.AGREED + evidence.WEIGHT_ABOVE * (said - evidence.LEAST_NATS)) * evidence.ABOVE
    share = (likeness - evidence.APART) / (evidence.AGREED - evidence.APART)
    most = np.where(said >= evidence.SURE, evidence.OVERRULED, evidence.AGREED - 0.001)
    doubtful = np.minimum(likeness + evidence.WEIGHT_BELOW * share * said, most)
    return np.where(likeness >= evidence.AGREED, agreed, doubtful).astype(np.float32)


def _forms(word: Heard) -> Sequence[str]:
    return word.forms


def _folded(word: Heard) -> Sequence[str]:
    return (word.folded,)


@lru_cache(maxsize=1)
def _learned_weights() -> Weights:
    count = len(evidence.arabic_numbers())
    return Weights(np.array([evidence.row(number) for number in range(count + 1)], dtype=np.float32), evidence.MOVES)


@dataclass(frozen=True, slots=True)
class _Costs:
    """A table of costs by numbers of units, each cost as what it takes away.

    Attributes:
        weights: The costs, below 0.
        left: Number of each left unit, and of two units that are read as one.
        right: The same of right units.
    """

    weights: Weights
    left: Mapping[str, int]
    right: Mapping[str, int]

    def rows(self, words: Sequence[tuple[str, ...]], *, is_left: bool) -> Rows:
        """Return words, given as units, as numbers."""
        numbers = self.left if is_left else self.right
        unknown = len(numbers)
        found = []
        for word in words:
            endings: list[tuple[int, ...]] = []
            for place, unit in enumerate(word):
                pair = _joined(word[place - 1], unit, numbers, is_left=is_left) if place else unknown
                endings.append((numbers[unit], pair))
            found.append(endings)
        return as_rows(found, widest=2, unknown=unknown)


def _joined(first: str, second: str, numbers: Mapping[str, int], *, is_left: bool) -> int:
    if not is_left:
        return numbers.get(f"{first}+{second}", len(numbers))
    return numbers.get(first + second) or numbers.get(bare(first) + bare(second), len(numbers))


@lru_cache(maxsize=4)
def _costs(made: Callable[[], CostTable]) -> _Costs:
    table = made()
    is_arabic_side = (made is not latin_latin, made is arabic_arabic)
    lefts, rights = (_units(arabic=arabic) for arabic in is_arabic_side)
    merged = sorted({left for left, _ in table.merges})
    split = sorted({right for _, right in table.splits})
    left = {unit: number for number, unit in enumerate(["", *lefts, *merged])}
    right = {unit: number for number, unit in enumerate(["", *rights, *split])}
    weights = np.full((len(left) + 1, len(right) + 1), NEVER, dtype=np.float32)
    weights[1 : len(lefts) + 1, 0] = [-table.left_alone(unit) for unit in lefts]
    weights[0, 1 : len(rights) + 1] = [-table.right_alone(unit) for unit in rights]
    for unit in lefts:
        weights[left[unit], 1 : len(rights) + 1] = [-table.reading(unit, other) for other in rights]
    for two, other in product(merged, rights):
        cost = table.merges.get((two, other), table.merges.get((bare(two), bare(other))))
        if cost is not None:
            weights[left[two], right[other]] = -cost
    for (unit, two), cost in table.splits.items():
        weights[left[unit], right[two]] = -cost
    moves = ((1, 0), (0, 1), (1, 1), *([(2, 1)] if merged else []), *([(1, 2)] if split else []))
    return _Costs(Weights(weights, moves), left, right)


def _units(*, arabic: bool) -> list[str]:
    """Return every unit of one script, with every place mark."""
    found = [unit for unit in CLASSES if (is_arabic(unit) or unit[0] == "-") == arabic]
    return [first + unit + last for unit in found for first in ("", "^") for last in ("", "$")]
