"""`kashf witness`."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.common import opened
from kashf.cli.output import emit, emit_json, say
from kashf.errors import BadPathError
from kashf.language.words.visible import isolate

EPILOG = "Example: kashf witness leak.case --to leak-in-march.witness, for a colleague or a notary to keep"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    to: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a small signed file that somebody else keeps.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what the file says.")] = False,
) -> int:
    """Give the head of a case to somebody else: as a code to photograph, and as a signed file. It tells nothing of what is in the case."""
    from kashf.bootstrap.signers import witness_of
    from kashf.services.ledger.signing.witnessing import witness_lines
    from kashf.settings import load_settings

    with opened(case) as reading:
        witness = witness_of(reading, load_settings())
    if to is not None:
        try:
            with os.fdopen(os.open(to, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644), "wb") as file:
                file.write(witness_lines(witness))
        except OSError as error:
            raise BadPathError(f"no new file can be written at {to}: {error.strerror}") from error
        say(f"wrote {isolate(str(to))}; whoever keeps it can ask for `kashf verify CASE --witness FILE`")
    if as_json:
        emit_json(witness.body())
        return 0
    emit(f"head {witness.head} over {witness.entries} ledger entries")
    emit(f"case {witness.case}")
    emit(_code(f"kashf head {witness.head} entries {witness.entries} case {witness.case}"))
    return 0


def _code(text: str) -> str:
    import segno

    drawn = io.StringIO()
    segno.make(text, error="m", micro=False).terminal(out=drawn, compact=True)
    return drawn.getvalue().rstrip("\n")
