"""The map of a case: places that papers surely name, with circles of doubt; the drawing and the table need no script."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Final, Literal

from markupsafe import Markup
from pydantic import Field

from kashf.domain.entries.delivery import Scope
from kashf.services.places.map_places import MapOrigin, MapQuery, PlaceMap, map_drawing, map_places
from kashf.show.places.map_answers import MAP_HEADER, map_geojson, map_rows, map_words
from kashf.show.wording import Wording
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.params import ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit

#: Places that the table on the page has; the files have all.
SHOWN: Final = 100
#: Names of a place, and documents, that its row has.
SHOWN_NAMES: Final = 3
#: Names that wait for somebody to decide, and what they may be.
SHOWN_UNRESOLVED: Final = 50
SHOWN_CANDIDATES: Final = 4


class MapParams(ScreenParams):
    """The map.

    Args:
        kind: Places of one kind of act alone; "" for all.
        after: What may lie on this day or later.
        before: What may lie on this day or earlier.
        collection: Which collection to tell of.
        origin: What papers name, or outside events, alone; "" for both.
    """

    kind: Annotated[str, Field(max_length=60)] = ""
    after: dt.date | None = None
    before: dt.date | None = None
    collection: Scope = Scope.LEAK
    origin: MapOrigin | Literal[""] = ""


def view(context: Context, params: MapParams) -> PlaceMap:
    """Return the map."""
    return map_places(context.case, MapQuery(params.kind, params.after, params.before, params.collection, params.origin or None))


def page(visit: Visit[MapParams, PlaceMap]) -> Mapping[str, object]:
    """Return what the page shows."""
    found = visit.answer
    ordered = sorted(found.places, key=lambda each: (-each.documents, each.place.name, each.place.id))
    limits = {"shown": SHOWN, "shown_names": SHOWN_NAMES, "shown_unresolved": SHOWN_UNRESOLVED, "shown_candidates": SHOWN_CANDIDATES}
    return {"found": found, "ordered": ordered, "draw": lambda say: _drawn(found, say), **limits}


def _drawn(found: PlaceMap, say: Wording) -> Markup:
    return Markup(map_drawing(found, map_words(say)))  # noqa: S704 - made by us, with every name in it escaped


def data(visit: Visit[MapParams, PlaceMap]) -> object:
    """Return GeoJSON, as `kashf map --json` does."""
    return map_geojson(visit.answer)


def rows(visit: Visit[MapParams, PlaceMap]) -> Spreadsheet:
    """Return a row for each place, and for each where catalogues put events."""
    return Spreadsheet("map", MAP_HEADER, map_rows(visit.answer))


MAP: Final = Screen("/map", MapParams, view, "map.html", page, data, rows, under="/letters")
