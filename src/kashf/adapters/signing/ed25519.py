"""Ed25519 by `cryptography`, which is imported when something is signed or checked. Source: RFC 8032."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

#: Bytes of a private key, of a public one, and of a signature.
KEY_BYTES = 32
_SIGNATURE_BYTES = 64


class Ed25519Signer:
    """Signs with a private key.

    Args:
        private: 32 bytes.

    Raises:
        ValueError: They are not 32.
    """

    def __init__(self, private: bytes) -> None:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        self._private = Ed25519PrivateKey.from_private_bytes(private)
        self._key = self._private.public_key().public_bytes_raw().hex()

    @property
    def key(self) -> str:
        """The public key, 64 hex digits."""
        return self._key

    def sign(self, message: bytes, /) -> str:
        """Return the signature of a message, 128 hex digits."""
        return self._private.sign(message).hex()


def is_signed(key: str, signature: str, message: bytes, /) -> bool:
    """Return whether a signature holds; False also for what is no key or no signature."""
    from cryptography.exceptions import InvalidSignature

    try:
        public, signed = _public(key), bytes.fromhex(signature)
        if public is None or len(signed) != _SIGNATURE_BYTES or signed.hex() != signature:
            return False
        public.verify(signed, message)
    except (InvalidSignature, ValueError):
        return False
    return True


@lru_cache(maxsize=64)
def _public(key: str) -> Ed25519PublicKey | None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    raw = bytes.fromhex(key)
    return Ed25519PublicKey.from_public_bytes(raw) if len(raw) == KEY_BYTES and raw.hex() == key else None
