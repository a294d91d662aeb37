"""Which number of a date is the day, told from all the dates of one field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from kashf.language.dates.date_tokens import DateToken, DateWord, date_tokens


class DayOrder(StrEnum):
    """Which of two numbers of a date is the day."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"
    UNKNOWN = "unknown"


def day_order(texts: Iterable[str]) -> DayOrder:
    """Return which number of a date is the day in the values of one field, where those that have only one reading agree.

    >>> day_order(["25/5/1990", "5/3/1990"]).value, day_order(["25/5/1990", "5/25/1990"]).value
    ('day-first', 'unknown')
    """
    orders = {order for text in texts if (order := certain_order(date_tokens(text)))}
    return orders.pop() if len(orders) == 1 else DayOrder.UNKNOWN


def certain_order(tokens: Sequence[DateToken]) -> DayOrder | None:
    """Return which number of one date is the day where it can only be one, None where it may be either."""
    numbers = [token for token in tokens if token.kind is DateWord.NUMBER]
    if len(numbers) != 3 or numbers[0].digits > 2 or any(token.kind is DateWord.MONTH for token in tokens):
        return None
    first, second = numbers[0].value, numbers[1].value
    if 12 < first <= 31 and 1 <= second <= 12:
        return DayOrder.DAY_FIRST
    return DayOrder.MONTH_FIRST if 12 < second <= 31 and 1 <= first <= 12 else None
