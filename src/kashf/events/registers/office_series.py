"""One series of numbers of an office: what is here, what is missing, what is odd; possibilities, never a verdict."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise
from typing import Final

from kashf.domain.date import FuzzyDate, Precision
from kashf.events.registers.day_bounds import DayBounds, OrderOfDays, order_of_days
from kashf.events.registers.number_order import OutOfOrder, dated_number, in_order, out_of_order
from kashf.events.registers.number_patterns import RUNNING, YEAR
from kashf.events.registers.register_letters import NeverSeen, NumberHere, SeriesKey
from kashf.events.registers.shares.share_by_month import MonthShare, months_here
from kashf.events.registers.shares.share_here import ShareHere, share_here
from kashf.events.registers.yearly_numbers import BeginsAnew, days_of_year

#: Share of a series that has to be here, at the lower bound of what is known, for a number that is not here to be called a gap.
HALF: Final = 0.5
#: A highest number this many times as high as the next, and so many above it, is of another series or misread.
_FAR_TIMES, _FAR_ABOVE = 3, 50


@dataclass(frozen=True, slots=True)
class OfficeSeries:
    """One series of numbers.

    Args:
        key: Of which office, pattern and year.
        name: The names of the office's bodies from the top down, as they are written most.
        numbering: When its numbers begin anew.
        here: What is here, by number.
        may_be: Letters that are of this year or of another, by number: theirs are not called missing.
        far: Numbers far above all others, which are left out of everything that follows.
        never_seen: Papers of the series that are cited and not here, by number.
        missing: Numbers between the lowest and the highest that nobody has seen, from and to.
        doubled: Numbers that stand on several letters, with those.
        out_of_order: Numbers whose dates lie outside of those of their neighbours.
        order: How far its numbers tell days.
        undated: Letters without a day, with the days between which their numbers put them.
        share: Which share of it is here.
        months: Which share of each month is here.
        is_partly_read: Whether a document with some of its letters was not read to its end.
        in_text: Numbers among the missing ones that stand in the text of documents all the same.
    """

    key: SeriesKey
    name: tuple[str, ...]
    numbering: BeginsAnew
    here: tuple[NumberHere, ...]
    may_be: tuple[NumberHere, ...]
    far: tuple[NumberHere, ...]
    never_seen: tuple[NeverSeen, ...]
    missing: tuple[tuple[int, int], ...]
    doubled: tuple[tuple[int, tuple[str, ...]], ...]
    out_of_order: tuple[OutOfOrder, ...]
    order: OrderOfDays
    undated: tuple[tuple[NumberHere, DayBounds], ...]
    share: ShareHere
    months: tuple[MonthShare, ...]
    is_partly_read: bool = False
    in_text: tuple[int, ...] = ()

    @property
    def has_gaps(self) -> bool:
        """Whether so much of it is here that what is missing may be called a gap."""
        return bool(self.missing or self.never_seen) and self.share.low >= HALF and not (self.is_partly_read or self.in_text)

    def numbers_in(self, numbers: Container[str]) -> Iterator[int]:
        """Yield the missing numbers of which the whole number, from either end, is among some."""
        if "/" not in self.key.pattern:
            return  # a bare number may be anything
        for first, last in self.missing:
            for serial in range(first, last + 1):
                parts = [
                    str(serial) if part == RUNNING else str(self.key.year) if part == YEAR else part for part in self.key.pattern.split("/")
                ]
                if "/".join(parts) in numbers or "/".join(reversed(parts)) in numbers:
                    yield serial

    @property
    def is_alone(self) -> bool:
        """Whether one paper is all that is known of it, and its number has several parts: which of them runs nobody can know."""
        alone = len(self.here) == 1 and not (self.may_be or self.far or self.never_seen)
        return alone and len(self.key.pattern.split("/")) > 1

    @property
    def missing_count(self) -> int:
        """How many numbers nobody has seen."""
        return sum(last - first + 1 for first, last in self.missing)


class WhyNoGaps(StrEnum):
    """Why what is missing in a series is not called a gap."""

    READ_IN_PART = "read-in-part"
    IN_TEXT = "in-text"
    FEW = "few"


def why_no_gaps(series: OfficeSeries) -> WhyNoGaps:
    """Return why what is missing in a series without gaps is not called one."""
    if series.is_partly_read:
        return WhyNoGaps.READ_IN_PART
    return WhyNoGaps.IN_TEXT if series.in_text else WhyNoGaps.FEW


def office_series(
    key: SeriesKey, here: Sequence[NumberHere], cited: Sequence[NeverSeen], *, name: tuple[str, ...], numbering: BeginsAnew
) -> OfficeSeries:
    """Return a series with what is here and what is not.

    Args:
        key: Which.
        here: Its letters, by number.
        cited: Papers of it that are not here.
        name: Of its office.
        numbering: When its numbers begin anew.
    """
    near, far = _without_far([each for each in here if each.is_year_told])
    may_be = [each for each in here if not each.is_year_told]
    dated = [day for each in near if (day := dated_number(each.serial, each.date, each.letter))]
    chain = in_order(dated)
    order = order_of_days(dated, chain, year=days_of_year(key.year) if key.year else None)
    serials = {each.serial for each in near}
    # What a machine read from a picture bounds no gap, before somebody looked at it.
    unsure = {each.serial for each in near if each.is_unseen} - {each.serial for each in near if not each.is_unseen}
    known = serials | {each.serial for each in cited if each.serial is not None}
    days = {each.paper for each in dated}
    undated = [(each, order.bounds(each.serial)) for each in (*near, *may_be) if each.letter not in days]
    return OfficeSeries(
        key,
        name,
        numbering,
        tuple(near),
        tuple(may_be),
        tuple(far),
        tuple(sorted(cited, key=lambda each: each.serial or 0)),
        _missing(known - unsure, {*(each.serial for each in may_be), *unsure}),
        _doubled(near),
        out_of_order(dated, chain),
        order,
        tuple((each, bounds) for each, bounds in undated if bounds),
        share_here(len(serials), len(known), min(known, default=0), max(known, default=-1)),
        months_here(chain, dated, serials, known),
    )


def joined_bounds(bounds: Iterable[DayBounds]) -> FuzzyDate:
    """Return the days between which a letter lies that may be of several years: from the first to the last of them."""
    dates = [each.date for each in bounds]
    firsts, lasts = [date.earliest for date in dates], [date.latest for date in dates]
    first = None if None in firsts else min((each for each in firsts if each), default=None)
    last = None if None in lasts else max((each for each in lasts if each), default=None)
    return FuzzyDate(first, last, precision=Precision.DAY if first and last else Precision.OPEN, is_derived=True)


def within(bounds: FuzzyDate, said: FuzzyDate) -> FuzzyDate:
    """Return the days of bounds that the letter's own wording leaves open; the bounds where it leaves none."""
    first = max((each for each in (bounds.earliest, said.earliest) if each), default=None)
    last = min((each for each in (bounds.latest, said.latest) if each), default=None)
    if first and last and last < first:
        return bounds
    return FuzzyDate(first, last, precision=Precision.DAY if first and last else Precision.OPEN, is_derived=True)


def _missing(known: Collection[int], may_be: Collection[int]) -> tuple[tuple[int, int], ...]:
    """Return the numbers between known ones that nobody has seen, from and to."""
    if not known:
        return ()
    lowest, highest = min(known), max(known)
    seen = sorted({*known, *(each for each in may_be if lowest < each < highest)})
    return tuple((low + 1, high - 1) for low, high in pairwise(seen) if high - low > 1)


def _without_far(here: Sequence[NumberHere]) -> tuple[list[NumberHere], list[NumberHere]]:
    """Return numbers without those far above all others, and those."""
    serials = sorted({each.serial for each in here})
    while len(serials) > 2 and serials[-1] > max(_FAR_TIMES * serials[-2], serials[-2] + _FAR_ABOVE):
        serials.pop()
    kept: Collection[int] = set(serials)
    return [each for each in here if each.serial in kept], [each for each in here if each.serial not in kept]


def _doubled(here: Sequence[NumberHere]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    groups: Mapping[int, tuple[str, ...]] = {
        serial: tuple(each.letter for each in group) for serial, group in groupby(here, key=lambda each: each.serial)
    }
    return tuple((serial, papers) for serial, papers in groups.items() if len(papers) > 1)
