"""`kashf authenticity`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.common import InCollection, answering
from kashf.cli.output import emit, emit_json, say
from kashf.domain.entries.delivery import Scope

EPILOG = "Example: kashf authenticity leak.case 1f3a. For the desk only: it goes out with nothing."


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    document: Annotated[str, typer.Argument(metavar="DOC", help="Beginning of the id of a document; 1f3a.2 for its second letter.")],
    collection: InCollection = Scope.LEAK,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a table, a row a mark.")] = False,
) -> int:
    """What the marks of a paper say, each as a range of likelihood ratios held against papers by other channels, or unknown; no verdict."""
    from kashf.services.authenticity.sheet_of_document import sheet_of_document
    from kashf.show.authenticity.sheet_lines import SHEET_COLUMNS, sheet_answer, sheet_caveats, sheet_rows, sheet_text
    from kashf.show.forms.spreadsheets import csv_bytes

    with answering(case) as open_case:
        found = sheet_of_document(open_case, document, scope=collection)
    if as_json:
        emit_json(sheet_answer(found))
    elif as_csv:
        emit(csv_bytes([SHEET_COLUMNS, *sheet_rows(found)]).decode("utf-8-sig").rstrip())
    else:
        for line in sheet_text(found):
            emit(line)
    for line in sheet_caveats(found):
        say(line)
    return 0
