"""Archives and compressed files, by libarchive.

Members are streamed and never written to a name. Only formats that the file's type calls for are switched on: libarchive's
mtree format opens files that it names, and some of its filters start programs.
"""

from __future__ import annotations

import locale
import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from ctypes import POINTER, byref, c_char_p, c_int, c_longlong, c_size_t, c_void_p, string_at
from functools import cache
from importlib import import_module
from itertools import chain, count
from types import ModuleType
from typing import Any, BinaryIO

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits, Member, Source, Unpacker
from kashf.sandboxed.engines.archive_bytes import fed
from kashf.sandboxed.engines.divided import is_part, told

#: Found by name, because ctypes.util.find_library starts programs that the sandbox does not have.
_SONAME = "libarchive.so.13"
_CHUNK_BYTES = 1 << 16
#: A zip's last record with the longest comment. Source: APPNOTE 6.3.10, section 4.3.16.
_LAST_RECORD_BYTES = 22 + 0xFFFF

_RAR, _ZIP = "application/vnd.rar", "application/zip"
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
    _ZIP: ("zip",),
}
#: What a compressed file may hold: an archive that was compressed whole, else ("raw") a single file.
_INSIDE_COMPRESSED = ("tar", "cpio", "iso9660", "raw", "empty")
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
            EngineError: ENCRYPTED (also the list of names), DIVIDED, UNSUPPORTED or DAMAGED.
        """
        if not (source.opener or source.volumes) and _is_part(source):
            raise EngineError(Reason.DIVIDED, told(source.untrusted_name))
        fault: EngineError | None = None
        had = 0
        for formats in _attempts(source.type):
            try:
                for member in _members(source, formats):
                    had += 1
                    yield member
            except EngineError as error:
                fault = fault or error
            if had:
                break
        if fault and (source.opener or source.volumes) and _is_part(source):
            raise EngineError(Reason.DIVIDED, "the rest of a divided archive is missing") from fault
        if fault:
            raise fault


def is_whole(source: Source, *, place: int = 0) -> bool:
    """Return whether the first member with content, from entry number `place` on, comes out as its checksum says; no further one is read.

    Raises:
        EngineError: The archive cannot be read that far.
    """
    with source.open() as file, _opened(file, source, _attempts(source.type)[0]) as archive:
        for number in count():
            if not archive.next():
                return False
            if number < place or archive.file_type != _REGULAR or archive.is_link:
                continue
            if sum(len(chunk) for chunk in archive.chunks()):
                return not archive.cut
    return False


def _is_part(source: Source) -> bool:
    with source.open() as file:
        return is_part(file)


def _attempts(type: str) -> tuple[tuple[str, ...], ...]:
    """Return what to read a file as: first, and then when that yielded nothing."""
    if type == _ZIP:
        # Without its list of members a zip can still be read from front to back.
        return (("zip",), ("zip_streamable",))
    # What begins with zeros looks like the end of an archive, yet is a file like any other.
    return (_FORMATS[type],) if type in _FORMATS else (_INSIDE_COMPRESSED, ("raw", "empty"))


def _members(source: Source, formats: Sequence[str]) -> Iterator[Member]:
    """Yield the members of a file that is read as one of these formats."""
    entries, ordinal = 0, 0
    with source.open() as file, _opened(file, source, formats) as archive:
        while archive.next():
            entries += 1
            member = _member(archive, ordinal, source)
            if member is not None:
                yield member
                ordinal += 1
        if archive.cut:
            raise EngineError(Reason.DAMAGED, f"{archive.cut} members break off or are not what they were")
        if "zip" in formats and not _are_all(entries, file):
            raise EngineError(Reason.DAMAGED, "members share their bytes, or are listed and not there")
    if not entries and source.type == _RAR:
        raise EngineError(Reason.DAMAGED, "no member begins here")


@cache
def _library() -> ModuleType:
    """Return libarchive's functions; they raise ArchiveError instead of returning codes of failure."""
    os.environ.setdefault("LIBARCHIVE", _SONAME)
    # Names that an archive keeps as Unicode come out as UTF-8 only where the locale says so; raw names are not touched.
    locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
    # It logs names and messages taken from archives.
    logging.getLogger("libarchive").disabled = True
    ffi = import_module("libarchive.ffi")
    ffi.ffi("read_open_filenames", [c_void_p, POINTER(c_char_p), c_size_t], c_int, ffi.check_int)
    ffi.ffi("entry_is_data_encrypted", [c_void_p], c_int)
    ffi.ffi("entry_is_metadata_encrypted", [c_void_p], c_int)
    ffi.ffi("read_has_encrypted_entries", [c_void_p], c_int)
    return ffi


class _Archive:
    """One open archive and the member it stands at.

    Args:
        pointer: libarchive's handle.
        can_decrypt: Whether it was given passwords.
    """

    def __init__(self, pointer: Any, *, can_decrypt: bool) -> None:
        self._ffi = _library()
        self._can_decrypt = can_decrypt
        self._pointer: Any = pointer
        self._entry = self._ffi.entry_new()
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
        """Whether the member's content is encrypted, and no password is there to open it."""
        return bool(self._ffi.entry_is_data_encrypted(self._entry)) and not self._can_decrypt

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

        had, code = 0, self._ffi.ARCHIVE_OK
        while code == self._ffi.ARCHIVE_OK:
            try:
                code, offset, block = self._block()
            except ArchiveError as error:
                if not had:
                    raise EngineError(*_explained(error, encrypted=False)) from None
                code, offset, block = self._ffi.ARCHIVE_FATAL, had, b""
            for piece in chain(self._hole(had, offset), (block,)):
                had += len(piece)
                if piece:
                    yield piece
        self.cut += code != self._ffi.ARCHIVE_EOF

    def _block(self) -> tuple[int, int, bytes]:
        """Return libarchive's code, where in the member the next bytes stand, and the bytes; with a warning may come the last ones."""
        if self._pointer is None:
            raise ValueError("the archive is closed")
        start, size, offset = c_void_p(), c_size_t(), c_longlong()
        code = self._ffi.read_data_block(self._pointer, byref(start), byref(size), byref(offset))
        block = string_at(start.value, size.value) if start.value and code != self._ffi.ARCHIVE_EOF else b""
        return code, offset.value, block

    def _hole(self, start: int, end: int) -> Iterator[bytes]:
        """Yield zeros for a stretch that a sparse member leaves out; never beyond the size that it states."""
        # libarchive 3.6 adds up the offsets of all members of a xar, so that some would lie behind the member's end.
        if self._ffi.entry_size_is_set(self._entry):
            end = min(end, self._ffi.entry_size(self._entry))
        for at in range(start, end, _CHUNK_BYTES):
            yield bytes(min(_CHUNK_BYTES, end - at))


@contextmanager
def _opened(file: BinaryIO, source: Source, formats: Sequence[str]) -> Iterator[_Archive]:
    """Return the archive, opened as one of these formats with the filters that its type calls for, and close it afterwards."""
    from libarchive.exception import ArchiveError

    ffi = _library()
    filters = [_FILTERS[source.type]] if source.type in _FILTERS else []
    pointer = ffi.read_new()
    archive = _Archive(pointer, can_decrypt=bool(source.keys))
    try:
        for name in formats:
            ffi.get_read_format_function(name)(pointer)
        for name in [*filters, *(_RPM_PAYLOADS if "rpm" in filters else ())]:
            ffi.get_read_filter_function(name)(pointer)
        for key in source.keys:
            ffi.read_add_passphrase(pointer, key)
        with fed(ffi, pointer, file, source):
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


def _are_all(entries: int, file: BinaryIO) -> bool:
    """Return whether a zip gave as many entries as its last record counts; libarchive passes over those that share their bytes."""
    file.seek(max(0, file.seek(0, os.SEEK_END) - _LAST_RECORD_BYTES))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    stated = tail[at + 10 : at + 12]
    # The count has two bytes; longer lists state the rest elsewhere.
    return at < 0 or len(stated) < 2 or int.from_bytes(stated, "little") in {entries & 0xFFFF, 0xFFFF}


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
