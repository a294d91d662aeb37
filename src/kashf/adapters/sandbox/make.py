"""Finds out what this machine can do and makes a Sandbox of the best grade it can."""

from __future__ import annotations

import itertools
import os
import platform
import re
import stat
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from kashf.adapters.sandbox import bubblewrap
from kashf.adapters.sandbox.box import Blueprint, start
from kashf.adapters.sandbox.box_worker import BoxWorker
from kashf.adapters.sandbox.inside import kernel
from kashf.adapters.sandbox.layout import ENVIRONMENT, KERNEL_FILES, Layout, layout
from kashf.adapters.sandbox.seccomp import SeccompError, box_filter, child_filter
from kashf.errors import SandboxError
from kashf.logs import get_log

#: From best to worst; what each keeps away is told by `kashf doctor`.
GRADES = ("bubblewrap", "landlock", "none")

#: Loads nothing, so that a trial takes no longer than making a box.
_TRIAL_HANDLER = "kashf.adapters.sandbox.inside.probes"
#: What opens files, and what does with nothing loaded beforehand.
_FILE_HANDLER = "kashf.sandboxed.worker"
_COLD_FILE_HANDLER = "kashf.sandboxed.cold_worker"
#: What looks through texts, and what does with the model of English names loaded.
_TEXT_HANDLER = "kashf.text_worker"
_ENGLISH_TEXT_HANDLER = "kashf.english_text_worker"
_COLD_TEXT_HANDLER = "kashf.cold_text_worker"
#: Before Linux 5.14 a limit on processes counted those of the user outside too. Source: user_namespaces(7), kernel commit 21d1c5e386bc.
_PROCESSES_COUNTED_BY_NAMESPACE = (5, 14)


class BoxSandbox:
    """Makes workers of one grade.

    Args:
        blueprint: The kind of box that was found to work.
        refusals: Why better kinds do not work here, in words for a person; empty when this is the best there is.
    """

    def __init__(self, blueprint: Blueprint, *, refusals: Sequence[str] = ()) -> None:
        self._blueprint = blueprint
        self._refusals = tuple(refusals)
        self._numbers = itertools.count()

    @property
    def grade(self) -> str:
        """What holds the parsers: "bubblewrap", "landlock" or "none"."""
        return self._blueprint.grade

    @property
    def refusals(self) -> tuple[str, ...]:
        """Why each better grade does not work here, in words for a person; empty for the best grade."""
        return self._refusals

    def worker(self, *, is_warm: bool = True) -> BoxWorker:
        """Return a new worker with its imports loaded.

        Args:
            is_warm: Whether every engine is loaded beforehand.

        Raises:
            SandboxError: The box cannot be made, or its handler cannot be loaded.
        """
        is_cold = not is_warm and self._blueprint.handler == _FILE_HANDLER
        blueprint = replace(self._blueprint, handler=_COLD_FILE_HANDLER) if is_cold else self._blueprint
        return BoxWorker(blueprint, number=next(self._numbers))

    def text_worker(self, *, english_model: bool, is_warm: bool = True) -> BoxWorker:
        """Return a new worker that looks through texts, in a box of the same grade.

        Args:
            english_model: Whether it is to have the model of English names, which is loaded beforehand in any case.
            is_warm: Whether all tables are made beforehand.

        Raises:
            SandboxError: The box cannot be made, or its handler cannot be loaded.
        """
        handler = _ENGLISH_TEXT_HANDLER if english_model else _TEXT_HANDLER if is_warm else _COLD_TEXT_HANDLER
        return BoxWorker(replace(self._blueprint, handler=handler), number=next(self._numbers))


def make_sandbox(
    *,
    accept_unsafe: bool = False,
    handler: str = _FILE_HANDLER,
    modules: Sequence[Path] = (),
    grades: Sequence[str] = GRADES,
    programs: Path | None = None,
) -> BoxSandbox:
    """Return a sandbox of the best grade that works here; a box of each better grade was tried and failed.

    Args:
        accept_unsafe: Whether to do without a box, on a machine that can be thrown away, rather than refuse.
        handler: Importable module with `preload` and `handle`, which runs inside.
        modules: Folders of modules, beside those of kashf, that the handler needs.
        grades: Which grades to try, in this order.
        programs: A folder of programs that the handler starts, seen in the box as /model. Only bubblewrap can hold what they start, so
            no other grade is tried.

    Raises:
        SandboxError: None works; the message says why, grade by grade.
    """
    makers: dict[str, Callable[[Layout], Blueprint]] = {"bubblewrap": _bubblewrap, "landlock": _landlock, "none": _none}
    seen, faults = layout(modules, programs=programs), []
    for grade in grades if programs is None else ("bubblewrap",):
        if grade == "none" and not accept_unsafe:
            continue
        try:
            blueprint = makers[grade](seen)
            start(blueprint, 0).end()
        except (SandboxError, SeccompError, FileNotFoundError) as error:
            faults.append(f"{grade}: {error}")
        else:
            if faults:
                get_log().warning("sandbox.weaker", grade=grade)
            return BoxSandbox(replace(blueprint, handler=handler), refusals=faults)
    raise SandboxError("there is no safe place to open hostile files. " + "; ".join(faults))


def _bubblewrap(seen: Layout) -> Blueprint:
    bubblewrap.find()

    def command(filter_number: int, info_number: int, socket_number: int) -> list[str]:
        inside = seen.python(socket_number=socket_number)
        return bubblewrap.command(seen, filter_number=filter_number, info_number=info_number, inside=inside)

    users = bubblewrap.ROOTS_BOX_USERS if bubblewrap.makes_real_drop() else ()
    return Blueprint(
        grade="bubblewrap",
        command=command,
        # Process 1 of a box shows its first environment to all in it, so there is nothing in it.
        environment={},
        box_filter=box_filter(),
        # A program needs what parsers do not, such as to start others: it has the filter of its box.
        child_filter=child_filter() if seen.programs is None else b"",
        # All that is mounted may be read; of what is not, the file a child was given.
        landlock=("/",) if kernel.landlock_version() else None,
        users=users,
        handler=_TRIAL_HANDLER,
        counts_processes=bool(users) or _kernel_version() >= _PROCESSES_COUNTED_BY_NAMESPACE,
        scratch=bubblewrap.SCRATCH if seen.programs is None else "",
        runs_programs=seen.programs is not None,
        explain=bubblewrap.explain,
    )


def _landlock(seen: Layout) -> Blueprint:
    if not kernel.landlock_version():
        raise SandboxError("the kernel has no Landlock")
    users = _other_users(seen)
    if os.geteuid() == 0 and not users:
        raise SandboxError("kashf runs as root, from folders no other user may enter; install bubblewrap or run it as an ordinary user")
    return replace(_bare(seen), grade="landlock", child_filter=child_filter(), landlock=_landlock_paths(seen), users=users)


def _none(seen: Layout) -> Blueprint:
    try:
        program = child_filter()
    except SeccompError:
        program = b""
    paths = _landlock_paths(seen) if kernel.landlock_version() else None
    return replace(_bare(seen), child_filter=program, landlock=paths, users=_other_users(seen))


def _bare(seen: Layout) -> Blueprint:
    return Blueprint(
        grade="none",
        command=lambda _filter, _info, socket_number: seen.python(socket_number=socket_number),
        environment=ENVIRONMENT,
        box_filter=b"",
        child_filter=b"",
        landlock=None,
        users=(),
        handler=_TRIAL_HANDLER,
        counts_processes=False,
        scratch="",
        runs_programs=False,
        explain=lambda complaint: f"Python failed: {complaint.strip().splitlines()[-1] if complaint.strip() else 'no word from it'}",
    )


def _landlock_paths(seen: Layout) -> tuple[str, ...]:
    return (*seen.readable, *KERNEL_FILES)


def _other_users(seen: Layout) -> Sequence[int]:
    """Return the users a zygote of root can become and still read what it needs, where no mount makes that readable."""
    if not bubblewrap.makes_real_drop():
        return ()
    folders = {parent for path in seen.readable for parent in Path(path).parents}
    return bubblewrap.ROOTS_BOX_USERS if all(folder.stat().st_mode & stat.S_IXOTH for folder in folders) else ()


def _kernel_version() -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", platform.release())[:2])
