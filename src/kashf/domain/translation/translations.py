"""What people, and programs that a person asked, translated, as the ledger tells it: who, which page, into what, which version.

The words lie in blobs that the entries name, so that they can be destroyed with their document; see `segments_in`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.entries.persons import as_called
from kashf.domain.entries.projections import Projection
from kashf.domain.ids import DocumentId, EntryId, Json, canonical_json
from kashf.domain.ledger import Entry, EntryKind, Recorded
from kashf.domain.pages.quote import Quote
from kashf.domain.transcription.signed_words import (
    ModelUsed,
    PagePlace,
    SignedEntry,
    blob_of,
    model_of,
    place_of,
    signed_entries,
    signed_of,
)
from kashf.errors import DamagedCaseError

#: Code points of the translation of one segment.
LONGEST_RENDERING: Final = 20_000
#: Source: RFC 5646 section 2.1, without extensions and private use.
LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


@dataclass(frozen=True, slots=True)
class Translation(SignedEntry):
    """One version of a translation of a page.

    Args:
        signed: By whom; of a machine's, who asked for it.
        place: Which page.
        language: Into which language.
        version: From 1, by translator, page and language.
        words: The blob that holds the segments.
        segments: How many it has.
        is_blind: Whether its translator asked to see nobody else's until it is done.
        is_done: Whether it is; only a blind one is ever not.
        model: The program that translated; None for a person.
    """

    place: PagePlace
    language: str
    version: int
    words: DocumentId
    segments: int
    is_blind: bool = False
    is_done: bool = True
    model: ModelUsed | None = None

    @property
    def translator(self) -> str:
        """What tells a translator from every other: the id of a person, the name of who is none, or the hash of a program."""
        if self.model:
            return f"model:{self.model.sha256}"
        return self.signed.person or f"name:{as_called(self.signed.who)}"

    @property
    def by(self) -> str:
        """How its translator is called."""
        return self.model.name if self.model else self.signed.who


@dataclass(frozen=True, slots=True)
class TranslatedSegment:
    """A segment as the blob of a translation keeps it."""

    original: Quote
    rendering: str


def latest_of(entries: Iterable[Recorded]) -> tuple[Translation, ...]:
    """Return the last version that stands of each translator, page and language, in the order in which they were first made."""
    latest: dict[tuple[PagePlace, str, str], Translation] = {}
    for each in TRANSLATIONS.fold(entries).values():
        if each.signed.undone is None:
            latest[each.place, each.language, each.translator] = each
    return tuple(latest.values())


def next_version(entries: Iterable[Recorded], place: PagePlace, language: str, translator: str) -> int:
    """Return the number of a translator's next version of a page; what was taken back keeps its number."""
    every = TRANSLATIONS.fold(entries).values()
    return 1 + sum((each.place, each.language, each.translator) == (place, language, translator) for each in every)


def seen_by(translations: Sequence[Translation], reader: str) -> tuple[Translation, ...]:
    """Return what somebody may see: their own; of others what is done, and nothing of a page that they translate blind and have not done.

    Args:
        translations: The latest of each translator.
        reader: `Translation.translator` of who looks; "" for nobody of the case.
    """
    blind = {(each.place, each.language) for each in translations if each.translator == reader and not each.is_done}
    return tuple(each for each in translations if each.translator == reader or (each.is_done and (each.place, each.language) not in blind))


def translated_body(
    place: PagePlace,
    language: str,
    words: DocumentId,
    *,
    counts: tuple[int, int],
    state: tuple[bool, bool] = (False, True),
    model: ModelUsed | None = None,
) -> Mapping[str, Json]:
    """Return the body of an entry of kind "translated"; no word of the document stands in it.

    Args:
        place: Which page.
        language: Into which language.
        words: The blob.
        counts: Its version, from 1, and how many segments it has.
        state: Whether it is blind, and whether it is done.
        model: The program that translated.
    """
    (version, segments), (is_blind, is_done) = counts, state
    told: dict[str, Json] = {"document": place.document, "page": place.page, "language": language, "words": words}
    told |= {"version": version, "segments": segments, "blind": is_blind, "done": is_done}
    return told | {"model": model.as_json() if model else None}


def segments_bytes(segments: Iterable[TranslatedSegment], *, salt: str) -> bytes:
    """Return the bytes of the blob; the salt keeps a short translation from being guessed by its hash once it is destroyed."""
    return canonical_json(
        {"segments": [{"original": each.original.as_json(), "rendering": each.rendering} for each in segments], "salt": salt}
    )


def segments_in(data: bytes) -> tuple[TranslatedSegment, ...]:
    """Return what a blob of a translation holds.

    Raises:
        DamagedCaseError: It is none.
    """
    try:
        told = json.loads(data)["segments"]
        return tuple(TranslatedSegment(Quote.from_json(each["original"]), str(each["rendering"])) for each in told)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DamagedCaseError("a translation cannot be read") from error


def _translation(entry: Entry, id: EntryId) -> Translation:
    body = entry.body
    language, version, segments = str(body["language"]), body["version"], body["segments"]
    if not LANGUAGE.fullmatch(language) or type(version) is not int or type(segments) is not int:
        raise ValueError("not a translation")
    return Translation(
        signed=signed_of(entry, id),
        place=place_of(entry),
        language=language,
        version=version,
        words=blob_of(entry),
        segments=segments,
        is_blind=body.get("blind") is True,
        is_done=body.get("done") is not False,
        model=model_of(entry),
    )


#: What was translated, by entry, oldest first, with what was taken back.
TRANSLATIONS: Final[Projection[dict[EntryId, Translation]]] = signed_entries({EntryKind.TRANSLATED: _translation}, what="no translation")
