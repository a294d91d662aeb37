"""`kashf match-names`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.common import opened_lines
from kashf.cli.output import emit, emit_jsonl
from kashf.language.words.visible import isolate
from kashf.show.explain import in_english

EPILOG = "Example: kashf match-names queries.txt list.txt --top 10 --jsonl"


def command(
    queries: Annotated[Path, typer.Argument(help="Names to look for, one a line, in UTF-8; - reads from stdin.", allow_dash=True)],
    names: Annotated[Path, typer.Argument(help="Names to look in, one a line, in UTF-8.")],
    top: Annotated[int, typer.Option("--top", min=1, max=1000, help="How many hits a name at most.")] = 10,
    least: Annotated[float, typer.Option("--least", min=0.0, max=1.0, help="Score a hit has at least; 0.5 may be the same name.")] = 0.5,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a name asked for.")] = False,
) -> int:
    """Find the names of one list in another, in any two scripts, and say why; exits with 1 when nothing is found."""
    from kashf.services.names.compare_lists import match_names, read_names

    found = 0
    with opened_lines(names) as (lines, name):
        known = list(read_names(lines, name=name))
    with opened_lines(queries) as (lines, name):
        asked = (query for _, query in read_names(lines, name=name))
        for matches in match_names(asked, known, top=top, least=least):
            found += len(matches.hits)
            if as_jsonl:
                emit_jsonl([matches])
                continue
            emit(isolate(matches.query))
            for hit in matches.hits:
                warning = f"  ! {in_english(hit.warning)}" if hit.warning else ""
                emit(f"  {hit.score:.3f}  {isolate(hit.name)}  line {hit.line}  {in_english(hit.why)}{warning}")
    return 0 if found else 1
