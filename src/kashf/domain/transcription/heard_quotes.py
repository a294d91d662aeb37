"""What is said in recordings, as the ledger tells it: typed by people who listened, or heard by a program and confirmed by a person.

The words lie in blobs that the entries name; what a program heard is kept whole, and is no text of the recording until somebody listened.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.document import Mark, Origin, Page
from kashf.domain.entries.projections import Projection
from kashf.domain.ids import DocumentId, EntryId, Json, canonical_json, is_digest
from kashf.domain.ledger import Entry, EntryKind, Recorded
from kashf.domain.pages.time_code import TimeRange
from kashf.domain.pages.typed import parse_typed
from kashf.domain.transcription.signed_words import ModelUsed, SignedEntry, blob_of, model_of, signed_entries, signed_of
from kashf.errors import DamagedCaseError

#: Code points of one quote.
LONGEST_QUOTE: Final = 5_000


@dataclass(frozen=True, slots=True)
class HeardQuote(SignedEntry):
    """That somebody hears words in a recording, or that a program does.

    Args:
        signed: By whom; of a program, who asked it.
        document: In which recording.
        stretch: From when to when.
        words: The blob that holds the words; of a program, all that it heard.
        model: The program; None for a person.
        output: Entry of what a program heard, in which the words stand verbatim and which this person confirms; "" for own words.
    """

    document: DocumentId
    stretch: TimeRange
    words: DocumentId
    model: ModelUsed | None = None
    output: str = ""

    @property
    def is_text(self) -> bool:
        """Whether it is of the recording's text: a person listened."""
        return self.model is None


@dataclass(frozen=True, slots=True)
class HeardPassage:
    """Words that a program heard in a stretch of a recording."""

    stretch: TimeRange
    text: str


def heard_in(entries: Iterable[Recorded]) -> tuple[HeardQuote, ...]:
    """Return what was heard and stands, oldest first."""
    return tuple(each for each in HEARD.fold(entries).values() if each.signed.undone is None)


def heard_page(quotes: Iterable[tuple[HeardQuote, str]]) -> tuple[Page, tuple[tuple[HeardQuote, int, int], ...]]:
    """Return the page of a recording: a line for each quote, with its time before it, in order of time; and where each quote's words stand.

    Args:
        quotes: What people heard, each with its words as they were typed.
    """
    parts: list[str] = []
    marks: list[Mark] = []
    places: list[tuple[HeardQuote, int, int]] = []
    length = 0
    for each, typed in sorted(quotes, key=lambda pair: (pair[0].stretch, pair[0].signed.when)):
        line, head = parse_typed(typed), f"[{each.stretch}] "
        start = length + len(head)
        marks += [Mark(mark.start + start, mark.end + start, mark.kind) for mark in line.marks]
        places.append((each, start, start + len(line.text)))
        parts.append(head + line.text)
        length = start + len(line.text) + 1
    return Page(1, "\n".join(parts), Origin.TRANSCRIPTION, 1.0, tuple(marks)), tuple(places)


def heard_body(
    document: DocumentId, stretch: TimeRange, words: DocumentId, *, model: ModelUsed | None = None, output: str = ""
) -> Mapping[str, Json]:
    """Return the body of an entry of kind "heard", or of "heard-confirmed" with an `output`; no word stands in it."""
    told: dict[str, Json] = {"document": document, "from": stretch.start, "to": stretch.end, "words": words}
    return told | ({"entry": output} if output else {"model": model.as_json() if model else None})


def quote_bytes(typed: str, *, salt: str) -> bytes:
    """Return the bytes of the blob of a quote."""
    return canonical_json({"typed": typed, "salt": salt})


def quote_in(data: bytes) -> str:
    """Return the words that a blob of a quote holds, as they were typed.

    Raises:
        DamagedCaseError: It is none.
    """
    try:
        return str(json.loads(data)["typed"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise DamagedCaseError("what was heard in a recording cannot be read") from error


def passages_bytes(passages: Iterable[HeardPassage], *, salt: str) -> bytes:
    """Return the bytes of the blob of what a program heard, whole."""
    told: Sequence[Json] = [{"from": each.stretch.start, "to": each.stretch.end, "text": each.text} for each in passages]
    return canonical_json({"passages": told, "salt": salt})


def passages_in(data: bytes) -> tuple[HeardPassage, ...]:
    """Return what a program heard.

    Raises:
        DamagedCaseError: It is no such blob.
    """
    try:
        return tuple(HeardPassage(TimeRange(each["from"], each["to"]), str(each["text"])) for each in json.loads(data)["passages"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise DamagedCaseError("what a program heard in a recording cannot be read") from error


def stands_verbatim(passages: Sequence[HeardPassage], stretch: TimeRange, words: str) -> bool:
    """Return whether a program heard these very words in a stretch: in passages that lie in it, and in all of it.

    >>> said = [HeardPassage(TimeRange(0, 1000), "bring the fuel"), HeardPassage(TimeRange(1000, 2000), "at night")]
    >>> stands_verbatim(said, TimeRange(0, 2000), "fuel at night"), stands_verbatim(said, TimeRange(0, 1000), "fuel at night")
    (True, False)
    """
    within = [each for each in passages if stretch.start <= each.stretch.start and each.stretch.end <= stretch.end]
    is_covered = bool(within) and within[0].stretch.start == stretch.start and max(each.stretch.end for each in within) == stretch.end
    return is_covered and bool(words.strip()) and words.strip() in " ".join(each.text for each in within)


def _quote(entry: Entry, id: EntryId) -> HeardQuote:
    body = entry.body
    document, start, end = str(body["document"]), body["from"], body["to"]
    if not is_digest(document) or type(start) is not int or type(end) is not int:
        raise ValueError("not in a recording")
    output = str(body["entry"]) if entry.kind == EntryKind.HEARD_CONFIRMED else ""
    return HeardQuote(signed_of(entry, id), DocumentId(document), TimeRange(start, end), blob_of(entry), model_of(entry), output)


#: What was heard, by entry, oldest first, with what was taken back.
HEARD: Final[Projection[dict[EntryId, HeardQuote]]] = signed_entries(
    {EntryKind.HEARD: _quote, EntryKind.HEARD_CONFIRMED: _quote}, what="nothing heard"
)
