"""Opens the key of whoever decides, or makes one, by a passphrase that is asked for, or stands in the file that the settings name."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from kashf.cli.output import say
from kashf.errors import UsageError
from kashf.language.words.visible import isolate

if TYPE_CHECKING:
    from kashf.domain.entries.persons import Person
    from kashf.settings import Settings


def ready_to_sign(settings: Settings, known: Person | None, *, introduces: bool = False) -> None:
    """Open the key of who is at work, or make it where they have none.

    The first person who signs on an installation is its owner and needs no passphrase; every other does.

    Args:
        settings: Who is at work.
        known: As the case knows them; None when it does not.
        introduces: Whether they are about to become a person of the case.

    Raises:
        UsageError: A passphrase is needed, and there is no terminal to ask on and no file that the settings name.
        WrongPassphraseError: It is another.
    """
    from kashf.bootstrap.signers import PersonSigners
    from kashf.cli.passphrases import read_passphrase

    def passphrase(*, is_new: bool) -> str:
        if settings.passphrase_file is None and not sys.stdin.isatty():
            raise UsageError(
                f"{isolate(settings.actor)} signs with a passphrase, and there is no terminal to ask on; "
                "KASHF_PASSPHRASE_FILE may name a file with it that only its owner may read"
            )
        return read_passphrase(settings.passphrase_file, what=what, is_new=is_new)

    signers = PersonSigners(settings)
    stored, what = signers.stored(), f"the key of {isolate(settings.actor)}"
    if stored is None and not (known and known.key) and (known or introduces):
        if signers.has_owner():
            signers.make(passphrase(is_new=True))
            say(f"{what} was made; only its passphrase opens it")
        elif introduces:
            signers.make(None)
            say(f"{isolate(settings.actor)} signs here without a passphrase, as the owner of this installation; others need one each")
    elif stored and stored.is_wrapped and (known or introduces) and signers.signer() is None:
        signers.unlock(passphrase(is_new=False))
