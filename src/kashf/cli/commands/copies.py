"""`kashf copies`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.common import opened, tell_left_out
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.language.words.visible import isolate
from kashf.show.answers import copies_answer

EPILOG = "Example: kashf copies leak.case --jsonl"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a group.")] = False,
) -> int:
    """Copies, a group a letter: the same bytes or text, one message in several files, nearly the same text. A copy is no second witness."""
    from kashf.services.case.documents import copies
    from kashf.services.search.count_left_out import left_out

    with opened(case) as open_case:
        groups, unsaid = copies(open_case), left_out(open_case, of_names=False)
    if as_json:
        emit_json(copies_answer(groups, unsaid))
    elif as_jsonl:
        emit_jsonl(groups)
    else:
        for group in groups:
            emit(f"{', '.join(group.ways)}: {len(group.paths)} places, {len(group.documents)} documents")
            for path in group.paths:
                emit(f"    {isolate(path)}")
    if not groups:
        say("no copies: nothing was seen twice, and no two texts are the same or nearly the same")
    tell_left_out(unsaid, case)
    return 0 if groups else 1
