"""The letters of a pile by office, pattern, year and running number: where a number is looked up."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.date import Calendar, FuzzyDate
from kashf.domain.letters.letter import CitedPaper
from kashf.domain.letters.said import PaperNumber
from kashf.events.offices.office_index import OfficeIndex, OfficeKey
from kashf.events.registers.named_otherwise import named_otherwise
from kashf.events.registers.number_order import DatedNumber, dated_number
from kashf.events.registers.number_patterns import RunningNumber, WrittenNumber, running_numbers, telling_patterns
from kashf.events.registers.register_letters import NumberHere, RegisterLetter, SeriesKey
from kashf.events.registers.which_year import KnownNumbers, likely_years
from kashf.events.registers.yearly_numbers import BeginsAnew, DatedSeries, days_of_year, numbering_of_year, numberings, year_of

#: Days by which a date said elsewhere may be off and still be the same: a Hijri month that began a day earlier, on either paper.
NEAR_DAYS: Final = 3


@dataclass(frozen=True, slots=True)
class DayRoom:
    """Between which days a letter has to lie by what it cites and who cites it; None where nothing says."""

    first: dt.date | None = None
    last: dt.date | None = None


class NumberBook:
    """The numbered letters of a pile. Every office has its patterns, and every pattern its way to begin anew."""

    def __init__(self, letters: Sequence[RegisterLetter], offices: OfficeIndex) -> None:
        self.offices = offices
        self.office_of = {each.id: offices.which(each.offices).office for each in letters}
        self.named_otherwise = named_otherwise(letters, offices, self.office_of)
        own = self._own_numbers(letters)
        self._by_pattern = _only_offices(own)
        cited = self._cited_numbers(letters)
        self.running: Mapping[OfficeKey, Mapping[str, RunningNumber]] = {
            office: running_numbers([*own.get(office, ()), *cited.get(office, ())]) for office in sorted({*own, *cited})
        }
        self._numberings = self._numbered(letters)
        self.years = self._years(letters)

    def author_of(self, cited: CitedPaper) -> OfficeKey | None:
        """Return the office whose paper is cited; where no author is named the only one with such numbers, None where neither tells."""
        if cited.author is None:
            patterns = telling_patterns(cited.number.normal) if cited.number else ()
            found = {office for each in patterns if (office := self._by_pattern.get(each))}
            return found.pop() if len(found) == 1 else None
        office = self.offices.which([cited.author.text]).office
        return self.named_otherwise.get(office, office) if office else None

    def numbering(self, office: OfficeKey, running: RunningNumber) -> BeginsAnew:
        """Return how the numbers run that a number is one of."""
        if running.year is not None:
            return numbering_of_year(running.year)
        return self._numberings.get((office, running.pattern), BeginsAnew.THROUGH)

    def run_of(self, office: OfficeKey | None, number: PaperNumber | None) -> RunningNumber | None:
        """Return which part of a number of an office runs; None where none does, or it is no number of that office."""
        return self.running.get(office, {}).get(number.normal) if office and number else None

    def possible_years(self, office: OfficeKey, running: RunningNumber, date: FuzzyDate, room: DayRoom | None = None) -> tuple[int, ...]:
        """Return of which register years a number may be: (0,) where numbers run through, one where its year is printed or told."""
        if running.year is not None:
            return (running.year,)
        numbering = self.numbering(office, running)
        if numbering is BeginsAnew.THROUGH:
            return (0,)
        if day := dated_number(running.serial, date, ""):
            return (year_of(day.earliest, numbering),)
        room = room or DayRoom()
        first = max((each for each in (date.earliest, room.first) if each), default=None)
        last = min((each for each in (date.latest, room.last) if each), default=None)
        return tuple(year for year in self.years.get(numbering, ()) if _meets(year, first, last))

    def series(self, letters: Iterable[RegisterLetter], rooms: Mapping[str, DayRoom]) -> Mapping[SeriesKey, list[NumberHere]]:
        """Return the numbers that are here by series, each series by number; a letter that may be of several years is in each."""
        found: dict[SeriesKey, list[NumberHere]] = defaultdict(list)
        open_years: list[tuple[OfficeKey, RunningNumber, RegisterLetter, tuple[int, ...]]] = []
        for letter in letters:
            office = self.office_of[letter.id]
            running = self.run_of(office, letter.number)
            if not (office and running):
                continue
            years = self.possible_years(office, running, letter.date, rooms.get(letter.id))
            if len(years) == 1:
                found[SeriesKey(office, running.pattern, years[0])].append(_here(running, letter))
            else:
                open_years.append((office, running, letter, years))
        told: dict[tuple[OfficeKey, str], dict[int, KnownNumbers]] = defaultdict(dict)
        for key, numbers in found.items():
            told[key.office, key.pattern][key.year] = KnownNumbers.of(each.serial for each in numbers)
        for office, running, letter, years in open_years:
            likely = likely_years(running.serial, years, told[office, running.pattern])
            for year in likely:
                found[SeriesKey(office, running.pattern, year)].append(_here(running, letter, is_year_told=len(likely) == 1))
        return {key: sorted(found[key], key=lambda each: (each.serial, each.letter)) for key in sorted(found, key=_key_order)}

    def _own_numbers(self, letters: Sequence[RegisterLetter]) -> Mapping[OfficeKey, Sequence[WrittenNumber]]:
        found: dict[OfficeKey, list[WrittenNumber]] = defaultdict(list)
        for letter in letters:
            office = self.office_of[letter.id]
            if office and letter.number:
                found[office].append(WrittenNumber(letter.number.normal, _day(letter.date)))
        return found

    def _cited_numbers(self, letters: Sequence[RegisterLetter]) -> Mapping[OfficeKey, Sequence[WrittenNumber]]:
        found: dict[OfficeKey, list[WrittenNumber]] = defaultdict(list)
        for each in (cited for letter in letters for cited in letter.cited):
            author = self.author_of(each)
            if author and each.number:
                found[author].append(WrittenNumber(each.number.normal, _day(each.date.date) if each.date else None))
        return found

    def _numbered(self, letters: Sequence[RegisterLetter]) -> Mapping[tuple[OfficeKey, str], BeginsAnew]:
        dated: dict[tuple[OfficeKey, str], list[DatedNumber]] = defaultdict(list)
        calendars: dict[OfficeKey, Counter[Calendar]] = defaultdict(Counter)
        for letter in letters:
            office = self.office_of[letter.id]
            running = self.run_of(office, letter.number)
            day = dated_number(running.serial, letter.date, letter.id) if running else None
            if office and running and day:
                calendars[office][letter.date.calendar] += 1
                if running.year is None:
                    dated[office, running.pattern].append(day)
        series = [
            DatedSeries(office.lines[0], calendars[office].most_common(1)[0][0], tuple(numbers)) for (office, _), numbers in dated.items()
        ]
        return dict(zip(dated, numberings(series), strict=True))

    def _years(self, letters: Sequence[RegisterLetter]) -> Mapping[BeginsAnew, tuple[int, ...]]:
        """Return the years of the pile's dated letters: others than these are not looked for."""
        days = {day for each in letters if (day := _day(each.date))}
        return {each: tuple(sorted({year_of(day, each) for day in days})) for each in BeginsAnew}


def _only_offices(own: Mapping[OfficeKey, Sequence[WrittenNumber]]) -> Mapping[str, OfficeKey]:
    """Return the only office that has numbers of a pattern with letters in it."""
    offices: dict[str, set[OfficeKey]] = defaultdict(set)
    for office, numbers in own.items():
        for pattern in {pattern for each in numbers for pattern in telling_patterns(each.normal)}:
            offices[pattern].add(office)
    return {pattern: next(iter(having)) for pattern, having in offices.items() if len(having) == 1}


def _here(running: RunningNumber, letter: RegisterLetter, *, is_year_told: bool = True) -> NumberHere:
    written = letter.number.said.text if letter.number else ""
    return NumberHere(
        running.serial, letter.id, letter.date, written, running.is_reversed, is_year_told, bool(letter.number and letter.number.is_unseen)
    )


def _day(date: FuzzyDate) -> dt.date | None:
    found = dated_number(0, date, "")
    return found.earliest if found else None


def _meets(year: int, first: dt.date | None, last: dt.date | None) -> bool:
    days = days_of_year(year)
    return days is None or ((first is None or first <= days[1]) and (last is None or days[0] <= last))


def _key_order(key: SeriesKey) -> tuple[OfficeKey, str, int]:
    return key.office, key.pattern, key.year
