"""`kashf init`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.output import say
from kashf.language.words.visible import isolate, shell_word

EPILOG = "Example: kashf init leak.case --name 'Harbour letters'"


def command(
    case: Annotated[Path, typer.Argument(help="Folder to make; it must not exist, or be empty.")],
    name: Annotated[str, typer.Option(help="What people call the case.")] = "",
) -> int:
    """Make a new, empty case."""
    from kashf.bootstrap import create_case
    from kashf.settings import load_settings

    create_case(case, name=name or case.resolve().stem, settings=load_settings())
    say(f"made {isolate(str(case))}; next: kashf add {shell_word(str(case))} FOLDER --from CODE-NAME")
    return 0
