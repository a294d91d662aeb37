"""`kashf compare-names`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.common import PARTLY_DONE, opened_lines
from kashf.cli.output import emit, emit_jsonl, say
from kashf.language.words.visible import isolate
from kashf.show.explain import in_english

_PAIRS = "Two names a line, divided by a tab, in UTF-8; headings and further columns are passed over. - reads from stdin."

EPILOG = "Example: printf 'Abu Mohammed al-Shamali\\tأبو محمد الشمالي\\n' | kashf compare-names - --jsonl"


def command(
    pairs: Annotated[Path, typer.Argument(help=_PAIRS, allow_dash=True)],
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a pair.")] = False,
) -> int:
    """Compare pairs of names in any two scripts: same, asked (a person decides) or other, and why.

    Exits with 1 when no two may be one name, with 3 when a line was passed over since it has one column only.
    """
    from kashf.services.names.compare_lists import MAYBE, ComparedPair, compare_pairs, read_pairs

    best, faulty = 0.0, 0

    def show(pair: ComparedPair) -> None:
        emit(f"{pair.score:.3f}  {pair.verdict:5}  {isolate(pair.a)}  |  {isolate(pair.b)}")
        for part in pair.parts:
            sides = f"{isolate(part.left or '-')}  |  {isolate(part.right or '-')}"
            emit(f"       {part.name:6} {part.evidence:+6.1f}  {sides}  {in_english(part.why)}")
        for told in filter(None, (pair.warning, pair.doubts)):
            emit(f"       {in_english(told)}")

    def pass_over(line: int) -> None:
        nonlocal faulty
        faulty += 1
        say(f"{isolate(name)}, line {line}: one column instead of two, passed over; write two names with a tab between them")

    with opened_lines(pairs) as (lines, name):
        for pair in compare_pairs(read_pairs(lines, name=name, passed_over=pass_over)):
            best = max(best, pair.score)
            if as_jsonl:
                emit_jsonl([pair])
            else:
                show(pair)
    return PARTLY_DONE if faulty else 0 if best >= MAYBE else 1
