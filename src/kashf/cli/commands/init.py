"""`kashf init`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.output import say
from kashf.cli.passphrases import PassphraseFile, read_passphrase
from kashf.errors import UsageError
from kashf.language.words.visible import isolate, shell_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kashf.bootstrap.encryption import NewWays

EPILOG = "Example: kashf init leak.case --name 'Harbour letters'"


def command(
    case: Annotated[Path, typer.Argument(help="Folder to make; it must not exist, or be empty.")],
    name: Annotated[str, typer.Option(help="What people call the case.")] = "",
    encrypt: Annotated[bool, typer.Option("--encrypt", help="Keep it so that nobody can read it without its passphrase.")] = False,
    passphrase_file: PassphraseFile = None,
    to: Annotated[list[str] | None, typer.Option("--to", metavar="AGE1...", help="With --encrypt: a public key that opens it too.")] = None,
) -> int:
    """Make a new, empty case."""
    from kashf.bootstrap import create_case
    from kashf.settings import load_settings

    if not encrypt and (passphrase_file or to):
        raise UsageError("--passphrase-file and --to go with --encrypt")
    ways = _ways(passphrase_file, to or ()) if encrypt else None
    create_case(case, name=name or case.resolve().stem, settings=load_settings(), ways=ways)
    if ways:
        say(
            "encrypted, and unlocked on this machine until `kashf lock`. Who loses the passphrase, or the file `keys` in its folder, "
            "loses the case: there is no other way in, for nobody. Keep copies of both, apart from each other."
        )
    say(f"made {isolate(str(case))}; next: kashf add {shell_word(str(case))} FOLDER --from CODE-NAME")
    return 0


def _ways(passphrase_file: Path | None, recipients: Sequence[str]) -> NewWays:
    from kashf.bootstrap.encryption import NewWays

    return NewWays(read_passphrase(passphrase_file, what="the case", is_new=True), tuple(recipients))
