"""The cells of one row of a catalogue as an event: days, place and precision checked, nothing guessed."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from kashf.domain.acts.outside_event import OutsideEvent, PlacePrecision, Spot
from kashf.domain.date import UNDATED, FuzzyDate, Precision
from kashf.events.catalogues.catalogue_columns import CatalogueColumns
from kashf.language.dates.find_dates import find_dates

Row = Mapping[str, object]

#: Characters of a cell that are kept.
_LONGEST: Final = 300
#: A day with a time behind it; what stands last is its zone.
_TIMED: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?")
_ISO: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
#: A day by three numbers, the year last.
_NUMBERS: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
#: Hours by which the time of a place is before and behind that of Greenwich, at most.
_WEST: Final = dt.timedelta(hours=12)
_EAST: Final = dt.timedelta(hours=14)

#: What is known of a day that is not exact. Source: UCDP GED codebook 19.1, date_prec; ACLED codebook 2023, time_precision.
_AROUND: Final[Mapping[tuple[str, float], str]] = MappingProxyType(
    {
        ("ucdp", 2): "week",
        ("ucdp", 3): "week",
        ("ucdp", 4): "month",
        ("ucdp", 5): "year",
        ("acled", 2): "week",
        ("acled", 3): "month",
    }
)
#: The week around a day holds the days that are so near.
_WEEK: Final = dt.timedelta(6)
_UCDP_PLACES: Final = (PlacePrecision.PLACE, PlacePrecision.NEAR, PlacePrecision.DISTRICT, PlacePrecision.PROVINCE, PlacePrecision.AREA)
_PRECISIONS: Final[Mapping[str, Mapping[int, PlacePrecision]]] = MappingProxyType(
    {
        "ucdp": {**dict(enumerate(_UCDP_PLACES, 1)), 6: PlacePrecision.COUNTRY, 7: PlacePrecision.SEA},
        "acled": {1: PlacePrecision.PLACE, 2: PlacePrecision.NEAR, 3: PlacePrecision.PROVINCE},
    }
)
#: What the numbers of UCDP's type_of_violence mean.
_UCDP_TYPES: Final = {"1": "state-based", "2": "non-state", "3": "one-sided"}


class RowRefusedError(ValueError):
    """A row that cannot be what it says.

    Args:
        reason: Its code: "no-day", "ends-before", "no-latitude", "no-longitude", "same-id", "cells", "swapped".
        told: What is wrong, for people.
    """

    def __init__(self, reason: str, told: str) -> None:
        super().__init__(told)
        self.reason = reason


def event_of(row: Row, columns: CatalogueColumns, *, line: int) -> OutsideEvent:
    """Return the event of a row.

    Args:
        row: Cells by column; it has all that are needed.
        columns: Which says what.
        line: Where the row begins.

    Raises:
        RowRefusedError: A day or a place is none.
    """
    return OutsideEvent(
        id=_whole_number(_cell(row, columns.id)) or str(line),
        line=line,
        date=_date(row, columns),
        kind=_kind(row, columns),
        place=_cell(row, columns.place),
        spot=_spot(row, columns),
        actor=_cell(row, columns.actor),
        target=_cell(row, columns.target),
    )


def _date(row: Row, columns: CatalogueColumns) -> FuzzyDate:
    """Return the days on which an event may have been, from the first to the last that the catalogue gives.

    Where it gives one day alone, and says that this one is not exact, so much around it as it says.
    """
    first = _day(row, columns.date, columns.day_order)
    last = _day(row, columns.date_end, columns.day_order) if columns.date_end and _cell(row, columns.date_end) else first
    date = _joined(first, last)
    if not columns.kind_of:
        return date
    return _widened(date, columns.kind_of, _number(_cell(row, columns.date_precision)))


def _widened(date: FuzzyDate, kind_of: str, precision: float) -> FuzzyDate:
    """Return a date of a published catalogue with the doubt that its precision says; unknown where that says nothing."""
    if precision == 1 or (date.days > 1 and precision in {2, 3, 4, 5}):
        return date
    around = _AROUND.get((kind_of, precision))
    if around is None or not date.earliest or not date.latest:
        return UNDATED
    if around in {"month", "year"}:
        return FuzzyDate.parse(date.earliest.isoformat()[: 7 if around == "month" else 4])
    return _between(date.earliest - _WEEK, date.latest + _WEEK)


def _joined(first: FuzzyDate, last: FuzzyDate) -> FuzzyDate:
    if first == last:
        return first
    if first.earliest and last.latest and first.earliest > last.latest:
        raise RowRefusedError("ends-before", f"it ends on {last.edtf()}, before it begins on {first.edtf()}")
    if not first.is_known and not last.is_known:
        return UNDATED
    return _between(first.earliest, last.latest)


@lru_cache(maxsize=1 << 15)
def _between(first: dt.date | None, last: dt.date | None) -> FuzzyDate:
    """Return a date between two days; one value for all rows that have them, as a million may."""
    return FuzzyDate(first, last, precision=Precision.DAY if first and last else Precision.OPEN)


def _day(row: Row, column: str, order: str) -> FuzzyDate:
    text = _cell(row, column)
    try:
        return _read_day(text, order) if text else UNDATED
    except (ValueError, OverflowError):
        raise RowRefusedError("no-day", f"{column} is {text[:40]!r} and no day as in 2014-11-03") from None


@lru_cache(maxsize=1 << 15)
def _read_day(text: str, order: str) -> FuzzyDate:
    """Return the days that a cell names.

    Raises:
        ValueError: It names none, or one that there is not.
    """
    if _ISO.fullmatch(text):
        return FuzzyDate.parse(text)
    if timed := _TIMED.fullmatch(text):
        return _timed(timed)
    if order and (numbers := _NUMBERS.fullmatch(text)):
        first, _, second, year = numbers.groups()
        day, month = (first, second) if order == "dmy" else (second, first)
        return FuzzyDate.on(dt.date(int(year), int(month), int(day)), text)
    if "/" in text and not _NUMBERS.fullmatch(text):
        try:
            return FuzzyDate.parse(text)
        except ValueError:
            pass  # not two days of ISO 8601 with a stroke between
    found = find_dates(text)
    if len(found) != 1 or found[0].impossible or not found[0].date.is_known or found[0].end - found[0].start < len(text) - 2:
        raise ValueError(text)
    return found[0].date


def _timed(found: re.Match[str]) -> FuzzyDate:
    """Return the day of a time; by the clock of Greenwich it may be another one where it happened, and then it is one of two."""
    day, zone = dt.date.fromisoformat(found[1]), found[4] or ""
    at = dt.datetime(day.year, day.month, day.day, int(found[2]), int(found[3]))  # noqa: DTZ001 - the wall clock of whoever wrote it
    if zone not in {"Z", "UTC", "+00:00", "+0000"}:
        return _between(day, day)
    return _between((at - _WEST).date(), (at + _EAST).date())


def _spot(row: Row, columns: CatalogueColumns) -> Spot | None:
    latitude, longitude = _cell(row, columns.latitude), _cell(row, columns.longitude)
    if not latitude and not longitude:
        return None
    known = _PRECISIONS.get(columns.kind_of, {})
    precision = known.get(int(number) if math.isfinite(number := _number(_cell(row, columns.place_precision))) else 0)
    return Spot(_degrees(latitude, 90, "latitude"), _degrees(longitude, 180, "longitude"), precision or PlacePrecision.UNKNOWN)


def _degrees(text: str, most: int, what: str) -> float:
    value = _number(text.replace(",", ".") if text.count(",") == 1 else text)
    if not abs(value) <= most:
        raise RowRefusedError(f"no-{what}", f"{text[:40]!r} is no {what} in degrees; are latitude and longitude swapped?")
    return value


def _kind(row: Row, columns: CatalogueColumns) -> str:
    said = _cell(row, columns.kind)
    return _UCDP_TYPES.get(_whole_number(said), "") if columns.kind_of == "ucdp" else said


def _cell(row: Row, column: str) -> str:
    value = row.get(column) if column else None
    return "" if value is None or (isinstance(value, float) and math.isnan(value)) else str(value).strip()[:_LONGEST]


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.inf


def _whole_number(text: str) -> str:
    """Return a number that a spreadsheet has written as 12.0 as 12."""
    return text.removesuffix(".0")
