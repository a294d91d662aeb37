"""Archives and compressed files, by libarchive.

Members are streamed and never written to a name. Only formats that the file's type calls for are switched on: libarchive's
mtree format opens files that it names, and some of its filters start programs.
"""

from __future__ import annotations

import locale
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_int, c_void_p, create_string_buffer, string_at
from functools import cache
from importlib import import_module
from itertools import chain
from types import ModuleType
from typing import Any

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits, Member, Source, Unpacker

#: Found by name, because ctypes.util.find_library starts programs that the sandbox does not have.
_SONAME = "libarchive.so.13"
_CHUNK_BYTES = 1 << 16

_RAR = "application/vnd.rar"
#: Media type -> libarchive's names of the formats it may be read as.
_FORMATS = {
    "application/vnd.ms-cab-compressed": ("cab",),
    _RAR: ("rar", "rar5"),
    "application/x-7z-compressed": ("7zip",),
    "application/x-archive": ("ar",),
    "application/x-cpio": ("cpio",),
    "application/x-iso9660-image": ("iso9660",),
    "application/x-lzh-compressed": ("lha",),
    "application/x-rpm": ("cpio",),
    "application/x-tar": ("tar",),
    "application/x-xar": ("xar",),
    "application/zip": ("zip",),
}
#: What a compressed file may hold: an archive that was compressed whole, else ("raw") a single file.
_INSIDE_COMPRESSED = ("tar", "cpio", "iso9660", "raw")
#: Media type -> libarchive's name of the filter.
_FILTERS = {
    "application/gzip": "gzip",
    "application/x-bzip2": "bzip2",
    "application/x-compress": "compress",
    "application/x-lz4": "lz4",
    "application/x-lzip": "lzip",
    "application/x-lzma": "lzma",
    "application/x-rpm": "rpm",
    "application/x-xz": "xz",
    "application/zstd": "zstd",
}
_RPM_PAYLOADS = ("gzip", "bzip2", "lzma", "xz", "zstd")
#: What libarchive says, in lower case, when it is not damage that stops it.
_SAID_OF_SECRETS = ("encrypt", "passphrase", "password")
_SAID_OF_LACKS = ("unsupported", "not supported", "not supporting", "isn't supported", "unknown compression", "don't support")

_FILE_TYPE_MASK, _REGULAR, _DIRECTORY, _SYMBOLIC_LINK = 0o170000, 0o100000, 0o040000, 0o120000


def unpackers() -> tuple[Unpacker, ...]:
    """Return the engines for archives, with their library loaded.

    Raises:
        OSError: libarchive is not installed.
    """
    return (ArchiveUnpacker(),)


class ArchiveUnpacker:
    """Takes apart zip, tar, 7z, rar, cab, iso, xar, cpio, lha, ar and rpm, and single compressed files."""

    name = "libarchive"

    def __init__(self) -> None:
        number = _library().version_number()
        self.version = f"{number // 1_000_000}.{number // 1_000 % 1_000}.{number % 1_000}"

    def unpacks(self, type: str) -> bool:
        """Return whether `type` is an archive or a compressed file; office documents, which are zips too, are not."""
        return type in _FORMATS or type in _FILTERS

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield members in the archive's order; links and devices come without content, directories not at all.

        A member whose content breaks off is cut there, and the archive counts as damaged at its end.

        Raises:
            EngineError: ENCRYPTED (also the list of names), UNSUPPORTED or DAMAGED.
        """
        with source.open() as file, _opened(file.fileno(), source.type) as archive:
            ordinal = 0
            while archive.next():
                member = _member(archive, ordinal, source)
                if member is not None:
                    yield member
                    ordinal += 1
            if not archive.entries and source.type == _RAR:
                raise EngineError(Reason.DAMAGED, "no member begins here: perhaps one part of several")
            if archive.cut:
                raise EngineError(Reason.DAMAGED, f"{archive.cut} members break off")


@cache
def _library() -> ModuleType:
    """Return libarchive's functions; they raise ArchiveError instead of returning codes of failure."""
    os.environ.setdefault("LIBARCHIVE", _SONAME)
    # Names that an archive keeps as Unicode come out as UTF-8 only where the locale says so; raw names are not touched.
    locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
    # It logs names and messages taken from archives.
    logging.getLogger("libarchive").disabled = True
    ffi = import_module("libarchive.ffi")
    ffi.ffi("entry_is_data_encrypted", [c_void_p], c_int)
    ffi.ffi("entry_is_metadata_encrypted", [c_void_p], c_int)
    ffi.ffi("read_has_encrypted_entries", [c_void_p], c_int)
    return ffi


class _Archive:
    """One open archive and the member it stands at.

    Args:
        pointer: libarchive's handle.
        pads: Whether members come with zeros after their end, which their stated size tells from their content.
    """

    def __init__(self, pointer: Any, *, pads: bool) -> None:
        self._ffi = _library()
        self._pointer: Any = pointer
        self._pads = pads
        self._entry = self._ffi.entry_new()
        self._buffer = create_string_buffer(_CHUNK_BYTES)
        self.entries = 0
        self.cut = 0

    def close(self) -> None:
        """Free what libarchive holds; chunks of a member can no longer be asked for."""
        self._ffi.entry_free(self._entry)
        self._pointer = None

    def next(self) -> bool:
        """Step to the next member; False at the end.

        Raises:
            EngineError: The list of members cannot be read on.
        """
        from libarchive.exception import ArchiveError

        try:
            if self._ffi.read_next_header2(self._pointer, self._entry) == self._ffi.ARCHIVE_EOF:
                return False
        except ArchiveError as error:
            hidden = self._ffi.read_has_encrypted_entries(self._pointer) == 1
            raise EngineError(*_explained(error, encrypted=hidden)) from None
        self.entries += 1
        return True

    @property
    def file_type(self) -> int:
        """The member's file type bits; regular where the archive knows none."""
        return int(self._ffi.entry_filetype(self._entry)) & _FILE_TYPE_MASK or _REGULAR

    @property
    def is_link(self) -> bool:
        """Whether the member only points at another name."""
        return self.file_type == _SYMBOLIC_LINK or bool(self._ffi.entry_hardlink(self._entry) or self._ffi.entry_hardlink_w(self._entry))

    @property
    def is_encrypted(self) -> bool:
        """Whether the member's content is encrypted."""
        return bool(self._ffi.entry_is_data_encrypted(self._entry))

    @property
    def name(self) -> bytes:
        """The member's name: its own bytes, or UTF-8 where the archive keeps Unicode."""
        raw = self._ffi.entry_pathname(self._entry)
        if raw is None:
            raw = (self._ffi.entry_pathname_w(self._entry) or "").encode("utf-8", "surrogatepass")
        return bytes(raw)

    def chunks(self) -> Iterator[bytes]:
        """Yield the member's content; it ends early, and `cut` counts it, when the archive is damaged there.

        Raises:
            EngineError: Not one byte can be had.
        """
        from libarchive.exception import ArchiveError

        had = 0
        rest = self._ffi.entry_size(self._entry) if self._pads else sys.maxsize
        while had < rest:
            if self._pointer is None:
                raise ValueError("the archive is closed")
            try:
                length = self._ffi.read_data(self._pointer, self._buffer, _CHUNK_BYTES)
            except ArchiveError as error:
                if not had:
                    raise EngineError(*_explained(error, encrypted=False)) from None
                length = -1
            self.cut += length < 0
            if length <= 0:
                return
            length = min(length, rest - had)
            had += length
            yield string_at(self._buffer, length)


@contextmanager
def _opened(descriptor: int, type: str) -> Iterator[_Archive]:
    """Return the archive, opened with the formats and filters that its type calls for, and close it afterwards."""
    from libarchive.exception import ArchiveError

    ffi = _library()
    formats = _FORMATS.get(type, _INSIDE_COMPRESSED)
    filters = [_FILTERS[type]] if type in _FILTERS else []
    pointer = ffi.read_new()
    # libarchive 3.6 adds to each member of a xar as many zeros as all members before it were long.
    archive = _Archive(pointer, pads="xar" in formats)
    try:
        for name in formats:
            ffi.get_read_format_function(name)(pointer)
        for name in [*filters, *(_RPM_PAYLOADS if "rpm" in filters else ())]:
            ffi.get_read_filter_function(name)(pointer)
        ffi.read_open_fd(pointer, descriptor, _CHUNK_BYTES)
        yield archive
    except ArchiveError as error:
        raise EngineError(*_explained(error, encrypted=False)) from None
    finally:
        archive.close()
        ffi.read_free(pointer)


def _member(archive: _Archive, ordinal: int, source: Source) -> Member | None:
    """Return the member the archive stands at, its first chunk already read; None for a directory."""
    if archive.file_type == _DIRECTORY:
        return None
    name = archive.name if source.type not in _FILTERS or archive.name != b"data" else _inner_name(source.untrusted_name)
    if archive.is_link:
        return Member(ordinal, name, None, "link")
    if archive.file_type != _REGULAR:
        return Member(ordinal, name, None, "device")
    if archive.is_encrypted:
        return Member(ordinal, name, None, Reason.ENCRYPTED)
    chunks = archive.chunks()
    try:
        first = next(chunks, b"")
    except EngineError as error:
        return Member(ordinal, name, None, error.reason)
    return Member(ordinal, name, chain([first], chunks) if first else iter(()))


def _inner_name(untrusted_name: str) -> bytes:
    """Return what a compressed file was probably called before: its name without the last suffix."""
    stem, dot, _ = untrusted_name.rpartition(".")
    return (stem if dot and stem else untrusted_name or "data").encode("utf-8", "replace")


def _explained(error: Exception, *, encrypted: bool) -> tuple[Reason, str]:
    """Return why libarchive stopped; its own words may hold names from the archive and are not passed on."""
    said = str(error).lower()
    if encrypted or any(word in said for word in _SAID_OF_SECRETS):
        return Reason.ENCRYPTED, "the archive is encrypted"
    if any(word in said for word in _SAID_OF_LACKS):
        return Reason.UNSUPPORTED, "the archive uses a method that libarchive does not know"
    return Reason.DAMAGED, "the archive is damaged"
