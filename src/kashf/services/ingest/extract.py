"""Text out of plain files, without a case: the same readers in the same sandbox, nothing kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kashf.domain.document import Reading, Sighting
from kashf.domain.ids import DocumentId
from kashf.intake.receive import find_files, receive
from kashf.ports.blobs import BlobStore
from kashf.ports.runtime import Sandbox
from kashf.ports.stages import READ, Job
from kashf.services.ingest.joining.join import join
from kashf.services.ingest.joining.part_groups import is_candidate, part_groups
from kashf.services.ingest.opening.keyring import Keyring
from kashf.services.ingest.readers import HowToRead, Read, Readers


@dataclass(frozen=True, slots=True)
class FileText:
    """What one file says.

    Args:
        sighting: Where it lies, and why it could not be read, if so.
        reading: What was read; None when the path could not be opened or lies too deep in itself.
        children: What lies inside it, each as here.
    """

    sighting: Sighting
    reading: Reading | None
    children: tuple[FileText, ...] = ()


def read_texts(paths: Sequence[Path], sandbox: Sandbox, how: HowToRead, *, blobs: BlobStore) -> Iterator[FileText]:
    """Yield the text of every file under `paths`, in order, with what is inside containers.

    Args:
        paths: Files and folders.
        sandbox: Where they are opened.
        how: How many at once, and at what cost.
        blobs: A store that is thrown away afterwards.

    Raises:
        BadPathError: A path does not exist.
        SandboxError: There is no safe place to open files.
    """
    with Readers(sandbox, blobs, count=how.workers, limits=how.limits, keyring=Keyring(how.passwords)) as readers:
        parts: list[tuple[Sighting, dict[DocumentId, Read]]] = []
        for batch in receive(find_files(paths), channel="", blobs=blobs):
            known = _read_all(readers, batch.sightings)
            for sighting in batch.sightings:
                if _is_part(sighting, known):
                    parts.append((sighting, known))
                else:
                    yield _tree(sighting, known, above=())
        yield from _joined(readers, parts)


def _is_part(sighting: Sighting, known: Mapping[DocumentId, Read]) -> bool:
    """Return whether a file may be a part of one with others, which may stand in another batch."""
    return sighting.document is not None and known[sighting.document].stored.reading.reason is not None and is_candidate(sighting.path)


def _joined(readers: Readers, parts: Sequence[tuple[Sighting, dict[DocumentId, Read]]]) -> Iterator[FileText]:
    """Yield what parts are, joined where they can be, each by itself where not."""
    known = {document: read for _, reads in parts for document, read in reads.items()}
    seen = [(sighting.path, sighting.document) for sighting, _ in parts if sighting.document]
    sizes = {sighting.document: sighting.size_bytes for sighting, _ in parts if sighting.document}
    for group in part_groups(seen):
        joined = join(group, readers, sizes=sizes)
        known[joined.read.job.document] = joined.read
        known |= {each.reading.document: Read(known[each.reading.document].job, each) for each in joined.parts}
        known |= _read_all(readers, joined.read.members, depth=1, known=known)
    for sighting, _ in parts:
        yield _tree(sighting, known, above=())


def _read_all(
    readers: Readers, sightings: Sequence[Sighting], *, depth: int = 0, known: Mapping[DocumentId, Read] = MappingProxyType({})
) -> dict[DocumentId, Read]:
    known = dict(known)
    asked = {*known}
    _ask(readers, sightings, depth=depth, asked=asked)
    while readers.under_way:
        for read in readers.next(timeout=1.0):
            known[read.job.document] = read
            for member in read.members:
                if member.document and member.document not in asked:
                    readers.book.assign(member.document, readers.book.received(read.job.document))
            _ask(readers, read.members, depth=read.job.depth + 1, asked=asked)
    return known


def _ask(readers: Readers, sightings: Sequence[Sighting], *, depth: int, asked: set[DocumentId]) -> None:
    jobs = []
    for seen in sightings:
        if seen.document is not None and seen.document not in asked:
            asked.add(seen.document)
            jobs.append(Job(seen.document, READ, 1, depth, seen.path, seen.size_bytes))
    readers.ask(jobs)


def _tree(sighting: Sighting, known: Mapping[DocumentId, Read], *, above: tuple[DocumentId, ...]) -> FileText:
    if sighting.document is None or sighting.document in above:
        return FileText(sighting, None)
    read = known[sighting.document]
    children = tuple(_tree(member, known, above=(*above, sighting.document)) for member in read.members)
    return FileText(sighting, read.stored.reading, children)
