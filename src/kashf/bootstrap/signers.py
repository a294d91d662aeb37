"""Finds the keys with which this installation signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kashf.errors import LostKeyError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from kashf.ports.runtime import Signer
    from kashf.services.case.open import OpenCase
    from kashf.settings import Settings


def keys_folder(settings: Settings) -> Path:
    """Return where this installation keeps keys."""
    return settings.home / "keys"


def make_signer(settings: Settings) -> Signer:
    """Return what signs for this installation; its key is made when it has none.

    Raises:
        InstallationKeyError: The key cannot be read, or others may read it.
        UsageError: The installation's folder cannot be written to.
        NoSpaceError: The disk is full.
    """
    from kashf.adapters.folder_blobs import translate_disk_full
    from kashf.adapters.signing.installation_key import installation_signer

    try:
        with translate_disk_full():
            return installation_signer(keys_folder(settings))
    except OSError as error:
        raise UsageError("the folder of this installation cannot be written to; KASHF_HOME names another") from error


def signer_in(case: OpenCase, settings: Settings) -> Signer:
    """Return what signs for this installation in a case, as `make_signer` does.

    Raises:
        LostKeyError: The case knows another key of this installation.
    """
    from kashf.adapters.signing.installation_key import has_installation_key
    from kashf.domain.entries.device_keys import KEY_KINDS, named_keys

    device = settings.device()
    known = {each.key for each in named_keys(case.view.entries(kinds=KEY_KINDS)) if each.device == device}
    signer = make_signer(settings) if not known or has_installation_key(keys_folder(settings)) else None
    if signer is None or (known and signer.key not in known):
        raise LostKeyError(
            "the key with which this installation signed in this case is not the one that is here", code="installation-key-lost"
        )
    return signer


def own_key(settings: Settings) -> tuple[str, str]:
    """Return the name of this installation and its key, both "" when it has none: none is made.

    Raises:
        InstallationKeyError: The key cannot be read, or others may read it.
    """
    from kashf.adapters.signing.installation_key import has_installation_key

    return (settings.device(), make_signer(settings).key) if has_installation_key(keys_folder(settings)) else ("", "")
