"""What people say of a letter that was read otherwise, or not at all: a field a decision, signed, reversible; what was read stays.

The words lie in a blob that the entry names, and are destroyed with the document.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kashf.domain.document import Span
from kashf.domain.entries.projections import Projection
from kashf.domain.ids import DocumentId, EntryId, Json, canonical_json, is_digest
from kashf.domain.ledger import Entry, EntryKind, Recorded
from kashf.domain.pages.quote import Quote
from kashf.domain.transcription.signed_words import SignedEntry, blob_of, signed_entries, signed_of
from kashf.errors import DamagedCaseError


class LetterField(StrEnum):
    """What of a letter can be corrected."""

    NUMBER = "number"
    DATE = "date"
    #: Issuing offices from the top down.
    OFFICE = "office"
    ADDRESSEE = "addressee"
    SUBJECT = "subject"
    #: Name, post and office, any of them empty.
    SIGNATORY = "signatory"
    CITES = "cites"
    COPIES = "copies"
    #: What the paper does by being written.
    DOES = "does"
    ACT = "act"
    #: Whether the paper is a letter.
    LETTER = "letter"


class ActPart(StrEnum):
    """What of one act can be corrected."""

    WHAT = "what"
    FORCE = "force"
    WHO = "who"
    THINGS = "things"
    BY = "by"


class Saying(StrEnum):
    """What a person says of a field."""

    #: The paper says this.
    SAID = "said"
    #: The paper does not say it.
    NOT_SAID = "not-said"
    #: What was read is right.
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True, order=True)
class FieldOfLetter:
    """Which field of a letter.

    Args:
        field: Which.
        act: Where the clause of an act begins and ends, as page, first code point and the one past the last; None for other fields.
        part: Which part of the act; "" for the act itself.
    """

    field: LetterField
    act: tuple[int, int, int] | None = None
    part: ActPart | str = ""


@dataclass(frozen=True, slots=True)
class LetterCorrection(SignedEntry):
    """A decision about one field of one letter.

    Args:
        signed: By whom.
        device: The installation on which it was written down.
        document: Of which document.
        about: Which field.
        saying: What the person says of it.
        words: The blob with the words.
        why: Words of the person.
        begins: Where the letter began, of several in one document, as page, first code point and the one past the last of its first
            line; None for the first, and for a letter that has the document for itself.
    """

    device: str
    document: DocumentId
    about: FieldOfLetter
    saying: Saying
    words: DocumentId
    why: str
    begins: tuple[int, int, int] | None = None

    def replaces(self, earlier: LetterCorrection) -> bool:
        """Return whether this takes the place of an earlier one about the same field: of the same person, or of nobody known."""
        if earlier.signed.person:
            return earlier.signed.person == self.signed.person
        return earlier.device == self.device


@dataclass(frozen=True, slots=True)
class CorrectionWords:
    """What the blob of a correction holds.

    Args:
        said: What the paper says, in the person's spelling; several of a field that has several; () where it does not say.
        was: What kashf had read then.
        place: The words on the page, where the person pointed at them.
        act: The clause of the act that it is about.
        begins: The first line of the letter, of several in one document; None for the first.
    """

    said: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    place: Quote | None = None
    act: Quote | None = None
    begins: Quote | None = None


#: A letter, by its document and by where it begins there, and one of its fields.
_FieldThere = tuple[DocumentId, tuple[int, int, int] | None, FieldOfLetter]


def corrections_in(entries: Iterable[Recorded]) -> tuple[LetterCorrection, ...]:
    """Return the corrections of letters that stand, oldest first.

    Raises:
        DamagedCaseError: An entry is not one that kashf writes.
    """
    return tuple(each for each in LETTER_CORRECTIONS.fold(entries).values() if each.signed.undone is None)


def last_of_each(corrections: Iterable[LetterCorrection]) -> Mapping[_FieldThere, tuple[LetterCorrection, ...]]:
    """Return what each person said last of each field; more than one of a field where several persons speak of it."""
    found: dict[_FieldThere, tuple[LetterCorrection, ...]] = {}
    for each in corrections:
        key = each.document, each.begins, each.about
        found[key] = (*(earlier for earlier in found.get(key, ()) if not each.replaces(earlier)), each)
    return found


def correction_body(
    document: DocumentId,
    about: FieldOfLetter,
    saying: Saying,
    words: DocumentId,
    *,
    why: str,
    begins: tuple[int, int, int] | None = None,
) -> Mapping[str, Json]:
    """Return the body of the ledger entry of a correction; no word of the document stands in it."""
    told: dict[str, Json] = {"document": document, "field": about.field.value, "act": _as_json(about.act), "part": str(about.part)}
    letter: dict[str, Json] = {"letter": _as_json(begins)} if begins else {}
    return {**told, **letter, "saying": saying.value, "words": words, "why": why}


def correction_bytes(words: CorrectionWords, *, salt: str) -> bytes:
    """Return the bytes of the blob of a correction."""
    place, act = (None if each is None else each.as_json() for each in (words.place, words.act))
    letter = {"letter": words.begins.as_json()} if words.begins else {}
    return canonical_json({"said": words.said, "was": words.was, "place": place, "act": act, **letter, "salt": salt})


def correction_words(data: bytes) -> CorrectionWords:
    """Return what the blob of a correction holds.

    Raises:
        DamagedCaseError: It is none.
    """
    try:
        told = json.loads(data)
        told.setdefault("letter", None)
        quoted = (None if told[name] is None else Quote.from_json(told[name]) for name in ("place", "act", "letter"))
        return CorrectionWords(_texts(told["said"]), _texts(told["was"]), *quoted)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DamagedCaseError("a correction of a letter cannot be read") from error


def span_of(document: DocumentId, about: FieldOfLetter) -> Span | None:
    """Return where the clause stood of the act that a correction is about; None of other fields."""
    return Span(document, *about.act) if about.act else None


def _texts(untrusted: Sequence[object]) -> tuple[str, ...]:
    if not isinstance(untrusted, list):
        raise TypeError("no list of words")
    return tuple(map(str, untrusted))


def _correction(entry: Entry, id: EntryId) -> LetterCorrection:
    body = entry.body
    document, part = str(body["document"]), str(body.get("part", ""))
    if not is_digest(document):
        raise ValueError("not about a document")
    about = FieldOfLetter(LetterField(str(body["field"])), _place(body.get("act")), ActPart(part) if part else "")
    saying = Saying(str(body["saying"]))
    why, begins = str(body.get("why", "")), _place(body.get("letter"))
    return LetterCorrection(signed_of(entry, id), entry.device, DocumentId(document), about, saying, blob_of(entry), why, begins)


def _as_json(place: tuple[int, int, int] | None) -> Json:
    return None if place is None else dict(zip(("page", "start", "end"), place, strict=True))


def _place(untrusted: Json) -> tuple[int, int, int] | None:
    if untrusted is None:
        return None
    if not isinstance(untrusted, Mapping):
        raise TypeError("no place in a document")
    page, start, end = (untrusted[name] for name in ("page", "start", "end"))
    if not (isinstance(page, int) and isinstance(start, int) and isinstance(end, int)):
        raise TypeError("no place in a document")
    return page, start, end


#: What people said of letters, by entry, oldest first, with what was taken back.
LETTER_CORRECTIONS: Final[Projection[dict[EntryId, LetterCorrection]]] = signed_entries(
    {EntryKind.LETTER_CORRECTED: _correction}, what="no correction of a letter"
)
