"""`kashf process`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import finish, read_what_waits
from kashf.cli.output import say
from kashf.cli.password_file import Passwords, read_passwords
from kashf.ports.counted.received_costs import MORE

if TYPE_CHECKING:
    from kashf.services.case.open import WritableCase

EPILOG = (
    "Examples: kashf process leak.case --retry-failed; kashf process leak.case --passwords passwords.txt; "
    "kashf process leak.case --more-for e4d6c1f6a072"
)


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Take up again what failed before.")] = False,
    passwords: Passwords = None,
    more_for: Annotated[
        list[str] | None,
        typer.Option(
            "--more-for",
            metavar="DOCUMENT",
            help="A received file that is worth more than others may cost; what was left out of it is read.",
        ),
    ] = None,
    times: Annotated[int, typer.Option("--times", help="With --more-for: how much more than others it may cost.")] = MORE,
    unsafe: Annotated[bool, typer.Option("--i-accept-unsafe-parsing", help="Open files without a sandbox.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print where everything stands as JSON.")] = False,
) -> int:
    """Read and index what is still waiting."""

    def before(writable: WritableCase) -> None:
        if more_for:
            _give_more(writable, more_for, times)

    totals = read_what_waits(case, retry_failed=retry_failed, unsafe=unsafe, before=before, passwords=read_passwords(passwords))
    return finish(totals, case=case, as_json=as_json)


def _give_more(case: WritableCase, documents: list[str], times: int) -> None:
    from kashf.services.ingest.budgets.raise_budget import raise_budgets

    for received in raise_budgets(case, documents, times=times):
        say(f"{received[:12]} may cost {times} times as much as others of its size")
