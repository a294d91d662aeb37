"""The source of macros. Source: MS-OVBA 2.4.1, compressed containers."""

from __future__ import annotations

import re
from typing import Final

#: A container that begins with the line that every module begins with; the bytes before it are a cache of the program's.
_BEGINNING: Final = re.compile(rb"\x01(?=..\0Attribut)", re.DOTALL)
_CHUNK_BYTES: Final = 4096


def macro_source(stream: bytes) -> bytes:
    """Return the source in the stream of a module; nothing when the stream is none."""
    begun = _BEGINNING.search(stream)
    return _decompressed(stream[begun.end() :]) if begun else b""


def _decompressed(chunks: bytes) -> bytes:
    """Return the content of a container, chunk by chunk, up to the first that is none."""
    parts, at = [], 0
    while at + 2 <= len(chunks):
        header = int.from_bytes(chunks[at : at + 2], "little")
        size = (header & 0x0FFF) + 3
        if header >> 12 & 7 != 3:
            break
        body = chunks[at + 2 : at + size]
        parts.append(_decompressed_chunk(body) if header >> 15 else body)
        at += size
    return b"".join(parts)


def _decompressed_chunk(body: bytes) -> bytes:
    """Return one chunk: eight tokens after a byte of flags, each a letter or a copy of what came before."""
    out, at = bytearray(), 0
    while at < len(body):
        flags, at = body[at], at + 1
        for bit in range(8):
            if at >= len(body) or len(out) >= _CHUNK_BYTES:
                break
            if not flags >> bit & 1:
                out.append(body[at])
                at += 1
                continue
            token, at = int.from_bytes(body[at : at + 2], "little"), at + 2
            length_bits = 16 - max(4, (len(out) - 1).bit_length())
            back = (token >> length_bits) + 1
            for _ in range((token & ((1 << length_bits) - 1)) + 3):
                if back > len(out):
                    return bytes(out)
                out.append(out[-back])
    return bytes(out)
