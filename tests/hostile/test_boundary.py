"""Tries the box from inside. The attempts run in a room of their own, as an ordinary user, and only ever inside a box."""

from __future__ import annotations

import json
import os
import subprocess

import pytest

from kashf.adapters.sandbox.inside import probes
from tests.hostile.outer import run_as_ordinary_user, run_as_root

pytestmark = pytest.mark.sandbox

_ATTEMPTS = """
import dataclasses, json, sys
from kashf.adapters.sandbox.inside import kernel
if sys.argv[2:] == ["without Landlock"]:
    kernel.landlock_version = lambda: 0
from kashf.adapters.sandbox.boundary import checks
print(json.dumps([dataclasses.astuple(check) for check in checks(grades=(sys.argv[1],))]))
"""


def _got_through(done: subprocess.CompletedProcess[str]) -> list[tuple[str, str]]:
    assert 0 == done.returncode, done.stderr
    found = json.loads(done.stdout)
    assert len(probes.PROBES) == len(found)
    return [(name, detail) for name, held, detail in found if not held]


@pytest.mark.parametrize("words", [["bubblewrap"], ["bubblewrap", "without Landlock"], ["landlock"]])
def test_a_box_of_an_ordinary_user_holds_against_every_attempt(words: list[str]) -> None:
    assert [] == _got_through(run_as_ordinary_user(["-c", _ATTEMPTS, *words]))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
def test_a_box_of_root_holds_against_every_attempt() -> None:
    assert [] == _got_through(run_as_root(["-c", _ATTEMPTS, "bubblewrap"]))


def test_a_probe_outside_a_box_refuses_to_try(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    monkeypatch.setattr(probes, "PROBES", {"harmless": lambda aim: tried.append(aim.planted)})

    with pytest.raises(PermissionError, match="nowhere else"):
        probes.handle({"kind": "probe", "params": {"probe": "harmless", "planted": "/dev/null"}}, [0], None)  # type: ignore[arg-type]  # probes emit nothing
    assert [] == tried


def test_the_attempts_cover_each_kind_of_way_out() -> None:
    groups = [name.split(":")[0] for name in probes.PROBES]

    assert {"network": 9, "files": 10, "kernel": 11, "limits": 6, "traps": 4} == {
        group: groups.count(group) for group in ("network", "files", "kernel", "limits", "traps")
    }
    assert len(groups) >= 42
