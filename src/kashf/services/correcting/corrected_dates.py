"""Brings the kept dates of documents to what people say of the day on which a letter was written; so `date:` answers by that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter_corrections import LetterCorrection, LetterField
from kashf.language.dates.found_dates import WhoseDay
from kashf.ports.stages import DATES, StageRow
from kashf.ports.views import CaseView
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.case.versions import dates_version
from kashf.services.dates.keep_dates import BESIDE_TEXT, KeptDate, keep_dates
from kashf.services.letters.corrections.corrected_letters import CorrectionState, correct_read, corrections_by_document
from kashf.services.letters.kept_letters import kept_letters
from kashf.services.letters.kept_lexicon import kept_lexicon


def follow_corrected_dates(case: WritableCase, documents: Sequence[DocumentId] | None = None) -> int:
    """Let the dates of documents be as people corrected them, where they were looked for again since; returns how many were changed.

    Args:
        case: Which case.
        documents: Which of them; None for all.
    """
    view = case.reading.view
    told = _of_first_letters(view)
    dated = [id for id in told if (documents is None or id in documents) and any(each.about.field is LetterField.DATE for each in told[id])]
    rows: dict[DocumentId, list[StageRow]] = {id: [] for id in dated}
    for id, row in view.stage_rows(DATES, dated):
        rows[id].append(row)
    stale = [id for id in dated if rows[id] != _corrected(case.reading, id, rows[id], told[id])]
    if stale:
        dates_anew(case, stale)
    return len(stale)


def dates_anew(case: WritableCase, documents: Sequence[DocumentId]) -> None:
    """Look for the dates of documents again, and let them be as people corrected them."""
    view = case.reading.view
    told, lexicon = _of_first_letters(view), kept_lexicon(case.reading)
    found = [(id, _corrected(case.reading, id, rows, told.get(id, ()))) for id, rows in keep_dates(view, documents, lexicon=lexicon)]
    with case.store.unit() as uow:
        uow.wait_again(DATES, documents)
        for id in documents:
            uow.lease(DATES, limit=1, document=id)
        uow.put_rows(DATES, found, version=dates_version(lexicon))
        uow.commit()


def _of_first_letters(view: CaseView) -> Mapping[DocumentId, tuple[LetterCorrection, ...]]:
    """Return what people say of the first letter of each document, which is what a document is dated by."""
    return {id: tuple(each for each in told if each.begins is None) for id, told in corrections_by_document(view).items()}


def _corrected(case: OpenCase, document: DocumentId, rows: Sequence[StageRow], told: Sequence[LetterCorrection]) -> list[StageRow]:
    """Return the dates of a document with the day on which people say it was written; what was read stays, and is its own no more."""
    read = [KeptDate.of_row(row) for row in rows]
    corrected = correct_read(case, kept_letters(case.view, [document]).get(document), told)
    followed = [each for each in corrected.corrections if each.about.field is LetterField.DATE and each.state is CorrectionState.FOLLOWED]
    if not followed:
        return list(rows)
    written = corrected.letter.written if corrected.letter else None
    others = [replace(each, is_own=False) for each in read if not (each.is_own and each.page == BESIDE_TEXT)]
    if written is None or not written.date.is_known:
        return [each.row() for each in others]
    place = followed[-1].place
    where = (place.page, place.start, place.end) if place else (BESIDE_TEXT, 0, 0)
    own = KeptDate(*where, written.date, WhoseDay.WRITING, 1.0, is_own=True)
    apart = [each for each in others if each.page != own.page or each.end <= own.start or own.end <= each.start]
    return [each.row() for each in sorted((*apart, own), key=lambda each: (each.page, each.start))]
