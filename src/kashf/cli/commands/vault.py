"""`kashf vault`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from kashf.cli.common import opened
from kashf.cli.output import emit, emit_json, say
from kashf.cli.passphrases import PassphraseFile, read_passphrase
from kashf.cli.sources.vault_door import WHAT, VaultKey, open_vault
from kashf.errors import UsageError
from kashf.language.words.visible import isolate
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.services.case.open import WritableCase
    from kashf.services.ledger.vault.vault_ways import NotesMoved, VaultState

EPILOG = (
    "Example: kashf vault leak.case close --passphrase-file phrase. Writing into the vault takes no passphrase: it is encrypted to a "
    "public key. Passwords that opened documents lie apart, in the folder `passwords`, since a run reads them with nobody there."
)


class VaultAction(StrEnum):
    """What is done with the vault."""

    STATUS = "status"
    CLOSE = "close"
    ADMIT = "admit"
    REMOVE = "remove"
    MOVE = "move"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    action: Annotated[
        VaultAction,
        typer.Argument(
            help="Say who can read it; close it with a first passphrase, or change one; admit somebody else, with a passphrase or a public "
            "key of theirs; remove one; move notes of an earlier kashf into it."
        ),
    ] = VaultAction.STATUS,
    name: Annotated[str, typer.Option("--name", help="Whose passphrase it is; never a source's name.")] = "owner",
    to: Annotated[
        str, typer.Option(metavar="AGE1...", help="With admit: a public key of theirs (`kashf keypair`), not a passphrase.")
    ] = "",
    passphrase_file: PassphraseFile = None,
    key: VaultKey = None,
    new_passphrase_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="With close and admit, where the vault has a passphrase: the new one.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """What could name a source: who can read it, and under which passphrases its key lies."""
    from kashf.bootstrap import open_to_decide
    from kashf.services.ledger.vault.vault_ways import move_plain_notes, remove_vault_passphrase
    from kashf.settings import load_settings

    moved = None
    if to and (action is not VaultAction.ADMIT or new_passphrase_file):
        raise UsageError("--to goes with admit, in place of a passphrase")
    if action is not VaultAction.STATUS:
        with open_to_decide(case, settings=load_settings()) as writable:
            if action is VaultAction.REMOVE:
                open_vault(writable.reading, passphrase_file, key)
                remove_vault_passphrase(writable, name)
            elif action is not VaultAction.MOVE:
                _let_in(writable, action, name, to, Ways(passphrase_file, new_passphrase_file, key))
            if action in {VaultAction.CLOSE, VaultAction.MOVE}:
                moved = move_plain_notes(writable)
    return _tell(case, moved, as_json=as_json)


class Ways(NamedTuple):
    """Files that were given: the passphrase that opens it, a new one, a secret key that opens it."""

    passphrase: Path | None
    new: Path | None
    key: Path | None


def _let_in(case: WritableCase, action: VaultAction, name: str, to: str, given: Ways) -> None:
    from kashf.services.ledger.vault.vault_ways import admit_to_vault, set_vault_passphrase

    keys = case.reading.sealed.keys
    if action is VaultAction.ADMIT and (not keys.ways or name in keys.ways):
        raise UsageError("close the vault first, and admit others by --name with a name that has no way in yet")
    has_one = bool(keys.ways)
    if has_one:
        open_vault(case.reading, given.passphrase, given.key)
    if to:
        admit_to_vault(case, name, to)
    else:
        set_vault_passphrase(case, name, read_passphrase(given.new if has_one else given.passphrase, what=WHAT, is_new=True))


def _tell(path: Path, moved: NotesMoved | None, *, as_json: bool) -> int:
    from kashf.bootstrap import keys_folder
    from kashf.services.ledger.vault.vault_ways import vault_state
    from kashf.settings import load_settings

    with opened(path) as case:
        case.sealed.keys.use_installation(keys_folder(load_settings()))
        state = vault_state(case)
    if as_json:
        emit_json({"vault": state, "moved": moved})
        return 0
    if moved and (moved.notes or moved.passwords):
        say(
            f"{many(moved.notes, 'note')} that lay without encryption moved into the vault, {many(moved.passwords, 'password')} of "
            "documents put apart; the old files were overwritten, but flash memory may keep what stood in them"
        )
    if moved and moved.strangers:
        say(f"{many(moved.strangers, 'file')} in `sealed` that the ledger knows nothing of left where they are")
    for line in _lines(state):
        emit(line)
    return 0


def _lines(state: VaultState) -> list[str]:
    if not state.public:
        who = "no vault yet: it is made when the first note needs one"
    elif state.ways:
        who = f"closed; {many(len(state.ways), 'way in', 'ways in')}: {', '.join(map(isolate, state.ways))}"
    elif state.lies_open:
        who = "encrypted, but its key lies unprotected in the folder of this installation; `close` puts it under a passphrase"
    else:
        who = "its key is on the installation that made it, and not here; only there can a passphrase be set"
    lines = [who, f"{many(state.notes, 'note')}, {state.plain} without encryption, {state.away} not here"]
    return lines + (["`move` encrypts those that are not"] if state.plain else [])
