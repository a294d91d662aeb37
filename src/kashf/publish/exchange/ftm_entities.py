"""Documents and what they name as entities of FollowTheMoney, an object a line.

Source: schemata Document, Package, Mention and Organization of followthemoney 4 (MIT).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.entity import NameKey
from kashf.domain.ids import DocumentId

#: Properties that we write, by schema; those of Document are also of Package.
PROPERTIES: Final[Mapping[str, frozenset[str]]] = {
    "Document": frozenset({"name", "fileName", "fileSize", "mimeType", "language", "parent", "locationMentioned"}),
    "Package": frozenset({"name", "fileName", "fileSize", "mimeType", "language", "parent", "locationMentioned"}),
    "Organization": frozenset({"name", "alias"}),
    "Mention": frozenset({"document", "name", "detectedSchema", "resolved"}),
}
_ORGANIZATION: Final = "Organization"


@dataclass(frozen=True, slots=True)
class ExchangedDocument:
    """A document as others get it.

    Args:
        id: SHA-256 of its bytes.
        file_name: Without the folders in which it lay, which may name a source.
        size_bytes: Of its bytes.
        type: Media type; "" where it was not read.
        language: ISO 639-1 code, or "".
        parents: Containers in which it lies.
        is_container: Whether something lies in it.
        places: Places that it names, as it writes them.
        groups: Names of groups in it, as it writes them, by the key of the group.
    """

    id: DocumentId
    file_name: str
    size_bytes: int
    type: str
    language: str
    parents: tuple[DocumentId, ...]
    is_container: bool
    places: tuple[str, ...]
    groups: Mapping[NameKey, tuple[str, ...]]


def ftm_lines(documents: Iterable[ExchangedDocument], groups: Mapping[NameKey, Sequence[str]]) -> bytes:
    """Return documents, the groups that they name, and a mention for each group of each document, as JSON lines. Equal input, equal bytes.

    Args:
        documents: Which.
        groups: All groups by key, each with its names, the most frequent first.
    """
    entities = [
        _entity(_group_id(key), _ORGANIZATION, {"name": names[:1], "alias": names[1:]}) for key, names in sorted(groups.items()) if names
    ]
    for each in sorted(documents, key=lambda one: one.id):
        entities.append(_document(each))
        for key, names in sorted(each.groups.items()):
            told = {"document": [each.id], "name": names, "detectedSchema": [_ORGANIZATION], "resolved": [_group_id(key)]}
            entities.append(_entity(_id("mention", each.id, key), "Mention", told))
    return "".join(json.dumps(each, ensure_ascii=False, sort_keys=True) + "\n" for each in entities).encode("utf-8", "replace")


def _document(each: ExchangedDocument) -> Mapping[str, object]:
    told: dict[str, Sequence[str]] = {
        "name": [each.file_name],
        "fileName": [each.file_name],
        "fileSize": [str(each.size_bytes)],
        "mimeType": [each.type],
        "language": [each.language],
        "parent": sorted(each.parents),
        "locationMentioned": each.places,
    }
    return _entity(each.id, "Package" if each.is_container else "Document", told)


def _entity(id: str, schema: str, properties: Mapping[str, Sequence[str]]) -> Mapping[str, object]:
    kept = {name: [value for value in values if value] for name, values in properties.items()}
    return {"id": id, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _group_id(key: NameKey) -> str:
    return _id("group", key)


def _id(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()
