"""What Office Open XML documents say about themselves, under the names that Tika gives it."""

from __future__ import annotations

from typing import Final

from kashf.sandboxed.engines.office.package import Package

_CORE: Final = {
    **{name: f"dc:{name}" for name in ("title", "subject", "creator", "description", "language", "identifier")},
    "created": "dcterms:created",
    "modified": "dcterms:modified",
    "lastModifiedBy": "meta:last-author",
    "keywords": "meta:keyword",
    **{name: f"cp:{name}" for name in ("revision", "category", "contentStatus", "version")},
    "lastPrinted": "meta:print-date",
}
#: What says nothing that a person would ask for.
_NOT_TOLD: Final = frozenset(
    {"HeadingPairs", "TitlesOfParts", "ScaleCrop", "LinksUpToDate", "SharedDoc", "HyperlinksChanged", "DigSig", "HLinks"}
)


def properties(package: Package) -> dict[str, str]:
    """Return what the parts for properties say: core, extended, and the document's own."""
    told: dict[str, str] = {}
    for part in ("core-properties", "extended-properties", "custom-properties"):
        for name in package.related("", part):
            root = package.xml(name)
            for each in root if root is not None else ():
                key = _key(part, each.tag.rpartition("}")[2], each.get("name", ""))
                value = "".join(str(text) for text in each.itertext()).strip()
                if key and value:
                    told[key] = value
    return told


def _key(part: str, tag: str, own_name: str) -> str:
    """Return the name of a property; nothing for one that is not told."""
    if part == "core-properties":
        return _CORE.get(tag, "")
    if part == "custom-properties":
        return f"custom:{own_name}" if own_name else ""
    return "" if tag in _NOT_TOLD else f"extended-properties:{tag}"
