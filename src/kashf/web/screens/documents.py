"""A list of documents as JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from starlette.responses import Response

from kashf.services.case.listing import Kept, Listed, unreadable, walk
from kashf.services.case.open import OpenCase
from kashf.web.renderers import Cell, as_csv, as_json


def listed_json(listed: Listed) -> Response:
    """Return a piece of a list as an object; `after` is where the next piece begins."""
    return as_json({"documents": listed.documents, "unreadable": listed.unreadable, "after": listed.after})


def documents_csv(case: OpenCase, kept: Kept, *, after: str) -> Response:
    """Return a whole list, those with an id after `after`, as rows: however long, none is left out."""
    header = ("document", "path", "type", "status", "reason", "detail", "pages", "bytes")
    return as_csv("documents", header, _rows(case, kept, after=after))


def _rows(case: OpenCase, kept: Kept, *, after: str) -> Iterator[Sequence[Cell]]:
    for seen in unreadable(case, kept, after=after):
        yield "", seen.path, "", "failed", "unreadable", seen.reason, 0, seen.size_bytes
    for one in walk(case, kept, after=after):
        status = kept.status or (one.status.value if one.status else "waiting")
        yield one.id, one.name, one.type, status, one.reason, one.detail, one.pages, one.size_bytes
