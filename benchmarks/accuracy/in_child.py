"""Reading a file in a forked child with a time limit, as in the product but without the sandbox."""

from __future__ import annotations

import base64
import os
import pickle
import signal
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kashf.intake.paths import member_name

SECONDS = 60


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one child came to.

    Args:
        answer: What the function returned; "" when it raised, None when its process hung or crashed.
        cpu_seconds: Of the child.
    """

    answer: Any
    cpu_seconds: float


class Members:
    """Takes members of a container as kashf sends them, into files of a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: list[Path] = []
        self.names: list[str] = []

    def member(self, head: dict[str, object], chunks: Iterable[bytes] | None) -> None:
        """Write one member."""
        self.names.append(member_name(base64.b64decode(str(head["name"]))))
        if chunks is None:
            return
        path = self.folder / str(len(self.files))
        with path.open("wb") as file:
            for chunk in chunks:
                file.write(chunk)
        self.files.append(path)


def answer_of(path: Path) -> Any:
    """Return the worker's answer for one file, without its members."""
    from kashf.sandboxed import worker

    file = os.open(path, os.O_RDONLY)
    try:
        with tempfile.TemporaryDirectory() as folder:
            return worker.handle({"kind": "read", "params": {"names": [path.name]}}, [file], Members(Path(folder)))
    finally:
        os.close(file)


def in_child(read: Callable[[Path], Any], path: Path) -> Outcome:
    """Return what `read` makes of a file, in a process of its own that can neither hang nor crash this one."""
    outgoing, incoming = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(SECONDS)
        _quiet()
        try:
            answer = read(path)
        except Exception:  # noqa: BLE001 - whatever an engine raises counts as no answer
            answer = ""
        with os.fdopen(incoming, "wb") as file:
            pickle.dump(answer, file)
        os._exit(0)
    os.close(incoming)
    with os.fdopen(outgoing, "rb") as file:
        content = file.read()
    _, _, used = os.wait4(child, 0)
    answer = pickle.loads(content) if content else None  # noqa: S301 - written by our own child
    return Outcome(answer, used.ru_utime + used.ru_stime)


def _quiet() -> None:
    """Send what engines write about bad files to nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
