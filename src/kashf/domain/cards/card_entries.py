"""Entries about sentence cards: what somebody wants to say, what it rests on, what else may explain it, what was checked, how it ended.

Whatever people type lies in a blob that the entry names; no word of a document, of a witness or of the reporter stands in the ledger.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from kashf.domain.cards.genuine_band import GenuineBand
from kashf.domain.entries.projections import Projection
from kashf.domain.ids import DocumentId, EntryId, Json, canonical_json, is_digest
from kashf.domain.ledger import Entry, EntryKind
from kashf.domain.pages.quote import Quote
from kashf.domain.plans.plan_result import PlanResult
from kashf.domain.transcription.signed_words import SignedEntry, blob_of, signed_entries, signed_of
from kashf.errors import DamagedCaseError


class Bearing(StrEnum):
    """What something says about the sentence."""

    SUPPORTS = "supports"
    AGAINST = "against"
    BACKGROUND = "background"


class CardStrip(StrEnum):
    """Who says it: a paper, a person, or whoever writes."""

    PAPER = "paper"
    PEOPLE = "people"
    CONCLUDED = "concluded"


class Knows(StrEnum):
    """How a person knows. What an expert holds is an opinion, and no evidence of what happened."""

    DID = "did"
    SAW = "saw"
    HEARD = "heard"
    READ = "read"
    EXPERT = "expert"


class Explanation(StrEnum):
    """What else may explain what was found. Source: the rivals of method.md 3, as six questions."""

    INVENTED = "invented"
    MISREAD = "misread"
    PLANTED = "planted"
    COINCIDENCE = "coincidence"
    OWN_INTELLIGENCE = "own-intelligence"
    WARNING = "public-warning"


class Weighed(StrEnum):
    """How far another explanation was looked into."""

    RULED_OUT = "ruled-out"
    POSSIBLE = "possible"
    NOT_CHECKED = "not-checked"


class CardCheck(StrEnum):
    """What is done before a sentence goes out."""

    SECOND_EYES = "second-eyes"
    REPLY = "reply"
    TRANSLATION = "translation"
    NAMES = "names"
    SOURCE = "source"


class BoardRow(StrEnum):
    """What stands in the rows of a card's board: the sentence as it is read, the six other explanations, and the source's selection."""

    AS_READ = "as-read"
    INVENTED = "invented"
    MISREAD = "misread"
    PLANTED = "planted"
    COINCIDENCE = "coincidence"
    OWN_INTELLIGENCE = "own-intelligence"
    WARNING = "public-warning"
    SELECTION = "selection"


class CellBand(StrEnum):
    """How probable a piece of evidence is if a row holds, by sign."""

    SURELY = "++"
    EXPECTED = "+"
    EITHER = "0"
    UNEXPECTED = "-"
    HARDLY = "--"


class CardState(StrEnum):
    """Where a card stands."""

    OPEN = "open"
    CLEARED = "cleared"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardEntry(SignedEntry):
    """What an entry says about a card.

    Args:
        card: Id of the entry that began the card; its own for that one.
        words: The blob with what was typed.
    """

    card: EntryId
    words: DocumentId


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWording(CardEntry):
    """What somebody wants to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PutEvidence(CardEntry):
    """That something was put on a card.

    Args:
        strip: Who says it.
        bearing: What it says about the sentence.
        document: The paper; of a person or a conclusion "".
        witness: Code name of the person; "" else.
        knows: How that person knows; None for papers and conclusions.
        heard_from: Code name of whom that person has it from; "" for nobody else.
        rests_on: Entries of evidence that a conclusion is drawn from, or papers an expert saw.
        tested: Of a conclusion: the run of a frozen plan that it tells of; None for others.
    """

    strip: CardStrip
    bearing: Bearing
    document: DocumentId | str = ""
    witness: str = ""
    knows: Knows | None = None
    heard_from: str = ""
    rests_on: tuple[EntryId, ...] = ()
    tested: PlanResult | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedExplanation(CardEntry):
    """How far another explanation was looked into."""

    explanation: Explanation
    weighed: Weighed


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedCard(CardEntry):
    """That something was done before it goes out.

    Args:
        check: What.
        is_done: False of a reply that was asked for and has not come.
    """

    check: CardCheck
    is_done: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledCard(CardEntry):
    """That a card was cleared, refused, or opened again."""

    state: CardState


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCell(CardEntry):
    """What somebody put in a cell of the card's board, in place of what the house rule puts there.

    Args:
        evidence: Which column: the entry that put the evidence on the card, or that ruled an explanation out.
        row: Which row.
        band: How probable the evidence is there.
    """

    evidence: EntryId
    row: BoardRow
    band: CellBand


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperGenuine(CardEntry):
    """How far somebody takes a paper, by the entry that put it on the card, to be what it claims to be."""

    evidence: EntryId
    band: GenuineBand


@dataclass(frozen=True, slots=True)
class CardWords:
    """What the blob of an entry about a card holds.

    Args:
        texts: What was typed, by what it is: "sentence", "said", "because", ...
        quote: The words of a paper; None where none are cited.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    quote: Quote | None = None


def card_body(card: str, words: DocumentId, told: Mapping[str, Json] | None = None, *, document: str = "") -> Mapping[str, Json]:
    """Return the body of an entry about a card.

    Args:
        card: Its id; "" for the entry that begins it.
        words: The blob.
        told: What else the entry says, by kind.
        document: What the words are about, with which they are destroyed.
    """
    return {"card": card, "words": words, **(told or {}), **({"document": document} if document else {})}


def evidence_body(put: PutEvidence) -> Mapping[str, Json]:
    """Return the body of an entry of kind "card-evidence"."""
    told: dict[str, Json] = {"strip": put.strip.value, "bearing": put.bearing.value}
    told |= {"witness": put.witness} if put.witness else {}
    told |= {"knows": put.knows.value} if put.knows else {}
    told |= {"heard_from": put.heard_from} if put.heard_from else {}
    told |= {"rests_on": list(put.rests_on)} if put.rests_on else {}
    told |= {"tested": put.tested.as_json()} if put.tested else {}
    return card_body(put.card, put.words, told, document=put.document)


def card_bytes(words: CardWords, *, salt: str) -> bytes:
    """Return the bytes of the blob of an entry about a card."""
    texts: Mapping[str, Json] = dict(words.texts)
    return canonical_json({"texts": texts, "quote": None if words.quote is None else words.quote.as_json(), "salt": salt})


def card_words(data: bytes) -> CardWords:
    """Return what the blob of an entry about a card holds.

    Raises:
        DamagedCaseError: It is none.
    """
    try:
        told = json.loads(data)
        texts = {str(name): str(text) for name, text in told["texts"].items()}
        return CardWords(texts, None if told["quote"] is None else Quote.from_json(told["quote"]))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DamagedCaseError("the words of a card cannot be read") from error


def _card_of(entry: Entry, id: EntryId) -> EntryId:
    card = str(entry.body["card"])
    if card and not is_digest(card):
        raise ValueError("not the id of a card")
    return EntryId(card or id)


def _wording(entry: Entry, id: EntryId) -> CardEntry:
    return CardWording(signed=signed_of(entry, id), card=_card_of(entry, id), words=blob_of(entry))


def _evidence(entry: Entry, id: EntryId) -> CardEntry:
    body = entry.body
    document, knows = str(body.get("document", "")), str(body.get("knows", ""))
    strip = CardStrip(str(body["strip"]))
    if (strip is CardStrip.PAPER) != is_digest(document) or (strip is CardStrip.PEOPLE) != bool(knows):
        raise ValueError("neither a paper, nor a person, nor a conclusion")
    return PutEvidence(
        signed=signed_of(entry, id),
        card=_card_of(entry, id),
        words=blob_of(entry),
        strip=strip,
        bearing=Bearing(str(body["bearing"])),
        document=DocumentId(document) if document else "",
        witness=str(body.get("witness", "")),
        knows=Knows(knows) if knows else None,
        heard_from=str(body.get("heard_from", "")),
        rests_on=_ids(body.get("rests_on", [])),
        tested=PlanResult.from_json(body.get("tested")) if strip is CardStrip.CONCLUDED else None,
    )


def _explanation(entry: Entry, id: EntryId) -> CardEntry:
    explanation, weighed = Explanation(str(entry.body["explanation"])), Weighed(str(entry.body["weighed"]))
    signed, card, words = signed_of(entry, id), _card_of(entry, id), blob_of(entry)
    return WeighedExplanation(signed=signed, card=card, words=words, explanation=explanation, weighed=weighed)


def _checked(entry: Entry, id: EntryId) -> CardEntry:
    check, is_done = CardCheck(str(entry.body["check"])), entry.body.get("done", True) is True
    return CheckedCard(signed=signed_of(entry, id), card=_card_of(entry, id), words=blob_of(entry), check=check, is_done=is_done)


def _settled(entry: Entry, id: EntryId) -> CardEntry:
    state = CardState(str(entry.body["state"]))
    return SettledCard(signed=signed_of(entry, id), card=_card_of(entry, id), words=blob_of(entry), state=state)


def _cell(entry: Entry, id: EntryId) -> CardEntry:
    (evidence,) = _ids([entry.body["evidence"]])
    row, band = BoardRow(str(entry.body["row"])), CellBand(str(entry.body["band"]))
    signed, card, words = signed_of(entry, id), _card_of(entry, id), blob_of(entry)
    return BoardCell(signed=signed, card=card, words=words, evidence=evidence, row=row, band=band)


def _genuine(entry: Entry, id: EntryId) -> CardEntry:
    (evidence,), band = _ids([entry.body["evidence"]]), GenuineBand(str(entry.body["band"]))
    return PaperGenuine(signed=signed_of(entry, id), card=_card_of(entry, id), words=blob_of(entry), evidence=evidence, band=band)


def _ids(untrusted: Json) -> tuple[EntryId, ...]:
    if not isinstance(untrusted, Iterable) or isinstance(untrusted, str | Mapping):
        raise TypeError("no list of entries")
    ids = tuple(map(str, untrusted))
    if not all(map(is_digest, ids)):
        raise ValueError("not the ids of entries")
    return tuple(map(EntryId, ids))


#: What people wrote on cards, by entry, oldest first, with what was taken back.
CARD_ENTRIES: Final[Projection[dict[EntryId, CardEntry]]] = signed_entries(
    {
        EntryKind.CARD_WORDED: _wording,
        EntryKind.CARD_EVIDENCE: _evidence,
        EntryKind.CARD_EXPLANATION: _explanation,
        EntryKind.CARD_CHECKED: _checked,
        EntryKind.CARD_SETTLED: _settled,
        EntryKind.BOARD_CELL: _cell,
        EntryKind.BOARD_GENUINE: _genuine,
    },
    what="nothing about a card",
)
