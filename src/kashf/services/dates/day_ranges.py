"""Whether a date is one of the days that are asked for; a search asks this without what reads dates, which loads for a second."""

from __future__ import annotations

from kashf.domain.date import FuzzyDate


def may_be(date: FuzzyDate, within: FuzzyDate) -> bool:
    """Return whether a date may be one of the days of a range; what has no days may not.

    >>> may_be(FuzzyDate.parse("2014-11"), FuzzyDate.parse("2014-11-20..")), may_be(FuzzyDate.parse("2014"), FuzzyDate.parse("2015"))
    (True, False)
    """
    first, last = date.day_numbers()
    begin, end = within.day_numbers()
    if not (last and first <= end and begin <= last):
        return False
    if not date.weights or (begin <= first and last <= end):
        return True
    return any((within.earliest or day) <= day <= (within.latest or day) for day in date.each_day())


def surely_is(days: tuple[int, int], within: FuzzyDate) -> bool:
    """Return whether a date is one of the days of a range, whichever of its own it is.

    Args:
        days: The first and the last that it may be, as `FuzzyDate.day_numbers` counts them.
        within: The range.
    """
    (first, last), (begin, end) = days, within.day_numbers()
    return bool(last) and begin <= first and last <= end
