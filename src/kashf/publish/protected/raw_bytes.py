"""Bytes as the texts that they may be: UTF-8, UTF-16 in both orders, Arabic code pages, strings of a PDF in hex and octal, base64."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Final

from kashf.publish.protected.protected_strings import ProtectedStrings

#: Signs of a run from which on it is read as a text. Of shorter ones pictures and packed streams are full.
_LEAST: Final = 6
#: Texts of this many characters are read at a time, with as much of the last one as a string may be long.
_PIECE: Final = 200_000

_ARABIC_UTF8: Final = rb"[\xd8-\xdb][\x80-\xbf]|\xef[\xad-\xbb][\x80-\xbf]"
_LATIN_UTF8: Final = rb"[\xc3-\xd3][\x80-\xbf]|[\xe1\xe2][\x80-\xbf][\x80-\xbf]"
_UTF8: Final = re.compile(rb"(?:[\t\r\n\x20-\x7e]|" + _ARABIC_UTF8 + rb"|" + _LATIN_UTF8 + rb"){%d,}" % _LEAST)
#: Latin, Greek, Cyrillic and Arabic letters, their forms for print, and signs between them.
_HIGH: Final = rb"[\x00\x01\x03\x04\x06\x20\xfb-\xfe]"
_UTF16_LE: Final = re.compile(rb"(?:[\x00-\xff]" + _HIGH + rb"){%d,}" % _LEAST, re.DOTALL)
_UTF16_BE: Final = re.compile(rb"(?:" + _HIGH + rb"[\x00-\xff]){%d,}" % _LEAST, re.DOTALL)
#: Arabic letters of the two code pages, and spaces: with ASCII beside them any bytes would do.
_CODE_PAGE: Final = re.compile(rb"[\xc0-\xff\x81\x8d\x8e\x90\x98\x9a\x9f \-]{%d,}" % _LEAST)
_ARABIC: Final = re.compile(f"[\u0621-\u0652 -]{{{_LEAST},}}")
_HEX: Final = re.compile(rb"<([0-9A-Fa-f\s]{8,})>|(?<![0-9A-Fa-f])((?:[0-9A-Fa-f]{2}){6,})(?![0-9A-Fa-f])")
_BASE64: Final = re.compile(rb"(?:[A-Za-z0-9+/_-]{4,}[\r\n]{0,2}){2,}={0,2}")
#: Every pattern here reads each byte a bounded number of times, whatever the bytes are: they come from a leak.
_IN_BRACKETS: Final = re.compile(rb"(?<!\\)\((?:[^()\\]|\\[\s\S])*+\)")
_OCTAL: Final = re.compile(rb"\\([0-7]{1,3})|\\(\r\n|[\s\S])")
_UNSPACED: Final = re.compile(rb"[\w.~+%-]{3,}")


def texts_in(data: bytes) -> Iterator[tuple[str, str]]:
    r"""Yield every text that some bytes may hold, each with the name of the way in which it was read.

    Example:
        >>> [(way, text) for way, text in texts_in(b"\x00\x01<0041006200750020004f006d00610072>") if way == "hex utf-16be"]
        [('hex utf-16be', 'Abu Omar')]
    """
    yield from _plain(data, "")
    for found in _HEX.finditer(data):
        digits = re.sub(rb"\s", b"", found[1] or found[2])
        yield from _plain(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii")), "hex ")
    for found in _BASE64.finditer(data):
        for decoded in _from_base64(found[0]):
            yield from _plain(decoded, "base64 ")
    for found in (each for each in _IN_BRACKETS.finditer(data) if b"\\" in each[0]):
        yield from _plain(_OCTAL.sub(_unescaped, found[0][1:-1]), "escaped ")
    for found in (each for each in _UNSPACED.finditer(data) if b"%" in each[0]):
        yield from _plain(re.sub(rb"%([0-9A-Fa-f]{2})", lambda sign: bytes.fromhex(sign[1].decode("ascii")), found[0]), "percent ")


def bytes_hold(protected: ProtectedStrings, data: bytes) -> tuple[tuple[int, str], ...]:
    """Return which protected strings some bytes hold: the number of each and the way in which it was read, sorted.

    Example:
        >>> bytes_hold(ProtectedStrings.of(["Shamali"]), "كتب الشمالي".encode())
        ((1, 'utf-8'),)
    """
    found = {(hit.number, way) for way, text in texts_in(data) for piece in _pieces(text) for hit in protected.in_text(piece)}
    return tuple(sorted(found))


def _plain(data: bytes, prefix: str) -> Iterator[tuple[str, str]]:
    """Yield the runs of text of some bytes, joined by line ends, in each way in which there are any."""
    ways = (
        ("utf-8", _UTF8, "utf-8"),
        ("utf-16le", _UTF16_LE, "utf-16-le"),
        ("utf-16be", _UTF16_BE, "utf-16-be"),
    )
    for way, pattern, codec in ways:
        if text := "\n\n".join(found[0].decode(codec, "replace") for found in pattern.finditer(data)):
            yield f"{prefix}{way}", text
    runs = [found[0] for found in _CODE_PAGE.finditer(data)]
    for way, codec in (("windows-1256", "cp1256"), ("iso-8859-6", "iso8859_6")):
        if text := "\n\n".join(letters for run in runs for letters in _ARABIC.findall(run.decode(codec, "replace"))):
            yield f"{prefix}{way}", text


def _from_base64(written: bytes) -> Iterator[bytes]:
    """Yield what a run may say in base64, from each of the four places where it may begin."""
    signs = re.sub(rb"[\r\n=]", b"", written).translate(bytes.maketrans(b"-_", b"+/"))
    for start in range(4):
        rest = signs[start:]
        try:
            yield base64.b64decode(rest[: len(rest) // 4 * 4] + _padded(rest[len(rest) // 4 * 4 :]))
        except binascii.Error:
            continue


def _padded(rest: bytes) -> bytes:
    return rest + b"=" * (4 - len(rest)) if len(rest) >= 2 else b""


def _unescaped(sign: re.Match[bytes]) -> bytes:
    if sign[1]:
        return bytes((int(sign[1], 8) & 0xFF,))
    return {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"\n": b"", b"\r\n": b""}.get(sign[2], sign[2])


def _pieces(text: str) -> Iterator[str]:
    overlap = 1000
    for start in range(0, len(text), _PIECE):
        yield text[max(0, start - overlap) : start + _PIECE]
