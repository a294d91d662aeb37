"""The day by which something certainly had happened, from dates that are intervals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from kashf.domain.date import FuzzyDate


@dataclass(frozen=True, slots=True)
class EarliestCertain:
    """When it began, as far as dated papers tell.

    Args:
        by: The day by which one of them certainly was written; None where none is bounded above.
        settled_by: Which of the dates, from 0, settles that; of several the first.
        maybe_from: The first day on which one may have been written; None where one is open to the past, or there is none.
        left_out: Dates that were derived from other papers and judge nothing, or that are open to the future.
    """

    by: dt.date | None
    settled_by: int | None
    maybe_from: dt.date | None
    left_out: int


def earliest_certain(dates: Sequence[FuzzyDate]) -> EarliestCertain:
    """Return the day by which the first of some dated things certainly was.

    >>> told = earliest_certain([FuzzyDate.parse("2014-11"), FuzzyDate.parse("2014-10..2014-12"), FuzzyDate.parse("2014-11-20")])
    >>> str(told.by), str(told.maybe_from), told.settled_by
    ('2014-11-20', '2014-10-01', 2)
    """
    stated = [(number, date) for number, date in enumerate(dates) if not date.is_derived]
    bounded = [(date.latest, number) for number, date in stated if date.latest is not None]
    by, settled_by = min(bounded, default=(None, None))
    begins = [date.earliest for _, date in stated]
    maybe_from = min((day for day in begins if day is not None), default=None) if begins and None not in begins else None
    return EarliestCertain(by, settled_by, maybe_from, len(dates) - len(bounded))
