"""`kashf process`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.common import finish, read_what_waits
from kashf.cli.password_file import Passwords, read_passwords

EPILOG = "Examples: kashf process leak.case --retry-failed; kashf process leak.case --passwords passwords.txt"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Take up again what failed before.")] = False,
    passwords: Passwords = None,
    unsafe: Annotated[bool, typer.Option("--i-accept-unsafe-parsing", help="Open files without a sandbox.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print where everything stands as JSON.")] = False,
) -> int:
    """Read and index what is still waiting."""
    totals = read_what_waits(case, retry_failed=retry_failed, unsafe=unsafe, before=lambda _: None, passwords=read_passwords(passwords))
    return finish(totals, case=case, as_json=as_json)
