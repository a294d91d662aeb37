"""`kashf status`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.output import emit, emit_json
from kashf.cli.running import opened

EPILOG = "Example: kashf status leak.case --json"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Where everything that was found stands: found = done + partial + failed + duplicates + waiting."""
    from kashf.services.cases import status

    with opened(case) as open_case:
        totals = status(open_case)
    if as_json:
        emit_json(totals)
        return 0
    parts = [(name, getattr(totals, name)) for name in ("done", "partial", "failed", "duplicates", "waiting")]
    emit(f"found {totals.found} = " + " + ".join(f"{count} {name}" for name, count in parts))
    if totals.without_text:
        emit(f"{totals.without_text} of those done have no text")
    for title, counts in (("by type", totals.by_type), ("by reason", totals.by_reason)):
        if counts:
            emit(f"\n{title}")
            for key, count in counts.items():
                emit(f"{count:8}  {key or '(not read yet)'}")
    return 0
