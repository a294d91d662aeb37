r"""JSON and lines of JSON: exports of messages as conversations, all else as it is written, with escaped letters shown as they are."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from kashf.domain.document import Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Source
from kashf.sandboxed.engines.chats.chat_pages import as_extract
from kashf.sandboxed.engines.chats.networks.json_chats import chat_export
from kashf.sandboxed.engines.libmagic.text_kinds import ARCHIVED
from kashf.sandboxed.engines.plaintext import Decode
from kashf.sandboxed.engines.structured.archived_files import archived_told

_TYPES = frozenset({"application/json", "application/x-ndjson", ARCHIVED})
_ESCAPED = re.compile(r'(?:\\u[0-9a-fA-F]{4})+|\\(?P<sign>["\\/bfnrt])')
_SIGNS = {"b": "", "f": "\n", "n": "\n", "r": "", "t": "\t"}
#: Bytes of UTF-8 above ASCII, each written as if it were a letter: so some networks export messages.
_BYTES_AS_LETTERS = re.compile("[\u0080-\u00ff]{2,}")
#: Encodings of JSON without a byte order mark, by which of its first four bytes are 0. Source: RFC 4627, 3.
_WIDE = {b"\0\0\0.": "utf-32-be", b".\0\0\0": "utf-32-le", b"\0.\0.": "utf-16-be", b".\0.\0": "utf-16-le"}


#: Bytes of a letter that is kept, in most files: those that are escaped take six, others one or two.
_ESCAPED_BYTES = 2
_TOO_MANY_FILES = "it names more files than are held against their hashes"


class JsonReader:
    """Reads JSON.

    Args:
        decode: Returns text and encoding of some bytes, or None when they are not text.
    """

    name = "json"
    version = "3"

    def __init__(self, decode: Decode) -> None:
        self._decode = decode

    def reads(self, type: str) -> bool:
        """Return whether `type` is JSON."""
        return type in _TYPES

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return the messages of an export of a messenger, or one page with the file's own text; of too large a file, its beginning.

        Raises:
            EngineError: Not text.
        """
        content = _beginning(source, _ESCAPED_BYTES * limits.text_characters)
        text, encoding = self._text(content)
        is_whole = len(content) == source.size_bytes
        too_large = f"the first {len(content)} of {source.size_bytes} bytes"
        if source.type != ARCHIVED and (export := chat_export(text)):
            extract = as_extract(export, limits=limits)
            extract = replace(extract, metadata={**extract.metadata, "encoding": encoding})
            return extract if is_whole else replace(extract, status=Status.PARTIAL, reason=Reason.TOO_LARGE, detail=too_large)
        shown, mended = unescaped(text) if "\\" in text else (text, 0)
        metadata = {"encoding": encoding} | ({"mended": f"{mended} texts: UTF-8 written as if it were Latin-1"} if mended else {})
        told, is_listed = archived_told(text) if source.type == ARCHIVED else ({}, True)
        if not is_whole:
            return Extract((Page(1, shown),), metadata | told, Status.PARTIAL, Reason.TOO_LARGE, too_large)
        if not is_listed:
            return Extract((Page(1, shown),), metadata | told, Status.PARTIAL, Reason.TOO_LARGE, _TOO_MANY_FILES)
        return Extract((Page(1, shown),), metadata | told)

    def _text(self, content: bytes) -> tuple[str, str]:
        zeros = bytes(0 if byte == 0 else ord(".") for byte in content[:4])
        if encoding := _WIDE.get(zeros):
            return content.decode(encoding, "replace"), encoding
        decoded = self._decode(content)
        if decoded is None:
            raise EngineError(Reason.UNSUPPORTED, "not text")
        return decoded


def unescaped(text: str) -> tuple[str, int]:
    r"""Return a text of JSON with its escapes shown as what they stand for, and how many of them were mended.

    >>> unescaped(r'{"from": "\u0639\u0645\u0631", "path": "C:\\u0041", "by": "\u00d8\u00b9"}')
    ('{"from": "عمر", "path": "C:\\u0041", "by": "ع"}', 1)
    """
    mended = 0

    def letter(match: re.Match[str]) -> str:
        nonlocal mended
        if sign := match["sign"]:
            return _SIGNS.get(sign, sign)
        codes = match[0].split("\\u")[1:]
        letters = b"".join(bytes.fromhex(code) for code in codes).decode("utf-16-be", "replace")
        shown = _BYTES_AS_LETTERS.sub(_as_utf8, letters)
        mended += shown != letters
        return shown

    return _ESCAPED.sub(letter, text), mended


def _beginning(source: Source, most: int) -> bytes:
    """Return the bytes of a file, or as many whole lines of it as fit; without any line end, as many bytes."""
    if source.size_bytes <= most:
        return source.read()
    with Path(source.path).open("rb") as file:
        content = file.read(most)
    return content[: content.rfind(b"\n") + 1] or content


def _as_utf8(match: re.Match[str]) -> str:
    try:
        return match[0].encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
