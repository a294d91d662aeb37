"""Words of an original that translators contest, as the ledger tells it: marked by a person, and settled with a reason, or open."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.entries.projections import Projection
from kashf.domain.ids import DocumentId, EntryId, Json, canonical_json
from kashf.domain.ledger import Entry, EntryKind, Recorded
from kashf.domain.pages.quote import Quote
from kashf.domain.transcription.signed_words import PagePlace, SignedEntry, blob_of, place_of, retracted, signed_of
from kashf.domain.translation.translations import LANGUAGE
from kashf.errors import DamagedCaseError


@dataclass(frozen=True, slots=True)
class Settled(SignedEntry):
    """That contested words are to be rendered in one way.

    Args:
        signed: By whom.
        words: The blob that holds the rendering and the reason.
    """

    words: DocumentId


@dataclass(frozen=True, slots=True)
class ContestedEntry(SignedEntry):
    """That somebody holds words of a page to be contested.

    Args:
        signed: By whom.
        place: On which page.
        language: In translations into which language.
        words: The blob that holds the words, their renderings and the reason.
        settled: What was settled last; None while it is open.
    """

    place: PagePlace
    language: str
    words: DocumentId
    settled: Settled | None = None


@dataclass(frozen=True, slots=True)
class ContestedWords:
    """What the blob of a contested entry holds.

    Args:
        original: The words, with the text around them.
        renderings: Each with who renders them so; "" where nobody is named.
        why: Why they are contested.
    """

    original: Quote
    renderings: tuple[tuple[str, str], ...]
    why: str


def contested_entries(entries: Iterable[Recorded]) -> tuple[ContestedEntry, ...]:
    """Return what stands, oldest first."""
    return tuple(each for each in CONTESTED.fold(entries).values() if each.signed.undone is None)


def contested_bytes(words: ContestedWords, *, salt: str) -> bytes:
    """Return the bytes of the blob."""
    renderings: Sequence[Json] = [{"text": text, "by": by} for text, by in words.renderings]
    return canonical_json({"original": words.original.as_json(), "renderings": renderings, "why": words.why, "salt": salt})


def contested_in(data: bytes) -> ContestedWords:
    """Return what the blob of a contested entry holds.

    Raises:
        DamagedCaseError: It is none.
    """
    try:
        told = json.loads(data)
        renderings = tuple((str(each["text"]), str(each["by"])) for each in told["renderings"])
        return ContestedWords(Quote.from_json(told["original"]), renderings, str(told["why"]))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DamagedCaseError("contested words cannot be read") from error


def settled_bytes(rendering: str, why: str, *, salt: str) -> bytes:
    """Return the bytes of the blob of a settlement."""
    return canonical_json({"rendering": rendering, "why": why, "salt": salt})


def settled_in(data: bytes) -> tuple[str, str]:
    """Return the rendering that was settled, and why.

    Raises:
        DamagedCaseError: It is no such blob.
    """
    try:
        told = json.loads(data)
        return str(told["rendering"]), str(told["why"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise DamagedCaseError("what was settled of contested words cannot be read") from error


def contested_body(place: PagePlace, language: str, words: DocumentId) -> Mapping[str, Json]:
    """Return the body of an entry of kind "contested"; no word of the document stands in it."""
    return {"document": place.document, "page": place.page, "language": language, "words": words}


def contest_settled_body(contested: ContestedEntry, words: DocumentId) -> Mapping[str, Json]:
    """Return the body of an entry of kind "contest-settled"; no word of the document stands in it."""
    return {"document": contested.place.document, "page": contested.place.page, "entry": contested.signed.id, "words": words}


def _tell(told: dict[EntryId, ContestedEntry], entry: Entry, id: EntryId) -> dict[EntryId, ContestedEntry]:
    try:
        if entry.kind == EntryKind.CONTESTED:
            language = str(entry.body["language"])
            if not LANGUAGE.fullmatch(language):
                raise ValueError("not a language")
            told[id] = ContestedEntry(signed_of(entry, id), place_of(entry), language, blob_of(entry))
        elif known := told.get(EntryId(str(entry.body.get("entry")))):
            if entry.kind == EntryKind.CONTEST_SETTLED:
                told[known.signed.id] = replace(known, settled=Settled(signed_of(entry, id), blob_of(entry)))
            else:
                told[known.signed.id] = replace(known, signed=retracted(known.signed, entry, id))
        elif entry.kind == EntryKind.UNDONE:
            _reopen(told, entry, id)
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedCaseError(f"ledger entry {entry.chain}/{entry.seq} is about no contested words that can be read") from error
    return told


def _reopen(told: dict[EntryId, ContestedEntry], entry: Entry, id: EntryId) -> None:
    """Take back what was settled, if that is what an entry takes back."""
    for known in told.values():
        settled = known.settled
        if settled and settled.signed.id == str(entry.body.get("entry")) and retracted(settled.signed, entry, id).undone:
            told[known.signed.id] = replace(known, settled=None)
            return


_KINDS: Final = frozenset({EntryKind.CONTESTED, EntryKind.CONTEST_SETTLED, EntryKind.UNDONE})
#: Contested words, by entry, oldest first, with what was taken back.
CONTESTED: Final[Projection[dict[EntryId, ContestedEntry]]] = Projection(_KINDS, dict, _tell)
