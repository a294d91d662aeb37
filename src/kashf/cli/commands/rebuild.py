"""`kashf rebuild`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.output import emit_json, say
from kashf.cli.running import finish, reporter

EPILOG = "Example: kashf rebuild leak.case --index"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    index: Annotated[bool, typer.Option("--index", help="Only the search index, from text that was read before.")] = False,
    unsafe: Annotated[bool, typer.Option("--i-accept-unsafe-parsing", help="Open files without a sandbox.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print where everything stands as JSON.")] = False,
) -> int:
    """Throw away everything derived and make it again from blobs and ledger: same ids, same counts."""
    from kashf.bootstrap import make_sandbox, open_for_writing
    from kashf.services.custody import rebuild
    from kashf.services.ingest import HowToRead, process
    from kashf.settings import Settings

    settings = Settings()
    sandbox = make_sandbox(accept_unsafe=unsafe or settings.accept_unsafe_parsing)
    with open_for_writing(case, settings=settings) as writable, reporter() as report:
        if index:
            writable.reading.index.clear()
        else:
            say(f"{rebuild(writable)} files are listed in the receipts; reading them again")
        totals = process(writable, sandbox, HowToRead(settings.workers), report=report)
    if as_json:
        emit_json(totals)
    return finish(totals)
