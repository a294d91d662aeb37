"""The server has both loopbacks, so that nobody else can stand where a browser looks first."""

from __future__ import annotations

import socket

import pytest

from kashf.cli.serving.loopback import listening
from kashf.errors import UsageError


def has_newer_loopback() -> bool:
    with socket.socket(socket.AF_INET6) as trying:
        try:
            trying.bind(("::1", 0))
        except OSError:
            return False
    return True


def steals(family: socket.AddressFamily, address: str, port: int) -> bool:
    with socket.socket(family) as thief:
        thief.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            thief.bind((address, port))
            thief.listen()
        except OSError:
            return False
    return True


def test_nobody_else_can_listen_on_its_port_by_any_loopback_or_for_all() -> None:
    ways = [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET, "0.0.0.0")]
    ways += [(socket.AF_INET6, "::1"), (socket.AF_INET6, "::")] if has_newer_loopback() else []
    with listening(0) as sockets:
        port = sockets[0].getsockname()[1]
        stolen = [way for way in ways if steals(*way, port)]

    assert [] == stolen
    assert steals(socket.AF_INET, "127.0.0.1", port)


@pytest.mark.skipif(not has_newer_loopback(), reason="this machine has no ::1")
def test_a_port_whose_newer_loopback_is_taken_is_not_used() -> None:
    with socket.socket(socket.AF_INET6) as taken:
        taken.bind(("::1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port} is taken"), listening(port):
            pass
        with listening(0) as sockets:
            assert port != sockets[0].getsockname()[1]
