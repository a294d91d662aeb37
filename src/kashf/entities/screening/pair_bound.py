"""Which pairs of names can reach MAYBE: what their parts weigh, laid side by side for thousands of pairs at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from kashf.entities.comparing.align import weigher_for
from kashf.entities.comparing.prepare import Atom, Prepared
from kashf.entities.comparing.rarity import is_unit_term
from kashf.entities.comparing.score import EMPTY
from kashf.entities.comparing.token_match import SAME_WORD
from kashf.entities.comparing.weights import BIAS, DAMPING, LEAST, MISSING, MOST, SATURATION, WHOLE, gravity

_Floats = NDArray[np.float64]
_Ints = NDArray[np.int64]
_Bools = NDArray[np.bool_]

#: Parts of a name that are looked at; a pair with a longer name is always compared.
_MOST_PARTS: Final = 6
#: Nats that a pair may fall short of MAYBE and still be compared: of equal choices ``compare`` may lay others side by side.
_SLACK: Final = 0.25
_NEVER: Final = 1e6
#: What of equal choices comes first, as a share of a nat that no weight is.
_TIE: Final = 1e-9
_KINDS: Final = {part: place for place, part in enumerate(MISSING)}


class PairBound:
    """Two rows of names, and which pairs of theirs may be worth a question."""

    def __init__(self, lefts: Sequence[Prepared], rights: Sequence[Prepared]) -> None:
        """Take the names."""
        self._lefts, self._rights = _PartTable(lefts), _PartTable(rights)
        self._apart = np.array([[gravity(WHOLE, (one, other)) for other in _KINDS] for one in _KINDS])
        self._alike = _may_be_alike(self._lefts.atoms, self._rights.atoms)

    def reach(self, row: int, columns: NDArray[np.integer]) -> _Bools:
        """Return for each of some right names whether its ``score`` with a left one may reach MAYBE by the built-in shares.

        Args:
            row: Place of the left name.
            columns: Places of the right names.
        """
        if not len(columns):
            return np.zeros(0, dtype=bool)
        lefts, rights = np.repeat(self._lefts.parts[[row]], len(columns), axis=0), self._rights.parts[columns]
        alike, agreed, against, graves = self._weighed(lefts, rights)
        agrees = agreed > against
        holds = (agrees.any(axis=2) | ~self._lefts.telling[lefts]).all(axis=1) | (agrees.any(axis=1) | ~self._rights.telling[rights]).all(
            axis=1
        )
        free = (lefts >= 0)[:, :, None] & (rights >= 0)[:, None, :]
        joins = self._joins(lefts, rights, (alike >= SAME_WORD).any(axis=2), (alike >= SAME_WORD).any(axis=1))
        first = _taken(np.where(alike >= SAME_WORD, against - agreed, _NEVER), free)
        other = _taken(np.where(graves > 0, -graves - alike, _NEVER), free)
        total = _total(agreed, against, graves, first | other)
        total -= self._lefts.absence[np.where((first | other).any(axis=2), -1, lefts)].sum(axis=1)
        total -= self._rights.absence[np.where((first | other).any(axis=1), -1, rights)].sum(axis=1)
        found: _Bools = holds | joins | (total >= BIAS - _SLACK) | self._lefts.is_long[row] | self._rights.is_long[columns]
        return found

    def _weighed(self, lefts: _Ints, rights: _Ints) -> _Floats:
        """Return likeness, agreement, what is against and its gravity of each two parts; shape (4, pairs, parts, parts)."""
        ones, others = lefts[:, :, None], rights[:, None, :]
        nats = np.minimum(self._lefts.nats[ones], self._rights.nats[others])
        grave = self._apart[self._lefts.kind[ones], self._rights.kind[others]] * np.clip(nats / WHOLE, LEAST, 1.0)
        grave = np.where((ones >= 0) & (others >= 0), grave, 0.0)
        found: _Floats = np.stack([np.zeros_like(grave), np.zeros_like(grave), grave, grave])
        asked = np.nonzero(self._alike[ones, others])
        lone, right = np.broadcast_to(ones, grave.shape)[asked], np.broadcast_to(others, grave.shape)[asked]
        distinct, places = np.unique(lone * len(self._rights.atoms) + right, return_inverse=True)
        weigher, weights = weigher_for(None), np.zeros((4, len(distinct)))
        for place, (one, other) in enumerate(zip(*np.divmod(distinct, len(self._rights.atoms)), strict=True)):
            link = weigher.pair(self._lefts.atoms[one], self._rights.atoms[other])
            weights[:, place] = link.score, link.agreement, link.against, link.gravity
        found[:, asked[0], asked[1], asked[2]] = weights[:, places]
        return found

    def _joins(self, lefts: _Ints, rights: _Ints, left_has: _Bools, right_has: _Bools) -> _Bools:
        """Return which pairs may have two words in one name that are written together in the other."""
        one = _may_join(self._lefts, lefts, left_has, self._rights, rights, right_has)
        return one | _may_join(self._rights, rights, right_has, self._lefts, lefts, left_has)


class _PartTable:
    """The parts of many names as numbers; -1, the last row of each table, is no part."""

    def __init__(self, names: Sequence[Prepared]) -> None:
        numbers: dict[Atom, int] = {}
        self.parts = np.full((len(names), _MOST_PARTS), -1, dtype=np.int64)
        for row, name in enumerate(names):
            for column, atom in enumerate(name.atoms[:_MOST_PARTS]):
                self.parts[row, column] = numbers.setdefault(atom, len(numbers))
        self.atoms = tuple(numbers)
        self.is_long = np.array([len(name.atoms) > _MOST_PARTS for name in names], dtype=bool)
        self.telling = np.array([*(atom.part not in EMPTY for atom in self.atoms), False])
        self.absence = np.array([*(weigher_for(None).alone(atom, is_left=True).against for atom in self.atoms), 0.0])
        self.nats = np.array([*(atom.nats for atom in self.atoms), 0.0])
        self.kind = np.array([*(_KINDS[atom.part] for atom in self.atoms), 0])
        self.length = np.array([*(len(atom.code) for atom in self.atoms), -9])
        self.begin = np.array([*(ord(atom.code[0]) if atom.code else 0 for atom in self.atoms), 0])
        self.end = np.array([*(ord(atom.code[-1]) if atom.code else 0 for atom in self.atoms), 0])


def _may_be_alike(lefts: Sequence[Atom], rights: Sequence[Atom]) -> _Bools:
    """Return which parts are worth comparing letter by letter; shape (lefts + 1, rights + 1), none for no part."""
    found = np.zeros((len(lefts) + 1, len(rights) + 1), dtype=bool)
    codes, others = [atom.code for atom in lefts], [atom.code for atom in rights]
    found[:-1, :-1] = cdist(codes, others, scorer=Levenshtein.normalized_similarity, score_cutoff=0.5, dtype=np.float32) > 0
    by_code: dict[str, list[int]] = {}
    for column, atom in enumerate(rights):
        for code in atom.codes:
            by_code.setdefault(code, []).append(column)
    for row, atom in enumerate(lefts):
        for code in atom.codes:
            found[row, by_code.get(code, [])] = True
    found[[row for row, atom in enumerate(lefts) if _is_odd(atom)], :-1] = True
    found[:-1, [column for column, atom in enumerate(rights) if _is_odd(atom)]] = True
    return found


def _is_odd(atom: Atom) -> bool:
    return len(atom.word) == 1 or not atom.word.isalpha() or not atom.code or is_unit_term(atom.word)


def _may_join(apart: _PartTable, twos: _Ints, two_has: _Bools, together: _PartTable, ones: _Ints, one_has: _Bools) -> _Bools:
    first, second, one = twos[:, :-1, None], twos[:, 1:, None], ones[:, None, :]
    lone = ~(two_has[:, :-1] | two_has[:, 1:])[:, :, None] & ~one_has[:, None, :]
    lengths = np.abs(apart.length[first] + apart.length[second] - together.length[one]) <= 1
    ends = (apart.begin[first] == together.begin[one]) & (apart.end[second] == together.end[one])
    found: _Bools = (lone & lengths & ends & (first >= 0) & (second >= 0) & (one >= 0)).any(axis=(1, 2))
    return found


def _taken(costs: _Floats, free: _Bools) -> _Bools:
    """Return which parts lie side by side, the cheapest first, none twice, and take them out of those that are free."""
    size = costs.shape[1]
    i, j = np.indices((size, size))
    costs = np.where(free, costs + _TIE * (100 * np.abs(i - j) + 10 * i + j), _NEVER)
    found = np.zeros(costs.shape, dtype=bool)
    every = np.arange(len(costs))
    for _ in range(size):
        best = costs.reshape(len(costs), -1).argmin(axis=1)
        rows, columns = np.divmod(best, size)
        some = costs[every, rows, columns] < _NEVER / 2
        if not some.any():
            break
        at, row, column = every[some], rows[some], columns[some]
        found[at, row, column] = True
        costs[at, row, :] = costs[at, :, column] = _NEVER
        free[at, row, :] = free[at, :, column] = False
    return found


def _total(agreed: _Floats, against: _Floats, graves: _Floats, taken: _Bools) -> _Floats:
    """Return what parts side by side come to, as ``score_pairs`` adds it up."""
    speaking, contradicted = ((each * taken).sum(axis=(1, 2)) for each in (agreed, against))
    grave = (against * taken * (graves > 0)).sum(axis=(1, 2))
    total: _Floats = MOST * (1 - np.exp(-speaking / SATURATION)) * np.exp(-grave / DAMPING) - contradicted
    return total
