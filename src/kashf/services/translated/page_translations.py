"""Shows translations beside their originals: by version, by page segment by segment, and to nobody who is not to see them yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kashf.domain.document import Page, Span, Status
from kashf.domain.entries.persons import as_called
from kashf.domain.ids import DocumentId
from kashf.domain.pages.anchors import anchor
from kashf.domain.pages.quote import Quote, quote
from kashf.domain.transcription.signed_words import PagePlace
from kashf.domain.translation.segments import TELLING, segments_of
from kashf.domain.translation.translated_quote import TranslatedQuote
from kashf.domain.translation.translations import TRANSLATIONS, Translation, latest_of, seen_by, segments_in
from kashf.services.case.open import OpenCase
from kashf.services.ledger.persons import person_called
from kashf.services.ledger.word_blobs import entries_about, read_words


@dataclass(frozen=True, slots=True)
class ShownTranslation:
    """The last version of a translation.

    Args:
        translation: By whom, of which page, into what.
        quotes: Its segments, each with its original, in the order of the page.
    """

    translation: Translation
    quotes: tuple[TranslatedQuote, ...]

    @property
    def needs_look(self) -> int:
        """How many segments stand on words that the page does not have any more."""
        return sum(each.needs_look for each in self.quotes)


@dataclass(frozen=True, slots=True)
class TranslatedLine:
    """A segment of a page as it reads now.

    Args:
        original: Its words.
        quotes: How they are translated, in the order of the translations.
    """

    original: Quote
    quotes: tuple[TranslatedQuote, ...]


@dataclass(frozen=True, slots=True)
class PageTranslations:
    """A page line by line with its translations.

    Args:
        place: Which page.
        translations: What may be seen.
        lines: Its segments in order, translated or not.
        hidden: Translations that whoever looks may not see yet: theirs, or those of others, are blind and not done.
    """

    place: PagePlace
    translations: tuple[ShownTranslation, ...]
    lines: tuple[TranslatedLine, ...]
    hidden: int

    @property
    def to_look_at(self) -> tuple[TranslatedQuote, ...]:
        """Translated words that are not where they can be told on the page as it reads now."""
        return tuple(each for shown in self.translations for each in shown.quotes if each.needs_look)


def reader_called(case: OpenCase, name: str) -> str:
    """Return as whom somebody looks at translations: the id of a person of the case, else by their name."""
    return person_called(case, name) or f"name:{as_called(name)}"


def standing_translations(case: OpenCase, *, document: DocumentId | None = None, language: str = "") -> tuple[Translation, ...]:
    """Return the last version of every translation, of one document or of all that are not destroyed; whose each is decides nothing."""
    latest = latest_of(entries_about(case.view, TRANSLATIONS.kinds, document or ""))
    asked = [each for each in latest if document in {None, each.place.document} and language in {"", each.language}]
    gone = {record.id for record in case.view.records(sorted({each.place.document for each in asked})) if record.status is Status.DESTROYED}
    return tuple(each for each in asked if each.place.document not in gone)


def show_translation(case: OpenCase, translation: Translation, page: Page | None) -> ShownTranslation:
    """Return a translation with its words, each beside its original.

    Args:
        case: Which case.
        translation: Which one.
        page: The page as it reads now; None when it is not there any more.

    Raises:
        BrokenCustodyError: Its words are missing or were changed.
    """
    made = segments_in(read_words(case.blobs, translation.words))
    quotes = (
        TranslatedQuote(
            each.original,
            each.rendering,
            translation.language,
            translation.by,
            translation.model is not None,
            anchor(each.original, page, alone=TELLING),
        )
        for each in made
    )
    return ShownTranslation(translation, tuple(quotes))


def page_translations(case: OpenCase, place: PagePlace, *, reader: str, language: str = "") -> PageTranslations:
    """Return a page with its translations, as far as somebody may see them.

    Args:
        case: Which case.
        place: Which page.
        reader: Who looks, as `reader_called` gives it.
        language: Into which language; "" for all.
    """
    page = case.view.page(place.document, place.page)
    every = [each for each in standing_translations(case, document=place.document, language=language) if each.place == place]
    seen = seen_by(every, reader)
    shown = tuple(show_translation(case, each, page) for each in _in_order(seen))
    quotes = [each for one in shown for each in one.quotes]
    lines = tuple(_line(page, place, start, end, quotes) for start, end in segments_of(page.text)) if page else ()
    return PageTranslations(place, shown, lines, len(every) - len(seen))


def document_translations(case: OpenCase, document: DocumentId, *, reader: str, pages: Sequence[Page]) -> tuple[ShownTranslation, ...]:
    """Return the translations of some pages of a document, as far as somebody may see them, in the order of the pages."""
    by_number = {page.number: page for page in pages}
    seen = seen_by(standing_translations(case, document=document), reader)
    asked = sorted((each for each in seen if each.place.page in by_number), key=lambda each: each.place.page)
    return tuple(show_translation(case, each, by_number[each.place.page]) for each in asked)


def _line(page: Page, place: PagePlace, start: int, end: int, quotes: Iterable[TranslatedQuote]) -> TranslatedLine:
    here = tuple(each for each in quotes if each.place and each.place.start < end and start < each.place.end)
    return TranslatedLine(quote(page, Span(place.document, page.number, start, end)), here)


def _in_order(translations: Iterable[Translation]) -> list[Translation]:
    """Return translations by language, people before programs, the first before the second."""
    return sorted(translations, key=lambda each: (each.language, each.model is not None))
