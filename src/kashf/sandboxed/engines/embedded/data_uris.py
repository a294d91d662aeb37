"""Pictures that are written into markup as base64: data addresses in HTML and SVG, parts of flat OpenDocument and of Word 2003 XML."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from itertools import count
from typing import Final
from urllib.parse import unquote_to_bytes

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits, Member, Source
from kashf.sandboxed.engines.embedded.icons import is_icon
from kashf.sandboxed.unpack import PASSED_OVER

_TYPES: Final = frozenset(
    {*("text/html", "application/xhtml+xml", "image/svg+xml", "application/vnd.ms-wordml", "application/vnd.ms-word2006ml", "text/xml")}
)
_FLAT: Final = re.compile(r"application/vnd\.oasis\.opendocument\.[a-z-]+-flat-xml")
#: What is no text of the page itself: pictures, sounds, documents; scripts, styles and fonts are none of these.
_DATA_URI: Final = re.compile(
    rb"data:((?i:image|audio|video)/[\w.+-]{1,60}|(?i:application)/(?:pdf|msword|zip|rtf|vnd\.[\w.+-]{1,90}|octet-stream))"
    rb"((?:;[\w.-]{1,40}=[^;,\"'\s]{1,90})*)(;base64)?,([^\"'<>)\\]+)"
)
_BINARY_PART: Final = re.compile(
    rb"<(?:\w{1,20}:)?(?:binary-data|binData|binaryData)(?:\s[^<>]{0,500}?)?(?:\w{0,9}:?name=\"([^\"]{0,200})\"[^<>]{0,500})?>([^<]+)</"
)
_FONT: Final = re.compile(rb"font|opentype|fontobject", re.IGNORECASE)
_NO_BASE64: Final = re.compile(rb"[^A-Za-z0-9+/]")


class DataUriUnpacker:
    """Takes out what markup holds as base64."""

    name = "data-uris"
    version = "1"

    def unpacks(self, type: str) -> bool:
        """Return whether `type` is markup that may hold pictures."""
        return type in _TYPES or _FLAT.fullmatch(type) is not None

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield what is written into the markup, in its order.

        Raises:
            EngineError: TOO_LARGE.
        """
        if 2 * source.size_bytes > limits.memory_bytes:
            raise EngineError(Reason.TOO_LARGE, "the markup is too large to be taken apart")
        ordinals = count()
        for untrusted_name, content in _written_in(source.read()):
            if is_icon(content):
                yield Member(next(ordinals), untrusted_name, None, PASSED_OVER)
            elif content:
                yield Member(next(ordinals), untrusted_name, iter((content,)))


def _written_in(markup: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield name and content of each part that is written into markup; a part has the name of its type where it has none."""
    for number, match in enumerate(_DATA_URI.finditer(markup), start=1):
        type, _, is_base64, written = match.groups()
        if not _FONT.search(type):
            suffix = type.rpartition(b"/")[2].partition(b"+")[0]
            yield b"data%d.%s" % (number, suffix), decoded_base64(unquote_to_bytes(written)) if is_base64 else unquote_to_bytes(written)
    for number, match in enumerate(_BINARY_PART.finditer(markup), start=1):
        yield (match[1] or b"part%d" % number).rpartition(b"/")[2], decoded_base64(match[2])


def decoded_base64(untrusted_letters: bytes) -> bytes:
    """Return what can be had of base64, whatever stands between its letters and wherever it ends.

    >>> decoded_base64(b"a2Fz aGY")
    b'kashf'
    """
    letters = _NO_BASE64.sub(b"", untrusted_letters)
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4)) if len(letters) % 4 != 1 else binascii.a2b_base64(letters[:-1])
