"""Searches that are kept under a name, each with what answers now and what of it is new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kashf.domain.entries.delivery import Scope
from kashf.domain.entries.saved_searches import SavedSearch
from kashf.services.questions.saved import SavedTally, receipt_before, tally
from kashf.settings import load_settings
from kashf.show.forms.spreadsheets import Cell
from kashf.show.question_answers import saved_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import address
from kashf.web.screens.params import ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit

Kept = tuple[SavedTally, ...]

#: Filters of the query language by the parameter of a search's address that says them.
_PARAMETERS: Final = {"lang": "language"}
_HEADER: Final = ("name", "query", "filters", "documents", "new", "looked", "saved_by", "fault")


def view(context: Context, _: ScreenParams) -> Kept:
    """Return what is kept, with what is new to whoever is at work."""
    return tuple(tally(context.case, who=context.visitor.at_work or load_settings().actor))


def page(visit: Visit[ScreenParams, Kept]) -> Mapping[str, object]:
    """Return what the page shows."""
    return {"kept": [_shown(visit, each) for each in visit.answer]}


def data(visit: Visit[ScreenParams, Kept]) -> object:
    """Return what `kashf find --saved --json` prints."""
    return {"saved": [saved_answer(each) for each in visit.answer]}


def rows(visit: Visit[ScreenParams, Kept]) -> Spreadsheet:
    """Return a row for each search."""
    return Spreadsheet("saved", _HEADER, _rows(visit.answer))


def search_address(search: SavedSearch, **beside: str) -> str:
    """Return where a saved search is looked up.

    Args:
        search: Which.
        beside: Further parameters of the address.
    """
    date = search.filters.get("date", "")
    since, _, until = ("", "", "") if date == "none" else date.partition("..")
    is_month = len(since) == len("2014-10")
    asked = {
        "q": search.query,
        "mode": "exact" if search.exact else "",
        "asides": search.all_text and "1",
        "collection": "" if search.scope is Scope.LEAK else search.scope.value,
        **{_PARAMETERS.get(name, name): value for name, value in search.filters.items() if name != "date"},
        "undated": date == "none" and "1",
        **({"month": since} if is_month else {"since": since, "until": until}),
    }
    return address("/search", **asked, **beside)


def _shown(visit: Visit[ScreenParams, Kept], each: SavedTally) -> Mapping[str, object]:
    after = receipt_before(visit.case, each.since) if each.new else ""
    return {
        "each": each,
        "href": search_address(each.search),
        "new": search_address(each.search, after=after) if after else search_address(each.search),
        "filters": [(name, value) for name, value in each.search.filters.items()],
    }


def _rows(kept: Sequence[SavedTally]) -> Iterator[Sequence[Cell]]:
    for each in kept:
        search, fault = each.search, str(each.fault or "")
        filters = "; ".join(f"{name}: {value}" for name, value in search.filters.items())
        numbers = (each.documents, len(each.new), each.since.when.isoformat())
        yield search.name, search.query, filters, *numbers, search.saved.who, fault


SAVED: Final = Screen("/saved", ScreenParams, view, "saved.html", page, data, rows, under="/search", decides=True)
