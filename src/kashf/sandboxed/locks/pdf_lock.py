"""The lock of a PDF, which pdfium decrypts by itself, given the password of its reader or of its owner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pypdfium2 as pdfium
from pypdfium2 import raw

from kashf.ports.engines import Source
from kashf.sandboxed.locks.typed_passwords import in_bytes

_PASSWORD_FAULTS = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)


class PdfLock:
    """The encryption of one PDF.

    Args:
        source: The PDF.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._key: bytes | None = None

    @property
    def is_locked(self) -> bool:
        """Whether it does not open without a password."""
        return _fault(self._source, None) in _PASSWORD_FAULTS

    @property
    def is_open(self) -> bool:
        """Whether its password was found."""
        return self._key is not None

    def fits(self, password: str) -> bool:
        """Return whether a password, in some encoding, opens it."""
        self._key = next((key.encode() for key in _texts(password) if _fault(self._source, key) is None), None)
        return self.is_open

    def unlocked(self) -> Source:
        """Return the PDF with its password."""
        return replace(self._source, keys=(self._key,)) if self._key is not None else self._source


def _texts(password: str) -> Iterator[str]:
    """Yield a password as it stands, then as the bytes of other encodings: pdfium takes UTF-8, and tries its letters as bytes too."""
    yield password
    yield from dict.fromkeys(each.decode("latin-1") for each in in_bytes(password) if each != password.encode())


def _fault(source: Source, password: str | None) -> int | None:
    """Return pdfium's number of what keeps it from opening a PDF; None when it opens."""
    with source.open() as file:
        try:
            pdfium.PdfDocument(file, password=password).close()
        except pdfium.PdfiumError as error:
            return int(error.err_code or 0)
    return None
