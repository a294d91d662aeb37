"""Rich text as Outlook packs it, and what it says. Source: MS-OXRTFCP (how it is packed), MS-OXRTFEX (HTML in it)."""

from __future__ import annotations

import struct
from typing import Final

from kashf.domain.document import MarkKind
from kashf.sandboxed.engines.office.marked_text import joined
from kashf.sandboxed.engines.office.rich_text.rich_text_walk import RichTextWalk
from kashf.sandboxed.engines.office.rtf_tokens import rtf_tokens

_HEADER: Final = struct.Struct("<LLLL")
_PACKED, _STORED = 0x75465A4C, 0x414C454D
#: What stands in the window before the first byte. Source: MS-OXRTFCP 2.1.2.1.
_BEGINNING: Final = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbolArial"
    rb"Times New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_WINDOW: Final = 4096
#: Bytes of one text at most.
_LONGEST: Final = 64 << 20


def unpacked_rtf(content: bytes) -> bytes:
    """Return the RTF in the bytes of a property, of what breaks off its beginning.

    Raises:
        ValueError: It is packed in no way that is known, or to more than is read.
    """
    if len(content) < _HEADER.size:
        raise ValueError("no header")
    _, size, kind, _ = _HEADER.unpack_from(content)
    if size > _LONGEST:
        raise ValueError("too long")
    if kind == _STORED:
        return content[_HEADER.size : _HEADER.size + size]
    if kind != _PACKED:
        raise ValueError("unknown packing")
    return _unpacked(content, _HEADER.size, size)


def _unpacked(content: bytes, at: int, size: int) -> bytes:
    """Return bytes of which each may stand for a stretch of what came before: eight flags, then what they are of."""
    out = bytearray(_BEGINNING)
    end = len(_BEGINNING) + size
    while at < len(content) and len(out) < end:
        flags, at = content[at], at + 1
        for bit in range(8):
            if not flags >> bit & 1:
                out += content[at : at + 1]
                at += 1
                continue
            token, at = int.from_bytes(content[at : at + 2]), at + 2
            back = (len(out) - (token >> 4)) % _WINDOW
            if back == 0 or back > len(out) or at > len(content):
                return bytes(out[len(_BEGINNING) : end])
            for _ in range((token & 0xF) + 2):
                out.append(out[-back])
    return bytes(out[len(_BEGINNING) : end])


def rtf_text(rtf: bytes) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return what RTF says, also where HTML was put into it, and the stretches that it does not show."""
    text, marks = joined(RichTextWalk().lines(rtf_tokens(rtf)))
    return text, tuple((mark.start, mark.end) for mark in marks if mark.kind is MarkKind.HIDDEN)
