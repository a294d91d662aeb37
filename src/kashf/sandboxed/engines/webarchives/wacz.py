"""WACZ: a zip of WARC files with an index, a list of pages, and the hash of each file (Web Archive Collection Zipped, 1.1.1)."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count
from typing import Any, Final

from kashf.domain.document import Capture, OwnHash, Page, Reason
from kashf.ports.engines import EngineError, Extract, Limits, Member, Source
from kashf.sandboxed.engines.office.package import ZIP_FAULTS, Package, opened_package
from kashf.sandboxed.engines.webarchives.hashes import StatedHash, stated_hash
from kashf.sandboxed.unpack import RATIO_FREE_BYTES

WACZ: Final = "application/wacz"
_LIST, _LIST_HASH = "datapackage.json", "datapackage-digest.json"
_CHUNK_BYTES: Final = 1 << 16
_ENCRYPTED: Final = 1
#: What is told of the whole, in this order.
_TOLD: Final = ("title", "description", "created", "modified", "software", "mainPageUrl", "mainPageURL", "mainPageDate", "mainPageTs")


@dataclass(frozen=True, slots=True)
class _StatedHashes:
    """What the package says of its files: each one's hash by name, the hash of that list itself, and the tool."""

    hashes: Mapping[str, StatedHash]
    tool: str

    def capture(self, own_hash: OwnHash) -> Capture:
        """Return what a member is told to be."""
        return Capture(tool=self.tool, own_hash=own_hash)


class WaczUnpacker:
    """Takes out the files of a package, each held against the hash that the package states."""

    name = "wacz"
    version = "1"

    def unpacks(self, type: str) -> bool:
        """Return whether `type` is WACZ."""
        return type == WACZ

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield the files in the order of the package, then those that it lists and does not hold.

        Raises:
            EngineError: DAMAGED when it cannot be opened, or, at the end, when files are not what their own hash says.
        """
        most_bytes = max(RATIO_FREE_BYTES, source.size_bytes * limits.ratio)
        differing, ordinals = 0, count()
        with opened_package(source) as package:
            listed = _listed(package)
            for info in package.zip.infolist():
                if info.is_dir():
                    continue
                own_hash = _own_hash(package.zip, info, listed.hashes.get(info.filename), most_bytes=most_bytes)
                differing += own_hash is OwnHash.DIFFERS
                yield _member(package.zip, info, next(ordinals), listed.capture(own_hash))
            for name in sorted(listed.hashes.keys() - set(package.zip.namelist())):
                yield Member(next(ordinals), name.encode("utf-8", "replace"), None, Reason.DAMAGED, listed.capture(OwnHash.NOT_GIVEN))
        if differing:
            raise EngineError(Reason.DAMAGED, f"files that are not what their own hash says: {differing}")


def _member(package: zipfile.ZipFile, info: zipfile.ZipInfo, ordinal: int, capture: Capture) -> Member:
    """Return a file as a member, its first bytes already read."""
    name = info.filename.encode("utf-8", "surrogateescape")
    if info.flag_bits & _ENCRYPTED:
        return Member(ordinal, name, None, Reason.ENCRYPTED, capture)
    chunks = _chunks(package, info)
    try:
        first = next(chunks, b"")
    except EngineError as error:
        return Member(ordinal, name, None, error.reason, capture)
    return Member(ordinal, name, chain([first], chunks), capture=capture)


def _chunks(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield the bytes of a file.

    Raises:
        EngineError: DAMAGED.
    """
    try:
        with package.open(info) as file:
            while chunk := file.read(_CHUNK_BYTES):
                yield chunk
    except ZIP_FAULTS as error:
        raise EngineError(Reason.DAMAGED, "a file of the package is damaged") from error


def _own_hash(package: zipfile.ZipFile, info: zipfile.ZipInfo, stated: StatedHash | None, *, most_bytes: int) -> OwnHash:
    """Return what comes of the hash of a file; of one that unpacks to more than it may, nothing."""
    if stated is None or info.flag_bits & _ENCRYPTED:
        return OwnHash.NOT_GIVEN
    computed, had = stated.begun(), 0
    try:
        for chunk in _chunks(package, info):
            computed.update(chunk)
            had += len(chunk)
            if had > most_bytes:
                return OwnHash.NOT_GIVEN
    except EngineError:
        return OwnHash.DIFFERS
    return stated.held_against([computed])


def _listed(package: Package) -> _StatedHashes:
    """Return what a package says of its files; both ways to write a hash, that of 2020 and that of today."""
    said = _json(package, _LIST)
    hashes: dict[str, StatedHash] = {}
    resources = said.get("resources")
    for each in resources if isinstance(resources, list) else ():
        if not isinstance(each, dict) or not isinstance(each.get("path"), str):
            continue
        stats = each.get("stats")
        older = f"{each.get('hashing')}:{stats.get('hash')}" if isinstance(stats, dict) else ""
        if stated := stated_hash(str(each.get("hash") or older)):
            hashes[each["path"]] = stated
    if stated := stated_hash(str(_json(package, _LIST_HASH).get("hash", ""))):
        hashes[_LIST] = stated
    return _StatedHashes(hashes, str(said.get("software") or ""))


def _json(package: Package, name: str) -> Mapping[str, Any]:
    """Return an object of the package; empty when it is not there or is none."""
    try:
        said = json.loads(package.read(name) or b"{}")
    except (ValueError, RecursionError, EngineError):
        return {}
    return said if isinstance(said, dict) else {}


class WaczReader:
    """Reads what a package says of itself: its title, its tool, and who signed it."""

    name = "wacz-list"
    version = "1"

    def reads(self, type: str) -> bool:
        """Return whether `type` is WACZ."""
        return type == WACZ

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page.

        Raises:
            EngineError: DAMAGED, its list of files too.
        """
        with opened_package(source) as package:
            said, sealed = _json(package, _LIST), _json(package, _LIST_HASH)
        if not said:
            raise EngineError(Reason.DAMAGED, "the list of its files cannot be read: no file is held against its hash")
        inner = said.get("metadata")
        told = {**(inner if isinstance(inner, dict) else {}), **said}
        metadata = {key: value for key in _TOLD if isinstance(value := told.get(key), str) and value}
        signed = sealed.get("signedData")
        if isinstance(signed, dict):
            by = next((str(signed[key]) for key in ("domain", "publicKey") if signed.get(key)), "")
            metadata["signed-by"] = f"{by} ({signed.get('created', '')}); the signature is not checked here"
        return Extract((Page(1, "\n".join(f"{key}: {value}" for key, value in metadata.items())),), metadata)
