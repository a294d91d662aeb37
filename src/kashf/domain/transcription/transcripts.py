"""What people typed off the images of pages, as the ledger tells it: lines drawn, keyed, and settled where two read otherwise.

The words themselves lie in blobs that the entries name, so that they can be destroyed with the document; see `words_of`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from kashf.domain.entries.projections import Projection
from kashf.domain.ids import DocumentId, EntryId, Json, canonical_json
from kashf.domain.ledger import Entry, EntryKind, Recorded
from kashf.domain.pages.regions import Region
from kashf.domain.transcription.signed_words import PagePlace, SignedEntry, blob_of, place_of, signed_entries, signed_of
from kashf.errors import DamagedCaseError


@dataclass(frozen=True, slots=True)
class DrawnLines(SignedEntry):
    """That the lines of a page stand in some regions, in the order in which they are read.

    Args:
        signed: By whom.
        place: On which page.
        regions: Where.
        is_by_hand: Whether a person drew them; a program found them otherwise.
    """

    place: PagePlace
    regions: tuple[Region, ...]
    is_by_hand: bool = True


@dataclass(frozen=True, slots=True)
class Keying(SignedEntry):
    """That a person typed what stands in a region.

    Args:
        signed: By whom.
        place: On which page.
        region: Where on it.
        words: The blob that holds what was typed.
        field: The field of a form that the region is, or "".
        is_blind: Whether the person could not have seen what another had typed there before: who has typed a line is shown it.
        source: SHA-256 of the file with which it was brought in; "" for what was typed here. Nobody knows who typed what was brought in,
            or which machine, so that it confirms nothing.
        is_shown: Whether the person had been shown what others had typed there, as of a line that waits for nobody; it confirms nothing.
    """

    place: PagePlace
    region: Region
    words: DocumentId
    field: str = ""
    is_blind: bool = True
    source: str = ""
    is_shown: bool = False


@dataclass(frozen=True, slots=True)
class Settlement(SignedEntry):
    """What a region says where two people typed it otherwise.

    Args:
        signed: By whom.
        place: On which page.
        region: Where on it.
        words: The blob that holds what it says, and why.
        keyings: Entries of what was typed and looked at.
    """

    place: PagePlace
    region: Region
    words: DocumentId
    keyings: tuple[EntryId, ...]


Told = DrawnLines | Keying | Settlement
_Some = TypeVar("_Some", DrawnLines, Keying, Settlement)


@dataclass(frozen=True, slots=True)
class PageTranscript:
    """All that was typed of one page and stands, oldest first.

    Args:
        place: Which page.
        drawn: Its lines, as they were drawn last; None when nobody drew any.
        keyings: What was typed.
        settlements: What was settled.
    """

    place: PagePlace
    drawn: DrawnLines | None = None
    keyings: tuple[Keying, ...] = ()
    settlements: tuple[Settlement, ...] = ()


def transcripts_of(entries: Iterable[Recorded]) -> Mapping[PagePlace, PageTranscript]:
    """Return what was typed of each page and stands; pages of which all was taken back are left out."""
    by_place: dict[PagePlace, list[Told]] = {}
    for each in TRANSCRIPTS.fold(entries).values():
        before = by_place.setdefault(each.place, [])
        before.append(replace(each, is_blind=_is_blind(before, each)) if isinstance(each, Keying) else each)
    pages = {place: [each for each in told if each.signed.undone is None] for place, told in by_place.items()}
    return {place: _of_page(place, standing) for place, standing in pages.items() if standing}


def drawn_body(place: PagePlace, regions: Sequence[Region], *, is_by_hand: bool) -> Mapping[str, Json]:
    """Return the body of an entry of kind "lines-drawn"."""
    return {**_where(place), "regions": [region.as_json() for region in regions], "by": "hand" if is_by_hand else "program"}


def keyed_body(
    place: PagePlace, region: Region, words: DocumentId, *, field: str, source: str = "", is_shown: bool = False
) -> Mapping[str, Json]:
    """Return the body of an entry of kind "keyed"; no word of the document stands in it."""
    told = {**_where(place), "region": region.as_json(), "words": words, "field": field}
    return {**told, **({"source": source} if source else {}), **({"shown": True} if is_shown else {})}


def settled_body(place: PagePlace, region: Region, words: DocumentId, keyings: Iterable[EntryId]) -> Mapping[str, Json]:
    """Return the body of an entry of kind "settled"; no word of the document stands in it."""
    return {**_where(place), "region": region.as_json(), "words": words, "keyings": list(keyings)}


@dataclass(frozen=True, slots=True)
class Words:
    """What the blob of a keying or a settlement holds.

    Args:
        typed: What was typed, with its marks.
        why: The reason of a settlement, or "".
        file: Of what was brought in, the name of the file; "" for what was typed here.
        creator: Who or what made that file, as it says itself; nobody checked it.
    """

    typed: str
    why: str = ""
    file: str = ""
    creator: str = ""


def words_bytes(words: Words, *, salt: str) -> bytes:
    """Return the bytes of the blob; the salt keeps a short line from being guessed by its hash once it is destroyed."""
    brought = {"file": words.file, "creator": words.creator} if words.file else {}
    return canonical_json({"typed": words.typed, "why": words.why, "salt": salt, **brought})


def words_of(data: bytes) -> Words:
    """Return what a blob of words holds.

    Raises:
        DamagedCaseError: It is none.
    """
    try:
        told = json.loads(data)
        found = Words(told["typed"], *(told.get(name, "") for name in ("why", "file", "creator")))
        if all(isinstance(part, str) for part in (found.typed, found.why, found.file, found.creator)):
            return found
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DamagedCaseError("what was typed of a page cannot be read") from error
    raise DamagedCaseError("what was typed of a page cannot be read")


def _where(place: PagePlace) -> dict[str, Json]:
    return {"document": place.document, "page": place.page}


def _of_page(place: PagePlace, told: Sequence[Told]) -> PageTranscript:
    drawn = _some(told, DrawnLines)
    return PageTranscript(place, drawn[-1] if drawn else None, _some(told, Keying), _some(told, Settlement))


def _some(told: Sequence[Told], kind: type[_Some]) -> tuple[_Some, ...]:
    return tuple(each for each in told if isinstance(each, kind))


def _is_blind(before: Iterable[Told], keying: Keying) -> bool:
    """Return whether nobody else had typed the line, or this person had not: what was taken back was seen all the same.

    Who brought in what a file says of the line may have seen it there.
    """
    there = [each for each in before if not isinstance(each, DrawnLines) and each.region.is_same_line(keying.region)]
    mine = [each for each in there if each.signed.person == keying.signed.person]
    if keying.source or keying.is_shown or any(isinstance(each, Keying) and each.source for each in mine):
        return False
    return not mine or len(mine) == len(there)


def _drawn(entry: Entry, id: EntryId) -> Told:
    regions = entry.body["regions"]
    if isinstance(regions, str) or not isinstance(regions, Sequence):
        raise TypeError("regions are a list")
    return DrawnLines(signed_of(entry, id), place_of(entry), tuple(map(Region.from_json, regions)), entry.body.get("by") != "program")


def _keyed(entry: Entry, id: EntryId) -> Told:
    field, source = str(entry.body.get("field") or ""), str(entry.body.get("source") or "")
    is_shown = entry.body.get("shown") is True
    return Keying(
        signed_of(entry, id),
        place_of(entry),
        Region.from_json(entry.body["region"]),
        blob_of(entry),
        field,
        source=source,
        is_shown=is_shown,
    )


def _settled(entry: Entry, id: EntryId) -> Told:
    keyings = entry.body["keyings"]
    if isinstance(keyings, str) or not isinstance(keyings, Sequence):
        raise TypeError("keyings are a list")
    region, of = Region.from_json(entry.body["region"]), tuple(EntryId(str(each)) for each in keyings)
    return Settlement(signed_of(entry, id), place_of(entry), region, blob_of(entry), of)


#: What was drawn, typed and settled, by entry, oldest first, with what was taken back.
TRANSCRIPTS: Final[Projection[dict[EntryId, Told]]] = signed_entries(
    {EntryKind.LINES_DRAWN: _drawn, EntryKind.KEYED: _keyed, EntryKind.SETTLED: _settled}, what="no transcription"
)
