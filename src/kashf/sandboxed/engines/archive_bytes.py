"""Gives libarchive the bytes of an archive: those of a file as it lies there, or those that a stream makes as they are asked for."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, addressof, c_char_p, c_void_p, cast, create_string_buffer
from types import ModuleType
from typing import Any, BinaryIO, Final

from kashf.ports.engines import Source

_BLOCK_BYTES: Final = 1 << 16
_FAILED: Final = -30


@contextmanager
def fed(ffi: ModuleType, pointer: Any, file: BinaryIO, source: Source) -> Iterator[None]:
    """Open an archive over `file`, for as long as the block lasts.

    Args:
        ffi: libarchive's functions.
        pointer: Its handle, with formats and filters set.
        file: The archive.
        source: What `file` was opened from.
    """
    if source.volumes:
        names = (c_char_p * (len(source.volumes) + 1))(*(str(path).encode() for path in source.volumes), None)
        ffi.read_open_filenames(pointer, names, _BLOCK_BYTES)
        yield
        return
    if source.opener is None:
        ffi.read_open_fd(pointer, file.fileno(), _BLOCK_BYTES)
        yield
        return
    buffer = create_string_buffer(_BLOCK_BYTES)
    callbacks = _reading(ffi, file, buffer), _seeking(ffi, file)
    ffi.read_set_seek_callback(pointer, callbacks[1])
    ffi.read_open(pointer, None, ffi.NO_OPEN_CB, callbacks[0], ffi.NO_CLOSE_CB)
    yield
    # Here libarchive has closed, or the handle is freed next: until then it may call what is kept in `callbacks`.


def _reading(ffi: ModuleType, file: BinaryIO, buffer: Any) -> Any:
    """Return what fills the buffer and tells libarchive where it is; a fault must not leave a function that C calls."""

    def read(_archive: object, _context: object, where: Any) -> int:
        try:
            chunk = file.read(_BLOCK_BYTES)
        except (OSError, ValueError):
            return _FAILED
        buffer[: len(chunk)] = chunk
        cast(where, POINTER(c_void_p))[0] = addressof(buffer)
        return len(chunk)

    return ffi.READ_CALLBACK(read)


def _seeking(ffi: ModuleType, file: BinaryIO) -> Any:
    def seek(_archive: object, _context: object, offset: int, whence: int) -> int:
        try:
            return file.seek(offset, whence if whence in {io.SEEK_SET, io.SEEK_CUR, io.SEEK_END} else io.SEEK_SET)
        except (OSError, ValueError):
            return _FAILED

    return ffi.SEEK_CALLBACK(seek)
