"""The zip that office documents and e-books are kept in, and the XML in it; no part is larger than what is allowed, none names a file."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, Final

from lxml import etree

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Source

#: Bytes of one part of markup; the tree of a larger one would not fit into the memory of a child.
MAX_MARKUP_BYTES: Final = 48 << 20
#: What zipfile raises at a list of members, or a member, that is not as it was, or is packed in a way it does not know.
ZIP_FAULTS: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError, NotImplementedError, RuntimeError)
_ENCRYPTED: Final = 1
_NUMBERS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Relationship:
    """What one part says of another: what it is to it, where it lies, and whether that is outside of the document."""

    kind: str
    untrusted_target: str
    is_external: bool


@dataclass(slots=True)
class Package:
    """An open package; parts are found by name whatever their case."""

    zip: zipfile.ZipFile
    _by_name: dict[str, zipfile.ZipInfo] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._by_name = {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in self.zip.infolist() if not info.is_dir()}

    def names(self) -> list[str]:
        """Return the names of all parts in lower case, as a person would count them: image2 before image10."""
        return sorted(self._by_name, key=lambda name: [int(part) if part.isdecimal() else part for part in _NUMBERS.split(name)])

    def info(self, name: str) -> zipfile.ZipInfo | None:
        """Return what the list of members says of a part; None when there is none."""
        return self._by_name.get(name.lower())

    def read(self, name: str, *, most_bytes: int = MAX_MARKUP_BYTES) -> bytes:
        """Return the content of a part; nothing when there is none.

        Raises:
            EngineError: TOO_LARGE, ENCRYPTED or DAMAGED.
        """
        info = self.info(name)
        if info is None:
            return b""
        if info.flag_bits & _ENCRYPTED:
            raise EngineError(Reason.ENCRYPTED, "a part of the document is encrypted")
        try:
            with self.zip.open(info) as part:
                content = part.read(most_bytes + 1)
        except ZIP_FAULTS:
            raise EngineError(Reason.DAMAGED, "a part of the document is damaged") from None
        if len(content) > most_bytes:
            raise EngineError(Reason.TOO_LARGE, f"a part of the document is larger than {most_bytes} bytes")
        return content

    @contextmanager
    def opened(self, name: str) -> Iterator[IO[bytes]]:
        """Give the stream of a part, or an empty one when there is none.

        Raises:
            EngineError: ENCRYPTED or DAMAGED.
        """
        info = self.info(name)
        if info is not None and info.flag_bits & _ENCRYPTED:
            raise EngineError(Reason.ENCRYPTED, "a part of the document is encrypted")
        try:
            with self.zip.open(info) if info is not None else io.BytesIO() as part:
                yield part
        except ZIP_FAULTS:
            raise EngineError(Reason.DAMAGED, "a part of the document is damaged") from None

    def xml(self, name: str) -> etree._Element | None:
        """Return the root of a part of markup, of a damaged one what can be had; None when there is none.

        Raises:
            EngineError: As `read` does.
        """
        return parse_xml(self.read(name))

    def relationships(self, name: str) -> dict[str, Relationship]:
        """Return what a part ("" for the whole) is related to, by id; targets inside are names of parts."""
        folder, _, leaf = name.rpartition("/")
        root = self.xml(posixpath.join(folder, "_rels", f"{leaf}.rels"))
        found = {}
        for each in root.iter("{*}Relationship") if root is not None else ():
            target, is_external = each.get("Target", ""), each.get("TargetMode") == "External"
            kind = each.get("Type", "").rpartition("/")[2]
            found[each.get("Id", "")] = Relationship(kind, target if is_external else _resolved(folder, target), is_external)
        return found

    def related(self, name: str, kind: str) -> Iterator[str]:
        """Yield the names of the parts that stand to a part in a relationship of a kind, such as "footnotes"."""
        for each in self.relationships(name).values():
            if each.kind == kind and not each.is_external:
                yield each.untrusted_target


@contextmanager
def opened_package(source: Source) -> Iterator[Package]:
    """Give the package that a file is.

    Raises:
        EngineError: DAMAGED, when it has no list of members.
    """
    with source.open() as file:
        try:
            package = zipfile.ZipFile(file)
        except ZIP_FAULTS:
            raise EngineError(Reason.DAMAGED, "the package has lost its list of parts") from None
        with package:
            yield Package(package)


def parse_xml(content: bytes) -> etree._Element | None:
    """Return the root of untrusted markup, of a damaged one what can be had; None where nothing can; it reads no other file."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True, remove_pis=True
    )
    root: etree._Element | None = etree.fromstring(content, parser) if content.strip() else None
    return root


def _resolved(folder: str, untrusted_target: str) -> str:
    """Return the name of the part that a target means, seen from a folder."""
    target = untrusted_target.replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/").lower()
