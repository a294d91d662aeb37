"""Dates as papers give them: the days on which it may have been, never a point that looks like a fact.

Whose date it is (of a file, of a letter, of an event) is said by whatever holds it. Days are those of the Gregorian calendar; the calendar
of the wording is kept beside them.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate, groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Self

from kashf.domain.ids import Json

if TYPE_CHECKING:
    from fractions import Fraction

#: Days over which weights may be given; a doubt as long as this is no doubt about a day any more.
MOST_WEIGHTS: Final = 800

#: Later than every day, as `FuzzyDate.day_numbers` counts them.
FOREVER: Final = 10_000_00_00

HOW_WRITTEN: Final = "a date is written 2014, 2014-10 or 2014-10-25, a range 2014-10..2014-12, 2014-10.. or ..2014-12"

#: What `as_json` leaves out, and all that it writes.
_USUAL: Final = MappingProxyType({"calendar": "gregorian", "precision": "day"})
_KEYS: Final = frozenset({"earliest", "latest", "wording", "calendar", "precision", "weights", "unresolved", "derived"})
_ISO: Final = re.compile(r"(?!0000)([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Relation(StrEnum):
    """How one date lies to another, as far as both are known."""

    BEFORE = "before"
    AFTER = "after"
    UNDECIDED = "undecided"


class Calendar(StrEnum):
    """In which calendar the wording counts."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"
    SOLAR_HIJRI = "solar-hijri"
    RUMI = "rumi"
    UNKNOWN = "unknown"


class Precision(StrEnum):
    """How finely the wording names it; a day may be named and yet be in doubt by one."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    OPEN = "open"


class Unresolved(StrEnum):
    """What whoever read the wording could not settle, so that every reading of it lies in the interval."""

    DAY_MONTH_ORDER = "day-month-order"
    TWO_DIGIT_YEAR = "two-digit-year"
    MISSING_YEAR = "missing-year"
    CALENDAR = "calendar"
    MONTH_START = "month-start"


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """One day, somewhere between two.

    Args:
        earliest: First day on which it may have been; None when nothing bounds it.
        latest: Last such day, or None.
        wording: As it was read, verbatim; "" for what no text says.
        calendar: Of the wording.
        precision: Of the wording; OPEN exactly when a side is.
        weights: How likely each day from `earliest` to `latest` is, beside the others: whole numbers, 0 for a day between that is ruled
            out. () when all are alike.
        unresolved: What the reader could not settle.
        is_derived: Bounded by other papers, as by the numbers of a register, and not said by this one. It judges nothing: whatever it is
            compared with stays undecided.

    Raises:
        ValueError: The days contradict one another, the precision or the weights.

    >>> muharram = FuzzyDate(dt.date(2014, 10, 25), dt.date(2014, 11, 23), "محرم 1436", Calendar.HIJRI, Precision.MONTH)
    >>> muharram.compare(FuzzyDate.on(dt.date(2014, 11, 1))).value, muharram.compare(FuzzyDate.on(dt.date(2014, 12, 1))).value
    ('undecided', 'before')
    """

    earliest: dt.date | None
    latest: dt.date | None
    wording: str = ""
    calendar: Calendar = Calendar.GREGORIAN
    precision: Precision = Precision.DAY
    weights: tuple[int, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    is_derived: bool = False

    def __post_init__(self) -> None:
        is_open = self.earliest is None or self.latest is None
        if is_open != (self.precision is Precision.OPEN):
            raise ValueError("a date is open exactly when it has no first or no last day")
        if self.earliest and self.latest and self.latest < self.earliest:
            raise ValueError(f"the range ends before it begins: {self.earliest}..{self.latest}")
        if self.weights and not _are_weights(self.weights, days=self.days):
            raise ValueError("weights are whole numbers from 0, one for each day, the first and the last above 0")

    @classmethod
    def on(cls, day: dt.date, wording: str = "") -> Self:
        """Return a date that is known to the day."""
        return cls(day, day, wording)

    @classmethod
    def parse(cls, untrusted: str) -> Self:
        """Return the date that ISO 8601 writes: a day, a month, a year, or two of them with a slash or two dots between, either left out.

        A range may stand in brackets, as `edtf` writes it.

        Raises:
            ValueError: It is written otherwise, or there is no such day.

        >>> [FuzzyDate.parse(text).edtf() for text in ("2014-10-25", "2014-10", "2014-10-25/2014-11", "../2014")]
        ['2014-10-25', '2014-10', '[2014-10-25..2014-11-30]', '[..2014-12-31]']
        """
        first, slash, last = untrusted.partition("/")
        if not slash:
            inner = untrusted[1:-1] if untrusted[:1] + untrusted[-1:] == "[]" else untrusted
            first, slash, last = inner.partition("..")
        if not slash:
            earliest, latest, precision = _iso(first)
            return cls(earliest, latest, precision=precision)
        start, end = (None if side in {"", ".."} else _iso(side) for side in (first, last))
        if not (start or end):
            raise ValueError(HOW_WRITTEN)
        is_open = not (start and end)
        return cls(start[0] if start else None, end[1] if end else None, precision=Precision.OPEN if is_open else Precision.DAY)

    @classmethod
    def read(cls, untrusted: str) -> Self:
        """Return the date that ISO 8601 writes as `parse` does; of what is written otherwise, or says no day, only the wording.

        >>> FuzzyDate.read("2014-10").days, FuzzyDate.read("25 Oct").is_known
        (31, False)
        """
        try:
            return cls.parse(untrusted)
        except ValueError:
            return cls(None, None, untrusted, precision=Precision.OPEN)

    @property
    def is_known(self) -> bool:
        """Whether anything bounds it."""
        return self.earliest is not None or self.latest is not None

    @property
    def days(self) -> int:
        """On how many days it may have been, from the first to the last; 0 when that has no end."""
        return (self.latest - self.earliest).days + 1 if self.earliest and self.latest else 0

    @property
    def bounds(self) -> tuple[dt.date, dt.date]:
        """The first and the last day.

        Raises:
            ValueError: A side is open.
        """
        if self.earliest is None or self.latest is None:
            raise ValueError("an open date has no first or no last day")
        return self.earliest, self.latest

    @property
    def month(self) -> str:
        """The one month in which it lies, as yyyy-mm, or ""."""
        first, last = self.earliest, self.latest
        is_one = first and last and (first.year, first.month) == (last.year, last.month)
        return first.isoformat()[:7] if first and is_one else ""

    def may_lie_within(self, first: dt.date | None, last: dt.date | None) -> bool:
        """Return whether it may lie on one of some days, of which either end may be open."""
        is_over = first is not None and self.latest is not None and self.latest < first
        return not is_over and not (last is not None and self.earliest is not None and self.earliest > last)

    def compare(self, other: FuzzyDate) -> Relation:
        """Return how it lies to another; two on one day are undecided, since neither names an hour."""
        if self.is_derived or other.is_derived:
            return Relation.UNDECIDED
        if self.latest and other.earliest and self.latest < other.earliest:
            return Relation.BEFORE
        if self.earliest and other.latest and self.earliest > other.latest:
            return Relation.AFTER
        return Relation.UNDECIDED

    def chance_before(self, other: FuzzyDate) -> Fraction | None:
        """Return how likely it lies on an earlier day than another, by their weights; None when a side is open or a date is derived.

        Takes the two for independent, which two days of one month in doubt are not.

        >>> FuzzyDate.parse("2014-10-25/2014-10-28").chance_before(FuzzyDate.parse("2014-10-26"))
        Fraction(1, 4)
        """
        if self.is_derived or other.is_derived or not (self.days and other.days and self.earliest and other.earliest):
            return None
        from fractions import Fraction  # Brings the decimals, a tenth of all that a search loads.

        mine, theirs = self._weighed(), other._weighed()
        until = (0, *accumulate(mine))
        shift = (other.earliest - self.earliest).days
        earlier = sum(weight * until[min(max(day + shift, 0), len(mine))] for day, weight in enumerate(theirs))
        return Fraction(earlier, sum(mine) * sum(theirs))

    def each_day(self) -> Iterator[dt.date]:
        """Yield the days on which it may have been, those ruled out between the first and the last left out; none when a side is open.

        >>> [day.isoformat() for day in FuzzyDate(dt.date(2014, 3, 5), dt.date(2014, 3, 7), weights=(1, 0, 1)).each_day()]
        ['2014-03-05', '2014-03-07']
        """
        if self.days and self.earliest:
            yield from (self.earliest + dt.timedelta(ahead) for ahead, weight in enumerate(self._weighed()) if weight)

    def day_numbers(self) -> tuple[int, int]:
        """Return the first and the last day as numbers that order like days, an open side as far off as can be; (0, 0) for none.

        >>> FuzzyDate.parse("2014-10").day_numbers()
        (20141001, 20141031)
        """
        if not self.is_known:
            return 0, 0
        first, last = ((day.year * 10_000 + day.month * 100 + day.day) if day else 0 for day in (self.earliest, self.latest))
        return first, last or FOREVER

    def edtf(self) -> str:
        """Return it in the Extended Date/Time Format (ISO 8601-2): one day out of those listed; "" when nothing bounds it.

        >>> FuzzyDate(dt.date(2014, 3, 5), dt.date(2014, 3, 8), weights=(1, 0, 0, 1)).edtf()
        '[2014-03-05,2014-03-08]'
        """
        if not self.is_known:
            return ""
        return self._whole() or f"[{','.join(self._runs())}]"

    def as_json(self) -> Mapping[str, Json]:
        """Return it as values for JSON; what is usual is left out, so that equal dates, and only those, are written alike."""
        found: Mapping[str, Json] = {
            "earliest": self.earliest.isoformat() if self.earliest else None,
            "latest": self.latest.isoformat() if self.latest else None,
            "wording": self.wording,
            "calendar": self.calendar.value,
            "precision": self.precision.value,
            "weights": list(self.weights),
            "unresolved": [each.value for each in self.unresolved],
            "derived": self.is_derived,
        }
        return {name: value for name, value in found.items() if value and value != _USUAL.get(name)}

    @classmethod
    def from_json(cls, untrusted: Mapping[str, Json]) -> Self:
        """Return the date that `as_json` wrote.

        Raises:
            ValueError: It did not write this.
        """
        if not _KEYS.issuperset(untrusted):
            raise ValueError("not the JSON of a date")
        return cls(
            _day(untrusted.get("earliest")),
            _day(untrusted.get("latest")),
            wording=str(untrusted.get("wording", "")),
            calendar=Calendar(str(untrusted.get("calendar", Calendar.GREGORIAN))),
            precision=Precision(str(untrusted.get("precision", Precision.DAY))),
            weights=tuple(int(str(weight)) for weight in _listed(untrusted.get("weights", ()))),
            unresolved=tuple(Unresolved(str(each)) for each in _listed(untrusted.get("unresolved", ()))),
            is_derived=untrusted.get("derived", False) is True,
        )

    def _weighed(self) -> tuple[int, ...]:
        return self.weights or (1,) * self.days

    def _whole(self) -> str:
        """Return the day, month or year that the interval is exactly, or ""."""
        if self.weights or not (self.earliest and self.latest):
            return ""
        if self.earliest == self.latest:
            return self.earliest.isoformat()
        texts = (self.earliest.isoformat()[:7], self.earliest.isoformat()[:4])
        return next((text for text in texts if _iso(text)[:2] == (self.earliest, self.latest)), "")

    def _runs(self) -> Iterator[str]:
        """Yield the stretches of days that are not ruled out."""
        if not (self.weights and self.earliest):
            yield f"{self.earliest or ''}..{self.latest or ''}"
            return
        place = 0
        for is_possible, weights in groupby(self.weights, key=bool):
            first = self.earliest + dt.timedelta(place)
            place += len(list(weights))
            last = self.earliest + dt.timedelta(place - 1)
            if is_possible:
                yield f"{first}" if first == last else f"{first}..{last}"


#: The date of what gives none.
UNDATED: Final = FuzzyDate(None, None, precision=Precision.OPEN)


def _are_weights(weights: tuple[int, ...], *, days: int) -> bool:
    return len(weights) == days <= MOST_WEIGHTS and min(weights) >= 0 and weights[0] > 0 and weights[-1] > 0


@lru_cache(maxsize=1 << 12)
def _iso(text: str) -> tuple[dt.date, dt.date, Precision]:
    """Return the first and the last day of a day, month or year."""
    found = _ISO.fullmatch(text)
    if not found:
        raise ValueError(HOW_WRITTEN)
    year, month, day = (int(part or 0) for part in found.groups())
    if not found[2]:
        return dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month:02}")
    longest = calendar.monthrange(year, month)[1]
    if not found[3]:
        return dt.date(year, month, 1), dt.date(year, month, longest), Precision.MONTH
    if not 1 <= day <= longest:
        raise ValueError(f"{found[1]}-{found[2]} has no day {day}")
    return dt.date(year, month, day), dt.date(year, month, day), Precision.DAY


def _day(untrusted: Json) -> dt.date | None:
    return None if untrusted is None else dt.date.fromisoformat(str(untrusted))


def _listed(untrusted: Json) -> tuple[Json, ...]:
    if not isinstance(untrusted, list | tuple):
        raise ValueError("not the JSON of a date: a list is missing")
    return tuple(untrusted)
