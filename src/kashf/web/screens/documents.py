"""A list of documents, by how their reading went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from kashf.services.case.listing import DocumentFilter, Listed, list_documents, unreadable, walk
from kashf.show.forms.spreadsheets import Cell
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.params import Filter, ScreenParams
from kashf.web.screens.screen import Context, Nav, Screen, Visit

#: Documents on one page of the list, and in one piece of the JSON; the CSV has all.
PAGE_LENGTH: Final = 100
PIECE_LENGTH: Final = 10_000


class DocumentsParams(ScreenParams):
    """A list of documents.

    Args:
        status: done, partial, failed or waiting.
        type: Media type.
        reason: Why it is not whole, or that it has no writing.
        apart: What no search finds though it is done: documents with pages read too unsurely, or without text.
        after: Id after which the list goes on.
    """

    status: Literal["", "done", "partial", "failed", "waiting"] = ""
    type: Filter | None = None
    reason: Filter = ""
    apart: Literal["", "unsure", "textless"] = ""
    after: Filter = ""

    def filter(self) -> DocumentFilter:
        """Return which documents are listed."""
        return DocumentFilter(self.status, self.type, self.reason, self.apart)


def view(context: Context, params: DocumentsParams) -> Listed:
    """Return a piece of the list."""
    return list_documents(context.case, params.filter(), after=params.after, limit=PIECE_LENGTH if params.is_whole else PAGE_LENGTH)


def page(visit: Visit[DocumentsParams, Listed]) -> Mapping[str, object]:
    """Return what the page shows."""
    return {"listed": visit.answer}


def data(visit: Visit[DocumentsParams, Listed]) -> object:
    """Return the piece as an object; `after` is where the next one begins."""
    listed = visit.answer
    return {"documents": listed.documents, "unreadable": listed.unreadable, "after": listed.after}


def rows(visit: Visit[DocumentsParams, Listed]) -> Spreadsheet:
    """Return the whole list, those with an id after `after`, as rows: however long, none is left out."""
    return Spreadsheet("documents", ("document", "path", "type", "status", "reason", "detail", "pages", "bytes"), _rows(visit))


def _rows(visit: Visit[DocumentsParams, Listed]) -> Iterator[Sequence[Cell]]:
    case, params = visit.case, visit.params
    for seen in unreadable(case, params.filter(), after=params.after):
        yield "", seen.path, "", "failed", "unreadable", seen.reason, 0, seen.size_bytes
    for one in walk(case, params.filter(), after=params.after):
        status = params.status or (one.status.value if one.status else "waiting")
        yield one.id, one.name, one.type, status, one.reason, one.detail, one.pages, one.size_bytes


DOCUMENTS: Final = Screen("/documents", DocumentsParams, view, "documents.html", page, data, rows, nav=Nav("documents", "d"))
