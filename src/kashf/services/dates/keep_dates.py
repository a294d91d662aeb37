"""Finds the dates of documents, and which of them is a document's own, for the stage that keeps them.

They are a stage of their own and no mentions: a date has days, a calendar and a kind in place of a name, and nothing that counts people
is to meet one. A document's own date is that of its letter, of a message what its line `Date` says, and else the first date of writing on
its first or last page.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate, Unresolved
from kashf.domain.document import Origin, Page
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import Letter
from kashf.domain.letters.letter_lexicon import NO_LEXICON, LetterLexicon
from kashf.language.dates.found_dates import DatePlace, WhoseDay
from kashf.ports.stages import StageRow
from kashf.ports.views import DocumentRecord, TextsView
from kashf.services.case.messages import MESSAGE_TYPES
from kashf.services.dates.page_dates import PageDate, page_dates
from kashf.services.letters.keep_letters import NO_LETTERS, letter_on

#: The page of what is known of a document beside its text, as the date of a message is.
BESIDE_TEXT: Final = 0


@dataclass(frozen=True, slots=True)
class KeptDate:
    """A date of a document, as it is kept.

    Args:
        page: On which it stands; `BESIDE_TEXT` for what a message says before its text.
        start: First code point.
        end: One past the last.
        date: The days that it may be, with its wording.
        kind: What it is the date of.
        score: In [0..1]; how sure that is.
        note: Why it has no days, or how it is counted; "" for neither.
        is_unseen: Whether a machine read it from a picture and nobody looked at it.
        is_own: Whether it is when the document was written.
    """

    page: int
    start: int
    end: int
    date: FuzzyDate
    kind: WhoseDay
    score: float = 0.0
    note: str = ""
    is_unseen: bool = False
    is_own: bool = False

    def row(self) -> StageRow:
        """Return it as the stage keeps it."""
        first, last = self.date.day_numbers()
        date = json.dumps(self.date.as_json(), ensure_ascii=False, separators=(",", ":"))
        where = (self.page, self.start, self.end, self.kind.value, self.score)
        return (*where, first, last, date, self.note, int(self.is_unseen), int(self.is_own))

    @classmethod
    def of_row(cls, row: StageRow) -> KeptDate:
        """Return what `row` wrote."""
        page, start, end, kind, score, _, _, date, note, is_unseen, is_own = row
        return cls(page, start, end, FuzzyDate.from_json(json.loads(date)), WhoseDay(kind), score, note, bool(is_unseen), bool(is_own))


def keep_dates(
    view: TextsView, documents: Sequence[DocumentId], *, lexicon: LetterLexicon = NO_LEXICON
) -> Iterator[tuple[DocumentId, list[StageRow]]]:
    """Yield each document that is known with its dates in order of place."""
    pages, seconds = dict(view.bare_pages(documents)), dict(view.bare_second_readings(documents))
    for record in view.records(documents):
        yield record.id, [each.row() for each in dates_of(record, pages.get(record.id, ()), seconds.get(record.id, ()), lexicon=lexicon)]


def dates_of(
    record: DocumentRecord, pages: Sequence[Page], seconds: Sequence[Page] = (), *, lexicon: LetterLexicon = NO_LEXICON
) -> tuple[KeptDate, ...]:
    """Return the dates of a document in order of place, its own marked.

    Args:
        record: What is known of it.
        pages: All of its pages.
        seconds: What else machines read on them.
        lexicon: Words of the case's letters beside those of the tables.
    """
    found = _on(pages, written=UNDATED)
    own = _own(record, pages, found, letter=partial(letter_on, record.id, pages, seconds, type=record.type, lexicon=lexicon))
    if own and own.date.days and (again := {each.page for each in found if _hangs_on_writing(each.place)}):
        resolved = _on([page for page in pages if page.number in again], written=own.date)
        found = sorted((*(each for each in found if each.page not in again), *resolved), key=lambda each: (each.page, each.place.start))
    kept = [_kept(each) for each in found]
    return tuple(_with_own(kept, own) if own else kept)


def _on(pages: Sequence[Page], *, written: FuzzyDate) -> list[PageDate]:
    return [each for page in pages if page.is_sure for each in page_dates(page, written=written)]


def _hangs_on_writing(place: DatePlace) -> bool:
    return bool(place.rule) or Unresolved.MISSING_YEAR in place.date.unresolved


def _kept(found: PageDate) -> KeptDate:
    place = found.place
    note = place.impossible or (json.dumps(dict(place.rule), ensure_ascii=False) if place.rule else "")
    return KeptDate(found.page, place.start, place.end, place.date, place.kind, place.score, note, is_unseen=found.is_unseen)


def _own(
    record: DocumentRecord, pages: Sequence[Page], found: Sequence[PageDate], *, letter: Callable[[], Letter | None]
) -> KeptDate | None:
    """Return when a document was written; None where nothing says so, and of what holds many papers or entries."""
    if record.type in MESSAGE_TYPES:
        return KeptDate(BESIDE_TEXT, 0, 0, record.file_date, WhoseDay.WRITING, 1.0, is_own=True) if record.file_date.is_known else None
    if record.type in NO_LETTERS or not pages:
        return None
    if said := letter():
        return _of_letter(said, pages)
    written = [each for each in found if each.place.kind is WhoseDay.WRITING and each.place.date.is_known]
    for number in dict.fromkeys((pages[0].number, pages[-1].number)):
        if here := [each for each in written if each.page == number]:
            return replace(_kept(max(here, key=lambda each: each.place.score)), is_own=True)
    return None


def _of_letter(letter: Letter, pages: Sequence[Page]) -> KeptDate | None:
    said = letter.written.said if letter.written else None
    if letter.written is None or said is None or not letter.written.date.is_known:
        return None
    is_unseen = any(page.origin is Origin.OCR for page in pages if page.number == said.span.page)
    where = (said.span.page, said.span.start, said.span.end)
    return KeptDate(*where, letter.written.date, WhoseDay.WRITING, said.score, is_unseen=is_unseen, is_own=True)


def _with_own(kept: Sequence[KeptDate], own: KeptDate) -> list[KeptDate]:
    """Return dates with a document's own among them, in place of those that stand where it does."""
    there = [each for each in kept if each.page == own.page and each.start < own.end and own.start < each.end]
    if same := [each for each in there if each.date.edtf() == own.date.edtf()]:
        own = replace(same[0], kind=WhoseDay.WRITING, score=max(own.score, same[0].score), is_own=True)
    elif there:
        own = replace(own, is_unseen=any(each.is_unseen for each in there))
    rest = [each for each in kept if each not in there]
    return sorted((*rest, own), key=lambda each: (each.page, each.start))
