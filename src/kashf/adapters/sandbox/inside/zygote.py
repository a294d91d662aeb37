"""The loop inside the box: loads the parsers, forks a child for each task, watches it, ends it.

Started as `python zygote.py FD`, where FD is a stream socket to the parent. It never reads what a child writes and never opens
a file it is passed. When the parent goes away, however it dies, the socket closes and everything here ends.
"""

from __future__ import annotations

import base64
import contextlib
import gc
import importlib
import itertools
import os
import resource
import select
import signal
import socket
import sys
import threading
from collections.abc import Mapping, Sequence
from typing import cast

from kashf.adapters.sandbox.inside import child, control, kernel

#: How often the memory of a child is looked at. In this time a child can touch some 200 MB more than it may.
_WATCH_MILLISECONDS = 50
#: A child that leaves more files than this has its box thrown away with them.
_MOST_LEFT_BEHIND = 10_000
_PAGE_BYTES = resource.getpagesize()


def main() -> None:
    """Serve the parent until it closes the socket."""
    channel = socket.socket(fileno=int(sys.argv[1]))
    first = control.receive(channel)
    if first is None:
        return
    setup = first[0]
    try:
        _settle(setup)
        handler = _handler(str(setup["handler"]))
        handler.preload()
        confinement = _confinement(setup)
        # What is loaded by now stays as it is, so that the collector in a child does not touch, and so copy, all of its pages.
        gc.collect()
        gc.freeze()
        kernel.join_pages()
    except BaseException as error:  # noqa: BLE001 - told to the parent in full: no file has been opened yet
        control.send(channel, {"ready": False, "error": f"{type(error).__name__}: {error}"})
        return
    control.send(channel, {"ready": True, **_facts()})
    _serve(channel, handler, confinement)


def _settle(setup: Mapping[str, object]) -> None:
    """Give up root where there is root to give up, and be sure that it is gone."""
    uid = setup["uid"]
    if isinstance(uid, int):
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
        _assert_powerless()
    # Changing the user clears this, so it comes after.
    kernel.die_with_parent(signal.SIGKILL)
    kernel.hide_memory()
    kernel.forbid_new_privileges()
    if os.getpid() != 1:
        kernel.adopt_orphans()
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:
        file.write("1000")
    null = os.open("/dev/null", os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    os.close(null)


def _assert_powerless() -> None:
    try:
        os.setresuid(0, 0, 0)
    except PermissionError:
        pass
    else:
        raise PermissionError("the box could become root again")
    with open("/proc/self/status") as file:
        powers = {line.split()[0]: line.split()[1] for line in file if line.startswith("Cap")}
    if any(int(powers[kind], 16) for kind in ("CapPrm:", "CapEff:", "CapAmb:")):
        raise PermissionError("the box kept capabilities")


def _handler(name: str) -> child.Handler:
    if not all(part.isidentifier() for part in name.split(".")):
        raise ValueError("the handler is no module name")
    return cast("child.Handler", importlib.import_module(name))


def _confinement(setup: Mapping[str, object]) -> child.Confinement:
    readable = setup["landlock"]
    return child.Confinement(
        seccomp=base64.b64decode(str(setup["seccomp"])),
        readable=tuple(str(path) for path in readable) if isinstance(readable, list) and kernel.landlock_version() else None,
        data_bytes=_memory(os.getpid())[1],
        counts_processes=bool(setup["counts_processes"]),
        scratch=str(setup["scratch"]),
        runs_programs=bool(setup["runs_programs"]),
        zygote=os.getpid(),
    )


def _facts() -> dict[str, object]:
    return {
        "uid": os.getuid(),
        "pid": os.getpid(),
        "threads": len(list(os.scandir("/proc/self/task"))),
        "python_threads": threading.active_count(),
    }


def _serve(channel: socket.socket, handler: child.Handler, confinement: child.Confinement) -> None:
    base = _memory(os.getpid())[0]
    # Code that lies in the folder of temporary files outside is bound there inside too.
    bound = frozenset(entry.name for entry in os.scandir(confinement.scratch)) if confinement.scratch else frozenset()
    while True:
        received = control.receive(channel, max_descriptors=control.MAX_DESCRIPTORS)
        if received is None:
            return
        message, descriptors = received
        if message["say"] != "run":  # "end" for a child that has ended by itself meanwhile
            continue
        task = cast("dict[str, object]", message["task"])
        answer, *files = descriptors
        try:
            pid = os.fork()
        except OSError as error:
            _close(descriptors)
            control.send(channel, {"how": "none", "number": error.errno})
            continue
        if pid == 0:
            channel.close()
            child.run_child(handler, task, files, answer=answer, confinement=confinement)
        _close(descriptors)
        most = base + int(cast("dict[str, int]", task["limits"])["memory_bytes"])
        ended = _watch(channel, pid, most_bytes=most, with_others=confinement.runs_programs)
        is_clean = _empty(confinement.scratch, but=bound)
        control.send(channel, ended)
        if not is_clean:
            return


def _watch(channel: socket.socket, pid: int, *, most_bytes: int, with_others: bool) -> dict[str, object]:
    """Return how the child ended, having ended it when the parent says so, is gone, or the child holds too much memory.

    Args:
        channel: To the parent.
        pid: The child.
        most_bytes: Of resident memory.
        with_others: Whether that is of all the child has started too, which then have this process as their process 1.
    """
    pidfd = os.pidfd_open(pid)
    poll = select.poll()
    poll.register(pidfd, select.POLLIN)
    poll.register(channel, select.POLLIN)
    too_much = False
    try:
        while True:
            events = dict(poll.poll(_WATCH_MILLISECONDS))
            if pidfd in events:
                break
            if channel.fileno() in events:
                control.receive(channel)
                break
            if (_memory_of_others() if with_others else _memory(pid)[0]) > most_bytes:
                too_much = True
                break
    finally:
        os.close(pidfd)
    status = _end(pid)
    if too_much:
        return {"how": "memory", "number": 0}
    number = os.waitstatus_to_exitcode(status)
    return {"how": "signal" if number < 0 else "exit", "number": abs(number)}


def _end(pid: int) -> int:
    """End the child and all it left behind, wait for each, and return the child's wait status."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    status = os.waitpid(pid, 0)[1]
    # Children cannot fork, by their filter. Should one have found a way, process 1 of a box can name all that lives in it.
    if os.getpid() == 1:
        with contextlib.suppress(ProcessLookupError):
            os.kill(-1, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG if os.getpid() != 1 else 0)[0]:
            pass
    return status


def _empty(scratch: str, *, but: frozenset[str]) -> bool:
    """Remove what a child left behind, lest the next one read it; return False when that would take too long."""
    if not scratch:
        return True
    # Children can make no folders, by their filter.
    with os.scandir(scratch) as entries:
        left = list(itertools.islice((entry.path for entry in entries if entry.name not in but), _MOST_LEFT_BEHIND))
    for path in left:
        os.unlink(path)
    return len(left) < _MOST_LEFT_BEHIND


def _memory_of_others() -> int:
    """Return the resident memory of every process in this box but this one; what they share counts for each, so it is never too little."""
    with os.scandir("/proc") as entries:
        others = [int(entry.name) for entry in entries if entry.name.isdecimal()]
    return sum(_memory(pid)[0] for pid in others if pid != os.getpid())


def _memory(pid: int) -> tuple[int, int]:
    """Return resident and private writable memory of a process, in bytes; zeros when it has just died."""
    try:
        with open(f"/proc/{pid}/statm", "rb") as file:
            fields = file.read().split()
    except OSError:
        return 0, 0
    return int(fields[1]) * _PAGE_BYTES, int(fields[5]) * _PAGE_BYTES


def _close(descriptors: Sequence[int]) -> None:
    for descriptor in descriptors:
        os.close(descriptor)


if __name__ == "__main__":
    main()
