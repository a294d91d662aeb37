"""A page beside its translations, segment by segment: read, written down, and two persons' held against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field

from kashf.domain.ids import DocumentId
from kashf.domain.transcription.signed_words import PagePlace
from kashf.ports.views import DocumentRecord
from kashf.services.translated.page_translations import PageTranslations, page_translations, reader_called
from kashf.services.translation.differences import ComparedTranslations, differences
from kashf.settings import load_settings
from kashf.show.translated_words import COLUMNS, page_answer, quote_rows
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import State
from kashf.web.screens.params import Number, ScreenParams
from kashf.web.screens.screen import Context, MovedError, Screen, Visit

#: Segments shown at a time; the JSON and CSV have all.
SHOWN: Final = 200
#: Language that is offered where nobody has translated the page yet.
_OFFERED: Final = "en"


class TranslationParams(ScreenParams):
    """Which page.

    Args:
        document: Its document's id; of a shortened one, the screen says where it is.
        page: Its number.
        to: Into which language; "" for all.
        compare: Whether two persons' translations are shown side by side.
        begin: The first segment shown, from 1.
    """

    document: Annotated[str, Field(max_length=64)]
    page: Number = 1
    to: Annotated[str, Field(pattern=r"^([a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3})?$")] = ""
    compare: bool = False
    begin: Number = 1


@dataclass(frozen=True, slots=True)
class TranslationSeen:
    """A page with its translations, as whoever is at work may see them.

    Args:
        record: Its document.
        found: The page.
        compared: Two persons' side by side, if that was asked for.
        reader: Who looks.
    """

    record: DocumentRecord
    found: PageTranslations
    compared: tuple[ComparedTranslations, ...]
    reader: str


def view(context: Context, params: TranslationParams) -> TranslationSeen:
    """Return a page with its translations.

    Raises:
        MovedError: The id is shortened.
        NotFoundError: There is no such document.
    """
    case = context.case
    (record,) = case.view.records([case.view.resolve(params.document)])
    if record.id != params.document:
        raise MovedError(State("/translation", {**params.state(), "document": record.id}))
    reader, place = reader_at_work(context), PagePlace(DocumentId(record.id), params.page)
    compared = differences(case, place, reader=reader, language=params.to) if params.compare else ()
    return TranslationSeen(record, page_translations(case, place, reader=reader, language=params.to), compared, reader)


def page(visit: Visit[TranslationParams, TranslationSeen]) -> Mapping[str, object]:
    """Return what the page shows."""
    seen, params = visit.answer, visit.params
    first = params.begin - 1
    own = {each.translation.language for each in seen.found.translations if each.translation.translator == seen.reader}
    is_blind = any(each.translation.translator == seen.reader and not each.translation.is_done for each in seen.found.translations)
    return {
        "record": seen.record,
        "found": seen.found,
        "compared": seen.compared,
        "numbered": list(enumerate(seen.found.lines, start=1))[first : first + SHOWN],
        "more": max(0, len(seen.found.lines) - first - SHOWN),
        "next_begin": params.begin + SHOWN,
        "language": params.to or next(iter(own), "") or _first_language(seen) or _OFFERED,
        "is_blind": is_blind,
    }


def data(visit: Visit[TranslationParams, TranslationSeen]) -> object:
    """Return what `kashf translate --json` prints."""
    return page_answer(visit.answer.found)


def rows(visit: Visit[TranslationParams, TranslationSeen]) -> Spreadsheet:
    """Return a row for each translated quote, with its original."""
    quotes = (quote for shown in visit.answer.found.translations for quote in shown.quotes)
    cells = ([str(cell) for cell in row] for row in quote_rows(quotes))
    return Spreadsheet(f"translation-{visit.answer.record.id[:12]}", COLUMNS, cells)


def reader_at_work(context: Context) -> str:
    """Return as whom whoever is at work in this session looks at translations."""
    return reader_called(context.case, context.visitor.at_work or load_settings().actor)


def _first_language(seen: TranslationSeen) -> str:
    return next((each.translation.language for each in seen.found.translations), "")


TRANSLATION: Final = Screen("/translation", TranslationParams, view, "translation.html", page, data, rows, under="/documents", decides=True)
