"""What is encrypted opens for whom it is meant, and for nobody else; what was changed opens for nobody."""

from __future__ import annotations

import io
from pathlib import Path

import pyrage
import pytest

from kashf.adapters.age.age_stream import PieceStream
from kashf.adapters.backups.age_files import (
    UNDER_PASSPHRASE,
    decrypt_by,
    decrypt_under,
    encrypt_to,
    encrypt_under,
    public_keys_in,
)
from kashf.errors import DamagedBackupError, NoSpaceError, NotAllowedError, UsageError, WrongPassphraseError

CONTENT = bytes(range(256)) * 1000
KEY, OTHER = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()


class Kept(io.BytesIO):
    error: BaseException | None = None


class Full:
    error: BaseException | None = None

    def write(self, untrusted: bytes) -> int:
        del untrusted
        self.error = NoSpaceError("full")
        raise self.error

    def flush(self) -> None:
        pass


def pieces() -> PieceStream:
    return PieceStream(iter([CONTENT[:100_000], b"", CONTENT[100_000:]]))


def to_key() -> bytes:
    target = io.BytesIO()
    encrypt_to([str(KEY.to_public())], pieces(), target)
    return target.getvalue()


def under_words() -> bytes:
    target = io.BytesIO()
    encrypt_under("four words of chance", pieces(), target)
    return target.getvalue()


def test_what_is_encrypted_to_a_key_opens_with_it_and_is_plain_age() -> None:
    kept = Kept()
    decrypt_by(f"# of the desk\n{OTHER}\n{KEY}\n", io.BytesIO(to_key()), kept)

    assert CONTENT == kept.getvalue() == pyrage.decrypt(to_key(), [KEY])


def test_another_key_opens_nothing_and_says_so() -> None:
    with pytest.raises(NotAllowedError, match="none of the keys"):
        decrypt_by(str(OTHER), io.BytesIO(to_key()), Kept())


@pytest.mark.parametrize("length", [0, 10, 100, 5_000, 70_000])
def test_what_was_cut_short_or_changed_is_told_from_another_key(length: int) -> None:
    cut = to_key()[:length]
    changed = bytearray(to_key())
    changed[-length - 1] ^= 1

    for damaged in (cut, bytes(changed)):
        with pytest.raises(DamagedBackupError):
            decrypt_by(str(KEY), io.BytesIO(damaged), Kept())


def test_a_passphrase_opens_what_is_under_it_and_another_does_not() -> None:
    encrypted, kept = under_words(), Kept()
    decrypt_under("four words of chance", io.BytesIO(encrypted), kept)

    assert CONTENT == kept.getvalue()
    with pytest.raises(WrongPassphraseError):
        decrypt_under("five words of chance", io.BytesIO(encrypted), Kept())
    for cut in (UNDER_PASSPHRASE, encrypted[:100], UNDER_PASSPHRASE + b"\xff\xff\xff\xff" + bytes(9000), UNDER_PASSPHRASE + bytes(4)):
        with pytest.raises(DamagedBackupError):
            decrypt_under("four words of chance", io.BytesIO(cut), Kept())


def test_what_goes_wrong_on_either_side_is_told_as_it_was() -> None:
    def broken() -> PieceStream:
        def make() -> object:
            yield b"x"
            raise NoSpaceError("no room")

        return PieceStream(make())  # type: ignore[arg-type]  # it raises before it ends

    with pytest.raises(NoSpaceError, match="no room"):
        encrypt_to([str(KEY.to_public())], broken(), io.BytesIO())
    with pytest.raises(NoSpaceError, match="full"):
        decrypt_by(str(KEY), io.BytesIO(to_key()), Full())
    with pytest.raises(OSError, match="No space left"), Path("/dev/full").open("wb", buffering=0) as full:
        encrypt_to([str(KEY.to_public())], pieces(), full)


def test_lists_of_keys_are_read_with_their_remarks_and_nothing_else() -> None:
    assert (str(KEY.to_public()),) == public_keys_in(f"# of the desk\n\n{KEY.to_public()}\n")
    for text in ("", "# nothing"):
        with pytest.raises(UsageError):
            public_keys_in(text)
    for key in ("age1nonsense", str(KEY), "age2x"):
        with pytest.raises(UsageError):
            encrypt_to([key], pieces(), io.BytesIO())
    with pytest.raises(UsageError):
        decrypt_by("AGE-SECRET-KEY-1NONSENSE", io.BytesIO(to_key()), Kept())
