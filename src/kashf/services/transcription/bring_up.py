"""Takes one document through the stages at once, so that a search in the next second finds what somebody just typed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from kashf.domain.ids import DocumentId
from kashf.ports.stages import ARCHIVE, DATES, INDEX, LETTERS, LOGGED, MAIL, NAMES, QUOTES, DocumentStage
from kashf.ports.stores import UnitOfWork
from kashf.ports.taggers import Tagger
from kashf.search.passages import Indexable
from kashf.services.case.brought.whose_archive import look_for_signs
from kashf.services.case.messages import look_at
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.case.versions import (
    INDEX_VERSION,
    archive_version,
    dates_version,
    letters_version,
    logged_version,
    mail_version,
    names_version,
)
from kashf.services.correcting.corrected_dates import follow_corrected_dates
from kashf.services.dates.keep_dates import keep_dates
from kashf.services.letters.keep_letters import keep_letters
from kashf.services.letters.kept_lexicon import kept_lexicon
from kashf.services.mail.repeated_quotes import pages_to_mark
from kashf.services.names.finding.tag import look_through
from kashf.services.registers.keep_logged import keep_logged
from kashf.services.search.index_passages import index_documents
from kashf.services.translated.searched_translations import translated_texts


@dataclass(frozen=True, slots=True)
class BroughtUp:
    """How far a document got; what did not wait for `process` to be done.

    Args:
        is_indexed: Whether a search finds it as it reads now.
        is_named: Whether names and counts are of it as it reads now.
    """

    is_indexed: bool
    is_named: bool


def bring_up(case: WritableCase, document: DocumentId, *, taggers: Sequence[Tagger] = ()) -> BroughtUp:
    """Index a document that waits for it, and look for names in it, unless another process writes the index just now.

    Args:
        case: Which case.
        document: Whose pages changed; what people set aside waits until it is back.
        taggers: What finds names; without any, names wait for `process`.
    """
    with case.alone() as is_alone:
        if not is_alone or not case.reading.index.is_whole():
            return BroughtUp(is_indexed=False, is_named=False)
        _mark_quotes(case, document)
        is_indexed = _index(case, document)
        return BroughtUp(is_indexed, bool(taggers) and _name(case, document, taggers))


def indexable(case: OpenCase, document: DocumentId) -> Indexable:
    """Return a document as the index takes it."""
    view = case.view
    (record,) = view.records([document])
    channels, places = view.channels([document])[document], view.places([document])[document]
    return Indexable(record, view.pages(document), channels, places, translated_texts(case, document))


def _mark_quotes(case: WritableCase, document: DocumentId) -> None:
    if not _begin(case, QUOTES, document):
        return
    pages = list(pages_to_mark(case.reading.view, {document}))
    with case.store.unit() as uow:
        uow.mark_pages(pages)
        uow.finish(QUOTES, [document], version=mail_version())
        uow.commit()


def _index(case: WritableCase, document: DocumentId) -> bool:
    if not _begin(case, INDEX, document):
        return False
    with closing(case.reading.index.writer()) as writer:
        writer.drop([document])
        words = index_documents([indexable(case.reading, document)], writer=writer)
        writer.commit()
    with case.store.unit() as uow:
        uow.learn_words(words)
        uow.finish(INDEX, [document], version=INDEX_VERSION)
        uow.commit()
    return True


def _name(case: WritableCase, document: DocumentId, taggers: Sequence[Tagger]) -> bool:
    if _begin(case, MAIL, document):
        with case.store.unit() as uow:
            uow.put_rows(MAIL, list(look_at(case.reading.view, [document])), version=mail_version())
            uow.commit()
    if _begin(case, ARCHIVE, document):
        with case.store.unit() as uow:
            uow.put_rows(ARCHIVE, list(look_for_signs(case.reading.view, [document])), version=archive_version())
            uow.commit()
    lexicon = kept_lexicon(case.reading)
    if _begin(case, LETTERS, document):
        with case.store.unit() as uow:
            uow.put_rows(LETTERS, list(keep_letters(case.reading.view, [document], lexicon=lexicon)), version=letters_version(lexicon))
            uow.commit()
    if _begin(case, LOGGED, document):
        with case.store.unit() as uow:
            uow.put_rows(LOGGED, list(keep_logged(case.reading.view, [document])), version=logged_version())
            uow.commit()
    if _begin(case, DATES, document):
        with case.store.unit() as uow:
            uow.put_rows(DATES, list(keep_dates(case.reading.view, [document], lexicon=lexicon)), version=dates_version(lexicon))
            uow.commit()
        follow_corrected_dates(case, [document])
    if not _begin(case, NAMES, document):
        return False
    found = list(look_through(case.reading.view, [document], taggers=taggers))
    with case.store.unit() as uow:
        uow.put_rows(NAMES, found, version=names_version(taggers))
        uow.commit()
    return True


def _begin(case: WritableCase, stage: DocumentStage, document: DocumentId) -> bool:
    with case.store.unit() as uow:
        is_begun = _lease(uow, stage, document)
        uow.commit()
    return is_begun


def _lease(uow: UnitOfWork, stage: DocumentStage, document: DocumentId) -> bool:
    return bool(uow.lease(stage, limit=1, document=document))
