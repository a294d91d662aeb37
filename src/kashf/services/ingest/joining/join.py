"""Reads parts that are one file as that file: what lies in it belongs to the first part, and the others say whose parts they are.

Nothing of it is decided: the same files under the same names are joined again when a case is made anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.document import Reading, Reason, Status
from kashf.domain.files.divided_files import PART_TYPE
from kashf.domain.ids import DocumentId
from kashf.ports.engines import MAX_DETAIL_LENGTH
from kashf.ports.stages import READ, Job
from kashf.ports.stores import StoredReading
from kashf.services.case.open import WritableCase
from kashf.services.case.versions import READ_VERSION
from kashf.services.ingest.joining.part_groups import MOST_PARTS, PartGroup, is_candidate, part_groups
from kashf.services.ingest.readers import Read, Readers
from kashf.services.ledger.passwords import keep_passwords

#: Key of the first part's metadata: which files it was read with, so that they are not tried again.
_TRIED: Final = "parts-tried"
#: What says that parts do not belong together, or that some are missing.
_BROKEN: Final = frozenset({Reason.DAMAGED, Reason.DIVIDED, Reason.UNSUPPORTED, Reason.CRASHED})


@dataclass(frozen=True, slots=True)
class JoinedParts:
    """What came of one group.

    Args:
        read: The first part, with all that lies in the file.
        parts: The other parts, each saying whose it is.
    """

    read: Read
    parts: tuple[StoredReading, ...]


def join_parts(case: WritableCase, readers: Readers) -> int:
    """Join what can be joined in a case and was not tried before, and return how many groups were read; nobody else reads meanwhile."""
    view = case.reading.view
    waiting = {each.id for each in view.outlines() if (each.reason or each.type == PART_TYPE) and is_candidate(each.name)}
    places = view.places(sorted(waiting))
    groups = part_groups((path, document) for document in sorted(waiting) for path in places.get(document, ()))
    count = 0
    for group in groups:
        firsts = {each.id: each for each in view.records(group.parts[0])}
        if all(each.reason == "" or each.metadata.get(_TRIED) == group.key for each in firsts.values()):
            continue
        sizes = {each.id: each.size_bytes for each in view.records([document for part in group.parts for document in part])}
        first = group.parts[0][0]
        joined = join(group, readers, sizes=sizes, depth=_depth(case, first))
        with case.store.unit() as uow:
            uow.put([joined.read.stored, *joined.parts], version=READ_VERSION)
            uow.sight(joined.read.members, receipt=None, depth=joined.read.job.depth + 1)
            keep_passwords(case, uow, [(joined.read.job.document, password) for password in joined.read.opened])
            uow.commit()
        count += 1
    return count


def join(group: PartGroup, readers: Readers, *, sizes: Mapping[DocumentId, int], depth: int = 0) -> JoinedParts:
    """Return what a group of parts is as one file: of several ways to put it together the first that is sound, else the first of all.

    Args:
        group: The parts.
        readers: Read them.
        sizes: Bytes of each file.
        depth: How many containers the first part lies in.
    """
    if len(group.parts) > MOST_PARTS:
        return _refused(group, depth)
    chosen: tuple[tuple[DocumentId, ...], Read] | None = None
    for way in group.ways():
        job = Job(way[0], READ, 1, depth, group.path, sum(sizes.get(each, 0) for each in way))
        read = readers.read_joined(job, way[1:], group.division)
        is_sound = read.stored.reading.reason not in _BROKEN
        if chosen is None or is_sound:
            chosen = way, read
        if is_sound:
            break
    if chosen is None:
        raise ValueError("a group has a first part")
    return _told(group, *chosen)


def _told(group: PartGroup, way: tuple[DocumentId, ...], read: Read) -> JoinedParts:
    reading = read.stored.reading
    missing = group.told_missing() or ("what follows the last of them" if reading.reason is Reason.DIVIDED else "")
    is_joined = reading.reason not in _BROKEN or bool(read.members)
    detail, total = reading.detail, len(way)
    if missing:
        status = Status.PARTIAL if any(member.document for member in read.members) else Status.FAILED
        detail = (
            f"{total} {'part' if total == 1 else 'parts'} of a divided file joined; {missing} missing: add it, and it is joined by itself"
        )
        reading = replace(reading, status=status, reason=Reason.DIVIDED)
    elif not is_joined:
        reading = replace(reading, status=Status.FAILED, reason=Reason.DIVIDED)
        detail = f"{total} parts that do not belong together, or one is damaged: {reading.detail}"
    elif reading.status is Status.DONE:
        detail = f"{total} parts of a divided file, joined"
    metadata = {**reading.metadata, _TRIED: group.key}
    first = replace(reading, detail=detail[:MAX_DETAIL_LENGTH], metadata=metadata, pages=(), second_readings=())
    others = _parts(way, is_joined=is_joined, is_whole=not missing)
    return JoinedParts(replace(read, stored=StoredReading(first)), tuple(others))


def _parts(way: tuple[DocumentId, ...], *, is_joined: bool, is_whole: bool) -> Iterator[StoredReading]:
    """Yield what is said of each part but the first; nothing where they do not belong together."""
    if not is_joined:
        return
    of = f" of {len(way)}" if is_whole else ""
    for number, document in enumerate(way[1:], start=2):
        if document != way[0]:
            detail = f"part {number}{of} of a divided file; what lies in it is listed with the first, {way[0][:12]}"
            yield StoredReading(Reading(document, PART_TYPE, Status.DONE, None, detail))


def _refused(group: PartGroup, depth: int) -> JoinedParts:
    detail = f"more than {MOST_PARTS} parts: join them into one file, and add that"
    document = group.parts[0][0]
    reading = Reading(document, "application/octet-stream", Status.FAILED, Reason.DIVIDED, detail, metadata={_TRIED: group.key})
    return JoinedParts(Read(Job(document, READ, 1, depth, group.path, 0), StoredReading(reading)), ())


def _depth(case: WritableCase, document: DocumentId) -> int:
    """Return how many containers a document lies in at least; each container is asked once, in however many places it was seen."""
    depth, asked, level = 0, {document}, {document}
    while level:
        parents: set[DocumentId | None] = {seen.parent for each in level for seen, _ in case.reading.view.sightings(each)}
        if None in parents:
            return depth
        level = {parent for parent in parents if parent and parent not in asked}
        asked |= level
        depth += 1
    return 0
