"""`kashf lock`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.output import say, warn
from kashf.errors import UsageError
from kashf.language.words.visible import isolate

EPILOG = "Example: kashf lock leak.case"


def command(
    case: Annotated[Path, typer.Argument(help="An encrypted case.")],
    now: Annotated[bool, typer.Option("--now", help="Also while a run is under way, which then fails; what it has kept is safe.")] = False,
    erase: Annotated[bool, typer.Option("--erase", help="Destroy the keys, so that nobody can ever read the case again.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="With --erase: do not ask.")] = False,
) -> int:
    """Take the key of an encrypted case, its index and everything decrypted out of memory."""
    from kashf.bootstrap.encryption import erase_case, key_id, lock_case

    key_id(case)
    if erase:
        if not yes:
            _confirm(case)
        erase_case(case)
        say("erased: its keys are destroyed. What a backup, a snapshot, or the disk itself has kept of the file `keys` still opens a copy.")
        return 0
    say("locked" if lock_case(case, now=now) else "it was locked already")
    say("A `kashf serve` of this case answers nothing any more, and has the key in its memory until it ends; end it, too.")
    return 0


def _confirm(case: Path) -> None:
    if not sys.stdin.isatty():
        raise UsageError("erasing asks a person, so it needs a terminal; --yes goes without asking")
    name = case.resolve().name
    warn(f"nobody will ever read this case again; type {isolate(name)}, the name of its folder, to erase it: ", end="")
    if sys.stdin.readline().strip() != name:
        raise UsageError("nothing was erased")
