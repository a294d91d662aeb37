"""The keys of a case's vault: the public one, and the private one under passphrases, in the case.

While nobody has set a passphrase the private key lies open in the installation's own folder, apart from the case.
"""

from __future__ import annotations

import errno
import json
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kashf.adapters.vault.note_box import (
    KEY_BYTES,
    BoxError,
    ForRecipient,
    Wrapped,
    new_key,
    public_of,
    recipient_way,
    unwrap,
    unwrap_with,
    wrap,
    wrap_to,
    wrapped_of,
)
from kashf.domain.ids import Json, canonical_json
from kashf.errors import DamagedVaultError, UsageError, WrongPassphraseError
from kashf.plain_files import sync_folder

_FORMAT: Final = "kashf-vault-1"
_FILE: Final = "vault.json"
#: More than a hundred ways take.
_MOST_BYTES: Final = 1 << 20
#: Each passphrase that is tried takes half a second.
_MOST_WAYS: Final = 32
#: What file systems without hard links say.
_NO_LINKS: Final = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)


@dataclass(frozen=True, slots=True)
class _Keys:
    public: bytes
    ways: tuple[tuple[str, Wrapped | ForRecipient], ...] = ()

    @property
    def about(self) -> bytes:
        return self.public


class VaultFile:
    """The keys of one case's vault.

    Args:
        case: The case's folder.
        installation: Where an open key is kept; None for whoever only reads the case and has not opened the vault.
    """

    def __init__(self, case: Path, installation: Path | None) -> None:
        self._case, self._installation = case, installation
        self._private = b""

    @property
    def public(self) -> str:
        """The public key in hex; "" while there is no vault.

        Raises:
            DamagedVaultError: Its file cannot be read.
        """
        keys = self._read()
        return keys.public.hex() if keys else ""

    @property
    def ways(self) -> tuple[str, ...]:
        """By what names there are passphrases and public keys."""
        keys = self._read()
        return tuple(name for name, _ in keys.ways) if keys else ()

    @property
    def lies_open(self) -> bool:
        """Whether its private key lies unprotected in this installation's folder."""
        keys = self._read()
        return keys is not None and self._open_key(keys.public).is_file()

    def begin(self) -> str:
        """Return the public key; made now, with its private key in the installation's folder, where there is none yet."""
        if found := self._read():
            return found.public.hex()
        private, public = new_key()
        place = self._open_key(public)
        _write(place, private.hex().encode(), is_new=True)
        try:
            _write(self._case / _FILE, _as_bytes(_Keys(public)), is_new=True)
        except FileExistsError:  # another process began at the same moment
            _wipe(place)
            return self.public
        return public.hex()

    def use_installation(self, folder: Path) -> None:
        """Use the key that lies open in an installation's folder, if one does."""
        self._installation = folder

    def unlock(self, passphrase: str) -> None:
        """Open the vault for as long as this object is there.

        Raises:
            WrongPassphraseError: No way is under this passphrase.
            DamagedVaultError: There is none, or what it holds is not the vault's key.
        """
        keys = self._needed()
        for _, way in keys.ways:
            with suppress(WrongPassphraseError):
                if isinstance(way, Wrapped):
                    self._private = self._checked(keys, unwrap(way, passphrase, about=keys.about))
                    return
        raise WrongPassphraseError("this passphrase does not open the vault")

    def unlock_with(self, identities: str) -> None:
        """Open the vault by the secret key of somebody who was admitted by a public one; raises as `unlock`, and UsageError for no key."""
        keys = self._needed()
        self._private = self._checked(keys, unwrap_with([way for _, way in keys.ways if isinstance(way, ForRecipient)], identities))

    def private(self) -> bytes:
        """Return the private key; b"" while the vault is closed."""
        keys = self._read()
        if keys is None or self._private or self._installation is None:
            return self._private
        with suppress(FileNotFoundError):
            self._private = self._checked(keys, _unhex(self._open_key(keys.public).read_bytes()))
        return self._private

    def set_passphrase(self, name: str, passphrase: str) -> None:
        """Put the private key of the open vault under a passphrase, in place of what that name had; no key lies open after that.

        Raises:
            UsageError: The vault is closed.
        """
        keys, private = self._opened()
        self._replace(_with(keys, name, wrap(private, passphrase, about=keys.about)))
        if self._installation is not None:
            _wipe(self._open_key(keys.public))

    def add_recipient(self, name: str, recipient: str) -> None:
        """Let the holder of the secret half of a public key of age (age1...) open the vault, under a name.

        Raises:
            UsageError: The vault is closed, or that is no public key.
        """
        keys, private = self._opened()
        self._replace(_with(keys, name, wrap_to(private, recipient)))

    def remove_passphrase(self, name: str) -> None:
        """Take the passphrase or the public key of a name away.

        Raises:
            UsageError: There is none of that name, or it is the last one.
        """
        keys = self._needed()
        if name not in self.ways:
            raise UsageError("nobody has a passphrase of this vault under that name; `kashf vault CASE` lists them")
        if len(keys.ways) == 1:
            raise UsageError("this is the only passphrase of the vault; without it nobody can read what is in it")
        self._replace(replace(keys, ways=tuple(way for way in keys.ways if way[0] != name)))

    def _opened(self) -> tuple[_Keys, bytes]:
        keys, private = self._needed(), self.private()
        if not private:
            raise UsageError("the vault is closed; its passphrase opens it")
        return keys, private

    def _checked(self, keys: _Keys, private: bytes) -> bytes:
        if len(private) != KEY_BYTES or public_of(private) != keys.public:
            raise DamagedVaultError("the vault's key is not the one that its file names")
        return private

    def _needed(self) -> _Keys:
        if (keys := self._read()) is None:
            raise DamagedVaultError("the case has no vault.json")
        return keys

    def _read(self) -> _Keys | None:
        try:
            # NONBLOCK, so that a pipe in its place cannot hold us up.
            descriptor = os.open(self._case / _FILE, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
            with os.fdopen(descriptor, "rb") as file:
                untrusted = file.read(_MOST_BYTES + 1)
        except FileNotFoundError:
            return None
        except OSError:
            raise DamagedVaultError("vault.json cannot be read") from None
        try:
            told = json.loads(untrusted)
            if told["format"] != _FORMAT:
                raise BoxError
            keys = _Keys(bytes.fromhex(told["public"]), tuple((str(way["name"]), _way(way)) for way in told["ways"][: _MOST_WAYS + 1]))
        except (ValueError, KeyError, TypeError, RecursionError, BoxError):
            raise DamagedVaultError("vault.json cannot be read") from None
        if len(keys.public) != KEY_BYTES or len(keys.ways) > _MOST_WAYS:
            raise DamagedVaultError("vault.json cannot be read")
        return keys

    def _replace(self, keys: _Keys) -> None:
        _write(self._case / _FILE, _as_bytes(keys), is_new=False)

    def _open_key(self, public: bytes) -> Path:
        return (self._installation or self._case / "nowhere") / f"vault-{public.hex()[:16]}.key"


def _with(keys: _Keys, name: str, way: Wrapped | ForRecipient) -> _Keys:
    ways = (*(each for each in keys.ways if each[0] != name), (name, way))
    if len(ways) > _MOST_WAYS:
        raise UsageError(f"a vault has {_MOST_WAYS} passphrases and public keys at most")
    return replace(keys, ways=ways)


def _way(told: dict[str, Json]) -> Wrapped | ForRecipient:
    return recipient_way(told) if "recipient" in told else wrapped_of(told)


def _as_bytes(keys: _Keys) -> bytes:
    return canonical_json(
        {"format": _FORMAT, "public": keys.public.hex(), "ways": [{"name": name, **wrapped.as_json()} for name, wrapped in keys.ways]}
    )


def _unhex(text: bytes) -> bytes:
    try:
        return bytes.fromhex(text.decode("ascii").strip())
    except ValueError:
        return b""


def _write(path: Path, content: bytes, *, is_new: bool) -> None:
    """Write a file that only its owner may read, whole or not at all, and durable.

    Raises:
        FileExistsError: It is to be new and is there.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | os.O_CLOEXEC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    try:
        if is_new:
            _link(draft, path)
        else:
            draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(path.parent)


def _link(draft: Path, path: Path) -> None:
    try:
        path.hardlink_to(draft)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if path.exists():
            raise FileExistsError from None
        draft.replace(path)  # a stick whose file system knows no links; two that begin there at once may differ, and one is told


def _wipe(path: Path) -> None:
    """Overwrite and remove a file; flash may keep the old bytes elsewhere, which nothing here can help."""
    with suppress(FileNotFoundError):
        with path.open("r+b") as file:
            file.write(bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
        sync_folder(path.parent)
