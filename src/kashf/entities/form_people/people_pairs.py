"""Which pairs of forms to hold against each other, without ever going through all pairs, and which of them may be one man.

Pairs come from the names (every distinct name once, by `candidate_pairs`), from one telephone, and from one mother's name with births
that overlap. What many forms have in common is no way to find a man: such crowds are passed over, and their forms are told as not compared,
so that they never raise the least number of men.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING, Final

from kashf.entities.comparing.batch_prefilter import likely_pairs
from kashf.entities.comparing.compare import Prepared, Rarity
from kashf.entities.form_people.compare_people import (
    HIJRI_SLACK,
    Agreement,
    PeopleCompared,
    PersonVerdict,
    compare_people,
    may_be_one,
    names_agree,
    prepared,
)
from kashf.entities.form_people.told_person import ToldPerson
from kashf.entities.resolving.blocking import candidate_pairs
from kashf.entities.resolving.resolve import blocking_parts, telling_parts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Forms that have one name, one telephone or one mother, beyond which they are a crowd.
MOST_ALIKE: Final = 100
#: Names that have the one part of a name of one part, beyond which it is not held against them.
_MOST_WITH_PART: Final = 100

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PeoplePairs:
    """What is known of some forms, two by two.

    Args:
        open: Pairs, as places of forms with the lower first, that may be one man; all others are two.
        namesakes: Forms of one name, word for word, as places in order: a pair of them that is not open is told apart by something else.
        uncompared: Places of forms that could be one with others that they were not held against: without a name, in a crowd.
        compared: How many pairs were compared.
    """

    open: Mapping[Pair, PeopleCompared]
    namesakes: tuple[tuple[int, ...], ...]
    uncompared: frozenset[int]
    compared: int


def people_pairs(people: Sequence[ToldPerson]) -> PeoplePairs:
    """Return which of some forms may be about one man."""
    names = sorted({each.name for each in people if prepared(each.name).atoms})
    places = {name: at for at, name in enumerate(names)}
    bearers: list[list[int]] = [[] for _ in names]
    for at, each in enumerate(people):
        if each.name in places:
            bearers[places[each.name]].append(at)
    known = [prepared(name) for name in names]
    rarity = Rarity.of(name.words for name in known)
    crowds = _Crowds(people, {at for some in bearers if len(some) > MOST_ALIKE for at in some[1:]})
    births = _Births(people)
    found: set[Pair] = set()
    for left, right in [*((at, at) for at in range(len(names))), *_alike(known, [len(some) for some in bearers], crowds, bearers)]:
        mine, theirs = ([at for at in bearers[place] if at not in crowds.passed] for place in (left, right))
        found.update(births.meeting(mine, theirs))
        is_read = any(people[at].is_read for at in (*mine, *theirs))
        if len(mine) * len(theirs) > (left == right) and _is_one(names[left], names[right], rarity, is_read=is_read):
            found.update(_of_one_mother(people, mine, theirs))
    for some in _sharing(people):
        found.update(crowds.among(some))
    worth = sorted(pair for pair in found if _one_name(people, pair) or may_be_one(people[pair[0]], people[pair[1]]))
    compared = {pair: compare_people(people[pair[0]], people[pair[1]], rarity=rarity) for pair in worth}
    nameless = {at for at, each in enumerate(people) if each.name not in places}
    standing = {pair: each for pair, each in compared.items() if each.verdict is not PersonVerdict.APART}
    one_name: dict[Hashable, list[int]] = {}
    for at, each in enumerate(people):
        if at not in crowds.passed and at not in nameless:
            one_name.setdefault(prepared(each.name).key, []).append(at)
    namesakes = tuple(tuple(some) for some in one_name.values() if len(some) > 1)
    return PeoplePairs(standing, namesakes, frozenset(crowds.passed | nameless), len(compared))


class _Births:
    """Finds forms whose births may be one, without looking at the pairs one by one."""

    def __init__(self, people: Sequence[ToldPerson]) -> None:
        import numpy as np  # Takes a tenth of a second to load.

        self._first = np.array([_ordinal(each, each.birth.earliest, 0) for each in people], dtype=np.int64)
        self._last = np.array([_ordinal(each, each.birth.latest, dt.date.max.toordinal()) for each in people], dtype=np.int64)
        phones = Counter(phone for each in people for phone in each.phones)
        #: Telephones that too many have find nobody, and yet say that two of one name may be one.
        self._crowd: NDArray[np.bool_] = np.array([any(phones[each] > MOST_ALIKE for each in one.phones) for one in people], dtype=bool)

    def meeting(self, some: Sequence[int], others: Sequence[int]) -> Iterator[Pair]:
        """Yield each of some forms with each of others that may be born on one day, or whose telephone too many have."""
        import numpy as np  # Takes a tenth of a second to load.

        slack = HIJRI_SLACK.days
        mine, theirs = np.array(some, dtype=np.int64)[:, None], np.array(others, dtype=np.int64)[None, :]
        is_early, is_late = self._first[mine] <= self._last[theirs] + slack, self._first[theirs] <= self._last[mine] + slack
        meets = (is_early & is_late) | (self._crowd[mine] & self._crowd[theirs])
        for at, to in np.argwhere(meets & (mine != theirs)).tolist():
            yield min(some[at], others[to]), max(some[at], others[to])


def _ordinal(person: ToldPerson, day: dt.date | None, unknown: int) -> int:
    return day.toordinal() if day and not person.birth.is_derived else unknown


def _is_one(left: str, right: str, rarity: Rarity, *, is_read: bool) -> bool:
    """Return whether two names may be one for certain, whoever read them."""
    return any(names_agree(left, right, rarity=rarity, from_ocr=from_ocr) is Agreement.AGREES for from_ocr in {False, is_read})


def _of_one_mother(people: Sequence[ToldPerson], some: Sequence[int], others: Sequence[int]) -> Iterator[Pair]:
    """Yield forms of one name whose mothers may be one: they are asked about however far apart the births are."""
    mothers: list[dict[str, list[int]]] = [{}, {}]
    for found, places in zip(mothers, (some, others), strict=True):
        for at in places:
            if people[at].mother:
                found.setdefault(people[at].mother, []).append(at)
    for (one, mine), (other, theirs) in product(mothers[0].items(), mothers[1].items()):
        if one == other or any(names_agree(one, other, from_ocr=from_ocr) is Agreement.AGREES for from_ocr in (False, True)):
            yield from ((min(pair), max(pair)) for pair in product(mine, theirs) if pair[0] != pair[1])


def _one_name(people: Sequence[ToldPerson], pair: Pair) -> bool:
    left, right = (people[at].name for at in pair)
    return bool(left) and prepared(left).key == prepared(right).key


@dataclass(slots=True)
class _Crowds:
    """Takes pairs, but for those of forms in crowds.

    Args:
        people: All forms.
        passed: Places of forms that are passed over.
    """

    people: Sequence[ToldPerson]
    passed: set[int]

    def among(self, some: Sequence[int]) -> Iterator[Pair]:
        """Yield all pairs of some forms."""
        yield from combinations([at for at in some if at not in self.passed], 2)


def _alike(names: Sequence[Prepared], counts: Sequence[int], crowds: _Crowds, bearers: Sequence[Sequence[int]]) -> Iterator[Pair]:
    """Yield pairs of distinct names that are worth a comparison; names of one part that too many have go to the crowds."""
    ranks = [0] * len(names)
    for rank, place in enumerate(sorted(range(len(names)), key=lambda place: -counts[place])):
        ranks[place] = rank
    found = {(left, right) for left, right in likely_pairs(names, candidate_pairs(list(map(blocking_parts, names)), order=ranks)).tolist()}
    with_part: dict[str, list[int]] = {}
    for at, name in enumerate(names):
        for code in {code for part in blocking_parts(name) for code in (part.code, *part.others)}:
            with_part.setdefault(code, []).append(at)
    for at, name in enumerate(names):
        if telling_parts(name) <= 1:
            others = {other for part in blocking_parts(name) for other in with_part[part.code]} - {at}
            if len(others) > _MOST_WITH_PART:
                crowds.passed.update(bearers[at])
            else:
                found.update((min(at, other), max(at, other)) for other in others)
    yield from sorted(found)


def _sharing(people: Sequence[ToldPerson]) -> Iterator[list[int]]:
    """Yield forms that share a telephone, or a mother's name and a year of birth; those that too many share are no sign."""
    found: dict[Hashable, list[int]] = {}
    for at, each in enumerate(people):
        for phone in each.phones:
            found.setdefault(phone, []).append(at)
        if each.mother and each.birth.days:
            first, last = each.birth.bounds
            for year in range(first.year, last.year + 1)[:3]:
                found.setdefault((prepared(each.mother).key, year), []).append(at)
    yield from (some for some in found.values() if 1 < len(some) <= MOST_ALIKE)
