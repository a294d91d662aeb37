"""Days in English sentences."""

from __future__ import annotations

from kashf.domain.date import FuzzyDate


def days_between(first: FuzzyDate | None, last: FuzzyDate | None) -> str:
    """Return when the first and the last of something were; one date, with its doubt, where both are the same; "" where nothing says.

    >>> day, doubtful = FuzzyDate.parse("2014-03-04"), FuzzyDate.parse("2014-03")
    >>> days_between(day, doubtful), days_between(doubtful, doubtful), days_between(None, None)
    ('2014-03-04 to 2014-03', '2014-03', '')
    """
    if first is None or last is None:
        return ""
    return first.edtf() if first == last else f"{first.edtf()} to {last.edtf()}"
