"""What the corrections of a case teach of its letters, and learning it: signed, and followed when its letters are read again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.letters.letter import Letter
from kashf.domain.letters.letter_lexicon import LetterLexicon
from kashf.errors import UsageError
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.correcting.lessons import JudgedLetter, Lesson, lessons_of, with_lessons
from kashf.services.correcting.lexicon_decisions import keep_lexicon
from kashf.services.letters.corrections.corrected_letters import CorrectedLetter, CorrectionState, corrected_documents
from kashf.services.letters.kept_lexicon import kept_lexicon


@dataclass(frozen=True, slots=True)
class Taught:
    """What corrections teach.

    Args:
        lessons: What helped most first.
        stands_in: In how many documents each phrase stands.
        judged: Letters that people said something of.
        lexicon: What is known already.
    """

    lessons: tuple[Lesson, ...]
    stands_in: Mapping[str, int]
    judged: int
    lexicon: LetterLexicon

    @property
    def worth(self) -> tuple[Lesson, ...]:
        """Those that helped and that nothing speaks against."""
        return tuple(each for each in self.lessons if each.is_learnt)


def what_is_taught(case: OpenCase) -> Taught:
    """Return what the corrections of a case teach beside its lexicon, each phrase held against all letters that people judged."""
    with case.view.snapshot():
        lexicon = kept_lexicon(case)
        judged = tuple(_judged(case, id, corrected) for id, corrected in corrected_documents(case))
        lessons = lessons_of(judged, lexicon)
        return Taught(lessons, _stands_in(case, [each.phrase for each in lessons]), len(judged), lexicon)


def learn_letters(case: WritableCase, *, why: str = "") -> EntryId:
    """Write down that letters are read with what corrections teach; `process` then reads them again.

    Raises:
        UsageError: Nobody of the case signs it, or nothing is taught that nothing speaks against.
    """
    if not case.person:
        raise UsageError("what is learnt is signed by a person of the case: say who with --as NAME", code="no-learner")
    taught = what_is_taught(case.reading)
    if not taught.worth:
        raise UsageError("the corrections of this case teach nothing that is not known", code="nothing-taught")
    return keep_lexicon(case, with_lessons(taught.lexicon, taught.worth), why=why)


def _judged(case: OpenCase, document: DocumentId, corrected: CorrectedLetter) -> JudgedLetter:
    (record,) = case.view.records([document])
    followed = [each for each in corrected.corrections if each.state is CorrectionState.FOLLOWED]
    places = {each.about: each.place for each in followed}
    pages, seconds = case.shown.pages(document), case.view.second_readings(document)
    return JudgedLetter(document, pages, record.type, corrected.letter or Letter(), places, seconds, corrected.nth)


def _stands_in(case: OpenCase, phrases: Sequence[str]) -> Mapping[str, int]:
    """Return in how many documents each phrase stands as it is written."""
    found: dict[str, set[DocumentId]] = {each: set() for each in phrases}
    documents = list(case.view.page_counts()) if phrases else []
    for id, _, text in case.view.page_texts(documents):
        for phrase in phrases:
            if phrase in text:
                found[phrase].add(id)
    return {phrase: len(documents) for phrase, documents in found.items()}
