"""Which rows of two lists to hold against each other: those of one number, of one name, of names that are alike, of one telephone."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import product
from typing import Final

from kashf.entities.comparing.batch_prefilter import likely_pairs
from kashf.entities.form_people.compare_people import prepared
from kashf.entities.list_pairs.answer_shares import AnswerShares
from kashf.entities.list_pairs.listed_row import ListedRow, Pair
from kashf.entities.list_pairs.matched_rows import MatchedRows
from kashf.entities.resolving.blocking import candidate_pairs
from kashf.entities.resolving.resolve import blocking_parts

#: Pairs of rows of two names, or of one number, telephone or mother, beyond which they are a crowd.
_MOST_PAIRS: Final = 400
#: Rows of a list that have an answer by which rows in a crowd are still found.
_RARE: Final = 5

Crowd = set[tuple[int, int]]
_Keyed = Mapping[Hashable, list[int]]


def of_one_number(matched: MatchedRows, number: int) -> Iterator[Pair]:
    """Yield pairs of rows that have one number."""
    mine, theirs = (_keyed(matched, side, lambda row: [row.answer(number)]) for side in (0, 1))
    yield from _few_across(mine, theirs)


def namesakes(matched: MatchedRows, shares: AnswerShares) -> tuple[list[Pair], Crowd]:
    """Return pairs of rows of one name, and the rows, each with its side, that are in a crowd of it."""
    mine, theirs = (_keyed(matched, side, lambda row: [_name(row)]) for side in (0, 1))
    return _across(matched, shares, [(mine[name], theirs[name]) for name in mine if name in theirs])


def named_alike(matched: MatchedRows, shares: AnswerShares) -> tuple[list[Pair], Crowd]:
    """Return pairs of rows of names that are alike or one, and the rows that are in a crowd of these."""
    import numpy as np  # Takes a tenth of a second to load.

    mine, theirs = (_keyed(matched, side, lambda row: [_name(row)]) for side in (0, 1))
    texts = {_name(row): row.person.name for side in (0, 1) for _, row in matched.open_rows(side)}
    names = sorted(str(name) for name in {*mine, *theirs})
    known = [prepared(texts[name]) for name in names]
    counts = [len(mine.get(name, ())) + len(theirs.get(name, ())) for name in names]
    ranks = [0] * len(names)
    for rank, place in enumerate(sorted(range(len(names)), key=lambda place: (-counts[place], place))):
        ranks[place] = rank
    pairs = candidate_pairs(list(map(blocking_parts, known)), order=ranks)
    in_left, in_right = (np.array([name in side for name in names], dtype=bool) for side in (mine, theirs))
    one, other = pairs[:, 0], pairs[:, 1]
    pairs = likely_pairs(known, pairs[(in_left[one] & in_right[other]) | (in_left[other] & in_right[one])])
    both = [(at, at) for at in np.flatnonzero(in_left & in_right).tolist()]
    rows = [
        (mine[names[left]], theirs[names[right]])
        for first, second in (*both, *pairs.tolist())
        for left, right in dict.fromkeys(((first, second), (second, first)))
        if names[left] in mine and names[right] in theirs
    ]
    return _across(matched, shares, rows)


def sharing(matched: MatchedRows) -> Iterator[Pair]:
    """Yield pairs of rows that share a telephone, or a mother's name and a year of birth."""
    mine, theirs = (_keyed(matched, side, _signs) for side in (0, 1))
    yield from _few_across(mine, theirs)


def _name(row: ListedRow) -> str:
    return prepared(row.person.name).key if prepared(row.person.name).atoms else ""


def _signs(row: ListedRow) -> Sequence[Hashable]:
    born = row.person.birth
    first, last = born.bounds if born.days else (None, None)
    years = range(first.year, last.year + 1)[:3] if first and last and row.person.mother else ()
    return [*row.person.phones, *((prepared(row.person.mother).key, year) for year in years)]


def _keyed(matched: MatchedRows, side: int, keys: Callable[[ListedRow], Sequence[Hashable]]) -> _Keyed:
    """Return the open rows of a list by their keys; "" is none."""
    found: dict[Hashable, list[int]] = {}
    for at, row in matched.open_rows(side):
        for key in keys(row):
            if key != "":
                found.setdefault(key, []).append(at)
    return found


def _few_across(mine: _Keyed, theirs: _Keyed) -> Iterator[Pair]:
    for key, some in mine.items():
        others = theirs.get(key, [])
        if len(some) * len(others) <= _MOST_PAIRS:
            yield from product(some, others)


def _across(matched: MatchedRows, shares: AnswerShares, groups: Sequence[tuple[list[int], list[int]]]) -> tuple[list[Pair], Crowd]:
    """Return the pairs of groups of rows; of large ones those that share an answer which few have, and all of their rows as a crowd."""
    found: set[Pair] = set()
    crowd: Crowd = set()
    for some, others in groups:
        if len(some) * len(others) <= _MOST_PAIRS:
            found.update(product(some, others))
            continue
        crowd.update((side, at) for side, places in enumerate((some, others)) for at in places)
        by_answer: dict[tuple[int, str], list[int]] = {}
        for at in others:
            for answer in shares.rare_answers(matched.lists[1][at], most=_RARE):
                by_answer.setdefault(answer, []).append(at)
        for at in some:
            for answer in shares.rare_answers(matched.lists[0][at], most=_RARE):
                found.update((at, other) for other in by_answer.get(answer, ()))
    return sorted(found), crowd
