"""The text of Pages, Numbers and Keynote since 2013, as their archives keep it.

Which archives stand on which page, and in what order, is said by objects that nobody has described, and the numbers of a table are packed
in a way of their own. So the words are had, and the reading is partial.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Final

from kashf.domain.document import Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Source
from kashf.sandboxed.engines.iwork.iwa import ArchivedObject, fields, messages
from kashf.sandboxed.engines.iwork.snappy import BrokenBlockError
from kashf.sandboxed.engines.office.package import ZIP_FAULTS, Package, opened_package

_TYPES: Final = re.compile(r"application/vnd\.apple\.(?:pages|numbers|keynote)")
#: Types of objects with text, and the fields that hold it: stories and comments, and lists of the words in cells of a table.
_TEXTS: Final = {2001: 3, 2005: 3, 3056: 1}
_CELLS, _ENTRY, _WORDS = 6005, 3, 3
#: What holds the check of a password.
_LOCKED: Final = (".iwpv2", ".iwph")
#: Archives with what stands on every slide, such as "Title Text"; they come last.
_MASTERS: Final = re.compile(r"(?:master|template)slide")
#: A sign for each thing that stands in the text, such as a picture or the field of a page number.
_THINGS: Final = re.compile("[\ufffc\x00-\x08\x0e-\x1f]")
_ENDS: Final = re.compile("[\u2028\u2029\x0b\x0c\r]|\n")
_PARTIAL: Final = (
    "its words in the order in which they are kept; numbers in tables and charts are not read: export it as PDF and add that too"
)


class IworkReader:
    """Reads Pages, Numbers and Keynote since 2013; what is older is XML, which others read."""

    name = "iwork"
    version = "1"

    def reads(self, type: str) -> bool:
        """Return whether `type` is a document of Apple's office programs."""
        return _TYPES.fullmatch(type) is not None

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page for each archive with words, those of every slide last; always partial.

        Raises:
            EngineError: ENCRYPTED or DAMAGED; UNSUPPORTED when it is older.
        """
        texts, broken, count = [], 0, 0
        left = 4 * limits.text_characters
        with opened_package(source) as package:
            if any(name.endswith(_LOCKED) for name in package.names()):
                raise EngineError(Reason.ENCRYPTED, "the document needs a password")
            for content in _archives(package, limits):
                count += 1
                words, is_broken = _words(content, most_bytes=left)
                broken += is_broken
                left -= len(words)
                if words.strip():
                    texts.append(words)
        if not count:
            raise EngineError(Reason.UNSUPPORTED, "kept in the way of before 2013")
        pages = tuple(Page(number, text) for number, text in enumerate(texts, start=1))
        if broken:
            return Extract(
                pages, {}, Status.PARTIAL if pages else Status.FAILED, Reason.DAMAGED, f"{broken} of {count} archives are damaged"
            )
        detail = _PARTIAL if pages else "no words in it that can be read here: export it as PDF and add that"
        return Extract(pages, {}, Status.PARTIAL if pages else Status.FAILED, Reason.UNREAD_PART, detail)


def _archives(package: Package, limits: Limits, *, is_inner: bool = False) -> Iterator[bytes]:
    """Yield the archives of a document, which lie in it or in a zip of their own inside, and never deeper.

    Raises:
        EngineError: DAMAGED, ENCRYPTED or TOO_LARGE.
    """
    names = sorted(package.names(), key=lambda name: bool(_MASTERS.search(name)))
    for name in names[: limits.members]:
        if name.endswith(".iwa"):
            yield package.read(name)
        elif name.endswith("index.zip") and not is_inner:
            try:
                with zipfile.ZipFile(io.BytesIO(package.read(name))) as inner:
                    yield from _archives(Package(inner), limits, is_inner=True)
            except ZIP_FAULTS as error:
                raise EngineError(Reason.DAMAGED, "the archives of the document are damaged") from error


def _words(content: bytes, *, most_bytes: int) -> tuple[str, bool]:
    """Return the words of an archive, each paragraph on a line of its own, and whether it broke off."""
    lines: list[str] = []
    try:
        for message in messages(content, most_bytes=most_bytes):
            lines += (line for text in _texts(message) for line in _ENDS.split(_THINGS.sub("", text)) if line.strip())
    except BrokenBlockError:
        return "\n".join(lines), True
    return "\n".join(lines), False


def _texts(message: ArchivedObject) -> Iterator[str]:
    """Yield the texts of an object."""
    if message.type in _TEXTS:
        yield "".join(_strings(message.payload, _TEXTS[message.type]))
    elif message.type == _CELLS:
        for number, entry in fields(message.payload):
            if number == _ENTRY and isinstance(entry, bytes):
                yield from _strings(entry, _WORDS)


def _strings(payload: bytes, wanted: int) -> Iterator[str]:
    return (value.decode("utf-8", "replace") for number, value in fields(payload) if number == wanted and isinstance(value, bytes))
