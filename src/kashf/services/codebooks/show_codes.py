"""A question put to a drawn sample, with as much of the answers as whoever looks may see, and what they come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kashf.domain.codebooks.coded_documents import CODERS, CaseCodes, CodedDocument, CodeText, FrozenQuestion, QuestionText
from kashf.domain.date import FuzzyDate
from kashf.domain.document import Status
from kashf.domain.entries.delivery import Scope
from kashf.domain.ids import DocumentId
from kashf.evidence.codebook.earliest_certain import EarliestCertain, earliest_certain
from kashf.evidence.codebook.found_nothing import FoundBound, found_bound
from kashf.evidence.codebook.krippendorff import CoderAgreement, CodeScale, agreement
from kashf.services.case.open import OpenCase
from kashf.services.codebooks.keep_codes import case_codes, find_question, question_text
from kashf.services.ledger.word_blobs import read_words
from kashf.services.letters.list_letters import LetterQuery, list_letters


@dataclass(frozen=True, slots=True)
class ShownCode:
    """One code that may be seen.

    Args:
        code: Its entry.
        text: What it says.
    """

    code: CodedDocument
    text: CodeText


@dataclass(frozen=True, slots=True)
class AskedDocument:
    """A document of a sample.

    Args:
        document: Which.
        path: Where it was seen first.
        is_gone: Whether it was destroyed, with what was answered of it.
        coded: How many people coded it.
        codes: The codes that whoever looks may see: their own, and both once there are two.
        settled: What holds where the two differ; None while nobody settled it.
    """

    document: DocumentId
    path: str
    is_gone: bool
    coded: int
    codes: tuple[ShownCode, ...]
    settled: ShownCode | None

    @property
    def differs(self) -> bool:
        """Whether two people answered differently."""
        return self.coded == CODERS and len({each.text.answer for each in self.codes}) > 1

    @property
    def holds(self) -> str:
        """What holds: what two people answered, or what was settled; "" while neither."""
        if self.coded < CODERS or self.is_gone:
            return ""
        return self.codes[0].text.answer if not self.differs else self.settled.text.answer if self.settled else ""


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A question with its sample.

    Args:
        question: As its entry says.
        text: What is asked.
        sample: Its documents in the order in which they were drawn.
        late: Codes that count for nothing.
    """

    question: FrozenQuestion
    text: QuestionText
    sample: tuple[AskedDocument, ...]
    late: int

    @property
    def both(self) -> tuple[AskedDocument, ...]:
        """The documents that two people coded."""
        return tuple(each for each in self.sample if each.coded == CODERS and not each.is_gone)

    @property
    def open(self) -> tuple[AskedDocument, ...]:
        """Those of which two people answered differently and nobody settled it."""
        return tuple(each for each in self.both if not each.holds)


@dataclass(frozen=True, slots=True)
class CodedResult:
    """What the answers come to.

    Args:
        agreement: Of the codes before settling.
        counts: Documents of which each answer holds.
        bound: How many may be what is looked for, by the documents drawn before the first of which nothing holds; None for none.
        earliest: The dates of those of which the first answer holds.
        settles: Which document settles the earliest sure day; "" for none.
        undated: Of those, how many have no date of writing of their own.
    """

    agreement: CoderAgreement
    counts: Mapping[str, int]
    bound: FoundBound | None
    earliest: EarliestCertain
    settles: DocumentId | str
    undated: int


def list_questions(case: OpenCase, *, reader: str) -> tuple[ShownQuestion, ...]:
    """Return every question of a case, oldest first."""
    codes = case_codes(case)
    return tuple(_shown(case, codes, question, reader) for question in codes.questions.values())


def show_question(case: OpenCase, name: str, *, reader: str) -> ShownQuestion:
    """Return the question of a name.

    Args:
        case: Which case.
        name: Of the question.
        reader: Id of the person who looks; "" for nobody of the case.

    Raises:
        UnknownNameError: There is none.
    """
    return _shown(case, case_codes(case), find_question(case, name), reader)


def coded_result(case: OpenCase, shown: ShownQuestion) -> CodedResult:
    """Return what the answers come to so far."""
    import numpy as np  # takes 0.1 s

    sought, held = shown.text.answers[0], [each.holds for each in shown.sample]
    units = [[code.text.answer for code in each.codes] for each in shown.both]
    agreed = agreement(units, CodeScale.NOMINAL, generator=np.random.default_rng(shown.question.seed))
    first = held[: held.index("")] if "" in held else held
    bound = found_bound(first.count(sought), len(first), of=shown.question.of) if first else None
    found = [each.document for each in shown.sample if each.holds == sought]
    dates = _dates(case, found)
    dated = [document for document in found if document in dates]
    earliest = earliest_certain([dates[document] for document in dated])
    settles = "" if earliest.settled_by is None else dated[earliest.settled_by]
    counts = {answer: held.count(answer) for answer in shown.text.answers}
    return CodedResult(agreed, counts, bound, earliest, settles, len(found) - len(dated))


def _dates(case: OpenCase, documents: Sequence[DocumentId]) -> dict[DocumentId, FuzzyDate]:
    """Return the day of writing of each document that is one letter with one."""
    found: dict[DocumentId, FuzzyDate] = {}
    for document in documents:
        letters = list_letters(case, LetterQuery(scope=Scope.ALL), document=document).letters
        if len(letters) == 1 and (written := letters[0].letter.written):
            found[document] = written.date
    return found


def _shown(case: OpenCase, codes: CaseCodes, question: FrozenQuestion, reader: str) -> ShownQuestion:
    text = question_text(case, question)
    records = {record.id: record for record in case.view.records(sorted(text.drawn))}
    sample = []
    for document in text.drawn:
        record = records.get(document)
        is_gone = record is None or record.status is Status.DESTROYED
        by_person = codes.codes.get((question.id, document), {})
        may_see = [code for person, code in by_person.items() if len(by_person) == CODERS or person == reader]
        shown = () if is_gone else tuple(_read(case, code) for code in may_see)
        settled = codes.settled.get((question.id, document))
        path = "" if record is None else record.name
        kept = None if settled is None or is_gone else _read(case, settled)
        sample.append(AskedDocument(document, path, is_gone, len(by_person), shown, kept))
    return ShownQuestion(question, text, tuple(sample), codes.late.get(question.id, 0))


def _read(case: OpenCase, code: CodedDocument) -> ShownCode:
    return ShownCode(code, CodeText.from_bytes(read_words(case.blobs, code.words)))
