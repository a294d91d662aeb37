"""The names of places that papers have, with what each may be: a person says which is meant, or that nobody can tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from pydantic import Field

from kashf.domain.entries.delivery import Scope
from kashf.services.case.open import OpenCase
from kashf.services.places.list_places import PlaceList, list_places
from kashf.show.places.place_lines import HEADER, place_rows, places_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.params import Filter, ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit

#: Names on one page, and in one piece of the JSON; the CSV has all.
SHOWN_ROWS: Final = 30
#: Candidates of a name that the page shows.
SHOWN_CHOICES: Final = 6
#: What a name may be asked by, in the order of the list.
STATES: Final = ("cannot tell", "contested", "decided", "point", "area", "unknown")


class PlacesParams(ScreenParams):
    """Names of places.

    Args:
        name: One name alone, in any spelling of its letters.
        told: What became of it; "" for all.
        collection: Which collection to tell of.
        skip: Names to pass over.
    """

    name: Filter = ""
    told: Literal["", "cannot tell", "contested", "decided", "point", "area", "unknown"] = ""
    collection: Scope = Scope.LEAK
    skip: Annotated[int, Field(ge=0, le=10_000_000)] = 0


def view(context: Context, params: PlacesParams) -> PlaceList:
    """Return a piece of the list."""
    return _asked(context.case, params, params.skip, SHOWN_ROWS)


def _asked(case: OpenCase, params: PlacesParams, after: int, limit: int | None) -> PlaceList:
    name = params.name.strip()
    return list_places(case, scope=params.collection, name=name, state=params.told, after=after, limit=limit)


def page(visit: Visit[PlacesParams, PlaceList]) -> Mapping[str, object]:
    """Return what the page shows."""
    found, skip = visit.answer, visit.params.skip
    reached = skip + len(found.rows)
    return {
        "found": found,
        "states": STATES,
        "standing": [each for each in reversed(found.choices) if each.undone is None],
        "shown_choices": SHOWN_CHOICES,
        "more": reached if reached < found.total else None,
    }


def data(visit: Visit[PlacesParams, PlaceList]) -> object:
    """Return the names, as `kashf places --json` does."""
    return places_answer(visit.answer)


def rows(visit: Visit[PlacesParams, PlaceList]) -> Spreadsheet:
    """Return a row for each mention of every name that is asked for."""
    return Spreadsheet("places", HEADER, place_rows(_asked(visit.case, visit.params, 0, None)))


PLACES: Final = Screen("/places", PlacesParams, view, "places.html", page, data, rows, under="/letters", decides=True)
