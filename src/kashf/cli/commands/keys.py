"""`kashf keys`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.common import checked_record
from kashf.cli.output import emit, emit_json, say
from kashf.cli.passphrases import PassphraseFile, read_passphrase
from kashf.errors import UsageError
from kashf.language.words.visible import isolate

EPILOG = "Example: kashf keys leak.case add 'Samar' --to age1..."
#: Code points of the name of a way.
_LENGTH = 80


class KeysAction(StrEnum):
    """What is done with the ways into a case."""

    LIST = "list"
    ADD = "add"
    REMOVE = "remove"


def command(
    case: Annotated[Path, typer.Argument(help="An encrypted case.")],
    action: Annotated[KeysAction, typer.Argument(help="List the ways into the case, add one, or remove one.")] = KeysAction.LIST,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Of the way; it stands in the file `keys`, which is not encrypted.")] = "",
    to: Annotated[
        str, typer.Option("--to", metavar="AGE1...", help="With add: a public key of age; without, a passphrase is asked for.")
    ] = "",
    passphrase_file: PassphraseFile = None,
    as_json: Annotated[bool, typer.Option("--json", help="With list: print one JSON object.")] = False,
) -> int:
    """Passphrases and public keys that open an encrypted case."""
    if (action is KeysAction.LIST) == bool(name):
        raise UsageError("add and remove need a name, list takes none")
    if action is not KeysAction.ADD and (to or passphrase_file):
        raise UsageError("--to and --passphrase-file go with add")
    if action is KeysAction.LIST:
        return _list(case, as_json=as_json)
    if len(checked_record(name, what="the name")) > _LENGTH or not name.strip():
        raise UsageError(f"a way in has a name of 1 to {_LENGTH} letters")
    return _add(case, name, to, passphrase_file) if action is KeysAction.ADD else _remove(case, name)


def _list(case: Path, *, as_json: bool) -> int:
    from kashf.bootstrap.encryption import ways_of

    found = ways_of(case)
    if as_json:
        emit_json({"ways": found})
        return 0
    for each in found:
        emit(f"{each.kind:10}  {isolate(each.name)}{'  ' + isolate(each.recipient) if each.recipient else ''}")
    return 0


def _add(case: Path, name: str, to: str, passphrase_file: Path | None) -> int:
    from kashf.bootstrap.encryption import add_way, check_unlocked

    check_unlocked(case)
    if to and passphrase_file:
        raise UsageError("a way in is a public key or a passphrase, not both")
    passphrase = "" if to else read_passphrase(passphrase_file, what="the case", is_new=True)
    add_way(case, name=name, passphrase=passphrase, recipient=to)
    say("added; whoever has a copy of the file `keys` of before opens that copy without it")
    return 0


def _remove(case: Path, name: str) -> int:
    from kashf.bootstrap.encryption import remove_way

    remove_way(case, name=name)
    say(
        "removed from the file `keys`. It is the same key that the others have: with a copy of that file from before, as in a backup, it "
        "still opens this case and every copy of it. Only a new case has a new key."
    )
    return 0
