"""What differs between two documents, word by word, as both have it: told by folded words, shown as written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import Final

from kashf.domain.document import Origin, Page
from kashf.domain.entity import RESOLVED
from kashf.domain.ids import DocumentId
from kashf.errors import UnfinishedError
from kashf.intake.near_texts.word_pairing import WordStretch, aligned, alike
from kashf.language.tables.spelling.calendar_words import ARABIC_MONTHS, HIJRI_MONTHS, LATIN_MONTHS, LEVANTINE_MONTHS
from kashf.language.words.tokens import Word, folded_words, words
from kashf.ports.forms import ShownPages
from kashf.ports.views import CaseView
from kashf.services.case.copies.page_pairs import pair_pages

#: Differences that are told one by one; how many there are in all is told too.
MOST_TOLD: Final = 2000
#: Confidence of a word in [0..1] below which it may be misread rather than different.
_SURELY_READ: Final = 0.85
#: Words around a difference, on either side of it.
_AROUND: Final = 4
#: Letters of a month by which it is known: "ذو" is a word of many names.
_LEAST_LETTERS: Final = 3
_TABLES: Final = ((ARABIC_MONTHS,), (LEVANTINE_MONTHS,), HIJRI_MONTHS, LATIN_MONTHS)
#: First words of the names of months, but for those that are words of their own.
_MONTHS: Final = frozenset(
    word for table in _TABLES for names in table for name in names for word in folded_words(name)[:1] if len(word) >= _LEAST_LETTERS
)


class Telling(StrEnum):
    """What a difference is about, what tells most first."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Differing:
    """The words that one document has at a place where the other has others.

    Args:
        page: Number of its page; of the word before where it has none.
        start: First code point on that page.
        end: One past the last; the same as `start` where it has no words there.
        text: As written.
        before: A few words before it, as written.
        after: A few words after it.
    """

    page: int
    start: int
    end: int
    text: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class TextDifference:
    """A place at which two documents differ.

    Args:
        left: What the first has.
        right: What the second has.
        about: What it is about.
        is_maybe_misread: One side was read by OCR, not surely, and the two look alike.
    """

    left: Differing
    right: Differing
    about: Telling
    is_maybe_misread: bool = False


@dataclass(frozen=True, slots=True)
class DocumentComparison:
    """Two documents held against each other.

    Args:
        left: The first.
        right: The second.
        differences: In the order of the first, those that were told.
        total: How many there are in the pages that were compared.
        same: Words that both have in the same order.
        only_left: Words of the first that the second has not.
        only_right: Words of the second that the first has not.
        not_compared: Pages of the first and of the second that were not compared, as there are too many.
    """

    left: DocumentId
    right: DocumentId
    differences: tuple[TextDifference, ...]
    total: int
    same: int
    only_left: int
    only_right: int
    not_compared: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())

    @property
    def maybe_misread(self) -> int:
        """How many of the told differences may be misread."""
        return sum(each.is_maybe_misread for each in self.differences)

    @property
    def is_bare(self) -> bool:
        """Whether no word of the one was held against one of the other, so that nothing is known of what differs."""
        return not self.total and not self.same

    @property
    def is_part(self) -> str:
        """Which of the two has nothing that the other has not: "left", "right", or "" for neither or both."""
        if any(self.not_compared) or bool(self.only_left) == bool(self.only_right):
            return ""
        return "right" if self.only_left else "left"


def differences(view: CaseView, left: DocumentId, right: DocumentId, *, shown: ShownPages | None = None) -> DocumentComparison:
    """Return what differs between two documents of a case; of very long ones some pages may not be compared, which is said.

    Args:
        view: Of which case.
        left: The one.
        right: The other.
        shown: Gives the pages by which differences are told, without what is sealed; it counts as any other word.
    """
    told = {id: {page.number: page.text for page in (shown or view).pages(id)} for id in (left, right)}
    pages = {id: view.pages(id) for id in (left, right)}
    names = _Names(view, left), _Names(view, right)
    pairs = pair_pages(pages[left], pages[right])
    found: list[TextDifference] = []
    total, same, only = 0, pairs.same, [0, 0]
    for here, there in pairs.to_compare:
        sides = _ComparedSide(here, names[0], told[left]), _ComparedSide(there, names[1], told[right])
        is_scan = any(page.origin is Origin.OCR for page in (*here, *there))
        for stretch in _apart(sides, is_scan=is_scan):
            total += 1
            only = [only[0] + len(stretch.here), only[1] + len(stretch.there)]
            if len(found) < MOST_TOLD:
                found.append(_told(sides, stretch))
        same += len(sides[0].words)
    not_compared = tuple(tuple(page.number for page in some) for some in pairs.not_compared)
    return DocumentComparison(left, right, tuple(found), total, same - only[0], only[0], only[1], (not_compared[0], not_compared[1]))


class _Names:
    """Which words of a document are names."""

    def __init__(self, view: CaseView, document: DocumentId) -> None:
        try:
            mentions = view.mentions_in(document)
        except UnfinishedError:  # of a case that was not searched for names yet
            mentions = ()
        named = (each for each in mentions if each.mention.type in RESOLVED)
        self._places = {(each.page, at) for each in named for at in range(each.mention.start, each.mention.end)}

    def has(self, page: int, word: Word) -> bool:
        """Return whether a word of a page is part of a name."""
        return (page, word.start) in self._places


class _ComparedSide:
    """The words of some pages of one document, in order."""

    def __init__(self, pages: Sequence[Page], names: _Names, told: Mapping[int, str]) -> None:
        self._texts = told
        found = [words(page.text) for page in pages]
        self.pages, self._names = pages, names
        self.words = [word for some in found for word in some]
        self.folded = [word.folded for word in self.words]
        self._ends = list(accumulate(map(len, found)))

    def page_of(self, at: int) -> Page:
        """Return the page on which a word stands; the last one for a place behind all."""
        return self.pages[min(bisect_right(self._ends, at), len(self.pages) - 1)]

    def differing(self, places: range) -> Differing:
        """Return some words as they are written, those on the first of their pages where they stand on several."""
        if not places:
            at = places.start - 1 if places.start else 0
            page = self.page_of(at)
            position = self.words[at].end if self.words and places.start else 0
            return Differing(page.number, position, position, "", *self._around(places))
        page = self.page_of(places[0])
        last = max(at for at in places if self.page_of(at) is page)
        start, end = self.words[places[0]].start, self.words[last].end
        rest = [self._written(at) for at in places if at > last]
        return Differing(page.number, start, end, " ".join([self._texts[page.number][start:end], *rest]), *self._around(places))

    def is_doubtful(self, places: range) -> bool:
        """Return whether OCR read any of some words unsurely."""
        return any(self._confidence(at) < _SURELY_READ for at in places)

    def about(self, places: range) -> Iterator[Telling]:
        """Yield what some words are about."""
        for at in places:
            folded = self.folded[at]
            if any(map(str.isdecimal, folded)):
                yield Telling.DATE if self._is_by_month(at) else Telling.NUMBER
            elif folded in _MONTHS:
                yield Telling.DATE
            elif self._names.has(self.page_of(at).number, self.words[at]):
                yield Telling.NAME

    def _is_by_month(self, at: int) -> bool:
        return any(word in _MONTHS for word in self.folded[max(0, at - 1) : at + 2])

    def _confidence(self, at: int) -> float:
        page, word = self.page_of(at), self.words[at]
        if page.origin is not Origin.OCR:
            return 1.0
        boxes = [box.confidence for box in page.boxes if box.start < word.end and word.start < box.end]
        return min(boxes, default=page.confidence)

    def _around(self, places: range) -> tuple[str, str]:
        before = range(max(0, places.start - _AROUND), places.start)
        after = range(places.stop, min(len(self.words), places.stop + _AROUND))
        return " ".join(map(self._written, before)), " ".join(map(self._written, after))

    def _written(self, at: int) -> str:
        word = self.words[at]
        return self._texts[self.page_of(at).number][word.start : word.end]


def _apart(sides: tuple[_ComparedSide, _ComparedSide], *, is_scan: bool) -> Iterator[WordStretch]:
    """Yield the stretches at which the words differ."""
    left, right = (side.folded for side in sides)
    for stretch in aligned(left, right, is_scan=is_scan):
        if left[stretch.here.start : stretch.here.stop] != right[stretch.there.start : stretch.there.stop]:
            yield stretch


def _told(sides: tuple[_ComparedSide, _ComparedSide], stretch: WordStretch) -> TextDifference:
    left, right = sides
    both = bool(stretch.here and stretch.there)
    before, after = (
        "".join(side.folded[places.start : places.stop]) for side, places in zip(sides, (stretch.here, stretch.there), strict=True)
    )
    is_doubtful = both and (left.is_doubtful(stretch.here) or right.is_doubtful(stretch.there)) and alike(before, after, is_scan=True)
    about = _first_of(Telling, (*left.about(stretch.here), *right.about(stretch.there)))
    return TextDifference(left.differing(stretch.here), right.differing(stretch.there), about, is_doubtful)


def _first_of(order: Iterable[Telling], found: Sequence[Telling]) -> Telling:
    return next((each for each in order if each in found), Telling.WORD)
