"""Keys of age as people write them, on a command line or in files: public ones, to which is encrypted, and secret ones, which open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kashf.errors import UsageError


def new_identity() -> tuple[str, str]:
    """Return a new secret key as age writes it, and its public key."""
    import pyrage

    made = pyrage.x25519.Identity.generate()
    return str(made), str(made.to_public())


def key_lines(text: str) -> list[str]:
    """Return the keys of a file, one a line, without remarks, which begin with #."""
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def recipients_of(keys: Iterable[str]) -> list[Any]:
    """Return public keys (age1...) as the library takes them.

    Raises:
        UsageError: One is none.
    """
    import pyrage

    try:
        return [pyrage.x25519.Recipient.from_str(key) for key in keys]
    except pyrage.RecipientError:
        raise UsageError("a public key of age is age1 and 58 letters and digits; `kashf keypair` makes one") from None


def identities_in(text: str) -> list[Any]:
    """Return the secret keys of a file (AGE-SECRET-KEY-1...) as the library takes them.

    Raises:
        UsageError: There is none, or a line is none.
    """
    import pyrage

    try:
        known = [pyrage.x25519.Identity.from_str(line) for line in key_lines(text)]
    except pyrage.IdentityError:
        known = []
    if not known:
        raise UsageError("that is no file of secret keys of age: lines that begin with AGE-SECRET-KEY-1")
    return known
