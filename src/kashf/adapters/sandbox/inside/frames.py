"""What a child says, on one pipe: a letter, a 4-byte length, the payload. Nothing else is ever read from a child.

H  head of a member or picture, JSON         C  a piece of its bytes
E  the member is complete                    X  it never will be
A  the answer, JSON, ends the conversation   F  the handler failed: the name of the exception
"""

from __future__ import annotations

import os
import select
import struct
from collections.abc import Callable, Mapping
from types import MappingProxyType

HEAD, CHUNK, END, ABORT, ANSWER, FAULT = b"H", b"C", b"E", b"X", b"A", b"F"

#: Most bytes of one frame of each kind; a child that announces more is ended before a byte of it is read.
MAX_PAYLOAD_BYTES: Mapping[bytes, int] = MappingProxyType({HEAD: 64 << 10, CHUNK: 1 << 20, END: 0, ABORT: 0, ANSWER: 256 << 20, FAULT: 128})

_HEADER = struct.Struct("!cI")
_PIECE_BYTES = 1 << 20


class FrameError(Exception):
    """A child broke the form of frames."""


class FrameTooLargeError(FrameError):
    """A child announced more than is ever read."""


class FrameTimeoutError(FrameError):
    """A child was not done in time."""


def write_frame(descriptor: int, kind: bytes, payload: bytes | memoryview = b"") -> None:
    """Write one frame whole.

    Raises:
        OSError: Nobody reads any more.
    """
    view = memoryview(_HEADER.pack(kind, len(payload)) + payload) if len(payload) < 1 << 16 else None
    if view is not None:
        _write_all(descriptor, view)
        return
    _write_all(descriptor, memoryview(_HEADER.pack(kind, len(payload))))
    _write_all(descriptor, memoryview(payload))


def _write_all(descriptor: int, view: memoryview) -> None:
    while view:
        view = view[os.write(descriptor, view) :]


class FrameReader:
    """Reads frames from a pipe whose other end is hostile, until a deadline.

    Args:
        descriptor: Read end of the pipe, non-blocking.
        deadline: On the scale of `now`, in seconds.
        now: A monotonic clock.
    """

    def __init__(self, descriptor: int, *, deadline: float, now: Callable[[], float]) -> None:
        self._descriptor = descriptor
        self._deadline = deadline
        self._now = now
        self._buffer = bytearray()
        self._poll = select.poll()
        self._poll.register(descriptor, select.POLLIN)

    def next(self) -> tuple[bytes, bytes] | None:
        """Return kind and payload of the next frame, or None when the child has closed the pipe between frames.

        Raises:
            FrameError: Unknown kind, or the pipe closed within a frame.
            FrameTooLargeError: More bytes announced than the kind allows.
            FrameTimeoutError: The deadline passed.
        """
        if not self._fill(_HEADER.size):
            if self._buffer:
                raise FrameError("stopped within a frame")
            return None
        kind, length = _HEADER.unpack_from(self._buffer)
        most = MAX_PAYLOAD_BYTES.get(kind)
        if most is None:
            raise FrameError("sent a frame of unknown kind")
        if length > most:
            raise FrameTooLargeError(f"announced a frame of {length} bytes")
        if not self._fill(_HEADER.size + length):
            raise FrameError("stopped within a frame")
        payload = bytes(memoryview(self._buffer)[_HEADER.size : _HEADER.size + length])
        del self._buffer[: _HEADER.size + length]
        return kind, payload

    def _fill(self, size: int) -> bool:
        """Read until `size` bytes are there; return whether they are. The announced length alone never takes memory."""
        while len(self._buffer) < size:
            left = self._deadline - self._now()
            if left <= 0 or not self._poll.poll(left * 1000):
                raise FrameTimeoutError("was not done in time")
            piece = os.read(self._descriptor, _PIECE_BYTES)
            if not piece:
                return False
            self._buffer += piece
        return True
