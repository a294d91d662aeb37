"""`kashf clashes`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kashf.cli.common import InCollection, answering, more_elsewhere, opened_lines, tell_waiting
from kashf.cli.output import emit, emit_json, say
from kashf.domain.entries.delivery import Scope
from kashf.errors import UsageError
from kashf.events.contradictions.contradiction import Clash
from kashf.language.words.visible import isolate
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.events.contradictions.outside_lives import Life

EPILOG = "Example: kashf clashes leak.case --certain. A table of lives has columns such as name, born, died: 1970, 2014-05 or 2014-05-03."

#: More than any table of lives holds.
_MOST_BYTES: Final = 20_000_000


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    document: Annotated[str, typer.Argument(metavar="[DOC]", help="Beginning of the id of one document.")] = "",
    kind: Annotated[Clash | None, typer.Option(metavar="KIND", help="Only this kind.")] = None,
    certain: Annotated[bool, typer.Option("--certain", help="Only those that no reading of dates and names explains.")] = False,
    lives: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Births and deaths to hold letters against, as CSV; - reads standard input.")
    ] = None,
    km_a_day: Annotated[float, typer.Option(min=1, max=50_000, help="Kilometres that a man gets on in a day.")] = 720.0,
    collection: InCollection = Scope.LEAK,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a table, a row a contradiction.")] = False,
) -> int:
    """What cannot both be so: dates, numbers, posts, places, deaths, with both places and what may explain it; exits with 1 for none."""
    from kashf.services.contradictions.list_contradictions import ClashQuery, list_contradictions
    from kashf.show.contradictions.clash_lines import (
        CLASH_COLUMNS,
        NEVER_PROOF,
        clash_lines,
        clash_rows,
        clashes_answer,
        left_out_of_clashes,
    )
    from kashf.show.forms.spreadsheets import csv_bytes

    known = _lives(lives) if lives else ()
    with answering(case) as open_case:
        asked = open_case.view.resolve(document) if document else None
        query = ClashQuery(asked, kind, certain=certain, scope=collection, lives=known, km_a_day=km_a_day)
        found = list_contradictions(open_case, query)
    if as_json:
        emit_json(clashes_answer(found))
    elif as_csv:
        emit(csv_bytes([CLASH_COLUMNS, *clash_rows(found)]).decode("utf-8-sig").rstrip())
    else:
        for line in clash_lines(found):
            emit(line)
    say(left_out_of_clashes(found))
    say(NEVER_PROOF)
    if found.elsewhere:
        say(f"letters: {more_elsewhere(found.elsewhere)}")
    tell_waiting(found.waiting, case)
    return 0 if found.contradictions else 1


def _lives(path: Path) -> tuple[Life, ...]:
    from kashf.bootstrap import decode_list
    from kashf.services.contradictions.table_of_lives import read_lives

    with opened_lines(path) as (file, name):
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise UsageError(f"{name} is larger than {_MOST_BYTES:,} bytes: no table of lives")
    text, encoding = decode_list(data, name=name)
    found = read_lives(text, name=name)
    say(f"{many(len(found), 'life', 'lives')} in {isolate(name)} ({encoding})")
    return found
