"""Where two persons translate one page otherwise: their renderings side by side, over the words of the original that both have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kashf.domain.document import Page, Span
from kashf.domain.pages.quote import Quote, quote
from kashf.domain.transcription.signed_words import PagePlace
from kashf.domain.translation.translated_quote import TranslatedQuote
from kashf.services.case.open import OpenCase
from kashf.services.translated.page_translations import ShownTranslation, page_translations
from kashf.services.translation.word_difference import WordDifference, word_difference


@dataclass(frozen=True, slots=True)
class Compared:
    """Words of a page that two persons translated.

    Args:
        original: The words, with the text around them.
        left: How the first has them, segment by segment.
        right: How the second has them.
        difference: Word by word.
    """

    original: Quote
    left: tuple[TranslatedQuote, ...]
    right: tuple[TranslatedQuote, ...]
    difference: WordDifference


@dataclass(frozen=True, slots=True)
class ComparedTranslations:
    """Two translations of one page side by side.

    Args:
        place: Which page.
        left: The first one.
        right: The second one.
        compared: What both have, in the order of the page.
        only_left: Segments that only the first has.
        only_right: Segments that only the second has.
    """

    place: PagePlace
    left: ShownTranslation
    right: ShownTranslation
    compared: tuple[Compared, ...]
    only_left: tuple[TranslatedQuote, ...]
    only_right: tuple[TranslatedQuote, ...]

    @property
    def differing(self) -> int:
        """How many of the words that both have are rendered otherwise."""
        return sum(not each.difference.is_same for each in self.compared)


def differences(case: OpenCase, place: PagePlace, *, reader: str, language: str = "") -> tuple[ComparedTranslations, ...]:
    """Return every two persons' translations of a page side by side; a program's is never one of the two.

    Args:
        case: Which case.
        place: Which page.
        reader: Who looks: what they may not see yet is not compared.
        language: Into which language; "" for all.
    """
    page, found = case.view.page(place.document, place.page), page_translations(case, place, reader=reader, language=language)
    people = [shown for shown in found.translations if shown.translation.model is None]
    pairs = ((one, other) for one, other in combinations(people, 2) if one.translation.language == other.translation.language)
    return tuple(compare_translations(place, page, *pair) for pair in pairs) if page else ()


def compare_translations(place: PagePlace, page: Page, left: ShownTranslation, right: ShownTranslation) -> ComparedTranslations:
    """Return two translations of a page side by side."""
    compared: list[Compared] = []
    only: tuple[list[TranslatedQuote], list[TranslatedQuote]] = ([], [])
    for ours, theirs in _groups(left.quotes, right.quotes):
        if ours and theirs:
            compared.append(Compared(_around(place, page, (*ours, *theirs)), ours, theirs, word_difference(_joined(ours), _joined(theirs))))
        else:
            only[0].extend(ours)
            only[1].extend(theirs)
    return ComparedTranslations(place, left, right, tuple(compared), tuple(only[0]), tuple(only[1]))


def _groups(
    left: Iterable[TranslatedQuote], right: Iterable[TranslatedQuote]
) -> Iterator[tuple[tuple[TranslatedQuote, ...], tuple[TranslatedQuote, ...]]]:
    """Yield segments of both whose originals overlap, together: where one translated a line and the other its two halves, all three."""
    placed = sorted(
        ((each.place.start, each.place.end, side, each) for side, some in enumerate((left, right)) for each in some if each.place),
        key=lambda each: each[:3],
    )
    group: tuple[list[TranslatedQuote], list[TranslatedQuote]] = ([], [])
    reached = 0
    for start, end, side, each in placed:
        if start >= reached and any(group):
            yield tuple(group[0]), tuple(group[1])
            group = ([], [])
        group[side].append(each)
        reached = max(reached, end)
    if any(group):
        yield tuple(group[0]), tuple(group[1])


def _around(place: PagePlace, page: Page, quotes: Sequence[TranslatedQuote]) -> Quote:
    spans = [each.place for each in quotes if each.place]
    return quote(page, Span(place.document, page.number, min(each.start for each in spans), max(each.end for each in spans)))


def _joined(quotes: Iterable[TranslatedQuote]) -> str:
    return " ".join(each.rendering for each in quotes)
