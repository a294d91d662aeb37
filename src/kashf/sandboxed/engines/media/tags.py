"""MP3, OGG, Opus, FLAC and what else tinytag knows: how long they are, and their tags."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version as _installed
from typing import BinaryIO, Final

from tinytag import TinyTag, TinyTagException

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError
from kashf.sandboxed.engines.media.told import Told, duration

VERSION: Final = _installed("tinytag")
#: tinytag's names -> ours.
_NAMES: Final = {
    "title": "title",
    "artist": "author",
    "album": "album",
    "genre": "genre",
    "composer": "composer",
    "disc": "disc",
    "track": "track",
    "comment": "comment",
    "year": "date",
    "samplerate": "sample-rate",
    "channels": "channels",
    "encoded_by": "software",
    "encoder": "software",
    "location": "place",
}


def tagged(file: BinaryIO, size: int) -> Told:  # noqa: ARG001 - every reader of recordings is told the size
    """Return what the tags of a recording say.

    Raises:
        EngineError: It cannot be understood.
    """
    try:
        found = TinyTag.get(file_obj=file)
    except TinyTagException as error:
        raise EngineError(Reason.DAMAGED, "the recording cannot be understood") from error
    fields: Mapping[str, object] = found.as_dict()
    told = {name: _text(fields[key]) for key, name in _NAMES.items() if fields.get(key)}
    return Told(told | duration(found.duration or 0.0))


def _text(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
