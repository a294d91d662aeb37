"""Where a quoted place stands after its page was read anew: at the same words, or nowhere that can be told. Offsets decide nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from kashf.domain.document import Page, Span
from kashf.domain.pages.quote import Quote

#: Code points of context that must be the same, if the quote has as many; fewer are shared by two places by chance.
_ENOUGH: Final = 12
#: Places of the same words that are looked at on one page; words that stand there more often are told apart by a person.
_MOST_PLACES: Final = 1000


def anchor(quote: Quote, page: Page | None, *, alone: int | None = None) -> Span | None:
    """Return where a quote stands on a page as it reads now, or None when a person has to look.

    The words must be there as quoted, but for white space, and what stands before and after them must tell their place from every other
    place of the same words.

    Args:
        quote: Made on an earlier reading, or on this one.
        page: As it reads now; None when it is not there any more.
        alone: Letters of the words from which on, where they stand once on the page, nothing around them has to agree: those of a whole
            line tell their place. None for never, as of names.

    >>> from kashf.domain.ids import DocumentId
    >>> from kashf.domain.pages.quote import quote
    >>> place = Span(DocumentId("a" * 64), 1, 15, 19)
    >>> made = quote(Page(1, "a letter from  Omar to the north"), place)
    >>> anchor(made, Page(1, "No. 7: a letter from Omar to the north")).start
    21
    """
    if page is None:
        return None
    places = tuple(_places(quote, page.text))
    if alone is not None and len(places) == 1 and _length(quote.text) >= alone:
        return Span(quote.document, page.number, *places[0])
    agreed = sorted(((_agreement(quote, page.text, *place), place) for place in places), reverse=True)
    if not agreed or agreed[0][0] < min(_ENOUGH, _length(quote.prefix) + _length(quote.suffix)):
        return None
    if len(agreed) > 1 and agreed[0][0] == agreed[1][0]:
        return quote.span if page.text[quote.start : quote.end] == quote.text and _stands(quote, page.text) else None
    start, end = agreed[0][1]
    return Span(quote.document, page.number, start, end)


def _places(quote: Quote, text: str) -> Iterator[tuple[int, int]]:
    words = quote.text.split()
    if not words:
        return
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    places = (found.span() for found in pattern.finditer(text))
    yield from islice((place for place in places if _edges(text, *place) == _edges_of(quote)), _MOST_PLACES)


def _edges(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Return whether a word goes on before a place, and behind it: عمر is not found in عمرو."""
    return text[start - 1 : start].isalnum(), text[end : end + 1].isalnum()


def _edges_of(quote: Quote) -> tuple[bool, bool]:
    return quote.prefix[-1:].isalnum(), quote.suffix[:1].isalnum()


def _agreement(quote: Quote, text: str, start: int, end: int) -> int:
    """Return how many code points of the quote's context stand around a place, nearest first, white space aside."""
    before = _solid(text[max(0, start - 2 * len(quote.prefix)) : start])
    after = _solid(text[end : end + 2 * len(quote.suffix)])
    return _common(_solid(quote.prefix)[::-1], before[::-1]) + _common(_solid(quote.suffix), after)


def _stands(quote: Quote, text: str) -> bool:
    """Return whether the page reads around the quote just as it did."""
    return text[: quote.start].endswith(quote.prefix) and text[quote.end :].startswith(quote.suffix)


def _common(left: str, right: str) -> int:
    """Return how many code points two texts begin with alike."""
    return next((at for at, (one, other) in enumerate(zip(left, right, strict=False)) if one != other), min(len(left), len(right)))


def _solid(text: str) -> str:
    return "".join(text.split())


def _length(text: str) -> int:
    return len(_solid(text))
