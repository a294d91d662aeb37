"""`kashf persons`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.common import opened
from kashf.cli.output import emit, emit_json
from kashf.language.words.visible import isolate

EPILOG = "Example: kashf persons leak.case; whoever decides with `kashf review leak.case --as NAME` becomes one"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """List the persons of a case, who sign what they decide, each with a key of their own. Exits with 1 when there is none."""
    from kashf.services.ledger.persons import persons

    with opened(case) as open_case:
        found = persons(open_case)
    if as_json:
        emit_json({"persons": found})
    else:
        for each in found:
            key = f"key {each.key[:16]}" if each.key else "no key yet: a record, not proof"
            emit(f"{each.id[:12]}  {isolate(each.name)}  {key}")
    return 0 if found else 1
