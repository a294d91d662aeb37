"""`kashf receive`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.common import PARTLY_DONE, checked_record
from kashf.cli.output import emit_json, say
from kashf.errors import UsageError
from kashf.language.words.visible import isolate
from kashf.show.counted import many

EPILOG = (
    "Example: kashf receive /media/stick --to age1... --out 0412.age. The originals stay where they are: what is deleted on a stick or a "
    "telephone can mostly be brought back, and nobody here can read what was written to see whether it is whole."
)


def command(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", readable=False, help="Files and folders; they are never changed.")],
    to: Annotated[list[str], typer.Option(metavar="AGE1...", help="Public key of the newsroom (`kashf keypair`); may be given again.")],
    out: Annotated[Path, typer.Option(metavar="FILE", help="The new file that all goes into; give it a name that tells nothing.")],
    note: Annotated[str, typer.Option(help="Anything worth keeping; encrypted as the files are.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """In the field: hash files and encrypt them to the newsroom at once; nobody here, nor kashf, can read what was written."""
    from kashf.bootstrap.field import receive_to
    from kashf.settings import load_settings

    if not to:
        raise UsageError("--to needs a public key")
    tally = receive_to(paths, out, recipients=to, note=checked_record(note, what="--note"), settings=load_settings())
    if as_json:
        emit_json({"files": tally.files, "unreadable": tally.unreadable, "bytes": tally.size_bytes, "root": tally.root})
    lost = f", {tally.unreadable} could not be read and are listed so" if tally.unreadable else ""
    say(f"{many(tally.files, 'file')} in {isolate(str(out))}{lost}; all hashes as one: {tally.root}")
    return PARTLY_DONE if tally.unreadable else 0
