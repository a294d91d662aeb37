"""Which letters cite which, and which papers they cite that are not here."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.letters.letter import CitedPaper
from kashf.domain.letters.said import PaperNumber
from kashf.events.offices.office_index import OfficeKey
from kashf.events.registers.number_book import NEAR_DAYS, DayRoom, NumberBook
from kashf.events.registers.number_order import MOST_DAYS
from kashf.events.registers.register_letters import LetterCiting, NeverSeen, RegisterLetter

_NEAR: Final = timedelta(days=NEAR_DAYS)
#: Letters of one number that are held against a citation; among more nobody can tell which is meant, but that it is here.
_MOST_CANDIDATES: Final = 100
#: Letters without a number that are named beside a paper that was never seen.
_MOST_BARE: Final = 5


@dataclass(frozen=True, slots=True)
class CitedNumbers:
    """What the letters of a pile cite by number.

    Args:
        citing: Which letter cites which that is here.
        never_seen: Papers that are not here, most cited first.
        to_themselves: Letters that cite their own number, and where.
        without_number: References without a number, which are not followed.
        untold: References without an author whose number a letter here has, but nothing tells whether it is that one.
        logged: Which letters that are here the rows of registers name; () for a row of which that cannot be told.
    """

    citing: tuple[LetterCiting, ...]
    never_seen: tuple[NeverSeen, ...]
    to_themselves: tuple[LetterCiting, ...]
    without_number: int
    untold: int
    logged: tuple[LetterCiting, ...] = ()


class _Lookup:
    """Letters by office and number, and those without a number by office and day."""

    def __init__(self, letters: Sequence[RegisterLetter], book: NumberBook) -> None:
        self.book = book
        self.letters = {each.id: each for each in letters}
        self.by_run: dict[tuple[OfficeKey, str, int], list[str]] = defaultdict(list)
        self.by_number: dict[str, list[str]] = defaultdict(list)
        self.bare: dict[tuple[OfficeKey, dt.date], list[str]] = defaultdict(list)
        for letter in letters:
            office = book.office_of[letter.id]
            if letter.is_book:
                continue
            if letter.number is None:
                if office:
                    for day in _days(letter.date):
                        self.bare[office, day].append(letter.id)
                continue
            self.by_number[letter.number.normal].append(letter.id)
            if office and (running := book.run_of(office, letter.number)):
                self.by_run[office, running.pattern, running.serial].append(letter.id)

    def candidates(self, office: OfficeKey | None, number: PaperNumber) -> list[str]:
        """Return the letters with the number, of an office or, where none is told, of any, in either order of its parts."""
        if office:
            running = self.book.run_of(office, number)
            return self.by_run.get((office, running.pattern, running.serial), []) if running else []
        found = [id for normal in (number.normal, *number.aliases) for id in self.by_number.get(normal, ())]
        return list(dict.fromkeys(found))


def cited_numbers(letters: Sequence[RegisterLetter], book: NumberBook) -> CitedNumbers:
    """Return what letters cite by number, and which of it is not here."""
    lookup = _Lookup(letters, book)
    citing: list[LetterCiting] = []
    own: list[LetterCiting] = []
    logged: list[LetterCiting] = []
    missing: dict[tuple[object, ...], list[NeverSeen]] = defaultdict(list)
    without = untold = 0
    for letter in letters:
        for cited in letter.cited:
            if cited.number is None:
                without += 1
                continue
            found = _found(letter, cited, cited.number, lookup)
            if found is not None and letter.is_book:
                logged.append(found)
                continue
            if found is not None and not found.cited:
                untold += 1
                continue
            if found is not None:
                (own if found.cited == (letter.id,) else citing).append(found)
                continue
            key, unseen = _unseen(letter, cited, cited.number, lookup)
            missing[key].append(unseen)
    named = [_joined(each) for each in missing.values()]
    named.sort(key=lambda each: (-len(each.cited_at), each.office or OfficeKey(()), each.number, each.year or 0))
    return CitedNumbers(tuple(citing), tuple(named), tuple(own), without, untold, tuple(logged))


def day_rooms(citing: Sequence[LetterCiting], letters: Mapping[str, RegisterLetter]) -> Mapping[str, DayRoom]:
    """Return between which days letters lie by the dates of those that they cite, and of those that cite them."""
    firsts: dict[str, list[FuzzyDate]] = defaultdict(list)
    lasts: dict[str, list[FuzzyDate]] = defaultdict(list)
    for letter in letters.values():
        firsts[letter.id] += [cited.date.date for cited in letter.cited if cited.date and 0 < cited.date.date.days <= MOST_DAYS]
    for each in citing:
        if len(each.cited) == 1 and not each.is_dated_otherwise:
            if 0 < letters[each.citing].date.days <= MOST_DAYS:
                lasts[each.cited[0]].append(letters[each.citing].date)
            if 0 < each.said.days <= MOST_DAYS:
                firsts[each.cited[0]].append(each.said)
                lasts[each.cited[0]].append(each.said)
    rooms: dict[str, DayRoom] = {}
    for id in {*firsts, *lasts}:
        first = max((date.earliest for date in firsts.get(id, ()) if date.earliest), default=None)
        last = min((date.latest for date in lasts.get(id, ()) if date.latest), default=None)
        if (first or last) and not (first and last and last < first):
            rooms[id] = DayRoom(first, last)
    return rooms


def circles(citing: Sequence[LetterCiting]) -> tuple[tuple[str, ...], ...]:
    """Return the letters that cite one another in a circle, each circle by id; none should, since a letter cites what is older.

    >>> from kashf.domain.document import Span
    >>> at = Span("d", 1, 0, 1)
    >>> circles([LetterCiting("a", ("b",), at), LetterCiting("b", ("a",), at), LetterCiting("c", ("a",), at)])
    (('a', 'b'),)
    """
    after: dict[str, list[str]] = defaultdict(list)
    for each in citing:
        if len(each.cited) == 1:
            after[each.citing].append(each.cited[0])
    return tuple(sorted(tuple(sorted(group)) for group in _strong(after) if len(group) > 1))


def _strong(after: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Yield strongly connected components, without recursion (Tarjan 1972, SIAM Journal on Computing 1)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    waiting: set[str] = set()
    for root in after:
        work = [(root, iter(after[root]))] if root not in order else []
        if work:
            order[root] = low[root] = len(order)
            stack.append(root)
            waiting.add(root)
        while work:
            here, rest = work[-1]
            following = next(rest, None)
            if following is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[here])
                if low[here] == order[here]:
                    group = [stack.pop()]
                    while group[-1] != here:
                        group.append(stack.pop())
                    waiting.difference_update(group)
                    yield group
            elif following not in order:
                order[following] = low[following] = len(order)
                stack.append(following)
                waiting.add(following)
                work.append((following, iter(after.get(following, ()))))
            elif following in waiting:
                low[here] = min(low[here], order[following])


def _found(letter: RegisterLetter, cited: CitedPaper, number: PaperNumber, lookup: _Lookup) -> LetterCiting | None:
    """Return which letter that is here is cited: none of several where no author tells; None where none has the number."""
    office = lookup.book.author_of(cited)
    candidates = [lookup.letters[id] for id in lookup.candidates(office, number)[:_MOST_CANDIDATES]]
    said = cited.date.date if cited.date else UNDATED
    near = [each for each in candidates if _may_be_day(each.date, said)] if said.days else _earlier(candidates, letter)
    otherwise = [] if near or not (office and said.days) else _same_year(office, number, candidates, said, lookup.book)
    chosen = _dated_first(near, said) or otherwise
    elsewhere = [] if chosen or office is None else _under_another_head(number, said, lookup)
    chosen = chosen or elsewhere
    if not chosen:
        return None
    if office is None and not (len(chosen) == 1 and (chosen[0].date.days or len(number.normal.split("/")) > 1)):
        chosen = []
    is_later = len(chosen) == 1 and bool(letter.date.latest and chosen[0].date.earliest and chosen[0].date.earliest > letter.date.latest)
    by_alias = all(each.number is not None and each.number.normal != number.normal for each in chosen)
    return LetterCiting(
        letter.id,
        tuple(each.id for each in chosen),
        cited.said.span,
        by_alias=by_alias,
        is_dated_otherwise=bool(otherwise),
        is_answered=cited.is_answered,
        is_later=is_later,
        said=said,
        is_other_head=bool(elsewhere),
    )


def _under_another_head(number: PaperNumber, said: FuzzyDate, lookup: _Lookup) -> list[RegisterLetter]:
    """Return the only letter of any office with all parts of a number and its day: its head may lack lines, or be in another script."""
    if not said.days or len(number.normal.split("/")) < 2:
        return []
    found = [lookup.letters[id] for id in lookup.candidates(None, number)[:_MOST_CANDIDATES]]
    same_day = [each for each in found if each.date.days and _may_be_day(each.date, said)]
    return same_day if len(same_day) == 1 else []


def _may_be_day(date: FuzzyDate, said: FuzzyDate) -> bool:
    """Return whether a letter may be of the day that another says: within a few days, or on a date that does not say."""
    after = date.earliest is not None and said.latest is not None and date.earliest - said.latest > _NEAR
    before = date.latest is not None and said.earliest is not None and said.earliest - date.latest > _NEAR
    return not (after or before)


def _earlier(candidates: Sequence[RegisterLetter], letter: RegisterLetter) -> list[RegisterLetter]:
    last = letter.date.latest
    return [each for each in candidates if not (last and each.date.earliest and each.date.earliest - last > _NEAR)]


def _dated_first(near: Sequence[RegisterLetter], said: FuzzyDate) -> list[RegisterLetter]:
    """Return the letters of the day where there are any, otherwise those that do not say their day."""
    return [each for each in near if each.date.days and said.days] or list(near)


def _same_year(
    office: OfficeKey, number: PaperNumber, candidates: Sequence[RegisterLetter], said: FuzzyDate, book: NumberBook
) -> list[RegisterLetter]:
    """Return the letters with the number in the register of the year that a citation names, though it gives them another day."""
    running = book.run_of(office, number)
    if running is None:
        return []
    years = book.possible_years(office, running, said)
    if years == (0,):
        return []
    found: list[RegisterLetter] = []
    for each in candidates:
        own = book.run_of(office, each.number)
        if own and len(years) == 1 and book.possible_years(office, own, each.date) == years:
            found.append(each)
    return found


def _unseen(letter: RegisterLetter, cited: CitedPaper, number: PaperNumber, lookup: _Lookup) -> tuple[tuple[object, ...], NeverSeen]:
    office = lookup.book.author_of(cited)
    said = cited.date.date if cited.date else UNDATED
    running = lookup.book.run_of(office, number)
    years = lookup.book.possible_years(office, running, said, DayRoom(last=letter.date.latest)) if office and running else ()
    year = years[0] if len(years) == 1 else None
    days = _days(said) if office else ()
    may_be = tuple(id for day in days if office for id in lookup.bare.get((office, day), ())[:_MOST_BARE])
    found = NeverSeen(
        office,
        " ".join(cited.author.text.split()) if cited.author else "",
        number.normal,
        running.serial if running else None,
        year,
        (said,) if said.is_known else (),
        () if letter.is_book else (cited.said.span,),
        () if letter.is_book else (letter.id,),
        may_be,
        (cited.said.span,) if letter.is_book else (),
    )
    if office and running:
        return (office, running.pattern, running.serial, year), found
    return (office, min(number.normal, *number.aliases or (number.normal,)), said.earliest), found


def _joined(said: Sequence[NeverSeen]) -> NeverSeen:
    """Return as one what several letters say of one paper."""
    authors = Counter(each.author for each in said if each.author)
    return replace(
        said[0],
        author=max(authors.items(), key=lambda each: (each[1], each[0]))[0] if authors else "",
        dates=tuple(dict.fromkeys(date for each in said for date in each.dates)),
        cited_at=tuple(dict.fromkeys(span for each in said for span in each.cited_at)),
        cited_by=tuple(dict.fromkeys(id for each in said for id in each.cited_by)),
        may_be=tuple(dict.fromkeys(id for each in said for id in each.may_be))[:_MOST_BARE],
        logged_at=tuple(dict.fromkeys(span for each in said for span in each.logged_at)),
    )


def _days(date: FuzzyDate) -> tuple[dt.date, ...]:
    """Return the days on which a letter may have been written, where that is known nearly to the day."""
    return tuple(date.earliest + timedelta(days=each) for each in range(date.days)) if date.earliest and date.days <= MOST_DAYS else ()
