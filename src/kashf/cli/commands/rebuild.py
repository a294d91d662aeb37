"""`kashf rebuild`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import finish, read_what_waits
from kashf.cli.output import say
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.services.case.open import WritableCase

EPILOG = "Example: kashf rebuild leak.case --index"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    index: Annotated[bool, typer.Option("--index", help="Only the search index, from text that was read before.")] = False,
    unsafe: Annotated[bool, typer.Option("--i-accept-unsafe-parsing", help="Open files without a sandbox.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print where everything stands as JSON.")] = False,
) -> int:
    """Throw away everything derived and make it again from blobs and ledger: same ids, same counts."""
    totals = read_what_waits(case, retry_failed=False, unsafe=unsafe, before=_clear_index if index else _clear_all)
    return finish(totals, case=case, as_json=as_json)


def _clear_index(case: WritableCase) -> None:
    case.reading.index.clear()


def _clear_all(case: WritableCase) -> None:
    from kashf.services.chains.kept_links import drop_links
    from kashf.services.ledger.custody import rebuild

    drop_links(case.reading)
    say(f"{many(rebuild(case), 'file is', 'files are')} listed in the receipts; reading them again")
