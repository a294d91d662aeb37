"""Takes in what comes out of a container while a sandboxed child unpacks it."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import BinaryIO, cast

from kashf.domain.document import Capture, OwnHash, Reason, Sighting, storable
from kashf.domain.ids import DocumentId
from kashf.intake.paths import display_path, member_name
from kashf.ports.blobs import BlobDraft, BlobStore
from kashf.ports.stages import Job
from kashf.services.ingest.budgets.budget_book import OverBudgetError

#: Members are made durable this many at a time, since each draft holds an open file.
_MEMBERS_TOGETHER = 128
#: A longer name of a member is cut; no file system has longer ones.
_NAME_BYTES = 4096
#: Of one field that an archive of the web says of a member.
_CAPTURE_CHARACTERS = 4096


@dataclass(frozen=True, slots=True)
class _Head:
    """What is known of a member before its bytes come; `reason` says why none will."""

    ordinal: int
    name: str
    raw_name: bytes | None
    reason: str
    capture: Capture | None = None


@dataclass(slots=True)
class Members:
    """Keeps the members of one container as they come out of the sandbox.

    Args:
        job: The container.
        blobs: Where they go.
        refused: Those that are not taken in, with the reason that is listed instead.
        may_store: Told how many bytes more are to be kept, returns whether they may; other containers may be at work beside this one.
        stored_bytes: What came so far.
        seen: Them, in the order in which they came.
    """

    job: Job
    blobs: BlobStore
    refused: Mapping[DocumentId, str] = field(default_factory=dict)
    may_store: Callable[[int], bool] = lambda _: True
    stored_bytes: int = 0
    seen: list[Sighting] = field(default_factory=list)
    _drafts: list[BlobDraft] = field(default_factory=list)
    _head: _Head = field(default_factory=lambda: _Head(0, "", None, ""))

    def begin(self, head: Mapping[str, object]) -> BinaryIO:
        """Return where the bytes of the next member go; `head` is the child's untrusted JSON about it."""
        self._head = _check_head(head, place=len(self.seen))
        self._drafts.append(self.blobs.draft())
        return cast("BinaryIO", self)

    def write(self, chunk: bytes, /) -> int:
        """Append to the member that was begun last.

        Raises:
            OverBudgetError: No more may be kept of the received file that this lies in.
            NoSpaceError: The disk is full.
        """
        if not self.may_store(len(chunk)):
            self._head = replace(self._head, reason=Reason.TOO_LARGE)
            raise OverBudgetError
        self.stored_bytes += len(chunk)
        return self._drafts[-1].write(chunk)

    def end(self) -> None:
        """The member is complete; one with a reason has no bytes."""
        draft = self._drafts[-1]
        if reason := self._head.reason or self.refused.get(draft.id, ""):
            self._drafts.pop().discard()
            self._see(None, 0, reason)
        else:
            self._see(draft.id, draft.size_bytes, "")
        if len(self._drafts) >= _MEMBERS_TOGETHER:
            self.keep()

    def abort(self) -> None:
        """The member will never be complete; what came of it is not kept, and it is listed as one that cannot be had."""
        if self._drafts:
            self._drafts.pop().discard()
            self._see(None, 0, self._head.reason or "broke off")

    def keep(self) -> None:
        """Make what came so far durable."""
        self.blobs.keep(self._drafts)
        self._drafts.clear()

    def _see(self, document: DocumentId | None, size_bytes: int, reason: str) -> None:
        head = self._head
        path = f"{self.job.name}/{head.name}"
        parent = self.job.document
        seen = Sighting(document, path, "", head.raw_name, parent, head.ordinal, size_bytes=size_bytes, reason=reason, capture=head.capture)
        self.seen.append(seen)

    def discard(self) -> None:
        """Forget what is not durable yet."""
        for draft in self._drafts:
            draft.discard()
        self._drafts.clear()


def _check_head(untrusted: Mapping[str, object], *, place: int) -> _Head:
    """Return what a child says of a member; of one that is not well formed, that it is not."""
    ordinal, name, reason = untrusted.get("ordinal"), untrusted.get("name"), untrusted.get("reason", "")
    fits = isinstance(ordinal, int) and not isinstance(ordinal, bool) and 0 <= ordinal < 1 << 31
    if not fits or not isinstance(name, str) or not isinstance(reason, str):
        return _Head(place, "", None, "the reader's list is not well formed")
    try:
        untrusted_name = base64.b64decode(name, validate=True)[:_NAME_BYTES]
    except ValueError:
        return _Head(place, "", None, "the reader's list is not well formed")
    _, raw = display_path(untrusted_name)
    return _Head(
        cast("int", ordinal),
        member_name(untrusted_name).replace("\x00", "\ufffd"),
        raw,
        reason[:200],
        _check_capture(untrusted.get("capture")),
    )


def _check_capture(untrusted: object) -> Capture | None:
    """Return how a member was got, in words of bounded length; None when nothing is said, or it is not well formed."""
    if not isinstance(untrusted, Mapping):
        return None
    words = {name: untrusted.get(name, "") for name in ("url", "time", "tool", "status", "type")}
    own_hash = untrusted.get("own_hash")
    if not all(isinstance(word, str) for word in words.values()) or own_hash not in {str(each) for each in OwnHash}:
        return None
    return Capture(**{name: storable(word[:_CAPTURE_CHARACTERS]) for name, word in words.items()}, own_hash=OwnHash(own_hash))
