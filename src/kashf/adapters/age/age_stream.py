"""Encrypts a stream to public keys of age, and decrypts one; no more than some kilobytes are held, and nothing lies anywhere in clear."""

from __future__ import annotations

import errno
import io
import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Final

from kashf.adapters.age.age_keys import identities_in, recipients_of
from kashf.errors import BadPathError, DamagedDeliveryError, NoSpaceError, WrongPassphraseError
from kashf.plain_files import sync_folder

#: What is asked of the pipe at once.
_PIECE_BYTES: Final = 1 << 16
_FIRST_LINE: Final = b"age-encryption.org/v1"


class PieceStream:
    """Pieces as a stream that is read, for what takes no pieces.

    Args:
        pieces: In order.
    """

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces, self._rest = iter(pieces), memoryview(b"")
        #: What went wrong while pieces were made; what reads wraps it into words of its own.
        self.fault: BaseException | None = None

    def read(self, most: int = -1) -> bytes:
        """Return up to so many bytes of what comes next; b"" at the end."""
        try:
            while not self._rest:
                self._rest = memoryview(next(self._pieces))
        except StopIteration:
            return b""
        except BaseException as error:
            self.fault = error
            raise
        most = len(self._rest) if most < 0 else most
        piece, self._rest = bytes(self._rest[:most]), self._rest[most:]
        return piece


def encrypt(source: PieceStream, target: BinaryIO, recipients: list[Any]) -> None:
    """Encrypt a stream to public keys; what goes wrong with the pieces, or with what is written to, is raised as it is."""
    import pyrage

    sink = _Sink(target)
    try:
        pyrage.encrypt_io(source, sink, recipients)
    except pyrage.EncryptError:
        # What the library raises is made of the words of what ours raised.
        if fault := source.fault or sink.fault:
            raise fault from None
        raise


def write_age(path: Path, pieces: Iterable[bytes], *, recipients: Iterable[str]) -> None:
    """Write a new file, encrypted, whole or not at all, and durable.

    Args:
        path: The file; it must not be there.
        pieces: What to encrypt.
        recipients: Public keys: age1...

    Raises:
        UsageError: One is no public key.
        BadPathError: There is something at `path`.
        NoSpaceError: The disk is full; nothing is left of it.
    """
    known = recipients_of(recipients)
    if path.exists():
        raise BadPathError(f"there is something at {path} already")
    draft = path.with_name(f".{path.name}.part")
    try:
        with os.fdopen(os.open(draft, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600), "wb") as file:
            encrypt(PieceStream(pieces), file, known)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(path)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise NoSpaceError(f"no space left at {path}; nothing was written") from error
        raise
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(path.parent)


@contextmanager
def opened_age(path: Path, identities: str) -> Iterator[BinaryIO]:
    """Give a stream over what a file of age holds.

    Args:
        path: The file.
        identities: Lines of a file of age: secret keys, and comments.

    Raises:
        BadPathError: There is no such file.
        UsageError: There is no secret key.
        WrongPassphraseError: The secret key does not open it.
        DamagedDeliveryError: It is no file of age, was cut short or was changed; also while it is read.
    """
    known = identities_in(identities)
    try:
        file = path.open("rb")
    except OSError as error:
        raise BadPathError(f"{path}: {error.strerror or 'cannot be read'}") from error
    with file:
        if file.read(len(_FIRST_LINE)) != _FIRST_LINE:
            raise DamagedDeliveryError("that is no file of age", code="not-a-delivery")
        file.seek(0)
        pipe, into = os.pipe()
        work = _Decrypting(file, into, known)
        work.start()
        stream = os.fdopen(pipe, "rb")
        try:
            yield io.BufferedReader(_WholeStream(stream, work), _PIECE_BYTES)
        finally:
            stream.close()
            work.join()


class _Decrypting(threading.Thread):
    """Decrypts into a pipe, which whoever reads it keeps from running ahead."""

    def __init__(self, file: BinaryIO, into: int, identities: list[object]) -> None:
        super().__init__(daemon=True)
        self._file, self._into, self._identities = file, into, identities
        self.fault: Exception | None = None

    def run(self) -> None:
        """Decrypt to the end, or until nobody reads any more."""
        import pyrage

        with os.fdopen(self._into, "wb", buffering=0) as into:
            try:
                pyrage.decrypt_io(self._file, into, self._identities)
            except pyrage.DecryptError as error:
                self.fault = error
            except (OSError, ValueError) as error:
                self.fault = error


class _WholeStream(io.RawIOBase):
    """A stream that tells at its end whether it was cut short."""

    def __init__(self, stream: BinaryIO, work: _Decrypting) -> None:
        self._stream, self._work = stream, work

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Read bytes; none at the end of what is whole."""
        import pyrage

        view = memoryview(buffer)
        data = self._stream.read(len(view))
        if data:
            view[: len(data)] = data
            return len(data)
        self._work.join()
        if isinstance(self._work.fault, pyrage.DecryptError) and "No matching keys" in str(self._work.fault):
            raise WrongPassphraseError("this secret key does not open it: it was encrypted to another public key")
        if self._work.fault:
            raise DamagedDeliveryError("it was cut short or changed on its way", code="delivery-cut-short")
        return 0


class _Sink:
    """Writes to a file and remembers what went wrong."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.fault: BaseException | None = None

    def write(self, data: bytes) -> int:
        """Write it all."""
        try:
            return self._file.write(data)
        except BaseException as error:
            self.fault = error
            raise

    def flush(self) -> None:
        """Write what is held back."""
        self._file.flush()
