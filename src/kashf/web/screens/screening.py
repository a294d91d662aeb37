"""A list of names held against the case: uploaded, held against it in memory, and shown until the server stops."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final

from pydantic import Field

from kashf.services.names.screen import Screening
from kashf.show.answers import possible_answers, screening_answer
from kashf.web.gate.size_limit import LIST_BYTES
from kashf.web.renderers import Cell, Spreadsheet
from kashf.web.screens.dossier import place_address
from kashf.web.screens.held import Held
from kashf.web.screens.names import name_address
from kashf.web.screens.params import ScreenParams
from kashf.web.screens.screen import Context, Nav, Screen, Visit

#: Hits and entries without any that are shown; the files have all.
SHOWN_HITS: Final = 300
SHOWN_SILENT: Final = 300
_HEADER: Final = ("entry", "listed", "type", "possible", "score", "warning", "why", "mentions", "documents", "place")


class ScreeningParams(ScreenParams):
    """A list of names held against the case.

    Args:
        result: Which of the results that are held in memory; "" for the form alone.
    """

    result: Annotated[str, Field(pattern=r"^[0-9a-f]{0,32}$")] = ""


def view(context: Context, params: ScreeningParams) -> Held[Screening] | None:
    """Return what came of a list; None for the form alone.

    Raises:
        NotFoundError: The result was let go.
    """
    return context.screenings.find(params.result) if params.result else None


def page(visit: Visit[ScreeningParams, Held[Screening] | None]) -> dict[str, object]:
    """Return what the page shows."""
    held = visit.answer
    found = held.result if held else None
    hits = [
        {
            "hit": hit,
            "href": name_address(hit.name.type, hit.name.key),
            "place": place_address(place.document, place.page, place.mention.start, place.mention.end),
        }
        for hit, place in (list(zip(found.hits, found.first, strict=True))[:SHOWN_HITS] if found else ())
    ]
    return {
        "held": held,
        "found": found,
        "hits": hits,
        "with_hits": found.entries - len(found.silent) if found else 0,
        "silent": found.silent[:SHOWN_SILENT] if found else (),
        "shown_hits": SHOWN_HITS,
        "shown_silent": SHOWN_SILENT,
        "most": LIST_BYTES,
    }


def data(visit: Visit[ScreeningParams, Held[Screening] | None]) -> object:
    """Return a result as `kashf screen --json` prints it."""
    return screening_answer(visit.answer.result if visit.answer else Screening(0, 0, (), (), ()))


def rows(visit: Visit[ScreeningParams, Held[Screening] | None]) -> Spreadsheet:
    """Return a row for each possible hit, and one with nothing in it for each entry without."""
    found = visit.answer.result if visit.answer else None
    silent: list[Sequence[Cell]] = [
        (entry.id, entry.names[0], entry.type, "", "", "", "", "", "", "") for entry in (found.silent if found else ())
    ]
    return Spreadsheet("screening", _HEADER, [*(_rows(found) if found else ()), *silent])


def _rows(found: Screening) -> list[Sequence[Cell]]:
    rows = (row | {"why": "; ".join(row["why"])} for row in possible_answers(found))
    return [[row[column] for column in _HEADER] for row in rows]


SCREENING: Final = Screen("/screening", ScreeningParams, view, "screening.html", page, data, rows, nav=Nav("screening"))
