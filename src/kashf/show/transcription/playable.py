"""Which documents are sound or film, and which of them browsers play."""

from __future__ import annotations

from typing import Final

from kashf.ports.views import DocumentRecord

#: What browsers play, and the ending that is told when it is saved; anything else is only saved.
PLAYED: Final = {
    "audio/aac": "aac",
    "audio/flac": "flac",
    "audio/mp4": "m4a",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/wav": "wav",
    "audio/webm": "weba",
    "video/mp4": "mp4",
    "video/ogg": "ogv",
    "video/quicktime": "mov",
    "video/webm": "webm",
}


def is_recording(record: DocumentRecord) -> bool:
    """Return whether a document is sound or film."""
    return record.type.startswith(("audio/", "video/"))


def is_film(record: DocumentRecord) -> bool:
    """Return whether a recording has pictures, whatever its type is called."""
    return record.type.startswith("video/") or "picture-codec" in record.metadata
