"""Reads files in the sandbox as an ingest would, and keeps count of what comes out."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from kashf.domain.document import Reading, Reason, Status
from kashf.domain.ids import DocumentId
from kashf.intake.reading_check import check_reading
from kashf.ports.engines import Limits
from kashf.ports.runtime import Outcome, Task, Worker

LIMITS = Limits(seconds=30.0)
_DOCUMENT = DocumentId("0" * 64)


class _Counted(io.RawIOBase):
    """Counts bytes instead of keeping them."""

    def __init__(self) -> None:
        self.count = 0

    def writable(self) -> bool:
        return True

    def write(self, content: object) -> int:
        length = len(memoryview(content))  # type: ignore[arg-type]  # anything with bytes in it
        self.count += length
        return length


@dataclass
class Members:
    """A MemberWriter that keeps heads and lengths."""

    heads: list[Mapping[str, object]] = field(default_factory=list)
    sizes_bytes: list[int] = field(default_factory=list)
    aborted: int = 0
    _open: _Counted = field(default_factory=_Counted)

    def begin(self, head: Mapping[str, object]) -> BinaryIO:
        self.heads.append(dict(head))
        self._open = _Counted()
        return self._open  # type: ignore[return-value]  # only written to

    def end(self) -> None:
        self.sizes_bytes.append(self._open.count)

    def abort(self) -> None:
        self.aborted += 1

    @property
    def names(self) -> list[bytes]:
        """The untrusted names, in order."""
        return [base64.b64decode(str(head["name"])) for head in self.heads]


@dataclass(frozen=True)
class Ending:
    """How the reading of one file ended."""

    status: Status
    reason: Reason | None
    members: Members
    type: str = ""
    text: str = ""
    untrusted_answer: str = ""


def read_in(box: Worker, path: Path) -> Ending:
    """Return how the reading of a file ended; an answer that the outside would refuse is an error."""
    members = Members()
    outcome: Outcome = box.run(Task("read", [path], {"names": [path.name]}, LIMITS), members=members)
    if outcome.untrusted_answer is None:
        assert outcome.reason is not None
        return Ending(Status.FAILED, outcome.reason, members)
    reading: Reading = check_reading(outcome.untrusted_answer, document=_DOCUMENT, limits=LIMITS)
    text = "\n".join(page.text for page in reading.pages)
    return Ending(reading.status, reading.reason, members, reading.type, text, json.dumps(outcome.untrusted_answer))
