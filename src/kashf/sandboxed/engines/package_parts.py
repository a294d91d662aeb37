"""Last resort for office packages that no reader can open: the text of their parts one by one, also when their list of members is lost.

What belongs together across parts, such as numbers of lists or cells that name a shared string, stays apart; so the reading is partial.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

from lxml import etree

from kashf.domain.document import Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Source
from kashf.sandboxed.engines.office.package import parse_xml
from kashf.sandboxed.engines.office.word_elements import local_name

_TYPES = re.compile(
    r"application/vnd\.(?:openxmlformats-officedocument|oasis\.opendocument|ms-visio|ms-word|ms-excel|ms-powerpoint|ms-xps)"
)
_HEADER = b"PK\x03\x04"
#: Local file header: flags, method, packed and unpacked size, lengths of name and extra field. Source: APPNOTE 6.3.10, 4.3.7.
_LOCAL = struct.Struct("<4sHHH4xLLLHH")
_STORED, _DEFLATED, _ENCRYPTED = 0, 8, 1
_WITH_TEXT = re.compile(
    r"(?:word/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)|ppt/(?:slides|notesSlides|comments)/[^/]+|xl/(?:sharedStrings|"
    r"comments\d*|drawings/[^/]+|worksheets/[^/]+)|visio/pages/[^/]+|[^/]+/(?:charts|diagrams)/(?:chart|data)\d*|content|meta)"
    r"\.xml",
    re.IGNORECASE,
)
_LINE_ENDS = frozenset({"p", "h", "t", "si", "row", "tr", "table-row", "Text", "br", "v"})
_INSIDE_A_LINE = frozenset({"t"})
#: Elements whose text is a measure, a formula or a format.
_NOT_WRITTEN = frozenset({"posOffset", "align", "pctWidth", "pctHeight", "f", "formatCode", "instrText"})
_TABS = frozenset({"tab", "tc", "table-cell"})


class PackagePartReader:
    """Reads office packages part by part."""

    name = "package-parts"
    version = "1"

    def reads(self, type: str) -> bool:
        """Return whether `type` is an office document that is kept as XML in a zip."""
        return _TYPES.match(type) is not None

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page for each part that has text, in the order of the file.

        Raises:
            EngineError: Encrypted, or no part has any text.
        """
        texts = []
        left = limits.text_characters
        for name, content in _parts(source.read(), longest=4 * limits.text_characters):
            text = _text(content) if _WITH_TEXT.fullmatch(name) else ""
            left -= len(text)
            if text and left >= 0:
                texts.append(text)
        if not texts:
            raise EngineError(Reason.DAMAGED, "no part of the document can be read")
        pages = tuple(Page(number, text) for number, text in enumerate(texts, start=1))
        return Extract(pages, {}, Status.PARTIAL, Reason.DAMAGED, "no reader can open it as a whole: the text of its parts")


def _parts(content: bytes, *, longest: int) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of what follows each header of a member, as much of it as can be unpacked.

    Raises:
        EngineError: ENCRYPTED.
    """
    at = content.find(_HEADER)
    while 0 <= at <= len(content) - _LOCAL.size:
        _, _, flags, method, _, packed, _, name_length, extra_length = _LOCAL.unpack_from(content, at)
        start = at + _LOCAL.size + name_length + extra_length
        name = content[at + _LOCAL.size : at + _LOCAL.size + name_length].decode("utf-8", "replace").replace("\\", "/")
        if flags & _ENCRYPTED:
            raise EngineError(Reason.ENCRYPTED, "the document needs a password")
        if method == _DEFLATED:
            yield name, _inflated(content, start, longest)
        elif method == _STORED:
            yield name, content[start : start + min(packed, longest)]
        at = content.find(_HEADER, max(start, at + 4))


def _inflated(content: bytes, start: int, longest: int) -> bytes:
    """Return what can be unpacked from here, of a part that breaks off its beginning."""
    unpacker, parts, had = zlib.decompressobj(-zlib.MAX_WBITS), [], 0
    try:
        for begin in range(start, len(content), 1 << 16):
            piece = unpacker.decompress(content[begin : begin + (1 << 16)], longest - had)
            parts.append(piece)
            had += len(piece)
            if unpacker.eof or had >= longest:
                break
    except zlib.error:
        pass  # the beginning is what can be had
    return b"".join(parts)


def _text(content: bytes) -> str:
    """Return the text of a part of markup."""
    root = parse_xml(content)
    if root is None:
        return ""
    parts: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = _name(element)
        if event == "start":
            parts += ["\t"] * (name in _TABS and bool(parts) and not parts[-1].endswith("\n"))
            parts += [element.text] if element.text and name not in _NOT_WRITTEN else []
            continue
        parts += ["\n"] * (name in _LINE_ENDS and not (name in _INSIDE_A_LINE and _is_run(element)))
        parts += [element.tail] if element.tail else []
    lines = (line.strip() for line in "".join(parts).splitlines())
    return "\n".join(line for line in lines if line)


def _name(element: etree._Element) -> str:
    """Return the name of an element without its name space, or the letters that stand for one where a part broke off before it was told."""
    return local_name(element).rpartition(":")[2] if isinstance(element.tag, str) else ""


def _is_run(element: etree._Element) -> bool:
    """Return whether a piece of text is one of several of a paragraph."""
    parent = element.getparent()
    return parent is not None and _name(parent) == "r"
