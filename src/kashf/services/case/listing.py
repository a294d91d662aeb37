"""Lists of documents by how their reading went: what stands behind each number of the totals."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kashf.domain.document import Reason, Sighting, Status
from kashf.ports.views import DocumentRecord
from kashf.services.case.open import OpenCase

#: Of a reason that goes with another status than failed and partial.
_STATUSES: Final = {str(Reason.NO_WRITING): (Status.DONE,)}


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """What a list keeps to.

    Args:
        status: "done", "partial", "failed", "waiting", or "" for any.
        type: Media type; "" for documents that were not read yet, None for any.
        reason: Why a document is not whole, or that it has no writing, or "" for any.
        apart: What no search finds though it is done: "unsure" for documents with pages read too unsurely, "textless" for those without
            text that are no pictures without writing; "" for any.
    """

    status: str = ""
    type: str | None = None
    reason: str = ""
    apart: str = ""

    def matches(self, record: DocumentRecord) -> bool:
        """Return whether a document belongs to the list, as far as its record tells; the store keeps to the status."""
        is_textless = record.status is Status.DONE and not record.origin and record.reason != Reason.NO_WRITING
        return (
            (self.type is None or self.type == record.type)
            and (not self.reason or self.reason == record.reason)
            and (self.apart != "textless" or is_textless)
        )


@dataclass(frozen=True, slots=True)
class Listed:
    """One piece of a list.

    Args:
        documents: By id.
        unreadable: Paths whose bytes could not be read, so that there is no document; given with the first piece only.
        after: Where the next piece begins, or "" at the end.
    """

    documents: tuple[DocumentRecord, ...]
    unreadable: tuple[Sighting, ...]
    after: str


def list_documents(case: OpenCase, only: DocumentFilter, *, after: str = "", limit: int = 100) -> Listed:
    """Return up to `limit` documents that belong to a list, those with an id after `after`, and the unreadable paths that do."""
    found: list[DocumentRecord] = []
    for record in walk(case, only, after=after):
        if len(found) == limit:
            return Listed(tuple(found), unreadable(case, only, after=after), found[-1].id)
        found.append(record)
    return Listed(tuple(found), unreadable(case, only, after=after), "")


def walk(case: OpenCase, only: DocumentFilter, *, after: str = "") -> Iterator[DocumentRecord]:
    """Yield all documents that belong to a list, by id, those with an id after `after`."""
    # What the store can narrow by itself; those of a reason are few among all.
    if only.apart == "unsure":
        unsure = sorted(id for id in case.view.unsure_pages() if id > after)
        return (record for record in case.view.records(unsure) if only.matches(record) and only.status in {"", record.status})
    statuses = [only.status] if only.status or not only.reason else _STATUSES.get(only.reason, (Status.FAILED, Status.PARTIAL))
    found = (case.view.walk(after=after, status=status) for status in statuses)
    return heapq.merge(*(filter(only.matches, some) for some in found), key=_id)


def not_whole(case: OpenCase) -> Iterator[DocumentRecord]:
    """Yield the documents that failed and those that are partial, by id."""
    return heapq.merge(*(case.view.walk(status=status) for status in (Status.FAILED, Status.PARTIAL)), key=_id)


def _id(record: DocumentRecord) -> str:
    return record.id


def unreadable(case: OpenCase, only: DocumentFilter, *, after: str = "") -> tuple[Sighting, ...]:
    """Return the paths without a document; they count as failed, for the reason "unreadable"."""
    belongs = not after and only.type is None and not only.apart and only.status in {"", "failed"} and only.reason in {"", "unreadable"}
    return case.view.unreadable() if belongs else ()
