"""AMR, as telephones keep speech: frames of 20 ms, each with its length in its first byte. Source: RFC 4867 section 5."""

from __future__ import annotations

from typing import BinaryIO, Final

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError
from kashf.sandboxed.engines.media.told import Told, duration

#: Bytes of a frame by its type, with its first byte; those that are missing are of no known length.
_NARROW: Final = (13, 14, 16, 18, 20, 21, 27, 32, 6, 6, 6, 6, 0, 0, 0, 1)
_WIDE: Final = (18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 6, 0, 0, 0, 1, 1)
_HEADS: Final = ((b"#!AMR-WB\n", _WIDE, "16000"), (b"#!AMR\n", _NARROW, "8000"))
_FRAME_SECONDS: Final = 0.02
#: About five hours of speech; of a longer file the rest is reckoned by what was counted.
_MOST_BYTES: Final = 16 << 20


def amr_told(file: BinaryIO, size: int) -> Told:
    """Return how long a recording is, by its frames.

    Raises:
        EngineError: It is no AMR of one channel.
    """
    content = file.read(_MOST_BYTES)
    head, lengths, rate = next((each for each in _HEADS if content.startswith(each[0])), (b"", (), ""))
    if not head:
        raise EngineError(Reason.UNSUPPORTED, "AMR of several channels is not known here")
    at, frames = len(head), 0
    while at < len(content) and (length := lengths[content[at] >> 3 & 15]) and at + length <= len(content):
        at, frames = at + length, frames + 1
    is_whole = at >= len(content) or (size > len(content) and len(content) - at < max(lengths))
    seconds = frames * _FRAME_SECONDS * (size / len(content) if is_whole else 1)
    fault = "" if is_whole else f"no frame of sound after {at:,} of {size:,} bytes"
    return Told({"sound-codec": "AMR", "sample-rate": rate, "channels": "1"} | duration(seconds), fault)
