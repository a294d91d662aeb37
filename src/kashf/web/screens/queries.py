"""A list of queries: uploaded, searched for one after the other, and shown until the server stops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Final

from pydantic import Field

from kashf.domain.left_out import LeftOut
from kashf.services.questions.find_each import ListedFound
from kashf.show.forms.spreadsheets import Cell
from kashf.show.question_answers import listed_answers
from kashf.web.gate.size_limit import LIST_BYTES
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import State
from kashf.web.screens.held import Held
from kashf.web.screens.params import ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit

#: Queries of a list that a page waits for; the command line takes more.
MOST_LISTED: Final = 300
#: Passages of each that JSON has.
LISTED_HITS: Final = 3
_HEADER: Final = ("line", "query", "passages", "documents", "without_copies", "fault")

HeldList = Held[tuple[ListedFound, ...]]


class QueriesParams(ScreenParams):
    """A list of queries.

    Args:
        result: Which of the results that are held in memory; "" for the form alone.
    """

    result: Annotated[str, Field(pattern=r"^[0-9a-f]{0,32}$")] = ""


def view(context: Context, params: QueriesParams) -> HeldList | None:
    """Return what came of a list; None for the form alone.

    Raises:
        NotFoundError: The result was let go.
    """
    return context.query_lists.find(params.result) if params.result else None


def page(visit: Visit[QueriesParams, HeldList | None]) -> Mapping[str, object]:
    """Return what the page shows."""
    listed = _listed(visit)
    understood = [each.found for each in listed if each.found]
    return {
        "held": visit.answer,
        "rows": [_row(each) for each in listed],
        "faulty": len(listed) - len(understood),
        "left_out": replace(understood[-1].left_out, more={}) if understood else LeftOut(),
        "most": LIST_BYTES,
        "most_listed": MOST_LISTED,
    }


def data(visit: Visit[QueriesParams, HeldList | None]) -> object:
    """Return a result as `kashf find --queries --json` prints it."""
    return listed_answers(_listed(visit))


def rows(visit: Visit[QueriesParams, HeldList | None]) -> Spreadsheet:
    """Return a row for each query."""
    return Spreadsheet("queries", _HEADER, _rows(_listed(visit)))


def _rows(listed: Sequence[ListedFound]) -> Iterator[Sequence[Cell]]:
    for each in listed:
        numbers = (each.found.total, each.documents, each.without_copies) if each.found else ("", "", "")
        yield each.asked.line, each.asked.query, *numbers, str(each.fault or "")


def _row(each: ListedFound) -> Mapping[str, object]:
    """Return a query as the page shows it: with its search, and what its numbers do not have in them."""
    more = each.found.left_out.more if each.found else {}
    return {"each": each, "search": State("/search", {"q": each.asked.query}), "more": LeftOut(more=more)}


def _listed(visit: Visit[QueriesParams, HeldList | None]) -> tuple[ListedFound, ...]:
    return visit.answer.result if visit.answer else ()


QUERIES: Final = Screen("/queries", QueriesParams, view, "queries.html", page, data, rows, under="/search")
