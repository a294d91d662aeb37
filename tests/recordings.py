"""Sound and film made by code, as telephones and recorders make them."""

from __future__ import annotations

import io
import struct
import wave

#: 2014-10-25 06:30:00 UTC in the seconds of MP4, which count from 1904.
MADE = 3_497_063_400
#: The same in nanoseconds since 2001, as Matroska counts.
_MADE_MATROSKA = (MADE - 3_061_152_000) * 10**9


def wav(seconds: float = 2.0, *, data_length: int | None = None) -> bytes:
    """Return silence; with another length of the sound in its header than is there, if one is given."""
    stream = io.BytesIO()
    with wave.open(stream, "wb") as recording:
        recording.setnchannels(1)
        recording.setsampwidth(2)
        recording.setframerate(8000)
        recording.writeframes(bytes(int(8000 * seconds) * 2))
    content = bytearray(stream.getvalue())
    if data_length is not None:
        struct.pack_into("<I", content, 40, data_length)
    return bytes(content)


def box(name: bytes, content: bytes = b"") -> bytes:
    """Return a box of MP4."""
    return struct.pack(">I", len(content) + 8) + name + content


def mp4(seconds: float = 91.5, *, brand: bytes = b"isom", place: str = "+33.5130+036.2920/", made: int = MADE, media: int = 400) -> bytes:
    """Return a film with one track of pictures and one of sound, its table of contents first."""
    header = struct.pack(">IIIII", 0, made, made, 1000, int(seconds * 1000)) + bytes(80)
    picture = bytes(4) + struct.pack(">I", 1) + struct.pack(">I4s", 86, b"avc1") + bytes(24) + struct.pack(">HH", 640, 480) + bytes(50)
    sound = bytes(4) + struct.pack(">I", 1) + struct.pack(">I4s", 36, b"mp4a") + bytes(28)
    tracks = b"".join(box(b"trak", box(b"mdia", box(b"minf", box(b"stbl", box(b"stsd", each))))) for each in (picture, sound))
    user = box(b"\xa9xyz", struct.pack(">HH", len(place), 0x15C7) + place.encode()) + box(b"\xa9mod", struct.pack(">HH", 5, 0) + b"Lamp7")
    contents = box(b"moov", box(b"mvhd", header) + tracks + box(b"udta", user))
    return box(b"ftyp", brand + bytes(4) + brand) + contents + box(b"mdat", bytes(media))


def webm(seconds: float = 5.0, *, kind: bytes = b"webm") -> bytes:
    """Return a film of Matroska's kind."""
    info = _element("2AD7B1", (1_000_000).to_bytes(3, "big")) + _element("4489", struct.pack(">d", seconds * 1000))
    info += _element("4461", _MADE_MATROSKA.to_bytes(8, "big")) + _element("5741", b"lamp")
    tracks = _element("AE", _element("86", b"V_VP8") + _element("E0", _element("B0", b"\x02\x80") + _element("BA", b"\x01\xe0")))
    tracks += _element("AE", _element("86", b"A_OPUS"))
    content = _element("1549A966", info) + _element("1654AE6B", tracks) + _element("1F43B675", bytes(50))
    return _element("1A45DFA3", _element("4282", kind)) + _element("18538067", content)


def amr(seconds: float = 1.0) -> bytes:
    """Return speech as telephones keep it."""
    return b"#!AMR\n" + (b"\x3c" + bytes(31)) * round(seconds * 50)


def opus(seconds: float = 3.0) -> bytes:
    """Return a voice message."""
    head = b"OpusHead" + struct.pack("<BBHIHB", 1, 1, 0, 48000, 0, 0)
    tags = b"OpusTags" + struct.pack("<I", 4) + b"lamp" + struct.pack("<I", 0)
    return _ogg(0, 0, 2, head) + _ogg(1, 0, 0, tags) + _ogg(2, int(seconds * 48000), 4, bytes(20))


def _element(id: str, content: bytes) -> bytes:
    return bytes.fromhex(id) + (len(content) | 1 << 56).to_bytes(8, "big") + content


def _ogg(number: int, granule: int, flags: int, content: bytes) -> bytes:
    page = b"OggS" + struct.pack("<BBqIII", 0, flags, granule, 7, number, 0) + bytes([1, len(content)]) + content
    return page[:22] + struct.pack("<I", _ogg_sum(page)) + page[26:]


def _ogg_sum(page: bytes) -> int:
    """Return the checksum of a page of OGG. Source: RFC 3533 section 6."""
    total = 0
    for byte in page:
        total ^= byte << 24
        for _ in range(8):
            total = (total << 1 ^ (0x04C11DB7 if total & 0x80000000 else 0)) & 0xFFFFFFFF
    return total
