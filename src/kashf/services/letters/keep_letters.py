"""Reads the letters among documents, for the stage that keeps what they say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kashf.domain.document import Origin, Page
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import Letter
from kashf.domain.letters.letter_json import letter_json
from kashf.domain.letters.letter_lexicon import NO_LEXICON, LetterLexicon
from kashf.events.letters.read_letter import read_letter
from kashf.events.letters.scanned.both_readings import read_scanned_letter
from kashf.language.words.remember import remembered
from kashf.ports.stages import StageRow
from kashf.ports.views import TextsView
from kashf.search.facets import KINDS
from kashf.services.case.messages import MESSAGE_TYPES

#: Tables and data of programs, which are no letters, and conversations.
NO_LETTERS: Final = frozenset(
    (*KINDS["sheet"], "application/json", "application/vnd.sqlite3", "application/x-sqlite3", "text/calendar", "text/vcard", "text/x-chat")
)
#: Pages of a document that are read as one letter.
_MOST_PAGES: Final = 20


def keep_letters(
    view: TextsView, documents: Sequence[DocumentId], *, lexicon: LetterLexicon = NO_LEXICON
) -> Iterator[tuple[DocumentId, list[StageRow]]]:
    """Yield each document that is known, with what its letter says as JSON; without a row where it is none."""
    pages, seconds = dict(view.bare_pages(documents)), dict(view.bare_second_readings(documents))
    for record in view.records(documents):
        letter = letter_on(record.id, pages.get(record.id, ()), seconds.get(record.id, ()), type=record.type, lexicon=lexicon)
        yield record.id, [(json.dumps(letter_json(letter), ensure_ascii=False, separators=(",", ":")),)] if letter else []


def letter_on(
    document: DocumentId, pages: Sequence[Page], seconds: Sequence[Page] = (), *, type: str, lexicon: LetterLexicon = NO_LEXICON
) -> Letter | None:
    """Return the letter on the pages of a document that were read surely; None where there is none.

    Args:
        document: Which.
        pages: All of its pages.
        seconds: What else machines read on them; none of what is masked.
        type: Its media type: tables and data of programs are no letters.
        lexicon: Words of the case beside those of the tables.
    """
    if type in NO_LETTERS:
        return None
    return _read(document, tuple(pages), tuple(seconds), is_mail=type in MESSAGE_TYPES, lexicon=lexicon)


@remembered(1)  # The dates of a document are looked for right after its letter, by which its own date is known.
def _read(
    document: DocumentId, pages: tuple[Page, ...], seconds: tuple[Page, ...], *, is_mail: bool, lexicon: LetterLexicon
) -> Letter | None:
    sure = [page for page in pages if page.is_sure]
    if any(page.origin is Origin.OCR for page in sure) and not is_mail:
        letter = read_scanned_letter(document, sure[:_MOST_PAGES], seconds, lexicon=lexicon)
    else:
        letter = read_letter(document, sure[:_MOST_PAGES], is_mail=is_mail, lexicon=lexicon) if sure else None
    return replace(letter, is_cut=True) if letter and len(sure) > _MOST_PAGES else letter
