"""`kashf unlock`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.output import say
from kashf.cli.passphrases import PassphraseFile, read_passphrase, read_private
from kashf.errors import UsageError
from kashf.language.words.visible import shell_word

EPILOG = "Example: kashf unlock leak.case"


def command(
    case: Annotated[Path, typer.Argument(help="An encrypted case.")],
    passphrase_file: PassphraseFile = None,
    key: Annotated[
        Path | None,
        typer.Option("--key", metavar="FILE", help="Open it by a secret key of age in a private file, - for stdin, not by a passphrase."),
    ] = None,
) -> int:
    """Open an encrypted case for the commands that follow, until `kashf lock` or until the machine is switched off."""
    from kashf.bootstrap.encryption import key_id, unlock_case

    if key and passphrase_file:
        raise UsageError("one of --key and --passphrase-file is enough")
    key_id(case)  # before anybody types a passphrase in vain
    if key:
        was_locked = unlock_case(case, identities=read_private(key))
    else:
        was_locked = unlock_case(case, passphrase=read_passphrase(passphrase_file, what="the case"))
    said = "unlocked" if was_locked else "it was unlocked already"
    say(f"{said}: its key and its index are in memory, for whoever is at this account; kashf lock {shell_word(str(case))} ends that")
    return 0
