"""Entries about sources: batches that were checked, who passed on to whom, kinds of material, a letter by hand, stakes of a witness.

Whatever people type lies in a blob that the entry names; of names only code names stand in the ledger.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kashf.domain.entries.projections import Projection
from kashf.domain.ids import DocumentId, EntryId, Json, canonical_json
from kashf.domain.ledger import Entry, EntryKind
from kashf.domain.transcription.signed_words import SignedEntry, blob_of, signed_entries, signed_of
from kashf.errors import DamagedCaseError


class CheckOutcome(StrEnum):
    """What a check of a batch came to."""

    GENUINE = "genuine"
    FALSE = "false"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry(SignedEntry):
    """What an entry says about a source.

    Args:
        source: Its code name.
        words: The blob with what was typed.
    """

    source: str
    words: DocumentId


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChecked(SourceEntry):
    """That somebody checked a batch that it delivered.

    Args:
        outcome: What came of it.
        on: The day of the check.
    """

    outcome: CheckOutcome
    on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceParent(SourceEntry):
    """From whom it has what it delivers: a code name."""

    parent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceKinds(SourceEntry):
    """For which kinds of material it is a source; the last said holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceGraded(SourceEntry):
    """A letter from A to F that a person sets over the derived one."""

    letter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWitness(SourceEntry):
    """What a witness gains by being believed, and how they could know; the last said holds."""


def source_body(source: str, words: DocumentId, told: Mapping[str, Json] | None = None) -> Mapping[str, Json]:
    """Return the body of an entry about a source."""
    return {"source": source, "words": words, **(told or {})}


def source_bytes(texts: Mapping[str, str], *, salt: str) -> bytes:
    """Return the bytes of the blob of an entry about a source: what was typed, by what it is."""
    told: Mapping[str, Json] = dict(texts)
    return canonical_json({"salt": salt, "texts": told})


def source_texts(data: bytes) -> Mapping[str, str]:
    """Return what the blob of an entry about a source holds.

    Raises:
        DamagedCaseError: It is none.
    """
    try:
        return {str(name): str(text) for name, text in json.loads(data)["texts"].items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DamagedCaseError("the words about a source cannot be read") from error


def _checked(entry: Entry, id: EntryId) -> SourceEntry:
    outcome, on = CheckOutcome(str(entry.body["outcome"])), dt.date.fromisoformat(str(entry.body["on"]))
    return SourceChecked(signed=signed_of(entry, id), source=_named(entry, "source"), words=blob_of(entry), outcome=outcome, on=on)


def _parent(entry: Entry, id: EntryId) -> SourceEntry:
    signed, words = signed_of(entry, id), blob_of(entry)
    return SourceParent(signed=signed, source=_named(entry, "source"), words=words, parent=_named(entry, "parent"))


def _kinds(entry: Entry, id: EntryId) -> SourceEntry:
    return SourceKinds(signed=signed_of(entry, id), source=_named(entry, "source"), words=blob_of(entry))


def _graded(entry: Entry, id: EntryId) -> SourceEntry:
    letter = str(entry.body["letter"])
    if letter not in set("ABCDEF"):
        raise ValueError("no letter of the Admiralty system")
    return SourceGraded(signed=signed_of(entry, id), source=_named(entry, "source"), words=blob_of(entry), letter=letter)


def _witness(entry: Entry, id: EntryId) -> SourceEntry:
    return SourceWitness(signed=signed_of(entry, id), source=_named(entry, "source"), words=blob_of(entry))


def _named(entry: Entry, key: str) -> str:
    name = entry.body[key]
    if not isinstance(name, str) or not name:
        raise ValueError("no code name")
    return name


#: What people wrote about sources, by entry, oldest first, with what was taken back.
SOURCE_ENTRIES: Final[Projection[dict[EntryId, SourceEntry]]] = signed_entries(
    {
        EntryKind.SOURCE_CHECKED: _checked,
        EntryKind.SOURCE_PARENT: _parent,
        EntryKind.SOURCE_KINDS: _kinds,
        EntryKind.SOURCE_GRADED: _graded,
        EntryKind.SOURCE_WITNESS: _witness,
    },
    what="nothing about a source",
)
