from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import pytest

from kashf.adapters.sandbox.inside import frames
from kashf.adapters.sandbox.listening import ListenEnd, Listener
from kashf.ports.engines import Limits


class Script:
    """A reader that gives these frames, then none."""

    def __init__(self, *said: tuple[bytes, bytes]) -> None:
        self._said: Iterator[tuple[bytes, bytes]] = iter(said)

    def next(self) -> tuple[bytes, bytes] | None:
        return next(self._said, None)


class Members:
    """Notes what happens, in order."""

    def __init__(self) -> None:
        self.seen: list[object] = []
        self._sink = io.BytesIO()

    def begin(self, head: Mapping[str, object]) -> BinaryIO:
        self.seen.append(dict(head))
        self._sink = io.BytesIO()
        return self._sink

    def end(self) -> None:
        self.seen.append(self._sink.getvalue())

    def abort(self) -> None:
        self.seen.append("aborted")


HEAD, END = (frames.HEAD, b'{"ordinal":0}'), (frames.END, b"")


def _listen(*said: tuple[bytes, bytes], limits: Limits = Limits()) -> tuple[Listener, ListenEnd, Members]:  # noqa: B008 - a frozen value
    members = Members()
    listener = Listener(Script(*said), limits=limits, members=members)  # type: ignore[arg-type]  # stands in for the reader
    return listener, listener.listen()[0], members


def test_an_answer_ends_the_conversation_and_is_kept_for_later() -> None:
    listener, verdict, members = _listen((frames.ANSWER, b"{}"), HEAD)

    assert (ListenEnd.ANSWERED, b"{}", []) == (verdict, listener.untrusted_payload, members.seen)


def test_members_are_passed_on_in_pieces_before_the_answer() -> None:
    _, verdict, members = _listen(HEAD, (frames.CHUNK, b"ab"), (frames.CHUNK, b"c"), END, HEAD, END, (frames.ANSWER, b"{}"))

    assert (ListenEnd.ANSWERED, [{"ordinal": 0}, b"abc", {"ordinal": 0}, b""]) == (verdict, members.seen)


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ([HEAD, (frames.CHUNK, b"ab")], ListenEnd.CLOSED),
        ([HEAD, HEAD], ListenEnd.BROKEN),
        ([HEAD, (frames.ANSWER, b"{}")], ListenEnd.BROKEN),
        ([HEAD, (frames.FAULT, b"ValueError")], ListenEnd.BROKEN),
    ],
)
def test_a_member_that_is_never_complete_is_aborted(said: list[tuple[bytes, bytes]], verdict: ListenEnd) -> None:
    _, found, members = _listen(*said)

    assert (verdict, "aborted") == (found, members.seen[-1])


@pytest.mark.parametrize("limits", [Limits(members=1), Limits(unpacked_bytes=3)])
def test_more_members_or_bytes_than_allowed_end_it_with_what_came_before_kept(limits: Limits) -> None:
    member = (HEAD, (frames.CHUNK, b"ab"), END)
    _, verdict, members = _listen(*member, *member, (frames.ANSWER, b"{}"), limits=limits)

    assert ListenEnd.TOO_LARGE == verdict
    assert [{"ordinal": 0}, b"ab"] == members.seen[:2]
    assert b"ab" not in members.seen[2:]
