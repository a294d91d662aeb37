"""Boxes that anybody can close with a public key and only the holder of the private key can open; private keys under a passphrase.

Source: RFC 7748 (X25519), RFC 5869 (HKDF), RFC 8439 (ChaCha20-Poly1305), RFC 9106 (Argon2id).
"""

from __future__ import annotations

import os
import struct
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from kashf.adapters.age.age_keys import identities_in, recipients_of
from kashf.domain.ids import Json
from kashf.errors import WrongPassphraseError

KEY_BYTES: Final = 32
#: What a box begins with: whose it is and in which form.
MAGIC: Final = b"kashf-box-1\n"
_TAG_BYTES: Final = 16
_NONCE_BYTES: Final = 12
_SALT_BYTES: Final = 16
#: What is put into a box is filled up to a multiple of this, so that its length tells no name.
_STEP_BYTES: Final = 512
#: RFC 9106 section 4 asks for 64 MiB and 3 passes at least. A laptop of 4 GB gives 256 MiB for half a second.
_COSTS: Final = (3, 1 << 18, 4)
#: Most that a file may ask for: 20 passes, 1 GiB, 16 lanes. Whoever swapped it could otherwise stop the machine.
_MOST: Final = (20, 1 << 20, 16)


class BoxError(Exception):
    """A box is no box, was changed, or is not for this key."""


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A private key under a passphrase.

    Args:
        salt: 16 random bytes.
        costs: Passes, KiB and lanes of Argon2id.
        box: The encrypted key.
    """

    salt: bytes
    costs: tuple[int, int, int]
    box: bytes

    def as_json(self) -> dict[str, Json]:
        """Return it as a file holds it."""
        passes, memory, lanes = self.costs
        return {"salt": self.salt.hex(), "passes": passes, "memory_kib": memory, "lanes": lanes, "box": self.box.hex()}


@dataclass(frozen=True, slots=True)
class ForRecipient:
    """A private key encrypted to a public key of age.

    Args:
        recipient: The public key: age1...
        box: The encrypted key.
    """

    recipient: str
    box: bytes

    def as_json(self) -> dict[str, Json]:
        """Return it as a file holds it."""
        return {"recipient": self.recipient, "box": self.box.hex()}


def recipient_way(untrusted: Mapping[str, Json]) -> ForRecipient:
    """Return what `as_json` made; raises BoxError for anything else."""
    try:
        return ForRecipient(str(untrusted["recipient"]), bytes.fromhex(str(untrusted["box"])))
    except (KeyError, ValueError):
        raise BoxError from None


def wrapped_of(untrusted: Mapping[str, Json]) -> Wrapped:
    """Return what `as_json` made.

    Raises:
        BoxError: It is something else, or asks for more work than kashf ever does.
    """
    try:
        costs = tuple(int(str(untrusted[name])) for name in ("passes", "memory_kib", "lanes"))
        salt, box = bytes.fromhex(str(untrusted["salt"])), bytes.fromhex(str(untrusted["box"]))
    except (KeyError, ValueError):
        raise BoxError from None
    passes, memory, lanes = costs
    is_fair = all(1 <= cost <= most for cost, most in zip(costs, _MOST, strict=True)) and memory >= 8 * lanes
    if not is_fair or len(salt) != _SALT_BYTES or len(box) != _NONCE_BYTES + KEY_BYTES + _TAG_BYTES:
        raise BoxError
    return Wrapped(salt, (passes, memory, lanes), box)


def new_key() -> tuple[bytes, bytes]:
    """Return a new private key and its public one."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    private = X25519PrivateKey.generate().private_bytes_raw()
    return private, public_of(private)


def public_of(private: bytes) -> bytes:
    """Return the public key of a private one."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def close_box(public: bytes, content: bytes, *, about: bytes) -> bytes:
    """Encrypt to a public key.

    Args:
        public: 32 bytes.
        content: Filled up with blanks, which JSON passes over.
        about: Bound to the box and not in it; needed to open it.

    Raises:
        BoxError: That is no public key.
    """
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    once, shown = new_key()
    filled = content + b" " * (-len(content) % _STEP_BYTES)
    # A key is used once, so its nonce may be fixed.
    return MAGIC + shown + ChaCha20Poly1305(_agreed(once, public, shown, public)).encrypt(bytes(_NONCE_BYTES), filled, MAGIC + about)


def open_box(private: bytes, box: bytes, *, about: bytes) -> bytes:
    """Return what is in a box, with the blanks behind it.

    Raises:
        BoxError: It was changed, or is not for this key or not about this.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    if not is_box(box):
        raise BoxError
    shown = box[len(MAGIC) : len(MAGIC) + KEY_BYTES]
    key = _agreed(private, shown, shown, public_of(private))
    try:
        return ChaCha20Poly1305(key).decrypt(bytes(_NONCE_BYTES), box[len(MAGIC) + KEY_BYTES :], MAGIC + about)
    except InvalidTag:
        raise BoxError from None


def is_box(data: bytes) -> bool:
    """Return whether bytes have the form of a box."""
    return data.startswith(MAGIC) and len(data) >= len(MAGIC) + KEY_BYTES + _TAG_BYTES


def wrap(private: bytes, passphrase: str, *, about: bytes) -> Wrapped:
    """Put a private key under a passphrase; takes half a second and 256 MiB, on purpose."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    key = _stretched(passphrase, salt, _COSTS)
    return Wrapped(salt, _COSTS, nonce + ChaCha20Poly1305(key).encrypt(nonce, private, _bound(about, _COSTS)))


def unwrap(wrapped: Wrapped, passphrase: str, *, about: bytes) -> bytes:
    """Return a private key.

    Raises:
        WrongPassphraseError: The passphrase is another, or what was kept was changed.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    key, nonce = _stretched(passphrase, wrapped.salt, wrapped.costs), wrapped.box[:_NONCE_BYTES]
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, wrapped.box[_NONCE_BYTES:], _bound(about, wrapped.costs))
    except InvalidTag:
        raise WrongPassphraseError("this passphrase does not open it") from None


def wrap_to(private: bytes, recipient: str) -> ForRecipient:
    """Encrypt a private key to a public key of age.

    Raises:
        UsageError: It is none.
    """
    import pyrage

    return ForRecipient(recipient, pyrage.encrypt(private, recipients_of([recipient])))


def unwrap_with(ways: Sequence[ForRecipient], identities: str) -> bytes:
    """Return the private key that a secret key of age opens.

    Args:
        ways: All there are.
        identities: Lines of a file of age: secret keys, and comments.

    Raises:
        UsageError: There is no secret key.
        WrongPassphraseError: It opens none of the ways.
    """
    import pyrage

    known = identities_in(identities)
    for way in ways:
        with suppress(pyrage.DecryptError):
            private: bytes = pyrage.decrypt(way.box, known)
            return private
    raise WrongPassphraseError("this secret key does not open the vault: nobody was admitted by it")


def _agreed(private: bytes, public: bytes, *bound: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    try:
        shared = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(public))
    except ValueError:  # not 32 bytes, or a point that gives everybody the same secret
        raise BoxError from None
    return HKDF(SHA256(), KEY_BYTES, salt=b"".join(bound), info=MAGIC).derive(shared)


def _stretched(passphrase: str, salt: bytes, costs: tuple[int, int, int]) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    passes, memory, lanes = costs
    return Argon2id(salt=salt, length=KEY_BYTES, iterations=passes, lanes=lanes, memory_cost=memory).derive(passphrase.encode())


def _bound(about: bytes, costs: tuple[int, int, int]) -> bytes:
    return b"kashf-way-1\n" + struct.pack(">III", *costs) + about
