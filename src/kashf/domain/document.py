"""What was received (Sighting), what it is (Document), what it says (Page) and where exactly (Span).

Positions are code points of a page's stored text, which is kept verbatim: never normalised, never shortened.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from kashf.domain.ids import DocumentId, Json, SightingId, content_id

#: Edge of the grid on which boxes are given: a page is 10,000 by 10,000, whatever its size in pixels.
BOX_GRID = 10_000

#: Cells along the longer side of a page on which it is kept where there is ink: a letter is about three high.
INK_GRID = 256

#: Half of a UTF-16 pair, which no store can keep as UTF-8, and NUL, which PostgreSQL refuses. One code point each, so positions stay.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Status(StrEnum):
    """How far the reading of a document came."""

    DONE = "done"
    PARTIAL = "partial"
    FAILED = "failed"
    DESTROYED = "destroyed"


class Reason(StrEnum):
    """Why a document is not simply done; the words of `status --json` under `by_reason`."""

    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    UNSUPPORTED = "unsupported"
    UNREADABLE = "unreadable"
    TIMEOUT = "timeout"
    CRASHED = "crashed"
    MEMORY = "memory"
    ALTERED = "altered"
    TOO_LARGE = "too-large"
    TOO_DEEP = "too-deep"
    BOMB = "bomb"
    #: One part of an archive that was cut into several files; the others are needed.
    DIVIDED = "divided"
    #: Read, but below the confidence at which words are right (`SURE_ENOUGH`).
    LOW_CONFIDENCE = "low-confidence"
    #: There is something on a page, or in a part, that no reading accounts for.
    UNREAD_PART = "unread-part"
    #: Looked at whole, and there is nothing to read: a photograph, a blank page. The one reason that goes with `done`.
    NO_WRITING = "no-writing"


class Origin(StrEnum):
    """Where the text of a page comes from."""

    DIGITAL = "digital"
    OCR = "ocr"
    #: People typed at least one of its lines off its image.
    TRANSCRIPTION = "transcription"


class MarkKind(StrEnum):
    """What is particular about a range of text; all of it is kept, and only `PASSED_OVER` is left out of default answers."""

    BOILERPLATE = "boilerplate"
    #: Earlier mail, quoted or sent on in a mail; part of the text like any other.
    QUOTED = "quoted"
    #: Quoted mail whose original is in the case. Said of a case, never by a reader.
    REPEATED = "repeated"
    #: Tracked changes: struck out, and put in, by somebody after the rest was written.
    DELETED = "deleted"
    INSERTED = "inserted"
    COMMENT = "comment"
    #: There, but not shown by the program that made the file: hidden text, sheets, rows, slides.
    HIDDEN = "hidden"
    #: Typed off an image by people: what they were not sure of, and what nobody can read, for which an ellipsis stands.
    UNCERTAIN = "uncertain"
    ILLEGIBLE = "illegible"
    #: Lines of such a page that nobody typed yet: what a machine read surely enough, and what it did not.
    DRAFT = "draft"
    UNKEYED = "unkeyed"
    #: One message of a conversation, the lines that say who wrote it and when first; a passage of its own.
    MESSAGE = "message"


#: Said of what people typed, never by a reader.
OF_TYPED: Final = frozenset({MarkKind.UNCERTAIN, MarkKind.ILLEGIBLE, MarkKind.DRAFT, MarkKind.UNKEYED})

#: What default search and `kashf text` pass over: not what the writer of the document wrote in it, or nobody knows yet.
PASSED_OVER: Final = frozenset({MarkKind.BOILERPLATE, MarkKind.REPEATED, MarkKind.UNKEYED})

#: Confidence in [0..1] of a reading below which words are more often wrong than right; such pages are kept out of names, counts and
#: default search.
SURE_ENOUGH: Final = 0.5


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of a page's text about which something must be said.

    Args:
        start: First code point of the page's text.
        end: One past the last code point.
        kind: What it is.
    """

    start: int
    end: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Box:
    """Where a stretch of text stands on the page's image, in units of 1/10,000 of its width and height, from the top left.

    `confidence`, in [0..1], is how surely it was read.
    """

    start: int
    end: int
    left: int
    top: int
    right: int
    bottom: int
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was read.

    Args:
        number: From 1, as the document counts them.
        text: Verbatim; empty when nothing could be read.
        origin: Digital text, OCR, or typed by people.
        confidence: In [0..1]; 1.0 for digital text, 0.0 for a page without text. Of a page of which people typed lines: of what it shows.
        marks: Ranges about which something must be said, in order, not overlapping.
        boxes: Words on the image, in order of the text; empty when there is no image.
    """

    number: int
    text: str
    origin: Origin = Origin.DIGITAL
    confidence: float = 1.0
    marks: tuple[Mark, ...] = ()
    boxes: tuple[Box, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether its words are more often right than wrong."""
        return self.confidence >= SURE_ENOUGH

    @property
    def passed_over(self) -> tuple[Mark, ...]:
        """The marks whose text default answers leave out."""
        return tuple(mark for mark in self.marks if mark.kind in PASSED_OVER)

    def shown(self) -> str:
        r"""Return the text without the ranges that are passed over.

        >>> Page(1, "ticker\nstory", marks=(Mark(0, 7, MarkKind.BOILERPLATE),)).shown()
        'story'
        """
        kept, position = [], 0
        for mark in self.passed_over:
            kept.append(self.text[position : mark.start])
            position = max(position, mark.end)
        kept.append(self.text[position:])
        return "".join(kept)


@dataclass(frozen=True, slots=True)
class Span:
    """The atom of evidence: these characters, on this page, of this document.

    Args:
        document: Id of the document.
        page: Number of the page, from 1.
        start: First code point of the page's stored text.
        end: One past the last; `end > start`.
    """

    document: DocumentId
    page: int
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.page < 1 or not 0 <= self.start < self.end:
            raise ValueError(f"not a span: page {self.page}, {self.start}..{self.end}")


class OwnHash(StrEnum):
    """What comes of the hash that an archive of the web keeps beside what it holds."""

    MATCHES = "matches"
    DIFFERS = "differs"
    NOT_GIVEN = "not given"


@dataclass(frozen=True, slots=True)
class Capture:
    """How an archive of the web says that it got one of its files; all of it its own words, but for the hash, which was computed anew.

    Args:
        url: Where it was fetched; empty for a file of the archive itself.
        time: When, as written there, such as "2016-03-04T10:11:12Z"; empty when not said.
        tool: What fetched it; empty when not said.
        own_hash: Whether its bytes are those that the archive once hashed.
        status: What the server answered, such as "200 OK"; empty when it did not come over HTTP.
        type: Content type as the server said it.
    """

    url: str = ""
    time: str = ""
    tool: str = ""
    own_hash: OwnHash = OwnHash.NOT_GIVEN
    status: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place at which some bytes were seen: a path that was received, or a member of a container.

    Args:
        document: The bytes that were seen, or None when they could not be read (then `reason` says why).
        path: For people: decoded, with bytes that are no UTF-8 shown as U+FFFD.
        raw_path: The path's bytes when they are not UTF-8, else None.
        channel: Who passed it on; empty for a member, which came by its container's channels.
        parent: The container it was found in, or None for a file on disk.
        ordinal: Place in the container, or in its folder as the file system listed that, from 0; 0 where that was not kept.
        size_bytes: Of the content; 0 when unreadable.
        modified: Time of last change that the file system or the container claims; proves nothing.
        reason: Why the bytes could not be read, in words; empty when they could.
        capture: How the archive of the web in which it lay got it; None for everything else.
    """

    document: DocumentId | None
    path: str
    channel: str
    raw_path: bytes | None = None
    parent: DocumentId | None = None
    ordinal: int = 0
    size_bytes: int = 0
    modified: dt.datetime | None = None
    reason: str = ""
    capture: Capture | None = None

    @property
    def id(self) -> SightingId:
        """The same for the same bytes at the same place, so that receiving twice adds nothing."""
        where: dict[str, Json] = {"channel": self.channel, "path": self.path, "raw": self.raw_path.hex() if self.raw_path else None}
        if self.parent:
            where = {"parent": self.parent, "ordinal": self.ordinal}
        return SightingId(content_id({"where": where, "document": self.document}))


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one reading of a document's bytes yielded.

    Args:
        document: Whose bytes were read.
        type: Media type by its bytes, such as "application/pdf".
        status: Done, partial or failed.
        reason: Why it is not done, or `NO_WRITING`; None when it is simply done.
        detail: One line for a person, without words of the document.
        pages: In order; empty when there is no text.
        metadata: What the document says about itself, checked for length only. Known keys: title, author, date (ISO day),
            from, to, subject, language.
        engines: Name and version of each engine that took part.
        second_readings: Pages of `pages` as another way of reading them has them, by number, several of one where there are several;
            kept and shown beside the page, never its text.
        ink_prints: Of pages whose words nobody can be sure of, by number, where there is ink; other pictures of the sheet are known by it.
    """

    document: DocumentId
    type: str
    status: Status
    reason: Reason | None = None
    detail: str = ""
    pages: tuple[Page, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    engines: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    second_readings: tuple[Page, ...] = ()
    ink_prints: tuple[tuple[int, bytes], ...] = ()


def storable(text: str) -> str:
    r"""Return `text` with NUL and lone surrogates replaced by U+FFFD, code point for code point.

    >>> storable("a\x00b\ud800")
    'a�b�'
    """
    return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", text)
