"""Parts of a divided file, read as the one that they were: nothing is copied, what is asked for is read from its part."""

from __future__ import annotations

import io
import os
import struct
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO, Final, cast

from kashf.domain.files.divided_files import Division
from kashf.ports.engines import Source

_BUFFER_BYTES: Final = 1 << 16
#: Last record of a zip, and a member in its list. Source: APPNOTE 6.3.10, sections 4.3.16 and 4.3.12.
_END: Final = struct.Struct("<4s4H2LH")
_LISTED: Final = struct.Struct("<4s6H3L5H2L")
_END_MARK, _LISTED_MARK = b"PK\x05\x06", b"PK\x01\x02"
_LAST_BYTES: Final = _END.size + 0xFFFF
#: A longer list belongs to no archive of this program's limits, and places beyond this need another form of record.
_MOST_LIST_BYTES, _MOST_PLACE = 64 << 20, 0xFFFFFFFF


class ReadOnlyStream(io.RawIOBase):
    """Bytes that are made as they are asked for.

    Args:
        size: How many there are.
    """

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size
        self._at = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Go to a place and return it."""
        self._at = max(0, offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence])
        return self._at

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]  # a narrower kind of buffer
        """Fill a buffer with what stands here, up to the end of its piece."""
        read = self._read(len(buffer))
        buffer[: len(read)] = read
        self._at += len(read)
        return len(read)

    def _read(self, length: int) -> bytes:
        raise NotImplementedError


class JoinedFiles(ReadOnlyStream):
    """Files, and bytes behind them, one behind the other.

    Args:
        paths: The files, in order.
        behind: What follows the last.
    """

    def __init__(self, paths: Sequence[Path], behind: bytes = b"") -> None:
        self._starts = [0, *accumulate(path.stat().st_size for path in paths)]
        super().__init__(self._starts[-1] + len(behind))
        self._paths = paths
        self._behind = behind
        self._open: tuple[int, BinaryIO] | None = None

    def close(self) -> None:
        """Close the file that is open."""
        if self._open:
            self._open[1].close()
        super().close()

    def _read(self, length: int) -> bytes:
        behind = self._at - self._starts[-1]
        if behind >= 0:
            return self._behind[behind : behind + length]
        place = bisect_right(self._starts, self._at) - 1
        file = self._file(place)
        file.seek(self._at - self._starts[place])
        return file.read(length)

    def _file(self, place: int) -> BinaryIO:
        """Return one of the files, of which one at a time is open."""
        if self._open is None or self._open[0] != place:
            if self._open:
                self._open[1].close()
            self._open = place, self._paths[place].open("rb")
        return self._open[1]


def joined(sources: Sequence[Source], division: Division) -> Source:
    """Return the file that parts, in order, are.

    Args:
        sources: One at least.
        division: How it was cut.
    """
    paths = [source.path for source in sources]
    size = sum(source.size_bytes for source in sources)
    if division is Division.VOLUMES:
        return replace(sources[0], volumes=tuple(paths))
    behind = _new_list(paths) if division is Division.SPANNED else b""

    def opener() -> BinaryIO:
        return cast("BinaryIO", io.BufferedReader(JoinedFiles(paths, behind), _BUFFER_BYTES))

    return replace(sources[0], opener=opener, size_bytes=size + len(behind))


def _new_list(paths: Sequence[Path]) -> bytes:
    """Return the list of members of a zip with places in the joined file; nothing where none can be written, as it is read without too."""
    starts = [0, *accumulate(path.stat().st_size for path in paths)]
    with paths[-1].open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _LAST_BYTES))
        tail = file.read()
    at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) < at + _END.size or starts[-1] > _MOST_PLACE - _MOST_LIST_BYTES:
        return b""
    _, _, begins, _, count, length, place, _ = _END.unpack_from(tail, at)
    if begins >= len(paths) or length > _MOST_LIST_BYTES:
        return b""
    stream = JoinedFiles(paths)
    stream.seek(starts[begins] + place)
    listed = bytearray(io.BufferedReader(stream, _BUFFER_BYTES).read(length))
    if not _move(listed, count, starts):
        return b""
    return bytes(listed) + _END.pack(_END_MARK, 0, 0, count, count, len(listed), starts[-1], 0)


def _move(listed: bytearray, count: int, starts: Sequence[int]) -> bool:
    """Write into a list where its members begin in the joined file; return whether it is well formed."""
    at = 0
    for _ in range(count):
        if at + _LISTED.size > len(listed):
            return False
        fields = list(_LISTED.unpack_from(listed, at))
        part, place = fields[13], fields[16]
        if fields[0] != _LISTED_MARK or part >= len(starts) - 1:
            return False
        fields[13], fields[16] = 0, starts[part] + place
        _LISTED.pack_into(listed, at, *fields)
        at += _LISTED.size + fields[10] + fields[11] + fields[12]
    return True
