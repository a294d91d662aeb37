"""Who can read the vault: passphrases set, changed and taken away; notes of a kashf before the vault moved into it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kashf.domain.entries.delivery import sealed_by
from kashf.domain.ids import Json
from kashf.domain.ledger import EntryKind
from kashf.errors import NotAllowedError, UsageError
from kashf.ports.blobs import VaultKeys
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import record
from kashf.services.ledger.vault.keep_note import ready_vault


@dataclass(frozen=True, slots=True)
class VaultState:
    """What can be said of a vault without opening it.

    Args:
        public: Its public key in hex; "" while there is no vault.
        ways: By what names there are passphrases.
        lies_open: Whether its private key lies unprotected on this installation.
        notes: How many notes the ledger commits to, passwords of documents left out.
        plain: How many of them lie without encryption, as an earlier kashf kept them.
        away: How many are not here.
    """

    public: str
    ways: tuple[str, ...]
    lies_open: bool
    notes: int
    plain: int
    away: int


@dataclass(frozen=True, slots=True)
class NotesMoved:
    """What became of notes that lay without encryption.

    Args:
        notes: How many were encrypted to the vault.
        passwords: How many were passwords of documents, put into a folder of their own, not encrypted.
        strangers: How many the ledger knows nothing of; they were left where they are.
    """

    notes: int
    passwords: int
    strangers: int


def vault_state(case: OpenCase) -> VaultState:
    """Return what can be said of the vault while it is closed."""
    keys, notes = case.sealed.keys, dict.fromkeys(sealed_by(case.view.entries(kinds=_NAMING)))
    away = sum(case.sealed.fault(note, "") == "missing" for note in notes)
    plain = len({*case.sealed.plain()} & {*notes})
    return VaultState(keys.public, keys.ways, keys.lies_open, len(notes), plain, away)


def set_vault_passphrase(case: WritableCase, name: str, passphrase: str) -> None:
    """Give a name a passphrase of the vault, in place of the way it had; makes the vault where there is none.

    Raises:
        NotAllowedError: The vault has no passphrase, and its key lies on another installation.
        UsageError: The name is empty or too long.
    """
    _admit(case, name, lambda keys: keys.set_passphrase(name, passphrase))


def admit_to_vault(case: WritableCase, name: str, recipient: str) -> None:
    """Let the holder of the secret half of a public key of age open the vault; raises as `set_vault_passphrase`, UsageError for no key."""
    _admit(case, name, lambda keys: keys.add_recipient(name, recipient))


def _admit(case: WritableCase, name: str, change: Callable[[VaultKeys], None]) -> None:
    if not name.strip() or len(name) > _LONGEST_NAME or any(not letter.isprintable() for letter in name):
        raise UsageError(f"a way into the vault goes by a name of 1 to {_LONGEST_NAME} letters", code="way-name", most=_LONGEST_NAME)
    keys = case.reading.sealed.keys
    with case.store.unit() as uow:
        ready_vault(case, uow)
        if not keys.private():
            told = "the vault's key is not on this installation, and no passphrase was given that opens it"
            raise NotAllowedError(told, code="no-vault-key")
        change(keys)
        record(case, uow, EntryKind.VAULT, _told(case))
        uow.commit()


def remove_vault_passphrase(case: WritableCase, name: str) -> None:
    """Take the passphrase of a name away; who had it may have kept what it opened.

    Raises:
        UsageError: There is none of that name, or it is the only one.
    """
    case.reading.sealed.keys.remove_passphrase(name)
    with case.store.unit() as uow:
        record(case, uow, EntryKind.VAULT, _told(case))
        uow.commit()


def move_plain_notes(case: WritableCase) -> NotesMoved:
    """Encrypt notes of an earlier kashf to the vault, and put passwords of documents apart; after a stop the next call goes on.

    Raises:
        BrokenCustodyError: A note is not what was committed to; it stays where it is.
    """
    sealed, plain = case.reading.sealed, case.reading.sealed.plain()
    entries = case.reading.view.entries(kinds=(*_NAMING, EntryKind.OPENED))
    passwords = {*sealed_by(each for each in entries if each[0].kind == EntryKind.OPENED)}
    known = [note for note in plain if note in {*sealed_by(entries)}]
    if not known:
        return NotesMoved(0, 0, len(plain))
    with case.store.unit() as uow:
        ready_vault(case, uow)
        boxes: dict[str, Json] = {note: box for note in known if (box := sealed.move(note, is_password=note in passwords))}
        record(case, uow, EntryKind.VAULT, {**_told(case), "boxes": boxes})
        uow.commit()
    return NotesMoved(len(boxes), len(known) - len(boxes), len(plain) - len(known))


def _told(case: WritableCase) -> dict[str, Json]:
    keys = case.reading.sealed.keys
    return {"public": keys.public, "ways": len(keys.ways)}


#: Kinds of entries that commit to what could name a source.
_NAMING = (EntryKind.SOURCE, EntryKind.RECEIPT, EntryKind.HANDOVER)
_LONGEST_NAME = 60
