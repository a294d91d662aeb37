"""A folder as a BagIt bag: what it holds, its hashes, and nothing beside. Source: RFC 8493.

Signatures lie beside the bag's own tag files and are listed in no manifest: they are made over the last of these.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Final

#: Where signatures lie.
SIGNATURES: Final = "signatures/"
#: The last manifest: over all other files but signatures.
TAG_MANIFEST: Final = "tagmanifest-sha256.txt"
_MANIFEST: Final = "manifest-sha256.txt"
_DECLARED: Final = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def bagged(payload: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of a bag that holds some files, by path; the same files give the same bytes.

    Args:
        payload: By path within the bag's data.
    """
    files = {f"data/{path}": content for path, content in sorted(payload.items())}
    octets = sum(map(len, files.values()))
    tags = {
        "bagit.txt": _DECLARED,
        "bag-info.txt": f"Bag-Software-Agent: kashf\nPayload-Oxum: {octets}.{len(files)}\n".encode(),
        _MANIFEST: _manifest(files),
    }
    return {**files, **tags, TAG_MANIFEST: _manifest(tags)}


def payload_of(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return what a bag holds, by path within its data."""
    return {path.removeprefix("data/"): content for path, content in files.items() if path.startswith("data/")}


def bag_faults(untrusted_files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the paths at which a bag is not what its files make it, or which do not belong there; signatures are not looked at."""
    files = {path: content for path, content in untrusted_files.items() if not path.startswith(SIGNATURES)}
    made = bagged(payload_of(files))
    other = {path for path in files.keys() | made.keys() if files.get(path) != made.get(path)}
    listed = {path for manifest in other & {_MANIFEST, TAG_MANIFEST} for path in _otherwise(files.get(manifest, b""), made[manifest])}
    yield from sorted((other | listed) - {_MANIFEST, TAG_MANIFEST} or other)


def _otherwise(untrusted_manifest: bytes, made: bytes) -> Iterator[str]:
    """Yield the paths at which two manifests differ, cut to what can be shown."""
    told, known = (set(each.decode("utf-8", errors="replace").splitlines()) for each in (untrusted_manifest, made))
    yield from (line.partition("  ")[2][:200] for line in told ^ known if "  " in line)


def signed_bytes(tag_manifest: bytes, name: str) -> bytes:
    """Return what a person signs: the hash of the last manifest, and as whom."""
    return b"kashf release 1\n" + hashlib.sha256(tag_manifest).hexdigest().encode() + b"\n" + name.encode()


def _manifest(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in sorted(files.items())).encode()
