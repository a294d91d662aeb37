"""Enter in the terminal of the server, and nowhere else, asks for another address."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.cli.serving.enter_key import when_enter_is_pressed


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The keyboard's end of a terminal that is stdin."""
    keyboard, screen = os.openpty()
    with os.fdopen(screen) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        yield keyboard
        os.close(keyboard)


def test_each_press_of_enter_is_heard_and_other_keys_are_not(terminal: int) -> None:
    pressed = threading.Semaphore(0)
    when_enter_is_pressed(pressed.release)

    os.write(terminal, b"x\n")
    assert pressed.acquire(timeout=60)
    os.write(terminal, b"\n")
    assert pressed.acquire(timeout=60)
    assert not pressed.acquire(blocking=False)


def test_what_comes_from_a_file_is_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lines").write_text("\n\n")
    before = threading.active_count()
    with (tmp_path / "lines").open() as lines:
        monkeypatch.setattr(sys, "stdin", lines)
        when_enter_is_pressed(lambda: pytest.fail("nobody pressed a key"))

    assert before == threading.active_count()
