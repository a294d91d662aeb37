"""A question put to a drawn sample of documents: frozen before anybody answers it, answered by two people apart, settled by a third entry.

Question, sample, answers and reasons lie in blobs that entries name, so that no reader of the ledger sees what the other one answered.
A question and its answers are taken back by nothing. Who codes a document anew before the other one has coded it changes their mind;
afterwards both have been seen, and what comes later does not count.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kashf.domain.entries.projections import Projection
from kashf.domain.ids import DocumentId, EntryId, Json, canonical_json, is_digest
from kashf.domain.ledger import Entry, EntryKind
from kashf.domain.pages.quote import Quote
from kashf.domain.plans.plan_entries import PLAN_NAME
from kashf.domain.transcription.signed_words import SignedEntry, blob_of, signed_of
from kashf.errors import DamagedCaseError

#: How many people code a document.
CODERS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenQuestion(SignedEntry):
    """A question as its entry says it.

    Args:
        name: What it is called.
        words: The blob with the question and its sample.
        seed: What decided which documents were drawn.
        of: Documents it was drawn from, copies of one counted once.
        left_out: Documents that it was not drawn from, by reason.
    """

    name: str
    words: DocumentId
    seed: int
    of: int
    left_out: Mapping[str, int]

    @property
    def id(self) -> EntryId:
        """Its ledger entry."""
        return self.signed.id


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedDocument(SignedEntry):
    """That somebody answered a question of a document; or, of a document on which two differ, what holds.

    Args:
        question: Entry of the question.
        document: Which.
        words: The blob with the answer and what it cites, or with the reason.
    """

    question: EntryId
    document: DocumentId
    words: DocumentId


@dataclass(slots=True)
class CaseCodes:
    """All questions of a case and what was answered, oldest first.

    Args:
        questions: By entry.
        codes: By question and document: by person, the code that counts.
        settled: By question and document, what was settled last.
        late: Codes that came when two people had coded the document, by question; they count for nothing.
    """

    questions: dict[EntryId, FrozenQuestion] = field(default_factory=dict)
    codes: dict[tuple[EntryId, DocumentId], dict[str, CodedDocument]] = field(default_factory=dict)
    settled: dict[tuple[EntryId, DocumentId], CodedDocument] = field(default_factory=dict)
    late: dict[EntryId, int] = field(default_factory=dict)

    def called(self, name: str) -> FrozenQuestion | None:
        """Return the question of a name; of two that two installations froze, the first."""
        return next((question for question in self.questions.values() if question.name == name), None)


@dataclass(frozen=True, slots=True)
class QuestionText:
    """What the blob of a question holds.

    Args:
        question: What is asked of each document.
        answers: What may be answered; the first is what is looked for.
        query: Which search the sample was drawn from; "" for the whole leak.
        drawn: The sample in the order in which it was drawn.
        salt: What keeps the blob from being guessed.
    """

    question: str
    answers: tuple[str, ...]
    query: str
    drawn: tuple[DocumentId, ...]
    salt: str

    def as_bytes(self) -> bytes:
        """Return it as the bytes of its blob."""
        told: dict[str, Json] = {"question": self.question, "answers": list(self.answers), "query": self.query}
        return canonical_json({**told, "drawn": list(self.drawn), "salt": self.salt})

    @classmethod
    def from_bytes(cls, data: bytes) -> QuestionText:
        """Return what the blob of a question holds.

        Raises:
            DamagedCaseError: It is none.
        """
        try:
            told = json.loads(data)
            drawn = tuple(DocumentId(str(each)) for each in told["drawn"])
            answers = tuple(map(str, told["answers"]))
            return cls(str(told["question"]), answers, str(told["query"]), drawn, str(told["salt"]))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise DamagedCaseError("a question put to documents cannot be read") from error


@dataclass(frozen=True, slots=True)
class CodeText:
    """What the blob of a code holds.

    Args:
        answer: What was answered, or what holds.
        quote: Where the document says so; None for nothing there.
        why: Why it holds; "" for a code.
    """

    answer: str
    quote: Quote | None = None
    why: str = ""

    def as_bytes(self, *, salt: str) -> bytes:
        """Return it as the bytes of its blob."""
        quote = None if self.quote is None else self.quote.as_json()
        return canonical_json({"answer": self.answer, "quote": quote, "why": self.why, "salt": salt})

    @classmethod
    def from_bytes(cls, data: bytes) -> CodeText:
        """Return what the blob of a code holds.

        Raises:
            DamagedCaseError: It is none.
        """
        try:
            told = json.loads(data)
            quote = None if told["quote"] is None else Quote.from_json(told["quote"])
            return cls(str(told["answer"]), quote, str(told["why"]))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise DamagedCaseError("an answer to a question put to documents cannot be read") from error


def draw(documents: Sequence[DocumentId], size: int, *, seed: int) -> tuple[DocumentId, ...]:
    """Return a sample without replacement, in the order in which it was drawn: by the SHA-256 of the seed and the id of each.

    The order of the documents that are given does not matter, and a larger sample begins with the smaller one.
    """
    return tuple(sorted(set(documents), key=lambda document: hashlib.sha256(f"{seed}:{document}".encode()).digest())[:size])


def question_body(question: FrozenQuestion) -> Mapping[str, Json]:
    """Return the body of an entry of kind "code-frozen"."""
    told: dict[str, Json] = {"name": question.name, "words": question.words, "seed": question.seed}
    return {**told, "of": question.of, "left_out": dict(question.left_out)}


def code_body(question: EntryId, document: DocumentId, words: DocumentId) -> Mapping[str, Json]:
    """Return the body of an entry of kind "coded" or "code-settled"."""
    return {"question": question, "document": document, "words": words}


def _tell(told: CaseCodes, entry: Entry, id: EntryId) -> CaseCodes:
    try:
        if entry.kind == EntryKind.CODE_FROZEN:
            told.questions[id] = _question(entry, id)
        else:
            _count(told, _code(entry, id), is_settled=entry.kind == EntryKind.CODE_SETTLED)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DamagedCaseError(f"ledger entry {entry.chain}/{entry.seq} is nothing about a question that can be read") from error
    return told


def _count(told: CaseCodes, code: CodedDocument, *, is_settled: bool) -> None:
    place = code.question, code.document
    by_person = told.codes.setdefault(place, {})
    if is_settled:
        told.settled[place] = code
    elif len(by_person) >= CODERS or not code.signed.person:
        told.late[code.question] = told.late.get(code.question, 0) + 1
    else:
        by_person[code.signed.person] = code


def _question(entry: Entry, id: EntryId) -> FrozenQuestion:
    body = entry.body
    name, left_out = str(body["name"]), body["left_out"]
    if not PLAN_NAME.fullmatch(name) or not isinstance(left_out, Mapping):
        raise ValueError("no question")
    counts = {str(why): _whole(count) for why, count in left_out.items()}
    told = _whole(body["seed"]), _whole(body["of"])
    return FrozenQuestion(signed=signed_of(entry, id), name=name, words=blob_of(entry), seed=told[0], of=told[1], left_out=counts)


def _code(entry: Entry, id: EntryId) -> CodedDocument:
    question, document = str(entry.body["question"]), str(entry.body["document"])
    if not is_digest(question) or not is_digest(document):
        raise ValueError("no code")
    return CodedDocument(signed=signed_of(entry, id), question=EntryId(question), document=DocumentId(document), words=blob_of(entry))


def _whole(untrusted: Json) -> int:
    if not isinstance(untrusted, int) or isinstance(untrusted, bool) or untrusted < 0:
        raise ValueError("no count")
    return untrusted


def codes_of(entries: Iterable[tuple[Entry, EntryId]]) -> CaseCodes:
    """Return the questions of a case with what was answered.

    Raises:
        DamagedCaseError: An entry is not one that kashf writes.
    """
    return CODE_ENTRIES.fold(entries)


#: What was asked of drawn documents, and answered.
CODE_ENTRIES: Final[Projection[CaseCodes]] = Projection(
    frozenset({EntryKind.CODE_FROZEN, EntryKind.CODED, EntryKind.CODE_SETTLED}), CaseCodes, _tell
)
