"""Text out of plain files, without a case: the same readers in the same sandbox, nothing kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kashf.domain.document import Reading, Sighting
from kashf.domain.ids import DocumentId
from kashf.intake.receive import find_files, receive
from kashf.ports.blobs import BlobStore
from kashf.ports.runtime import Sandbox
from kashf.ports.stages import READ, Job
from kashf.services.ingest.opening.keyring import Keyring
from kashf.services.ingest.process import HowToRead
from kashf.services.ingest.readers import Read, Readers


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
        for batch in receive(find_files(paths), channel="", blobs=blobs):
            known = _read_all(readers, batch.sightings)
            for sighting in batch.sightings:
                yield _tree(sighting, known, above=())


def _read_all(readers: Readers, sightings: Sequence[Sighting]) -> Mapping[DocumentId, Read]:
    known: dict[DocumentId, Read] = {}
    asked: set[DocumentId] = set()
    _ask(readers, sightings, depth=0, asked=asked)
    while readers.under_way:
        for read in readers.next(timeout=1.0):
            known[read.job.document] = read
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
