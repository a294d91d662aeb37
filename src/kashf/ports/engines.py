"""Engines that open a leaked file. All of them run inside the sandbox; nothing here is called by a process that holds a case."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, Protocol

from kashf.domain.document import Capture, Page, Reason, Status

#: Caps on what a document says about itself; real documents stay far below, and a page of a web browser can still show them.
MAX_METADATA_KEYS = 200
MAX_METADATA_KEY_LENGTH = 120
MAX_METADATA_VALUE_LENGTH = 10_000
MAX_ENGINES = 20
MAX_ENGINE_LENGTH = 100
MAX_DETAIL_LENGTH = 300
#: What the slowest engine gets through in a second on a busy machine.
_BYTES_A_SECOND = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one untrusted file.

    Args:
        path: Readable inside the sandbox, such as /proc/self/fd/5; its name says nothing about the file.
        size_bytes: Length of the file.
        untrusted_name: What it was called; a weak hint at its type, never a path to open.
        type: Media type as the Identifier says; empty before it has spoken.
        opener: Returns its bytes where they are not those at `path`: decrypted, or of several files. None where they are.
        volumes: All volumes of an archive that is read one volume after the other, this one among them; none for any other.
        keys: Passwords that open it, where its engine decrypts by itself, in the bytes that engine takes.
    """

    path: Path
    size_bytes: int
    untrusted_name: str = ""
    type: str = ""
    opener: Callable[[], BinaryIO] | None = None
    volumes: tuple[Path, ...] = ()
    keys: tuple[bytes, ...] = field(default=(), repr=False)

    def open(self) -> BinaryIO:
        """Return a fresh binary stream at the beginning of the file."""
        return self.opener() if self.opener else self.path.open("rb")

    def read(self) -> bytes:
        """Return all bytes; callers keep to files they may hold in memory."""
        with self.open() as file:
            return file.read()


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost; the same numbers inside the sandbox and around it.

    Args:
        seconds: Wall time for a small file.
        memory_bytes: Resident memory of the child that reads it.
        text_characters: Over all pages.
        pages: Most pages that are read.
        pixels: Largest picture that is decoded.
        members: Most members of one container.
        unpacked_bytes: All members of one container together.
        ratio: Unpacked over packed bytes, once more than 16 MiB came out.
        depth: Containers within containers.
        trying_seconds: Wall time for trying passwords on one file, beside `seconds`.
        rows: What one stage of texts finds in one document; the rest is not kept.
    """

    seconds: float = 120.0
    memory_bytes: int = 1 << 30
    text_characters: int = 50_000_000
    pages: int = 10_000
    pixels: int = 100_000_000
    members: int = 100_000
    unpacked_bytes: int = 20 << 30
    ratio: int = 200
    depth: int = 8
    trying_seconds: float = 60.0
    rows: int = 200_000

    def for_size(self, size_bytes: int) -> Limits:
        """Return the limits for a file of this size: a large one may take longer, since a mailbox of gigabytes holds no fewer letters.

        >>> Limits().for_size(1000).seconds, Limits().for_size(2 << 30).seconds
        (120.0, 2168.0)
        """
        return replace(self, seconds=self.seconds + size_bytes // _BYTES_A_SECOND)


@dataclass(frozen=True, slots=True)
class Extract:
    """What a Reader got out of a file; `domain.document.Reading` without the id."""

    pages: tuple[Page, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    status: Status = Status.DONE
    reason: Reason | None = None
    detail: str = ""
    second_readings: tuple[Page, ...] = ()
    ink_prints: tuple[tuple[int, bytes], ...] = ()

    def cut_after(self, kept: int, of: int, things: str = "pages") -> Extract:
        """Return it as one of which only the first of its things were read; as it is where there are no more, or it is partial already.

        >>> Extract().cut_after(2, 2).status.value, Extract().cut_after(2, 5, "sheets").detail
        ('done', 'the first 2 of 5 sheets')
        """
        if kept >= of or self.status is not Status.DONE:
            return self
        return replace(self, status=Status.PARTIAL, reason=Reason.TOO_LARGE, detail=f"the first {kept} of {of} {things}")


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside a container.

    Args:
        ordinal: Place in the container, from 0, counting every member, those without content too.
        untrusted_name: Its name as bytes of the container; data, never used as a path.
        chunks: Its content; consumed before the next member is asked for. None when it cannot be had.
        reason: Why it cannot be had, such as "encrypted"; empty otherwise.
        capture: How it was got, where an archive of the web says so.
    """

    ordinal: int
    untrusted_name: bytes
    chunks: Iterator[bytes] | None
    reason: str = ""
    capture: Capture | None = None


class EngineError(Exception):
    """A file cannot be read, for a reason that is known.

    Args:
        reason: For the totals.
        detail: One line for a person, without words of the file.
    """

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class Identifier(Protocol):
    """Says what a file is, by its bytes."""

    def identify(self, source: Source) -> str:
        """Return a lower-case media type; "application/octet-stream" when nothing better can be said."""
        ...


class Reader(Protocol):
    """Gets text out of files of some types."""

    @property
    def name(self) -> str:
        """Short name of the engine, such as "pdfium"."""
        ...

    @property
    def version(self) -> str:
        """Version of the engine; a new one makes older readings stale."""
        ...

    def reads(self, type: str) -> bool:
        """Return whether this engine is meant for files of media type `type`."""
        ...

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return the pages in order.

        Raises:
            EngineError: With a reason, when nothing can be had.
        """
        ...


class Unpacker(Protocol):
    """Takes a container apart: archives, mailboxes, attachments."""

    @property
    def name(self) -> str:
        """Short name of the engine."""
        ...

    @property
    def version(self) -> str:
        """Version of the engine."""
        ...

    def unpacks(self, type: str) -> bool:
        """Return whether files of media type `type` can hold members."""
        ...

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield members in the container's order, without ever writing to a path named by it.

        Raises:
            EngineError: When the container is damaged, encrypted or beyond the limits; members already given stay good.
        """
        ...


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded page image: 8-bit, one (grey) or three (RGB) channels, row by row from the top left."""

    width: int
    height: int
    channels: int
    pixels: bytes


class PageImager(Protocol):
    """Draws pages of a document."""

    def images(self, type: str) -> bool:
        """Return whether pages of files of media type `type` can be drawn."""
        ...

    def draw(self, source: Source, *, page: int, longest_side: int, limits: Limits) -> Picture:
        """Return page `page` (from 1), at most `longest_side` pixels wide and high.

        Raises:
            EngineError: No such page, damaged, encrypted or too large.
        """
        ...


class PageReader(Protocol):
    """Reads the text of a page image (OCR)."""

    @property
    def name(self) -> str:
        """Short name of the engine."""
        ...

    @property
    def version(self) -> str:
        """Version of the engine and of its language data."""
        ...

    def read_page(self, picture: Picture, *, number: int) -> Page:
        """Return the page with OCR origin, a confidence in [0..1] and a box for each word; empty text when nothing is legible."""
        ...


MemberSink = Callable[[Member], None]
"""Takes one member as it comes, its chunks within the limits."""
