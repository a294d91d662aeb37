"""Destroys a document for a stated reason, signed: its bytes and all that was made of them go, and that they went is on record."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kashf.domain.document import Sighting
from kashf.domain.entries.named_words import WITH_WORDS, named_words
from kashf.domain.ids import DocumentId, canonical_json
from kashf.domain.ledger import EntryKind
from kashf.errors import UsageError
from kashf.language.recognising.as_seen import says_something
from kashf.ports.views import CaseView
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import record


@dataclass(frozen=True, slots=True)
class Destruction:
    """What destroying a document would take away.

    Args:
        document: The document itself.
        members: What was unpacked from it and lies nowhere else.
        containers: Where else its bytes lie: inside containers that would stay.
        quoting: Ledger entries that name it. Decisions keep their words, which nothing can take out of a ledger; what people typed of it
            is no part of the ledger, and goes.
    """

    document: DocumentId
    members: tuple[DocumentId, ...]
    containers: tuple[Sighting, ...]
    quoting: int


def plan_destruction(case: OpenCase, beginning: str) -> Destruction:
    """Return what destroying a document, named by the beginning of its id, would take away; nothing is changed.

    Raises:
        NotFoundError: No such document.
    """
    document = case.view.resolve(beginning)
    members = tuple(sorted(_members_only_in(case.view, {document}) - {document}))
    gone = destroyed(case.view)
    containers = tuple(seen for seen, _ in case.view.sightings(document) if seen.parent and seen.parent not in gone)
    named = document.encode()
    quoting = sum(named in canonical_json(entry.body) for entry, _ in case.view.entries() if not entry.is_custody)
    return Destruction(document, members, containers, quoting)


def destroy(case: WritableCase, plan: Destruction, *, why: str, with_members: bool) -> tuple[DocumentId, ...]:
    """Destroy a document; `process` then makes the index and the list of words anew without it.

    The ledger says so before the bytes go. Interrupted, it is finished by destroying the document again.

    Args:
        case: Which case.
        plan: What is to go.
        why: The reason in law, which stays on record.
        with_members: Destroy what was unpacked from it and lies nowhere else too.

    Returns:
        What was destroyed.

    Raises:
        UsageError: There is no reason, its bytes also lie in a container, or what was unpacked from it would stay without a container.
        CaseLockedError: Others have the records open, so that what was forgotten still lies in their log.
    """
    if not says_something(why):
        raise UsageError("a document is destroyed for a reason, which stays on record")
    if plan.containers:
        raise UsageError(f"its bytes also lie in {plan.containers[0].parent}; destroy that one, with all that was unpacked from it")
    if plan.members and not with_members:
        raise UsageError(f"{len(plan.members)} documents were unpacked from it and lie nowhere else: --with-members destroys them too")
    gone, known = (plan.document, *plan.members), destroyed(case.reading.view)
    with case.store.unit() as uow:
        for document in gone:
            if document not in known:
                record(case, uow, EntryKind.DESTROYED, {"document": document, "why": why})
        uow.destroy(gone)
        uow.commit()
    for blob in (*gone, *named_words(case.reading.view.entries(kinds=sorted(WITH_WORDS)), gone)):
        case.reading.blobs.destroy(blob)
    case.reading.index.clear()
    case.store.scrub()
    return gone


def destroyed(view: CaseView) -> Mapping[DocumentId, str]:
    """Return the documents that were destroyed, each with what is said when its bytes turn up again."""
    return {
        DocumentId(str(entry.body.get("document", ""))): f"destroyed on {entry.time:%Y-%m-%d}: {entry.body.get('why', '')}"
        for entry, _ in view.entries(kinds=(EntryKind.DESTROYED,))
    }


def _members_only_in(view: CaseView, containers: Collection[DocumentId]) -> set[DocumentId]:
    """Return some containers with all documents that lie in them, and in them alone."""
    inside = set(containers)
    while more := {id for id in _members(view, inside) if id not in inside and all(s.parent in inside for s, _ in view.sightings(id))}:
        inside |= more
    return inside


def _members(view: CaseView, containers: Collection[DocumentId]) -> Iterator[DocumentId]:
    return (seen.document for container in containers for seen in view.members(container) if seen.document)
