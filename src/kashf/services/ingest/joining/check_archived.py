"""Holds files that an archiver saved against the hashes it had of them, where its list and the files lie beside each other.

Nothing of it is decided: it is computed again whenever the case is processed, so that files which come later are held against it too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.document import Capture, OwnHash, Reason, Sighting, Status
from kashf.domain.files.stated_files import TIME_KEY, TOOL_KEY, URL_KEY, StatedFile, stated_files
from kashf.domain.ids import DocumentId
from kashf.ports.blobs import BlobStore
from kashf.ports.views import CaseView, DocumentRecord
from kashf.services.case.conversations import places_beside
from kashf.services.case.open import WritableCase

#: Types of the lists.
ARCHIVED: Final = frozenset(f"application/vnd.auto-archiver+{kind}" for kind in ("json", "html", "csv"))
_OURS: Final = "saved files: "
_CHUNK_BYTES: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class _Checked:
    """What came of one list: the files beside it, each with what is said of it, and how many are not as they should be."""

    seen: tuple[Sighting, ...]
    differing: int
    missing: int

    @property
    def detail(self) -> str:
        """One line about what is wrong; "" for nothing."""
        said = ((self.differing, "changed since: the hash in the list is another"), (self.missing, "not here"))
        told = [f"{count} of {len(self.seen) + self.missing} {words}" for count, words in said if count]
        return _OURS + "; ".join(told) if told else ""


def check_archived(case: WritableCase) -> None:
    """Keep with each file that an archiver's list names what the list says of it, and with the list what does not fit."""
    view = case.reading.view
    for outline in [each for each in view.outlines() if each.type in ARCHIVED]:
        for record in view.records([outline.id]):
            checked = _checked(view, case.reading.blobs, record)
            is_ours = record.status is Status.DONE or record.detail.startswith(_OURS)
            with case.store.unit() as uow:
                uow.put_captures(checked.seen)
                if is_ours and record.detail != checked.detail:
                    status = Status.PARTIAL if checked.detail else Status.DONE
                    uow.put_outcome(record.id, status, Reason.DAMAGED if checked.detail else None, checked.detail)
                uow.commit()


def _checked(view: CaseView, blobs: BlobStore, record: DocumentRecord) -> _Checked:
    told = {name: record.metadata.get(key, "") for name, key in (("url", URL_KEY), ("time", TIME_KEY), ("tool", TOOL_KEY))}
    seen: list[Sighting] = []
    differing = missing = 0
    for stated in stated_files(record.metadata):
        found = [*_beside(view, record.id, stated)]
        results = [(each, _own_hash(blobs, stated.hash, each.document)) for each in found if each.document]
        missing += not results and bool(stated.hash)
        differing += any(result is OwnHash.DIFFERS for _, result in results)
        own = {name: value for name, value in (("url", stated.url), ("time", stated.time)) if value}
        seen += [replace(each, capture=Capture(**told | own, own_hash=result)) for each, result in results]
    return _Checked(tuple(seen), differing, missing)


def _beside(view: CaseView, named_by: DocumentId, stated: StatedFile) -> Iterator[Sighting]:
    """Yield the nearest file of such a name, for each place at which the list lies."""
    for list_seen, _ in view.sightings(named_by):
        paths = [path for name in stated.names for path in places_beside(list_seen.path, name)]
        there = view.documents_at(list_seen.channel, paths)
        path = next((path for path in paths if path in there), None)
        if path is not None and there[path] != named_by:
            sightings = (seen for seen, _ in view.sightings(there[path]))
            yield from (seen for seen in sightings if (seen.path, seen.channel) == (path, list_seen.channel))


def _own_hash(blobs: BlobStore, stated: str, document: DocumentId) -> OwnHash:
    """Return whether a file has the hash that is stated; other ways of writing one are none that is known."""
    name, _, value = stated.partition(":")
    match name.strip().lower():
        case "sha-256":
            found: str = document
        case "sha3-512":
            found = _sha3(blobs, document)
        case _:
            return OwnHash.NOT_GIVEN
    return OwnHash.MATCHES if value.strip().lower() == found else OwnHash.DIFFERS


def _sha3(blobs: BlobStore, document: DocumentId) -> str:
    computed = hashlib.sha3_512()
    with blobs.open(document) as file:
        while chunk := file.read(_CHUNK_BYTES):
            computed.update(chunk)
    return computed.hexdigest()
