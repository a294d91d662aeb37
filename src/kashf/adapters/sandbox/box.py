"""The processes of one box: starting them, asking them, and ending all of them."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import select
import signal
import socket
import stat
import subprocess
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import IO

from kashf.adapters.sandbox.inside import control
from kashf.errors import SandboxError

#: Loading all parsers and OCR models from a cold disk on a slow laptop.
_START_SECONDS = 120.0
#: A zygote does nothing but wait, so one that does not answer in this time is broken.
OBEY_SECONDS = 2.0
#: How long what was killed may take to be gone: long for a busy machine, short for a disk that never answers.
_GONE_SECONDS = 60.0
_COMPLAINT_BYTES = 4096

# The kernel ends a box when the thread that started it ends, so one thread that lives as long as kashf starts all of them.
_starter = ThreadPoolExecutor(1, thread_name_prefix="kashf-box")


@dataclass(frozen=True, slots=True)
class Blueprint:
    """How to start boxes of one kind.

    Args:
        grade: "bubblewrap", "landlock" or "none".
        command: Makes the command line, given the numbers of the filter's, the info's and the socket's descriptor.
        environment: Of the first process.
        box_filter: Filter of system calls for all in the box, put on by bubblewrap; empty where there is none.
        child_filter: The filter children put on.
        landlock: What Landlock leaves readable; None to do without.
        users: Users of the machine to become, in turn; empty to stay.
        handler: Module that preloads and handles.
        counts_processes: Whether the kernel counts the processes of each user namespace, or user, apart.
        scratch: Folder in the box for temporary files, emptied after each child; empty for none.
        runs_programs: Whether children may start programs, which their filter then allows too.
        explain: Puts the complaints of the first process in words for a person.
    """

    grade: str
    command: Callable[[int, int, int], list[str]]
    environment: Mapping[str, str]
    box_filter: bytes
    child_filter: bytes
    landlock: tuple[str, ...] | None
    users: Sequence[int]
    handler: str
    counts_processes: bool
    scratch: str
    runs_programs: bool
    explain: Callable[[str], str]

    def must_copy(self, file: os.stat_result) -> bool:
        """Return whether children get a sealed copy of a file in memory instead of the file.

        Engines open the descriptor they get once more, by /proc/self/fd. One of another user may then not read what only its owner may;
        one of the same user could open the original for writing, were it not for Landlock.
        """
        return self.landlock is None or (bool(self.users) and not file.st_mode & stat.S_IROTH)

    def setup(self, number: int) -> dict[str, object]:
        """Return the first message to box number `number` of this process."""
        return {
            "handler": self.handler,
            "uid": self.users[(os.getpid() + number) % len(self.users)] if self.users else None,
            "seccomp": base64.b64encode(self.child_filter).decode(),
            "landlock": list(self.landlock) if self.landlock is not None else None,
            "counts_processes": self.counts_processes,
            "scratch": self.scratch,
            "runs_programs": self.runs_programs,
        }


class BoxGoneError(Exception):
    """The box does not answer; it must be ended and replaced."""


class RunningBox:
    """A running box.

    Args:
        process: Its first process, a child of this one.
        pidfd: Refers to the zygote itself, which may be a grandchild.
        channel: Socket to the zygote.
    """

    def __init__(self, process: subprocess.Popen[bytes], pidfd: int, channel: socket.socket) -> None:
        self._process = process
        self._pidfd = pidfd
        self._channel = channel

    @property
    def channel(self) -> socket.socket:
        """The socket to the zygote."""
        return self._channel

    def ask(self, message: Mapping[str, object], descriptors: Sequence[int] = ()) -> None:
        """Send a message.

        Raises:
            BoxGoneError: Nobody is there.
        """
        try:
            control.send(self._channel, message, descriptors)
        except OSError as error:
            raise BoxGoneError("the box is gone") from error

    def hear(self, seconds: float) -> dict[str, object]:
        """Return the zygote's next message.

        Raises:
            BoxGoneError: None came in time, or none that makes sense.
        """
        poll = select.poll()
        poll.register(self._channel, select.POLLIN)
        if not poll.poll(seconds * 1000):
            raise BoxGoneError("the box does not answer")
        # Messages of a zygote are short and sent whole; should one stop in the middle, this ends the wait.
        self._channel.settimeout(OBEY_SECONDS)
        try:
            received = control.receive(self._channel)
        except (OSError, control.ControlError) as error:
            raise BoxGoneError("the box spoke nonsense") from error
        finally:
            self._channel.settimeout(None)
        if received is None:
            raise BoxGoneError("the box is gone")
        return received[0]

    def end(self, *, seconds: float = OBEY_SECONDS) -> None:
        """End all processes of the box, gently for `seconds`, then by force; return when they are gone.

        Only what the kernel itself cannot end, as while a disk does not answer, is left dying.
        """
        self._channel.close()
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
            try:
                self._process.wait(OBEY_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        # The first process may be gone before the box is: the kernel lets process 1 of a box go only when all others in it are.
        gone = select.poll()
        gone.register(self._pidfd, select.POLLIN)
        gone.poll(_GONE_SECONDS * 1000)
        os.close(self._pidfd)


def start(blueprint: Blueprint, number: int) -> RunningBox:
    """Return a new box with its handler loaded.

    Args:
        blueprint: What kind.
        number: Counts the boxes of this process, from 0.

    Raises:
        SandboxError: It could not be made; the message says why.
    """
    with _memory_file("complaints") as complaints:
        box = _starter.submit(_launch, blueprint, complaints).result()
        try:
            box.ask(blueprint.setup(number))
            answer = box.hear(_START_SECONDS)
        except BoxGoneError:
            box.end()
            complaint = os.pread(complaints.fileno(), _COMPLAINT_BYTES, 0).decode("utf-8", "replace")
            raise SandboxError(blueprint.explain(complaint)) from None
        except BaseException:
            box.end(seconds=0)
            raise
    if answer.get("ready") is not True:
        box.end()
        raise SandboxError(f"what opens files in the box cannot be loaded: {answer.get('error')}")
    return box


def _launch(blueprint: Blueprint, complaints: IO[bytes]) -> RunningBox:
    ours, theirs = socket.socketpair()
    info, info_end = os.pipe()
    with theirs, os.fdopen(info, "rb") as info_file, _memory_file("filter") as box_filter:
        box_filter.write(blueprint.box_filter)
        box_filter.seek(0)
        numbers = (box_filter.fileno(), info_end, theirs.fileno())
        try:
            process = subprocess.Popen(
                blueprint.command(*numbers),
                env=dict(blueprint.environment),
                # Without bubblewrap nobody would read the filter and the info, so the zygote would hold them for good.
                pass_fds=numbers if blueprint.box_filter else numbers[2:],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                cwd="/",
                start_new_session=True,
            )
        except OSError as error:
            ours.close()
            raise SandboxError(f"a box cannot be started: {error.strerror or error}") from error
        finally:
            os.close(info_end)
        zygote = _zygote(info_file) or process.pid
    # Until it is waited for, the first process keeps its number; the zygote below it may already be gone.
    try:
        pidfd = os.pidfd_open(zygote)
    except ProcessLookupError:
        pidfd = os.pidfd_open(process.pid)
    return RunningBox(process, pidfd, ours)


def _zygote(info_file: IO[bytes]) -> int | None:
    """Return the process number of what runs in the box, as bubblewrap tells it; None when nobody tells."""
    told = b""
    while b"}" not in told and (piece := os.read(info_file.fileno(), 4096)):
        told += piece
    return int(json.loads(told)["child-pid"]) if told.strip() else None


def _memory_file(name: str) -> IO[bytes]:
    return os.fdopen(os.memfd_create(name), "w+b", buffering=0)
