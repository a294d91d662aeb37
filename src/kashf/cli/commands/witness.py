"""`kashf witness`."""

from __future__ import annotations

import html
import io
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Annotated

import typer

from kashf.cli.common import opened
from kashf.cli.output import emit, emit_json, say
from kashf.errors import BadPathError
from kashf.language.identifiers.spoken_digests import spoken
from kashf.language.words.visible import isolate

EPILOG = "Example: kashf witness leak.case --to leak-in-march.witness, for a colleague or a notary to keep"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    to: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a small signed file that somebody else keeps.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what the file says.")] = False,
) -> int:
    """Give the head of a case to somebody else: in words, as a code, as a signed file. It tells nothing of what is in the case."""
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
    emit(spoken(witness.head))
    emit(f"case {witness.case}")
    emit(_code(f"kashf head {witness.head} entries {witness.entries} case {witness.case}"))
    return 0


def _code(text: str) -> str:
    """Return a QR code for a terminal."""
    drawn = io.StringIO()
    _segno().make(text, error="m", micro=False).terminal(out=drawn, compact=True)
    return drawn.getvalue().rstrip("\n")


def _segno() -> ModuleType:
    """Return the library that makes QR codes.

    For its SVG it asks the standard library for two functions that quote XML, whose module brings a network client, which no process of
    kashf has loaded (decision 13). It gets two others of these names, since no SVG is drawn here.
    """
    name = "xml.sax.saxutils"
    stand_in = ModuleType(name)
    stand_in.escape = stand_in.quoteattr = html.escape  # type: ignore[attr-defined]  # a module takes any name
    before = sys.modules.get(name)
    sys.modules[name] = before or stand_in
    try:
        import segno
    finally:
        if before is None:
            del sys.modules[name]
    return segno
