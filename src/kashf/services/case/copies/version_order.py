"""Which of two versions of a letter was there first, with how that is known: a guess never looks like a fact."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kashf.domain.date import Relation
from kashf.domain.ids import DocumentId
from kashf.language.tables.version_words import DRAFT, FINAL
from kashf.language.words.tokens import folded_words
from kashf.ports.views import DocumentRecord
from kashf.services.case.copies.word_differences import DocumentComparison

_DRAFTS: Final = frozenset(folded_words(DRAFT))
_FINALS: Final = frozenset(folded_words(FINAL))
_NUMBERED: Final = re.compile(r"(?i)(?:^|[\s_.\-(])v(?:ersion)?[\s_.\-]?(\d{1,3})(?=$|[\s_.\-)])")


class OrderKnown(StrEnum):
    """How it is known which version was there first."""

    #: The files say so; metadata can be wrong, and changed.
    METADATA = "metadata"
    #: Concluded from names and contents.
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class VersionOrder:
    """Which of two versions was there first.

    Args:
        known: How that is known.
        first: Which it was; None where it is not known.
        why: "revision" (numbers that a program counts), "modified" or "date" (days that the files give), "tracked" (the one has tracked
            changes that the other has not), "name" (draft and final, v1 and v2), "contained" (the later one only adds words), or "".
    """

    known: OrderKnown
    first: DocumentId | None = None
    why: str = ""


def version_order(left: DocumentRecord, right: DocumentRecord, compared: DocumentComparison) -> VersionOrder:
    """Return which of two versions was there first: by what the files say, else by what can be concluded."""
    for why, sign in _SAID.items():
        if is_later := sign(left, right):
            return VersionOrder(OrderKnown.METADATA, right.id if is_later > 0 else left.id, why)
    if is_later := _compared(_stage(left), _stage(right)):
        return VersionOrder(OrderKnown.INFERRED, right.id if is_later > 0 else left.id, "name")
    tracked = [bool(record.metadata.get("tracked-changes")) for record in (left, right)]
    if tracked[0] != tracked[1]:
        return VersionOrder(OrderKnown.INFERRED, left.id if tracked[0] else right.id, "tracked")
    if compared.is_part:
        return VersionOrder(OrderKnown.INFERRED, left.id if compared.is_part == "left" else right.id, "contained")
    return VersionOrder(OrderKnown.UNKNOWN)


def _revision(left: DocumentRecord, right: DocumentRecord) -> int:
    """Compare how often a program says that it saved them: it tells only of files that were begun at the same moment."""
    begun = [record.metadata.get("date-as-written") or record.metadata.get("date") for record in (left, right)]
    if not begun[0] or begun[0] != begun[1]:
        return 0
    return _compared(*(_number(record.metadata, "cp:revision", "meta:editing-cycles", "editing-cycles") for record in (left, right)))


def _modified(left: DocumentRecord, right: DocumentRecord) -> int:
    before, after = (
        _text(record.metadata, "dcterms:modified", "modified", "dc:date", "pdf:docinfo:modified", "moddate") for record in (left, right)
    )
    return (before > after) - (before < after) if before and after and len(before) == len(after) else 0


def _dated(left: DocumentRecord, right: DocumentRecord) -> int:
    relation = left.file_date.compare(right.file_date) if left.file_date.is_known and right.file_date.is_known else Relation.UNDECIDED
    return {Relation.BEFORE: -1, Relation.AFTER: 1}.get(relation, 0)


#: What the files say, the surest first; each tells whether the first is the later (1), the earlier (-1), or nothing (0).
_SAID: Final[Mapping[str, Callable[[DocumentRecord, DocumentRecord], int]]] = {
    "revision": _revision,
    "modified": _modified,
    "date": _dated,
}


def _stage(record: DocumentRecord) -> int:
    """Return how far a file says to be by its name and title: below 0 for a draft, 1000 for the last, else the number of its version."""
    said = f"{record.name.rpartition('/')[2]} {record.title}"
    known = frozenset(folded_words(said))
    if known & _DRAFTS:
        return -1
    number = _NUMBERED.search(said.rpartition(".")[0] or said)
    return 1000 if known & _FINALS else int(number[1]) if number else 0


def _compared(left: int, right: int) -> int:
    return (left > right) - (left < right) if left and right else 0


def _number(metadata: Mapping[str, str], *names: str) -> int:
    found = _text(metadata, *names)
    return int(found) if found.isdecimal() and found.isascii() and len(found) <= 9 else 0


def _text(metadata: Mapping[str, str], *names: str) -> str:
    return next((metadata[name] for name in names if metadata.get(name)), "")
