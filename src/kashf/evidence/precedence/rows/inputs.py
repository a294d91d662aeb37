"""Orders and events as rows of tables: checked, placed on days, and counted, so that every row is used or has a reason why not."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.errors import UsageError
from kashf.evidence.precedence.grid import EARTH_KM, Days, Points

Row = Mapping[str, object]

#: Divides the candidates of a place that may be one of several: "34.5|35.1".
_OR: Final = "|"
#: Coordinates are taken for swapped when the nearest event is farther than the first and, turned round, nearer than the second; km. In
#: some countries the swapped place is in the next one, so that most orders together are taken at a shorter distance.
_FAR_KM: Final = 1000.0
_NEAR_KM: Final = 50.0
_FAR_FOR_MOST_KM: Final = 100.0

#: A day, with or without a time of day; a year or a month.
_DAY: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ][0-9:.+Z-]{1,30})?")
_MONTH: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2})?")

#: What is not known to within so many days is not used: within a window of a week, half of what is true would be missed.
WIDEST_DAYS: Final = 14

#: Column in which a mapped catalogue says why a row cannot be used.
UNUSABLE: Final = "unusable"

ORDER_COLUMNS: Final = ("id", "date_earliest", "date_latest", "place", "lat", "lon", "group")
EVENT_COLUMNS: Final = ("id", "date", "date_earliest", "date_latest", "place", "lat", "lon", "actor", "target", "type")


@dataclass(frozen=True, slots=True)
class Order:
    """One order, as a row gave it.

    Args:
        id: As the table calls it.
        date: The days on which it may have been written; no side is open.
        place: What it is about, in words.
        spots: (lat, lon) in degrees of every place that this may be; at least one.
        group: Orders of one operation have the same; "" for an order by itself.
    """

    id: str
    date: FuzzyDate
    place: str
    spots: tuple[tuple[float, float], ...]
    group: str


@dataclass(frozen=True, slots=True)
class Events:
    """A catalogue, read and narrowed.

    Args:
        first: First day of its span.
        last: Last day.
        points: Where events were.
        days: When, in days from the first.
        rows: Rows that were read.
        unused: Rows that were not used, by reason.
        doubt: The first and the last day on which each may have been, where that is more than one for some; `days` is in the middle.
    """

    first: dt.date
    last: dt.date
    points: Points
    days: Days
    rows: int
    unused: Mapping[str, int]
    doubt: tuple[Days, Days] | None = None

    @property
    def span(self) -> int:
        """Days of the catalogue, both ends included."""
        return (self.last - self.first).days + 1

    def days_of(self, date: FuzzyDate) -> tuple[int, int]:
        """Return the first and the last day of a date, in days from the first of the catalogue.

        Raises:
            ValueError: It is open on a side.
        """
        first, last = date.bounds
        return (first - self.first).days, (last - self.first).days


def read_orders(rows: Iterable[Row]) -> tuple[Order, ...]:
    """Return the orders of a table, in its order.

    Raises:
        UsageError: There are none, a column is missing, or a row cannot be read; the message names the row, from 1.
    """
    orders = tuple(_order(row, number) for number, row in enumerate(rows, start=1))
    if not orders:
        raise UsageError("there are no orders in the table")
    twice = [id for id, count in Counter(order.id for order in orders).items() if count > 1]
    if twice:
        raise UsageError(f"duplicate order id {twice[0][:60]!r}")
    return orders


def read_events(rows: Iterable[Row], *, actors: Sequence[str] = (), types: Sequence[str] = ()) -> Events:
    """Return the events of a table that have a day, narrowed to some actors and types.

    The span is that of all rows with a day, narrowed or not: a catalogue covers the days on which others acted too. Rows without a day are
    counted, never guessed; so are those of other actors and types.

    Args:
        rows: The table.
        actors: Keep events of these, compared without case; () keeps all.
        types: Keep events of these types; () keeps all.

    Raises:
        UsageError: There are no events to use, a column is missing, or a row cannot be read.
    """
    unused: Counter[str] = Counter()
    kept: list[tuple[dt.date, dt.date, float, float]] = []
    seen: list[dt.date] = []
    wanted_actors, wanted_types = ({value.strip().casefold() for value in values} for values in (actors, types))
    number, ids = 0, set()
    for number, row in enumerate(rows, start=1):
        id = _text(row, "id", number, what="event")
        if id in ids:
            raise UsageError(f"event {number}: duplicate id {id[:60]!r}")
        ids.add(id)
        date = _date_of_event(row, number)
        reason = _why_no_day(row, date) or _optional(row, UNUSABLE)
        if reason:
            unused[reason] += 1
            continue
        earliest, latest = date.bounds
        seen += (earliest, latest)
        ((lat, lon),) = _spots(row, number, what="event", several=False)
        if wanted_actors and _optional(row, "actor").casefold() not in wanted_actors:
            unused["another actor"] += 1
        elif wanted_types and _optional(row, "type").casefold() not in wanted_types:
            unused["another type"] += 1
        else:
            kept.append((earliest, latest, lat, lon))
    if not kept:
        raise UsageError(f"no event of the catalogue can be used: {_listed(unused) or 'it is empty'}")
    first = min(seen)
    days = np.array([((earliest - first).days, (latest - first).days) for earliest, latest, _, _ in kept], dtype=np.int64)
    points = Points(np.array([e[2] for e in kept]), np.array([e[3] for e in kept]))
    earliest_days, latest_days = days[:, 0], days[:, 1]
    doubt = (earliest_days, latest_days) if (latest_days > earliest_days).any() else None
    middle = earliest_days + (latest_days - earliest_days) // 2
    return Events(first, max(seen), points, middle, number, dict(unused), doubt)


def check_not_swapped(orders: Sequence[Order], events: Events) -> None:
    """Check that orders have not their latitudes where the longitudes belong.

    Raises:
        UsageError: An order is very far from every event, or most are far, and would be near one the other way round.
    """
    spots = np.unique(np.stack((events.points.lat, events.points.lon), axis=1), axis=0)
    there = Points(spots[:, 0], spots[:, 1]).directions()
    turned = [(order, max(_nearest_km(*spot, there) for spot in order.spots)) for order in orders if _is_near_when_turned(order, there)]
    far = [order for order, away in turned if away > _FAR_KM]
    most = [order for order, away in turned if away > _FAR_FOR_MOST_KM]
    suspects = most if 2 * len(most) > len(orders) else far
    if suspects:
        raise UsageError(
            f"order {suspects[0].id[:60]!r}: lat and lon look swapped; as they stand there is no event near, the other way round there is"
        )


def _is_near_when_turned(order: Order, there: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> bool:
    return any(abs(lon) <= 90 and _nearest_km(lon, lat, there) < _NEAR_KM for lat, lon in order.spots)


def _nearest_km(lat: float, lon: float, there: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
    here = Points(np.array([lat]), np.array([lon])).directions()[0]
    return float(np.arccos(np.clip((there @ here).max(), -1, 1))) * EARTH_KM


def _order(row: Row, number: int) -> Order:
    return Order(
        id=_text(row, "id", number, what="order"),
        date=_admissible(row, number, what="order"),
        place=_optional(row, "place"),
        spots=_spots(row, number, what="order", several=True),
        group=_optional(row, "group"),
    )


def _admissible(row: Row, number: int, *, what: str) -> FuzzyDate:
    earliest = _day(row, "date_earliest", number, what=what)
    latest = _day(row, "date_latest", number, what=what) if _optional(row, "date_latest") else earliest
    if latest < earliest:
        raise UsageError(f"{what} {number}: date_latest is before date_earliest")
    return FuzzyDate(earliest, latest)


def _spots(row: Row, number: int, *, what: str, several: bool) -> tuple[tuple[float, float], ...]:
    lats, lons = (_text(row, column, number, what=what).split(_OR) for column in ("lat", "lon"))
    if len(lats) != len(lons) or (len(lats) > 1 and not several):
        raise UsageError(f"{what} {number}: lat and lon do not name the same number of places")
    return tuple((_degrees(lat, 90, number, what), _degrees(lon, 180, number, what)) for lat, lon in zip(lats, lons, strict=True))


def _degrees(text: str, most: int, number: int, what: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not abs(value) <= most:
        raise UsageError(
            f"{what} {number}: {text[:40]!r} is no {'latitude' if most == 90 else 'longitude'} in degrees; are lat and lon swapped?"
        )
    return value


def _day(row: Row, column: str, number: int, *, what: str) -> dt.date:
    text = _text(row, column, number, what=what)
    found = _DAY.fullmatch(text)
    try:
        if found:
            return dt.date.fromisoformat(found[1])
    except ValueError:
        pass  # the thirtieth of February
    why = "; a month alone cannot be tested" if _MONTH.fullmatch(text) else ""
    raise UsageError(f"{what} {number}: {column} is {text[:40]!r} and no day as in 2014-11-03{why}")


def _why_no_day(row: Row, date: FuzzyDate) -> str:
    """Return why an event cannot be placed on days; "" where it can, on one or, with both its columns, on one of several."""
    if date.days == 1:
        return ""
    if not _optional(row, "date_earliest"):
        return "no single day"
    return "" if date.days <= WIDEST_DAYS + 1 else f"date not known to within {WIDEST_DAYS} days"


def _date_of_event(row: Row, number: int) -> FuzzyDate:
    """Return the date of an event: a day, or the days of a year, a month or an interval; UNDATED where the table gives nothing.

    `date_earliest` and `date_latest` stand in its place where they are given.
    """
    if _optional(row, "date_earliest"):
        return _admissible(row, number, what="event")
    text = _optional(row, "date")
    if not text:
        return UNDATED
    if not _MONTH.fullmatch(text) and "/" not in text:
        return FuzzyDate.on(_day(row, "date", number, what="event"))
    try:
        return FuzzyDate.parse(text)
    except ValueError as error:
        raise UsageError(f"event {number}: date is {text[:40]!r}: {error}") from None


def _text(row: Row, column: str, number: int, *, what: str) -> str:
    text = _optional(row, column)
    if not text:
        known = ", ".join(map(str, row))[:200]
        raise UsageError(f"{what} {number}: there is no {column}; the columns of the table are {known}")
    return text


def _optional(row: Row, column: str) -> str:
    value = row.get(column)
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    return value.isoformat() if isinstance(value, dt.date) else str(value).strip()


def _listed(unused: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {reason}" for reason, count in unused.items())
