"""A handler that does what a parser does once a hostile file has taken it over; it runs in the sandbox only."""

from __future__ import annotations

import ctypes
import hashlib
import os
import resource
import signal
import stat
import struct
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from kashf.adapters.sandbox.inside import frames
from kashf.adapters.sandbox.inside.child import Emit


def preload() -> None:
    """Nothing is needed."""


def handle(task: dict[str, Any], files: Sequence[int], emit: Emit) -> object:
    """Do the deed the task names."""
    deed: Callable[[dict[str, Any], Sequence[int], Emit], object] = getattr(sys.modules[__name__], task["kind"])
    return deed(task["params"], files, emit)


def digests(_params: dict[str, Any], files: Sequence[int], _emit: Emit) -> object:
    """Read each file twice, by its descriptor and by opening it once more."""
    return [
        [
            hashlib.sha256(os.pread(file, os.fstat(file).st_size, 0)).hexdigest(),
            hashlib.sha256(Path(f"/proc/self/fd/{file}").read_bytes()).hexdigest(),
        ]
        for file in files
    ]


def echo(params: dict[str, Any], _files: Sequence[int], _emit: Emit) -> object:
    """Say what was said."""
    return params


def whoami(_params: dict[str, Any], _files: Sequence[int], _emit: Emit) -> object:
    """Tell which process and user this is."""
    return {"pid": os.getpid(), "uid": os.getuid(), "environment": dict(os.environ)}


def held_by(_params: dict[str, Any], _files: Sequence[int], _emit: Emit) -> object:
    """Tell the limits of this process, and the powers that it has or could be given."""
    names = [name for name in dir(resource) if name.startswith("RLIMIT_")]
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines())
    return {
        "limits": {name: resource.getrlimit(getattr(resource, name)) for name in names},
        "powers": {name: int(bits, 16) for name, bits in status.items() if name.startswith(("Cap", "NoNewPrivs"))},
    }


def members(params: dict[str, Any], _files: Sequence[int], emit: Emit) -> object:
    """Send members of the sizes asked for; a negative size is one that cannot be had."""
    for ordinal, size in enumerate(params["sizes"]):
        emit.member({"ordinal": ordinal}, None if size < 0 else iter([b"m" * size]))
    return {"members": len(params["sizes"])}


def half_a_member(_params: dict[str, Any], _files: Sequence[int], emit: Emit) -> object:
    """Fail in the middle of a member, and carry on."""

    def chunks() -> Iterator[bytes]:
        yield b"first half"
        raise ValueError("damaged")

    try:
        emit.member({"ordinal": 0}, chunks())
    except ValueError:
        emit.member({"ordinal": 1}, [b"whole"])
    return {}


def endless_members(_params: dict[str, Any], _files: Sequence[int], emit: Emit) -> object:
    """Find ever more members."""
    while True:
        emit.member({}, None)


def endless_bytes(_params: dict[str, Any], _files: Sequence[int], emit: Emit) -> object:
    """Unpack a bomb."""

    def chunks() -> Iterator[bytes]:
        while True:
            yield bytes(1 << 20)

    emit.member({}, chunks())
    return {}


def crash(_params: dict[str, Any], _files: Sequence[int], _emit: Emit) -> object:
    """Follow a null pointer."""
    return ctypes.string_at(0)


def loop(_params: dict[str, Any], _files: Sequence[int], _emit: Emit) -> object:
    """Never end."""
    while True:
        pass


def sleep(_params: dict[str, Any], _files: Sequence[int], _emit: Emit) -> object:
    """Wait, and ignore whoever asks to end."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT):
        signal.signal(number, signal.SIG_IGN)
    time.sleep(3600)
    return {}


def hog(_params: dict[str, Any], _files: Sequence[int], _emit: Emit) -> object:
    """Fill the memory."""
    held = [bytearray(b"x" * (16 << 20)) for _ in range(256)]
    return len(held)


def reserve(_params: dict[str, Any], _files: Sequence[int], _emit: Emit) -> object:
    """Ask for more memory at once than there is."""
    return len(bytearray(1 << 40))


def quit_quietly(_params: dict[str, Any], _files: Sequence[int], _emit: Emit) -> object:
    """End as if all were well, without a word."""
    os._exit(0)


def fail(_params: dict[str, Any], _files: Sequence[int], _emit: Emit) -> object:
    """Raise what carries words of a document."""
    raise KeyError("words of a secret document")


def flood(_params: dict[str, Any], _files: Sequence[int], _emit: Emit) -> object:
    """Write to both outputs without end, or what would be one."""
    for _ in range(256):
        os.write(1, bytes(1 << 20))
        os.write(2, bytes(1 << 20))
    return {"ok": True}


def daemon(_params: dict[str, Any], _files: Sequence[int], _emit: Emit) -> object:
    """Leave a process behind."""
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(3600)
        os._exit(0)
    return {}


def kill_zygote(_params: dict[str, Any], _files: Sequence[int], _emit: Emit) -> object:
    """Try to end the process it was forked from."""
    os.kill(os.getppid(), signal.SIGKILL)
    return {}


def raw(params: dict[str, Any], _files: Sequence[int], _emit: Emit) -> object:
    """Write bytes of its own making to the answer pipe, then end."""
    made = {
        "unknown kind": b"Z" + struct.pack("!I", 0),
        "torn header": b"A\0\0",
        "torn payload": b"A" + struct.pack("!I", 100) + b"{}",
        "huge length": b"A" + struct.pack("!I", 0xFFFFFFFF),
        "huge chunk": b"H" + struct.pack("!I", 2) + b"{}" + b"C" + struct.pack("!I", 2 << 20),
        "huge head": b"H" + struct.pack("!I", 1 << 20),
        "head is no object": b"H" + struct.pack("!I", 2) + b"[]",
        "head is no JSON": b"H" + struct.pack("!I", 2) + b"{]",
        "member in member": (b"H" + struct.pack("!I", 2) + b"{}") * 2,
        "bytes outside": b"C" + struct.pack("!I", 2) + b"xx",
        "end outside": b"E" + struct.pack("!I", 0),
        "giving up outside": b"X" + struct.pack("!I", 0),
        "answer in member": b"H" + struct.pack("!I", 2) + b"{}A" + struct.pack("!I", 2) + b"{}",
        "no JSON": b"A" + struct.pack("!I", 2) + b"{]",
        "no number": b"A" + struct.pack("!I", 3) + b"NaN",
        "too deep": b"A" + struct.pack("!I", 1 << 20) + b"[" * (1 << 20),
        "too many": b"A" + struct.pack("!I", 27_000_001) + b"[" + b"[]," * 8_999_999 + b"[]]",
        "a strange name": b"F" + struct.pack("!I", 9) + b"\x1b]0;pwned",
    }
    view = memoryview(made[params["bytes"]])
    while view:
        view = view[os.write(_answer_pipe(), view) :]
    os._exit(0)


def answer_twice(_params: dict[str, Any], _files: Sequence[int], _emit: Emit) -> object:
    """Answer, and go on talking."""
    frames.write_frame(_answer_pipe(), frames.ANSWER, b'{"first": true}')
    while True:
        frames.write_frame(_answer_pipe(), frames.ANSWER, b'{"first": false}')


def _answer_pipe() -> int:
    return next(number for number in range(3, 64) if _is_pipe(number))


def _is_pipe(number: int) -> bool:
    try:
        return stat.S_ISFIFO(os.fstat(number).st_mode)
    except OSError:
        return False
