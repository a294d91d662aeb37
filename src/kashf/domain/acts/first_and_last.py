"""When the first and the last of several days were, of which some are in doubt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from kashf.domain.date import FuzzyDate, Precision


def first_of(dates: Sequence[FuzzyDate]) -> FuzzyDate | None:
    """Return when the first of some days was: not before any of them may have been, and not after one surely was; None where nothing says.

    >>> first_of([FuzzyDate.parse("2014-03"), FuzzyDate.parse("2014-03-09")]).edtf()
    '[2014-03-01..2014-03-09]'
    """
    starts = [date.earliest for date in dates if date.earliest]
    latest = min((date.latest for date in dates if date.latest), default=None)
    return _between(min(starts) if starts and len(starts) == len(dates) else None, latest, dates)


def last_of(dates: Sequence[FuzzyDate]) -> FuzzyDate | None:
    """Return when the last of some days was, as `first_of` does the first."""
    ends = [date.latest for date in dates if date.latest]
    earliest = max((date.earliest for date in dates if date.earliest), default=None)
    return _between(earliest, max(ends) if ends and len(ends) == len(dates) else None, dates)


def _between(earliest: dt.date | None, latest: dt.date | None, dates: Sequence[FuzzyDate]) -> FuzzyDate | None:
    """Return the one of some dates that lies between two days, as it was written, or else a date of their own."""
    if not (earliest or latest):
        return None
    said = (date for date in dates if (date.earliest, date.latest) == (earliest, latest))
    own = FuzzyDate(earliest, latest, precision=Precision.DAY if earliest and latest else Precision.OPEN)
    return min(said, key=lambda date: date.wording, default=own)
