"""Sound and film: kept and played; that nobody listened to them is their status."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Mapping
from typing import BinaryIO, Final

from kashf.domain.document import Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Source
from kashf.sandboxed.engines.media.iso_boxes import iso_told
from kashf.sandboxed.engines.media.matroska import matroska_told
from kashf.sandboxed.engines.media.tags import VERSION, tagged
from kashf.sandboxed.engines.media.told import Told
from kashf.sandboxed.engines.media.voice_frames import amr_told
from kashf.sandboxed.engines.media.wave_chunks import wave_told

_TYPES: Final = re.compile(r"audio/(?!midi|x-midi)|video/")
_ISO: Final = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
_READERS: Final[Mapping[str, Callable[[BinaryIO, int], Told]]] = {
    "video/webm": matroska_told,
    "audio/webm": matroska_told,
    "video/x-matroska": matroska_told,
    "audio/wav": wave_told,
    "audio/amr": amr_told,
    "audio/amr-wb": amr_told,
    **dict.fromkeys(("audio/mpeg", "audio/ogg", "video/ogg", "audio/flac", "audio/x-aiff", "video/x-ms-asf"), tagged),
}
_UNHEARD: Final = "speech is not turned into text: type what is said with `kashf listen`, or listen to it in the browser"


class RecordingReader:
    """Says what sound and film say of themselves, and that what is said in them was not read; a few kilobytes of a file are looked at."""

    name = "recordings"
    version = f"2+{VERSION}"

    def reads(self, type: str) -> bool:
        """Return whether `type` is sound or film; notes of music are none."""
        return _TYPES.match(type) is not None

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return no page, what the file says of itself, and how far it is whole.

        Raises:
            EngineError: It is not what it says it is, or breaks off before anything can be told.
        """
        with source.open() as file:
            reader = _READERS.get(source.type) or (iso_told if file.read(8)[4:] in _ISO else None)
            file.seek(0)
            try:
                told = reader(file, source.size_bytes) if reader else Told()
            except struct.error as error:
                raise EngineError(Reason.DAMAGED, "the recording breaks off in its header") from error
        if told.fault:
            return Extract((), told.metadata, Status.PARTIAL, Reason.DAMAGED, f"{told.fault}; {_UNHEARD}")
        return Extract((), told.metadata, Status.PARTIAL, Reason.UNSUPPORTED, _UNHEARD)
