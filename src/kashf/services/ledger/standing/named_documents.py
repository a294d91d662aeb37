"""Whether the documents and pages that people decided about are in the case."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from kashf.domain.document import Status
from kashf.domain.ids import DocumentId, is_digest
from kashf.domain.ledger import Entry, EntryKind, Fault, Recorded
from kashf.errors import UnfinishedError
from kashf.ports.stages import READ
from kashf.services.case.open import OpenCase

#: Kinds whose body names one document.
_ABOUT_ONE: Final = frozenset(
    {
        *(EntryKind.PAGE_READ, EntryKind.LINES_DRAWN, EntryKind.KEYED, EntryKind.SETTLED, EntryKind.TRANSLATED, EntryKind.CONTESTED),
        *(EntryKind.CONTEST_SETTLED, EntryKind.LINES_DRAFTED, EntryKind.HEARD, EntryKind.HEARD_CONFIRMED, EntryKind.LETTER_CORRECTED),
        EntryKind.DESTROYED,
    }
)


def document_faults(case: OpenCase, entries: Sequence[Recorded], known: Collection[DocumentId]) -> tuple[Fault, ...]:
    """Return a fault for each entry about a document, or a page, that is not in the case.

    Only what was read whole can tell: as long as files wait to be read, or lie in one that was destroyed, what is in them is not known.

    Args:
        case: Which case.
        entries: Of its ledger.
        known: The documents that are in it.
    """
    try:
        if case.view.count_waiting(READ):
            return ()
    except UnfinishedError:  # tables of another kashf, which are made anew
        return ()
    is_whole = not any(entry.kind == EntryKind.DESTROYED for entry, _ in entries)
    return tuple(
        Fault("ledger", f"{entry.chain}/{entry.seq}", f"{what} that {entry.kind} is about", "missing")
        for entry, _ in entries
        for what in _missing(case, entry, known)
        if is_whole or what.startswith("page")
    )


def _missing(case: OpenCase, entry: Entry, known: Collection[DocumentId]) -> Iterator[str]:
    named = entry.body.get("document")
    if entry.kind not in _ABOUT_ONE or not isinstance(named, str) or not is_digest(named):
        return
    document, page = DocumentId(named), entry.body.get("page")
    if document not in known:
        yield f"document {document[:12]}"
    elif entry.kind == EntryKind.PAGE_READ:
        (record, *_) = case.view.records([document]) or (None,)
        if record and record.status is Status.DONE and not (type(page) is int and 1 <= page <= record.pages):
            yield f"page {page} of document {document[:12]}"
