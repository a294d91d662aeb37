"""The letters of a pile by what they show: how many show it, which may be the earlier one of a letter, never all pairs."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from kashf.domain.letters.instructions import SpeechAct
from kashf.events.chains.link_kinds import USUAL, LinkKind, Way, moved
from kashf.events.chains.linked_letter import CitedAs, Facet, LinkedLetter

#: Days between two letters of a chain that are looked through where only their offices lead from one to the other.
MOST_DAYS: Final = 120
#: Letters that show a thing, person, place or word beyond which it leads to none of them: it is not rare.
_RARE: Final = 40
#: Letters of one number, one operation or one office beyond which the others are passed over, so that the work grows with the pile only.
_MANY: Final = 400
#: Letters between the same offices that are looked at where they share anything else, and that are looked at anyway, nearest first.
_NEAREST: Final = 60
_NEXT: Final = 8
#: Days by which a cited date and the paper's own may differ: two calendars (rulings 22).
SLACK_DAYS: Final = 2
#: Days of an interval beyond which a date leads to no letter.
_LONGEST: Final = 40
#: By how much numbers of letters that were written together differ, and figures of a part of a number.
_NEAR: Final = 4
_LONGEST_PART: Final = 7
#: What leads to earlier letters where few show it, and how far: a rare word or place leads nowhere by itself.
_ENOUGH: Final = 2
_LEADING: Final[Mapping[Facet, int]] = MappingProxyType(
    {Facet.OPERATION: 2, Facet.THING: 2, Facet.PERSON: 2, Facet.POST: 1, Facet.PLACE: 1, Facet.WORD: 1}
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
        self._by_on: dict[tuple[str, dt.date], list[int]] = defaultdict(list)
        for place, letter in enumerate(self.letters):
            self._put(place, letter)
        for lists in (self._issued, self._addressed):
            for each in lists.values():
                each.sort(key=lambda dated: (dated.day, dated.place))
        days = sorted(self._on)
        self.days = (days[-1] - days[0]).days + 1 if days else 1

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
        near = (each for number in letter.shows[Facet.NUMBER] for each in _near(number))
        return {place for each in near for place in self._by[Facet.NUMBER].get(each, ())[:_RARE]}

    def dated(self, cited: CitedAs) -> set[int]:
        """Return the letters, by place, whose own date may be the one by which a paper is cited, of its author where one is named.

        None of them where no author is named, and so many letters are of those days that the days alone lead nowhere.
        """
        days = _days_of(cited)
        if cited.authors:
            return {place for author in cited.authors for day in days for place in self._by_on.get((author, day), ())[:_RARE]}
        return set() if self.on_days(cited) > _RARE else {place for day in days for place in self._on.get(day, ())}

    def on_days(self, cited: CitedAs) -> int:
        """Return how many letters there are of the days by which a paper is cited; one that may be of several counts for each."""
        return sum(len(self._on.get(day, ())) for day in _days_of(cited))

    def earlier_ones(self, place: int) -> set[int]:
        """Return which letters, by place, may be the one that a letter follows.

        Args:
            place: Of the later letter.
        """
        letter = self.letters[place]
        if letter.follows is None:
            return set()
        votes: Counter[int] = Counter()
        for cited in letter.cited:
            votes.update(dict.fromkeys(self.numbered(cited.numbers), _ENOUGH))
            votes.update(dict.fromkeys(self.dated(cited), _ENOUGH))
        for facet, worth in _LEADING.items():
            shown = set[int]()
            for value in letter.shows[facet]:
                some = self._by[facet].get(value, ())
                if len(some) <= (_MANY if facet is Facet.OPERATION else _RARE):
                    shown.update(some)
            votes.update(dict.fromkeys(shown, worth))
        if USUAL[letter.follows].has_near_number:
            votes.update(dict.fromkeys(self.next_to(letter), _ENOUGH))
        self._between_offices(votes, letter, letter.follows)
        return {other for other, worth in votes.items() if worth >= _ENOUGH and other != place}

    def _put(self, place: int, letter: LinkedLetter) -> None:
        for facet, values in letter.shows.items():
            self._saying[facet] += bool(values)
            for value in values:
                self._by[facet][value].append(place)
        about = letter.about
        middle = about[0] + (about[1] - about[0]) / 2 if about and (about[1] - about[0]).days <= _LONGEST else None
        for facet, lists in ((Facet.SENDER, self._issued), (Facet.ADDRESSEE, self._addressed)):
            for value in letter.shows[facet] if middle else ():
                if middle:
                    lists[value].append(_Dated(middle, place))
        if middle and about:
            for day in range((about[1] - about[0]).days + 1):
                self._on[about[0] + dt.timedelta(day)].append(place)
                for author in letter.shows[Facet.SENDER]:
                    self._by_on[author, about[0] + dt.timedelta(day)].append(place)

    def _between_offices(self, votes: Counter[int], letter: LinkedLetter, follows: LinkKind) -> None:
        """Count letters of the office to which it writes, or of its own, or to it, not long before it: the nearest lead there alone.

        That they do not where the letter cites others, nor to a report, since most follow nothing.
        """
        usual, senders, addressees = USUAL[follows], letter.shows[Facet.SENDER], letter.shows[Facet.ADDRESSEE]
        says_nothing_else = not letter.cited and letter.act is not SpeechAct.REPORT
        lists: list[list[_Dated]] = []
        if usual.way in {Way.BACK, Way.EITHER}:
            lists += [self._issued[each] for each in addressees] + [self._addressed[each] for each in senders]
        if usual.way in {Way.AGAIN, Way.EITHER, Way.ASIDE}:
            lists += [self._issued[each] for each in senders]
        if usual.way is Way.ON:
            lists += [self._addressed[each] for each in senders]
        for dated in lists if letter.about else ():
            if letter.about:
                first = bisect_left(dated, moved(letter.about[0], -MOST_DAYS), key=lambda each: each.day)
                last = bisect_right(dated, moved(letter.about[1], SLACK_DAYS), key=lambda each: each.day)
                near = [each.place for each in reversed(dated[max(first, last - _MANY) : last]) if _does(self.letters[each.place], follows)]
                votes.update(dict.fromkeys(near[:_NEAREST], 1))
                if says_nothing_else:
                    votes.update(dict.fromkeys(near[:_NEXT], 1))


def _days_of(cited: CitedAs) -> tuple[dt.date, ...]:
    if cited.date is None or not (cited.date.earliest and cited.date.latest) or cited.date.days > _LONGEST:
        return ()
    return tuple(moved(cited.date.earliest, day) for day in range(-SLACK_DAYS, cited.date.days + SLACK_DAYS))


def is_near(numbers: Iterable[str], others: Iterable[str]) -> bool:
    """Return whether one of some numbers lies close to one of others."""
    wanted = set(others)
    return any(near in wanted for number in numbers for near in _near(number))


def _does(letter: LinkedLetter, follows: LinkKind) -> bool:
    return letter.act is None or letter.act in USUAL[follows].of


@lru_cache(maxsize=1 << 12)
def _near(number: str) -> tuple[str, ...]:
    """Return the numbers of which one part is a little smaller or greater.

    >>> _near("4/12")[:3]
    ('1/12', '2/12', '3/12')
    """
    parts = number.split("/")
    found = []
    for place, part in enumerate(parts):
        if part.isascii() and part.isdecimal() and len(part) <= _LONGEST_PART:
            near = range(max(1, int(part) - _NEAR), int(part) + _NEAR + 1)
            found += ["/".join((*parts[:place], str(each), *parts[place + 1 :])) for each in near if each != int(part)]
    return tuple(found)
