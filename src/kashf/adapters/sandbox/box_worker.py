"""One box in use: hands a task to it, listens within the limits, and judges how it ended."""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from types import TracebackType
from typing import Self

from kashf.adapters.sandbox.box import OBEY_SECONDS, Blueprint, BoxGoneError, RunningBox, start
from kashf.adapters.sandbox.child_answers import parse_json
from kashf.adapters.sandbox.inside import child
from kashf.adapters.sandbox.inside.frames import FrameReader
from kashf.adapters.sandbox.listening import ListenEnd, Listener
from kashf.adapters.sandbox.sources import SourceError, opened
from kashf.domain.document import Reason
from kashf.errors import SandboxError
from kashf.ports.runtime import MemberWriter, Outcome, Task

#: Room in the pipe, so that a child can write ahead while members go to disk. Source: default of /proc/sys/fs/pipe-max-size.
_PIPE_BYTES = 1 << 20


class BoxWorker:
    """A worker whose children live in a box.

    Args:
        blueprint: The kind of box.
        number: Counts the workers of this process, from 0.

    Raises:
        SandboxError: The box cannot be made.
    """

    def __init__(self, blueprint: Blueprint, *, number: int) -> None:
        self._blueprint = blueprint
        self._number = number
        self._is_closed = False
        self._box: RunningBox | None = start(blueprint, number)

    def run(self, task: Task, *, members: MemberWriter | None = None) -> Outcome:
        """Return what a fresh child said about the files of the task.

        Args:
            task: What to do; its limits hold from this moment on.
            members: Where members go as they come; None to let them pass by.

        Raises:
            SandboxError: The box cannot be made, or the worker was closed.
            Exception: What `members` raises, such as OSError when the disk is full.
        """
        started = time.monotonic()
        if self._is_closed:
            raise SandboxError("this worker was closed")
        try:
            with opened(task.sources, must_copy=self._blueprint.must_copy, payloads=task.payloads) as files:
                course = self._converse(task, files, members)
        except SourceError as error:
            return Outcome(None, Reason.UNREADABLE, str(error), time.monotonic() - started)
        except BaseException:
            # Interrupted, or the writer of members failed: the child must not go on, and what it says next belongs to nobody.
            self._drop_box(seconds=0)
            raise
        return _judge(course, time.monotonic() - started)

    def close(self) -> None:
        """End the box and everything in it; closing twice is the same as closing once."""
        self._is_closed = True
        self._drop_box(seconds=OBEY_SECONDS)

    def __enter__(self) -> Self:
        """Return the worker."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close it."""
        self.close()

    def _converse(self, task: Task, files: Sequence[int], members: MemberWriter | None) -> _Course:
        answer, answer_end = os.pipe()
        with contextlib.ExitStack() as stack:
            stack.callback(os.close, answer)
            os.set_blocking(answer, False)
            with contextlib.suppress(OSError):
                fcntl.fcntl(answer, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
            try:
                box = self._ask(task, [answer_end, *files])
            finally:
                # Only the child may hold this end, so that its death is heard.
                os.close(answer_end)
            reader = FrameReader(answer, deadline=time.monotonic() + task.limits.seconds, now=time.monotonic)
            listener = Listener(reader, limits=task.limits, members=members)
            verdict, detail = listener.listen()
            return _Course(verdict, detail, listener.untrusted_payload, self._end_child(box))

    def _ask(self, task: Task, descriptors: Sequence[int]) -> RunningBox:
        """Hand the task to the box, or to a new one when the old one died while nobody was looking; return the box that has it."""
        message = {"say": "run", "task": {"kind": task.kind, "params": task.params, "limits": asdict(task.limits)}}
        if self._box is not None:
            try:
                self._box.ask(message, descriptors)
            except BoxGoneError:
                self._drop_box(seconds=0)
            else:
                return self._box
        self._box = start(self._blueprint, self._number)
        try:
            self._box.ask(message, descriptors)
        except BoxGoneError as error:
            raise SandboxError("a new box died at once") from error
        return self._box

    def _end_child(self, box: RunningBox) -> _End:
        """Have the zygote end the child, should it still live; return how it ended. A box that does not obey is ended whole."""
        try:
            box.ask({"say": "end"})
            told = box.hear(OBEY_SECONDS)
        except BoxGoneError:
            self._drop_box(seconds=0)
            return _End("gone", 0)
        return _End(str(told.get("how")), number if isinstance(number := told.get("number"), int) else 0)

    def _drop_box(self, *, seconds: float) -> None:
        box, self._box = self._box, None
        if box is not None:
            box.end(seconds=seconds)


@dataclass(frozen=True, slots=True)
class _End:
    """How a child ended: "exit" or "signal" with its number, "memory", "none" with the error when it never began, "gone" with its box."""

    how: str
    number: int


@dataclass(frozen=True, slots=True)
class _Course:
    """All that is known of one task: how listening ended, the bytes of the answer, how the child did."""

    verdict: ListenEnd
    detail: str
    untrusted_payload: bytes
    end: _End


_REASONS = {
    ListenEnd.TIMEOUT: Reason.TIMEOUT,
    ListenEnd.TOO_LARGE: Reason.TOO_LARGE,
    ListenEnd.BROKEN: Reason.CRASHED,
    ListenEnd.FAULT: Reason.CRASHED,
}


def _judge(course: _Course, seconds: float) -> Outcome:
    if course.verdict is ListenEnd.ANSWERED:
        try:
            return Outcome(parse_json(course.untrusted_payload), seconds=seconds)
        except ValueError:
            return Outcome(None, Reason.CRASHED, "the reader's answer is no JSON that can be read", seconds)
    if course.verdict in _REASONS:
        return Outcome(None, _REASONS[course.verdict], f"the reader {course.detail}", seconds)
    return Outcome(None, *_silence(course.end), seconds)


def _silence(end: _End) -> tuple[Reason, str]:
    """Return why a child ended without an answer."""
    match end:
        case _End("memory") | _End("exit", number=child.OUT_OF_MEMORY_EXIT):
            return Reason.MEMORY, "the reader took more memory than it may"
        case _End("signal", number=signal.SIGXCPU):
            return Reason.TIMEOUT, "the reader took more processor time than it may"
        case _End("signal", number=number):
            return Reason.CRASHED, f"the reader was ended by signal {number}"
        case _End("none", number=number):
            return Reason.CRASHED, f"no reader could be started: {os.strerror(number)}"
        case _End("gone"):
            return Reason.CRASHED, "the reader took its box down"
        case _:
            return Reason.CRASHED, "the reader ended without an answer"
