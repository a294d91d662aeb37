"""Pictures and embedded files of documents that are packages: Office Open XML, OpenDocument, EPUB, Visio, XPS, Apple's."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from itertools import chain, count
from typing import Final
from urllib.parse import unquote

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits, Member, Source
from kashf.sandboxed.engines.embedded.icons import is_icon
from kashf.sandboxed.engines.office.package import ZIP_FAULTS, Package, opened_package
from kashf.sandboxed.unpack import PASSED_OVER

_TYPES: Final = re.compile(
    r"application/(?:vnd\.openxmlformats-officedocument\..+|vnd\.ms-(?:word|excel|powerpoint)\..+\.12|vnd\.oasis\.opendocument\.[a-z-]+(?<!-xml)|"
    r"vnd\.sun\.xml\..+|epub\+zip|vnd\.ms-visio\.drawing|vnd\.ms-xpsdocument|vnd\.apple\.(?:pages|keynote|numbers))"
)
_EPUB: Final = "application/epub+zip"
#: Files that the document was given, and its macros.
_GIVEN: Final = re.compile(r"(?:^|/)(?:(?:embeddings|media|pictures)/|vbaproject\.bin$)")
#: What a package is made of: its own markup, fonts, style sheets, settings of printers, signatures, checksums.
_OWN: Final = re.compile(
    r"\.(?:xml|rels|vml|rdf|opf|ncx|bin|odttf|[ot]tf|woff2?|eot|sigs|psmdcp|fdoc|fdseq|fpage|dict|frag|struct|iwa|apxl|plist|pl"
    r"|smil|pls|sdc|xpl|pro)(?:\.gz)?$|(?:^|/)index\.zip$|(?:^|/)(?:mimetype|layout-cache|\.?ds_store|buildversionhistory\.plist)$|^(?:meta-inf|configurations2|metadata|__macosx)/"
)
#: The pages of an e-book.
_BOOK: Final = re.compile(r"\.(?:xhtml|html?|css|js)$")
#: A small picture of the first page, which the document holds in full.
_THUMBNAIL: Final = re.compile(r"^(?:docprops/thumbnail\.|thumbnails/)|^preview-(?:micro|web)\.jpg$")
#: Kinds of relationships by which a document shows what lies elsewhere.
_SHOWN: Final = frozenset({"image", "oleObject", "package", "video", "audio", "media", "subDocument", "aFChunk"})
_CHUNK_BYTES: Final = 1 << 16
_ENCRYPTED: Final = 1


class PackageUnpacker:
    """Takes out every part of a package that is not its own markup."""

    name = "parts"
    version = "1"

    def unpacks(self, type: str) -> bool:
        """Return whether `type` is a document that is kept in a zip."""
        return _TYPES.fullmatch(type) is not None

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield the parts, then what the document shows and does not hold.

        Raises:
            EngineError: ENCRYPTED or DAMAGED.
        """
        with opened_package(source) as package:
            _check_not_encrypted(package)
            parts = _Parts(package)
            ordinals = count()
            for name in package.names():
                if not _is_given(name) or (source.type == _EPUB and _BOOK.search(name)):
                    continue
                yield parts.member(next(ordinals), name)
            for untrusted_target in dict.fromkeys(_shown_from_elsewhere(package)):
                yield Member(next(ordinals), untrusted_target.encode("utf-8", "replace"), None, Reason.UNREAD_PART)
            if parts.cut:
                raise EngineError(Reason.DAMAGED, f"{parts.cut} embedded files break off or are not what they were")


class _Parts:
    """Gives the parts of a package as members and counts those that broke off."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._encrypted = _encrypted_names(package)
        self.cut = 0

    def member(self, ordinal: int, name: str) -> Member:
        """Return a part as a member, its first bytes already read."""
        info = self._package.info(name)
        assert info is not None, "names come from the package"  # noqa: S101 - what mypy cannot see
        untrusted_name = info.filename.encode("utf-8", "surrogateescape")
        if _THUMBNAIL.search(name):
            return Member(ordinal, untrusted_name, None, PASSED_OVER)
        if info.flag_bits & _ENCRYPTED or name in self._encrypted:
            return Member(ordinal, untrusted_name, None, Reason.ENCRYPTED)
        chunks = self._chunks(info)
        first = next(chunks, b"")
        if not first and info.file_size:
            return Member(ordinal, untrusted_name, None, Reason.DAMAGED)
        return (
            Member(ordinal, untrusted_name, None, PASSED_OVER)
            if is_icon(first)
            else Member(ordinal, untrusted_name, chain([first], chunks))
        )

    def _chunks(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        """Yield the content of a part; it ends early, and is counted as cut, where the package is damaged."""
        had = 0
        try:
            with self._package.zip.open(info) as part:
                while chunk := part.read(_CHUNK_BYTES):
                    had += len(chunk)
                    yield chunk
        except ZIP_FAULTS:
            self.cut += had > 0


def _is_given(name: str) -> bool:
    """Return whether a part is something that the document was given, and not what it is made of."""
    return bool(_GIVEN.search(name)) or not _OWN.search(name)


def _shown_from_elsewhere(package: Package) -> Iterator[str]:
    """Yield the addresses of pictures and objects that an Office Open XML document only names."""
    for name in package.names():
        if not name.endswith(".rels"):
            continue
        folder, _, leaf = name.removesuffix(".rels").rpartition("_rels/")
        for each in package.relationships(f"{folder}{leaf}").values():
            if each.is_external and each.kind in _SHOWN:
                yield each.untrusted_target


def _check_not_encrypted(package: Package) -> None:
    """Raise ENCRYPTED for an OpenDocument with a password, whose parts are all noise."""
    manifest = package.info("meta-inf/manifest.xml")
    if manifest is not None and b"encryption-data" in package.read("meta-inf/manifest.xml"):
        raise EngineError(Reason.ENCRYPTED, "the document needs a password")


def _encrypted_names(package: Package) -> frozenset[str]:
    """Return the names of the parts of an e-book that are encrypted."""
    root = package.xml("meta-inf/encryption.xml")
    return (
        frozenset(unquote(each.get("URI", "")).lstrip("/").lower() for each in root.iter("{*}CipherReference"))
        if root is not None
        else frozenset()
    )
