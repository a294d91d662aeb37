"""The lock of a 7z archive: on its members, and perhaps on the list of their names."""

from __future__ import annotations

import io
import lzma
import struct
import zlib
from dataclasses import dataclass, replace
from typing import BinaryIO, Final, cast

from kashf.ports.engines import EngineError, Source
from kashf.sandboxed.engines.archives import is_whole
from kashf.sandboxed.locks.seven_zip.decrypted import FIRST_BYTES, DecryptedArchive, Encryption, PackedRange
from kashf.sandboxed.locks.seven_zip.header import (
    ENCODED,
    HEADER,
    STREAMS,
    Coder,
    Fields,
    Folder,
    Streams,
    read_streams,
    without_encryption,
    write_streams,
)

_SIGNATURE: Final = b"7z\xbc\xaf\x27\x1c"
_WHERE: Final = struct.Struct("<QQI")
_WHERE_AT: Final = 12
#: A list of members longer than this belongs to no archive of this program's limits.
_LIST_BYTES: Final = 128 << 20
_COPY, _LZMA, _LZMA2 = b"\0", b"\x03\x01\x01", b"\x21"


@dataclass(frozen=True, slots=True)
class _MemberList:
    """The list of members: as bytes, or packed and perhaps encrypted."""

    content: bytes = b""
    packed: Streams | None = None


class SevenZipLock:
    """What is encrypted in one 7z archive.

    Args:
        source: The archive.

    Raises:
        ValueError: It is no 7z archive, or damaged.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._keys: dict[tuple[int, bytes, str], bytes] = {}
        with source.open() as file:
            self._listed = _listed(file)
        self._password: str | None = None

    @property
    def is_locked(self) -> bool:
        """Whether anything is encrypted."""
        if self._listed.packed is not None:
            return True
        streams = _main_streams(self._listed.content)
        return any(coder.is_encryption for folder in streams.folders for coder in folder.coders)

    @property
    def is_open(self) -> bool:
        """Whether the password was found; an archive has one."""
        return self._password is not None

    def fits(self, password: str) -> bool:
        """Return whether a password opens the list, and a member as its checksum says."""
        try:
            if not self._is_proof(password) and not is_whole(self._opened(password)):
                return False
        except (ValueError, EngineError, lzma.LZMAError, EOFError):
            return False
        self._password = password
        return True

    def unlocked(self) -> Source:
        """Return the archive without encryption."""
        return self._source if self._password is None else self._opened(self._password)

    def _is_proof(self, password: str) -> bool:
        """Return whether that the list opens proves the password, as the list has a checksum.

        Raises:
            ValueError: It does not open it.
        """
        content = self._content(password)
        _main_streams(content)
        return self._listed.packed is not None and self._listed.packed.folders[0].checksum is not None

    def _opened(self, password: str) -> Source:
        content = self._content(password)
        streams = _main_streams(content)
        listed = bytes([HEADER, STREAMS]) + write_streams(_plain(streams))
        stretches = self._stretches(streams, password)
        size = FIRST_BYTES + sum(each.length for each in stretches) + len(listed)

        def opener() -> BinaryIO:
            raw = DecryptedArchive(self._source.open(), stretches, listed)
            return cast("BinaryIO", io.BufferedReader(raw, 1 << 16))

        return replace(self._source, opener=opener, size_bytes=size)

    def _content(self, password: str) -> bytes:
        """Return the list of members.

        Raises:
            ValueError: The password does not open it.
        """
        if self._listed.packed is None:
            return self._listed.content
        with self._source.open() as file:
            stretches = self._stretches(self._listed.packed, password)
            return _unpacked_list(file, _plain(self._listed.packed), stretches)

    def _stretches(self, streams: Streams, password: str) -> tuple[PackedRange, ...]:
        """Return what is packed, each stretch with the key of its encryption, where it has one."""
        at, place, found = FIRST_BYTES + streams.start, 0, []
        for folder in streams.folders:
            for taken in folder.packed:
                length = streams.sizes[place]
                found.append(self._stretch(folder, taken, at, length, password))
                at, place = at + length, place + 1
        return tuple(found)

    def _stretch(self, folder: Folder, taken: int, start: int, length: int, password: str) -> PackedRange:
        coder, output = _taker(folder, taken)
        if not coder.is_encryption:
            return PackedRange(start, length)
        encryption = Encryption.read(coder.properties or b"")
        made_of = (encryption.power, encryption.salt, password)
        if made_of not in self._keys:
            self._keys = {made_of: encryption.key(password)} if len(self._keys) > 64 else self._keys | {made_of: encryption.key(password)}
        return PackedRange(start, min(length, folder.sizes[output]), self._keys[made_of], encryption.vector)


def _taker(folder: Folder, taken: int) -> tuple[Coder, int]:
    """Return the coder that takes an input, with the number of its first output."""
    inputs = outputs = 0
    for coder in folder.coders:
        if inputs <= taken < inputs + coder.inputs:
            return coder, outputs
        inputs, outputs = inputs + coder.inputs, outputs + coder.outputs
    raise ValueError("nothing takes a stretch")


def _plain(streams: Streams) -> Streams:
    """Return the same streams as they stand in the archive without encryption: one behind the other, from the beginning on."""
    lengths, place = [], 0
    for folder in streams.folders:
        for taken in folder.packed:
            coder, output = _taker(folder, taken)
            length = streams.sizes[place]
            lengths.append(min(length, folder.sizes[output]) if coder.is_encryption else length)
            place += 1
    return replace(streams, start=0, sizes=tuple(lengths), folders=tuple(map(without_encryption, streams.folders)))


def _listed(file: BinaryIO) -> _MemberList:
    head = file.read(FIRST_BYTES)
    if len(head) < FIRST_BYTES or not head.startswith(_SIGNATURE):
        raise ValueError("no 7z archive")
    offset, length, checksum = _WHERE.unpack_from(head, _WHERE_AT)
    if not 0 < length <= _LIST_BYTES:
        raise ValueError("no list of members, or one that is too long")
    file.seek(FIRST_BYTES + offset)
    content = file.read(length)
    if len(content) < length or zlib.crc32(content) != checksum:
        raise ValueError("the list of members is damaged")
    while content[0] == ENCODED:
        packed = read_streams(Fields(content[1:]))
        if any(coder.is_encryption for folder in packed.folders for coder in folder.coders):
            return _MemberList(packed=packed)
        start = FIRST_BYTES + packed.start
        stretches = tuple(PackedRange(start + sum(packed.sizes[:place]), size) for place, size in enumerate(packed.sizes))
        content = _unpacked_list(file, packed, stretches)
    return _MemberList(content)


def _main_streams(content: bytes) -> Streams:
    fields = Fields(content)
    fields.expect(HEADER)
    fields.expect(STREAMS)
    return read_streams(fields)


def _unpacked_list(file: BinaryIO, packed: Streams, stretches: tuple[PackedRange, ...]) -> bytes:
    """Return a list of members that was packed.

    Raises:
        ValueError: It does not have its checksum, or is packed as no program packs it.
    """
    folder = packed.folders[0]
    if len(packed.folders) != 1 or len(folder.packed) != 1 or len(folder.coders) > 1 or folder.sizes[-1] > _LIST_BYTES:
        raise ValueError("a list packed in a way that is not known")
    content = _decoded(folder.coders[0], stretches[0].read(file, 0, min(stretches[0].length, _LIST_BYTES)), folder.sizes[-1])
    if len(content) != folder.sizes[-1] or (folder.checksum is not None and zlib.crc32(content) != folder.checksum) or not content:
        raise ValueError("the list of members is damaged, or encrypted with another password")
    return content


def _decoded(coder: Coder, packed: bytes, length: int) -> bytes:
    if coder.method == _COPY:
        return packed[:length]
    decoder = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[_filter(coder)])
    return decoder.decompress(packed, length)


def _filter(coder: Coder) -> dict[str, int]:
    """Return what LZMA needs to know. Source: LZMA specification, "LZMA decoder properties"."""
    properties = coder.properties or b""
    if coder.method == _LZMA and len(properties) >= 5 and properties[0] < 9 * 5 * 5:
        rest, lc = divmod(properties[0], 9)
        pb, lp = divmod(rest, 5)
        size = min(max(int.from_bytes(properties[1:5], "little"), 1 << 12), _LIST_BYTES)
        return {"id": lzma.FILTER_LZMA1, "dict_size": size, "lc": lc, "lp": lp, "pb": pb}
    if coder.method == _LZMA2 and properties and properties[0] <= 40:
        size = (2 | properties[0] & 1) << (properties[0] // 2 + 11)
        return {"id": lzma.FILTER_LZMA2, "dict_size": min(size, _LIST_BYTES)}
    raise ValueError("a list packed in a way that is not known")
