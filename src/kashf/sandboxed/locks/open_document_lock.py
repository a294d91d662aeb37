"""The lock of an OpenDocument file: each part of it is encrypted by itself, with one password for all; or the whole is one such part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from lxml import etree

from kashf.ports.engines import Source
from kashf.sandboxed.engines.office.package import parse_xml
from kashf.sandboxed.locks.open_document_part import EncryptedPart, encrypted_parts, inflated

_MANIFEST: Final = "META-INF/manifest.xml"
#: The one part that LibreOffice encrypts since 2024, which holds a package of its own.
_WHOLE: Final = "encrypted-package"
_ZIP: Final = b"PK\x03\x04"
#: Bytes of the list of parts, of one part, and of all parts together.
_MOST_LISTED, _MOST_BYTES, _MOST_PLAIN = 8 << 20, 256 << 20, 1 << 30


class OpenDocumentLock:
    """The encryption of one OpenDocument file.

    Args:
        source: The file.

    Raises:
        ValueError: Its list of parts is damaged.
        zipfile.BadZipFile: It is no package.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._plain: bytes | None = None
        with source.open() as file, zipfile.ZipFile(file) as package:
            self._manifest = package.open(_MANIFEST).read(_MOST_LISTED)
            self._parts = {part.name: part for part in encrypted_parts(parse_xml(self._manifest)) if part.name in package.namelist()}
            self._smallest = min(self._parts, key=lambda name: package.getinfo(name).file_size, default="")

    @property
    def is_locked(self) -> bool:
        """Whether parts of it are encrypted, all in ways that are known here."""
        return bool(self._parts) and all(part.is_known for part in self._parts.values())

    @property
    def is_open(self) -> bool:
        """Whether its password was found."""
        return self._plain is not None

    def fits(self, password: str) -> bool:
        """Return whether a password opens it."""
        with self._source.open() as file, zipfile.ZipFile(file) as package:
            if self._compressed(package, self._parts[self._smallest], password) is None:
                return False
            self._plain = self._decrypted(package, password)
        return True

    def unlocked(self) -> Source:
        """Return the file as it was before it was encrypted."""
        if self._plain is None:
            return self._source
        plain = self._plain
        opener: Callable[[], io.BytesIO] = lambda: io.BytesIO(plain)  # noqa: E731 - one line says it
        return replace(self._source, opener=opener, size_bytes=len(plain))

    def _compressed(self, package: zipfile.ZipFile, part: EncryptedPart, password: str) -> bytes | None:
        with package.open(part.name) as file:
            content = file.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            raise ValueError("a part is too large")
        return part.compressed(content, password)

    def _decrypted(self, package: zipfile.ZipFile, password: str) -> bytes:
        """Return the package with its parts as they were.

        Raises:
            ValueError: A part has another password, or all are too large together.
        """
        out, left = io.BytesIO(), _MOST_PLAIN
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as written:
            for info in package.infolist():
                if info.is_dir():
                    continue
                part = self._parts.get(info.filename)
                packed = self._compressed(package, part, password) if part else package.open(info).read(_MOST_BYTES)
                if packed is None:
                    raise ValueError("a part has another password")
                if part and part.name == _WHOLE:
                    return packed if packed.startswith(_ZIP) else b"".join(inflated(packed))
                content = _without_encryption(packed) if info.filename == _MANIFEST else packed
                with written.open(info.filename, "w") as file:
                    for piece in inflated(content) if part else (content,):
                        left -= len(piece)
                        if left < 0:
                            raise ValueError("all parts together are too large")
                        file.write(piece)
        return out.getvalue()


def _without_encryption(manifest: bytes) -> bytes:
    """Return a list of parts that says of none that it is encrypted."""
    root = parse_xml(manifest)
    for data in list(root.iter("{*}encryption-data")) if root is not None else ():
        if (entry := data.getparent()) is not None:
            entry.remove(data)
    return etree.tostring(root) if root is not None else manifest
