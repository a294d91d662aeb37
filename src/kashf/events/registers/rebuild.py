"""Rebuilds the registers of a pile from what its letters say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Span
from kashf.events.offices.office_index import OfficeIndex, OfficeKey
from kashf.events.registers.bare_numbers import with_whole_numbers
from kashf.events.registers.cited_numbers import circles, cited_numbers, day_rooms
from kashf.events.registers.day_bounds import DayBounds
from kashf.events.registers.number_book import NumberBook
from kashf.events.registers.number_patterns import YEAR, RunningNumber
from kashf.events.registers.office_series import OfficeSeries, joined_bounds, office_series, within
from kashf.events.registers.register_letters import LetterCiting, NeverSeen, RegisterLetter, SeriesKey


@dataclass(frozen=True, slots=True)
class UndatedLetter:
    """A letter without a day, with the days between which numbers put it.

    Args:
        letter: Which.
        date: From the first to the last of these days; derived, so that it judges nothing.
        by: The series by whose numbers, with the bounds of each: several where its year is not told.
        row: The row of a register that gives its number the day, where one does; `by` is then ().
    """

    letter: str
    date: FuzzyDate
    by: tuple[tuple[SeriesKey, DayBounds], ...] = ()
    row: Span | None = None


@dataclass(frozen=True, slots=True)
class Registers:
    """The registers of a pile, rebuilt.

    Args:
        series: By office, pattern and year.
        names: Of each office with a series the names of its bodies from the top down, as they are written most.
        citing: Which letter cites which that is here.
        never_seen: All papers that are cited and not here, most cited first; those of a series are in it, too.
        to_themselves: Letters that cite their own number.
        circles: Letters that cite one another in a circle.
        undated: Letters without a day that numbers bound.
        unbounded: Numbered letters without a day that they do not.
        letters: How many letters there are, each with its copies once.
        without_number: How many of them show no number.
        without_office: How many show a number, but no office that can be told.
        without_pattern: How many have a number without a part that runs.
        cited_without_number: References that name no number, which are not followed.
        cited_untold: References without an author whose number a letter here has, but nothing tells whether it is that one.
        logged: Which letters that are here the rows of registers name that somebody kept; () for rows of which that cannot be told.
        books: How many such registers there are, copies once.
    """

    series: tuple[OfficeSeries, ...]
    names: Mapping[OfficeKey, tuple[str, ...]]
    citing: tuple[LetterCiting, ...]
    never_seen: tuple[NeverSeen, ...]
    to_themselves: tuple[LetterCiting, ...]
    circles: tuple[tuple[str, ...], ...]
    undated: tuple[UndatedLetter, ...]
    unbounded: tuple[str, ...]
    letters: int
    without_number: int
    without_office: int
    without_pattern: int
    cited_without_number: int
    cited_untold: int
    logged: tuple[LetterCiting, ...] = ()
    books: int = 0


def rebuild(letters: Sequence[RegisterLetter], books: Sequence[RegisterLetter] = ()) -> Registers:
    """Return the registers of a pile.

    Args:
        letters: All of them, each with its copies once.
        books: Registers that somebody kept, each with its copies once.
    """
    offices = OfficeIndex.of(each.offices for each in letters)
    every = [*letters, *with_whole_numbers(books, letters, offices)]
    book = NumberBook(every, offices)
    cited = cited_numbers(every, book)
    rooms = day_rooms((*cited.citing, *cited.logged), {each.id: each for each in every})
    here = book.series(letters, rooms)
    unseen = _by_series(cited.never_seen, book)
    made = [
        office_series(
            key, here[key], unseen.get(key, ()), name=offices.name(key.office), numbering=book.numbering(key.office, _run_of(key))
        )
        for key in here
    ]
    dates = {each.id: each.date for each in letters}
    by_row = _by_row(cited.logged, dates)
    undated = (*by_row, *(each for each in _undated(made, dates) if each.letter not in {one.letter for one in by_row}))
    numbered = [each for each in letters if each.number]
    return Registers(
        tuple(made),
        {each.key.office: each.name for each in made},
        cited.citing,
        cited.never_seen,
        cited.to_themselves,
        circles(cited.citing),
        undated,
        _unbounded(made, undated),
        len(letters),
        len(letters) - len(numbered),
        sum(book.office_of[each.id] is None for each in numbered),
        sum(book.office_of[each.id] is not None and book.run_of(book.office_of[each.id], each.number) is None for each in numbered),
        cited.without_number,
        cited.untold,
        cited.logged,
        len(books),
    )


def _run_of(key: SeriesKey) -> RunningNumber:
    return RunningNumber(key.pattern, 0, key.year if YEAR in key.pattern.split("/") else None)


def _by_series(never_seen: Sequence[NeverSeen], book: NumberBook) -> Mapping[SeriesKey, list[NeverSeen]]:
    """Return papers that were never seen by the series that they are of; without those of which that is not told."""
    found: dict[SeriesKey, list[NeverSeen]] = defaultdict(list)
    for each in never_seen:
        running = book.running.get(each.office, {}).get(each.number) if each.office else None
        if each.office and running and each.year is not None:
            found[SeriesKey(each.office, running.pattern, each.year)].append(each)
    return found


def _undated(series: Sequence[OfficeSeries], dates: Mapping[str, FuzzyDate]) -> tuple[UndatedLetter, ...]:
    by: dict[str, list[tuple[SeriesKey, DayBounds]]] = defaultdict(list)
    told: dict[str, int] = defaultdict(int)
    for each in series:
        for number in (*each.here, *each.may_be):
            told[number.letter] += 1
        for number, bounds in each.undated:
            by[number.letter].append((each.key, bounds))
    # A letter that may be of a year whose numbers bound nothing may be of any day; several whole years say nothing.
    return tuple(
        UndatedLetter(letter, within(joined_bounds(bounds for _, bounds in found), dates[letter]), tuple(found))
        for letter, found in sorted(by.items())
        if len(found) == told[letter] and (len(found) == 1 or any(bounds.below or bounds.above for _, bounds in found))
    )


def _by_row(logged: Sequence[LetterCiting], dates: Mapping[str, FuzzyDate]) -> tuple[UndatedLetter, ...]:
    """Return the letters without a day of which a register names the number with one; none where registers say different days."""
    rows: dict[str, list[LetterCiting]] = defaultdict(list)
    for each in logged:
        if len(each.cited) == 1 and each.said.days and not dates[each.cited[0]].days:
            rows[each.cited[0]].append(each)
    found: list[UndatedLetter] = []
    for letter, named in sorted(rows.items()):
        days = {(each.said.earliest, each.said.latest) for each in named}
        if len(days) == 1:
            found.append(UndatedLetter(letter, within(replace(named[0].said, is_derived=True), dates[letter]), row=named[0].at))
    return tuple(found)


def _unbounded(series: Sequence[OfficeSeries], undated: Sequence[UndatedLetter]) -> tuple[str, ...]:
    bounded = {each.letter for each in undated}
    found = {number.letter for each in series for number in (*each.here, *each.may_be, *each.far) if not number.date.days}
    return tuple(sorted(found - bounded))
