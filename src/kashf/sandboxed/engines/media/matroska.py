"""Matroska and WebM: elements of EBML, of which the head is read and never the sound or the pictures.

Source: RFC 8794 (EBML), RFC 9559 (Matroska).
"""

from __future__ import annotations

import datetime as dt
import struct
from collections.abc import Iterator
from typing import BinaryIO, Final

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError
from kashf.sandboxed.engines.media.told import Told, duration, recorded

_SINCE: Final = dt.datetime(2001, 1, 1, tzinfo=dt.UTC)
_SEGMENT, _INFO, _TRACKS, _ENTRY, _PICTURES = 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, 0xE0
_SCALE, _DURATION, _DATE, _TITLE, _APP = 0x2AD7B1, 0x4489, 0x4461, 0x7BA9, 0x5741
_CODEC, _WIDTH, _HEIGHT = 0x86, 0xB0, 0xBA
_HOLDS: Final = frozenset({_SEGMENT, _INFO, _TRACKS, _ENTRY, _PICTURES})
_MOST_ELEMENTS: Final = 20_000
_LONGEST: Final = 1 << 12
#: Ticks are this many nanoseconds where nothing else is said.
_USUAL_SCALE: Final = 1_000_000


def matroska_told(file: BinaryIO, size: int) -> Told:
    """Return what the head of a recording says.

    Raises:
        EngineError: It has no segment.
    """
    found: dict[int, bytes] = {}
    codecs: list[str] = []
    needed = 0
    for element, start, end in _elements(file, size):
        needed = max(needed, end)
        if element not in _HOLDS and end - start <= _LONGEST:
            file.seek(start)
            content = file.read(end - start)
            found.setdefault(element, content)
            codecs += [content.decode("ascii", "replace")] if element == _CODEC else []
        if element == _SEGMENT:
            found[_SEGMENT] = b""
    if _SEGMENT not in found:
        raise EngineError(Reason.DAMAGED, "the recording has no content: it breaks off in its first bytes")
    fault = f"breaks off: {size:,} of {needed:,} bytes are there" if needed > size else ""
    return Told(_metadata(found, codecs), fault)


def _metadata(found: dict[int, bytes], codecs: list[str]) -> dict[str, str]:
    scale = int.from_bytes(found.get(_SCALE, b""), "big") or _USUAL_SCALE
    told = duration(_float(found.get(_DURATION, b"")) * scale / 1e9)
    told |= recorded(_SINCE, int.from_bytes(found[_DATE], "big", signed=True) / 1e9) if _DATE in found else {}
    told |= {name: _text(found[id]) for id, name in ((_TITLE, "title"), (_APP, "software")) if id in found}
    kinds = (("V_", "picture-codec"), ("A_", "sound-codec"))
    told |= {name: codec for start, name in kinds for codec in codecs[::-1] if codec.startswith(start)}
    width, height = (int.from_bytes(found.get(id, b""), "big") for id in (_WIDTH, _HEIGHT))
    return told | ({"picture-size": f"{width}x{height}"} if width and height else {})


def _elements(file: BinaryIO, size: int) -> Iterator[tuple[int, int, int]]:
    """Yield the elements of a file with where their content begins and should end; one of unknown length ends with the file."""
    at = 0
    for _ in range(_MOST_ELEMENTS):
        file.seek(at)
        head = file.read(12)
        element, id_length = _number(head, keeps_mark=True)
        length, size_length = _number(head[id_length:], keeps_mark=False)
        if not id_length or not size_length:
            return
        start = at + id_length + size_length
        is_unknown = length == (1 << 7 * size_length) - 1
        end = size if is_unknown else start + length
        yield element, start, end
        at = start if element in _HOLDS else end
        if at >= size:
            return


def _number(head: bytes, *, keeps_mark: bool) -> tuple[int, int]:
    """Return a number of variable length and its bytes; 0 bytes when it is none."""
    length = 9 - head[0].bit_length() if head and head[0] else 0
    if not length or len(head) < length:
        return 0, 0
    number = int.from_bytes(head[:length], "big")
    return (number if keeps_mark else number & ((1 << 7 * length) - 1)), length


def _float(content: bytes) -> float:
    form = {4: ">f", 8: ">d"}.get(len(content))
    return float(struct.unpack(form, content)[0]) if form else 0.0


def _text(content: bytes) -> str:
    return content.rstrip(b"\0").decode("utf-8", "replace")
