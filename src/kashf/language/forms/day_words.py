"""Days that a text names, in one form of their own, "2014-10-25", whatever calendar and script they are written in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kashf.domain.date import FuzzyDate
from kashf.language.dates.day_orders import DayOrder
from kashf.language.dates.find_dates import named_days
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import Word

#: Days that one wording may be, two years of two digits and both orders of day and month; more are a doubt in which nobody looks for a day.
_MOST: Final = 6


def possible_days(text: str) -> Iterator[Word]:
    """Yield each day that may be meant: three of a Hijri one, two where the month may stand first.

    >>> [word.folded for word in possible_days("١٢ آذار ٢٠١٤ و 3/4/2014")]
    ['2014-03-12', '2014-03-04', '2014-04-03']
    """
    for place in named_days(text):
        days = [*place.date.each_day()] if place.date.days else []
        if len(days) <= _MOST:
            yield from (Word(place.start, place.end, Folded(day.isoformat())) for day in days)


def likeliest_days(text: str) -> Iterator[Word]:
    """Yield the day that is likeliest meant at each place: the middle of a Hijri one's three, day before month where both may be.

    >>> [word.folded for word in likeliest_days("3/4/2014, 20 محرم 1435")]
    ['2014-04-03', '2013-11-23']
    """
    for place in named_days(text, order=DayOrder.DAY_FIRST):
        if place.date.is_known and place.date.days:
            yield Word(place.start, place.end, Folded(_likeliest(place.date)))


def _likeliest(date: FuzzyDate) -> str:
    days = [*date.each_day()]
    return days[len(days) // 2].isoformat()
