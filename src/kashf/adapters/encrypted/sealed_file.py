"""One form for everything encrypted that lies in a file: a head, then pieces of 1 MiB, each authenticated in its place.

A file has a key of its own, made of the key of its kind and 16 bytes of chance, so that no two pieces under one key share a number. A
piece says in its number where it stands and whether it is the last, as age does: one that is cut off, moved or put in from elsewhere is
seen. The head holds, encrypted, 32 bytes that say what the file is, such as the SHA-256 of what is in it.
"""

from __future__ import annotations

import hmac
import io
import secrets
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

#: Bytes of a piece before it is encrypted.
PIECE: Final = 1 << 20
#: Bytes that what a file is takes.
NAMED: Final = 32
_MAGIC: Final = b"kashf-s1"
_SALT: Final = 16
_TAG: Final = 16
HEAD: Final = len(_MAGIC) + _SALT + NAMED + _TAG
#: A number that no piece can have.
_OF_HEAD: Final = b"\xff" * 12


class UnsealError(Exception):
    """What is in a file was not written with this key, or not so."""


class SealingFile:
    """Encrypts what is written to a file.

    Args:
        file: Empty, and seekable: the head is written last.
        key: Of its kind of files.
    """

    def __init__(self, file: BinaryIO, key: bytes) -> None:
        self._file = file
        self._salt = secrets.token_bytes(_SALT)
        self._cipher = _cipher(key, self._salt)
        self._held = bytearray()
        self._pieces = 0
        file.write(bytes(HEAD))

    def write(self, chunk: bytes) -> None:
        """Append; a piece is written once it is known not to be the last."""
        self._held += chunk
        while len(self._held) > PIECE:
            self._put(bytes(self._held[:PIECE]), is_last=False)
            del self._held[:PIECE]

    def end(self, named: bytes) -> None:
        """Write the last piece, and the head with what the file is, of 32 bytes."""
        self._put(bytes(self._held), is_last=True)
        self._held.clear()
        self._file.seek(0)
        self._file.write(_MAGIC + self._salt + self._cipher.encrypt(_OF_HEAD, named, _MAGIC))

    def _put(self, piece: bytes, *, is_last: bool) -> None:
        self._file.write(self._cipher.encrypt(_number(self._pieces, is_last=is_last), piece, None))
        self._pieces += 1


class SealedFile(io.RawIOBase):
    """Reads what a SealingFile wrote, from any place.

    Args:
        file: Open for reading; closed with this.
        key: Of its kind of files.

    Raises:
        UnsealError: It was not written with this key.
    """

    def __init__(self, file: BinaryIO, key: bytes) -> None:
        super().__init__()
        self._file = file
        head = file.read(HEAD)
        if len(head) < HEAD or not head.startswith(_MAGIC):
            raise UnsealError("no head")
        self._cipher = _cipher(key, head[len(_MAGIC) : len(_MAGIC) + _SALT])
        #: What the file is: the bytes that its writer named.
        self.named = self._decrypted(_OF_HEAD, head[len(_MAGIC) + _SALT :], _MAGIC)
        stored = file.seek(0, io.SEEK_END) - HEAD
        self._pieces = max(1, -(-stored // (PIECE + _TAG)))
        #: Bytes of what is in it.
        self.size = stored - self._pieces * _TAG
        self._place = 0
        self._piece: tuple[int, bytes] = (-1, b"")

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Go to a place."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self.size}[whence]
        self._place = max(0, base + offset)
        return self._place

    def tell(self) -> int:
        """Return the place."""
        return self._place

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]  # what has no more than these is never given
        """Read some bytes.

        Raises:
            UnsealError: They are not those that were written there.
        """
        into = memoryview(buffer).cast("B")
        number, start = divmod(self._place, PIECE)
        if number >= self._pieces:
            return 0
        part = self._at(number)[start : start + len(into)]
        into[: len(part)] = part
        self._place += len(part)
        return len(part)

    def close(self) -> None:
        """Close the file, too."""
        self._file.close()
        super().close()

    def _at(self, number: int) -> bytes:
        if self._piece[0] != number:
            self._file.seek(HEAD + number * (PIECE + _TAG))
            stored = self._file.read(PIECE + _TAG)
            self._piece = (number, self._decrypted(_number(number, is_last=number == self._pieces - 1), stored, None))
        return self._piece[1]

    def _decrypted(self, number: bytes, stored: bytes, beside: bytes | None) -> bytes:
        from cryptography.exceptions import InvalidTag

        try:
            return self._cipher.decrypt(number, stored, beside)
        except (InvalidTag, ValueError):
            raise UnsealError("not what was written") from None


def sealed(content: bytes, key: bytes, *, named: bytes) -> bytes:
    """Return some bytes as such a file."""
    file = io.BytesIO()
    sealing = SealingFile(file, key)
    sealing.write(content)
    sealing.end(named)
    return file.getvalue()


def unsealed(stored: bytes, key: bytes, *, named: bytes) -> bytes:
    """Return what is in such a file.

    Raises:
        UnsealError: It was not written with this key, or is another file.
    """
    with SealedFile(io.BytesIO(stored), key) as file:
        if file.named != named:
            raise UnsealError("another file")
        return file.read()


def _cipher(key: bytes, salt: bytes) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # a search reads nothing that lies so

    return AESGCM(hmac.digest(key, salt, "sha256"))


def _number(piece: int, *, is_last: bool) -> bytes:
    return piece.to_bytes(11, "big") + bytes([is_last])
