"""The file `keys` of an encrypted case: its key, wrapped once for each way to open it; whoever destroys this file ends the case."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from kashf.adapters.age.age_keys import identities_in, recipients_of
from kashf.adapters.case_folder import private
from kashf.adapters.encrypted.case_keys import KEY_BYTES, CaseKeys
from kashf.errors import DamagedKeysError, NotFoundError, UnfinishedError, UsageError, WrongPassphraseError
from kashf.plain_files import open_plain, sync_folder

#: Where it lies in the folder of a case.
KEY_FILE: Final = "keys"
_FORMAT: Final = "kashf-keys-1"
#: Most bytes of the file that are read, and most ways in it.
_MOST_BYTES: Final = 1 << 20
MOST_WAYS: Final = 64
_SALT: Final = 16
_NUMBER: Final = 12


class WayKind(StrEnum):
    """How a way opens a case."""

    PASSPHRASE = "passphrase"  # noqa: S105 - a kind, not one
    RECIPIENT = "recipient"


@dataclass(frozen=True, slots=True)
class PassphraseCost:
    """What it costs to try one passphrase, by Argon2id.

    Args:
        memory_kib: Memory, in KiB.
        passes: Over it.
        lanes: At once.
    """

    memory_kib: int
    passes: int
    lanes: int

    @property
    def is_bearable(self) -> bool:
        """Whether a file may ask for it: at most 4 GiB, so that no forged one takes a machine down."""
        return 8 * self.lanes <= self.memory_kib <= 4 << 20 and 1 <= self.passes <= 64 and 1 <= self.lanes <= 64


#: A second or so, and a quarter of a GiB that a guesser needs for each guess at once. Source: RFC 9106, between its two recommendations.
COST: Final = PassphraseCost(256 << 10, 3, 4)


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """One way to open a case.

    Args:
        name: As people call it.
        kind: What it takes.
        body: The key, wrapped, and what is needed to unwrap it, as JSON.
    """

    name: str
    kind: WayKind
    body: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What the file says.

    Args:
        id: Which key it wraps.
        check: By which the right key is known.
        ways: To it; at least one.
    """

    id: str
    check: str
    ways: tuple[WrappedKey, ...] = ()

    def with_passphrase(self, keys: CaseKeys, passphrase: str, *, name: str, cost: PassphraseCost | None = None) -> KeyFile:
        """Return it with one more passphrase."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        cost, salt, number = cost or COST, secrets.token_bytes(_SALT), secrets.token_bytes(_NUMBER)
        facts = {"memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes, "salt": salt.hex(), "nonce": number.hex()}
        wrapped = AESGCM(_stretched(passphrase, salt, cost)).encrypt(number, keys.secret, self._beside(facts))
        return self._with(WrappedKey(name, WayKind.PASSPHRASE, {**facts, "wrapped": wrapped.hex()}))

    def with_recipient(self, keys: CaseKeys, recipient: str, *, name: str) -> KeyFile:
        """Return it with one more recipient, whose public key is written as age writes it.

        Raises:
            UsageError: It is none.
        """
        import pyrage

        wrapped = pyrage.encrypt(keys.secret, recipients_of([recipient]))
        return self._with(WrappedKey(name, WayKind.RECIPIENT, {"recipient": recipient, "wrapped": wrapped.hex()}))

    def without(self, name: str) -> KeyFile:
        """Return it without a way.

        Raises:
            NotFoundError: None is called so.
            UsageError: It is the last.
        """
        left = tuple(way for way in self.ways if way.name != name)
        if len(left) == len(self.ways):
            raise NotFoundError(f"no way into this case is called {name}; `kashf keys CASE` lists them")
        if not left:
            raise UsageError("it is the last way into this case; `kashf lock CASE --erase` makes an end of the case")
        return replace(self, ways=left)

    def by_passphrase(self, passphrase: str) -> CaseKeys:
        """Return the key that a passphrase unwraps; each that the case has is tried.

        Raises:
            WrongPassphraseError: It opens none.
            UnfinishedError: There is not enough memory to try it.
        """
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        for way in self.ways:
            if way.kind is WayKind.PASSPHRASE:
                wrapped, cost, salt, number = _facts(way)
                beside = self._beside({key: value for key, value in way.body.items() if key != "wrapped"})
                try:
                    return self._known(AESGCM(_stretched(passphrase, salt, cost)).decrypt(number, wrapped, beside))
                except InvalidTag:
                    continue
        raise WrongPassphraseError("this passphrase does not open the case")

    def by_identity(self, identities: str) -> CaseKeys:
        """Return the key that the secret key of a recipient unwraps.

        Args:
            identities: Lines of a file of age: secret keys, and comments.

        Raises:
            UsageError: There is no secret key among them.
            WrongPassphraseError: They open nothing here.
        """
        import pyrage

        known = identities_in(identities)
        for way in self.ways:
            if way.kind is WayKind.RECIPIENT:
                try:
                    return self._known(pyrage.decrypt(bytes.fromhex(way.body["wrapped"]), known))
                except pyrage.DecryptError:
                    continue
        raise WrongPassphraseError("this secret key does not open the case: none of its recipients has it")

    def _known(self, secret: bytes) -> CaseKeys:
        keys = CaseKeys(self.id, secret)
        if len(secret) != KEY_BYTES or keys.check != self.check:
            raise DamagedKeysError("the file `keys` wraps the key of another case")
        return keys

    def _with(self, way: WrappedKey) -> KeyFile:
        if any(each.name == way.name for each in self.ways):
            raise UsageError(f"there is a way called {way.name} already; give this one another name")
        if len(self.ways) >= MOST_WAYS:
            raise UsageError(f"a case has at most {MOST_WAYS} ways in; remove one that nobody uses")
        return replace(self, ways=(*self.ways, way))

    def _beside(self, facts: Mapping[str, Any]) -> bytes:
        return _canonical({"format": _FORMAT, "id": self.id, **facts})


def read_key_file(case: Path, *, id: str) -> KeyFile:
    """Return what the file `keys` of a case says.

    Args:
        case: The case's folder.
        id: Which key it has to wrap, as case.toml says.

    Raises:
        DamagedKeysError: It is missing, damaged, or that of another case.
    """
    try:
        with open_plain(case / KEY_FILE) as file:
            stored = file.read(_MOST_BYTES)
    except FileNotFoundError:
        raise DamagedKeysError("the file `keys` is missing: it was lost, or the case was erased") from None
    except OSError as error:
        raise DamagedKeysError("the file `keys` cannot be read") from error
    try:
        said = json.loads(stored)
        total = said.pop("sha256")
        ways = tuple(WrappedKey(str(way.pop("name")), WayKind(way.pop("kind")), way) for way in json.loads(stored)["ways"])
        is_whole = said["format"] == _FORMAT and total == _sum(said) and 0 < len(ways) <= MOST_WAYS
        read = KeyFile(str(said["id"]), str(said["check"]), ways)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        is_whole = False
    if not is_whole:
        raise DamagedKeysError("the file `keys` is damaged")
    if read.id != id:
        raise DamagedKeysError("the file `keys` is that of another case")
    return read


def write_key_file(case: Path, keys: KeyFile) -> None:
    """Write the file `keys` of a case, whole or not at all, and durable."""
    ways = [{"name": way.name, "kind": way.kind, **way.body} for way in keys.ways]
    said: dict[str, Any] = {"format": _FORMAT, "id": keys.id, "check": keys.check, "ways": ways}
    draft = case / f"{KEY_FILE}.new"
    with os.fdopen(private(draft, os.O_CREAT | os.O_TRUNC | os.O_WRONLY), "wb") as file:
        file.write(_canonical({**said, "sha256": _sum(said)}) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(case / KEY_FILE)
    sync_folder(case)


def destroy_key_file(case: Path) -> None:
    """Write over the file `keys` and remove it; what a disk, a snapshot or a backup kept of it is not reached."""
    for path in (case / KEY_FILE, case / f"{KEY_FILE}.new"):
        if path.exists():
            with path.open("r+b") as file:
                file.write(secrets.token_bytes(path.stat().st_size))
                file.flush()
                os.fsync(file.fileno())
            path.unlink()
    sync_folder(case)


def _facts(way: WrappedKey) -> tuple[bytes, PassphraseCost, bytes, bytes]:
    """Return what is wrapped, what a try costs, the salt and the number of a passphrase's way."""
    try:
        wrapped, salt, number = (bytes.fromhex(way.body[name]) for name in ("wrapped", "salt", "nonce"))
        cost = PassphraseCost(*(int(way.body[name]) for name in ("memory_kib", "passes", "lanes")))
    except (ValueError, KeyError, TypeError):
        raise DamagedKeysError("the file `keys` is damaged") from None
    if not cost.is_bearable or len(number) != _NUMBER or len(salt) < _SALT:
        raise DamagedKeysError("the file `keys` asks for what no kashf writes")
    return wrapped, cost, salt, number


def _stretched(passphrase: str, salt: bytes, cost: PassphraseCost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    maker = Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
    try:
        return maker.derive(passphrase.encode())
    except MemoryError:
        raise UnfinishedError(f"a passphrase takes {cost.memory_kib >> 10} MiB of memory to try, and there is not so much") from None


def _sum(said: Mapping[str, Any]) -> str:
    return hashlib.sha256(_canonical({key: value for key, value in said.items() if key != "sha256"})).hexdigest()


def _canonical(said: Mapping[str, Any]) -> bytes:
    return json.dumps(said, sort_keys=True, ensure_ascii=True, separators=(",", ":")).encode()
