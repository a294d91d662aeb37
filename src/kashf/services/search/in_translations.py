"""Translations of pages that answer a query: a kind of hit of its own, with the original beside it; no mention, and in no count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.ids import DocumentId
from kashf.domain.ledger import EntryKind
from kashf.domain.left_out import MoreIn
from kashf.domain.translation.translated_quote import TranslatedQuote
from kashf.domain.translation.translations import Translation, seen_by
from kashf.errors import BrokenCustodyError, DamagedCaseError
from kashf.ports.search import All, Field, IndexQuery, Layer, PassageHit, Without
from kashf.search.expand import ExpandedQuery
from kashf.search.highlight import Finder, Place
from kashf.services.case.open import OpenCase
from kashf.services.search.count_left_out import of_what_stands
from kashf.services.translated.page_translations import show_translation, standing_translations
from kashf.services.translated.searched_translations import are_any, numbered

#: Segments of one translation that are shown with a hit.
_MOST_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """A segment of a translation that answers.

    Args:
        quote: The original with what it says in the other language.
        places: Where in the latter it answers.
    """

    quote: TranslatedQuote
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class TranslatedHit:
    """A translation of a page that answers a query.

    Args:
        translation: Which: by whom, of which page, into what.
        second_by: Who else translated the page into that language, where one of the two did so blind; nobody for one that nobody checked.
        quotes: Its segments that answer, in the order of the page; three at most.
        more: How many further ones answer.
        path: Where the document was first seen, for display.
        type: Its media type.
    """

    translation: Translation
    second_by: tuple[str, ...]
    quotes: tuple[FoundQuote, ...]
    more: int
    path: str
    type: str


@dataclass(frozen=True, slots=True)
class FoundInTranslations:
    """What a query finds in translations.

    Args:
        hits: Best first.
        total: Translations of pages that answer, those not shown included.
        blind: Documents of which whoever looks translates a page blind: no translation of them was searched.
    """

    hits: tuple[TranslatedHit, ...] = ()
    total: int = 0
    blind: int = 0

    def more(self, *, is_shown: bool) -> dict[MoreIn, int]:
        """Return what of it an answer leaves out."""
        return {MoreIn.BLIND: self.blind} | ({} if is_shown else {MoreIn.TRANSLATED: self.total})


NOTHING: Final = FoundInTranslations()


def found_in_translations(
    case: OpenCase, question: ExpandedQuery, finder: Finder, *, reader: str, limit: int, offset: int = 0
) -> FoundInTranslations:
    """Return the translations that answer a question; none of a question without words, which documents answer.

    Args:
        case: The case, or what it was narrowed to.
        question: What is asked.
        finder: Finds it in a text.
        reader: Who looks, as `reader_called` gives it.
        limit: Translations to return, from `offset` on; 0 to count them.
        offset: Translations to pass over.
    """
    if not question.aims or not are_any(case) or not case.index.is_whole():
        return NOTHING
    blind = _translated_blind(case, reader)
    query: IndexQuery = All((question.query, Without(Field("document", blind)))) if blind else question.query
    answer = case.index.search(of_what_stands(case, query), limit=limit, offset=offset, layer=Layer.TRANSLATED)
    return FoundInTranslations(tuple(_hits(case, answer.hits, finder, reader)), answer.total, len(blind))


def _translated_blind(case: OpenCase, reader: str) -> tuple[DocumentId, ...]:
    """Return the documents of which somebody translates a page blind and has not done: not even how many answer is for them."""
    begun = [entry for entry, _ in case.view.entries(kinds=(EntryKind.TRANSLATED,)) if entry.body.get("done") is False] if reader else []
    documents = {DocumentId(str(entry.body.get("document"))) for entry in begun}  # few, where all translations may be many
    own = (each for document in documents for each in standing_translations(case, document=document))
    return tuple(sorted({each.place.document for each in own if each.translator == reader and not each.is_done}))


def _hits(case: OpenCase, answers: Sequence[PassageHit], finder: Finder, reader: str) -> Iterator[TranslatedHit]:
    documents = sorted({answer.document for answer in answers})
    records = {record.id: record for record in case.view.records(documents)}
    standing = {document: standing_translations(case, document=document) for document in documents}
    for answer in answers:
        seen = seen_by(standing[answer.document], reader)
        found, record = numbered(standing[answer.document]).get((answer.page, answer.start)), records.get(answer.document)
        # One that was written anew, or taken back, since it was indexed will be indexed again.
        if found and found in seen and record and (quotes := _quotes(case, found, finder)):
            shown = tuple(quotes[:_MOST_SHOWN])
            yield TranslatedHit(found, _seconds(found, seen), shown, len(quotes) - len(shown), record.name, record.type)


def _seconds(translation: Translation, others: Sequence[Translation]) -> tuple[str, ...]:
    """Return who else translated a page into the same language, where one of the two saw nothing of the other's; programs check nobody."""
    return tuple(
        each.by
        for each in others
        if (each.place, each.language) == (translation.place, translation.language)
        and each.translator != translation.translator
        and each.model is None
        and translation.model is None
        and each.is_done
        and (each.is_blind or translation.is_blind)
    )


def _quotes(case: OpenCase, translation: Translation, finder: Finder) -> list[FoundQuote]:
    """Return the segments of a translation that answer, a phrase that runs from one into the next in both."""
    try:
        quotes = show_translation(case, translation, case.view.page(translation.place.document, translation.place.page)).quotes
    except (BrokenCustodyError, DamagedCaseError):
        return []  # `verify` tells that its words are gone or changed
    text = "\n".join(quote.rendering for quote in quotes)
    matches, start, found = finder.matches(text, [(0, len(text))]), 0, list[FoundQuote]()
    for quote in quotes:
        end = start + len(quote.rendering)
        places = [(max(each.start, start) - start, min(each.end, end) - start) for each in matches if each.start < end and each.end > start]
        found += [FoundQuote(quote, _joined(places))] if places else []
        start = end + 1
    return found


def _joined(places: Sequence[Place]) -> tuple[Place, ...]:
    """Return places in order, those that overlap as one."""
    joined: list[Place] = []
    for start, end in sorted(places):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
