"""Backups encrypted by age (age-encryption.org/v1), to public keys or to a passphrase; both ways in pieces, whatever their size.

What is under a passphrase is an age file to a key that is made for it, behind an age file with that key under the passphrase: the library
takes a passphrase for whole files in memory only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO, Final, Protocol

from kashf.adapters.age.age_keys import identities_in, key_lines, recipients_of
from kashf.adapters.age.age_stream import PieceStream, encrypt
from kashf.errors import DamagedBackupError, NotAllowedError, UsageError, WrongPassphraseError

#: With which an age file begins. Source: age-encryption.org/v1.
AGE: Final = b"age-encryption.org/v1"
#: With which a backup under a passphrase begins; four bytes of the length of the wrapped key follow.
UNDER_PASSPHRASE: Final = b"kashf-backup/1 passphrase\n"
#: Of a wrapped key, in bytes.
_LONGEST_KEY = 4_096
_LENGTH_BYTES = 4


class Sink(Protocol):
    """What is written to."""

    error: BaseException | None

    def write(self, untrusted: bytes) -> int:
        """Take the next bytes."""
        ...


def encrypt_to(keys: Sequence[str], source: PieceStream, target: BinaryIO) -> None:
    """Encrypt a stream to public keys (age1...).

    Raises:
        UsageError: One is no such key.
    """
    encrypt(source, target, recipients_of(keys))


def encrypt_under(passphrase: str, source: PieceStream, target: BinaryIO) -> None:
    """Encrypt a stream under a passphrase."""
    import pyrage

    key = pyrage.x25519.Identity.generate()
    wrapped = pyrage.passphrase.encrypt(str(key).encode(), passphrase)
    target.write(UNDER_PASSPHRASE + len(wrapped).to_bytes(_LENGTH_BYTES, "big") + wrapped)
    encrypt_to([str(key.to_public())], source, target)


def decrypt_by(identities: str, source: BinaryIO, sink: Sink) -> None:
    """Decrypt a stream by the secret keys of a file, of which this is the text.

    Raises:
        UsageError: There is none, or a line is none.
        NotAllowedError: It is not encrypted to any of them.
        DamagedBackupError: It was changed or cut short.
    """
    import pyrage

    known = identities_in(identities)
    try:
        pyrage.decrypt_io(source, sink, known)
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
    decrypt_by(key, source, sink)


def public_keys_in(text: str) -> tuple[str, ...]:
    """Return the public keys of a list, one a line, # before remarks.

    Raises:
        UsageError: There is none.
    """
    if not (keys := tuple(key_lines(text))):
        raise UsageError("there is no public key in the list: age1 and 58 letters and digits, one a line")
    return keys
