"""`kashf destroy`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import AsPerson, acting, checked_record, finish, opened, read_what_waits
from kashf.cli.output import say, warn
from kashf.errors import UsageError
from kashf.language.words.visible import isolate
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.services.case.open import WritableCase
    from kashf.services.ingest.tombstones import Destruction

EPILOG = "Example: kashf destroy leak.case 3fa9c1 --why 'order of the court of Rasafa, 12 May 2016'"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    document: Annotated[str, typer.Argument(metavar="DOC", help="Beginning of the document's id.")],
    why: Annotated[str, typer.Option(help="The reason in law; it stays on record.")],
    with_members: Annotated[bool, typer.Option("--with-members", help="And what was unpacked from it and lies nowhere else.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_person: AsPerson = None,
    unsafe: Annotated[bool, typer.Option("--i-accept-unsafe-parsing", help="Open files without a sandbox.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print where everything stands as JSON.")] = False,
) -> int:
    """Destroy a document: bytes, text, index, names. It cannot be undone; that it went, why and by whom is in the ledger."""
    from kashf.services.ingest.tombstones import plan_destruction

    reason = checked_record(why, what="--why")
    with opened(case) as open_case:
        plan = plan_destruction(open_case, document)
        (found,) = open_case.view.records([plan.document])
    _tell(plan, found.name)
    if not yes:
        _confirm(plan)
    totals = read_what_waits(
        case,
        retry_failed=False,
        unsafe=unsafe,
        before=lambda writable: _destroy(writable, plan, reason, with_members=with_members),
        settings=acting(case, as_person),
    )
    return finish(totals, case=case, as_json=as_json)


def _tell(plan: Destruction, name: str) -> None:
    say(f"{plan.document}  {isolate(name)}")
    if plan.members:
        say(
            many(
                len(plan.members),
                "document was unpacked from it and lies nowhere else",
                "documents were unpacked from it and lie nowhere else",
            )
        )
    if plan.quoting:
        one, more = "decision in the ledger is about it and keeps its words", "decisions in the ledger are about it and keep their words"
        say(f"{many(plan.quoting, one, more)}; nothing can take those out")


def _confirm(plan: Destruction) -> None:
    if not sys.stdin.isatty():
        raise UsageError("destroying asks a person, so it needs a terminal; --yes goes without asking")
    warn(f"this cannot be undone; type {plan.document[:12]} to destroy it: ", end="")
    if sys.stdin.readline().strip() != plan.document[:12]:
        raise UsageError("nothing was destroyed")


def _destroy(case: WritableCase, plan: Destruction, why: str, *, with_members: bool) -> None:
    from kashf.services.ingest.tombstones import destroy

    gone = destroy(case, plan, why=why, with_members=with_members)
    shutil.rmtree(case.reading.cache, ignore_errors=True)  # what was learnt from names may hold words of it
    say(f"destroyed {len(gone)}; making the index anew")
