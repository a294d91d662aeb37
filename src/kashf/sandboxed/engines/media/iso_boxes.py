"""MP4, MOV, 3GP and M4A: a tree of boxes, of which only the table of contents is read and never the sound or the pictures.

Source: ISO/IEC 14496-12:2022 (boxes, mvhd, hdlr, stsd), 3GPP TS 26.244 (loci), Apple's QuickTime File Format (udta, meta).
"""

from __future__ import annotations

import datetime as dt
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError
from kashf.sandboxed.engines.media.told import Told, duration, place, recorded

_SINCE: Final = dt.datetime(1904, 1, 1, tzinfo=dt.UTC)
#: Boxes that hold boxes; "meta" has four bytes before them where it is a full box.
_HOLDS: Final = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl", b"udta", b"meta", b"ilst", b"keys"})
_MOST_BOXES: Final = 20_000
_DEEPEST: Final = 12
#: More than any box has that is read whole.
_LONGEST: Final = 1 << 16
_LOCI_DEGREES: Final = 65_536
#: What Apple calls things -> what they are called here.
_NAMES: Final = {
    "com.apple.quicktime.make": "camera-make",
    "com.apple.quicktime.model": "camera-model",
    "com.apple.quicktime.software": "software",
    "com.apple.quicktime.creationdate": "taken",
    "com.apple.quicktime.title": "title",
    "com.apple.quicktime.author": "author",
    "com.apple.quicktime.description": "description",
    "com.android.version": "software",
    "\xa9mak": "camera-make",
    "\xa9mod": "camera-model",
    "\xa9swr": "software",
    "\xa9too": "software",
    "\xa9nam": "title",
    "\xa9ART": "author",
    "\xa9cmt": "comment",
    "\xa9alb": "album",
    "\xa9gen": "genre",
    "\xa9wrt": "composer",
    "\xa9day": "taken",
}
#: Ways of writing sound and pictures. Source: the registry of the MP4 registration authority.
_SOUND: Final = frozenset(
    ["mp4a", "samr", "sawb", "sawp", "alac", "Opus", "fLaC", "lpcm", "sowt", "twos", "ac-3", "ec-3", "ulaw", "alaw", ".mp3"]
)
_PICTURES: Final = frozenset(
    ["avc1", "avc3", "hvc1", "hev1", "mp4v", "s263", "vp08", "vp09", "av01", "jpeg", "mjpa", "mjpg", "apcn", "apch"]
)
_PLACES: Final = frozenset({"com.apple.quicktime.location.ISO6709", "\xa9xyz"})


@dataclass(frozen=True, slots=True)
class IsoBox:
    """A box of a file.

    Args:
        path: Names of the boxes it lies in, and its own.
        start: Where its content begins.
        end: Where it should end; the file may end before.
    """

    path: tuple[bytes, ...]
    start: int
    end: int

    @property
    def name(self) -> bytes:
        """Its own name."""
        return self.path[-1]


def iso_told(file: BinaryIO, size: int) -> Told:
    """Return what the table of contents of a recording says.

    Raises:
        EngineError: There is none: the recording broke off before it was written, or its end is missing.
    """
    metadata: dict[str, str] = {}
    keys: list[str] = []
    last_end, has_contents = 0, False
    for box in _boxes(file, 0, size, ()):
        has_contents |= box.name == b"moov"
        if len(box.path) == 1:
            last_end = max(last_end, box.end)
        metadata = _told_by(file, box, keys) | metadata
    if not has_contents:
        raise EngineError(Reason.DAMAGED, "the recording has no table of contents (moov): it broke off, or its end is missing")
    if make := f"{metadata.get('camera-make', '')} {metadata.get('camera-model', '')}".strip():
        metadata["device"] = make
    return Told(metadata, f"breaks off: {size:,} of {last_end:,} bytes are there" if last_end > size else "")


def _boxes(file: BinaryIO, at: int, end: int, inside: tuple[bytes, ...]) -> Iterator[IsoBox]:
    """Yield boxes with those in them, a box before what it holds."""
    left = [_MOST_BOXES]
    yield from _walk(file, at, end, inside, left)


def _walk(file: BinaryIO, at: int, end: int, inside: tuple[bytes, ...], left: list[int]) -> Iterator[IsoBox]:
    while at + 8 <= end and left[0] > 0:
        left[0] -= 1
        box = _box(file, at, end, inside)
        if box is None:
            return
        yield box
        if box.name in _HOLDS and len(box.path) < _DEEPEST:
            yield from _walk(file, box.start + _before_boxes(file, box), min(box.end, end), box.path, left)
        at = box.end


def _box(file: BinaryIO, at: int, end: int, inside: tuple[bytes, ...]) -> IsoBox | None:
    """Return the box at a place, or None when nothing there is one."""
    file.seek(at)
    head = file.read(16)
    size, name = struct.unpack_from(">I4s", head)
    start = at + 8
    if size == 1 and len(head) == 16:
        size, start = struct.unpack_from(">Q", head, 8)[0], at + 16
    elif size == 0:
        size = end - at
    return IsoBox((*inside, name), start, at + size) if size >= start - at else None


def _before_boxes(file: BinaryIO, box: IsoBox) -> int:
    """Return how many bytes of a box stand before those it holds."""
    if box.name == b"keys":
        return 8
    if box.name != b"meta":
        return 0
    file.seek(box.start)
    return 0 if file.read(8)[4:8] in {b"hdlr", b"keys", b"ilst"} else 4


def _content(file: BinaryIO, box: IsoBox) -> bytes:
    file.seek(box.start)
    return file.read(max(0, min(box.end - box.start, _LONGEST)))


def _told_by(file: BinaryIO, box: IsoBox, keys: list[str]) -> dict[str, str]:
    """Return what one box says; what it breaks off in says nothing."""
    try:
        if box.name == b"mvhd":
            return _movie_header(_content(file, box))
        if box.name == b"stsd":
            return _codec(_content(file, box))
        if box.path[-2:-1] == (b"keys",):
            keys.append(_content(file, box).decode("utf-8", "replace"))
            return {}
        if box.path[-2:-1] == (b"ilst",):
            return _item(box, _content(file, box), keys)
        if box.path[-2:-1] == (b"udta",):
            return _user_data(box.name, _content(file, box))
    except struct.error:
        pass
    return {}


def _movie_header(content: bytes) -> dict[str, str]:
    # Of a file that is cut into fragments the duration is zero: it stands in none of them.
    if content[:1] == b"\1":
        made, _, scale, length = struct.unpack_from(">4xQQIQ", content)
    else:
        made, _, scale, length = struct.unpack_from(">4xIIII", content)
    is_known = scale and length not in {0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF}
    return recorded(_SINCE, made) | (duration(length / scale) if is_known else {})


def _codec(content: bytes) -> dict[str, str]:
    """Return the first way of writing sound or pictures that a track uses, and the size of the pictures."""
    (name,) = struct.unpack_from(">12x4s", content)
    codec = name.decode("latin-1").strip()
    width, height = struct.unpack_from(">40xHH", content) if len(content) >= 44 else (0, 0)
    if codec in _SOUND:
        return {"sound-codec": codec}
    return {"picture-codec": codec, "picture-size": f"{width}x{height}"} if codec in _PICTURES else {}


def _item(box: IsoBox, content: bytes, keys: list[str]) -> dict[str, str]:
    """Return an item of a list: its name, or the number of one, and in it a box "data" with the value."""
    number = int.from_bytes(box.name, "big")
    name = keys[number - 1] if 0 < number <= len(keys) else box.name.decode("latin-1")
    size, data = struct.unpack_from(">I4s", content)
    return _named(name, content[16:size].decode("utf-8", "replace")) if data == b"data" and size >= 16 else {}


def _user_data(name: bytes, content: bytes) -> dict[str, str]:
    """Return what a box of user data says: QuickTime's have a length and a language before their text."""
    if name == b"loci":
        return _loci(content)
    if name[:1] != b"\xa9":
        return {}
    length = struct.unpack_from(">H", content)[0]
    return _named(name.decode("latin-1"), content[4 : 4 + length].decode("utf-8", "replace"))


def _loci(content: bytes) -> dict[str, str]:
    """Return where a telephone was: after a name and a role, degrees as fixed-point numbers. Source: 3GPP TS 26.244, 8.10."""
    after_name = content.index(b"\0", 6) + 1 if b"\0" in content[6:] else len(content)
    longitude, latitude = struct.unpack_from(">ii", content, after_name + 1)
    return place(f"{latitude / _LOCI_DEGREES:+08.4f}{longitude / _LOCI_DEGREES:+09.4f}")


def _named(name: str, value: str) -> dict[str, str]:
    if name in _PLACES:
        return place(value)
    said = value.strip("\0 ")
    # Of music it is the year in which it came out, which the time of the file does not replace.
    day = {"content-date": said} if name == "\xa9day" else {}
    return day | {_NAMES[name]: said} if name in _NAMES else {}
