"""The list of members of a 7z archive, as far as it must be known to take the encryption out of it.

Which stretches of the file are packed, how each is to be unpacked, and how long it is then are read and written again; names, times and
checksums of members are passed on as they stand. Source: 7zFormat.txt of the LZMA SDK.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

END, HEADER, PROPERTIES, ADDITIONAL, STREAMS = 0, 1, 2, 3, 4
PACKED, UNPACKED, SIZE, CHECKSUM, FOLDER, UNPACKED_SIZES, ENCODED = 6, 7, 9, 10, 11, 12, 23
_AES, _COPY = b"\x06\xf1\x07\x01", b"\0"
_IS_COMPLEX, _HAS_PROPERTIES, _ID_LENGTH = 0x10, 0x20, 0x0F
#: More of anything than an archive of this program's limits holds.
_MOST = 1 << 20


@dataclass(frozen=True, slots=True)
class Coder:
    """One step of unpacking.

    Args:
        method: Its id.
        inputs: Streams that it takes.
        outputs: Streams that it gives.
        properties: What it needs to know; None for nothing.
    """

    method: bytes
    inputs: int = 1
    outputs: int = 1
    properties: bytes | None = None

    @property
    def is_encryption(self) -> bool:
        """Whether this is 7z's AES-256."""
        return self.method == _AES


@dataclass(frozen=True, slots=True)
class Folder:
    """How some packed stretches of the file become the bytes of members, one behind the other.

    Args:
        coders: The steps.
        bonds: Which input takes which output, each by its number over all coders.
        packed: Inputs that take stretches of the file, in their order.
        sizes: Bytes of each output.
        checksum: CRC-32 of what comes out last; None where it is not told.
    """

    coders: tuple[Coder, ...]
    bonds: tuple[tuple[int, int], ...]
    packed: tuple[int, ...]
    sizes: tuple[int, ...] = ()
    checksum: int | None = None


@dataclass(frozen=True, slots=True)
class Streams:
    """What is packed in a file.

    Args:
        start: Where the first stretch begins, counted behind the first 32 bytes of the file.
        sizes: Bytes of each stretch; they stand one behind the other.
        folders: How they are unpacked.
        rest: What follows in the list, as it stands.
    """

    start: int
    sizes: tuple[int, ...]
    folders: tuple[Folder, ...]
    rest: bytes


class Fields:
    """Reads one field of a list behind the other.

    Args:
        content: The list.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def take(self, length: int) -> bytes:
        """Return the next bytes.

        Raises:
            ValueError: The list ends before.
        """
        taken = self._content[self._at : self._at + length]
        if length < 0 or len(taken) < length:
            raise ValueError("the list breaks off")
        self._at += length
        return taken

    def byte(self) -> int:
        """Return the next byte."""
        return self.take(1)[0]

    def number(self) -> int:
        """Return the next number: the ones at the head of its first byte say how many bytes follow."""
        first = self.byte()
        more = 8 - (first ^ 0xFF).bit_length()
        low = int.from_bytes(self.take(more), "little")
        return low + ((first & (0x7F >> more)) << (8 * more)) if more < 8 else low

    def count(self) -> int:
        """Return the next number, of things that follow.

        Raises:
            ValueError: More than any archive that is read here has.
        """
        number = self.number()
        if number > _MOST:
            raise ValueError("more than an archive has")
        return number

    def expect(self, kind: int) -> None:
        """Pass over a field that must stand here.

        Raises:
            ValueError: Another one does.
        """
        if self.byte() != kind:
            raise ValueError("the list is not as it must be")

    def next_is(self, kind: int) -> bool:
        """Return whether a field follows, and pass over it if so."""
        if self._content[self._at : self._at + 1] != bytes([kind]):
            return False
        self._at += 1
        return True

    def checksums(self, count: int) -> tuple[int | None, ...]:
        """Return the checksums that are told of `count` things."""
        told = [True] * count
        if not self.byte():
            bits = self.take((count + 7) // 8)
            told = [bool(bits[place // 8] & 0x80 >> place % 8) for place in range(count)]
        return tuple(int.from_bytes(self.take(4), "little") if each else None for each in told)

    def rest(self) -> bytes:
        """Return what was not read."""
        return self._content[self._at :]


def read_streams(fields: Fields) -> Streams:
    """Return what a list says of packed stretches, from behind the mark of its streams.

    Raises:
        ValueError: It is not well formed, or of a kind that no archive has.
    """
    fields.expect(PACKED)
    start, count = fields.number(), fields.count()
    fields.expect(SIZE)
    sizes = tuple(fields.number() for _ in range(count))
    if fields.next_is(CHECKSUM):
        fields.checksums(count)
    fields.expect(END)
    fields.expect(UNPACKED)
    fields.expect(FOLDER)
    folders = [_read_folder(fields) for _ in range(_folder_count(fields))]
    fields.expect(UNPACKED_SIZES)
    folders = [replace(each, sizes=tuple(fields.number() for coder in each.coders for _ in range(coder.outputs))) for each in folders]
    checksums = fields.checksums(len(folders)) if fields.next_is(CHECKSUM) else (None,) * len(folders)
    fields.expect(END)
    told = tuple(replace(each, checksum=checksum) for each, checksum in zip(folders, checksums, strict=True))
    if sum(len(each.packed) for each in told) > count:
        raise ValueError("more is unpacked than is packed")
    return Streams(start, sizes, told, fields.rest())


def _folder_count(fields: Fields) -> int:
    count = fields.count()
    fields.expect(0)  # 1 would say that they stand elsewhere
    return count


def _read_folder(fields: Fields) -> Folder:
    coders = tuple(_read_coder(fields) for _ in range(_few(fields.number())))
    inputs, outputs = sum(coder.inputs for coder in coders), sum(coder.outputs for coder in coders)
    bonds = tuple((fields.number(), fields.number()) for _ in range(outputs - 1))
    bound = {into for into, _ in bonds}
    count = inputs - len(bonds)
    packed = tuple(each for each in range(inputs) if each not in bound) if count == 1 else tuple(fields.number() for _ in range(count))
    return Folder(coders, bonds, packed)


def _read_coder(fields: Fields) -> Coder:
    flags = fields.byte()
    method = fields.take(flags & _ID_LENGTH)
    inputs, outputs = (_few(fields.number()), _few(fields.number())) if flags & _IS_COMPLEX else (1, 1)
    return Coder(method, inputs, outputs, fields.take(fields.number()) if flags & _HAS_PROPERTIES else None)


def _few(number: int) -> int:
    if not 1 <= number <= 32:
        raise ValueError("no archive is packed so")
    return number


def without_encryption(folder: Folder) -> Folder:
    """Return the same unpacking of stretches that are not encrypted any more.

    Raises:
        ValueError: What is decrypted there is not a stretch of the file.
    """
    place = next((number for number, coder in enumerate(folder.coders) if coder.is_encryption), None)
    if place is None:
        return folder
    if len(folder.coders) == 1:
        return replace(folder, coders=(Coder(_COPY),))
    takes = sum(coder.inputs for coder in folder.coders[:place])
    gives = sum(coder.outputs for coder in folder.coders[:place])
    into = next((into for into, out in folder.bonds if out == gives), None)
    if into is None or takes not in folder.packed:
        raise ValueError("encrypted in a way that is not known")

    def lower(number: int, gone: int) -> int:
        return number - (number > gone)

    return replace(
        folder,
        coders=(*folder.coders[:place], *folder.coders[place + 1 :]),
        bonds=tuple((lower(each, takes), lower(out, gives)) for each, out in folder.bonds if out != gives),
        packed=tuple(lower(into if each == takes else each, takes) for each in folder.packed),
        sizes=(*folder.sizes[:gives], *folder.sizes[gives + 1 :]),
    )


def write_streams(streams: Streams) -> bytes:
    """Return what `read_streams` reads, with what follows it."""
    folders = streams.folders
    written = [bytes([PACKED]), number(streams.start), number(len(streams.sizes)), bytes([SIZE]), *map(number, streams.sizes), bytes([END])]
    written += [bytes([UNPACKED, FOLDER]), number(len(folders)), b"\0", *map(_folder_bytes, folders)]
    written += [bytes([UNPACKED_SIZES]), *(number(size) for each in folders for size in each.sizes)]
    written += [_checksum_bytes([each.checksum for each in folders]), bytes([END]), streams.rest]
    return b"".join(written)


def _folder_bytes(folder: Folder) -> bytes:
    written = [number(len(folder.coders)), *map(_coder_bytes, folder.coders)]
    written += [number(each) for bond in folder.bonds for each in bond]
    if len(folder.packed) > 1:
        written += map(number, folder.packed)
    return b"".join(written)


def _coder_bytes(coder: Coder) -> bytes:
    is_complex = (coder.inputs, coder.outputs) != (1, 1)
    flags = len(coder.method) | _IS_COMPLEX * is_complex | _HAS_PROPERTIES * (coder.properties is not None)
    streams = number(coder.inputs) + number(coder.outputs) if is_complex else b""
    properties = b"" if coder.properties is None else number(len(coder.properties)) + coder.properties
    return bytes([flags]) + coder.method + streams + properties


def _checksum_bytes(checksums: Sequence[int | None]) -> bytes:
    if not any(each is not None for each in checksums):
        return b""
    bits = bytearray((len(checksums) + 7) // 8)
    for place, each in enumerate(checksums):
        bits[place // 8] |= 0x80 >> place % 8 if each is not None else 0
    return bytes([CHECKSUM, 0]) + bytes(bits) + b"".join(each.to_bytes(4, "little") for each in checksums if each is not None)


def number(value: int) -> bytes:
    """Return a number as lists have it, in the form that is right for every value."""
    return b"\xff" + value.to_bytes(8, "little") if value >= 0x80 else bytes([value])
