from __future__ import annotations

import os
import socket
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.adapters.sandbox.inside import control


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    left, right = socket.socketpair()
    with left, right:
        yield left, right


def test_a_message_arrives_with_its_descriptors_in_their_order(ends: tuple[socket.socket, socket.socket], tmp_path: Path) -> None:
    files = [tmp_path / str(number) for number in range(65)]
    for file in files:
        file.write_text(file.name)
    sent = [os.open(file, os.O_RDONLY) for file in files]
    control.send(ends[0], {"say": "رسالة"}, sent)
    received = control.receive(ends[1], max_descriptors=control.MAX_DESCRIPTORS)
    assert received is not None
    message, descriptors = received
    contents = [os.read(descriptor, 10).decode() for descriptor in descriptors]
    inheritable = [os.get_inheritable(descriptor) for descriptor in descriptors]
    for descriptor in (*sent, *descriptors):
        os.close(descriptor)

    assert {"say": "رسالة"} == message
    assert [file.name for file in files] == contents
    assert not any(inheritable)


def test_descriptors_nobody_asked_for_are_refused(ends: tuple[socket.socket, socket.socket]) -> None:
    control.send(ends[0], {}, [0])
    before = len(list(Path("/proc/self/fd").iterdir()))

    with pytest.raises(control.ControlError, match="cut short"):
        control.receive(ends[1])
    assert before == len(list(Path("/proc/self/fd").iterdir()))


def test_more_descriptors_than_a_message_carries_are_refused_before_sending(ends: tuple[socket.socket, socket.socket]) -> None:
    with pytest.raises(control.ControlError, match="254"):
        control.send(ends[0], {}, [0] * 254)


def test_the_end_of_the_other_is_no_message(ends: tuple[socket.socket, socket.socket]) -> None:
    ends[0].close()

    assert control.receive(ends[1]) is None


@pytest.mark.parametrize(
    "made",
    [b"\0\0", struct.pack("!I", 10) + b"{}", struct.pack("!I", 0xFFFFFFFF), struct.pack("!I", 2) + b"{]", struct.pack("!I", 2) + b"[]"],
)
def test_a_message_that_breaks_the_form_is_refused(ends: tuple[socket.socket, socket.socket], made: bytes) -> None:
    ends[0].sendall(made)
    ends[0].close()

    with pytest.raises(control.ControlError):
        control.receive(ends[1])
