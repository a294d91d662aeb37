"""Runs a program that a user brought, as docs/reference/models.md tells: lines of JSON in, lines of JSON out. The handler of its box.

The box has the program's own files, Python and the libraries of the system, all of them read-only; no network, no case, no home, no folder
for temporary files. What the program says is bounded here, before the other side checks it.
"""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import IO, Any

#: Most bytes of all answers together: 50 times a page for each of 400 lines.
_MOST_OUTPUT = 64 << 20
#: How much of its complaints is kept, from the end.
_COMPLAINT_BYTES = 2_000
_PIECE_BYTES = 1 << 16


def preload() -> None:
    """Load nothing: what a program needs it loads itself."""


def handle(task: Mapping[str, Any], files: Sequence[int], emit: object) -> dict[str, object]:  # noqa: ARG001 - the box fixes the arguments
    """Return {"lines": [...]} as the program answered, or {"ended": code, "complaint": ...}, {"too-much": true} or {"no-json": true}.

    Args:
        task: {"kind": "run", "params": {"command", "folder"}, "limits"}; from our own side.
        files: A recording, if any, and what the program reads from its standard input.
        emit: Not used.
    """
    command, folder = task["params"]["command"], task["params"]["folder"]
    *recordings, asked = files
    process = subprocess.Popen(
        _words(command, folder),
        stdin=asked,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env=_environment(folder, recordings),
        pass_fds=recordings,
    )
    output, complaint = _listen(process)
    if output is None:
        process.kill()
        return {"too-much": True}
    if code := process.wait():
        return {"ended": code, "complaint": complaint.decode("utf-8", "replace")}
    try:
        return {"lines": [json.loads(line, parse_constant=_refuse) for line in output.decode("utf-8").splitlines() if line.strip()]}
    except (ValueError, RecursionError):
        return {"no-json": True}


def _words(command: Sequence[str], folder: str) -> list[str]:
    first, *others = command
    # Not isolated: the folder of the script comes first where modules are looked for, so that a runner can bring its own.
    return [sys.executable, "-B", "-s", *others] if first == "python" else [f"{folder}/{first}", *others]


def _environment(folder: str, recordings: Sequence[int]) -> dict[str, str]:
    told = {"KASHF_RECORDING": f"/proc/self/fd/{recordings[0]}"} if recordings else {}
    return {**os.environ, **told, "PYTHONPATH": os.pathsep.join((folder, *sys.path)), "PYTHONUNBUFFERED": "1"}


def _listen(process: subprocess.Popen[bytes]) -> tuple[bytes | None, bytes]:
    """Return all it wrote and the end of its complaints; None when it wrote more than is ever read."""
    output, complaint = bytearray(), b""
    with selectors.DefaultSelector() as selector:
        for stream in (process.stdout, process.stderr):
            selector.register(_there(stream), selectors.EVENT_READ)
        while selector.get_map():
            for key, _ in selector.select():
                piece = os.read(key.fd, _PIECE_BYTES)
                if not piece:
                    selector.unregister(key.fileobj)
                elif key.fileobj is process.stdout:
                    output += piece
                else:
                    complaint = (complaint + piece)[-_COMPLAINT_BYTES:]
                if len(output) > _MOST_OUTPUT:
                    return None, complaint
    return bytes(output), complaint


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is no JSON")


def _there(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise ValueError("no pipe")
    return stream
