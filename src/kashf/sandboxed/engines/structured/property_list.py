"""Property lists, in which Apple's programs keep settings and archives: XML and binary."""

from __future__ import annotations

import datetime as dt
import plistlib
import struct
from collections.abc import Callable
from xml.parsers.expat import ExpatError

from kashf.domain.document import Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Source
from kashf.sandboxed.engines.chats.json_values import lines

_TYPES = frozenset({"application/x-bplist", "application/x-plist"})
_DEEPEST = 64
#: From which Apple counts seconds, without a zone as property lists have times, and how far.
_APPLE = dt.datetime(2001, 1, 1)  # noqa: DTZ001 - as plistlib gives times: in UTC, without saying so
_LONGEST_TIME = 10**10
#: Values that are said. One object may stand in many places of a binary list, so that a small file can hold very many.
_MOST_VALUES = 200_000
_FAULTS = (
    plistlib.InvalidFileException,
    AttributeError,
    ExpatError,
    struct.error,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    OverflowError,
    RecursionError,
)


class PropertyListReader:
    """Reads a property list: each value on a line of its own after its key, inner ones indented."""

    name = "plistlib"
    version = "2"

    def reads(self, type: str) -> bool:
        """Return whether `type` is a property list."""
        return type in _TYPES

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page.

        Raises:
            EngineError: Damaged, or more than `limits.text_characters` bytes.
        """
        if source.size_bytes > limits.text_characters:
            raise EngineError(Reason.TOO_LARGE, "property list beyond the limit")
        try:
            value = plistlib.loads(source.read())
        except _FAULTS as error:
            raise EngineError(Reason.DAMAGED, "the property list is damaged") from error
        found: list[str] = []
        for line in lines(unfolded(value), shown=_shown):
            found.append(line)
            if len(found) > _MOST_VALUES:
                return Extract((Page(1, "\n".join(found)),), {}, Status.PARTIAL, Reason.TOO_LARGE, f"the first {_MOST_VALUES} values")
        return Extract((Page(1, "\n".join(found)),))


def unfolded(archive: object) -> object:
    """Return what an archive of objects (NSKeyedArchiver) holds, its references followed; any other value as it is.

    An object that holds itself is cut off where it would begin anew. What no reference leads to stands at the end; an archive that says
    more than is told of a property list stays as it is.
    """
    if not isinstance(archive, dict) or not isinstance(archive.get("$objects"), list) or not isinstance(archive.get("$top"), dict):
        return archive
    archived = _KeyedArchive(archive["$objects"])
    found = archived.followed(archive["$top"], ())
    return archive if archived.left < 0 else {**_mapping(found), **archived.others()}


class _KeyedArchive:
    """The objects of an archive, and which of them were told."""

    def __init__(self, objects: list[object]) -> None:
        self.left = _MOST_VALUES
        self._objects = objects
        self._told: set[int] = set()

    def followed(self, value: object, above: tuple[int, ...]) -> object:
        """Return a value with the objects that it refers to; `above` are those that hold it, -1 for what is no object of its own."""
        self.left -= 1
        if self.left < 0 or len(above) > _DEEPEST:
            return "..."
        if (number := _reference(value)) is not None:
            if number in above or not 0 <= number < len(self._objects):
                return "..."
            self._told.add(number)
            return None if self._objects[number] == "$null" else self.followed(self._objects[number], (*above, number))
        if isinstance(value, list):
            return [self.followed(each, (*above, -1)) for each in value]
        return _object(value, lambda each: self.followed(each, (*above, -1))) if isinstance(value, dict) else value

    def others(self) -> dict[str, object]:
        """Return what no reference led to, without the names of classes."""
        rest = [each for number, each in enumerate(self._objects) if number not in self._told and each != "$null"]
        rest = [each for each in rest if not (isinstance(each, dict) and "$classname" in each)]
        return {"other objects": rest} if rest else {}


def _reference(value: object) -> int | None:
    if isinstance(value, plistlib.UID):
        return value.data
    if isinstance(value, dict) and value.keys() == {"CF$UID"} and isinstance(value["CF$UID"], int):
        return value["CF$UID"]
    return None


def _mapping(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {"root": value}


def _object(value: dict[str, object], followed: Callable[[object], object]) -> object:
    """Return an object of an archive: a list or a dictionary as such, a text or a time by its value, another by its fields."""
    fields = {key: each for key, each in value.items() if key != "$class"}
    keys, inner = fields.get("NS.keys"), fields.get("NS.objects")
    if isinstance(inner, list) and isinstance(keys, list):
        return {str(followed(key)): followed(each) for key, each in zip(keys, inner, strict=False)}
    if isinstance(inner, list):
        return [followed(each) for each in inner]
    if isinstance(seconds := fields.get("NS.time"), int | float) and abs(seconds) < _LONGEST_TIME:
        return _APPLE + dt.timedelta(seconds=seconds)
    for key in ("NS.string", "NS.data", "NS.bytes"):
        if key in fields:
            return followed(fields[key])
    return {key: found for key, each in fields.items() if (found := followed(each)) is not None}


def _shown(value: object) -> str:
    if isinstance(value, bytes):
        return _text_of(value)
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m-%d %H:%M:%S} UTC"
    if isinstance(value, plistlib.UID):
        return f"#{value.data}"
    return "..." if isinstance(value, dict | list) else str(value)


def _text_of(value: bytes) -> str:
    """Return bytes that are text as text, others as how many they are."""
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    return text if text and text.replace("\n", "").replace("\t", "").isprintable() else f"({len(value)} bytes)"
