"""Finds the keys with which this installation signs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from kashf.errors import LostKeyError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kashf.adapters.signing.installation_key import InstallationKey
    from kashf.adapters.signing.person_keys import StoredKey
    from kashf.domain.witness.witness_file import WitnessedHead
    from kashf.ports.runtime import SignatureCheck, Signer, TimestampCheck
    from kashf.services.case.open import OpenCase, WritableCase
    from kashf.settings import Settings


def keys_folder(settings: Settings) -> Path:
    """Return where this installation keeps keys."""
    return settings.home / "keys"


class InstallationSigners:
    """What signs for this installation; a key that was opened stays open until this process ends."""

    _open: ClassVar[dict[str, Signer]] = {}

    def __init__(self, settings: Settings) -> None:
        self._settings, self._folder = settings, keys_folder(settings)

    def stored(self) -> InstallationKey | None:
        """Return the key of this installation without opening it, or None when it has none.

        Raises:
            InstallationKeyError: It cannot be read, or others may read it.
        """
        from kashf.adapters.signing.installation_key import find_installation_key

        return find_installation_key(self._folder)

    def signer(self) -> Signer:
        """Return what signs; its key is made when it has none, and asked for once where it is under a passphrase."""
        from kashf.adapters.signing.installation_key import installation_signer

        stored = self.stored()
        if stored is None or not stored.is_wrapped:
            return installation_signer(self._folder)
        if stored.key not in self._open:
            self._open[stored.key] = installation_signer(self._folder, self._asked())
        return self._open[stored.key]

    def wrap(self, ask_new: Callable[[], str] | None, *, old: str | None = None) -> None:
        """Put the key under a passphrase, or another one, or take it off.

        Args:
            ask_new: Returns the new one, once the one until now was asked for; None for none from now on.
            old: The one until now; asked for, where there is one and it is not given.

        Raises:
            WrongPassphraseError: The one until now is another; nothing was written.
        """
        from kashf.adapters.folder_blobs import translate_disk_full
        from kashf.adapters.signing.installation_key import installation_signer, wrap_installation_key

        stored = self.stored()
        if stored is None:
            self.signer()
        elif stored.is_wrapped:
            old = self._asked() if old is None else old
            installation_signer(self._folder, old)
        new = ask_new() if ask_new else None
        with translate_disk_full():
            wrap_installation_key(self._folder, old=old, new=new)

    def _asked(self) -> str:
        from kashf.asking import Asking

        if Asking.installation is None:
            raise LostKeyError(
                "the key of this installation is under a passphrase, and there is nobody to ask here", code="installation-key-shut"
            )
        return Asking.installation(self._settings.installation_passphrase_file or self._settings.passphrase_file)


def make_signer(settings: Settings) -> Signer:
    """Return what signs for this installation; its key is made when it has none, and asked for once where it is under a passphrase.

    Raises:
        InstallationKeyError: The key cannot be read, or others may read it.
        WrongPassphraseError: What was given as its passphrase is none.
        LostKeyError: Its passphrase is needed, and nobody can be asked.
        UsageError: The installation's folder cannot be written to.
        NoSpaceError: The disk is full.
    """
    from kashf.adapters.folder_blobs import translate_disk_full

    try:
        with translate_disk_full():
            return InstallationSigners(settings).signer()
    except OSError as error:
        raise UsageError("the folder of this installation cannot be written to; KASHF_HOME names another") from error


def ask_before_writing(settings: Settings) -> None:
    """Open the key of this installation where it is under a passphrase, before anything is locked or written; else do nothing."""
    signers = InstallationSigners(settings)
    stored = signers.stored()
    if stored and stored.is_wrapped:
        signers.signer()


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
            "the key with which this installation signed in this case is not the one that is here; if no copy of it is left, "
            "`kashf devices CASE` says by what one that is in lets this one in again",
            code="installation-key-lost",
        )
    return signer


def ledger_checks() -> tuple[SignatureCheck, TimestampCheck]:
    """Return what checks signatures and timestamps in a ledger that stands outside of its case."""
    from kashf.adapters.signing.ed25519 import is_signed
    from kashf.adapters.signing.timestamp_certificates import certified_by

    return is_signed, certified_by


def own_key(settings: Settings) -> tuple[str, str]:
    """Return the name of this installation and its key, both "" when it has none: none is made, and no passphrase is asked for.

    Raises:
        InstallationKeyError: The key cannot be read, or others may read it.
    """
    stored = InstallationSigners(settings).stored()
    return (settings.device(), stored.key) if stored else ("", "")


class PersonSigners:
    """What signs for persons on this installation; keys that were opened stay open until this process ends."""

    _open: ClassVar[dict[str, Signer]] = {}

    def __init__(self, settings: Settings) -> None:
        from kashf.adapters.signing.person_keys import PersonKeys

        self._keys, self._name = PersonKeys(keys_folder(settings) / "persons"), settings.actor

    def stored(self) -> StoredKey | None:
        """Return the key of who is at work, or None when there is none here."""
        return self._keys.find(self._name)

    def has_owner(self) -> bool:
        """Return whether one person signs here without a passphrase."""
        return any(not each.is_wrapped for each in self._keys.stored())

    def make(self, passphrase: str | None) -> None:
        """Make a key for who is at work, which has none; None makes them the owner of this installation."""
        signer = self._keys.make(self._name, passphrase)
        self._open[signer.key] = signer

    def unlock(self, passphrase: str) -> None:
        """Open the key of who is at work with its passphrase.

        Raises:
            WrongPassphraseError: It is another.
            LostKeyError: There is no key of theirs here.
        """
        stored = self.stored()
        if stored is None:
            raise LostKeyError("there is no key of that name on this installation", code="person-key-lost", name=self._name)
        self._open[stored.key] = self._keys.open(stored, passphrase)

    def signer(self, *, may_own: bool = False) -> Signer | None:
        """Return what signs for who is at work, if nobody has to be asked; `may_own` makes them the owner where there is none yet."""
        stored = self.stored()
        if stored is None and may_own and not self.has_owner():
            self.make(None)
            stored = self.stored()
        if stored is None:
            return None
        return self._keys.open(stored) if not stored.is_wrapped else self._open.get(stored.key)


def witness_of(case: OpenCase, settings: Settings) -> WitnessedHead:
    """Return what somebody else can keep of a case as it is now, signed by this installation."""
    from kashf.adapters.clock import SystemClock
    from kashf.services.ledger.signing.witnessing import make_witness

    return make_witness(case, device=settings.device(), signer=signer_in(case, settings), clock=SystemClock())


def check_can_sign(settings: Settings) -> None:
    """Check that who is at work can sign without being asked; the first who wants to is the owner of this installation.

    Raises:
        LostKeyError: There is no key of theirs here, or it was not opened with its passphrase.
    """
    if PersonSigners(settings).signer(may_own=True) is None:
        raise LostKeyError(
            f"the key of {settings.actor} is not open here; `kashf serve CASE --as NAME` asks for its passphrase",
            code="person-key-lost",
            name=settings.actor,
        )


def as_person(case: WritableCase, settings: Settings, *, decides: bool) -> WritableCase:
    """Return a case with who signs in it: a person whose key is open here; a name without a key is written down and signs nothing.

    Args:
        case: Open for writing, signed by this installation.
        settings: Who is at work.
        decides: Whether a person decides; a run, which asks nobody, is signed by one only where no passphrase is needed.

    Raises:
        LostKeyError: Who decides is a person of the case whose key is not here, or was not opened.
        NotAllowedError: Who decides is a person, and nobody let this installation in.
    """
    from kashf.domain.entries.persons import find_person
    from kashf.services.ledger.persons import give_key, persons
    from kashf.services.ledger.signing.installations import check_let_in

    signers, person = PersonSigners(settings), find_person(persons(case.reading), settings.actor)
    signer = signers.signer(may_own=decides and person is not None and not person.key)
    if person is None:
        return replace(case, person_signer=signer)
    if not person.key and signer and decides:
        give_key(case, person, signer)
        person = replace(person, key=signer.key)
    if person.key and (signer is None or signer.key != person.key) and decides:
        raise LostKeyError(
            f"{person.name} signs in this case with a key that is not open here; --as asks for its passphrase",
            code="person-key-lost",
            name=person.name,
        )
    if not person.key or signer is None or signer.key != person.key:
        return case
    if decides:
        check_let_in(case)
    return replace(case, person=person.id, person_signer=signer)
