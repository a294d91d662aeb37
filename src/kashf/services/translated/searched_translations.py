"""The translations that a search looks into: done ones, with their words, numbered page by page in one order everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from kashf.domain.ids import DocumentId
from kashf.domain.ledger import EntryKind
from kashf.domain.translation.translations import TRANSLATIONS, Translation, segments_in
from kashf.errors import BrokenCustodyError, DamagedCaseError
from kashf.search.passages import TranslatedText
from kashf.services.case.open import OpenCase
from kashf.services.ledger.word_blobs import read_words
from kashf.services.translated.page_translations import standing_translations

#: Page and number of a translation -> which it is.
Numbered = Mapping[tuple[int, int], Translation]


def are_any(case: OpenCase) -> bool:
    """Return whether anything was ever translated in a case; it costs nothing."""
    return bool(case.view.entry_kinds().get(EntryKind.TRANSLATED, 0))


def numbered(translations: Iterable[Translation]) -> Numbered:
    """Return those of one document's translations that a search looks into, by page and number."""
    done = sorted((each for each in translations if each.is_done), key=lambda each: (each.place.page, each.signed.when, each.signed.id))
    by_page = groupby(done, key=lambda each: each.place.page)
    return {(page, number): each for page, some in by_page for number, each in enumerate(some)}


def translated_texts(case: OpenCase, document: DocumentId) -> tuple[TranslatedText, ...]:
    """Return what is translated of a document's pages, as the index takes it."""
    return _texts(case, standing_translations(case, document=document)) if are_any(case) else ()


@dataclass(slots=True)
class TranslatedTexts:
    """Gives what is translated of many documents; it looks again only when somebody has translated since.

    Args:
        case: Which case.
    """

    case: OpenCase
    _counted: int = 0
    _known: dict[DocumentId, list[Translation]] = field(default_factory=dict)

    def of(self, documents: Iterable[DocumentId]) -> Mapping[DocumentId, tuple[TranslatedText, ...]]:
        """Return what is translated of the pages of each document."""
        kinds = self.case.view.entry_kinds()
        counted = sum(kinds.get(kind, 0) for kind in TRANSLATIONS.kinds) if kinds.get(EntryKind.TRANSLATED, 0) else 0
        if counted != self._counted:
            self._counted, self._known = counted, {}
            for each in standing_translations(self.case):
                self._known.setdefault(each.place.document, []).append(each)
        return {document: _texts(self.case, self._known.get(document, ())) for document in documents}


def _texts(case: OpenCase, translations: Iterable[Translation]) -> tuple[TranslatedText, ...]:
    return tuple(
        TranslatedText(page, number, each.language, texts)
        for (page, number), each in numbered(translations).items()
        if (texts := _renderings(case, each))
    )


def _renderings(case: OpenCase, translation: Translation) -> tuple[str, ...]:
    """Return what the segments of a translation say; nothing where its words are gone or changed, as `verify` tells."""
    try:
        return tuple(each.rendering for each in segments_in(read_words(case.blobs, translation.words)))
    except (BrokenCustodyError, DamagedCaseError):
        return ()
