"""Reads the stream that `write_field` makes: checks all of it, or takes its files in."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import BinaryIO

from kashf.domain.document import Sighting
from kashf.domain.ids import DocumentId, Json, canonical_json
from kashf.domain.ledger import parse_time
from kashf.errors import DamagedDeliveryError
from kashf.intake.field.framed import DATA, END, FILE, HEAD, SIGNATURE, STATEMENT, cut_short, facts, frames, malformed
from kashf.intake.field.write_field import signed
from kashf.intake.paths import display_path
from kashf.intake.receive import Batch, in_batches
from kashf.ports.blobs import BlobDraft, BlobStore
from kashf.ports.runtime import SignatureCheck

_LONGEST_PATH = 4096


@dataclass(frozen=True, slots=True)
class FieldStatement:
    """What a device in the field said of what it received, and signed.

    Args:
        device: Name of the installation.
        key: With which it signed, in hex.
        started: When it began.
        note: What the person there said of it.
        files: How many it read whole.
        unreadable: How many paths it could not read.
        size_bytes: Of the files.
        root: SHA-256 over what is said of all and of each.
        signature: Over the statement, in hex.
        statement: What was signed.
    """

    device: str
    key: str
    started: dt.datetime
    note: str
    files: int
    unreadable: int
    size_bytes: int
    root: str
    signature: str
    statement: Mapping[str, Json]


@dataclass(slots=True)
class _One:
    """A file on its way in."""

    told: dict[str, Json]
    draft: BlobDraft | None
    hashed: hashlib._Hash
    size: int = 0


def check_field(untrusted: BinaryIO, *, holds: SignatureCheck) -> FieldStatement:
    """Read a stream to its end and return what it says of itself: every hash, every count and the signature are right.

    Args:
        untrusted: The stream.
        holds: Says whether a signature does.

    Raises:
        DamagedDeliveryError: Anything of that is not so; the message says what.
    """
    reading = _FieldReading(untrusted, None)
    for _ in reading.files():
        pass
    return reading.statement(holds)


def take_field(
    untrusted: BinaryIO, *, channel: str, blobs: BlobStore, refused: Mapping[DocumentId, str] = MappingProxyType({})
) -> Iterator[Batch]:
    """Yield batches of the files of a stream that was checked, as `receive` does of files on a disk; raises as that and `check_field`."""
    return in_batches(_FieldReading(untrusted, blobs).received(channel, refused), blobs=blobs)


class _FieldReading:
    def __init__(self, untrusted: BinaryIO, blobs: BlobStore | None) -> None:
        self._frames, self._blobs = frames(untrusted), blobs
        self._root = hashlib.sha256()
        self._files = self._unreadable = self._size = 0
        self._head: dict[str, Json] = {}
        self._statement: dict[str, Json] = {}
        self._signature: dict[str, Json] = {}

    def files(self) -> Iterator[tuple[dict[str, Json], BlobDraft | None]]:
        """Yield what is said of each file, with its draft where there are blobs; its bytes have the hash that is said."""
        open_file: _One | None = None
        try:
            for kind, content in self._frames:
                if self._signature or (not self._head) != (kind == HEAD):
                    raise malformed()
                if kind == DATA and open_file:
                    open_file.hashed.update(content)
                    open_file.size += len(content)
                    if open_file.draft:
                        open_file.draft.write(content)
                elif kind == FILE and not open_file and not self._statement:
                    draft = self._blobs.draft() if self._blobs else None
                    open_file = _One(facts(content), draft, hashlib.sha256())
                elif kind == END and open_file:
                    ended, open_file = self._ended(open_file, facts(content)), None
                    yield ended
                elif not open_file:
                    self._about_all(kind, facts(content))
                else:
                    raise malformed()
        finally:
            if open_file and open_file.draft:
                open_file.draft.discard()
        if not self._signature:
            raise cut_short()

    def received(self, channel: str, refused: Mapping[DocumentId, str]) -> Iterator[tuple[Sighting, BlobDraft | None]]:
        """Yield a sighting for each file, as `receive` makes them."""
        for told, written in self.files():
            reason = str(told["reason"]) or (refused.get(written.id, "") if written else "")
            if written and reason:
                written.discard()
            draft = None if reason else written
            path, raw, listed = _path(told)
            yield _sighting(told, draft, Sighting(None, path, channel, raw_path=raw, ordinal=listed, reason=reason)), draft

    def statement(self, holds: SignatureCheck) -> FieldStatement:
        """Return what was signed, when it is what the stream holds."""
        told, head = self._statement, self._head
        counted: dict[str, Json] = {
            "files": self._files,
            "unreadable": self._unreadable,
            "bytes": self._size,
            "root": self._root.hexdigest(),
        }
        key, signature = str(self._signature.get("key")), str(self._signature.get("signature"))
        differ = [name for name, value in counted.items() if told.get(name) != value]
        differ += ["device"] if told.get("device") != head.get("device") or key != head.get("key") else []
        differ += ["signature"] if not differ and not holds(key, signature, signed(told)) else []
        if differ:
            raise _changed(", ".join(differ))
        started = _time(told.get("started"))
        note = str(head.get("note", ""))
        return FieldStatement(
            str(told["device"]), key, started, note, self._files, self._unreadable, self._size, str(told["root"]), signature, told
        )

    def _about_all(self, kind: bytes, told: dict[str, Json]) -> None:
        if kind == HEAD:
            self._head = told or {"device": ""}
            self._root.update(canonical_json(told))
        elif kind == STATEMENT and not self._statement:
            self._statement = told or {"device": ""}
        elif kind == SIGNATURE and self._statement:
            self._signature = told or {"key": ""}
        else:
            raise malformed()

    def _ended(self, one: _One, ended: dict[str, Json]) -> tuple[dict[str, Json], BlobDraft | None]:
        is_told = {*one.told} == {"listed", "path", "raw"} and {*ended} == {"modified", "reason", "sha256", "size"}
        if not is_told or not isinstance(ended["reason"], str):
            raise malformed()
        told = {**one.told, **ended}
        self._root.update(canonical_json(told))
        is_whole = not ended["reason"]
        if is_whole and (ended["sha256"], ended["size"]) != (one.hashed.hexdigest(), one.size):
            raise _changed(_path(told)[0])
        if not is_whole and (ended["sha256"] is not None or ended["size"] != 0):
            raise malformed()
        self._files += is_whole
        self._unreadable += not is_whole
        self._size += one.size if is_whole else 0
        return told, one.draft


def _sighting(told: Mapping[str, Json], draft: BlobDraft | None, seen: Sighting) -> Sighting:
    if draft is None:
        return seen
    modified = _time(told["modified"]) if told["modified"] else None
    return Sighting(
        draft.id, seen.path, seen.channel, raw_path=seen.raw_path, ordinal=seen.ordinal, size_bytes=draft.size_bytes, modified=modified
    )


def _path(told: Mapping[str, Json]) -> tuple[str, bytes | None, int]:
    """Return the path of a file, its bytes where they are no UTF-8, and its place in its folder."""
    path, raw, listed = told["path"], told["raw"], told["listed"]
    try:
        whole = base64.b64decode(str(raw), validate=True) if raw is not None else str(path).encode()
    except (binascii.Error, UnicodeEncodeError):
        raise malformed() from None
    is_fair = isinstance(path, str) and 0 < len(whole) <= _LONGEST_PATH and isinstance(listed, int) and listed >= 0
    if not is_fair or b"\0" in whole or whole.startswith(b"/") or b".." in whole.split(b"/"):
        raise malformed()
    return *display_path(whole), int(str(listed))


def _time(told: Json) -> dt.datetime:
    try:
        return parse_time(str(told))
    except ValueError:
        raise malformed() from None


def _changed(what: str) -> DamagedDeliveryError:
    return DamagedDeliveryError(f"what it holds is not what was signed: {what}", code="delivery-changed", what=what)
