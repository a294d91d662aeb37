"""Addresses that say nothing, for whoever reads a browser's history: what is asked for, under a key that ends with the server."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Final, Protocol

#: What every such address begins with; no screen has such a path.
BEGINNING: Final = "/~"
#: Addresses are filled up to a multiple of so many bytes, so that their length tells little of a query's or a name's.
_STEP: Final = 96
#: What a script puts two numbers in place of, and what it may put there.
_SLOT: Final = "START-END"
_FILLED: Final = re.compile(r"/~(?P<hidden>[A-Za-z0-9_-]{20,200000})(?:/(?P<slot>START-END|[0-9]{1,9}-[0-9]{1,9}))?")
_KEY_BITS: Final = 512


class _Cipher(Protocol):
    def encrypt(self, data: bytes, associated_data: None) -> bytes: ...
    def decrypt(self, data: bytes, associated_data: None) -> bytes: ...


class Veil:
    """Hides addresses within kashf, each always as the same one, and says what is behind one.

    Source: AES-SIV, RFC 5297, which is safe without a nonce.
    """

    def __init__(self) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESSIV

        self._cipher: _Cipher = AESSIV(AESSIV.generate_key(_KEY_BITS))

    def hide(self, address: str) -> str:
        """Return an address that says nothing; a part of the page stays as it is, since it has numbers and our own words only."""
        asked, mark, part = address.partition("#")
        plain = asked.encode()
        hidden = self._cipher.encrypt(plain + b"\0" * (-len(plain) % _STEP or _STEP), None)
        slot = f"/{_SLOT}" if _SLOT in asked else ""
        return f"{BEGINNING}{urlsafe_b64encode(hidden).rstrip(b'=').decode()}{slot}{mark}{part}"

    def behind(self, untrusted_path: str) -> str | None:
        """Return what a hidden address asks for; None when it is none of this server's."""
        from cryptography.exceptions import InvalidTag

        found = _FILLED.fullmatch(untrusted_path)
        if not found:
            return None
        try:
            hidden = urlsafe_b64decode(found["hidden"] + "=" * (-len(found["hidden"]) % 4))
            asked = self._cipher.decrypt(hidden, None).rstrip(b"\0").decode()
        except (ValueError, InvalidTag):
            return None
        return asked.replace(_SLOT, found["slot"]) if found["slot"] else asked
