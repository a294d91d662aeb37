"""Which encoding the bytes of an RTF document are in: its own, or that of the font they stand in. Source: Rich Text Format 1.9.1."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

#: Fonts of signs, whose bytes above ASCII are no letters.
_SYMBOLS: Final = "symbols"
#: Windows character set -> code page; 0, which programs write for whatever they do not know, and 1 mean the document's own.
_CHARSETS: Final[Mapping[int, str]] = {
    2: _SYMBOLS,
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    179: "cp1256",
    180: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
_DOCUMENT: Final[Mapping[bytes, str]] = {b"ansi": "cp1252", b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}
_ARABIC: Final = "cp1256"


@dataclass(slots=True)
class RtfFonts:
    """Encodings of a document.

    Args:
        own: Of the document.
        fonts: Number of a font -> its encoding.
        standard: The font of text that names none.
    """

    own: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    standard: int = 0
    _defined: int = 0

    def take(self, word: bytes, number: int | None) -> None:
        """Take what the head of a document or its table of fonts says."""
        if word in _DOCUMENT:
            self.own = _DOCUMENT[word]
        elif word == b"ansicpg":
            self.own = _known(f"cp{number}") or self.own
        elif word == b"deff":
            self.standard = number or 0
        elif word == b"f":
            self._defined = number or 0
        elif word == b"fcharset" and number is not None and number in _CHARSETS:
            self.fonts[self._defined] = _CHARSETS[number]
        elif word == b"fcharset" and number == 0 and self.own != _ARABIC:
            self.fonts[self._defined] = "cp1252"  # the Arabic code page has the accents of French too, at the same places
        elif word == b"cpg":
            self.fonts[self._defined] = _known(f"cp{number}") or self.own

    def decode(self, content: bytes, font: int | None) -> str:
        """Return the text of some bytes in a font."""
        encoding = self.fonts.get(self.standard if font is None else font, self.own)
        if encoding == _SYMBOLS:
            return content.decode("ascii", "ignore")
        return content.decode(encoding, "replace")


def _known(name: str) -> str:
    name = {"cp10000": "mac_roman", "cp10004": "mac_arabic", "cp65001": "utf-8", "cp708": "iso8859_6"}.get(name, name)
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""
