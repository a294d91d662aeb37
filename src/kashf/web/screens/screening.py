"""A list of names held against the case: uploaded, held against it in memory, and looked at entry by entry until the server stops."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field

from kashf.services.case.open import OpenCase
from kashf.services.names.keep_screening import KeptScreening
from kashf.services.names.screen import ScreenedHit, Screening, identifiers_beside
from kashf.show.answers import screening_answer
from kashf.web.gate.size_limit import LIST_BYTES
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import State
from kashf.web.screens.dossier import place_address
from kashf.web.screens.held import Held
from kashf.web.screens.names import name_address
from kashf.web.screens.params import Filter, ScreenParams
from kashf.web.screens.screen import Context, Nav, Screen, Visit

#: Entries with hits, hits of one entry, and entries without any that are shown.
SHOWN: Final = 300


class ScreeningParams(ScreenParams):
    """A list of names held against the case.

    Args:
        result: Which of the results that are held in memory; "" for the form alone.
        entry: Of which entry of the list to show the hits, by its id; "" for the entries alone.
    """

    result: Annotated[str, Field(pattern=r"^[0-9a-f]{0,32}$")] = ""
    entry: Filter = ""


@dataclass(frozen=True, slots=True)
class ScreenedHitView:
    """A hit as it is shown: what may be the listed, what stands beside it, and the way to its dossier and to the place."""

    hit: ScreenedHit
    beside: tuple[str, ...]
    href: str
    place: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry of the list with the number of its hits and the way to them."""

    id: str
    name: str
    hits: int
    children: int
    href: str


def view(context: Context, params: ScreeningParams) -> Held[KeptScreening] | None:
    """Return what came of a list; None for the form alone.

    Raises:
        NotFoundError: The result was let go.
    """
    return context.screenings.find(params.result) if params.result else None


def page(visit: Visit[ScreeningParams, Held[KeptScreening] | None]) -> dict[str, object]:
    """Return what the page shows: the entries with their numbers of hits, and the hits of one of them."""
    held, params = visit.answer, visit.params
    found = held.result.found if held else None
    entries = tuple(_entries(found, State("/screening", params.state()))) if found else ()
    return {
        "held": held,
        "found": found,
        "entries": entries[:SHOWN],
        "more_entries": max(0, len(entries) - SHOWN),
        "hits": [_hit(visit.case, hit) for hit in found.by_entry().get(params.entry, ())[:SHOWN]] if found else [],
        "silent": found.silent[:SHOWN] if found else (),
        "shown_silent": SHOWN,
        "most": LIST_BYTES,
    }


def data(visit: Visit[ScreeningParams, Held[KeptScreening] | None]) -> object:
    """Return the numbers of a result as `kashf screen --json` prints them."""
    return screening_answer(visit.answer.result) if visit.answer else {}


def rows(visit: Visit[ScreeningParams, Held[KeptScreening] | None]) -> Spreadsheet:
    """Return the same numbers as rows: hits are looked at one by one, and leave kashf in no list."""
    numbers = screening_answer(visit.answer.result) if visit.answer else {}
    return Spreadsheet("screening", ("what", "number"), [(key, value) for key, value in numbers.items() if isinstance(value, int)])


def _entries(found: Screening, state: State) -> Iterator[EntryView]:
    for id, hits in found.by_entry().items():
        children = sum(hit.possible.is_child for hit in hits)
        yield EntryView(id, hits[0].possible.entry.names[0], len(hits), children, state.address(entry=id))


def _hit(case: OpenCase, hit: ScreenedHit) -> ScreenedHitView:
    name, place = hit.possible.name, hit.place
    return ScreenedHitView(
        hit,
        identifiers_beside(case, place),
        name_address(name.type, name.key),
        place_address(place.document, place.page, place.start, place.end),
    )


SCREENING: Final = Screen("/screening", ScreeningParams, view, "screening.html", page, data, rows, nav=Nav("screening"), decides=True)
