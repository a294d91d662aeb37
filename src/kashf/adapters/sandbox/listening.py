"""Listens to one child: passes members on as they come, within the limits, and keeps the answer for later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import BinaryIO

from kashf.adapters.sandbox.child_answers import parse_json
from kashf.adapters.sandbox.inside import frames
from kashf.ports.engines import Limits
from kashf.ports.runtime import MemberWriter


class ListenEnd(Enum):
    """How listening ended."""

    ANSWERED = auto()
    FAULT = auto()
    CLOSED = auto()
    BROKEN = auto()
    TOO_LARGE = auto()
    TIMEOUT = auto()


class Listener:
    """The conversation with one child.

    Args:
        reader: Its frames.
        limits: Of the task.
        members: Where members go; None to let them pass by.
    """

    def __init__(self, reader: frames.FrameReader, *, limits: Limits, members: MemberWriter | None) -> None:
        self._reader = reader
        self._members = members
        self._limits = limits
        self._unpacked_bytes = 0
        self._count = 0
        self._is_open = False
        self._sink: BinaryIO | None = None
        self.untrusted_payload = b""

    def listen(self) -> tuple[ListenEnd, str]:
        """Return how it ended and, for a person, why; the answer's bytes are then in `untrusted_payload`.

        Raises:
            Exception: What the writer of members raises, such as OSError for a full disk; the open member is aborted first.
        """
        try:
            verdict = self._until_end()
        except frames.FrameTimeoutError as error:
            verdict = ListenEnd.TIMEOUT, str(error)
        except frames.FrameTooLargeError as error:
            verdict = ListenEnd.TOO_LARGE, str(error)
        except frames.FrameError as error:
            verdict = ListenEnd.BROKEN, str(error)
        finally:
            self._abort()
        return verdict

    def _until_end(self) -> tuple[ListenEnd, str]:
        deeds: Mapping[bytes, Callable[[bytes], None]] = {
            frames.HEAD: self._head,
            frames.CHUNK: self._chunk,
            frames.END: self._end,
            frames.ABORT: self._give_up,
        }
        while (frame := self._reader.next()) is not None:
            kind, payload = frame
            if kind in deeds:
                deeds[kind](payload)
                continue
            if self._is_open:
                raise frames.FrameError("answered within a member")
            self.untrusted_payload = payload
            return (ListenEnd.ANSWERED, "") if kind == frames.ANSWER else (ListenEnd.FAULT, _fault(payload))
        return ListenEnd.CLOSED, "ended without an answer"

    def _head(self, untrusted_payload: bytes) -> None:
        if self._is_open:
            raise frames.FrameError("began a member within a member")
        self._count += 1
        if self._count > self._limits.members:
            raise frames.FrameTooLargeError(f"sent more than {self._limits.members} members")
        try:
            untrusted_head = parse_json(untrusted_payload)
        except ValueError as error:
            raise frames.FrameError("sent a head that is no JSON") from error
        if not isinstance(untrusted_head, dict):
            raise frames.FrameError("sent a head that is no object")
        self._is_open = True
        self._sink = self._members.begin(untrusted_head) if self._members else None

    def _chunk(self, untrusted_payload: bytes) -> None:
        if not self._is_open:
            raise frames.FrameError("sent bytes outside a member")
        self._unpacked_bytes += len(untrusted_payload)
        if self._unpacked_bytes > self._limits.unpacked_bytes:
            raise frames.FrameTooLargeError(f"sent more than {self._limits.unpacked_bytes} bytes of members")
        if self._sink is not None:
            self._sink.write(untrusted_payload)

    def _end(self, _: bytes) -> None:
        if not self._is_open:
            raise frames.FrameError("ended a member that never began")
        self._is_open = False
        if self._members:
            self._members.end()

    def _give_up(self, _: bytes) -> None:
        if not self._is_open:
            raise frames.FrameError("gave up a member that never began")
        self._abort()

    def _abort(self) -> None:
        if self._is_open and self._members:
            self._members.abort()
        self._is_open = False


def _fault(untrusted_payload: bytes) -> str:
    name = untrusted_payload.decode("ascii", "replace")
    return f"failed with {name}" if name.isidentifier() else "failed"
