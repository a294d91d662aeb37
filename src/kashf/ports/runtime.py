"""The machine around kashf: the clock, the keys it signs with, the box in which hostile files are opened, and what it remembers of runs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol, Self

from kashf.domain.acts.catalogue_record import CatalogueRecord, PastRun
from kashf.domain.document import Reason
from kashf.domain.ids import Json
from kashf.ports.engines import Limits

if TYPE_CHECKING:
    from kashf.domain.witness.timestamps import TimestampToken

#: The grade of a sandbox that holds nothing: whoever asked for it has accepted that files may do what they like.
NO_BOX: Final = "none"


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> dt.datetime:
        """Return the time in UTC, with zone."""
        ...


@dataclass(frozen=True, slots=True)
class Task:
    """What a sandboxed child is asked to do with some files.

    Args:
        kind: "read" (identify, unpack, read; one file), "texts" (many small plain texts; one answer each),
            "picture" (draw one page; one file), "lines" (where the lines of one page stand; one file),
            "line" (OCR of one line image; one file) or "engines" (versions of what reads; no file);
            in the box of a model "describe" and "run", in that of a worker for texts "look" (no file; what it looks for, a model that was
            learnt, documents as payloads).
        sources: Files on this side; the child gets open, read-only descriptors and never a path.
        params: Its arguments: {"names": [...]}, for "picture" {"page", "longest_side"}, and for "lines" these and {"leftward"}.
        limits: What the child may cost.
        payloads: Bytes of this side, which the child gets after the sources as files in memory that nobody can change.
    """

    kind: str
    sources: Sequence[Path]
    params: Mapping[str, Json]
    limits: Limits = field(default_factory=Limits)
    payloads: Sequence[bytes] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came back, still untrusted.

    Args:
        untrusted_answer: The child's JSON answer, parsed but not checked; None when it gave none.
        reason: Why it gave none: timeout, crashed, memory, too-large; None when it did.
        detail: One line for a person.
        seconds: Wall time.
    """

    untrusted_answer: object | None
    reason: Reason | None = None
    detail: str = ""
    seconds: float = 0.0


class MemberWriter(Protocol):
    """Receives, on this side, the members of a container while a child unpacks it, and pictures it draws."""

    def begin(self, head: Mapping[str, object]) -> BinaryIO:
        """Return where the bytes of the next member go; `head` is the child's untrusted JSON about it."""
        ...

    def end(self) -> None:
        """The member is complete."""
        ...

    def abort(self) -> None:
        """The member will never be complete; forget what came of it."""
        ...


class Worker(Protocol):
    """One box, used by one thread at a time; a fresh child opens each file and dies afterwards."""

    def run(self, task: Task, *, members: MemberWriter | None = None) -> Outcome:
        """Return what the child said. Never raises for anything a file does; a dead box is replaced by a new one.

        Raises:
            SandboxError: The box cannot be made at all.
        """
        ...

    def close(self) -> None:
        """End the box and everything in it."""
        ...

    def __enter__(self) -> Self:
        """Return the worker."""
        ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close it."""
        ...


class Sandbox(Protocol):
    """Makes workers."""

    @property
    def grade(self) -> str:
        """What holds the parsers: "bubblewrap", "landlock" or "none"."""
        ...

    def worker(self, *, is_warm: bool = True) -> Worker:
        """Return a new worker with its imports loaded.

        Args:
            is_warm: Whether every engine is loaded beforehand, which pays for more than a few files.

        Raises:
            SandboxError: There is no safe place, and nobody has accepted an unsafe one.
        """
        ...

    def text_worker(self, *, english_model: bool, is_warm: bool = True) -> Worker:
        """Return a new worker that looks through texts ("look"), with its imports loaded.

        Args:
            english_model: Whether it is to have the model of English names.
            is_warm: Whether all tables are made beforehand, which pays for more than a few texts.

        Raises:
            SandboxError: It cannot be made.
        """
        ...


class RunLog(Protocol):
    """Runs and plans of the precedence test on one installation; lines are added and never changed."""

    def record(self, events_sha256: str) -> CatalogueRecord:
        """Return every plan and every run on a catalogue, in their order."""
        ...

    def add(self, events_sha256: str, run: PastRun) -> None:
        """Remember a run.

        Args:
            events_sha256: Of the catalogue.
            run: Its plan, its time, and what came out.

        Raises:
            NotAllowedError: It cannot be written, so nothing may be told of it either.
        """
        ...

    def freeze(self, plan: str, *, events_sha256: str, when: str) -> None:
        """Remember that a plan was frozen.

        Args:
            plan: Its hash.
            events_sha256: Of the catalogue that it names.
            when: The time, as the ledger writes it.

        Raises:
            NotAllowedError: It cannot be written.
        """
        ...

    def was_frozen(self, plan: str) -> bool:
        """Return whether the plan of a hash was frozen here."""
        ...


class Signer(Protocol):
    """Signs what is written down, with a key that does not leave it."""

    @property
    def key(self) -> str:
        """The public key, 64 hex digits."""
        ...

    def sign(self, message: bytes, /) -> str:
        """Return the Ed25519 signature of a message, 128 hex digits. Source: RFC 8032."""
        ...


class SignatureCheck(Protocol):
    """Says whether a signature holds."""

    def __call__(self, key: str, signature: str, message: bytes, /) -> bool:
        """Return whether `signature`, in hex, was made of `message` by whoever has the private half of `key`; False for what is neither."""
        ...


@dataclass(frozen=True, slots=True)
class TimestampSigner:
    """Who signed a timestamp.

    Args:
        name: Of its certificate, as that says it.
        certificate: In DER.
    """

    name: str
    certificate: bytes


class TimestampCheck(Protocol):
    """Says who signed a timestamp."""

    def __call__(self, token: TimestampToken, certificate: bytes, /) -> TimestampSigner:
        """Return who signed a timestamp, whose certificate held when it did.

        Args:
            token: As it was parsed.
            certificate: In DER: the one that has to be that of the signer, or of who issued that one; b"" for the one in the token.

        Raises:
            ValueError: In words: it is signed with another, the signature does not hold, or the certificate is none for this.
        """
        ...


def nobody_vouches(token: TimestampToken, certificate: bytes, /) -> TimestampSigner:  # noqa: ARG001  (as for every check)
    """Take no timestamp for one that is signed: what checks them was not given."""
    raise ValueError("nothing is here that checks timestamps")


def nothing_holds(key: str, signature: str, message: bytes, /) -> bool:  # noqa: ARG001  (as for every check)
    """Take no signature for one that holds: what checks them was not given."""
    return False
