"""Pictures, files and documents inside the binary documents of Office, and inside objects that other documents embed."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from itertools import count
from typing import Any, Final

import olefile  # type: ignore[import-untyped]  # it ships no types

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits, Member, Source
from kashf.sandboxed.engines.embedded.blips import drawing_groups, pictures
from kashf.sandboxed.engines.embedded.compound import compound
from kashf.sandboxed.engines.embedded.icons import is_icon
from kashf.sandboxed.engines.embedded.ole_native import Inner, from_native
from kashf.sandboxed.engines.embedded.vba import macro_source
from kashf.sandboxed.unpack import PASSED_OVER

_OBJECT: Final = "application/x-ole-storage"
_TYPES: Final = frozenset(
    {_OBJECT, "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint", "application/x-mspublisher"}
)
#: Streams with pictures.
_DRAWINGS: Final = frozenset({"worddocument", "data", "pictures", "escherdelaystm"})
_WORKBOOKS: Final = frozenset({"workbook", "book"})
_SLIDES: Final = "powerpoint document"
_MACROS: Final = "vba"
_NATIVE, _PACKAGE, _CONTENTS = "\x01ole10native", "package", "contents"
#: A storage that holds one of these is a document.
_DOCUMENTS: Final = {
    "worddocument": "doc",
    "workbook": "xls",
    "book": "xls",
    "powerpoint document": "ppt",
    "visiodocument": "vsd",
    "encryptedpackage": "bin",
}
#: An object of PowerPoint: packed (with its length before it), or as it is. Source: MS-PPT 2.10.34 and 2.10.35.
_EXTERNAL_OBJECT: Final = re.compile(rb"([\0\x10])\0\x11\x10(....)", re.DOTALL)
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Packed bytes that hold the beginning of what is packed, with the tables before it.
_HEAD_BYTES: Final = 1024
_FAULTS: Final = (OSError, ValueError, IndexError, KeyError, AttributeError, TypeError, RecursionError, struct.error, zlib.error)

_Path = tuple[str, ...]


class OleUnpacker:
    """Takes apart Word, Excel, PowerPoint and Publisher of 1997 to 2003, and objects."""

    name = "ole-parts"
    version = f"1/olefile {olefile.__version__}"

    def unpacks(self, type: str) -> bool:
        """Return whether `type` is a document, or an object, that is kept in an OLE file."""
        return type in _TYPES

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield files and documents, then pictures.

        Raises:
            EngineError: UNSUPPORTED, when an object holds nothing that is known here; TOO_LARGE.
        """
        if 4 * source.size_bytes > limits.memory_bytes:
            raise EngineError(Reason.TOO_LARGE, "the document is too large to be taken apart")
        ordinals = count()
        ordinal = -1
        with source.open() as file:
            try:
                ole = olefile.OleFileIO(file)
            except _FAULTS:
                return  # its reader says why
            with ole:
                for inner in _Storages(ole).inner(most_bytes=limits.memory_bytes // 4):
                    ordinal = next(ordinals)
                    yield _member(ordinal, inner)
        if source.type == _OBJECT and ordinal < 0:
            raise EngineError(Reason.UNSUPPORTED, "an object of a program that is not known here")


def _member(ordinal: int, inner: Inner) -> Member:
    if is_icon(inner.content):
        return Member(ordinal, inner.untrusted_name, None, PASSED_OVER)
    return Member(ordinal, inner.untrusted_name, iter((inner.content,)) if inner.content else None, inner.reason)


class _Storages:
    """An open OLE file, by its streams."""

    def __init__(self, ole: Any) -> None:
        self._ole = ole
        self._paths: list[_Path] = sorted(map(tuple, ole.listdir(streams=True, storages=False)))
        self._inside = {path[:-1] for path in self._paths if path[-1].lower() in _DOCUMENTS and len(path) > 1}

    def inner(self, *, most_bytes: int) -> Iterator[Inner]:
        """Yield what lies inside; a stream that cannot be read is said to be damaged."""
        for path in self._paths:
            if any(path[: len(storage)] == storage for storage in self._inside):
                continue
            try:
                yield from self._of_stream(path, most_bytes=most_bytes)
            except _FAULTS:
                yield Inner(path[-1].encode("utf-8", "replace"), b"", Reason.DAMAGED)
        for storage in sorted(self._inside):
            if not any(storage[:depth] in self._inside for depth in range(1, len(storage))):
                yield self._document(storage)

    def _of_stream(self, path: _Path, *, most_bytes: int) -> Iterator[Inner]:
        name = path[-1].lower()
        if name == _NATIVE:
            inner = from_native(self._read(path))
            yield inner if inner.untrusted_name else Inner(_named(path, "bin"), inner.content, inner.reason)
        elif name == _PACKAGE or (name == _CONTENTS and self._read(path)[:4] == b"%PDF"):
            yield Inner(_named(path, "pdf" if name == _CONTENTS else "bin"), self._read(path))
        elif name in _DRAWINGS or name in _WORKBOOKS:
            stream = self._read(path)
            drawn = pictures(drawing_groups(stream) if name in _WORKBOOKS else stream, most_bytes=most_bytes)
            for number, (suffix, content) in enumerate(drawn, start=1):
                yield Inner(f"{path[-1]}-picture{number}.{suffix}".encode(), content, "" if content else Reason.DAMAGED)
        elif len(path) > 1 and path[-2].lower() == _MACROS and (source := macro_source(self._read(path))):
            yield Inner(f"{path[-1]}.bas".encode(), source)
        elif name == _SLIDES:
            yield from _objects(self._read(path), most_bytes=most_bytes)

    def _document(self, storage: _Path) -> Inner:
        """Return a document within the document as a file."""
        streams = {path[len(storage) :]: self._read(path) for path in self._paths if path[: len(storage)] == storage}
        suffix = next(_DOCUMENTS[path[-1].lower()] for path in streams if path[-1].lower() in _DOCUMENTS)
        return Inner(_named((*storage, ""), suffix), compound(streams))

    def _read(self, path: _Path) -> bytes:
        with self._ole.openstream(list(path)) as stream:
            content: bytes = stream.read()
            return content


def _named(path: _Path, suffix: str) -> bytes:
    """Return a name for what lies in a storage: the storage's, which tells objects apart."""
    return f"{path[-2] if len(path) > 1 else 'object'}.{suffix}".encode("utf-8", "replace")


def _objects(stream: bytes, *, most_bytes: int) -> Iterator[Inner]:
    """Yield the objects in the main stream of a PowerPoint document."""
    for number, found in enumerate(_EXTERNAL_OBJECT.finditer(stream), start=1):
        begin, end = found.end(), found.end() + int.from_bytes(found[2], "little")
        if found[1] == b"\0" and stream.startswith(_COMPOUND, begin):
            yield Inner(b"object%d.bin" % number, stream[begin:end])
        # The signs stand there by chance, too: so the beginning is looked at first.
        elif found[1] == b"\x10" and _unpacked(stream[begin + 4 : begin + _HEAD_BYTES], len(_COMPOUND)) == _COMPOUND:
            yield Inner(b"object%d.bin" % number, _unpacked(stream[begin + 4 : end], most_bytes))


def _unpacked(packed: bytes, most_bytes: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, most_bytes)
    except zlib.error:
        return b""
