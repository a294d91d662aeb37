"""A private key under a passphrase.

It is stretched by Argon2id (64 MiB, 3 passes, 4 lanes: RFC 9106 section 4, second recommendation) and opens ChaCha20-Poly1305.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Final

from kashf.adapters.signing.ed25519 import KEY_BYTES
from kashf.errors import WrongPassphraseError

_MEMORY_KIB: Final = 64 * 1024
_PASSES: Final = 3
_LANES: Final = 4
_SALT_BYTES: Final = 16
_NONCE_BYTES: Final = 12


def wrap(private: bytes, passphrase: str, key: str) -> dict[str, str]:
    """Return a private key as it is kept under a passphrase.

    Args:
        private: 32 bytes.
        passphrase: In NFC.
        key: Its public half, in hex, to which what is kept is bound.
    """
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    box = ChaCha20Poly1305(_stretched(passphrase, salt)).encrypt(nonce, private, key.encode())
    return {"kdf": "Argon2id", "salt": salt.hex(), "nonce": nonce.hex(), "box": box.hex()}


def unwrap(wrapped: Mapping[str, str], passphrase: str, key: str, *, whose: str) -> bytes:
    """Return the private key that `wrap` was given.

    Raises:
        WrongPassphraseError: It is another passphrase, or the box was changed.
        KeyError, ValueError, TypeError: It is not what `wrap` makes.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    salt, nonce, box = (bytes.fromhex(wrapped[part]) for part in ("salt", "nonce", "box"))
    try:
        return ChaCha20Poly1305(_stretched(passphrase, salt)).decrypt(nonce, box, key.encode())
    except InvalidTag:
        raise WrongPassphraseError(f"that is not the passphrase of the key of {whose}") from None


def _stretched(passphrase: str, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    return Argon2id(salt=salt, length=KEY_BYTES, iterations=_PASSES, lanes=_LANES, memory_cost=_MEMORY_KIB).derive(passphrase.encode())
