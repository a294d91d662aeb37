"""The letters of a case, with what is left out of the list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection as AbstractCollection
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.date import FuzzyDate
from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import SpeechAct
from kashf.domain.letters.letter import Letter
from kashf.domain.letters.letter_lexicon import NO_LEXICON
from kashf.language.words.tokens import folded_words
from kashf.ports.stages import LETTERS
from kashf.services.case.collections import narrow
from kashf.services.case.open import OpenCase
from kashf.services.letters.corrections.corrected_letters import FieldCorrection, correct_each, corrections_by_document
from kashf.services.letters.keep_letters import letters_on
from kashf.services.letters.kept_answers import kept_answer
from kashf.services.letters.kept_letters import letters_of_documents
from kashf.services.letters.kept_lexicon import kept_lexicon


@dataclass(frozen=True, slots=True)
class LetterQuery:
    """Which letters are listed.

    Args:
        containing: Words of an office, an addressee, a signatory, the subject, a number or a path; each must stand there, in any order.
            "" for all.
        does: Only papers that do this.
        scope: Of which collection.
    """

    containing: str = ""
    does: SpeechAct | None = None
    scope: Scope = Scope.LEAK


_ALL: Final = LetterQuery()


@dataclass(frozen=True, slots=True)
class ListedLetter:
    """One letter of a case.

    Args:
        document: Which.
        path: Where it was seen first; "" where it was seen nowhere.
        letter: What it says, as far as it is shown; where people corrected a field, what they say.
        is_masked: Whether some of it is sealed.
        read: What was read, where people said something of it.
        corrections: What they said.
    """

    document: DocumentId
    path: str
    letter: Letter
    is_masked: bool = False
    read: Letter | None = None
    corrections: tuple[FieldCorrection, ...] = ()

    @property
    def id(self) -> DocumentId:
        """What the letter is called: its document, and behind a dot which letter of it, where that holds several."""
        return DocumentId(f"{self.document}.{self.letter.part.nth}") if self.letter.part else self.document


@dataclass(frozen=True, slots=True)
class LetterList:
    """Letters of a case, and what is not among them.

    Args:
        letters: Those asked for, by the first day on which they may have been written, undated ones last.
        total: How many were asked for in all.
        of: How many letters there are.
        without_number: How many of those asked for have no number.
        without_date: How many of these have no date of writing that names a day, a month or a year.
        no_letters: Documents with text that are none.
        unsure: Documents with text that was read too unsurely.
        waiting: Documents of the whole case that were not looked at yet.
        elsewhere: Letters in the other collections.
        set_aside: Documents set aside or excluded.
        after: How many to pass over to go on; None at the end.
        partly_read: How many documents hold letters and were not read to their end.
        beyond: How many more letters begin in them than are read of one document.
    """

    letters: tuple[ListedLetter, ...]
    total: int
    of: int
    without_number: int
    without_date: int
    no_letters: int
    unsure: int
    waiting: int
    elsewhere: Mapping[Collection, int]
    set_aside: int
    after: int | None
    partly_read: int = 0
    beyond: int = 0


def list_letters(
    case: OpenCase, query: LetterQuery = _ALL, *, document: DocumentId | None = None, nth: int = 0, after: int = 0, limit: int | None = 50
) -> LetterList:
    """Return letters of a case.

    Args:
        case: Which case.
        query: Which of them.
        document: One document alone, of any collection.
        nth: Which letter of the document, from 1; 0 for all of them.
        after: How many to pass over.
        limit: How many to return; None for all.
    """
    all_letters = (
        _all(case, query.scope, document) if document else kept_answer(case, f"letters {query.scope}", lambda: _all(case, query.scope))
    )
    found = [each for each in _asked(all_letters.letters, query) if nth in {0, each.letter.part.nth if each.letter.part else 1}]
    chosen = tuple(found[after : None if limit is None else after + limit])
    return replace(
        all_letters,
        letters=chosen,
        total=len(found),
        without_number=sum(1 for each in found if each.letter.number is None),
        without_date=sum(1 for each in found if not _day_of(each)),
        after=after + len(chosen) if after + len(chosen) < len(found) else None,
    )


def _all(case: OpenCase, scope: Scope, document: DocumentId | None = None) -> LetterList:
    """Return all letters of a collection in order, or that of one document, with what is left out."""
    with case.view.snapshot():
        narrowed = narrow(case, scope)
        view = case.view if document else narrowed.case.view
        sure = view.page_counts().keys() if not document else {document}
        all_letters = _listed(case, letters_of_documents(view, [document] if document else None), sure)
        letters, cut = {each.document for each in all_letters}, partly_read(all_letters)
        with_text = [record.id for record in view.walk() if record.origin] if not document else [document]
        totals = case.view.totals()
        return LetterList(
            letters=tuple(sorted(all_letters, key=_by_day)),
            total=len(all_letters),
            of=len(all_letters),
            without_number=0,
            without_date=0,
            no_letters=sum(1 for id in with_text if id in sure and id not in letters),
            unsure=sum(1 for id in with_text if id not in sure),
            waiting=case.view.count_waiting(LETTERS),
            elsewhere={} if document else narrowed.elsewhere(lambda other: len(other.view.stage_rows(LETTERS))),
            set_aside=totals.set_aside,
            after=None,
            partly_read=len(cut),
            beyond=sum(cut.values()),
        )


def partly_read(letters: Iterable[ListedLetter]) -> Mapping[DocumentId, int]:
    """Return the documents that hold some of the letters and were not read to their end, with how many more letters begin in each."""
    found: dict[DocumentId, int] = {}
    for each in letters:
        letter = each.read or each.letter
        unread = letter.part.unread if letter.part else 0
        if letter.is_cut or unread:
            found[each.document] = unread
    return found


def _asked(letters: Iterable[ListedLetter], query: LetterQuery) -> Iterator[ListedLetter]:
    wanted = set(folded_words(query.containing))
    for each in letters:
        does_so = query.does in {None, each.letter.speech_act}
        if does_so and (not wanted or wanted.issubset(folded_words(" ".join(_heads(each))))):
            yield each


def _heads(listed: ListedLetter) -> Iterator[str]:
    """Yield the words by which people look for a letter."""
    letter, signed = listed.letter, listed.letter.signatory
    yield listed.path
    yield from (each.text for each in letter.offices)
    yield from (each.said.text for each in letter.addressees)
    yield from (each.normal for each in (letter.number, *letter.other_numbers) if each)
    yield from (each.text for each in (letter.subject, *((signed.name, signed.post, signed.office) if signed else ())) if each)


def _day_of(listed: ListedLetter) -> FuzzyDate | None:
    return listed.letter.written.date if listed.letter.written and listed.letter.written.date.is_known else None


def _by_day(listed: ListedLetter) -> tuple[bool, dt.date, str, int]:
    day = _day_of(listed)
    nth = listed.letter.part.nth if listed.letter.part else 0
    return day is None, (day.earliest or day.latest or dt.date.min) if day else dt.date.min, listed.document, nth


def _listed(
    case: OpenCase, kept: Mapping[DocumentId, tuple[Letter, ...]], known: AbstractCollection[DocumentId]
) -> tuple[ListedLetter, ...]:
    """Return letters as lists show them: as people corrected them; where something on a paper is sealed, read anew from what is shown.

    Args:
        case: Which case.
        kept: What was read: the letters of each document. What people said of any
            is followed.
        known: Documents with text, in which people may have found what was not read.
    """
    told = {id: each for id, each in corrections_by_document(case.view).items() if id in kept or id in known}
    documents = [*kept, *(id for id in sorted(told) if id not in kept)]
    sealed = case.shown.sealed_in(documents)
    masked = {document for document, _ in sealed}
    places = case.view.places(documents)
    types = {record.id: record.type for record in case.view.records(sorted(masked))}
    lexicon = kept_lexicon(case) if masked else NO_LEXICON
    found: list[ListedLetter] = []
    for document in documents:
        path, letters, is_masked = _first(places.get(document, ())), kept.get(document, ()), document in masked
        if is_masked and letters:
            letters = letters_on(document, case.shown.pages(document), type=types[document], lexicon=lexicon) or (Letter(),)
        if document not in told:
            found += (ListedLetter(document, path, each, is_masked) for each in letters or (Letter(),))
            continue
        corrected = correct_each(case, letters, told[document], sealed=sealed if is_masked else None)
        for each, letter in zip(corrected, letters or (Letter(),), strict=True):
            if each.letter:
                read = letter if each.corrections else None
                found.append(ListedLetter(document, path, each.letter, is_masked, read, each.corrections))
    return tuple(found)


def _first(places: Sequence[str]) -> str:
    return places[0] if places else ""
