"""Reads a list of places that somebody brings, a table (CSV) or points as GeoJSON; the first row that cannot be right is named."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from kashf.domain.acts.outside_event import OutsideEvent, Spot
from kashf.domain.date import UNDATED
from kashf.domain.place import KnownPlace, km_between
from kashf.errors import UsageError
from kashf.events.catalogues.swapped_places import doubtful_spots
from kashf.language.places.place_table import PlaceTable
from kashf.language.tables.places import own_columns
from kashf.language.words.folding import fold
from kashf.language.words.headed_tables import headings, numbered_rows, possible_heads
from kashf.language.words.tokens import folded_words

#: Places of one list.
MOST_PLACES: Final = 200_000
_LONGEST_NAME: Final = 200
_MOST_OTHERS: Final = 20
#: A row is taken for one with latitude and longitude changed over where a place of its name lies so near to it the other way round, and so
#: far from it as it stands.
_NEAR_KM: Final = 50.0
_FAR_KM: Final = 300.0
_FIELDS: Final[Mapping[str, frozenset[str]]] = {
    "name": headings(own_columns.NAMES),
    "others": headings(own_columns.OTHERS),
    "id": headings(own_columns.IDS),
    "lat": headings(own_columns.LATITUDES),
    "lon": headings(own_columns.LONGITUDES),
    "kind": headings(own_columns.KINDS),
    "country": headings(own_columns.COUNTRIES),
    "reach": headings(own_columns.REACHES),
    "people": headings(own_columns.POPULATIONS),
}
_NUMBER: Final = re.compile(r"[+-]?\d{1,9}(?:[.,٫]\d{1,12})?")
_LIST_SIGNS: Final = re.compile(r"[|;]")
#: What a kind may be called for it to count as an area.
_KINDS: Final = {"governorate": "province", "wilayat": "province", "wilaya": "province", "محافظة": "province", "ولاية": "province"}


def read_own_places(untrusted_text: str, *, name: str, table: PlaceTable) -> tuple[KnownPlace, ...]:
    """Return the places of a list; their ids begin with "own:".

    Args:
        untrusted_text: A table with a heading for name, latitude and longitude, or a FeatureCollection of points.
        name: What the list is called in messages.
        table: Places that are known, by which latitude and longitude that were changed over are noticed.

    Raises:
        UsageError: It is no such list, or one of its rows has no name, a number out of range, an id that another row has, or latitude and
            longitude changed over; the message names the row.
    """
    found = tuple(place for _, place in _numbered(untrusted_text, name, table))
    if not found:
        raise UsageError(f"there are no places in {name}", code="places-none", name=name)
    return found


def rows_that_look_swapped(untrusted_text: str, *, name: str, table: PlaceTable) -> Iterator[tuple[int, str]]:
    """Yield the rows of a list whose latitude and longitude look changed over where too little is known to refuse them, each with why.

    Args:
        untrusted_text: As `read_own_places` takes it.
        name: What the list is called in messages.
        table: Places that are known.

    Raises:
        UsageError: As `read_own_places`.
    """
    points = [
        OutsideEvent(place.id, row, UNDATED, place=place.name, spot=Spot(place.latitude, place.longitude))
        for row, place in _numbered(untrusted_text, name, table)
    ]
    for each, why in doubtful_spots(points, lambda asked: ((one.latitude, one.longitude) for one in table.find(asked))):
        yield each.line, why


def _numbered(untrusted_text: str, name: str, table: PlaceTable) -> Iterator[tuple[int, KnownPlace]]:
    text = untrusted_text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    rows = _features(text, name) if text.lstrip()[:1] == "{" else _rows(text, name)
    ids: dict[str, int] = {}
    for nth, (row, fields) in enumerate(rows, 1):
        if nth > MOST_PLACES:
            raise UsageError(f"{name} has more than {MOST_PLACES:,} places", code="places-too-many", name=name, most=MOST_PLACES)
        place = _place(fields, name, row, nth=nth)
        if place.id in ids:
            raise _refused(name, row, f"the id {place.id.removeprefix('own:')} is that of row {ids[place.id]} too")
        ids[place.id] = row
        _check_order(place, table, name, row)
        yield row, place


def _rows(text: str, name: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    head = next((line for line in text.split("\n") if line.strip()), "")
    divider, columns = max(
        possible_heads(head), key=lambda each: sum(fold(cell) in known for cell in each[1] for known in _FIELDS.values())
    )
    places = {field: next((index for index, cell in enumerate(columns) if fold(cell) in known), -1) for field, known in _FIELDS.items()}
    missing = [field for field in ("name", "lat", "lon") if places[field] < 0]
    if missing:
        said = ", ".join({"name": "name", "lat": "latitude", "lon": "longitude"}[field] for field in missing)
        raise UsageError(
            f"{name} has no column of {said}; its first line has to name its columns", code="places-columns", name=name, columns=said
        )
    others = [index for index, cell in enumerate(columns) if fold(cell) in _FIELDS["others"]]
    for row, cells in numbered_rows(text, divider=divider, name=name):
        if tuple(cell.strip() for cell in cells) == tuple(cell.strip() for cell in columns):
            continue
        fields = {field: cells[index].strip() for field, index in places.items() if 0 <= index < len(cells)}
        yield row, {**fields, "others": "|".join(cells[index] for index in others if index < len(cells))}


def _features(text: str, name: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    try:
        untrusted = json.loads(text)
        features = untrusted["features"]
        if not isinstance(features, list):
            raise TypeError
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError(f"{name} is no GeoJSON collection of points", code="places-no-geojson", name=name) from error
    for row, feature in enumerate(features, 1):
        geometry = feature.get("geometry") if isinstance(feature, dict) else None
        where = geometry.get("coordinates") if isinstance(geometry, dict) and geometry.get("type") == "Point" else None
        if not isinstance(where, list) or len(where) < 2:
            raise _refused(name, row, "it is no point")
        properties = feature.get("properties")
        told = properties if isinstance(properties, dict) else {}
        fields = {field: _said(told, known) for field, known in _FIELDS.items()}
        id = fields["id"] or _plain(feature.get("id"))
        yield row, {**fields, "id": id, "lat": _plain(where[1]), "lon": _plain(where[0])}


def _said(properties: Mapping[str, Any], known: frozenset[str]) -> str:
    return "|".join(_plain(value) for key, value in properties.items() if fold(str(key)) in known)


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return "|".join(map(str, value[:_MOST_OTHERS]))
    return "" if value is None or isinstance(value, dict | bool) else str(value)


def _place(fields: Mapping[str, str], name: str, row: int, *, nth: int) -> KnownPlace:
    called = " ".join(fields.get("name", "").split("|")[0].split())
    if not folded_words(called) or len(called) > _LONGEST_NAME:
        raise _refused(name, row, "there is no name in it")
    others = tuple(each for part in _LIST_SIGNS.split(fields.get("others", "")) if (each := " ".join(part.split()))[:_LONGEST_NAME])
    kind = fold(fields.get("kind", "") or "town")[:40]
    return KnownPlace(
        name=called,
        kind=_KINDS.get(kind, kind),
        country=fields.get("country", "").strip().upper()[:2],
        latitude=_degrees(fields.get("lat", ""), 90, "latitude", name, row),
        longitude=_degrees(fields.get("lon", ""), 180, "longitude", name, row),
        population=int(_number(fields.get("people", "") or "0", "population", name, row)),
        id=f"own:{fields.get('id', '').strip()[:100] or nth}",
        reach_km=min(_number(fields.get("reach", "") or "0", "radius", name, row), 5000.0),
        others=others[:_MOST_OTHERS],
    )


def _degrees(said: str, most: int, what: str, name: str, row: int) -> float:
    degrees = _number(said, what, name, row)
    if abs(degrees) > most:
        hint = "; are latitude and longitude changed over?" if what == "latitude" and abs(degrees) <= 180 else ""
        raise _refused(name, row, f"the {what} {said[:20]} is out of range{hint}")
    return degrees


def _number(said: str, what: str, name: str, row: int) -> float:
    plain = fold(said.strip())
    if not _NUMBER.fullmatch(plain) or not math.isfinite(number := float(re.sub("[,٫]", ".", plain))):
        raise _refused(name, row, f"the {what} {said[:20]!r} is no number")
    if number < 0 and what in {"radius", "population"}:
        raise _refused(name, row, f"the {what} is below 0")
    return number


def _check_order(place: KnownPlace, table: PlaceTable, name: str, row: int) -> None:
    if abs(place.longitude) > 90:
        return
    known: Sequence[KnownPlace] = [each for each in table.find(place.name) if not each.is_area]
    turned = (place.longitude, place.latitude)
    if (
        known
        and min(place.km_to(each) for each in known) > _FAR_KM
        and min(km_between(turned, (each.latitude, each.longitude)) for each in known) < _NEAR_KM
    ):
        raise _refused(name, row, "latitude and longitude are changed over: the other way round, the place of that name is there")


def _refused(name: str, row: int, why: str) -> UsageError:
    return UsageError(f"{name}, row {row}: {why}", code="places-row", name=name, row=row)
