"""Takes files in: hash first, write once, list what was seen.

Nothing that lies under a given path is left out silently: what cannot be read is listed with the reason. Symbolic links are not
followed, since a leak must not be able to name files outside itself. The list of a batch, its manifest, is a blob like any other;
the receipt in the ledger names it, so that all sightings can be made again from blobs and ledger alone.
"""

from __future__ import annotations

import base64
import datetime as dt
import errno
import json
import os
import stat
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import RawIOBase
from pathlib import Path
from types import MappingProxyType

from kashf.domain.document import Sighting
from kashf.domain.ids import DocumentId, Json, canonical_json
from kashf.domain.ledger import format_time, parse_time
from kashf.errors import BadPathError, DamagedCaseError
from kashf.intake.paths import display_path
from kashf.ports.blobs import BlobDraft, BlobStore

#: First line of a manifest; a later form gets another number.
_FORMAT = "kashf-manifest-1"
_CHUNK_BYTES = 1 << 20
#: Drafts hold an open file each, and a process may have 1,024.
_BATCH_FILES = 256
_BATCH_BYTES = 256 << 20
#: What the system says when it has no more open files or memory to give; that is no fault of the file it is asked for.
_SHORTAGES = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM})


@dataclass(frozen=True, slots=True)
class Found:
    """A path under one that was given.

    Args:
        path: Absolute; bytes that are no UTF-8 are kept as Python keeps them (surrogate escapes).
        given: The file or folder under which it was found, absolute.
        reason: Why it cannot be received; empty for a regular file.
        listed: Its place in its folder as the file system listed that, from 0; on some disks the order in which files were written.
    """

    path: Path
    given: Path
    reason: str = ""
    listed: int = 0

    @property
    def shown(self) -> Path:
        """The path from the name of what was given on: all that is recorded, since the rest tells of this machine, or of a courier."""
        return self.path.relative_to(self.given.parent)


@dataclass(frozen=True, slots=True)
class Batch:
    """Files that were received together and are durable in the blob store.

    Args:
        sightings: One for each path, in order, unreadable ones included.
        size_bytes: Of all contents together.
    """

    sightings: tuple[Sighting, ...]
    size_bytes: int


def find_files(paths: Sequence[Path], *, leave_out: Path | None = None) -> Iterator[Found]:
    """Yield every path under those given, in a fixed order, with a reason for each that cannot be received.

    Args:
        paths: Files or folders; given paths themselves may be links.
        leave_out: A folder that is not entered: the case itself.

    Raises:
        BadPathError: A given path does not exist.
    """
    for path in paths:
        if not path.exists():
            raise BadPathError(f"no such file or folder: {path}")
    shut = leave_out.resolve() if leave_out else None
    for path in paths:
        whole = path.resolve()
        if whole.is_dir():
            yield from (Found(inside, whole, *told) for inside, told in _walk(whole, leave_out=shut))
        else:
            yield Found(whole, whole, _why_not(whole.lstat().st_mode))


def receive(
    found: Iterable[Found], *, channel: str, blobs: BlobStore, refused: Mapping[DocumentId, str] = MappingProxyType({})
) -> Iterator[Batch]:
    """Yield batches of sightings whose bytes have been written and are durable.

    Args:
        found: What to receive.
        channel: Who passed it on.
        blobs: Where bytes go.
        refused: Bytes that are not taken in, with the reason that is listed instead.

    Raises:
        NoSpaceError: The disk is full; batches already given stay good.
        OSError: The disk of the case fails, or the system is short of open files or memory; as above.
    """
    return in_batches((_receive_one(one, channel=channel, blobs=blobs, refused=refused) for one in found), blobs=blobs)


def in_batches(received: Iterable[tuple[Sighting, BlobDraft | None]], *, blobs: BlobStore) -> Iterator[Batch]:
    """Yield batches of what was received, each once its bytes are durable; a draft that is not kept is thrown away."""
    sightings: list[Sighting] = []
    drafts: list[BlobDraft] = []
    size = 0
    try:
        for sighting, draft in received:
            sightings.append(sighting)
            size += sighting.size_bytes
            if draft is not None:
                drafts.append(draft)
            if len(sightings) >= _BATCH_FILES or size >= _BATCH_BYTES:
                blobs.keep(drafts)
                yield Batch(tuple(sightings), size)
                sightings, drafts, size = [], [], 0
        blobs.keep(drafts)
    finally:
        for draft in drafts:
            draft.discard()
    if sightings:
        yield Batch(tuple(sightings), size)


def write_manifest(sightings: Sequence[Sighting], *, draft: BlobDraft) -> DocumentId:
    """Write sightings as lines of canonical JSON and return the id of the blob they will be."""
    draft.write(canonical_json({"format": _FORMAT}) + b"\n")
    for sighting in sightings:
        draft.write(canonical_json(_line(sighting)) + b"\n")
    return draft.id


def read_manifest(content: bytes) -> tuple[Sighting, ...]:
    """Return the sightings that `write_manifest` wrote.

    Raises:
        DamagedCaseError: It is not a manifest of this form.
    """
    first, *lines = content.splitlines()
    try:
        if json.loads(first) != {"format": _FORMAT}:
            raise DamagedCaseError("a receipt names a manifest of a form that this kashf does not know")
        return tuple(_sighting(json.loads(line)) for line in lines)
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedCaseError("a receipt names a manifest that cannot be read") from error


def _walk(folder: Path, *, leave_out: Path | None) -> Iterator[tuple[Path, tuple[str, int]]]:
    """Yield what lies under a folder, in order; folders may be nested as deep as a path is long, which is deeper than Python's calls."""
    above: list[tuple[_Identity, Iterator[_Inside]]] = []
    entering: Path | None = folder
    while entering or above:
        if entering:
            try:
                identity, inside = _list(entering, leave_out=leave_out)
            except OSError as error:
                if error.errno in _SHORTAGES:
                    raise
                yield entering, (_words(error), 0)
            else:
                if any(identity == each for each, _ in above):
                    yield entering, ("a folder that contains itself", 0)
                else:
                    above.append((identity, iter(inside)))
            entering = None
        elif (one := next(above[-1][1], None)) is None:
            above.pop()
        elif stat.S_ISDIR(one[1]):
            entering = one[0]
        else:
            yield one[0], (_why_not(one[1]), one[2])


#: Device and number of a folder.
_Identity = tuple[int, int]
#: A path in a folder with its mode, and its place as the file system lists it.
_Inside = tuple[Path, int, int]


def _list(folder: Path, *, leave_out: Path | None) -> tuple[_Identity, list[_Inside]]:
    if folder == leave_out:
        return (0, 0), []
    here = folder.stat()
    places = {path: place for place, path in enumerate(folder.iterdir())}
    return (here.st_dev, here.st_ino), [(path, path.lstat().st_mode, places[path]) for path in sorted(places, key=os.fsencode)]


def _why_not(mode: int) -> str:
    if stat.S_ISREG(mode):
        return ""
    return "symbolic link, not followed" if stat.S_ISLNK(mode) else "not a regular file"


def _receive_one(found: Found, *, channel: str, blobs: BlobStore, refused: Mapping[DocumentId, str]) -> tuple[Sighting, BlobDraft | None]:
    path, raw = display_path(os.fsencode(found.shown))
    if found.reason:
        return Sighting(None, path, channel, raw_path=raw, ordinal=found.listed, reason=found.reason), None
    draft = blobs.draft()
    try:
        modified = _copy(found.path, draft)
    except UnreadableError as error:
        draft.discard()
        return Sighting(None, path, channel, raw_path=raw, ordinal=found.listed, reason=str(error)), None
    except BaseException:
        draft.discard()
        raise
    if draft.id in refused:
        reason = refused[draft.id]
        draft.discard()
        return Sighting(None, path, channel, raw_path=raw, ordinal=found.listed, reason=reason), None
    return Sighting(draft.id, path, channel, raw_path=raw, ordinal=found.listed, size_bytes=draft.size_bytes, modified=modified), draft


def _copy(path: Path, draft: BlobDraft) -> dt.datetime | None:
    """Copy a file's bytes, and return when they were written; None for a time that no calendar has.

    Raises:
        UnreadableError: As for `file_chunks`.
        NoSpaceError: The disk of the case is full.
        OSError: The draft cannot be written, or the system is short of something; no fault of the file.
    """
    chunks = file_chunks(path)
    while True:
        try:
            chunk = next(chunks)
        except StopIteration as end:
            modified: dt.datetime | None = end.value
            return modified
        draft.write(chunk)


def file_chunks(path: Path) -> Generator[bytes, None, dt.datetime | None]:
    """Yield a file's bytes as they are at one moment, and return when they were written; None for a time that no calendar has.

    Raises:
        UnreadableError: It cannot be read, is no longer a regular file, or was written to meanwhile.
        OSError: The system is short of something; no fault of the file.
    """
    size = 0
    with _reading():
        # NONBLOCK, so that a pipe put in the file's place cannot hold us up.
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb", buffering=0) as stream:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            raise UnreadableError("not a regular file")
        while chunk := _chunk(stream):
            size += len(chunk)
            yield chunk
        after = os.fstat(descriptor)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or size != after.st_size:
        raise UnreadableError("changed while it was read")
    try:
        return dt.datetime.fromtimestamp(after.st_mtime_ns // 1000 / 1_000_000, tz=dt.UTC)
    except (ValueError, OverflowError):
        return None


class UnreadableError(Exception):
    """A file, not the case, is at fault; the message is the reason that is listed."""


@contextmanager
def _reading() -> Iterator[None]:
    """Put a failure down to the file that is being read, unless the system is short of something."""
    try:
        yield
    except OSError as error:
        if error.errno in _SHORTAGES:
            raise
        raise UnreadableError(_words(error)) from error


def _chunk(stream: RawIOBase) -> bytes:
    with _reading():
        return stream.read(_CHUNK_BYTES) or b""


def _words(error: OSError) -> str:
    return (error.strerror or "cannot be read").lower()


def _line(sighting: Sighting) -> dict[str, Json]:
    return {
        "channel": sighting.channel,
        "document": sighting.document,
        "listed": sighting.ordinal,
        "modified": format_time(sighting.modified) if sighting.modified else None,
        "path": sighting.path,
        "raw": base64.b64encode(sighting.raw_path).decode() if sighting.raw_path is not None else None,
        "reason": sighting.reason,
        "size": sighting.size_bytes,
    }


def _sighting(line: dict[str, str]) -> Sighting:
    return Sighting(
        DocumentId(line["document"]) if line["document"] else None,
        line["path"],
        line["channel"],
        raw_path=base64.b64decode(line["raw"]) if line["raw"] else None,
        ordinal=int(line.get("listed", 0)),
        size_bytes=int(line["size"]),
        modified=parse_time(line["modified"]) if line["modified"] else None,
        reason=line["reason"],
    )
