"""Single messages as Outlook saves them. Source: MS-OXMSG."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator
from importlib import metadata

import olefile  # type: ignore[import-untyped]  # it ships no types

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits, Member, Source
from kashf.sandboxed.engines.attachments.mapi import BODY, DISPLAY_NAME, FILE_NAME, HTML, LONG_FILE_NAME, Attachment, Item, as_mail
from kashf.sandboxed.engines.office.rich_text.compressed_rtf import unpacked_rtf

_VALUE = re.compile(r"__substg1\.0_([0-9A-F]{4})([0-9A-F]{4})", re.IGNORECASE)
_FIXED_VALUES = "__properties_version1.0"
_ATTACHED = "__attach_version1.0_#"
_RICH_TEXT = "__substg1.0_10090102"
_DATA, _EMBEDDED = "__substg1.0_37010102", "__substg1.0_3701000D"
#: Bytes before the first value in the list of fixed-length values: of an attachment, of an embedded message, of the whole file.
_ATTACHMENT_HEADER, _EMBEDDED_HEADER, _FILE_HEADER = 8, 24, 32
_METHOD, _BY_REFERENCE = 0x3705, (2, 3, 4)
_CHUNK_BYTES = 1 << 16
#: Embedded messages within embedded messages that are followed.
_DEPTH = 16
#: What a damaged or hostile OLE file makes olefile raise.
_FAULTS = (OSError, ValueError, IndexError, KeyError, AttributeError, TypeError, RecursionError, struct.error)

_Path = tuple[str, ...]


class MsgUnpacker:
    """Takes attachments out of a msg file; an embedded message is written out as mail."""

    name = "olefile"
    version = metadata.version("olefile")

    def unpacks(self, type: str) -> bool:
        """Return whether `type` is an Outlook message."""
        return type == "application/vnd.ms-outlook"

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield the attachments; one that only names a file elsewhere has the reason "link".

        Raises:
            EngineError: DAMAGED.
        """
        try:
            with source.open() as file, olefile.OleFileIO(file) as ole:
                message = _Message(ole)
                for ordinal, path in enumerate(message.attached(())):
                    yield _member(message, ordinal, path)
        except _FAULTS:
            raise EngineError(Reason.DAMAGED, "the message is damaged") from None


class _Message:
    """An open msg file, as a tree of storages."""

    def __init__(self, ole: olefile.OleFileIO) -> None:
        self._ole = ole
        self._paths = [tuple(path) for path in ole.listdir(streams=True, storages=True)]
        self._known = {tuple(name.lower() for name in path) for path in self._paths}

    def attached(self, below: _Path) -> list[_Path]:
        """Return the storages of attachments of the message in the storage `below`, in order."""
        depth = len(below)
        return sorted(
            {path[: depth + 1] for path in self._paths if path[:depth] == below and len(path) > depth and path[depth].startswith(_ATTACHED)}
        )

    def has(self, path: _Path) -> bool:
        """Return whether there is such a stream or storage."""
        return tuple(name.lower() for name in path) in self._known

    def chunks(self, path: _Path) -> Iterator[bytes]:
        """Yield the bytes of a stream."""
        with self._ole.openstream(list(path)) as stream:
            while chunk := stream.read(_CHUNK_BYTES):
                yield chunk

    def properties(self, below: _Path, *, header_bytes: int) -> dict[int, tuple[int, bytes]]:
        """Return the values in a storage: number -> (type, bytes)."""
        values: dict[int, tuple[int, bytes]] = {}
        if self.has((*below, _FIXED_VALUES)):
            fixed = b"".join(self.chunks((*below, _FIXED_VALUES)))[header_bytes:]
            for at in range(0, len(fixed) - 15, 16):
                type, number = struct.unpack_from("<HH", fixed, at)
                values[number] = (type, fixed[at + 8 : at + 16])
        for path in self._paths:
            match = _VALUE.fullmatch(path[-1])
            if match and path[:-1] == below and not path[-1].upper().startswith(("__SUBSTG1.0_3701", "__SUBSTG1.0_1009")):
                values[int(match[1], 16)] = (int(match[2], 16), b"".join(self.chunks(path)))
        return values

    def item(self, below: _Path) -> Item:
        """Return the embedded message in the storage `below`, with what hangs on it."""
        properties = self.properties(below, header_bytes=_EMBEDDED_HEADER)
        rich = b"" if BODY in properties or HTML in properties else self._rich_text((*below, _RICH_TEXT))
        return Item(properties, (self.attachment(path) for path in self.attached(below)), rich)

    def _rich_text(self, path: _Path) -> bytes:
        return unpacked_rtf(b"".join(self.chunks(path))) if self.has(path) else b""

    def attachment(self, path: _Path) -> Attachment:
        """Return one attachment; without chunks and item when it is an object of another program or a mere reference."""
        values = Item(self.properties(path, header_bytes=_ATTACHMENT_HEADER))
        name = values.text(LONG_FILE_NAME) or values.text(FILE_NAME) or values.text(DISPLAY_NAME)
        if self.has((*path, _DATA)):
            return Attachment(name, self.chunks((*path, _DATA)))
        if self.has((*path, _EMBEDDED, _FIXED_VALUES)) and len(path) < 2 * _DEPTH:
            return Attachment(f"{name or 'message'}.eml", item=self.item((*path, _EMBEDDED)))
        return Attachment(name)


def _member(message: _Message, ordinal: int, path: _Path) -> Member:
    """Return an attachment as a member."""
    attachment = message.attachment(path)
    name = attachment.untrusted_name.encode("utf-8", "replace")
    if attachment.item is not None:
        return Member(ordinal, name, _guarded(as_mail(attachment.item)))
    if attachment.chunks is not None:
        return Member(ordinal, name, _guarded(attachment.chunks))
    method = message.properties(path, header_bytes=_ATTACHMENT_HEADER).get(_METHOD, (0, b""))[1][:4]
    return Member(ordinal, name, None, "link" if int.from_bytes(method, "little") in _BY_REFERENCE else Reason.UNSUPPORTED)


def _guarded(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the chunks; damage that is met on the way is told as what it is."""
    try:
        yield from chunks
    except _FAULTS:
        raise EngineError(Reason.DAMAGED, "an attachment is damaged") from None
