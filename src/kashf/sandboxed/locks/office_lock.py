"""The lock of a file of Microsoft Office.

A docx, xlsx or pptx with a password lies whole in an OLE file; of a doc, xls or ppt the streams with its words are encrypted.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

import msoffcrypto
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError
from msoffcrypto.format import doc97, ppt97, xls97
from msoffcrypto.method.ecma376_agile import ECMA376Agile

from kashf.ports.engines import Source

#: What a wrong password, or a damaged or hostile file, makes the library raise.
_FAULTS: Final = (DecryptionError, FileFormatError, InvalidKeyError, ParseError, OSError, ValueError, KeyError, IndexError, TypeError)
#: More rounds than Office writes, which would only cost time: it writes 100,000.
_MOST_ROUNDS: Final = 2_000_000


class _InMemory:
    """Stands for `tempfile` in the library, so that what was encrypted is written nowhere, and is had where nothing can be written."""

    TemporaryFile = io.BytesIO


for _module in (doc97, ppt97, xls97):
    _module.tempfile = _InMemory


class OfficeLock:
    """The encryption of one file of Office.

    Args:
        source: The file.

    Raises:
        ValueError: It is damaged, or encrypted as nobody here knows.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._plain: bytes | None = None
        with source.open() as file:
            self._content = file.read()
        try:
            self._file: Any = msoffcrypto.OfficeFile(io.BytesIO(self._content))
            self._is_locked = bool(self._file.is_encrypted())
        except (*_FAULTS, struct.error, AttributeError) as error:
            raise ValueError("no encryption that is known") from error
        self._rounds = int(self._agile().get("spinValue", 0))

    @property
    def is_locked(self) -> bool:
        """Whether it is encrypted."""
        return self._is_locked and self._rounds <= _MOST_ROUNDS

    @property
    def is_open(self) -> bool:
        """Whether its password was found."""
        return self._plain is not None

    def fits(self, password: str) -> bool:
        """Return whether a password opens it."""
        try:
            if not self._passes(password):
                return False
            plain = io.BytesIO()
            self._file.decrypt(plain)
        except (*_FAULTS, struct.error, AttributeError):
            return False
        self._plain = plain.getvalue()
        return True

    def unlocked(self) -> Source:
        """Return the file that was encrypted."""
        if self._plain is None:
            return self._source
        plain = self._plain
        opener: Callable[[], io.BytesIO] = lambda: io.BytesIO(plain)  # noqa: E731 - one line says it
        return replace(self._source, opener=opener, size_bytes=len(plain))

    def _agile(self) -> dict[str, Any]:
        """Return what is told of the newer encryption of docx and its kin; nothing for another."""
        return dict(self._file.info) if getattr(self._file, "type", "") == "agile" else {}

    def _passes(self, password: str) -> bool:
        """Return whether a password is right; its key is ready then."""
        told = self._agile()
        if told and not ECMA376Agile.verify_password(
            password,
            told["passwordSalt"],
            told["passwordHashAlgorithm"],
            told["encryptedVerifierHashInput"],
            told["encryptedVerifierHashValue"],
            told["spinValue"],
            told["passwordKeyBits"],
        ):
            return False
        if getattr(self._file, "type", "") == "standard":
            self._file.load_key(password=password, verify_password=True)
        else:
            self._file.load_key(password=password)
        return True
