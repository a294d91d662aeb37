"""Persons with keys: the first of an installation is its owner, the others share a passphrase."""

from __future__ import annotations

from kashf.bootstrap.signers import PersonSigners
from kashf.settings import Settings

PASSPHRASE = "seven lanterns on a northern quay"


def able_to_sign(settings: Settings) -> Settings:
    """Let whoever the settings name sign: with a key that is made when there is none, and open."""
    signers = PersonSigners(settings)
    if signers.stored() is None:
        signers.make(PASSPHRASE if signers.has_owner() else None)
    if signers.signer() is None:
        signers.unlock(PASSPHRASE)
    return settings
