"""`kashf registers`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.common import InCollection, answering, more_elsewhere, tell_waiting
from kashf.cli.forms.written_files import Protect, check_protect, leave_new
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.domain.entries.delivery import Scope
from kashf.errors import UsageError
from kashf.show.forms.spreadsheets import csv_bytes
from kashf.show.registers.register_answer import REGISTER_HEADER, register_rows, registers_answer, series_answer
from kashf.show.registers.register_lines import left_out_of_registers, register_lines

EPILOG = "Example: kashf registers leak.case --office 'General Office' --out registers.csv"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    office: Annotated[str, typer.Option(help="Words of the name of an office, or of a body above it.")] = "",
    collection: InCollection = Scope.LEAK,
    events: Annotated[bool, typer.Option("--events", help="Hold missing numbers against the outside events of the case.")] = False,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a row for each number to FILE.csv.")] = None,
    protect: Protect = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a series.")] = False,
) -> int:
    """Registers rebuilt from the numbers on letters: what is here, cited and never seen, missing; exits with 1 when there are none."""
    from kashf.services.registers.rebuild_registers import case_registers

    check_protect(out, protect)
    if out and out.suffix != ".csv":
        raise UsageError("--out writes FILE.csv")
    with answering(case) as open_case:
        found = case_registers(open_case, scope=collection, office=office, beside_events=events)
    if out:
        leave_new({out: csv_bytes([REGISTER_HEADER, *register_rows(found)])}, protect)
    if as_json:
        emit_json(registers_answer(found))
    elif as_jsonl:
        emit_jsonl(series_answer(each, found.paths) for each in found.registers.series)
    elif not out:
        for line in register_lines(found):
            emit(line)
    say(left_out_of_registers(found))
    if found.elsewhere:
        say(f"letters: {more_elsewhere(found.elsewhere)}")
    tell_waiting(found.waiting, case)
    return 0 if found.registers.series or found.registers.never_seen else 1
