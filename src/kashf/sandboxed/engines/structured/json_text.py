r"""JSON and lines of JSON: the file's own text, with letters that it escapes (\u0639) shown as the letters they are."""

from __future__ import annotations

import re

from kashf.domain.document import Page
from kashf.ports.engines import Extract, Limits, Source
from kashf.sandboxed.engines.plaintext import Decode, decoded_text

_TYPES = frozenset({"application/json", "application/x-ndjson"})
_ESCAPED = re.compile(r'(?:\\u[0-9a-fA-F]{4})+|\\(?P<sign>["\\/bfnrt])')
_SIGNS = {"b": "", "f": "\f", "n": "\n", "r": "", "t": "\t"}
#: Bytes of UTF-8 above ASCII, each written as if it were a letter: so some networks export messages.
_BYTES_AS_LETTERS = re.compile("[\u0080-\u00ff]{2,}")


class JsonReader:
    """Reads JSON as one page.

    Args:
        decode: Returns text and encoding of some bytes, or None when they are not text.
    """

    name = "json"
    version = "1"

    def __init__(self, decode: Decode) -> None:
        self._decode = decode

    def reads(self, type: str) -> bool:
        """Return whether `type` is JSON."""
        return type in _TYPES

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page.

        Raises:
            EngineError: Not text, or more than `limits.text_characters` bytes times four.
        """
        text, encoding = decoded_text(source, self._decode, limits=limits)
        return Extract((Page(1, unescaped(text) if "\\" in text else text),), {"encoding": encoding})


def unescaped(text: str) -> str:
    r"""Return a text of JSON with its escapes shown as what they stand for.

    >>> unescaped(r'{"from": "\u0639\u0645\u0631", "path": "C:\\u0041"}')
    '{"from": "عمر", "path": "C:\\u0041"}'
    """
    return _ESCAPED.sub(_letter, text)


def _letter(match: re.Match[str]) -> str:
    if sign := match["sign"]:
        return _SIGNS.get(sign, sign)
    codes = match[0].split("\\u")[1:]
    letters = b"".join(bytes.fromhex(code) for code in codes).decode("utf-16-be", "replace")
    return _BYTES_AS_LETTERS.sub(_as_utf8, letters)


def _as_utf8(match: re.Match[str]) -> str:
    try:
        return match[0].encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
