"""Where a query stands on the pages of one document: for highlights, and for going from one to the next."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.search.highlight import Finder
from kashf.search.parse import parse
from kashf.services.case.open import OpenCase
from kashf.services.search.find import ask_for

#: Pages looked through for the next one with an occurrence; a person is waiting.
LOOKED_THROUGH: Final = 300
#: What may stand between two words that are shown as one occurrence: a space, a hyphen, a comma and a space.
_BETWEEN: Final = re.compile(r"\W{0,3}")

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Occurrences:
    """What a query finds on a page, and the nearest other pages on which it finds anything.

    Args:
        places: First code point and one past the last, in order, not overlapping; different words side by side are one place.
        before: Nearest page before with an occurrence; None when there is none within 300 pages.
        following: Nearest page after.
    """

    places: tuple[Place, ...]
    before: int | None
    following: int | None


def occurrences(case: OpenCase, query: str, *, document: DocumentId, page: Page, exact: bool = False) -> Occurrences:
    """Return where `query` stands on a page, text that default search passes over included.

    Args:
        case: Where the document is.
        query: In the query language; words that are left out with NOT are not looked for.
        document: Whose page it is.
        page: The page.
        exact: Words as they stand, folded; without stems and spellings.

    Raises:
        QuerySyntaxError: The query is malformed.
    """
    finder = Finder(ask_for(case, parse(query), exact=exact).aims)
    before = range(page.number - 1, max(page.number - LOOKED_THROUGH, 1) - 1, -1)
    following = range(page.number + 1, page.number + LOOKED_THROUGH)
    return Occurrences(
        places_on(finder, page.text),
        _nearest(case, document, before, finder),
        _nearest(case, document, following, finder),
    )


def places_on(finder: Finder, text: str) -> tuple[Place, ...]:
    """Return where a finder's words stand in a text: overlapping ones as one place, and different words of the query side by side too."""
    places: list[Place] = []
    asked: set[str] = set()
    for match in finder.matches(text, [(0, len(text))]):
        start, end = places[-1] if places else (0, 0)
        is_within = match.start < end
        is_next = bool(places) and match.asked not in asked and _BETWEEN.fullmatch(text, end, max(match.start, end))
        if is_within or is_next:
            places[-1] = (start, max(end, match.end))
            asked.add(match.asked)
        else:
            places.append((match.start, match.end))
            asked = {match.asked}
    return tuple(places)


def _nearest(case: OpenCase, document: DocumentId, numbers: Iterable[int], finder: Finder) -> int | None:
    """Return the first of some pages that has an occurrence; pages are read one by one until then."""
    for number in numbers:
        page = case.view.page(document, number)
        if page is None:
            return None
        if places_on(finder, page.text):
            return number
    return None
