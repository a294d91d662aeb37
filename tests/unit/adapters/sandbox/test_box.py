from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
from typing import cast

import pytest

from kashf.adapters.sandbox.box import RunningBox


class Steps:
    """Stands for the first process of a box that ends only when killed, and for the kernel; writes down what it is asked, in order."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.taken: list[str] = []
        monkeypatch.setattr(signal, "pidfd_send_signal", lambda _pidfd, _number: self.taken.append("kill the zygote"))
        monkeypatch.setattr(select, "poll", lambda: self)
        close = os.close
        monkeypatch.setattr(os, "close", lambda number: (self.taken.append("forget the zygote"), close(number)))

    def wait(self, seconds: float | None = None) -> None:
        self.taken.append("wait for the first process")
        if seconds is not None:
            raise subprocess.TimeoutExpired("bwrap", seconds)

    def kill(self) -> None:
        self.taken.append("kill the first process")

    def register(self, _number: int, _events: int) -> None:
        self.taken.append("watch the zygote")

    def poll(self, milliseconds: float) -> None:
        self.taken.append("wait for the zygote")


def test_a_box_whose_first_process_is_gone_before_it_is_waited_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = socket.socketpair()
    pidfd = os.pidfd_open(os.getpid())
    steps = Steps(monkeypatch)

    with theirs:
        RunningBox(cast("subprocess.Popen[bytes]", steps), pidfd, ours).end()

    assert ["kill the first process", "wait for the first process", "watch the zygote", "wait for the zygote", "forget the zygote"] == (
        steps.taken[-5:]
    )
