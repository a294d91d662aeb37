"""`kashf backup`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.output import ProgressLine, emit, emit_json, say
from kashf.cli.passphrases import PassphraseFile, read_passphrase
from kashf.errors import BadPathError, IntegrityError, UsageError
from kashf.language.words.visible import isolate, shell_word
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.bootstrap.backups import BackedUp, Sealing

EPILOG = "Example: kashf backup leak.case leak.backup --to age1..., with a public key whose private one lies elsewhere"

#: Of a list of public keys, in bytes.
_MOST_BYTES = 1_000_000


def command(
    case: Annotated[Path, typer.Argument(help="The case; others may go on working on it.")],
    file: Annotated[Path, typer.Argument(help="The backup: a new file, best on another disk.")],
    to: Annotated[
        list[str] | None, typer.Option("--to", metavar="KEY", help="Encrypt it to a public key of age (age1...); again for more.")
    ] = None,
    to_file: Annotated[Path | None, typer.Option("--to-file", metavar="FILE", help="Encrypt it to public keys, one a line.")] = None,
    passphrase_file: PassphraseFile = None,
    passphrase: Annotated[bool, typer.Option("--passphrase", help="Encrypt it under a passphrase that is asked for.")] = False,
    unencrypted: Annotated[bool, typer.Option("--unencrypted", help="Encrypt nothing: whoever has the file has the case.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Back a case up into one encrypted file, as it is at one moment, while others work on it."""
    from kashf.bootstrap.backups import back_up

    keys = (*(to or ()), *_listed(to_file))
    under_passphrase = passphrase or passphrase_file is not None
    if bool(keys) + under_passphrase + unencrypted != 1:
        raise UsageError("say who can open the backup, in one way: --to or --to-file, --passphrase or --passphrase-file, or --unencrypted")
    sealing = _sealing(keys, passphrase_file, under_passphrase=under_passphrase)
    line = ProgressLine()
    try:
        done = back_up(case, file, sealing=sealing, report=lambda so_far, of: line.show("backup", so_far, of))
    finally:
        line.end()
    if as_json:
        emit_json(_as_json(done))
    else:
        _tell(done)
    if unencrypted:
        say("It is not encrypted: whoever has this file has the case.")
    say(f"to try it: kashf restore {shell_word(str(file))} NEW-FOLDER --verify")
    return _tell_altered(done)


def _sealing(keys: tuple[str, ...], passphrase_file: Path | None, *, under_passphrase: bool) -> Sealing:
    from kashf.bootstrap.backups import InTheClear, ToKeys, UnderPassphrase

    if under_passphrase:
        return UnderPassphrase(read_passphrase(passphrase_file, what="the backup", is_new=True))
    return ToKeys(keys) if keys else InTheClear()


def _listed(path: Path | None) -> tuple[str, ...]:
    from kashf.bootstrap.backups import read_keys

    if path is None:
        return ()
    try:
        with path.open("rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8")
    except OSError as error:
        raise BadPathError(f"{path}: {error.strerror or 'cannot be read'}") from error
    except UnicodeDecodeError:
        raise UsageError(f"{path} is no list of keys") from None
    return read_keys(text)


def _as_json(done: BackedUp) -> dict[str, object]:
    head = done.head
    return {
        "case": head.case,
        "head": head.head,
        "entries": head.entries,
        "time": head.time,
        "files": done.files,
        "size_bytes": done.size_bytes,
        "altered": done.altered,
        "strange": done.strange,
    }


def _tell(done: BackedUp) -> None:
    emit(f"{many(done.files, 'file')}, {done.size_bytes} bytes; index and caches are left out and made again by `kashf process`")
    emit(f"head {done.head.head} over {done.head.entries} ledger entries, of {done.head.time}")
    emit(f"case {done.head.case}")
    if done.strange:
        say(f"not in the backup, since no part of a case: {many(done.strange, 'file')} in the folder")


def _tell_altered(done: BackedUp) -> int:
    if not done.altered:
        return 0
    say(f"kashf: {many(len(done.altered), 'kept file')} are not what was received, and are in the backup as they are:")
    for name in done.altered[:20]:
        say(f"  {isolate(name)}")
    say(f"       {IntegrityError.hint}")
    return IntegrityError.exit_code
