"""`kashf devices`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import acting, opened
from kashf.cli.output import emit, emit_json, say
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.services.ledger.signing.installations import Installation

EPILOG = "Example: kashf devices leak.case --admit KEY, after whoever works there read the key out to you"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    admit: Annotated[str | None, typer.Option(metavar="KEY", help="Let in the installation of this key: what it signs counts.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """List the installations that write in a case and the keys they sign with; let one in. Exits with 1 when one is not in."""
    from kashf.services.ledger.signing.installations import installations, let_in

    if admit is not None:
        from kashf.bootstrap import open_to_decide

        with open_to_decide(case, settings=acting(case, None)) as writable:
            known = let_in(writable, admit)
        say(f"let in: installation {known.device}; what it wrote, and what it writes, counts as signed")
    with opened(case) as reading:
        found = installations(reading)
    mine = _mine()
    if as_json:
        emit_json({"installations": found, "this": {"device": mine[0], "key": mine[1]}})
    else:
        for each in found:
            emit(_line(each, mine))
        if mine not in {(each.device, each.key) for each in found}:
            emit(f"this installation wrote nothing here yet; to be let in, it is {mine[0]}:{mine[1]}")
    return 0 if all(each.is_in or not each.key for each in found) else 1


def _mine() -> tuple[str, str]:
    from kashf.bootstrap.signers import make_signer
    from kashf.settings import load_settings

    settings = load_settings()
    return settings.device(), make_signer(settings).key


def _line(each: Installation, mine: tuple[str, str]) -> str:
    if not each.key:
        standing = "no key yet"
    elif not each.is_in:
        standing = "NOT LET IN by anybody who is in"
    else:
        standing = "the first" if each.let_in_by == each.device else f"let in by {each.let_in_by[:12]}"
    here = ", this installation" if (each.device, each.key) == mine else ""
    return (
        f"{each.device}  {many(each.entries, 'entry')}, {standing}{here}\n    key {each.key}"
        if each.key
        else (f"{each.device}  {many(each.entries, 'entry')}, {standing}{here}")
    )
