"""`kashf entities`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import opened_lines
from kashf.cli.output import emit, emit_jsonl
from kashf.language.words.visible import isolate

if TYPE_CHECKING:
    from kashf.domain.entity import Mention

EPILOG = "Example: kashf entities letter.txt --jsonl. Other files than text go through kashf text first: kashf text FILE | kashf entities -"


def command(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A text file in any encoding; - reads standard input.", allow_dash=True)],
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a name, with its place in code points.")] = False,
    unsafe: Annotated[bool, typer.Option("--i-accept-unsafe-parsing", help="Decode the text without a sandbox.")] = False,
) -> int:
    """Find who and what a text names: persons, groups, places, roles, code names; with what said so. Exits with 1 when there is nothing."""
    from kashf.bootstrap import decode_and_guess_language, has_english_model, make_taggers
    from kashf.services.names.finding.tag import name_text

    with opened_lines(path) as (file, name):
        given = decode_and_guess_language(file.read(), name=name, accept_unsafe=unsafe)
    found = 0
    taggers = make_taggers(english_model=has_english_model())
    for mention in name_text(given.text, taggers=taggers, language=given.language):
        found += 1
        if as_jsonl:
            emit_jsonl([mention])
        else:
            _print(mention)
    return 0 if found else 1


def _print(mention: Mention) -> None:
    emit(f"{mention.type.value:8} {mention.score:.2f}  {isolate(' '.join(mention.text.split()))}  {mention.source}")
