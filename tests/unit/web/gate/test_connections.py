"""Slow connections, too many, and those of another user: what is armed, what is put off and what is closed, counted and not timed."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import h11
import pytest
from uvicorn.server import ServerState

from kashf.web.gate import connections
from kashf.web.gate.connections import BODY_SECONDS, HEAD_SECONDS, MOST_CONNECTIONS, PatientProtocol, is_of_this_user, within_limits

HEAD = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
FORM = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n"


@dataclass
class Timer:
    seconds: float
    then: Callable[[], None]
    is_cancelled: bool = False

    def cancel(self) -> None:
        self.is_cancelled = True


class NoTask:
    def add_done_callback(self, _: object) -> None:
        """Nothing is ever done."""


@dataclass
class Loop:
    """A loop in which no time goes by, and nobody answers."""

    timers: list[Timer] = field(default_factory=list)

    def call_later(self, seconds: float, then: Callable[[], None]) -> Timer:
        self.timers.append(Timer(seconds, then))
        return self.timers[-1]

    def create_task(self, work: Coroutine[Any, Any, None], **_: object) -> NoTask:
        work.close()
        return NoTask()

    @property
    def running(self) -> list[float]:
        return [each.seconds for each in self.timers if not each.is_cancelled]


@dataclass
class Wire:
    """The other side of a connection, which only listens."""

    is_aborted: bool = False
    said: bytes = b""

    def get_extra_info(self, _: str) -> None:
        return None

    def abort(self) -> None:
        self.is_aborted = True

    def close(self) -> None:
        self.is_aborted = True

    def is_closing(self) -> bool:
        return self.is_aborted

    def write(self, data: bytes) -> None:
        self.said += data

    def pause_reading(self) -> None:
        """Nobody sends more than is asked for."""


async def nothing(_scope: object, _receive: object, _send: object) -> None:
    """Answer nothing."""


@pytest.fixture
def loop() -> Loop:
    return Loop()


@pytest.fixture
def state() -> ServerState:
    return ServerState()


def connected(loop: Loop, state: ServerState) -> tuple[PatientProtocol, Wire]:
    protocol, wire = PatientProtocol(within_limits(nothing), state, {}, loop), Wire()  # type: ignore[arg-type]  # all of a loop it needs
    protocol.connection_made(wire)  # type: ignore[arg-type]  # all of a transport it needs
    return protocol, wire


def test_a_head_that_comes_byte_by_byte_has_no_more_time_than_one_that_comes_at_once(loop: Loop, state: ServerState) -> None:
    protocol, wire = connected(loop, state)
    for byte in HEAD[:-1]:
        protocol.data_received(bytes([byte]))
    armed = [HEAD_SECONDS] == loop.running == [each.seconds for each in loop.timers]
    loop.timers[0].then()

    assert armed
    assert wire.is_aborted
    assert b"" == wire.said


def test_whoever_says_nothing_is_not_waited_for_either(loop: Loop, state: ServerState) -> None:
    _, wire = connected(loop, state)

    loop.timers[0].then()

    assert wire.is_aborted


def test_a_question_that_was_asked_is_answered_however_long_that_takes(loop: Loop, state: ServerState) -> None:
    protocol, _ = connected(loop, state)

    protocol.data_received(HEAD)

    assert h11.DONE is protocol.conn.their_state
    assert [] == loop.running


def test_a_form_that_is_promised_and_does_not_come_has_its_own_time(loop: Loop, state: ServerState) -> None:
    protocol, wire = connected(loop, state)
    protocol.data_received(FORM)
    for byte in b"name":
        protocol.data_received(bytes([byte]))
    owed = loop.running
    protocol.data_received(b"s")

    assert ([BODY_SECONDS], []) == (owed, loop.running)
    assert not wire.is_aborted


def test_a_connection_that_ends_leaves_no_timer(loop: Loop, state: ServerState) -> None:
    protocol, _ = connected(loop, state)

    protocol.connection_lost(None)

    assert [] == loop.running
    assert set() == state.connections


def test_more_connections_than_a_browser_opens_are_not_begun(loop: Loop, state: ServerState) -> None:
    wires = [connected(loop, state)[1] for _ in range(MOST_CONNECTIONS + 3)]

    assert [False] * MOST_CONNECTIONS + [True] * 3 == [wire.is_aborted for wire in wires]


def test_half_a_request_that_is_wrong_gets_a_short_answer_that_names_no_server(loop: Loop, state: ServerState) -> None:
    protocol, wire = connected(loop, state)

    protocol.data_received(b"GARBAGE\r\n\r\n")

    assert wire.said.startswith(b"HTTP/1.1 400 ")
    assert b"server:" not in wire.said.lower()
    assert wire.is_aborted


def test_a_connection_of_another_user_is_not_begun(loop: Loop, state: ServerState, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "is_of_this_user", lambda *_: False)

    assert connected(loop, state)[1].is_aborted


def table(folder: Path, *rows: tuple[str, str, int]) -> tuple[Path, ...]:
    """Write a table as Linux does: near and far end of each connection, and its user."""
    lines = [f"   {n}: {near} {far} 01 00000000:00000000 00:00000000 00000000 {user:5} 0 1 1 0" for n, (near, far, user) in enumerate(rows)]
    path = folder / "tcp"
    path.write_text("  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n" + "\n".join(lines) + "\n")
    return (path, folder / "none")


NEAR, FAR = ("127.0.0.1", 8080), ("127.0.0.1", 50000)
US, THEM = "0100007F:1F90", "0100007F:C350"
MAPPED = "0000000000000000FFFF0000"


@pytest.mark.skipif(sys.byteorder != "little", reason="the table is written in the byte order of the machine")
@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([(US, THEM, 1000), (THEM, US, os.getuid())], True),
        ([(US, THEM, 1000), (THEM, US, 0)], True),
        ([(US, THEM, 1000), (THEM, US, 54321)], False),
        ([(MAPPED + US, MAPPED + THEM, 1000), (MAPPED + THEM, MAPPED + US, 54321)], False),
        ([(US, THEM, 1000)], False),
        ([(US, THEM, 1000), (THEM, "0100007F:1F91", 54321), (THEM, US, os.getuid())], True),
        ([], True),
    ],
)
def test_the_table_says_whose_the_other_end_is(tmp_path: Path, rows: list[tuple[str, str, int]], expected: bool) -> None:
    assert expected is is_of_this_user(NEAR, FAR, tables=table(tmp_path, *rows))


def test_where_there_is_no_table_nobody_is_turned_away(tmp_path: Path) -> None:
    assert is_of_this_user(NEAR, FAR, tables=(tmp_path / "none",))
    assert is_of_this_user(None, None)


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_connection_of_our_own_is_known_as_such(family: socket.AddressFamily) -> None:
    address = "127.0.0.1" if family is socket.AF_INET else "::1"
    with socket.socket(family) as listening, socket.socket(family) as calling:
        try:
            listening.bind((address, 0))
        except OSError:
            pytest.skip("this machine has no ::1")
        listening.listen()
        calling.connect(listening.getsockname())
        ours, far = listening.accept()
        with ours:
            assert is_of_this_user(ours.getsockname(), far)


@pytest.mark.skipif(os.getuid() != 0 or sys.platform != "linux", reason="only root can become another user")
def test_another_user_is_known_whatever_he_does_with_his_end() -> None:
    program = """
import os, socket, sys
os.setuid(54321)
calling = socket.socket()
calling.connect((b"127.0.0.1", int(sys.argv[1])))
calling.sendall(b"x")
if sys.argv[2] == "half": calling.shutdown(socket.SHUT_WR)
sys.stdin.read()
"""
    for way in ("whole", "half"):
        with socket.socket() as listening:
            listening.settimeout(60)
            listening.bind(("127.0.0.1", 0))
            listening.listen()
            words = [sys.executable, "-c", program, str(listening.getsockname()[1]), way]
            with subprocess.Popen(words, stdin=subprocess.PIPE) as other:
                ours, far = listening.accept()
                ours.recv(1)
                if way == "half":
                    ours.recv(1)
                known = is_of_this_user(ours.getsockname(), far)
                ours.close()
                other.communicate()
        assert not known
