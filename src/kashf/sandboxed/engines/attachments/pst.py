"""Outlook's mail stores (pst, ost), by libpff."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import metadata
from typing import Any

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits, Member, Source
from kashf.sandboxed.engines.attachments.mapi import BODY, HTML, TRANSPORT_HEADERS, UNICODE, Attachment, Item, as_mail

_CHUNK_BYTES = 1 << 16
#: Items that were deleted and are still there.
_LEFT_OVER = "(orphans)"
#: Attached messages within attached messages that are followed.
_DEPTH = 16
_FAULTS = (OSError, ValueError, MemoryError)


class PstUnpacker:
    """Takes every item out of a pst or ost file, deleted ones that are still there too, and writes each out as mail."""

    name = "libpff"
    version = metadata.version("libpff-python")

    def unpacks(self, type: str) -> bool:
        """Return whether `type` is a mail store of Outlook."""
        return type == "application/vnd.ms-outlook-pst"

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield items folder by folder, named after their folder and their place in it.

        Raises:
            EngineError: DAMAGED; TOO_LARGE, at the end, when there are more folders than `limits.members`.
        """
        import pypff

        store = pypff.file()
        with source.open() as file:
            try:
                store.open_file_object(file)
            except _FAULTS:
                raise EngineError(Reason.DAMAGED, "the mail store cannot be opened") from None
            for ordinal, (name, item) in enumerate(_items(store, limits)):
                untrusted_name = name.encode("utf-8", "replace")
                if item is None:
                    yield Member(ordinal, untrusted_name, None, Reason.DAMAGED)
                else:
                    yield Member(ordinal, untrusted_name, as_mail(_item(item, depth=0)))


def _items(store: Any, limits: Limits) -> Iterator[tuple[str, Any | None]]:
    """Yield (name, item) over all folders; None for an item that cannot be read.

    Raises:
        EngineError: TOO_LARGE.
    """
    root = _tried(lambda: store.root_folder)
    waiting = [("", root)] if root is not None else []
    folders = 0
    while waiting and folders < limits.members:
        path, folder = waiting.pop()
        folders += 1
        for index in range(_tried(lambda folder=folder: folder.number_of_sub_messages) or 0):
            yield f"{path}{index + 1:05}.eml", _tried(lambda folder=folder, index=index: folder.get_sub_message(index))
        count = _tried(lambda folder=folder: folder.number_of_sub_folders) or 0
        inner = [_tried(lambda folder=folder, index=index: folder.get_sub_folder(index)) for index in range(count)]
        waiting.extend((f"{path}{_tried(lambda each=each: each.name) or '?'}/", each) for each in reversed(inner) if each is not None)
    if waiting:
        raise EngineError(Reason.TOO_LARGE, f"more than {limits.members} folders")
    for index in range(_tried(lambda: store.number_of_orphan_items) or 0):
        yield f"{_LEFT_OVER}/{index + 1:05}.eml", _tried(lambda index=index: store.get_orphan_item(index))


def _tried(deed: Any) -> Any | None:
    """Return what libpff says, or None where the store is damaged."""
    try:
        return deed()
    except _FAULTS:
        return None


def _item(raw: Any, *, depth: int) -> Item:
    """Return an item's properties, with what hangs on it."""
    properties: dict[int, tuple[int, bytes]] = {}
    for record_set in _tried(lambda: list(raw.record_sets)) or []:
        for entry in _tried(lambda record_set=record_set: list(record_set.entries)) or []:
            value = _tried(lambda entry=entry: (entry.entry_type, entry.value_type, entry.data))
            if value and value[0] is not None and value[2] is not None:
                properties.setdefault(value[0], (value[1], value[2]))
    rtf = b"" if BODY in properties or HTML in properties else _tried(lambda: raw.rtf_body) or b""
    headers = _tried(lambda: raw.transport_headers)
    if headers and TRANSPORT_HEADERS not in properties:
        properties[TRANSPORT_HEADERS] = (UNICODE, headers.encode("utf-16-le", "replace"))
    return Item(properties, _attachments(raw, depth=depth), rtf)


def _attachments(raw: Any, *, depth: int) -> Iterator[Attachment]:
    """Yield what hangs on an item."""
    for index in range(_tried(lambda: raw.number_of_attachments) or 0):
        attached = _tried(lambda index=index: raw.get_attachment(index))
        name = _tried(lambda attached=attached: attached.long_filename) or ""
        inner = _tried(lambda attached=attached: attached.get_sub_item(0)) if depth < _DEPTH else None
        if inner is not None:
            yield Attachment(f"{name or 'message'}.eml", item=_item(inner, depth=depth + 1))
        elif attached is not None:
            yield Attachment(name, _chunks(attached))


def _chunks(attached: Any) -> Iterator[bytes]:
    """Yield the bytes of an attachment, as far as they can be read."""
    while chunk := _tried(lambda: attached.read_buffer(_CHUNK_BYTES)):
        yield chunk
