"""`kashf verify`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.common import opened
from kashf.cli.output import emit, emit_json, say
from kashf.errors import BadPathError, IntegrityError
from kashf.language.words.visible import isolate

EPILOG = "Example: kashf verify leak.case --export-ledger ledger.jsonl"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    export_ledger: Annotated[Path | None, typer.Option(help="Write the ledger as lines of JSON, for others to check.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Recompute the ledger and hash every blob again. Exit code 4 names what was lost or changed."""
    from kashf.services.case import custody

    if export_ledger and (export_ledger.is_dir() or not export_ledger.absolute().parent.is_dir()):
        raise BadPathError(f"no file can be written at {export_ledger}")  # said now, not after an hour of hashing
    with opened(case) as open_case:
        result = custody.verify(open_case)
        if export_ledger:
            export_ledger.write_bytes(b"".join(custody.export_ledger(open_case)))
    if as_json:
        emit_json({"ok": result.ok, "head": result.head, "entries": result.entries, "blobs": result.blobs, "faults": result.faults})
    else:
        emit(f"head {result.head} over {result.entries} ledger entries; {result.blobs} blobs hashed")
        for fault in result.faults:
            emit(f"FAULT {fault.what} {isolate(fault.where)}: expected {isolate(fault.expected)}, found {isolate(fault.found)}")
        emit("intact" if result.ok else f"{len(result.faults)} faults")
    if not result.ok:
        say(f"kashf: {IntegrityError.hint}")
        return IntegrityError.exit_code
    return 0
