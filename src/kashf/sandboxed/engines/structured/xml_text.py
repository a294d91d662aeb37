"""XML of no special kind: what stands in attributes beside what stands in elements; files that are kept in either are members.

Entities that a file defines for itself are never written out, nothing is fetched, and depth costs no stack.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from string import ascii_letters, digits
from typing import Final

from lxml import etree

from kashf.domain.document import Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Member, Source
from kashf.sandboxed.engines.chats.chat_pages import as_extract
from kashf.sandboxed.engines.chats.phones.text_messages import ROOTS, TextMessages
from kashf.sandboxed.engines.plaintext import Decode

_TYPES: Final = frozenset({"text/xml", "application/xml"})
#: Registers of data; what their labels say, Tika says beside.
REGISTERS: Final = "application/dif+xml"
#: Flat workbooks, whose cells Tika reads as tables; what their sheets are called is said beside.
FLAT_WORKBOOKS: Final = "application/vnd.ms-spreadsheetml"
#: Half of a letter beyond the first 65,536, and the other half: so telephones write an emoji, though XML forbids it.
_PAIR: Final = re.compile(rb"&#(?:x([dD][89abAB][0-9a-fA-F]{2})|(5[56]\d{3}));&#(?:x([dD][c-fC-F][0-9a-fA-F]{2})|(5[67]\d{3}));")
_DECLARED: Final = re.compile(rb"\A\s*<\?xml[^>]{0,200}encoding\s*=", re.IGNORECASE)
_ROOT_WITHIN_BYTES: Final = 1 << 16
_ENTITIES: Final = re.compile(rb"<!ENTITY\s")
#: Characters from which on a value may be a file.
_FILE_CHARACTERS: Final = 64
#: Every byte as A that may stand in base64, or in line ends and tabs as XML writes them, and as a blank where it may not.
_AS_BASE64: Final = bytes(65 if chr(byte) in f"{ascii_letters}{digits}+/=\r\n\t&#;" else 32 for byte in range(256))
_BASE64: Final = re.compile(r"[A-Za-z0-9+/\s]+={0,2}\s*")
_SURROGATES: Final = (0xD800, 0xDC00, 0xDFFF)


class XmlReader:
    """Reads XML: backups of text messages as conversations, all else as its texts and the values of its attributes.

    Args:
        decode: Returns text and encoding of some bytes, or None when they are not text.
        types: What it reads.
    """

    name = "xml"
    version = f"2/lxml {etree.__version__}"

    def __init__(self, decode: Decode, types: frozenset[str] = _TYPES | {REGISTERS}) -> None:
        self._decode, self._types = decode, types

    def reads(self, type: str) -> bool:
        """Return whether `type` is XML of no special kind, or one of which others say only a part."""
        return type in self._types

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return conversations, or one page.

        Raises:
            EngineError: Not XML, or more than `limits.text_characters` bytes times four.
        """
        content = _content(source, self._decode, limits)
        if _root(content) in ROOTS:
            messages = TextMessages()
            _walked(content, messages)
            if (export := messages.export()) is not None:
                return as_extract(export, limits=limits)
        walk = _Texts()
        _walked(content, walk)
        page = Page(1, walk.text())
        if not page.text:
            raise EngineError(Reason.UNSUPPORTED, "no text in the XML")
        if _ENTITIES.search(content):
            detail = "entities that the file defines for itself are not written out"
            return Extract((page,), {}, Status.PARTIAL, Reason.UNREAD_PART, detail)
        return Extract((page,))


class XmlUnpacker:
    """Takes files out of attributes and elements, such as the pictures of multimedia messages.

    Args:
        decode: Returns text and encoding of some bytes, or None when they are not text.
    """

    name = "xml"
    version = f"1/lxml {etree.__version__}"

    def __init__(self, decode: Decode) -> None:
        self._decode = decode

    def unpacks(self, type: str) -> bool:
        """Return whether `type` is XML of no special kind."""
        return type in _TYPES

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield what is written in base64, called as its element says.

        Raises:
            EngineError: Not XML, or more than `limits.text_characters` bytes times four.
        """
        if source.size_bytes <= 4 * limits.text_characters and not may_hold_files(source.read()):
            return
        walk = _Files()
        _walked(_content(source, self._decode, limits), walk)
        for ordinal, (name, content) in enumerate(walk.found):
            yield Member(ordinal, name.encode("utf-8", "replace"), iter((content,)))


def _content(source: Source, decode: Decode, limits: Limits) -> bytes:
    if source.size_bytes > 4 * limits.text_characters:
        raise EngineError(Reason.TOO_LARGE, "XML beyond the limit")
    content = _PAIR.sub(_letter, source.read())
    if _DECLARED.search(content[:400]) or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content
    decoded = decode(content)
    if decoded is None:
        raise EngineError(Reason.UNSUPPORTED, "not text")
    return decoded[0].encode("utf-8", "replace")


def may_hold_files(content: bytes) -> bool:
    """Return whether a file of base64 may stand in some XML, told without parsing it: a long stretch of nothing but its signs.

    >>> may_hold_files(b"<a>the convoy</a>"), may_hold_files(b"<a>" + b"iVBORw0K" * 9 + b"</a>")
    (False, True)
    """
    return b"\0" in content or b"A" * _FILE_CHARACTERS in content.translate(_AS_BASE64)


def _letter(pair: re.Match[bytes]) -> bytes:
    first, second = (int(pair[wide], 16) if pair[wide] else int(pair[wide + 1]) for wide in (1, 3))
    low, middle, high = _SURROGATES
    if not low <= first < middle <= second <= high:
        return pair[0]
    return b"&#%d;" % (0x10000 + ((first - low) << 10) + second - middle)


def _root(content: bytes) -> str:
    """Return the name of the outermost element, which stands near the beginning; "" where none does."""
    parser = etree.XMLPullParser(("start",), recover=True, resolve_entities=False, no_network=True)
    try:
        parser.feed(content[:_ROOT_WITHIN_BYTES])
    except etree.XMLSyntaxError:
        return ""
    return next((str(element.tag) for _, element in parser.read_events()), "")


def _walked(content: bytes, target: object) -> None:
    parser = etree.XMLParser(target=target, recover=True, resolve_entities=False, no_network=True, huge_tree=not _ENTITIES.search(content))
    try:
        parser.feed(content)
        parser.close()
    except etree.XMLSyntaxError as error:
        raise EngineError(Reason.DAMAGED, "the XML is damaged") from error


def local_name(name: str) -> str:
    """Return a name without its namespace."""
    return name.rpartition("}")[2]


def file_in(value: str) -> bytes | None:
    """Return the bytes of a value that is a file in base64; None for text."""
    if len(value) < _FILE_CHARACTERS or " " in value.strip() or not _BASE64.fullmatch(value):
        return None
    try:
        content = base64.b64decode("".join(value.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    return None if value.isalpha() and value.islower() else content


class _Texts:
    """Collects the texts; an element in the middle of a text stays in its line."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        #: Of each element that is open, whether words stand in it already.
        self._has_words: list[bool] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        is_within = bool(self._has_words) and self._has_words[-1]
        said = "; ".join(f"{local_name(name)}: {_shown(value)}" for name, value in attributes.items() if value.strip())
        self._parts.append(f" ({said}) " if is_within and said else f"\n{said}\n" if said else "" if is_within else "\n")
        self._has_words.append(False)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        self._has_words.pop()
        self._parts.append("" if self._has_words and self._has_words[-1] else "\n")

    def data(self, text: str) -> None:
        """Take text."""
        if self._has_words and text.strip():
            self._has_words[-1] = True
        self._parts.append(text if len(text) < _FILE_CHARACTERS else _shown(text))

    def comment(self, text: str) -> None:
        """Take a comment, which somebody wrote into the file."""
        self._parts.append(f"\n{text.strip()}\n")

    def close(self) -> None:
        """End."""

    def text(self) -> str:
        """Return all of it, without empty lines."""
        lines = (" ".join(line.split()) for line in "".join(self._parts).split("\n"))
        return "\n".join(line for line in lines if line)


def _shown(value: str) -> str:
    content = file_in(value)
    return value if content is None else f"({len(content)} bytes)"


class _Files:
    """Collects the files."""

    def __init__(self) -> None:
        self.found: list[tuple[str, bytes]] = []
        self._text: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        called = next((attributes[name] for name in ("cl", "name", "fn", "filename") if attributes.get(name) not in (None, "", "null")), "")
        for name, value in attributes.items():
            if (content := file_in(value)) is not None:
                self.found.append((called or f"{local_name(tag)}.{local_name(name)}", content))
        self._text = []

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if (content := file_in("".join(self._text))) is not None:
            self.found.append((local_name(tag), content))
        self._text = []

    def data(self, text: str) -> None:
        """Take text."""
        self._text.append(text)

    def comment(self, text: str) -> None:
        """Take a comment, which holds no file."""

    def close(self) -> None:
        """End."""
