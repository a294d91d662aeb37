"""`kashf screen`."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.common import InCollection, more_elsewhere, opened, tell_left_out
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.domain.entries.delivery import Scope
from kashf.errors import BadPathError
from kashf.language.words.visible import isolate
from kashf.show.answers import Answer, possible_answers, screening_answer

EPILOG = (
    "Example: kashf screen leak.case sanctions.csv --jsonl. A list is a table (CSV) with a column called name and, if there are, id, type "
    "and aliases; or FollowTheMoney entities, a JSON object a line; or a name a line."
)

_COLUMNS = ("entry", "listed", "type", "possible", "score", "warning", "why", "mentions", "documents", "place")


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    names: Annotated[Path, typer.Argument(metavar="LIST", help="The list; - reads standard input.")],
    collection: InCollection = Scope.LEAK,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a hit.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a table.")] = False,
) -> int:
    """Hold a list of names against a case, in both scripts: every hit is possible, and no more; exits with 1 when there is none."""
    from kashf.services.names.screen import screen

    content, name = _content(names)
    with opened(case) as open_case:
        found = screen(open_case, content, name=name, scope=collection)
    rows = possible_answers(found)
    if as_jsonl:
        emit_jsonl(rows)
    elif as_json:
        emit_json(screening_answer(found))
    elif as_csv:
        _print_table(rows)
    else:
        _print(rows)
    say(f"{len(rows)} possible hits of {found.entries} entries among {found.names} names; {len(found.silent)} entries have none")
    if found.elsewhere:
        say(f"possible hits: {more_elsewhere(found.elsewhere)}")
    tell_left_out(found.left_out, case)
    return 0 if rows else 1


def _content(path: Path) -> tuple[bytes, str]:
    if str(path) == "-":
        return sys.stdin.buffer.read(), "standard input"
    try:
        return path.read_bytes(), path.name
    except OSError as error:
        raise BadPathError(f"the list at {path} cannot be read") from error


def _print_table(rows: Sequence[Answer]) -> None:
    for row in (_COLUMNS, *([_cell(row[column]) for column in _COLUMNS] for row in rows)):
        text = io.StringIO()
        csv.writer(text, lineterminator="").writerow(row)
        emit(text.getvalue())


def _cell(value: object) -> str:
    """Return what a table program shows and does not calculate: words of a document may begin like a formula."""
    text = " ".join(("; ".join(value) if isinstance(value, tuple) else str(value)).split())
    return f"'{text}" if text[:1] in {"=", "+", "-", "@"} else text


def _print(rows: Sequence[Answer]) -> None:
    for row in rows:
        emit(f"{row['score']:.2f}  possible: {isolate(row['possible'])}  for {isolate(row['listed'])} ({isolate(row['entry'])})")
        emit(f"      {row['mentions']} mentions in {row['documents']} documents, first {row['place'][:12]}#{row['place'].split('#')[1]}")
        if row["warning"]:
            emit(f"      careful: {row['warning']}")
        emit(f"      {isolate('; '.join(row['why']))}")
