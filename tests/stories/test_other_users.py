"""Another user of the machine, and a page of another port, try to come in: fifty ways, and none leads anywhere.

What another user can see is what stands in /proc and the modes of files; what he can do is connect. He is played by this process, which
looks at no more than that and connects as anybody could.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.stories.command import environment, kashf

#: Stands for a browser that takes its time: tells what it was started with to whoever waits for that, and waits until the test has looked.
BROWSER = """#!/bin/sh
echo "$1" > "{folder}/given"
sleep 600
"""
SECRET = "withdrawal of the northern column"


@dataclass(frozen=True)
class Served:
    """A server, and what its person alone sees: the printed address, and the page, as it was before anybody came in."""

    name: str
    port: int
    token: str
    page: Path
    written: str
    modes: frozenset[int]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("other-users")
    home, leak, programs, runtime = (folder / name for name in ("home", "leak", "programs", "runtime"))
    for each in (leak, programs, runtime):
        each.mkdir(mode=0o700)
    (leak / "order.txt").write_text(f"An order: {SECRET}.")
    (programs / "xdg-open").write_text(BROWSER.format(folder=folder))
    (programs / "xdg-open").chmod(0o755)
    os.mkfifo(folder / "given")
    kashf("init", folder / "one.case", home=home)
    kashf("add", folder / "one.case", leak, "--from", "courier", home=home)
    around = {**environment(home), "PATH": f"{programs}:{os.environ['PATH']}", "XDG_RUNTIME_DIR": str(runtime)}
    command = [sys.executable, "-m", "kashf", "serve", str(folder / "one.case")]
    with subprocess.Popen(command, env=around, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True) as server:
        assert server.stdout is not None
        address = urlsplit(server.stdout.readline().strip())
        given = (folder / "given").read_text().strip()
        token = address.path.removeprefix("/enter/")
        page = Path(unquote(urlsplit(given).path))
        modes = frozenset(stat.S_IMODE(each.stat().st_mode) for each in page.parent.iterdir())
        yield Served(str(address.hostname), int(address.port or 0), token, page, page.read_text(), modes)
        os.killpg(server.pid, signal.SIGTERM)


def asked(served: Served, request: bytes, *, newer: bool = False) -> bytes:
    """Send bytes to the server, and return all that it answers."""
    with socket.create_connection(("::1" if newer else "127.0.0.1", served.port), timeout=60) as connection:
        connection.sendall(request)
        answer = b""
        while piece := connection.recv(1 << 16):
            answer += piece
    return answer


def request(served: Served, target: str, *headers: str, method: str = "GET", host: str = "", body: str = "") -> bytes:
    lines = (f"{method} {target} HTTP/1.1", f"Host: {host or f'{served.name}:{served.port}'}", "Connection: close", *headers)
    length = (f"Content-Length: {len(body)}",) if body else ()
    return ("\r\n".join((*lines, *length)) + "\r\n\r\n" + body).encode("latin-1")


def test_what_every_user_can_see_of_the_browser_and_the_server_has_no_address_in_it(served: Served) -> None:
    secrets = (served.token.encode(), served.name.encode())
    seen, telling = 0, []
    for process in Path("/proc").iterdir():
        if not process.name.isdigit() or process.name == str(os.getpid()):
            continue
        for what in ("cmdline", "environ"):
            try:
                words = (process / what).read_bytes()
            except OSError:
                continue
            seen += served.page.as_uri().encode() in words
            telling += [f"{what} of {process.name}" for secret in secrets if secret in words]

    assert seen >= 1, "the browser was started with the name of the page"
    assert [] == telling


def test_what_is_written_is_its_users_alone(served: Served) -> None:
    assert {0o600} == served.modes
    assert 0o700 == stat.S_IMODE(served.page.parent.stat().st_mode)
    assert served.token in served.written


def tries(served: Served) -> list[bytes]:
    """Return ways to come in without the address."""
    ours, number, cookie = f"{served.name}:{served.port}", f"127.0.0.1:{served.port}", f"Cookie: kashf_{served.port}="
    pages = ("/", "/documents?format=json", "/search?q=withdrawal", "/review", "/receipts", "/map")
    paths = (
        *(
            "//documents",
            "/./documents",
            "/static/../documents",
            "/static/%2e%2e/documents",
            "/static//../documents",
            "/favicon.ico/../documents",
        ),
        *(
            "/enter/",
            "/enter//",
            "/enter/..%2fdocuments",
            "/enter/%00",
            "/~",
            "/~AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            f"http://{ours}/documents",
        ),
    )
    token = served.token
    wrong = (token[:-1], token + "A", token.swapcase(), token[::-1], "A" * len(token), "", "%E2%80%AE" + token)
    hosts = (
        *(f"localhost:{served.port}", f"[::1]:{served.port}", served.name, f"{served.name}.:{served.port}", f"evil.example:{served.port}"),
        *(f"x.{ours}", f"{served.name}:{served.port + 1}", f"{ours}.evil.example", f"127.0.0.2:{served.port}", ""),
    )
    entrance = f"/enter/{token}"
    return [
        *(request(served, page) for page in pages),
        *(request(served, page, host=number) for page in pages),
        *(request(served, path) for path in paths),
        *(request(served, f"/enter/{each}") for each in wrong),
        *(request(served, entrance, host=host or " ") for host in hosts),
        *(request(served, entrance, method=method) for method in ("HEAD", "POST", "PUT", "OPTIONS", "TRACE")),
        *(request(served, "/documents", cookie + each) for each in ("", "x", token, served.name, "null", '""')),
        request(served, "/documents", "X-Forwarded-Host: " + ours, "X-Forwarded-For: 127.0.0.1", host="evil.example"),
        request(served, "/documents", "Host: evil.example"),
        request(served, "/at-work", "Origin: null", "Sec-Fetch-Site: same-origin", method="POST", body="name=thief"),
        request(served, "/at-work", f"Origin: http://{ours}", method="POST", body="name=thief&token="),
        request(served, "/documents", "Transfer-Encoding: chunked", method="POST", body=f"0\r\n\r\nGET {entrance} HTTP/1.1\r\n\r\n"),
    ]


def test_of_more_than_fifty_tries_none_comes_in_and_the_person_still_does(served: Served) -> None:
    ways = tries(served)
    answers = [asked(served, way) for way in ways]
    came_in = [
        way for way, answer in zip(ways, answers, strict=True) if re.search(rb"(?i)set-cookie: kashf_\d|^HTTP/1.1 (?:200|303)", answer)
    ]
    told = [way for way, answer in zip(ways, answers, strict=True) if b"order.txt" in answer or SECRET.encode() in answer]
    entered = asked(served, request(served, f"/enter/{served.token}"))

    assert len(ways) > 50
    assert [] == came_in
    assert [] == told
    assert entered.startswith(b"HTTP/1.1 303")
    assert not served.page.exists(), "the page has served its purpose"


def test_a_cookie_of_a_server_that_has_ended_opens_nothing_of_the_next(served: Served, tmp_path: Path) -> None:
    one, other = (tmp_path / name for name in ("one.case", "home"))
    kashf("init", one, home=other)
    command = [sys.executable, "-m", "kashf", "serve", str(one), "--no-browser"]
    cookies = []
    for _ in range(2):
        with subprocess.Popen(command, env=environment(other), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
            assert server.stdout is not None
            address = urlsplit(server.stdout.readline().strip())
            there = Served(str(address.hostname), int(address.port or 0), "", Path(), "", frozenset())
            stale = [asked(there, request(there, "/", f"Cookie: kashf_{there.port}={each}")) for each in cookies]
            cookies += re.findall(rb"(?i)set-cookie: kashf_\d+=([^;]+)", asked(there, request(there, address.path)))
            cookies = [each if isinstance(each, str) else each.decode() for each in cookies]
            server.send_signal(signal.SIGINT)

    assert 2 == len(set(cookies))
    assert [b"HTTP/1.1 403"] == [each[:12] for each in stale]
