"""Turns files into a stream, a piece at a time, so that they can be encrypted without lying anywhere in between."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kashf.domain.ids import Json, canonical_json
from kashf.domain.ledger import format_time
from kashf.intake.field.framed import BEGINNING, DATA, END, FILE, HEAD, SIGNATURE, STATEMENT, frame
from kashf.intake.paths import display_path
from kashf.intake.receive import Found, UnreadableError, file_chunks
from kashf.ports.runtime import Clock, Signer

#: What a signature is made of begins with this, so that it holds for nothing else.
SIGNED: Final = b"kashf field receipt 1\n"


@dataclass(slots=True)
class FieldTally:
    """How far it is.

    Args:
        files: Read whole.
        unreadable: Paths that could not be.
        size_bytes: Of the files.
        root: SHA-256 over what is said of all and of each, in order.
    """

    files: int = 0
    unreadable: int = 0
    size_bytes: int = 0
    root: str = ""


@dataclass(frozen=True, slots=True)
class FieldDevice:
    """What receives.

    Args:
        name: Of this installation.
        signer: Signs for it.
        clock: Tells the time.
        tool: The program.
    """

    name: str
    signer: Signer
    clock: Clock
    tool: str


def field_stream(found: Iterable[Found], *, device: FieldDevice, note: str, tally: FieldTally) -> Iterator[bytes]:
    """Yield the stream: who receives, each file with its hash behind it, and a signed statement of all at its end.

    Args:
        found: What to receive.
        device: What receives it.
        note: What the person says of it.
        tally: Told how far it is.
    """
    started = format_time(device.clock.now())
    yield BEGINNING
    head: dict[str, Json] = {"device": device.name, "key": device.signer.key, "note": note, "started": started, "tool": device.tool}
    yield frame(HEAD, head)
    root = hashlib.sha256(canonical_json(head))
    for one in found:
        path, raw = display_path(os.fsencode(one.shown))
        told: dict[str, Json] = {"listed": one.listed, "path": path, "raw": base64.b64encode(raw).decode() if raw is not None else None}
        yield frame(FILE, told)
        ended = yield from _contents(one)
        root.update(canonical_json({**told, **ended}))
        tally.files += not ended["reason"]
        tally.unreadable += bool(ended["reason"])
        tally.size_bytes += int(str(ended["size"]))
        yield frame(END, ended)
    tally.root = root.hexdigest()
    statement: dict[str, Json] = {
        "bytes": tally.size_bytes,
        "device": device.name,
        "ended": format_time(device.clock.now()),
        "files": tally.files,
        "root": tally.root,
        "started": started,
        "unreadable": tally.unreadable,
    }
    yield frame(STATEMENT, statement)
    yield frame(SIGNATURE, {"key": device.signer.key, "signature": device.signer.sign(signed(statement))})


def signed(statement: Mapping[str, Json]) -> bytes:
    """Return the bytes that a device signs of what it received."""
    return SIGNED + canonical_json(dict(statement))


def _contents(one: Found) -> Generator[bytes, None, dict[str, Json]]:
    hashed, size, reason, modified = hashlib.sha256(), 0, one.reason, None
    if not reason:
        chunks = file_chunks(one.path)
        try:
            while True:
                chunk = next(chunks)
                hashed.update(chunk)
                size += len(chunk)
                yield frame(DATA, chunk)
        except StopIteration as end:
            modified = end.value
        except UnreadableError as error:
            reason = str(error)
    return {
        "modified": format_time(modified) if modified else None,
        "reason": reason,
        "sha256": None if reason else hashed.hexdigest(),
        "size": 0 if reason else size,
    }
