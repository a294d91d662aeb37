"""`kashf restore`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import opened
from kashf.cli.output import emit, emit_json, say
from kashf.cli.passphrases import PassphraseFile, read_passphrase, read_private
from kashf.cli.whole_case.restart_words import restart_words
from kashf.errors import IntegrityError, NotAllowedError, UsageError
from kashf.language.words.visible import isolate, shell_word
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.bootstrap.backups import Opening
    from kashf.services.ledger.custody import Verification

EPILOG = "Example: kashf restore leak.backup leak-again.case --key key.txt --verify"


def command(
    file: Annotated[Path, typer.Argument(help="The backup.")],
    case: Annotated[Path, typer.Argument(help="Folder to make; there must be nothing.")],
    key: Annotated[
        Path | None, typer.Option("--key", metavar="FILE", help="Open it by a secret key of age in a private file, - for stdin.")
    ] = None,
    passphrase_file: PassphraseFile = None,
    verify: Annotated[bool, typer.Option("--verify", help="Verify the case that was made, as `kashf verify` does.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Make a case of a backup, whole or not at all; each file of it is checked while it is written."""
    from kashf.bootstrap.backups import restore
    from kashf.bootstrap.encryption import is_encrypted

    head = restore(file, case, opening=_opening(file, key, passphrase_file))
    is_locked = is_encrypted(case)
    result = _verified(case) if verify and not is_locked else None
    if as_json:
        told = {"case": head.case, "head": head.head, "entries": head.entries, "time": head.time}
        emit_json({**told, **({"ok": result.ok, "faults": result.faults, "restarts": result.restarts} if result else {})})
    else:
        emit(f"head {head.head} over {head.entries} ledger entries, of {head.time}")
        emit(f"case {head.case}")
    if is_locked:
        unlocked = f"kashf unlock {shell_word(str(case))}, kashf process {shell_word(str(case))}, kashf verify {shell_word(str(case))}"
        say(f"made {isolate(str(case))}; each file is as it was backed up. It is encrypted, and verified when it is open; next: {unlocked}")
        return 0
    say(f"made {isolate(str(case))}; next: kashf process {shell_word(str(case))}, which makes the index")
    if result is None:
        return 0
    say(
        "verified: intact, but for the index, which is not made yet"
        if result.ok
        else f"verified: {many(len(result.faults), 'fault')}, which `kashf verify` names; so was what was backed up"
    )
    for each in result.restarts:
        say(restart_words(each))
    return 0 if result.ok else IntegrityError.exit_code


def _verified(path: Path) -> Verification:
    from kashf.services.ledger.custody import verify

    with opened(path) as case:
        found = verify(case)
    # It was left out of the backup, and what was put in the place of one could not have come out of it.
    return replace(found, faults=tuple(fault for fault in found.faults if fault.what != "index"))


def _opening(file: Path, key: Path | None, passphrase_file: Path | None) -> Opening:
    from kashf.bootstrap.backups import BySecretKeys, InTheClear, UnderPassphrase, needs

    needed = needs(file)
    if needed == "key":
        if key is None:
            raise NotAllowedError("the backup is encrypted to keys; --key FILE gives a secret key of age", code="backup-other-key")
        return BySecretKeys(read_private(key))
    if key is not None:
        raise UsageError("the backup is not encrypted to keys; --key opens nothing of it")
    if needed == "passphrase":
        return UnderPassphrase(read_passphrase(passphrase_file, what="the backup"))
    if passphrase_file is not None:
        raise UsageError("the backup is under no passphrase")
    return InTheClear()
