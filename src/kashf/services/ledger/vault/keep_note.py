"""Writes notes into the case's vault, which takes no passphrase, and into the ledger what proves each."""

from __future__ import annotations

from collections.abc import Mapping

from kashf.domain.entries.delivery import vault_key
from kashf.domain.ids import Json
from kashf.domain.ledger import EntryKind
from kashf.errors import DamagedVaultError
from kashf.ports.stores import UnitOfWork
from kashf.services.case.open import WritableCase
from kashf.services.ledger.record import record


def keep_note(case: WritableCase, uow: UnitOfWork, content: Mapping[str, Json]) -> Mapping[str, Json]:
    """Keep what could name a source, encrypted to the vault, and return what an entry holds of it: `sealed` and `box`.

    The vault is made when the first note needs one, and its public key enters the ledger.

    Args:
        case: Which case.
        uow: Committed by the caller.
        content: The note.

    Raises:
        DamagedVaultError: The vault's public key is not the one that the ledger names; nothing was written.
        NoSpaceError: The disk is full.
    """
    ready_vault(case, uow)
    commitment = case.reading.sealed.seal(content)
    return {"sealed": commitment, "box": case.reading.sealed.box(commitment)}


def ready_vault(case: WritableCase, uow: UnitOfWork) -> None:
    """Make the vault where there is none; raises as `keep_note`."""
    keys = case.reading.sealed.keys
    told = vault_key(case.reading.view.entries(kinds=(EntryKind.VAULT,)))
    if not told:
        record(case, uow, EntryKind.VAULT, {"public": keys.begin()})
    elif keys.public != told:
        raise DamagedVaultError("the public key in vault.json is not the one that the ledger names")
