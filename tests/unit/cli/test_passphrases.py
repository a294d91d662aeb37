from __future__ import annotations

import io
import os
import pty
import sys
from pathlib import Path

import pytest

from kashf.cli.passphrases import read_passphrase
from kashf.errors import BadPathError, NotAllowedError, UsageError

PHRASE = "قارب يعبر ثلاث قناطر"


def _file(folder: Path, content: bytes, mode: int = 0o600) -> Path:
    path = folder / "phrase"
    path.write_bytes(content)
    path.chmod(mode)
    return path


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_the_line_of_a_private_file_is_the_passphrase(tmp_path: Path, end: bytes) -> None:
    assert read_passphrase(_file(tmp_path, PHRASE.encode() + end), what="the case", is_new=True) == PHRASE


def test_two_ways_to_write_a_letter_are_one_passphrase(tmp_path: Path) -> None:
    assert read_passphrase(_file(tmp_path, "cafe\u0301".encode()), what="the case") == "caf\u00e9"


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620])
def test_a_file_that_others_may_open_is_refused(tmp_path: Path, mode: int) -> None:
    with pytest.raises(NotAllowedError):
        read_passphrase(_file(tmp_path, PHRASE.encode(), mode), what="the case")


@pytest.mark.parametrize("content", [b"", b"\n", b"one\ntwo\n", b"one\rtwo", b"\xff\xfe", b"a\0b", b"x" * 4_097])
def test_what_is_no_line_of_text_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UsageError):
        read_passphrase(_file(tmp_path, content), what="the case")


def test_a_link_a_pipe_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    _file(tmp_path, PHRASE.encode())
    (tmp_path / "link").symlink_to(tmp_path / "phrase")
    os.mkfifo(tmp_path / "pipe", 0o600)

    for name in ("link", "pipe", "missing"):
        with pytest.raises(BadPathError):
            read_passphrase(tmp_path / name, what="the case")


def test_a_new_passphrase_that_is_short_is_refused_and_an_old_one_is_not(tmp_path: Path) -> None:
    path = _file(tmp_path, b"eleven-char")

    assert read_passphrase(path, what="the case") == "eleven-char"
    with pytest.raises(UsageError):
        read_passphrase(path, what="the case", is_new=True)


def test_standard_input_gives_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{PHRASE}\n".encode())))

    assert read_passphrase(Path("-"), what="the case") == PHRASE


def test_a_terminal_is_asked_twice_for_a_new_one_and_shows_nothing_of_it() -> None:
    shown, code = _on_terminal([PHRASE, PHRASE])

    assert (code, shown.count("new passphrase of the case: "), shown.count("once more: ")) == (0, 1, 1)
    assert PHRASE not in shown


def test_two_that_differ_are_refused() -> None:
    shown, code = _on_terminal([PHRASE, PHRASE[:-1] + "x"])

    assert code == 2
    assert PHRASE not in shown


def test_without_a_terminal_none_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object, *_: object) -> int:
        raise OSError(path)

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"typed where it would be seen\n")))

    with pytest.raises(UsageError):
        read_passphrase(None, what="the case")


def _on_terminal(lines: list[str]) -> tuple[str, int]:
    """Return what a terminal shows to somebody who types some lines, each when asked, and how it ends: 0, or 2 when refused."""
    child, terminal = pty.fork()
    if child == 0:  # pragma: no cover - another process
        try:
            read_passphrase(None, what="the case", is_new=True)
        except UsageError:
            os._exit(2)
        os._exit(0)
    shown = b""
    for line in lines:
        while not shown.endswith(b": "):
            shown += os.read(terminal, 1_000)
        os.write(terminal, f"{line}\n".encode())
        shown += b" "
    try:
        while more := os.read(terminal, 1_000):
            shown += more
    except OSError:
        pass  # the other end is closed
    return shown.decode(), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
