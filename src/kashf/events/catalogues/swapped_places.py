"""Latitudes that stand where longitudes belong: of single rows, told by where the others are, and of a whole table, by known places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from kashf.domain.acts.outside_event import OutsideEvent, Spot
from kashf.domain.place import km_between
from kashf.errors import UsageError

#: Degrees by which a row lies out of where most rows are, and turned round does not.
_FAR: Final = 10.0
#: Share of the rows on either side that may lie out of where most are, and rows from which on there is such a where.
_OUTER, _LEAST_ROWS = 0.05, 20
#: Degrees within which an event is at the place of its name; and places of a table that are looked up.
_NEAR: Final = 0.5
_MOST_LOOKED_UP: Final = 500
#: Places known by name from which on they tell of the whole table.
_LEAST_PLACES: Final = 3
#: Rows with a place from which on one that is far from the middle one is doubted.
_LEAST_FEW: Final = 4
#: What is far from the middle one and what is near, in times of the distance that half of the rows keep, and in km at the least.
_FAR_SHARE, _FAR_KM = 4.0, 200.0
_NEAR_SHARE, _NEAR_KM = 2.0, 100.0

#: Gives the latitude and longitude of every place of a name.
FindPlace = Callable[[str], Iterable[tuple[float, float]]]


def without_swapped(events: Sequence[OutsideEvent]) -> tuple[list[OutsideEvent], list[tuple[OutsideEvent, str]]]:
    """Return the events without those that lie far from where nine in ten are, and turned round among them; and these with why."""
    spots = [each.spot for each in events if each.spot]
    if len(spots) < _LEAST_ROWS:
        return list(events), []
    south, north = _range(sorted(each.latitude for each in spots))
    west, east = _range(sorted(each.longitude for each in spots))

    def is_turned(spot: Spot) -> bool:
        is_far = not (south - _FAR <= spot.latitude <= north + _FAR and west - _FAR <= spot.longitude <= east + _FAR)
        return is_far and south <= spot.longitude <= north and west <= spot.latitude <= east

    kept, turned = [], []
    for each in events:
        if each.spot and is_turned(each.spot):
            where = f"{each.spot.latitude}, {each.spot.longitude}"
            turned.append((each, f"{where} is far from the other rows, and among them with latitude and longitude swapped"))
        else:
            kept.append(each)
    return kept, turned


def doubtful_spots(events: Sequence[OutsideEvent], find: FindPlace) -> Iterator[tuple[OutsideEvent, str]]:
    """Yield the events whose latitude and longitude look swapped where too little is known to refuse them, each with why.

    A place of its name lies there the other way round, and not as it stands; or, in a short table, most others do.

    Args:
        events: Of a table that was taken.
        find: Where places of a name are.
    """
    spots = [each.spot for each in events if each.spot]
    middle, usual = (0.0, 0.0), 0.0
    if len(spots) >= _LEAST_FEW:
        middle = _median([each.latitude for each in spots]), _median([each.longitude for each in spots])
        usual = _median([km_between((each.latitude, each.longitude), middle) for each in spots])
    for each in events:
        if each.spot is None:
            continue
        straight, turned = (each.spot.latitude, each.spot.longitude), (each.spot.longitude, each.spot.latitude)
        known = list(find(each.place)) if each.place else []
        if known and any(_is_near(*turned, one) for one in known) and not any(_is_around(straight, one) for one in known):
            yield each, f"{each.place} lies there with latitude and longitude swapped, and not as they stand"
        elif not known and len(spots) >= _LEAST_FEW and _is_turned_round(straight, middle, usual):
            yield each, f"{straight[0]}, {straight[1]} is far from most other rows, and among them with latitude and longitude swapped"


def check_known_places(events: Iterable[OutsideEvent], find: FindPlace, *, name: str) -> None:
    """Check that a table has not its latitudes where the longitudes belong, by places that are known by their names.

    Args:
        events: Of the table.
        find: Where places of a name are.
        name: What the file is called.

    Raises:
        UsageError: More of them are near with both swapped than as they stand.
    """
    by_place = {each.place: each.spot for each in events if each.place and each.spot}
    straight = turned = 0
    for place, spot in list(by_place.items())[:_MOST_LOOKED_UP]:
        known = list(find(place))
        straight += any(_is_near(spot.latitude, spot.longitude, each) for each in known)
        turned += any(_is_near(spot.longitude, spot.latitude, each) for each in known)
    if turned >= _LEAST_PLACES and turned > straight:
        raise UsageError(
            f"{name}: latitude and longitude look swapped: {turned} of its places are where they should be the other way round, "
            f"{straight} as they stand; say which column is which with --map latitude=... --map longitude=...",
        )


def _range(values: Sequence[float]) -> tuple[float, float]:
    outer = int(len(values) * _OUTER)
    return values[outer], values[-1 - outer]


def _median(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]


def _is_around(spot: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(spot[0] - other[0]) <= _FAR and abs(spot[1] - other[1]) <= _FAR


def _is_turned_round(spot: tuple[float, float], middle: tuple[float, float], usual_km: float) -> bool:
    """Return whether a row is far from the middle of the others, by how far these are from it, and among them the other way round."""
    far = km_between(spot, middle) > max(_FAR_SHARE * usual_km, _FAR_KM)
    return far and km_between((spot[1], spot[0]), middle) < max(_NEAR_SHARE * usual_km, _NEAR_KM)


def _is_near(latitude: float, longitude: float, known: tuple[float, float]) -> bool:
    return abs(latitude - known[0]) <= _NEAR and abs(longitude - known[1]) <= _NEAR
