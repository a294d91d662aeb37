"""`kashf count`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.output import emit, emit_json, isolate, say
from kashf.cli.running import opened

if TYPE_CHECKING:
    from kashf.entities.count import Appearances

EPILOG = "Example: kashf count leak.case 'Abu Mohammed al-Shamali' --json"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    name: Annotated[str, typer.Argument(help="A person's name, in Arabic or Latin letters.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object, with the place of every mention.")] = False,
) -> int:
    """Count a name in every spelling and both scripts: mentions, documents, without copies; exits with 1 when there is none."""
    from kashf.services.explore import count_name

    with opened(case) as open_case:
        appearances = count_name(open_case, name)
        totals = open_case.view.totals()
    if as_json:
        emit_json(appearances)
    else:
        _print(appearances)
    if totals.waiting or totals.without_text:
        say(f"not looked at: {totals.waiting} documents still waiting, {totals.without_text} without text")
    return 0 if appearances.mentions or appearances.undecided else 1


def _print(appearances: Appearances) -> None:
    least, most = appearances.interval
    emit(f"{isolate(appearances.name)}: {appearances.mentions} mentions in {appearances.documents} documents")
    emit(f"  {appearances.without_copies} documents without copies")
    places = "place is" if appearances.undecided == 1 else "places are"
    emit(f"  {appearances.undecided} more {places} undecided; at least {least} (certain spellings), at most {most} mentions (with these)")
    for variant in appearances.variants:
        emit(f"{variant.mentions:8}  {isolate(variant.text)}  {variant.script}")
