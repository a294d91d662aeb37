"""Messages between parent and zygote: a 4-byte length, JSON, and descriptors beside it (SCM_RIGHTS).

Both ends are ours, yet each checks lengths: a zygote is one kernel bug away from the files its children open.
"""

from __future__ import annotations

import array
import json
import os
import socket
import struct
from collections.abc import Mapping, Sequence

#: Most bytes of one message: 64 file names and the filter of system calls stay far below.
MAX_MESSAGE_BYTES = 4 << 20
#: Most descriptors beside one message. Source: SCM_MAX_FD, linux/include/net/scm.h.
MAX_DESCRIPTORS = 253
_LENGTH = struct.Struct("!I")


class ControlError(Exception):
    """The other end broke the form of messages, or is gone in the middle of one."""


def send(channel: socket.socket, message: Mapping[str, object], descriptors: Sequence[int] = ()) -> None:
    """Send one message with open descriptors beside it.

    Raises:
        OSError: The other end is gone.
        ControlError: More descriptors than one message can carry.
    """
    if len(descriptors) > MAX_DESCRIPTORS:
        raise ControlError(f"{len(descriptors)} descriptors in one message")
    payload = json.dumps(message).encode()
    data = _LENGTH.pack(len(payload)) + payload
    beside = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors))] if descriptors else []
    sent = channel.sendmsg([data], beside, socket.MSG_NOSIGNAL)
    if sent < len(data):
        channel.sendall(data[sent:], socket.MSG_NOSIGNAL)


def receive(channel: socket.socket, *, max_descriptors: int = 0) -> tuple[dict[str, object], list[int]] | None:
    """Return the next message and the descriptors beside it, or None when the other end has closed.

    Args:
        channel: Blocking stream socket.
        max_descriptors: How many are welcome; a message with more is refused.

    Raises:
        ControlError: A malformed message.
    """
    space = socket.CMSG_SPACE(max_descriptors * 4) if max_descriptors else 0
    header, beside, flags, _ = channel.recvmsg(_LENGTH.size, space, socket.MSG_WAITALL | socket.MSG_CMSG_CLOEXEC)
    descriptors = _descriptors(beside)
    try:
        # Descriptors that were not welcome are dropped by the kernel, which then says that something was cut.
        return (_payload(channel, header, is_cut=bool(flags & socket.MSG_CTRUNC)), descriptors) if header else None
    except BaseException:
        for descriptor in descriptors:
            os.close(descriptor)
        raise


def _descriptors(beside: Sequence[tuple[int, int, bytes]]) -> list[int]:
    found = array.array("i")
    for level, kind, data in beside:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            found.frombytes(data[: len(data) - len(data) % found.itemsize])
    return list(found)


def _payload(channel: socket.socket, header: bytes, *, is_cut: bool) -> dict[str, object]:
    if len(header) < _LENGTH.size or is_cut:
        raise ControlError("a message was cut short")
    (length,) = _LENGTH.unpack(header)
    if length > MAX_MESSAGE_BYTES:
        raise ControlError(f"a message of {length} bytes")
    data = channel.recv(length, socket.MSG_WAITALL)
    if len(data) < length:
        raise ControlError("a message was cut short")
    try:
        message = json.loads(data)
    except ValueError as error:
        raise ControlError("a message is no JSON") from error
    if not isinstance(message, dict):
        raise ControlError("a message is no object")
    return message
