"""A list of documents as JSON and CSV."""

from __future__ import annotations

from starlette.responses import Response

from kashf.services.listing import Listed
from kashf.web.api import as_csv, as_json


def listed_json(listed: Listed) -> Response:
    """Return a piece of a list as an object; `after` is where the next piece begins."""
    return as_json({"documents": listed.documents, "unreadable": listed.unreadable, "after": listed.after})


def listed_csv(listed: Listed) -> Response:
    """Return a piece of a list as rows."""
    header = ("document", "path", "type", "status", "reason", "detail", "pages", "bytes")
    unreadable = [("", seen.path, "", "failed", "unreadable", seen.reason, 0, seen.size_bytes) for seen in listed.unreadable]
    documents = [
        (one.id, one.name, one.type, one.status.value if one.status else "waiting", one.reason, one.detail, one.pages, one.size_bytes)
        for one in listed.documents
    ]
    return as_csv("documents", header, [*unreadable, *documents])
