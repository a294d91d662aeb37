"""`kashf rebuild`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import finish, read_what_waits
from kashf.cli.output import say
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.bootstrap.rebuilding import Renewed
    from kashf.services.case.open import WritableCase

EPILOG = "Example: kashf rebuild leak.case --index"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    index: Annotated[bool, typer.Option("--index", help="Only the search index, from text that was read before.")] = False,
    unsafe: Annotated[bool, typer.Option("--i-accept-unsafe-parsing", help="Open files without a sandbox.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print where everything stands as JSON.")] = False,
) -> int:
    """Throw away everything derived and make it again from blobs and ledger: same ids, same counts."""
    before = _clear_index if index else _make_anew(case, unsafe=unsafe)
    totals = read_what_waits(case, retry_failed=False, unsafe=unsafe, before=before)
    return finish(totals, case=case, as_json=as_json)


def _clear_index(case: WritableCase) -> None:
    case.reading.index.clear()


def _make_anew(path: Path, *, unsafe: bool) -> Callable[[WritableCase], None]:
    """Put fresh records in the place of a case's, and return what takes up in them what was received."""
    from kashf.bootstrap import make_sandbox
    from kashf.bootstrap.rebuilding import renew_records
    from kashf.settings import load_settings

    settings = load_settings()
    make_sandbox(accept_unsafe=unsafe or settings.accept_unsafe_parsing)  # nothing is thrown away that cannot be read again
    renewed = renew_records(path, settings=settings)
    for each in renewed.lost:
        say(f"could not be taken over: {each}")
    if renewed.kept:
        say(f"the old records are kept at {renewed.kept}; nothing reads them")
    return partial(_take_up, renewed)


def _take_up(renewed: Renewed, case: WritableCase) -> None:
    from kashf.services.chains.kept_links import drop_links
    from kashf.services.ledger.custody import rebuild

    drop_links(case.reading)
    say(f"{many(rebuild(case, renewed.inside), 'file is', 'files are')} listed in the receipts; reading them again")
