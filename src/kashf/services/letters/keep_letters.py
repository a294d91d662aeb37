"""Reads the letters among documents, for the stage that keeps what they say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from kashf.domain.document import Origin, Page
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import SpeechAct
from kashf.domain.letters.letter import Letter, PartOf
from kashf.domain.letters.letter_json import letter_json
from kashf.domain.letters.letter_lexicon import NO_LEXICON, LetterLexicon
from kashf.events.bundles.letter_starts import LetterStart, PartPages, letter_starts, pages_between
from kashf.events.bundles.moved_places import with_moved_places
from kashf.events.letters.read_letter import read_letter
from kashf.events.letters.scanned.both_readings import read_scanned_letter
from kashf.events.register_tables.logged_papers import logged_papers
from kashf.events.testimony.read_witness import witness_on
from kashf.language.words.remember import remembered
from kashf.ports.stages import StageRow
from kashf.ports.views import TextsView
from kashf.search.facets import KINDS
from kashf.services.case.messages import MESSAGE_TYPES

#: Tables and data of programs, which are no letters, and conversations.
NO_LETTERS: Final = frozenset(
    (*KINDS["sheet"], "application/json", "application/vnd.sqlite3", "application/x-sqlite3", "text/calendar", "text/vcard", "text/x-chat")
)
#: Pages of a document that are read as one letter, and letters of one document that are read; how many more begin is counted.
_MOST_PAGES, MOST_LETTERS = 20, 5000


def keep_letters(
    view: TextsView, documents: Sequence[DocumentId], *, lexicon: LetterLexicon = NO_LEXICON
) -> Iterator[tuple[DocumentId, list[StageRow]]]:
    """Yield each document that is known, with what each of its letters says as JSON, in order; without a row where it holds none."""
    pages, seconds = dict(view.bare_pages(documents)), dict(view.bare_second_readings(documents))
    for record in view.records(documents):
        letters = letters_on(record.id, pages.get(record.id, ()), seconds.get(record.id, ()), type=record.type, lexicon=lexicon)
        yield record.id, [(json.dumps(letter_json(each), ensure_ascii=False, separators=(",", ":")),) for each in letters]


def letter_on(
    document: DocumentId, pages: Sequence[Page], seconds: Sequence[Page] = (), *, type: str, lexicon: LetterLexicon = NO_LEXICON
) -> Letter | None:
    """Return the first letter of a document, as `letters_on` does; None where there is none."""
    return next(iter(letters_on(document, pages, seconds, type=type, lexicon=lexicon)), None)


def letters_on(
    document: DocumentId, pages: Sequence[Page], seconds: Sequence[Page] = (), *, type: str, lexicon: LetterLexicon = NO_LEXICON
) -> tuple[Letter, ...]:
    """Return the letters on the pages of a document that were read surely, in order; registers on them aside.

    Args:
        document: Which.
        pages: All of its pages.
        seconds: What else machines read on them; none of what is masked.
        type: Its media type: tables and data of programs are no letters.
        lexicon: Words of the case beside those of the tables.
    """
    if type in NO_LETTERS:
        return ()
    return _read(document, tuple(pages), tuple(seconds), is_mail=type in MESSAGE_TYPES, lexicon=lexicon)


@remembered(1)  # The dates of a document are looked for right after its letter, by which its own date is known.
def _read(
    document: DocumentId, pages: tuple[Page, ...], seconds: tuple[Page, ...], *, is_mail: bool, lexicon: LetterLexicon
) -> tuple[Letter, ...]:
    sure = _without_registers(document, [page for page in pages if page.is_sure])
    starts = list(letter_starts(document, sure, lexicon)) if sure and not is_mail else [(0, 0)]
    beyond = len(starts) - len(starts[:MOST_LETTERS])
    stop = starts[MOST_LETTERS] if beyond else None
    starts = starts[:MOST_LETTERS]
    reader = partial(_letter, document, seconds=seconds, is_mail=is_mail, lexicon=lexicon)
    found = [reader(each) for each in _parts(sure, starts, stop)]
    if None in found[1:]:  # What only looks like the head of a letter belongs to the one before it.
        starts = [start for start, letter in zip(starts, found, strict=True) if letter or start == (0, 0)]
        found = [reader(each) for each in _parts(sure, starts, stop)]
    letters = [(start, letter) for start, letter in zip(starts, found, strict=True) if letter]
    if len(letters) == 1 and not beyond:
        return (letters[0][1],)
    return tuple(
        replace(letter, part=replace(_part_of(nth, len(letters), sure, start), unread=beyond))
        for nth, (start, letter) in enumerate(letters, start=1)
    )


def _part_of(nth: int, of: int, pages: Sequence[Page], begin: LetterStart) -> PartOf:
    page, at = pages[begin[0]], begin[1]
    line = re.compile(r"\S[^\n]*").search(page.text, at)
    return PartOf(nth, of, page.number, *(line.span() if line else (at, at + 1)))


def _without_registers(document: DocumentId, pages: Sequence[Page]) -> Sequence[Page]:
    """Return pages without those on which somebody kept a register of papers: its rows are told by themselves."""
    if not any("\t" in page.text for page in pages):
        return pages
    registers = {row.said.span.page for row in logged_papers(document, pages)}
    return [page for page in pages if page.number not in registers]


def _parts(pages: Sequence[Page], starts: Sequence[LetterStart], stop: LetterStart | None) -> Sequence[PartPages]:
    return [pages_between(pages, begin, end) for begin, end in zip(starts, [*starts[1:], stop], strict=True)]


def _letter(document: DocumentId, part: PartPages, *, seconds: Sequence[Page], is_mail: bool, lexicon: LetterLexicon) -> Letter | None:
    pages = part.pages[:_MOST_PAGES]
    if any(page.origin is Origin.OCR for page in pages) and not is_mail:
        letter = read_scanned_letter(document, pages, seconds, lexicon=lexicon)
    else:
        letter = read_letter(document, pages, is_mail=is_mail, lexicon=lexicon) if pages else None
    if letter is None:
        return None
    if letter.speech_act is SpeechAct.TESTIMONY:
        letter = replace(letter, witness=witness_on(document, pages, letter))
    moved = with_moved_places(letter, page=pages[0].number, by=part.shift)
    return replace(moved, is_cut=True) if len(part.pages) > _MOST_PAGES else moved
