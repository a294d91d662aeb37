"""The date that a value of a form says, as the days that it may be; nothing where it cannot be."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.date import MOST_WEIGHTS, UNDATED, Calendar, FuzzyDate, Precision, Unresolved
from kashf.domain.entity import unchanging
from kashf.domain.forms.form_families import ReadValue
from kashf.domain.forms.template_fields import FieldKind
from kashf.domain.ids import Json
from kashf.language.field_values.dates.calendars import DayRange, NamedDay, day_range, merged
from kashf.language.field_values.dates.date_tokens import DateToken, DateWord, date_tokens
from kashf.language.field_values.dates.day_orders import DayOrder

#: Years of two digits up to this are of this century, later ones of the last.
_LAST_OF_THIS_CENTURY: Final = 40
_LAST_OF_HIJRI_CENTURY: Final = 60
#: Gregorian years of four digits, Hijri ones, and the last solar one that anybody has written.
_FIRST_GREGORIAN: Final = 1700
_SOLAR: Final = range(1280, 1420)
_LUNAR: Final = range(1330, 1480)
#: Digits as they are typed in Iran and Afghanistan, where 1369 is a solar year.
_PERSIAN_DIGITS: Final = re.compile("[\u06f0-\u06f9]")
_AGES: Final = range(1, 110)


def read_date(
    text: str, *, kind: FieldKind = FieldKind.DATE, written: FuzzyDate = UNDATED, order: DayOrder = DayOrder.UNKNOWN
) -> FuzzyDate:
    """Return the date that a value says; open at both sides, its wording kept, where it says none or an impossible one.

    Args:
        text: The value, verbatim.
        kind: `FieldKind.BIRTH` for a birth, which is no later than the form and may be given as an age.
        written: When the form was filled in.
        order: As `day_order` finds it for all values of the field: 5/3/1990 alone is the fifth of March or the third of May.

    Example:
        >>> [read_date(text).edtf() for text in ("25/5/1990", "5/3/1990", "أيار ١٩٩٠", "31/2/1990")]
        ['1990-05-25', '[1990-03-05,1990-05-03]', '1990-05', '']
        >>> read_date("15 محرم 1436").edtf()
        '[2014-11-07..2014-11-09]'
    """
    tokens = date_tokens(text)
    wording = " ".join(text.split())
    if age := _age(tokens) if kind is FieldKind.BIRTH else 0:
        return _born(age, written, wording)
    reader = _DateReader(kind, written, order, is_persian=bool(_PERSIAN_DIGITS.search(text)))
    read = [reader.read(wording) for wording in _wordings(tokens)]
    found = [each for each in read if each]
    if len(found) < len(read):
        return FuzzyDate(None, None, wording, precision=Precision.OPEN)
    first, *others = found
    date = _both(first, others[0]) if others else first
    return replace(date, wording=wording)


def date_value(text: str, kind: FieldKind, written: FuzzyDate, order: DayOrder) -> ReadValue:
    """Return what a value of a date field says: its key and label are the EDTF of the date, "date" in its value the date as JSON."""
    date = read_date(text, kind=kind, written=written, order=order)
    tokens = date_tokens(text)
    age = _age(tokens) if kind is FieldKind.BIRTH else 0
    value: dict[str, Json] = {"date": date.as_json(), **({"age": age} if age else {})}
    is_doubtful = not date.is_known or Unresolved.DAY_MONTH_ORDER in date.unresolved or Unresolved.CALENDAR in date.unresolved
    has_more = any(token.kind is DateWord.UNKNOWN for token in tokens)
    return ReadValue(date.edtf(), date.edtf() or date.wording, unchanging(value), is_doubtful=is_doubtful or has_more)


def _age(tokens: Sequence[DateToken]) -> int:
    """Return the age that a value gives instead of a day, 0 for none: 25 years, age 25."""
    numbers = [token for token in tokens if token.kind is DateWord.NUMBER]
    said = any(token.kind in {DateWord.AGE, DateWord.AGED} for token in tokens)
    return numbers[0].value if said and len(numbers) == 1 and numbers[0].value in _AGES and numbers[0].digits <= 3 else 0


def _born(age: int, written: FuzzyDate, wording: str) -> FuzzyDate:
    """Return when somebody was born who was so many years old when a form was filled in."""
    if not (written.earliest and written.latest):
        return FuzzyDate(None, None, wording, precision=Precision.OPEN)
    first = _years_before(written.earliest, age + 1) + dt.timedelta(1)
    return FuzzyDate(first, _years_before(written.latest, age), wording, precision=Precision.YEAR)


def _years_before(day: dt.date, years: int) -> dt.date:
    return day.replace(year=day.year - years, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _wordings(tokens: Sequence[DateToken]) -> Iterator[list[DateToken]]:
    """Yield the wordings of one day: one, or one for each calendar where a word says that they correspond."""
    wording: list[DateToken] = []
    for token in tokens:
        if token.kind is DateWord.CORRESPONDING and any(each.kind is DateWord.NUMBER for each in wording):
            yield wording
            wording = []
        elif token.kind is not DateWord.CORRESPONDING:
            wording.append(token)
    yield wording


def _both(first: FuzzyDate, second: FuzzyDate) -> FuzzyDate:
    """Return the days on which both wordings agree; all of either where they do not, with the calendar unresolved."""
    mine, theirs = _days(first), _days(second)
    common = {day: weight * theirs[day] for day, weight in mine.items() if day in theirs}
    narrow = min(first, second, key=lambda date: date.days)
    if common:
        days = merged(tuple(DayRange(day, day, (weight,)) for day, weight in common.items()), most_weights=MOST_WEIGHTS)
        return replace(narrow, earliest=days.first, latest=days.last, weights=days.weights if days.first < days.last else (), unresolved=())
    (start, end), (other_start, other_end) = first.bounds, second.bounds
    return FuzzyDate(min(start, other_start), max(end, other_end), unresolved=(Unresolved.CALENDAR,))


def _days(date: FuzzyDate) -> dict[dt.date, int]:
    """Return the days that a date may be, with their weights."""
    first, _ = date.bounds
    weights = date.weights or (1,) * date.days
    return {first + dt.timedelta(ahead): weight for ahead, weight in enumerate(weights) if weight}


@dataclass(frozen=True, slots=True)
class _DateReader:
    """Reads one wording of a date."""

    kind: FieldKind
    written: FuzzyDate
    order: DayOrder
    is_persian: bool

    def read(self, tokens: Sequence[DateToken]) -> FuzzyDate | None:
        """Return the date of a wording, None for none."""
        named = [(each, why, spread) for each, why in self._named(tokens) if (spread := day_range(each)) and self._is_possible(spread)]
        named = _by_weekday(named, tokens)
        if not named:
            return None
        days = merged(tuple(spread for _, _, spread in named), most_weights=MOST_WEIGHTS)
        whys = {why for _, reasons, _ in named for why in reasons if why is not Unresolved.DAY_MONTH_ORDER or len(named) > 1}
        calendars = {each.calendar for each, _, _ in named}
        if len(calendars) > 1:
            whys.add(Unresolved.CALENDAR)
        if Calendar.HIJRI in calendars and days.first != days.last:
            whys.add(Unresolved.MONTH_START)
        calendar = calendars.pop() if len(calendars) == 1 else Calendar.UNKNOWN
        reasons = tuple(why for why in Unresolved if why in whys)
        return FuzzyDate(days.first, days.last, "", calendar, named[0][0].precision, days.weights, reasons)

    def _is_possible(self, spread: DayRange) -> bool:
        """Return whether nobody knew better: who fills in a form was born before."""
        return self.kind is not FieldKind.BIRTH or self.written.latest is None or spread.first <= self.written.latest

    def _named(self, tokens: Sequence[DateToken]) -> Iterator[tuple[NamedDay, tuple[Unresolved, ...]]]:
        eras = [token.calendar for token in tokens if token.kind is DateWord.ERA]
        months = list(dict.fromkeys(token for token in tokens if token.kind is DateWord.MONTH))
        numbers = [token for token in tokens if token.kind is DateWord.NUMBER]
        if len(months) > 1 or len(numbers) + len(months) > 3 or not numbers:
            return
        for year, month, day, why in _parts(numbers, months[0].value if months else 0, self.order):
            calendars = [months[0].calendar] if months else eras[-1:] or self._calendars(year)
            for calendar in calendars:
                for whole, doubt in self._years(year, calendar):
                    yield NamedDay(calendar, whole, month, day), (*why, *doubt)

    def _calendars(self, year: DateToken) -> list[Calendar]:
        """Return in which calendars a year may be counted that does not say so."""
        if year.digits < 3 or year.value >= _FIRST_GREGORIAN:
            return [Calendar.GREGORIAN]
        found = [Calendar.SOLAR_HIJRI] * (year.value in _SOLAR) + [Calendar.HIJRI] * (year.value in _LUNAR and not self.is_persian)
        return found or [Calendar.HIJRI]

    def _years(self, year: DateToken, calendar: Calendar) -> Iterator[tuple[int, tuple[Unresolved, ...]]]:
        """Yield the whole years that one may stand for; of a birth, one hundred years ago is one of them."""
        if year.digits > 2:
            yield year.value, ()
            return
        doubt = (Unresolved.TWO_DIGIT_YEAR,)
        if calendar is not Calendar.GREGORIAN:
            yield year.value + (1400 if year.value <= _LAST_OF_HIJRI_CENTURY and calendar is Calendar.HIJRI else 1300), doubt
        elif year.value > _LAST_OF_THIS_CENTURY:
            yield 1900 + year.value, doubt
        else:
            yield 2000 + year.value, doubt
            if self.kind is FieldKind.BIRTH:
                yield 1900 + year.value, doubt


def _parts(numbers: Sequence[DateToken], month: int, order: DayOrder) -> Iterator[tuple[DateToken, int, int, tuple[Unresolved, ...]]]:
    """Yield year, month and day as numbers may be dealt out to them; 0 for what is not there."""
    rest = list(numbers)
    at = next((place for place, each in enumerate(rest) if each.digits > 2 or each.value > 31), len(rest) - 1)
    if len(rest) == 1 and not month and rest[0].digits < 3:
        return
    if len(rest) + bool(month) == 1 and not month and not rest[0].value >= 1000:
        return
    year = rest.pop(at)
    values = [each.value for each in rest]
    if any(each.digits > 2 for each in rest):
        return
    match values, bool(month):
        case ([], _):
            yield year, month, 0, ()
        case ([day], True) if day:
            yield year, month, day, ()
        case ([number], False) if number and year.digits > 2:
            yield year, number, 0, ()
        case ([first, second], False) if first and second:
            yield from _day_and_month(year, first, second, is_year_first=at == 0, order=order)


def _day_and_month(
    year: DateToken, first: int, second: int, *, is_year_first: bool, order: DayOrder
) -> Iterator[tuple[DateToken, int, int, tuple[Unresolved, ...]]]:
    """Yield both orders of day and month where both may be; behind the year the month comes first."""
    day_first, month_first = (year, second, first, ()), (year, first, second, ())
    if is_year_first:
        yield month_first if first <= 12 else day_first
    elif first > 12 or first == second or (order is DayOrder.DAY_FIRST and second <= 12):
        yield day_first
    elif second > 12 or order is DayOrder.MONTH_FIRST:
        yield month_first
    else:
        for each in (day_first, month_first):
            yield (*each[:3], (Unresolved.DAY_MONTH_ORDER,))


_Named = tuple[NamedDay, tuple[Unresolved, ...], DayRange]


def _by_weekday(named: list[_Named], tokens: Sequence[DateToken]) -> list[_Named]:
    """Return the readings that fall on the weekday that is written, cut down to it; all where none does or none is written."""
    weekday = next((token.value for token in tokens if token.kind is DateWord.WEEKDAY), None)
    if weekday is None:
        return named
    found: list[_Named] = []
    for each, why, spread in named:
        days = [spread.first + dt.timedelta(ahead) for ahead in range((spread.last - spread.first).days + 1)] if each.day else []
        found += [(each, why, DayRange(day, day)) for day in days if day.weekday() == weekday]
    return found or named
