"""Pictures in the binary documents of Office, which keep them as records of Office drawing. Source: MS-ODRAW 2.2.23 to 2.2.31."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Final

from kashf.sandboxed.engines.embedded.rtf import with_bitmap_head

#: Type of record -> suffix of its file, and the instances that say how many identifiers of 16 bytes stand before the picture: one, two.
_KINDS: Final = {
    0xF01A: ("emf", (0x3D4,), (0x3D5,)),
    0xF01B: ("wmf", (0x216,), (0x217,)),
    0xF01C: ("pict", (0x542,), (0x543,)),
    0xF01D: ("jpg", (0x46A, 0x6E2), (0x46B, 0x6E3)),
    0xF01E: ("png", (0x6E0,), (0x6E1,)),
    0xF01F: ("bmp", (0x7A8,), (0x7A9,)),
    0xF029: ("tif", (0x6E4,), (0x6E5,)),
    0xF02A: ("jpg", (0x46A, 0x6E2), (0x46B, 0x6E3)),
}
_HEADS: Final = {
    struct.pack("<HH", instance << 4, type): (suffix, 16 * identifiers)
    for type, (suffix, *instances) in _KINDS.items()
    for identifiers, several in enumerate(instances, start=1)
    for instance in several
}
_RECORD: Final = re.compile(b"|".join(map(re.escape, _HEADS)))
_METAFILES: Final = frozenset({"emf", "wmf", "pict"})
#: Head of a metafile: length, bounds, size, packed length, how it is packed. Source: MS-ODRAW 2.2.31.
_METAFILE_HEAD_BYTES: Final = 34
_DRAWING_GROUP, _CONTINUED = 0x00EB, 0x003C


def pictures(stream: bytes, *, most_bytes: int) -> Iterator[tuple[str, bytes]]:
    """Yield suffix and content of each picture in a stream, in its order; metafiles come unpacked, of at most so many bytes."""
    at = 0
    while found := _RECORD.search(stream, at):
        suffix, skipped = _HEADS[found[0]]
        length = int.from_bytes(stream[found.end() : found.end() + 4], "little")
        start, end = found.end() + 4 + skipped, found.end() + 4 + length
        at = found.end()
        if start < end <= len(stream):
            content = _unpacked(stream[start:end], most_bytes) if suffix in _METAFILES else stream[start + 1 : end]
            yield suffix, with_bitmap_head(content) if suffix == "bmp" else content
            at = end


def drawing_groups(workbook: bytes) -> bytes:
    """Return the drawing records of an Excel workbook, which are cut into pieces of 8 kB. Source: MS-XLS 2.4.102."""
    pieces, at, before = [], 0, 0
    while at + 4 <= len(workbook):
        type, length = struct.unpack_from("<HH", workbook, at)
        if type == _DRAWING_GROUP or (type == _CONTINUED and before == _DRAWING_GROUP):
            pieces.append(workbook[at + 4 : at + 4 + length])
            type = _DRAWING_GROUP
        before = type
        at += 4 + length
    return b"".join(pieces)


def _unpacked(metafile: bytes, most_bytes: int) -> bytes:
    """Return a metafile as a file."""
    head, packed = metafile[:_METAFILE_HEAD_BYTES], metafile[_METAFILE_HEAD_BYTES:]
    if head[32:33] != b"\0":
        return packed
    try:
        return zlib.decompressobj().decompress(packed, most_bytes)
    except zlib.error:
        return b""
