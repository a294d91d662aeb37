"""Pictures and objects of RTF documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import Final

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits, Member, Source
from kashf.sandboxed.engines.embedded.icons import is_icon
from kashf.sandboxed.engines.embedded.ole_native import from_first_ole
from kashf.sandboxed.engines.office.rtf_tokens import RtfWord, rtf_tokens
from kashf.sandboxed.unpack import PASSED_OVER

_NO_HEX: Final = re.compile(rb"[^0-9A-Fa-f]+")
#: Control word of a picture -> what its bytes are; dibitmap and wbitmap lack the head that a file has.
_SUFFIXES: Final = {
    b"pngblip": b"png",
    b"jpegblip": b"jpg",
    b"emfblip": b"emf",
    b"wmetafile": b"wmf",
    b"macpict": b"pict",
    b"dibitmap": b"bmp",
    b"wbitmap": b"bmp",
}
_DESTINATIONS: Final = frozenset({b"pict", b"objdata"})
#: A picture for programs that do not know the kind of the one beside it.
_SAME_AGAIN: Final = b"nonshppict"


class RtfUnpacker:
    """Takes out pictures and objects, whether they are written in hexadecimal or as they are."""

    name = "rtf-parts"
    version = "1"

    def unpacks(self, type: str) -> bool:
        """Return whether `type` is RTF."""
        return type == "application/rtf"

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield what the document holds, in its order.

        Raises:
            EngineError: TOO_LARGE.
        """
        if 4 * source.size_bytes > limits.memory_bytes:
            raise EngineError(Reason.TOO_LARGE, "the document is too large to be taken apart")
        ordinals = count()
        for number, (suffix, content) in enumerate(_held(source.read()), start=1):
            if suffix:
                yield _picture(next(ordinals), b"picture%d.%s" % (number, suffix), content)
            elif content:
                inner = from_first_ole(content)
                yield Member(
                    next(ordinals),
                    inner.untrusted_name or b"object%d" % number,
                    iter((inner.content,)) if inner.content else None,
                    inner.reason,
                )


def _picture(ordinal: int, name: bytes, content: bytes) -> Member:
    """Return a picture as a file that programs can open."""
    if name.endswith(b".bmp"):
        content = with_bitmap_head(content)
    if not content:
        return Member(ordinal, name, None, Reason.DAMAGED)
    return Member(ordinal, name, None, PASSED_OVER) if is_icon(content) else Member(ordinal, name, iter((content,)))


def with_bitmap_head(bitmap: bytes) -> bytes:
    """Return a device independent bitmap as a BMP file; nothing when it is none. Source: MS-WMF 2.2.2.9, BITMAPFILEHEADER."""
    if len(bitmap) < 40 or not 12 <= (head := int.from_bytes(bitmap[:4], "little")) <= 124:
        return b""
    bits, used = int.from_bytes(bitmap[14:16], "little"), int.from_bytes(bitmap[32:36], "little")
    masks = 12 if head == 40 and bitmap[16:20] == b"\3\0\0\0" else 0
    colours = (used or 1 << bits) if bits <= 8 else used
    start = 14 + head + masks + 4 * min(colours, 256)
    return b"BM" + (14 + len(bitmap)).to_bytes(4, "little") + bytes(4) + start.to_bytes(4, "little") + bitmap


def _held(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield (suffix, bytes) of each picture, and ("", bytes) of each object."""
    depth, begun, suffix = 0, 0, b""
    passed_over = 0
    pieces: list[bytes] = []
    for kind, token, _ in rtf_tokens(content):
        if kind is RtfWord.OPEN:
            depth += 1
        elif kind is RtfWord.CLOSE:
            if begun == depth and depth:
                yield suffix, _joined(pieces)
                begun, pieces = 0, []
            passed_over = passed_over if passed_over < depth else 0
            depth = max(0, depth - 1)
        elif kind is RtfWord.CONTROL and token == _SAME_AGAIN:
            passed_over = passed_over or depth
        elif kind is RtfWord.CONTROL and token in _DESTINATIONS and not begun and not passed_over:
            begun, suffix = depth, b"bin" if token == b"pict" else b""
        elif kind is RtfWord.CONTROL and begun == depth and token in _SUFFIXES:
            suffix = _SUFFIXES[token]
        elif begun == depth and depth and kind in (RtfWord.TEXT, RtfWord.BINARY):
            pieces.append(_NO_HEX.sub(b"", token) if kind is RtfWord.TEXT else token.hex().encode("ascii"))


def _joined(pieces: list[bytes]) -> bytes:
    letters = b"".join(pieces)
    return bytes.fromhex(letters[: len(letters) // 2 * 2].decode("ascii"))
