"""WAV: what its header says is held against the bytes that are there, since recorders that lose power leave a header that lies.

Source: Microsoft's Multimedia Programming Interface 1.0 (RIFF), EBU Tech 3285 (bext) and 3306 (RF64).
"""

from __future__ import annotations

import struct
from typing import BinaryIO, Final

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError
from kashf.sandboxed.engines.media.told import Told, duration

_MOST_CHUNKS: Final = 1_000
#: Lengths that say "not known": a header that was never finished, and RF64.
_UNKNOWN: Final = frozenset({0, 0xFFFFFFFF})
_BEXT: Final = struct.Struct("<256s32s32s10s8s")
_CODECS: Final = {1: "PCM", 2: "ADPCM", 3: "PCM float", 6: "A-law", 7: "mu-law", 0x11: "IMA ADPCM", 0x31: "GSM 6.10", 0x55: "MP3"}


def wave_told(file: BinaryIO, size: int) -> Told:
    """Return what the header of a recording says, and its length by the bytes that are there.

    Raises:
        EngineError: It has no sound, or does not say how it is written.
    """
    metadata: dict[str, str] = {}
    rate, at = 0, 12
    for _ in range(_MOST_CHUNKS):
        file.seek(at)
        head = file.read(8)
        if len(head) < 8:
            break
        name, length = struct.unpack("<4sI", head)
        if name == b"fmt ":
            form, rate = _format(file.read(16))
            metadata |= form
        elif name == b"bext":
            metadata |= _broadcast(file.read(_BEXT.size))
        elif name == b"data":
            return _told(metadata, length, rate=rate, there=size - at - 8)
        at += 8 + length + length % 2
    raise EngineError(Reason.DAMAGED, "the recording has no sound in it: it breaks off in its header")


def _told(metadata: dict[str, str], length: int, *, rate: int, there: int) -> Told:
    if not rate:
        raise EngineError(Reason.DAMAGED, "the recording does not say how its sound is written")
    if length <= there and length not in _UNKNOWN:
        return Told(metadata | duration(length / rate))
    said = duration(length / rate).get("duration", "") if length not in _UNKNOWN else "nothing"
    fault = f"the header says {length:,} bytes of sound, {there:,} are there"
    return Told(metadata | duration(there / rate) | {"duration-by-header": said}, fault)


def _format(content: bytes) -> tuple[dict[str, str], int]:
    """Return how the sound is written, and bytes a second: by rate and block where both are told, since that number lies too."""
    if len(content) < 16:
        return {}, 0
    codec, channels, samples, bytes_a_second, block, bits = struct.unpack("<HHIIHH", content)
    is_plain = codec in {1, 3, 0xFFFE} and channels and samples and bits
    told = {"sound-codec": _CODECS.get(codec, f"0x{codec:x}"), "sample-rate": str(samples), "channels": str(channels)}
    return told, samples * channels * ((bits + 7) // 8) if is_plain else bytes_a_second or samples * block


def _broadcast(content: bytes) -> dict[str, str]:
    """Return what a recorder writes about itself and the moment."""
    if len(content) < _BEXT.size:
        return {}
    description, originator, _, day, time = (part.split(b"\0")[0].decode("utf-8", "replace").strip() for part in _BEXT.unpack(content))
    when = f"{day.replace(':', '-')} {time.replace('-', ':')}".strip()
    return {key: value for key, value in (("description", description), ("device", originator), ("taken", when)) if value}
