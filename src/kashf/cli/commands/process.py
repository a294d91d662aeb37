"""`kashf process`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.output import emit_json
from kashf.cli.running import finish, reporter

EPILOG = "Example: kashf process leak.case --retry-failed"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Take up again what failed before.")] = False,
    unsafe: Annotated[bool, typer.Option("--i-accept-unsafe-parsing", help="Open files without a sandbox.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print where everything stands as JSON.")] = False,
) -> int:
    """Read and index what is still waiting."""
    from kashf.bootstrap import make_sandbox, open_for_writing
    from kashf.services.ingest import HowToRead, process
    from kashf.settings import Settings

    settings = Settings()
    sandbox = make_sandbox(accept_unsafe=unsafe or settings.accept_unsafe_parsing)
    with open_for_writing(case, settings=settings) as writable, reporter() as report:
        totals = process(writable, sandbox, HowToRead(settings.workers, retry_failed), report=report)
    if as_json:
        emit_json(totals)
    return finish(totals)
