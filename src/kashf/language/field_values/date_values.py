"""The date that a value of a form says, as the days that it may be; nothing where it cannot be."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kashf.domain.date import MOST_WEIGHTS, UNDATED, FuzzyDate, Precision, Unresolved
from kashf.domain.entity import unchanging
from kashf.domain.forms.form_families import ReadValue
from kashf.domain.forms.template_fields import FieldKind
from kashf.domain.ids import Json
from kashf.language.dates.calendars import DayRange, merged
from kashf.language.dates.date_readings import DateReader
from kashf.language.dates.date_tokens import DateToken, DateWord, date_tokens
from kashf.language.dates.day_orders import DayOrder

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
    is_birth = kind is FieldKind.BIRTH
    is_persian = bool(_PERSIAN_DIGITS.search(text))
    reader = DateReader(order, is_persian=is_persian, is_birth=is_birth, latest=written.latest if is_birth else None)
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
