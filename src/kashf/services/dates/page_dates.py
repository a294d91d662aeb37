"""The dates that the pages of a document, or a text of no case, name, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.document import Origin, Page
from kashf.language.dates.find_dates import find_dates
from kashf.search.passages import counted_places

if TYPE_CHECKING:
    from kashf.domain.ids import DocumentId
    from kashf.language.dates.found_dates import DatePlace
    from kashf.services.case.open import OpenCase


@dataclass(frozen=True, slots=True)
class PageDate:
    """A place that names a date.

    Args:
        page: Its number, from 1.
        place: Where and what.
        document: "" for a text of no case.
        is_unseen: Whether a machine read it from a picture and nobody looked at it.
    """

    page: int
    place: DatePlace
    document: DocumentId | str = ""
    is_unseen: bool = False

    def as_line(self) -> Mapping[str, object]:
        """Return it as a line of JSON."""
        where = {"document": self.document, "page": self.page} if self.document else {}
        return {**where, **self.place.as_line(), **({"unseen": True} if self.is_unseen else {})}


@dataclass(frozen=True, slots=True)
class DocumentDates:
    """The dates of a document.

    Args:
        found: In order of place.
        passed_over: Characters of navigation, quoted mail and the like that were not looked through.
        unsure_pages: Pages on which more words are wrong than right, which were not looked through.
    """

    found: tuple[PageDate, ...]
    passed_over: int = 0
    unsure_pages: int = 0


def text_dates(text: str, *, written: FuzzyDate = UNDATED) -> tuple[PageDate, ...]:
    """Return the dates of a text of no case; places are its code points."""
    return tuple(PageDate(1, place) for place in find_dates(text, written=written))


def document_dates(case: OpenCase, beginning: str, *, written: FuzzyDate = UNDATED) -> DocumentDates:
    """Return the dates of a document, what is sealed in it left out.

    Raises:
        NotFoundError: No such document.
    """
    id = case.view.resolve(beginning)
    pages = case.shown.pages(id)
    seconds = case.view.second_readings(id)
    found = [replace(each, document=id) for page in pages if page.is_sure for each in page_dates(page, seconds, written=written)]
    passed_over = sum(mark.end - mark.start for page in pages for mark in page.passed_over)
    return DocumentDates(tuple(found), passed_over, sum(bool(page.text) and not page.is_sure for page in pages))


def page_dates(page: Page, seconds: Sequence[Page] = (), *, written: FuzzyDate = UNDATED) -> Iterator[PageDate]:
    """Yield the dates of a page, with which of them nobody looked at."""
    from kashf.language.words.other_readings import unseen_numbers

    unseen = unseen_numbers(page, [each for each in seconds if each.number == page.number])
    for start, end in counted_places(page):
        for place in find_dates(page.text[start:end], written=written):
            moved = replace(place, start=place.start + start, end=place.end + start)
            is_unseen = page.origin is Origin.OCR or any(each.start < moved.end and moved.start < each.end for each in unseen)
            yield PageDate(page.number, moved, is_unseen=is_unseen)
