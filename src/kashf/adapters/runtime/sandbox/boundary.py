"""Tries the box from inside and says what held; `kashf doctor` prints it, the tests insist on it."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kashf.adapters.runtime.sandbox.make import GRADES, make_sandbox
from kashf.adapters.runtime.sandbox.probes import BEFORE, PROBES
from kashf.domain.document import Reason
from kashf.ports.engines import Limits
from kashf.ports.runtime import Outcome, Task, Worker

_PLANTED = b"Nobody in a box may find this file by its path, or change it.\n"
_HANDLER = "kashf.adapters.runtime.sandbox.probes"
_LIMITS = Limits(seconds=2.0, memory_bytes=256 << 20)

#: Ends that show a limit at work.
_STOPPED_BY_LIMIT = (Reason.MEMORY, Reason.TIMEOUT)


@dataclass(frozen=True, slots=True)
class Check:
    """One attempt to break out.

    Args:
        name: What was tried: a group, a colon, the deed.
        held: Whether the box kept it from happening.
        detail: What kept it, such as "EPERM", or what it got.
    """

    name: str
    held: bool
    detail: str


def checks(*, accept_unsafe: bool = False, grades: Sequence[str] = GRADES) -> tuple[Check, ...]:
    """Return what became of each probe, tried in a real box of the best grade this machine has; takes some five seconds.

    Args:
        accept_unsafe: As for `make_sandbox`; without a filter of system calls probes refuse to run, so that nothing holds.
        grades: As for `make_sandbox`.

    Raises:
        SandboxError: There is no box to try.
    """
    sandbox = make_sandbox(accept_unsafe=accept_unsafe, handler=_HANDLER, grades=grades)
    with tempfile.NamedTemporaryFile(prefix="kashf-doctor-") as planted, sandbox.worker() as worker:
        planted.write(_PLANTED)
        planted.flush()
        return tuple(_check(worker, name, Path(planted.name)) for name in PROBES)


def _check(worker: Worker, name: str, planted: Path) -> Check:
    if name in BEFORE:
        _probe(worker, name, planted, deed="before")
    outcome = _probe(worker, name, planted, deed="probe")
    untrusted_answer = outcome.untrusted_answer
    if planted.read_bytes() != _PLANTED:
        planted.write_bytes(_PLANTED)
        return Check(name, held=False, detail="the file was changed")
    if isinstance(untrusted_answer, dict):
        return Check(name, untrusted_answer.get("through") is False, str(untrusted_answer.get("why"))[:200])
    held = outcome.reason in _STOPPED_BY_LIMIT
    return Check(name, held, str(outcome.reason) if held else outcome.detail)


def _probe(worker: Worker, name: str, planted: Path, *, deed: str) -> Outcome:
    return worker.run(Task(deed, (planted,), {"probe": name, "planted": str(planted)}, _LIMITS))
