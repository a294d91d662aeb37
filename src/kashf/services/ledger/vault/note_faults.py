"""Whether sealed notes are those that the ledger commits to, and the vault's key is the one that it names."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.domain.entries.delivery import boxes_by, sealed_by, vault_key
from kashf.domain.ledger import Fault, Recorded
from kashf.errors import DamagedVaultError
from kashf.services.case.open import OpenCase


def note_faults(case: OpenCase, entries: Sequence[Recorded]) -> tuple[int, list[Fault]]:
    """Return how many sealed notes are not here, which is no fault, and what is wrong with the others and with the vault's key.

    A note is held against the hash of its encrypted form; while the vault is open, also against the commitment to what it says.

    Args:
        case: Which case.
        entries: Those of its ledger that can be read.
    """
    away, faults, boxes = 0, _key_faults(case, entries), boxes_by(entries)
    for commitment in dict.fromkeys(sealed_by(entries)):
        found = case.sealed.fault(commitment, boxes.get(commitment, ""))
        away += found == "missing"
        faults += [Fault("sealed note", commitment, commitment, found)] if found not in {"", "missing"} else []
    return away, faults


def _key_faults(case: OpenCase, entries: Sequence[Recorded]) -> list[Fault]:
    """With another key than the ledger names, somebody else could read what is written next."""
    told = vault_key(entries)
    try:
        found = case.sealed.keys.public
    except DamagedVaultError:
        found = "cannot be read"
    # A vault that was made just before the process died is named by the next entry about a note.
    return [Fault("vault", "vault.json", told, found or "missing")] if told and told != found else []
