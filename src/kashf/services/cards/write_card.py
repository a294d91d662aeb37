"""Writes down what people put on sentence cards, each as one signed entry, and takes it back."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from kashf.domain.cards.card_entries import (
    CARD_ENTRIES,
    Bearing,
    CardCheck,
    CardEntry,
    CardStrip,
    CardWords,
    Explanation,
    Knows,
    PutEvidence,
    Weighed,
    card_body,
    card_bytes,
    evidence_body,
)
from kashf.domain.cards.card_questions import CARD_QUESTIONS
from kashf.domain.cards.sentence_card import SentenceCard, cards_in
from kashf.domain.document import Span
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import EntryKind
from kashf.domain.pages.quote import Quote, quote
from kashf.domain.plans.plan_result import PlanResult
from kashf.domain.transcription.signed_words import Signed
from kashf.errors import NoSuchEntryError, NotFoundError, UnclearedCardError, UsageError
from kashf.language.recognising.as_seen import says_something
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.code_names import list_sources, taken_code_name
from kashf.services.ledger.record import record_entry
from kashf.services.ledger.standing.taking_back import take_back_entry
from kashf.services.ledger.word_blobs import keep_words, new_salt

#: Code points of a sentence, and of whatever else is typed on a card.
LONGEST_SENTENCE: Final = 500
LONGEST: Final = 5000


@dataclass(frozen=True, slots=True)
class Evidence:
    """What somebody puts on a card.

    Args:
        bearing: What it says about the sentence.
        strip: Who says it.
        place: Of a paper: the words on its page.
        witness: Of a person: a code name.
        knows: How that person knows.
        heard_from: Code name of whom they have it from.
        said: What the person says, or what is concluded; of a paper a remark.
        rests_on: Entries on the same card that a conclusion is drawn from, or papers that an expert saw.
        tested: Of a conclusion: the run of a frozen plan that it tells of.
    """

    bearing: Bearing
    strip: CardStrip
    place: Span | None = None
    witness: str = ""
    knows: Knows | None = None
    heard_from: str = ""
    said: str = ""
    rests_on: tuple[EntryId, ...] = field(default_factory=tuple)
    tested: PlanResult | None = None


def cards(case: OpenCase) -> dict[EntryId, SentenceCard]:
    """Return the cards of a case by id, oldest first."""
    return cards_in(case.view.entries(kinds=sorted(CARD_ENTRIES.kinds)))


def find_card(case: OpenCase, beginning: str) -> SentenceCard:
    """Return the card whose id begins so.

    Raises:
        NotFoundError: None does, or more than one.
    """
    found = [card for id, card in cards(case).items() if beginning and id.startswith(beginning)]
    if len(found) != 1:
        raise NoSuchEntryError(f"{len(found)} cards begin with {beginning}", code="no-such-card", count=len(found), beginning=beginning)
    return found[0]


def word_card(case: WritableCase, sentence: str, *, card: str = "") -> EntryId:
    """Write down what somebody wants to say, on a new card or anew on one that is there, and return the card's id.

    Raises:
        UsageError: There is no sentence, or it is longer than 500 code points.
        NotFoundError: There is no such card.
    """
    words = typed_on_card(sentence, what="the sentence", most=LONGEST_SENTENCE, needed=True)
    known = find_card(case.reading, card).id if card else ""
    told = write_on_card(case, EntryKind.CARD_WORDED, known, CardWords({"sentence": words}))
    return told.card


def put_evidence(case: WritableCase, card: str, evidence: Evidence) -> EntryId:
    """Put something on a card, and return its entry.

    Raises:
        UsageError: It is neither a place on a page, nor a person with what they say, nor a conclusion.
        NotFoundError: No such card, no such place, or what it rests on is not on the card.
    """
    known = find_card(case.reading, card)
    if missing := set(evidence.rests_on) - {each.signed.id for each in known.evidence}:
        raise NoSuchEntryError("what it rests on is not on the card", code="not-on-the-card", entry=min(missing)[:12])
    is_paper = evidence.strip is CardStrip.PAPER
    said = typed_on_card(evidence.said, what="what is said", most=LONGEST, needed=not is_paper)
    if (is_paper and evidence.place is None) or (evidence.strip is CardStrip.PEOPLE and not (evidence.witness and evidence.knows)):
        raise UsageError("evidence is words of a page, or a person by code name with how they know, or a conclusion", code="no-evidence")
    quoted = _quoted(case.reading, evidence.place) if is_paper and evidence.place else None
    people = [_code_name(case.reading, name) if name else "" for name in (evidence.witness, evidence.heard_from)]
    if people[0] and people[0] == people[1]:
        raise UsageError("nobody has it from himself", code="own-parent")
    put = PutEvidence(
        signed=Signed(EntryId(""), case.actor, case.clock.now()),
        card=known.id,
        words=DocumentId(""),
        strip=evidence.strip,
        bearing=evidence.bearing,
        document=quoted.document if quoted else "",
        witness=people[0] if evidence.strip is CardStrip.PEOPLE else "",
        knows=evidence.knows if evidence.strip is CardStrip.PEOPLE else None,
        heard_from=people[1] if evidence.strip is CardStrip.PEOPLE else "",
        rests_on=evidence.rests_on,
        tested=evidence.tested if evidence.strip is CardStrip.CONCLUDED else None,
    )
    told = {name: value for name, value in evidence_body(put).items() if name not in {"card", "words"}}
    return write_on_card(case, EntryKind.CARD_EVIDENCE, known.id, CardWords({"said": said} if said else {}, quoted), told).signed.id


def weigh_explanation(case: WritableCase, card: str, explanation: Explanation, weighed: Weighed, because: str) -> EntryId:
    """Write down how far another explanation was looked into.

    Raises:
        UsageError: It is ruled out without a reason.
        NotFoundError: No such card.
    """
    reason = typed_on_card(because, what="the reason", most=LONGEST, needed=weighed is Weighed.RULED_OUT)
    told: Mapping[str, Json] = {"explanation": explanation.value, "weighed": weighed.value}
    return write_on_card(case, EntryKind.CARD_EXPLANATION, find_card(case.reading, card).id, CardWords({"because": reason}), told).signed.id


def check_card(case: WritableCase, card: str, check: CardCheck, texts: Mapping[str, str]) -> EntryId:
    """Write down that something was done before a sentence goes out.

    Args:
        case: Which case.
        card: Beginning of the card's id.
        check: What was done.
        texts: What is to be kept of it: a "note"; of a reply the "allegation" as it was sent, "to" whom, the "deadline", and the "answer"
            or what happened instead.

    Raises:
        UsageError: Nobody was asked for a reply yet, and the allegation or the deadline is missing.
        UnclearedCardError: Somebody looks over what they wrote.
        NotFoundError: No such card.
    """
    known = find_card(case.reading, card)
    if check is CardCheck.SECOND_EYES and (not case.person or case.person in known.writers):
        raise UnclearedCardError("somebody else has to look it over: a person of the case who wrote nothing on it", code="own-eyes")
    typed = {name: typed_on_card(text, what=name, most=LONGEST) for name, text in texts.items()}
    kept = {name: text for name, text in typed.items() if says_something(text)}
    is_done = check is not CardCheck.REPLY or "answer" in kept
    if check is CardCheck.REPLY and check not in known.checks and not {"allegation", "deadline"} <= kept.keys():
        raise UsageError("a reply is asked for with the allegation as it is sent and the deadline", code="reply-without-allegation")
    return write_on_card(case, EntryKind.CARD_CHECKED, known.id, CardWords(kept), {"check": check.value, "done": is_done}).signed.id


def take_back_from_card(case: WritableCase, beginning: str) -> CardEntry:
    """Take back what somebody put on a card, asked or answered, by the beginning of its entry; the first wording takes the card with it.

    Raises:
        NotFoundError: Nothing that stands begins so, or more than one.
        NotAllowedError: Another person of the case signed it.
    """
    with case.store.unit() as uow:
        view = case.reading.view
        every = [
            each for folded in (CARD_ENTRIES, CARD_QUESTIONS) for each in folded.fold(view.entries(kinds=sorted(folded.kinds))).values()
        ]
        told, _ = take_back_entry(case, uow, every, beginning, what="entries on cards")
        uow.commit()
    return told


def write_on_card(case: WritableCase, kind: EntryKind, card: str, words: CardWords, told: Mapping[str, Json] | None = None) -> CardEntry:
    """Write one entry about a card down, with its words in a blob."""
    with case.store.unit() as uow:
        blob = keep_words(case, card_bytes(words, salt=new_salt()))
        entry = record_entry(case, uow, kind, card_body(card, blob, told))
        uow.commit()
    return CARD_ENTRIES.fold([(entry, entry.id)])[entry.id]


def _quoted(case: OpenCase, place: Span) -> Quote:
    page = case.shown.page(place.document, place.page)
    if page is None or not page.text[place.start : place.end].strip() or place.end > len(page.text):
        raise NotFoundError("no words stand there in that document", code="no-words-to-use", page=place.page)
    return quote(page, place)


def _code_name(case: OpenCase, name: str) -> str:
    """Return the code name of a person, who is a source of the case or is called as one may be: it stays in the ledger for ever."""
    return taken_code_name(list_sources(case), name)


def typed_on_card(text: str, *, what: str, most: int, needed: bool = False) -> str:
    """Return what was typed, without the spaces around its lines.

    Raises:
        UsageError: It is too long, holds control characters, or is missing where it is needed.
    """
    typed = "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
    if (needed and not says_something(typed)) or len(typed) > most:
        raise UsageError(f"{what} has 1 to {most} characters", code="badly-typed-on-card", most=most)
    if any(unicodedata.category(sign) in {"Cc", "Cs"} and sign != "\n" for sign in typed):
        raise UsageError("what was typed holds control characters", code="control-characters")
    return typed
