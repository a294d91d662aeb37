"""`kashf serve` from start to end: one address, one visit, one machine."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

pytestmark = pytest.mark.sandbox


def test_the_printed_address_works_once_on_this_machine_alone_and_control_c_ends_it(case: Path) -> None:
    command = [sys.executable, "-m", "kashf", "serve", str(case), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        name, port = re.findall(r"http://(\w+\.localhost):(\d+)/", address)[0]
        by_number, called = address.replace(name, "127.0.0.1"), {"Host": f"{name}:{port}"}
        first, second = (httpx.get(by_number, headers=called, follow_redirects=False) for _ in range(2))
        foreign = httpx.get(f"http://127.0.0.1:{port}/", headers={"Host": "evil.example"})
        with socket.create_connection(("127.0.0.1", int(port))) as connection:
            connection.sendall(b"GARBAGE\r\n\r\n")
            garbage = connection.recv(100)
        server.send_signal(signal.SIGINT)
        _, talk = server.communicate(timeout=30)

    assert re.fullmatch(r"http://[0-9a-f]{20}\.localhost:\d+/enter/[\w-]{43}", address)
    assert (303, 403, 421) == (first.status_code, second.status_code, foreign.status_code)
    assert b"400" in garbage
    assert "server" not in first.headers
    assert "works once" in talk
    assert "Traceback" not in talk


def test_a_taken_port_is_said_in_words(case: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        command = [sys.executable, "-m", "kashf", "serve", str(case), "--no-browser", "--port", str(taken.getsockname()[1])]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)

    assert 2 == done.returncode
    assert "is taken" in done.stderr


def test_there_is_no_case_to_serve(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kashf", "serve", str(tmp_path), "--no-browser"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)

    assert 2 == done.returncode
    assert "kashf init" in done.stderr
