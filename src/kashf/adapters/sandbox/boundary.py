"""Tries the box from inside and says what held; `kashf doctor` prints it, the tests insist on it."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kashf.adapters.sandbox.inside.probes import BEFORE, PROBES
from kashf.adapters.sandbox.make import GRADES, make_sandbox
from kashf.domain.document import Reason
from kashf.ports.engines import Limits
from kashf.ports.runtime import Outcome, Task, Worker

#: Of the file a box is given and must not change, and of the one beside it, which it must not find.
_CONTENT = b"Nobody in a box may find this file by its path, or change it.\n"
_HANDLER = "kashf.adapters.sandbox.inside.probes"
#: Long enough for any probe on a busy machine; the one that never ends gets what a person waits for.
_LIMITS = Limits(seconds=30.0, memory_bytes=256 << 20)
_ENDLESS = Limits(seconds=1.0)

#: Probes that a limit ends from outside, and how; of all others an answer is expected.
_ENDED_FROM_OUTSIDE = {"limits: 3 GiB of memory": Reason.MEMORY, "limits: an endless loop": Reason.TIMEOUT}


@dataclass(frozen=True, slots=True)
class Check:
    """One attempt to break out.

    Args:
        name: What was tried: a group, a colon, the attempt.
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
    with tempfile.TemporaryDirectory(prefix="kashf-doctor-") as folder, sandbox.worker() as worker:
        given, planted = Path(folder, "given"), Path(folder, "planted")
        for file in (given, planted):
            file.write_bytes(_CONTENT)
        return tuple(_check(worker, name, given, planted) for name in PROBES)


def _check(worker: Worker, name: str, given: Path, planted: Path) -> Check:
    limits = _ENDLESS if _ENDED_FROM_OUTSIDE.get(name) is Reason.TIMEOUT else _LIMITS

    def probe(kind: str) -> Outcome:
        return worker.run(Task(kind, (given,), {"probe": name, "planted": str(planted)}, limits))

    if name in BEFORE:
        probe("before")
    outcome = probe("probe")
    untrusted_answer = outcome.untrusted_answer
    if given.read_bytes() != _CONTENT:
        given.write_bytes(_CONTENT)
        return Check(name, held=False, detail="the file was changed")
    if isinstance(untrusted_answer, dict):
        return Check(name, untrusted_answer.get("through") is False, str(untrusted_answer.get("why"))[:200])
    held = outcome.reason is not None and outcome.reason is _ENDED_FROM_OUTSIDE.get(name)
    return Check(name, held, str(outcome.reason) if held else outcome.detail)
