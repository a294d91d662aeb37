"""Questions put to drawn samples of documents: frozen, coded by two people who do not see each other's codes, and settled."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.codebooks.coded_documents import (
    CODE_ENTRIES,
    CODERS,
    CaseCodes,
    CodeText,
    FrozenQuestion,
    QuestionText,
    code_body,
    codes_of,
    draw,
    question_body,
)
from kashf.domain.document import Span
from kashf.domain.entries.delivery import Scope
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.ledger import EntryKind
from kashf.domain.pages.quote import quote
from kashf.domain.plans.plan_entries import PLAN_NAME
from kashf.domain.transcription.signed_words import Signed
from kashf.errors import NotAllowedError, NotFoundError, UnknownNameError, UsageError
from kashf.services.cards.write_card import LONGEST, typed_on_card
from kashf.services.case.collections import narrow
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import record_entry
from kashf.services.ledger.word_blobs import keep_words, new_salt, read_words
from kashf.services.search.faceted import Search, matching

#: Code points of one answer, and how many may be given.
LONGEST_ANSWER: Final = 40
MOST_ANSWERS: Final = 9


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """What somebody wants to ask of documents.

    Args:
        name: What it is called.
        question: What is asked of each document.
        answers: What may be answered; the first is what is looked for.
        query: A search to draw from; "" for the whole leak.
        size: Documents to draw; all, where there are fewer.
        seed: What decides which; None for one that the machine draws.
    """

    name: str
    question: str
    answers: Sequence[str]
    query: str
    size: int
    seed: int | None = None


def case_codes(case: OpenCase) -> CaseCodes:
    """Return the questions of a case with what was answered."""
    return codes_of(case.view.entries(kinds=sorted(CODE_ENTRIES.kinds)))


def find_question(case: OpenCase, name: str) -> FrozenQuestion:
    """Return the question of a name.

    Raises:
        UnknownNameError: There is none.
    """
    found = case_codes(case).called(name)
    if found is None:
        raise UnknownNameError(f"no question is called {name[:60]}; `kashf code CASE` lists them")
    return found


def question_text(case: OpenCase, question: FrozenQuestion) -> QuestionText:
    """Return what a question asks, and of which documents."""
    return QuestionText.from_bytes(read_words(case.blobs, question.words))


def freeze_question(case: WritableCase, asked: QuestionAsked) -> EntryId:
    """Draw a sample and freeze it with its question, before anybody answers; return the entry.

    Raises:
        UsageError: The name is taken or none, question or answers are missing, or there is nothing to draw from.
        QuerySyntaxError: The search is malformed.
    """
    reading = case.reading
    if not PLAN_NAME.fullmatch(asked.name):
        raise UsageError(
            "a question is called by small Latin letters, digits and hyphens, up to 40: its name stays in the ledger for ever",
            code="coded-name",
        )
    if case_codes(reading).called(asked.name):
        raise UsageError(f"a question is called {asked.name} already; a frozen question is not written over", code="coded-name-taken")
    words = typed_on_card(asked.question, what="the question", most=LONGEST, needed=True)
    answers = tuple(typed_on_card(each, what="an answer", most=LONGEST_ANSWER, needed=True) for each in asked.answers)
    if not CODERS <= len(set(answers)) == len(answers) <= MOST_ANSWERS:
        raise UsageError(
            f"a question has 2 to {MOST_ANSWERS} answers, each another, that which is looked for first",
            code="coded-answers",
            most=MOST_ANSWERS,
        )
    if asked.size < 1 or (asked.seed is not None and asked.seed < 0):
        raise UsageError("a sample has one document or more, and its seed is no negative number", code="coded-sample")
    pile, left_out = _pile(reading, asked.query)
    if not pile:
        raise UsageError("there is no document with text to draw from", code="coded-nothing-to-draw")
    seed = secrets.randbelow(2**31) if asked.seed is None else asked.seed
    text = QuestionText(words, answers, asked.query, draw(pile, asked.size, seed=seed), new_salt())
    blob, nobody = keep_words(case, text.as_bytes()), Signed(EntryId(""), case.actor, case.clock.now())
    frozen = FrozenQuestion(signed=nobody, name=asked.name, words=blob, seed=seed, of=len(pile), left_out=left_out)
    with case.store.unit() as uow:
        entry = record_entry(case, uow, EntryKind.CODE_FROZEN, question_body(frozen))
        uow.commit()
    return entry.id


def code_document(case: WritableCase, name: str, document: DocumentId, answer: str, place: Span | None) -> EntryId:
    """Write down what somebody answers of a document, and return the entry.

    Args:
        case: Which case.
        name: Of the question.
        document: One that was drawn.
        answer: One of the question's.
        place: Where the document says so; None for nothing there.

    Raises:
        NotAllowedError: Nobody of the case is at work, or two people have coded the document.
        UsageError: It is no answer, or the one that is looked for without words of the document.
        NotFoundError: No such question, the document was not drawn, or no words stand there.
    """
    reading = case.reading
    question, text = _drawn(case, name, document)
    if answer not in text.answers:
        raise UsageError(f"the answers are {', '.join(text.answers)}", code="coded-other-answer")
    if answer == text.answers[0] and place is None:
        raise UsageError("the answer that is looked for cites the words of the document that say so", code="coded-without-words")
    if place and place.document != document:
        raise UsageError("a code cites the document that it is of", code="coded-other-document")
    page = reading.shown.page(document, place.page) if place else None
    if place and (page is None or place.end > len(page.text) or not page.text[place.start : place.end].strip()):
        raise NotFoundError("no words stand there in that document", code="coded-no-words")
    with case.store.unit() as uow:
        if len(case_codes(reading).codes.get((question.id, document), {})) >= CODERS:
            raise NotAllowedError("two people have coded that document; where they differ it is settled")
        told = CodeText(answer, quote(page, place) if page and place else None)
        blob = keep_words(case, told.as_bytes(salt=new_salt()))
        entry = record_entry(case, uow, EntryKind.CODED, code_body(question.id, document, blob))
        uow.commit()
    return entry.id


def settle_code(case: WritableCase, name: str, document: DocumentId, answer: str, why: str) -> EntryId:
    """Write down what holds of a document on which two people differ, and return the entry.

    Raises:
        NotAllowedError: Nobody of the case is at work, or the two have not both coded it, or they agree.
        UsageError: It is no answer, or there is no reason.
        NotFoundError: No such question, or the document was not drawn.
    """
    question, text = _drawn(case, name, document)
    if answer not in text.answers:
        raise UsageError(f"the answers are {', '.join(text.answers)}", code="coded-other-answer")
    reason = typed_on_card(why, what="the reason", most=LONGEST, needed=True)
    with case.store.unit() as uow:
        codes = case_codes(case.reading).codes.get((question.id, document), {}).values()
        given = {CodeText.from_bytes(read_words(case.reading.blobs, code.words)).answer for code in codes}
        if len(codes) < CODERS or len(given) < CODERS:
            raise NotAllowedError("only what two people coded in different ways is settled")
        blob = keep_words(case, CodeText(answer, why=reason).as_bytes(salt=new_salt()))
        entry = record_entry(case, uow, EntryKind.CODE_SETTLED, code_body(question.id, document, blob))
        uow.commit()
    return entry.id


def _drawn(case: WritableCase, name: str, document: DocumentId) -> tuple[FrozenQuestion, QuestionText]:
    if not case.person:
        raise NotAllowedError("who codes is a person of the case: say --as NAME")
    question = find_question(case.reading, name)
    text = question_text(case.reading, question)
    if document not in text.drawn:
        raise NotFoundError("that document is not in the sample of this question", code="coded-not-drawn")
    return question, text


def _pile(case: OpenCase, query: str) -> tuple[tuple[DocumentId, ...], dict[str, int]]:
    """Return one document for each group of copies, and how many documents are not among them and why."""
    view = narrow(case, Scope.LEAK).case.view
    with_text = set(view.page_counts())
    found = matching(case, Search(query)) if query.strip() else tuple(record.id for record in view.walk())
    kept = [document for document in found if document in with_text]
    whose: dict[DocumentId, DocumentId] = {}
    for document, leader in sorted(witnesses(case.view, kept).items(), key=lambda pair: (pair[0] != pair[1], pair[0])):
        whose.setdefault(leader, document)
    counts = {"without text": len(found) - len(kept), "copies": len(kept) - len(whose)}
    return tuple(sorted(whose.values())), {why: count for why, count in counts.items() if count}
