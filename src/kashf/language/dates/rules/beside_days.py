"""Days of this month and of the ones beside it, and weekdays, months and days of the year that are said to be the next or the last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.date import UNDATED, Calendar, FuzzyDate, Unresolved
from kashf.domain.ids import Json
from kashf.language.dates.date_edges import edged
from kashf.language.dates.date_tokens import known_weekdays
from kashf.language.dates.found_dates import DateEdge, DatePlace
from kashf.language.dates.lines.rule_phrases import RuleTables
from kashf.language.dates.phrases.date_senses import PieceKind, senses
from kashf.language.words.tokens import Word

_WEEK: Final = 7
_MONTHS: Final = 12
#: Words of the longest day in words.
_LONGEST: Final = 3
_LAST_DAY: Final = 31
#: Days by which a year of another calendar is longer or shorter than the usual one.
_YEARS: Final = {Calendar.HIJRI: (354, 355), Calendar.SOLAR_HIJRI: (365, 366)}
_BEFORE: Final = {"UNTIL": DateEdge.UNTIL, "BEFORE": DateEdge.BEFORE, "SINCE": DateEdge.SINCE, "AFTER": DateEdge.AFTER}
_PARTS: Final = {"LATE": DateEdge.LATE, "EARLY": DateEdge.EARLY, "MIDDLE": DateEdge.MIDDLE}
_BEHIND: Final = {f"BEHIND_{name}": edge for name, edge in _BEFORE.items()}


@dataclass(frozen=True, slots=True)
class BesideDay:
    """A day beside that of writing.

    Args:
        first: Number of its first word.
        behind: Number of the word behind it.
        rule: How it is counted.
        date: The days; open where the day of writing is not known.
        edge: How it lies to the day.
    """

    first: int
    behind: int
    rule: Mapping[str, Json]
    date: FuzzyDate
    edge: DateEdge = DateEdge.AT


@dataclass(frozen=True, slots=True)
class BesideDays:
    """Finds such days around the words that say which."""

    words: Sequence[Word]
    tables: RuleTables
    ends: Mapping[int, DatePlace]
    written: FuzzyDate

    def at(self, index: int) -> BesideDay | None:
        """Return the day that a word belongs to, None for none."""
        found = self._of_month(index) or self._turned(index)
        return self._edged(found) if found else None

    def _of_month(self, index: int) -> BesideDay | None:
        """Return a day of this month, the last or the next: the 4th instant."""
        if of_month := self.tables.of_month.at(self.words, index):
            length, ahead = of_month
            if day := self.day_before(index):
                return self._day(day[0], index + length, day[1], ahead)
        if before := self.tables.month_before.at(self.words, index):
            length, ahead = before
            at = index + length
            number = _number(self.words[at].folded) if at < len(self.words) else None
            return self._day(index, at + 1, number, ahead) if number else None
        return None

    def _day(self, first: int, behind: int, day: int, ahead: int) -> BesideDay:
        months = {self._month(each, ahead) for each in (self.written.earliest, self.written.latest) if each}
        date = UNDATED
        if len(months) == 1:
            month = months.pop()
            last = (month + dt.timedelta(_LAST_DAY)).replace(day=1) - dt.timedelta(1)
            if day <= last.day:
                date = FuzzyDate.on(month.replace(day=day))
        return BesideDay(first, behind, {"day": day, "count": ahead, "unit": "month", "from": "writing"}, date)

    def _month(self, day: dt.date, ahead: int) -> dt.date:
        months = day.year * _MONTHS + day.month - 1 + ahead
        return dt.date(months // _MONTHS, months % _MONTHS + 1, 1)

    def day_before(self, index: int) -> tuple[int, int] | None:
        """Return the number of the first word of a day that ends before a word, and the day."""
        if not index:
            return None
        if number := _number(self.words[index - 1].folded):
            return index - 1, number
        for length in range(min(_LONGEST, index), 0, -1):
            sense = senses().get(" ".join(word.folded for word in self.words[index - length : index]))
            if sense and sense.kind is PieceKind.DAY_NAME and sense.value > 0:
                return index - length, sense.value
        return None

    def _turned(self, index: int) -> BesideDay | None:
        """Return a weekday, a month or a day of one that is the next or the last."""
        turn = self.tables.turns.at(self.words, index)
        if turn is None:
            return None
        length, ahead = turn
        if index and (weekday := _weekday(self.words[index - 1].folded)) is not None:
            return self._of_week(index - 1, index + length, weekday, ahead)
        behind = index + length
        if behind < len(self.words) and (weekday := _weekday(self.words[behind].folded)) is not None:
            return self._of_week(index, behind + 1, weekday, ahead)
        place = self.ends.get(self.words[index - 1].end) if index else None
        if place is None or Unresolved.MISSING_YEAR not in place.date.unresolved:
            return None
        first = next(at for at in range(index - 1, -1, -1) if self.words[at].start <= place.start)
        rule: dict[str, Json] = {"count": ahead, "unit": "year", "from": "writing"}
        return BesideDay(first, behind, rule, self._in_year(place.date, ahead), place.edge)

    def _of_week(self, first: int, behind: int, weekday: int, ahead: int) -> BesideDay:
        rule: dict[str, Json] = {"weekday": weekday + 1, "count": ahead, "unit": "week", "from": "writing"}
        days = []
        for day in (self.written.earliest, self.written.latest):
            if day:
                away = (weekday - day.weekday()) % _WEEK if ahead > 0 else -((day.weekday() - weekday) % _WEEK)
                days.append(day + dt.timedelta(away or _WEEK * ahead))
        return BesideDay(first, behind, rule, FuzzyDate(min(days), max(days)) if len(days) > 1 else UNDATED)

    def _in_year(self, date: FuzzyDate, ahead: int) -> FuzzyDate:
        """Return a day of a year in the next or the last one in which it lies beyond the day of writing."""
        if not (date.earliest and date.latest and self.written.earliest and self.written.latest):
            return date
        is_beyond = date.earliest > self.written.latest if ahead > 0 else date.latest < self.written.earliest
        unresolved = tuple(why for why in date.unresolved if why is not Unresolved.MISSING_YEAR)
        if is_beyond:
            return replace(date, unresolved=unresolved)
        if length := _YEARS.get(date.calendar):
            spread = sorted(days * ahead for days in length)
            first, last = date.earliest + dt.timedelta(spread[0]), date.latest + dt.timedelta(spread[1])
        else:
            first, last = (_same_day(day, ahead) for day in date.bounds)
        return replace(date, earliest=first, latest=last, weights=(), unresolved=unresolved)

    def _edged(self, found: BesideDay) -> BesideDay:
        """Return a day with what the words beside it make of it: until, before."""
        known = senses()
        if found.first and (sense := known.get(self.words[found.first - 1].folded)):
            edge = next((_BEFORE[name] for name in _BEFORE if name in sense.roles), None)
            if edge:
                return replace(found, first=found.first - 1, date=edged(found.date, edge), edge=edge)
        for at in range(found.behind, min(found.behind + 2, len(self.words))):
            if sense := known.get(self.words[at].folded):
                edge = next((_BEHIND[name] for name in _BEHIND if name in sense.roles), None)
                if edge:
                    return replace(found, behind=at + 1, date=edged(found.date, edge), edge=edge)
        return found


def part_before(words: Sequence[Word], index: int) -> DateEdge | None:
    """Return which part of a month the word before it says; None for none."""
    sense = senses().get(words[index - 1].folded) if index else None
    return next((_PARTS[name] for name in _PARTS if sense and name in sense.roles), None)


def _number(folded: str) -> int | None:
    digits = folded.rstrip("stndrhe")
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 2 else 0
    return number if 1 <= number <= _LAST_DAY else None


def _weekday(word: str) -> int | None:
    known = known_weekdays()
    return known.get(word, known.get(f"ال{word}"))


def _same_day(day: dt.date, ahead: int) -> dt.date:
    year = day.year + ahead
    return day.replace(year=year) if (day.month, day.day) != (2, 29) else dt.date(year, 2, 28)
