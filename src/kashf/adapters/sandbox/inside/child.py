"""What a forked child does: give up what it does not need, open one file, say what it found, die."""

from __future__ import annotations

import json
import os
import resource
import signal
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kashf.adapters.sandbox.inside import frames, kernel

#: How a child says that Python ran out of memory; any other end is told by the kernel.
OUT_OF_MEMORY_EXIT = 77

#: All temporary files of a child. Of 321 office files 33 read worse without any; none of them needed a tenth of this.
SCRATCH_BYTES = 256 << 20

#: What a child may have at once. The largest engine runs some 15 threads and 30 files.
_MAX_DESCRIPTORS = 256
_MAX_PROCESSES = 64


class Emit(Protocol):
    """How a handler hands over the members of a container, or the pixels of a picture, while it works."""

    def member(self, head: Mapping[str, object], chunks: Iterable[bytes] | None) -> None:
        """Send a head and, unless `chunks` is None, the bytes.

        Raises:
            Exception: What `chunks` raises; the other side then forgets the member.
        """
        ...


class Handler(Protocol):
    """The module that runs in the box."""

    def preload(self) -> None:
        """Load what every child needs; runs once, before any file is seen."""
        ...

    def handle(self, task: dict[str, object], files: Sequence[int], emit: Emit) -> object:
        """Return the answer, which JSON must be able to hold."""
        ...


@dataclass(frozen=True, slots=True)
class Confinement:
    """What holds a child beside the box.

    Args:
        seccomp: The filter of system calls; empty for none.
        readable: Folders that Landlock leaves readable; None to do without Landlock.
        data_bytes: Private memory the zygote has already, which a child starts with.
        counts_processes: Whether the kernel counts processes for this box alone.
        scratch: Folder for temporary files of engines; empty for none.
        zygote: Process that forks.
        runs_programs: Whether what can be read can be run too.
    """

    seccomp: bytes
    readable: tuple[str, ...] | None
    data_bytes: int
    counts_processes: bool
    scratch: str
    zygote: int
    runs_programs: bool = False


class PipeEmit:
    """Sends members as frames.

    Args:
        descriptor: Write end of the answer pipe.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def member(self, head: Mapping[str, object], chunks: Iterable[bytes] | None) -> None:
        """Send a head and, unless `chunks` is None, the bytes in pieces of at most 1 MiB."""
        frames.write_frame(self._descriptor, frames.HEAD, _encoded(head))
        most = frames.MAX_PAYLOAD_BYTES[frames.CHUNK]
        try:
            for chunk in chunks or ():
                view = memoryview(chunk).cast("B")
                for start in range(0, len(view), most):
                    frames.write_frame(self._descriptor, frames.CHUNK, view[start : start + most])
        except BaseException:
            frames.write_frame(self._descriptor, frames.ABORT)
            raise
        frames.write_frame(self._descriptor, frames.END)


def run_child(handler: Handler, task: dict[str, object], files: Sequence[int], *, answer: int, confinement: Confinement) -> None:
    """Confine this process, run the handler on the files and write its answer; end without ever returning.

    Args:
        handler: Already loaded.
        task: {"kind", "params", "limits"} as the parent sent it.
        files: Open, read-only.
        answer: Write end of the answer pipe.
        confinement: What to put on before the first byte of a file is read.
    """
    status = 1
    try:
        _confine(confinement, task, files)
        result = handler.handle(task, files, PipeEmit(answer))
        frames.write_frame(answer, frames.ANSWER, _encoded(result))
        status = 0
    except MemoryError:
        status = OUT_OF_MEMORY_EXIT
    except BaseException as error:  # noqa: BLE001 - whatever a hostile file made of the parsers ends here, with this child
        frames.write_frame(answer, frames.FAULT, type(error).__name__[:100].encode("ascii", "replace"))
    finally:
        os._exit(status)


def _confine(confinement: Confinement, task: dict[str, object], files: Sequence[int]) -> None:
    kernel.die_with_parent(signal.SIGKILL)
    if os.getppid() != confinement.zygote:  # it died before the line above could take effect
        os._exit(1)
    limits = task["limits"]
    if not isinstance(limits, dict):
        raise TypeError("limits")
    memory = int(limits["memory_bytes"])
    # Engines reserve more than they touch; the watcher in the zygote counts what is touched, so this only stops the worst.
    _limit(resource.RLIMIT_DATA, confinement.data_bytes + 2 * memory)
    # Threads may burn several seconds in one; the parent's clock decides, so this only matters should the parent be stopped.
    _limit(resource.RLIMIT_CPU, 2 * int(limits["seconds"]) + 2)
    _limit(resource.RLIMIT_NOFILE, _MAX_DESCRIPTORS)
    _limit(resource.RLIMIT_FSIZE, SCRATCH_BYTES if confinement.scratch else 0)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_MEMLOCK, 0)
    if confinement.counts_processes:
        _limit(resource.RLIMIT_NPROC, _MAX_PROCESSES)
    if confinement.readable is not None:
        kernel.landlock(
            readable=(*confinement.readable, f"/proc/{os.getpid()}", *files),
            # The library below tesseract writes to /dev/null, and dies if it cannot.
            writable=("/dev/null", *((confinement.scratch,) if confinement.scratch else ())),
            may_run=confinement.runs_programs,
        )
    if confinement.seccomp:
        kernel.install_filter(confinement.seccomp)


def _limit(kind: int, value: int) -> None:
    hard = resource.getrlimit(kind)[1]
    most = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (most, most))


def _encoded(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
