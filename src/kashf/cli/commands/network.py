"""`kashf network`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from kashf.cli.common import InCollection, checked_words, more_elsewhere, opened, tell_left_out
from kashf.cli.forms.written_files import Protect, check_protect
from kashf.cli.letters.asked_network import LetterNetworkAsked, tell_letter_network
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.domain.entries.delivery import Scope
from kashf.errors import UsageError
from kashf.language.words.visible import isolate
from kashf.show.answers import network_answer
from kashf.show.counted import many

EPILOG = "Example: kashf network leak.case --about 'Abu Mohammed al-Shamali' --jsonl"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    about: Annotated[str, typer.Option(help="The name around which to look, in any spelling; with --letters of an office.")] = "",
    letters: Annotated[bool, typer.Option("--letters", help="Who writes to whom, by the heads of letters.")] = False,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="For --letters: write FILE.svg, .graphml, .gexf or .csv.")] = None,
    protect: Protect = None,
    collection: InCollection = Scope.LEAK,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="Names to print.")] = 30,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a name.")] = False,
) -> int:
    """Co-occurrence network of a name with the probability that it is chance, or who writes to whom; exits with 1 when there is nothing."""
    if letters:
        return tell_letter_network(case, about, LetterNetworkAsked(collection, limit, out, protect, as_json=as_json, as_jsonl=as_jsonl))
    check_protect(out, protect)
    if out or not about:
        raise UsageError("--out goes with --letters" if out else "whose network? --about NAME, or --letters for who writes to whom")
    from kashf.services.names.network import network

    with opened(case) as open_case:
        found = network(open_case, checked_words(about, what="the name"), scope=collection)
    answer = network_answer(found, found.links[:limit])
    if as_jsonl:
        emit_jsonl(answer["links"])
    elif as_json:
        emit_json(answer)
    else:
        _print(answer["links"])
    documents = f"{found.documents} of {many(found.all_documents, 'document')}"
    say(f"{many(len(found.links), 'name')} beside it in {documents}; copies count once, forms do not")
    if found.elsewhere:
        say(f"documents with it: {more_elsewhere(found.elsewhere)}")
    tell_left_out(found.left_out, case)
    return 0 if answer["links"] else 1


def _print(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        told = next((f"; on one form {mine}, {other}" for mine, other in filter(None, row["on_one_form"])), "")
        emit(
            f"{row['both']:6} of {row['other']} with {isolate(row['name'])} ({row['type']}); by accident {row['expected']:.1f}, "
            f"chance {row['chance']:.2g}, adjusted p {row['adjusted']:.2g}{told}"
        )
