"""Backups encrypted by age (age-encryption.org/v1), to public keys or to a passphrase; both ways in pieces, whatever their size.

What is under a passphrase is an age file to a key that is made for it, behind an age file with that key under the passphrase: the library
takes a passphrase for whole files in memory only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, BinaryIO, Final, Protocol

from kashf.errors import DamagedBackupError, NotAllowedError, UsageError, WrongPassphraseError

#: With which an age file begins. Source: age-encryption.org/v1.
AGE: Final = b"age-encryption.org/v1"
#: With which a backup under a passphrase begins; four bytes of the length of the wrapped key follow.
UNDER_PASSPHRASE: Final = b"kashf-backup/1 passphrase\n"
#: Of a wrapped key, in bytes.
_LONGEST_KEY = 4_096
_LENGTH_BYTES = 4


class ToEncrypt(Protocol):
    """What is read."""

    error: BaseException | None

    def read(self, most: int = -1) -> bytes:
        """Return the next bytes."""
        ...


class Sink(Protocol):
    """What is written to."""

    error: BaseException | None

    def write(self, untrusted: bytes) -> int:
        """Take the next bytes."""
        ...


def encrypt_to(keys: Sequence[str], source: ToEncrypt, target: BinaryIO) -> None:
    """Encrypt a stream to public keys (age1...).

    Raises:
        UsageError: One is no such key.
    """
    import pyrage

    recipients = [_recipient(key) for key in keys]
    try:
        pyrage.encrypt_io(source, target, recipients)
    except pyrage.EncryptError:
        if source.error is not None:
            raise source.error from None
        raise


def encrypt_under(passphrase: str, source: ToEncrypt, target: BinaryIO) -> None:
    """Encrypt a stream under a passphrase."""
    import pyrage

    key = pyrage.x25519.Identity.generate()
    wrapped = pyrage.passphrase.encrypt(str(key).encode(), passphrase)
    target.write(UNDER_PASSPHRASE + len(wrapped).to_bytes(_LENGTH_BYTES, "big") + wrapped)
    encrypt_to([str(key.to_public())], source, target)


def decrypt_by(private_keys: Sequence[str], source: BinaryIO, sink: Sink) -> None:
    """Decrypt a stream by private keys (AGE-SECRET-KEY-1...).

    Raises:
        UsageError: One is no such key.
        NotAllowedError: It is not encrypted to any of them.
        DamagedBackupError: It was changed or cut short.
    """
    import pyrage

    identities = [_identity(key) for key in private_keys]
    try:
        pyrage.decrypt_io(source, sink, identities)
    except (pyrage.DecryptError, OSError) as error:
        if sink.error is not None:
            raise sink.error from None
        if "matching keys" in str(error).lower():
            raise NotAllowedError("none of the keys that were given opens this backup", code="backup-other-key") from None
        raise DamagedBackupError("the backup was changed or cut short since it was made") from None


def decrypt_under(passphrase: str, source: BinaryIO, sink: Sink) -> None:
    """Decrypt a stream under a passphrase, as `decrypt_by` does.

    Raises:
        WrongPassphraseError: It is under another.
        DamagedBackupError: It was changed or cut short.
    """
    import pyrage

    length = int.from_bytes(source.read(len(UNDER_PASSPHRASE) + _LENGTH_BYTES)[len(UNDER_PASSPHRASE) :], "big")
    wrapped = source.read(min(length, _LONGEST_KEY))
    if length > _LONGEST_KEY or len(wrapped) < length or not length:
        raise DamagedBackupError("the backup is cut short, or its beginning is damaged")
    try:
        key = pyrage.passphrase.decrypt(wrapped, passphrase).decode("ascii")
    except (pyrage.DecryptError, UnicodeDecodeError):
        raise WrongPassphraseError("the passphrase opens nothing of this backup, or its beginning is damaged") from None
    decrypt_by([key], source, sink)


def private_keys_in(text: str) -> tuple[str, ...]:
    """Return the private keys of a file as age-keygen writes it.

    Raises:
        UsageError: There is none.
    """
    return _keys_in(text, "AGE-SECRET-KEY-1", "a private key (AGE-SECRET-KEY-1...)")


def public_keys_in(text: str) -> tuple[str, ...]:
    """Return the public keys of a list, one a line, # before remarks.

    Raises:
        UsageError: There is none, or a line is none.
    """
    return _keys_in(text, "age1", "a public key (age1...)")


def _keys_in(text: str, beginning: str, called: str) -> tuple[str, ...]:
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]
    if not lines or not all(line.startswith(beginning) for line in lines):
        raise UsageError(f"a line of the file of keys is not {called}, or there is no line in it")
    return tuple(lines)


def _recipient(key: str) -> Any:
    import pyrage

    try:
        return pyrage.x25519.Recipient.from_str(key)
    except pyrage.RecipientError:
        raise UsageError("--to takes a public key of age: age1 and 58 letters and digits", code="no-age-key") from None


def _identity(key: str) -> Any:
    import pyrage

    try:
        return pyrage.x25519.Identity.from_str(key)
    except pyrage.IdentityError:
        raise UsageError("a line of the file of keys is not a private key of age (AGE-SECRET-KEY-1...)", code="no-age-key") from None
