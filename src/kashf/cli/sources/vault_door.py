"""Opening a case's vault from the command line, and saying what becomes of what is written into it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import opened
from kashf.cli.output import say
from kashf.cli.passphrases import read_passphrase, read_private
from kashf.language.words.visible import shell_word

if TYPE_CHECKING:
    from kashf.services.case.open import OpenCase

#: What opens the vault in place of a passphrase.
VaultKey = Annotated[
    Path | None, typer.Option("--key", metavar="FILE", help="Open the vault by a secret key of age in a private file, not by a passphrase.")
]
#: What is asked for, in the question.
WHAT = "the vault"


@contextmanager
def opened_vault(path: Path, passphrase_file: Path | None, key: Path | None = None) -> Iterator[OpenCase]:
    """Open a case for reading with its vault open: by the key that lies open on this installation, by a secret key of age, or a passphrase.

    Raises:
        WrongPassphraseError: The passphrase opens nothing.
        UsageError: There is no terminal to ask on.
    """
    with opened(path) as case:
        open_vault(case, passphrase_file, key)
        yield case


def open_vault(case: OpenCase, passphrase_file: Path | None, key: Path | None = None) -> None:
    """Open the vault of a case; raises as `opened_vault`."""
    from kashf.bootstrap import keys_folder
    from kashf.settings import load_settings

    keys = case.sealed.keys
    keys.use_installation(keys_folder(load_settings()))
    if key is not None:
        keys.unlock_with(read_private(key))
    elif keys.ways and not keys.private():
        keys.unlock(read_passphrase(passphrase_file, what=WHAT))


def tell_vault(case: OpenCase) -> None:
    """Say where what could name a source went; once a passphrase is set there is nothing to say."""
    keys = case.sealed.keys
    if keys.lies_open and not keys.ways:
        say(
            "what could name a source is encrypted, but its key lies unprotected on this machine, apart from the case: "
            f"`kashf vault {shell_word(str(case.path))} close` puts it under a passphrase"
        )
