"""The map of a case as GeoJSON and as rows: circles of doubt, points where a point is meant, and what is not placed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from kashf.domain.date import FuzzyDate
from kashf.events.places.map_words import MapWords
from kashf.services.places.list_places import PlaceAnswer
from kashf.services.places.map_events import EventSpot
from kashf.services.places.map_places import MapOrigin, MappedPlace, PlaceMap
from kashf.show.forms.spreadsheets import Cell
from kashf.show.places.place_lines import left_out_answer
from kashf.show.wording import Wording

#: Columns of the table of the map.
MAP_HEADER: Final = (
    *("place", "id", "kind", "country", "lat", "lon", "is_area", "radius_km", "documents", "mentions"),
    *("earliest", "latest", "acts", "names", "origin", "events"),
)
#: Corners of a circle of doubt.
_CORNERS: Final = 48
_DEGREE_KM: Final = 111.2
_MOST_NAMES: Final = 10
#: Names that wait for somebody to decide; `kashf places` has all.
_MOST_UNRESOLVED: Final = 200


def map_words(say: Wording) -> MapWords:
    """Return what the drawing of a map says."""
    return MapWords(
        title=say("map.drawn").unescape(),
        empty=say("map.none").unescape(),
        papers=say("map.legend.papers").unescape(),
        area=say("map.legend.area").unescape(),
        outside=lambda drawn, beyond: say("map.legend.outside", n=say.number(drawn), beyond=say.number(beyond)).unescape(),
    )


def map_geojson(found: PlaceMap) -> dict[str, Any]:
    """Return a map as GeoJSON: a polygon for each circle of doubt, a point where one is meant; what is not placed is a member beside them.

    Source: RFC 7946; longitude stands first, corners go against the clock.
    """
    features = [feature for each in found.places for feature in _features(each)]
    features += [feature for each in found.outside.spots for feature in _event_features(each)]
    return {"type": "FeatureCollection", "features": features, **map_beside(found)}


def map_beside(found: PlaceMap) -> dict[str, Any]:
    """Return what is not on a map as JSON values."""
    return {
        "not_placed": dict(found.not_placed),
        "unresolved": [_unresolved(each) for each in found.unresolved[:_MOST_UNRESOLVED]],
        **{name: getattr(found, name) for name in ("undated", "out_of_days", "papers")},
        "events": {name: getattr(found.outside, name) for name in ("total", "unplaced", "undated", "out_of_days", "not_drawn")},
        **left_out_answer(found.left_out),
        "note": "Circles show where a place may have been; borders are contested.",
    }


def map_rows(found: PlaceMap) -> Iterator[Sequence[Cell]]:
    """Yield places as rows under `MAP_HEADER`, then where catalogues put outside events."""
    for each in found.places:
        first, last = each.days
        yield (
            *(each.place.name, each.place.id, each.place.kind, each.place.country, f"{each.place.latitude:.5f}"),
            *(f"{each.place.longitude:.5f}", "yes" if each.is_area else "", f"{each.radius_km:.1f}", each.documents, len(each.mentions)),
            *(first.isoformat() if first else "", last.isoformat() if last else ""),
            *("; ".join(f"{kind} {count}" for kind, count in each.acts.items()), "; ".join(each.names[:_MOST_NAMES])),
            *(MapOrigin.CORPUS.value, ""),
        )
    for one in found.outside.spots:
        spot, (first, last) = one.spot, one.days
        yield (
            *(one.name, "", "", "", f"{spot.latitude:.5f}", f"{spot.longitude:.5f}", "yes" if spot.precision.is_area else ""),
            *(f"{spot.precision.radius_km:.1f}", "", "", first.isoformat() if first else "", last.isoformat() if last else ""),
            *("; ".join(f"{kind} {count}" for kind, count in one.kinds.items()), "; ".join(one.names[:_MOST_NAMES])),
            *(MapOrigin.CATALOGUE.value, len(one.events)),
        )


def _unresolved(answer: PlaceAnswer) -> dict[str, Any]:
    candidates = [
        {"id": each.place.id, "name": each.place.name, "country": each.place.country, "share": round(each.share, 3)}
        for each in answer.candidates
    ]
    return {"name": answer.key, "said": answer.text, "state": answer.state, "documents": answer.documents, "candidates": candidates}


def _features(mapped: MappedPlace) -> Iterator[dict[str, Any]]:
    place, (first, last) = mapped.place, mapped.days
    told = {
        "origin": MapOrigin.CORPUS.value,
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "is_area": mapped.is_area,
        "radius_km": round(mapped.radius_km, 1),
        "documents": mapped.documents,
        "mentions": len(mapped.mentions),
        "names": list(mapped.names[:_MOST_NAMES]),
        "earliest": first.isoformat() if first else None,
        "latest": last.isoformat() if last else None,
        "acts": dict(mapped.acts),
        "months": _months(each.there.date for each in mapped.mentions),
    }
    yield from _drawn((place.latitude, place.longitude), mapped.radius_km, told, is_area=mapped.is_area)


def _event_features(mapped: EventSpot) -> Iterator[dict[str, Any]]:
    spot, (first, last) = mapped.spot, mapped.days
    reach = spot.precision
    told = {
        "origin": MapOrigin.CATALOGUE.value,
        "name": mapped.name,
        "precision": reach.value,
        "is_area": reach.is_area,
        "radius_km": round(reach.radius_km, 1),
        "documents": 0,
        "events": len(mapped.events),
        "ids": [each.id for each in mapped.events[:_MOST_NAMES]],
        "names": list(mapped.names[:_MOST_NAMES]),
        "catalogues": list(mapped.catalogues),
        "earliest": first.isoformat() if first else None,
        "latest": last.isoformat() if last else None,
        "acts": dict(mapped.kinds),
        "months": _months(each.date for each in mapped.events),
    }
    yield from _drawn((spot.latitude, spot.longitude), reach.radius_km, told, is_area=reach.is_area)


def _drawn(at: tuple[float, float], radius_km: float, told: Mapping[str, Any], *, is_area: bool) -> Iterator[dict[str, Any]]:
    latitude, longitude = at
    circle = {"type": "Polygon", "coordinates": [_corners(latitude, longitude, radius_km)]}
    yield {"type": "Feature", "geometry": circle, "properties": {"role": "area" if is_area else "doubt", **told}}
    if not is_area:
        point = {"type": "Point", "coordinates": [round(longitude, 5), round(latitude, 5)]}
        yield {"type": "Feature", "geometry": point, "properties": {"role": "point", **told}}


def _months(dates: Iterable[FuzzyDate]) -> list[list[str | None]]:
    """Return when it may be, as pairs of the first and the last possible month, each once; null where nothing bounds it."""
    days = {(each.earliest, each.latest) for each in dates}
    told = sorted({(f"{first:%Y-%m}" if first else "", f"{last:%Y-%m}" if last else "") for first, last in days})
    return [[first or None, last or None] for first, last in told]


def _corners(latitude: float, longitude: float, radius_km: float) -> list[list[float]]:
    """Return the corners of a circle on the globe, the first one again at the end; far north and south it is cut off."""
    up = radius_km / _DEGREE_KM
    ring = []
    for corner in range(_CORNERS):
        angle = 2 * math.pi * corner / _CORNERS
        north = max(-89.9, min(89.9, latitude + up * math.sin(angle)))
        across = up * math.cos(angle) / max(0.05, math.cos(math.radians(north)))
        ring.append([round(longitude + across, 5), round(north, 5)])
    return [*ring, ring[0]]
