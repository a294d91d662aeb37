"""In which order a child gives up what it may do: all of it before the first byte of a file."""

from __future__ import annotations

import os
import resource
from collections.abc import Sequence

import pytest

from kashf.adapters.sandbox.inside import child, kernel
from kashf.adapters.sandbox.inside.child import SCRATCH_BYTES, Confinement, Emit, run_child

TASK: dict[str, object] = {"limits": {"memory_bytes": 1000, "seconds": 5}}


class Ended(BaseException):
    """Stands for the end of the process."""


class Recorder:
    """A handler that notes when it is asked, among what the child does to itself."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.steps: list[tuple[str, object]] = []
        monkeypatch.setattr(kernel, "die_with_parent", lambda number: self.steps.append(("die with parent", number)))
        monkeypatch.setattr(kernel, "landlock", lambda *, readable, writable, may_run: self.steps.append(("landlock", writable)))
        monkeypatch.setattr(kernel, "install_filter", lambda program: self.steps.append(("filter", program)))
        monkeypatch.setattr(resource, "getrlimit", lambda kind: (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        monkeypatch.setattr(resource, "setrlimit", lambda kind, limit: self.steps.append((_NAMES[kind], limit)))
        monkeypatch.setattr(child.os, "_exit", self._end)

    def preload(self) -> None:
        """Nothing is needed."""

    def handle(self, task: dict[str, object], files: Sequence[int], emit: Emit) -> object:
        self.steps.append(("handle", None))
        return {}

    def _end(self, status: int) -> None:
        raise Ended(status)


_LIMITS = tuple(f"RLIMIT_{name}" for name in ("DATA", "CPU", "NOFILE", "FSIZE", "CORE", "MEMLOCK", "NPROC"))
_NAMES = {getattr(resource, name): name for name in _LIMITS}


def steps(monkeypatch: pytest.MonkeyPatch, *, scratch: str = "/tmp") -> list[tuple[str, object]]:
    recorder = Recorder(monkeypatch)
    confinement = Confinement(
        seccomp=b"filter", readable=("/usr",), data_bytes=500, counts_processes=True, scratch=scratch, zygote=os.getppid()
    )
    out, into = os.pipe()
    try:
        with pytest.raises(Ended, match="0"):
            run_child(recorder, TASK, [], answer=into, confinement=confinement)
    finally:
        os.close(out)
        os.close(into)
    return recorder.steps


def test_every_limit_stands_before_the_first_byte_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    done = steps(monkeypatch)

    assert set(_LIMITS) == {name for name, _ in done if name.startswith("RLIMIT")}
    assert ["die with parent", "landlock", "filter", "handle"] == [name for name, _ in done if not name.startswith("RLIMIT")]
    assert "handle" == done[-1][0]


@pytest.mark.parametrize(("scratch", "most"), [("/tmp", SCRATCH_BYTES), ("", 0)])
def test_no_file_of_a_child_is_larger_than_its_scratch_folder(monkeypatch: pytest.MonkeyPatch, scratch: str, most: int) -> None:
    assert ("RLIMIT_FSIZE", (most, most)) in steps(monkeypatch, scratch=scratch)
