"""The letters of a pile by what they show: how many show it, which may be the earlier one of a letter, never all pairs."""

from __future__ import annotations

import datetime as dt
import heapq
import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from types import MappingProxyType
from typing import Final

from kashf.events.chains.link_kinds import USUAL, LinkKind, Way, moved
from kashf.events.chains.linked_letter import CitedAs, Facet, LinkedLetter
from kashf.events.chains.wording.likeness import LikeWords

#: Days between two letters of a chain that are looked through where only their offices lead from one to the other.
MOST_DAYS: Final = 120
#: Letters that show a thing, person, place or word beyond which it leads to none of them: it is not rare.
_RARE: Final = 40
#: Letters of one number, one operation or one office beyond which the others are passed over, so that the work grows with the pile only.
_MANY: Final = 400
#: Letters with which one is compared at the most, those to which the most leads.
_MOST_COMPARED: Final = 24
#: Letters between the same offices that are looked at, nearest first.
_NEAREST: Final = 60
#: How many bits more a number that is named leads.
_BY_NAME: Final = 20.0
#: Days by which a cited date and the paper's own may differ: two calendars (rulings 22).
SLACK_DAYS: Final = 2
#: Days of an interval beyond which a date leads to no letter.
_LONGEST: Final = 40
#: By how much numbers of letters that were written together differ, and figures of a part of a number.
_NEAR: Final = 4
_LONGEST_PART: Final = 7
#: What leads to earlier letters, where no more than so many show it.
_LEADING: Final[Mapping[Facet, int]] = MappingProxyType(
    {Facet.OPERATION: _MANY, **dict.fromkeys((Facet.THING, Facet.PERSON, Facet.POST, Facet.PLACE, Facet.WORD), _RARE)}
)


#: What letters share, a facet and a value of it, among which others are counted.
Context = tuple[Facet, str]


@dataclass(frozen=True, slots=True)
class _Dated:
    day: dt.date
    place: int


class LetterPile:
    """Letters that are compared, found by what they show."""

    def __init__(self, letters: Sequence[LinkedLetter]) -> None:
        self.letters = tuple(letters)
        self._by: dict[Facet, dict[str, list[int]]] = {facet: defaultdict(list) for facet in Facet}
        self._together: dict[tuple[Facet, str, Context], int] = {}
        self._doing: dict[frozenset[str], int] = {}
        self._saying = dict.fromkeys(Facet, 0)
        self._issued: dict[str, list[_Dated]] = defaultdict(list)
        self._addressed: dict[str, list[_Dated]] = defaultdict(list)
        self._on: dict[dt.date, list[int]] = defaultdict(list)
        self._unsure: dict[Facet, dict[str, list[int]]] = {facet: defaultdict(list) for facet in (Facet.SENDER, Facet.ADDRESSEE)}
        for place, letter in enumerate(self.letters):
            self._put(place, letter)
        for lists in (self._issued, self._addressed):
            for each in lists.values():
                each.sort(key=lambda dated: (dated.day, dated.place))
        self.days = _usual_days([each.about[0] for each in self.letters if each.about])
        self.likeness = LikeWords([letter.shows[Facet.WORD] for letter in self.letters])

    def __len__(self) -> int:
        return len(self.letters)

    def saying(self, facet: Facet, within: Context | None = None) -> int:
        """Return how many letters show anything of a facet, of all or of those that show a certain thing."""
        if within is None:
            return self._saying[facet]
        if (facet, "", within) not in self._together:
            some = sum(bool(self.letters[place].shows[facet]) for place in self._by[within[0]].get(within[1], ()))
            self._together[facet, "", within] = some
        return self._together[facet, "", within]

    def showing(self, facet: Facet, value: str, within: Context | None = None) -> int:
        """Return how many letters show a value, of all or of those that show a certain thing."""
        places = self._by[facet].get(value, ())
        if within is None:
            return len(places)
        if (facet, value, within) not in self._together:
            others = self._by[within[0]].get(within[1], ())
            few, many = sorted((places, others), key=len)
            wanted = (facet, value) if many is places else within
            self._together[facet, value, within] = sum(wanted[1] in self.letters[place].shows[wanted[0]] for place in few)
        return self._together[facet, value, within]

    def size(self, within: Context | None = None) -> int:
        """Return how many letters there are, or how many show a certain thing; at least 1."""
        return max(1, len(self.letters) if within is None else len(self._by[within[0]].get(within[1], ())))

    def doing(self, acts: frozenset[str]) -> int:
        """Return how many letters do one of several things."""
        if acts not in self._doing:
            self._doing[acts] = sum(self.showing(Facet.ACT, act) for act in acts)
        return self._doing[acts]

    def numbered(self, numbers: Iterable[str]) -> set[int]:
        """Return the letters, by place, that have one of some numbers."""
        found = [place for number in numbers for place in self._by[Facet.NUMBER].get(number, ())[:_MANY]]
        return set(found)

    def next_to(self, letter: LinkedLetter) -> set[int]:
        """Return the letters, by place, that have a number close to one of a letter's."""
        near = (each for number in letter.shows[Facet.NUMBER] for each, _ in _near(number))
        return {place for each in near for place in self._by[Facet.NUMBER].get(each, ())[:_RARE]}

    def dated(self, cited: CitedAs) -> set[int]:
        """Return the letters, by place, whose own date may be the one by which a paper is cited, of its author where one is named.

        None of them where no author is named, and so many letters are of those days that the days alone lead nowhere.
        """
        if cited.date is None or not (cited.date.earliest and cited.date.latest):
            return set()
        if not cited.authors:
            return set() if self.on_days(cited) > _RARE else {place for day in _days_of(cited) for place in self._on.get(day, ())}
        first, last = moved(cited.date.earliest, -SLACK_DAYS), moved(cited.date.latest, SLACK_DAYS)
        found = set[int]()
        for author in cited.authors:
            sure, unsure = self._issued.get(author, ()), self._unsure[Facet.SENDER].get(author, ())
            begin, end = (bisect(sure, day, key=lambda each: each.day) for bisect, day in ((bisect_left, first), (bisect_right, last)))
            found.update(each.place for each in sure[begin:end][:_NEAREST])
            found.update(
                place for place in unsure[:_MANY] if (about := self.letters[place].about) and about[0] <= last and first <= about[1]
            )
        return found

    def on_days(self, cited: CitedAs) -> int:
        """Return how many letters there are of the days by which a paper is cited; one that may be of several counts for each."""
        return sum(len(self._on.get(day, ())) for day in _days_of(cited))

    def earlier_ones(self, place: int) -> set[int]:
        """Return which letters, by place, may be the one that a letter follows: none surely written behind it, but where it names that.

        Args:
            place: Of the later letter.
        """
        letter = self.letters[place]
        if not letter.may:
            return set()
        votes = _Votes(self.size())
        named = set[int]()
        for cited in letter.cited:
            numbered = self.numbered(cited.numbers)
            votes.add(numbered, more=_BY_NAME)
            votes.add(self.dated(cited))
            named |= numbered
        votes.add(self.numbered(letter.named), more=_BY_NAME)
        for facet, most in _LEADING.items():
            for value in letter.shows[facet]:
                some = self._by[facet].get(value, ())
                if len(some) <= most:
                    votes.add(some)
        if any(USUAL[kind].has_near_number for kind in letter.may):
            votes.add(self.next_to(letter))
        for some in self._between_offices(letter):
            votes.add(some)
        fitting = (
            (worth, other)
            for other, worth in votes.bits.items()
            if other != place and (other in named or not _is_behind(self.letters[other], letter))
        )
        return {other for _, other in heapq.nlargest(_MOST_COMPARED, fitting)}

    def _put(self, place: int, letter: LinkedLetter) -> None:
        for facet, values in letter.shows.items():
            self._saying[facet] += bool(values)
            for value in values:
                self._by[facet][value].append(place)
        about = letter.about
        is_sure = about is not None and (about[1] - about[0]).days <= _LONGEST
        for facet, lists in ((Facet.SENDER, self._issued), (Facet.ADDRESSEE, self._addressed)):
            for value in letter.shows[facet]:
                if about and is_sure:
                    lists[value].append(_Dated(about[0] + (about[1] - about[0]) / 2, place))
                else:
                    self._unsure[facet][value].append(place)
        if about is None or not is_sure:
            return
        for day in range((about[1] - about[0]).days + 1):
            self._on[about[0] + dt.timedelta(day)].append(place)

    def _between_offices(self, letter: LinkedLetter) -> Iterator[list[int]]:
        """Yield the nearest letters of the office to which it writes, of its own, or to it, not long before it.

        Where a letter cites others, or is a report, of which most follow nothing, that the offices fit leads nowhere by itself.
        """
        usual = [USUAL[kind] for kind in letter.may]
        senders, addressees, ways = letter.shows[Facet.SENDER], letter.shows[Facet.ADDRESSEE], {each.way for each in usual}
        leading: list[tuple[Facet, str]] = []
        if ways & {Way.BACK, Way.EITHER}:
            leading += [(Facet.SENDER, each) for each in addressees] + [(Facet.ADDRESSEE, each) for each in senders]
        if ways & {Way.AGAIN, Way.EITHER, Way.ASIDE}:
            leading += [(Facet.SENDER, each) for each in senders]
        if Way.ON in ways:
            leading += [(Facet.ADDRESSEE, each) for each in senders]
        for facet, office in leading:
            dated = (self._issued if facet is Facet.SENDER else self._addressed).get(office, [])
            first, last = max(0, len(dated) - _NEAREST), len(dated)
            if letter.about:
                first = bisect_left(dated, moved(letter.about[0], -MOST_DAYS), key=lambda each: each.day)
                last = bisect_right(dated, moved(letter.about[1], SLACK_DAYS), key=lambda each: each.day)
            some = (each.place for each in reversed(dated[max(first, last - _MANY) : last]))
            for places in (some, self._unsure[facet].get(office, ())):
                yield list(islice((each for each in places if any(_does(self.letters[each], kind) for kind in letter.may)), _NEAREST))


class _Votes:
    """What leads to letters, in bits: what few show leads to them the more."""

    def __init__(self, size: int) -> None:
        self.bits: dict[int, float] = defaultdict(float)
        self._size = size

    def add(self, places: Collection[int], *, more: float = 0.0) -> None:
        """Count that something leads to some letters, by place."""
        worth = math.log2(self._size / len(places)) + more if places else 0.0
        for place in places:
            self.bits[place] += worth


def _is_between(about: tuple[dt.date, dt.date] | None, first: dt.date, last: dt.date) -> bool:
    """Return whether days may lie between two others."""
    return about is not None and about[0] <= last and first <= about[1]


def _usual_days(days: Sequence[dt.date]) -> int:
    """Return over how many days a pile goes, but for the first and the last hundredth: a year that was misread makes it no longer."""
    some = sorted(days)
    return max(1, (some[-1 - len(some) // 100] - some[len(some) // 100]).days + 1) if some else 1


def _is_behind(letter: LinkedLetter, other: LinkedLetter) -> bool:
    """Return whether a letter was surely written after another, calendars apart."""
    return letter.about is not None and other.about is not None and moved(other.about[1], SLACK_DAYS) < letter.about[0]


def _days_of(cited: CitedAs) -> tuple[dt.date, ...]:
    if cited.date is None or not (cited.date.earliest and cited.date.latest) or cited.date.days > _LONGEST:
        return ()
    return tuple(moved(cited.date.earliest, day) for day in range(-SLACK_DAYS, cited.date.days + SLACK_DAYS))


def steps_between(numbers: Iterable[str], others: Iterable[str]) -> int | None:
    """Return by how much one of some numbers is greater than one of others in one part, the rest being the same; None where far apart.

    >>> steps_between(["4/12"], ["4/11"]), steps_between(["4/12"], ["5/11"])
    (1, None)
    """
    wanted = set(others)
    return min((-steps for number in numbers for near, steps in _near(number) if near in wanted), key=abs, default=None)


def _does(letter: LinkedLetter, follows: LinkKind) -> bool:
    return letter.act is None or letter.act in USUAL[follows].of


@lru_cache(maxsize=1 << 12)
def _near(number: str) -> tuple[tuple[str, int], ...]:
    """Return the numbers of which one part is a little smaller or greater, and by how much.

    >>> _near("4/12")[:3]
    (('1/12', -3), ('2/12', -2), ('3/12', -1))
    """
    parts = number.split("/")
    found = []
    for place, part in enumerate(parts):
        if part.isascii() and part.isdecimal() and len(part) <= _LONGEST_PART:
            near = range(max(1, int(part) - _NEAR), int(part) + _NEAR + 1)
            found += [("/".join((*parts[:place], str(each), *parts[place + 1 :])), each - int(part)) for each in near if each != int(part)]
    return tuple(found)
