"""`kashf set-aside`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import AsPerson, acting, checked_record, checked_words, finish, read_what_waits
from kashf.cli.output import say
from kashf.errors import UsageError
from kashf.language.words.visible import isolate
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.services.case.open import WritableCase

EPILOG = "Example: kashf set-aside leak.case 3 --why 'the wrong stick was copied'; `kashf status` numbers the receipts"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    receipt: Annotated[
        str, typer.Argument(metavar="RECEIPT", help="Number of what was received, or six letters or more of a receipt's id.")
    ],
    why: Annotated[str, typer.Option(help="Why it should not have been taken in; it stays on record.")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Take that back: what was set aside is there again.")] = False,
    as_person: AsPerson = None,
    unsafe: Annotated[bool, typer.Option("--i-accept-unsafe-parsing", help="Open files without a sandbox.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print where everything stands as JSON.")] = False,
) -> int:
    """Take what a mistaken `add` brought out of every answer. Nothing is destroyed; what else brought the same files comes forward."""
    asked, reason = checked_words(receipt, what="the receipt"), checked_record(why, what="--why")
    if undo == bool(reason.strip()):
        raise UsageError("--undo takes back and needs no --why; setting aside needs one")
    totals = read_what_waits(
        case,
        retry_failed=False,
        unsafe=unsafe,
        before=lambda writable: _take_back(writable, asked) if undo else _set_aside(writable, asked, reason),
        settings=acting(case, as_person),
    )
    return finish(totals, case=case, as_json=as_json)


def _set_aside(case: WritableCase, asked: str, why: str) -> None:
    from kashf.services.case.brought.additions import find_addition
    from kashf.services.ledger.custody import bring_forward
    from kashf.services.ledger.set_aside import set_aside

    bring_forward(case)
    set_aside(case, asked, why=why)
    found = find_addition(case.reading, asked)
    say(f"set aside: receipt {found.number}, {many(found.files, 'file')} from {isolate(found.channel)}; `--undo` takes it back")


def _take_back(case: WritableCase, asked: str) -> None:
    from kashf.services.ledger.custody import bring_forward
    from kashf.services.ledger.set_aside import take_back

    bring_forward(case)
    found = take_back(case, asked)
    say(f"back again: receipt {found.number}, {many(found.files, 'file')} from {isolate(found.channel)}")
