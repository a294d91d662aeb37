"""Where a query stands on the pages of one document: for highlights, and for going from one to the next."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.search.expand import expand
from kashf.search.highlight import Finder
from kashf.search.parse import parse
from kashf.services.handles import OpenCase

#: Pages looked through for the next one with an occurrence; a person is waiting.
LOOKED_THROUGH: Final = 300
#: What may stand between two words that are shown as one occurrence: a space, a hyphen, a comma and a space.
_BETWEEN: Final = re.compile(r"\W{0,3}")

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Occurrences:
    """What a query finds on a page, and the nearest other pages on which it finds anything.

    Args:
        places: First code point and one past the last, in order, not overlapping; words side by side are one place.
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
    finder = Finder(expand(parse(query), case.view.words_with, exact=exact).aims)
    before = range(page.number - 1, max(page.number - LOOKED_THROUGH, 1) - 1, -1)
    following = range(page.number + 1, page.number + LOOKED_THROUGH)
    return Occurrences(
        places_on(finder, page.text),
        _nearest(case, document, before, finder),
        _nearest(case, document, following, finder),
    )


def places_on(finder: Finder, text: str) -> tuple[Place, ...]:
    """Return where a finder's words stand in a text; overlapping ones, and those with next to nothing between them, as one."""
    places: list[Place] = []
    for match in finder.matches(text, [(0, len(text))]):
        if places and (match.start <= places[-1][1] or _BETWEEN.fullmatch(text, places[-1][1], match.start)):
            places[-1] = (places[-1][0], max(places[-1][1], match.end))
        else:
            places.append((match.start, match.end))
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
