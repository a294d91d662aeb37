"""What a generated document is before it gets a file format, and what a file holds once it has one."""

import datetime as dt
from dataclasses import dataclass, replace
from hashlib import sha256

from examples.siege.named import Thing
from examples.siege.text import Text, joined


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says about itself; names and date as they are written in it."""

    id: str
    role: str
    sender: str
    recipient: str
    number: int
    day: dt.date
    date_words: str
    place: Thing
    instruction: str | None
    instruction_kind: str | None
    operation: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """Pages of text in one language ("ar", "en", "fr", "de", "tr")."""

    pages: tuple[Text, ...]
    language: str
    title: str
    day: dt.date
    letter: Letter | None = None

    @property
    def rtl(self) -> bool:
        """Whether it is written from right to left."""
        return self.language == "ar"

    def whole(self) -> Text:
        """Return all pages as one text, for formats that know no pages."""
        return joined(self.pages, "\n\n")

    def with_pages(self, *pages: Text) -> "Document":
        """Return the same document with other pages."""
        return replace(self, pages=pages)


@dataclass(frozen=True, slots=True)
class Table:
    """A register: rows of cells, the first row names the columns."""

    rows: tuple[tuple[Text, ...], ...]
    language: str
    title: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class Part:
    """A file, or a member of one, with its text exactly as written.

    Attributes:
        member: Path within the file, "" for the file itself.
        digest: SHA-256 of its bytes.
        pages: Its text; empty for what has none or is only a container.
        origin: "digital" if a program can read it out, "scan" if it takes OCR.
        offsets: Whether the marks count from the first character of the decoded file.
        letter: If it is one.
    """

    member: str
    digest: str
    pages: tuple[Text, ...] = ()
    origin: str = "digital"
    offsets: bool = False
    letter: Letter | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file: its bytes and what is in it, itself first. `fault` says how it is broken, if it is."""

    data: bytes
    parts: tuple[Part, ...]
    fault: str = ""

    @classmethod
    def single(cls, data: bytes, *pages: Text, origin: str = "digital", offsets: bool = False, letter: Letter | None = None) -> "Made":
        """Return a file that holds no others."""
        return cls(data, (Part("", sha256(data).hexdigest(), pages, origin=origin, offsets=offsets, letter=letter),))

    @classmethod
    def container(cls, data: bytes, members: tuple[tuple[str, "Made"], ...], *pages: Text) -> "Made":
        """Return a file that holds others under these names (and, for mail, text of its own)."""
        own = Part("", sha256(data).hexdigest(), pages)
        inner = (replace(part, member=f"{name}/{part.member}" if part.member else name) for name, made in members for part in made.parts)
        return cls(data, (own, *inner))
