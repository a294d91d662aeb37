"""Places of a case with the text around them, for those who have to look at them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.document import Page, Span
from kashf.domain.pages.quote import AROUND, Quote, quote
from kashf.services.case.open import OpenCase


@dataclass(frozen=True, slots=True)
class QuotedPlace:
    """A quote with what tells its document apart.

    Args:
        quote: The place with the text around it; without words where its page is not in the case any more.
        path: Where its document was first seen; "" when that is not known.
        file_date: Of its document, `UNDATED` where it gives none.
    """

    quote: Quote
    path: str
    file_date: FuzzyDate


def quote_places(case: OpenCase, places: Iterable[Span], *, around: int = AROUND) -> tuple[QuotedPlace, ...]:
    """Return places with the text around them, without what is sealed there, in the order given.

    Each takes a look into the store, so it is for those on one screen.

    Args:
        case: Where they are.
        places: The places.
        around: Code points of context on either side at most.
    """
    asked = tuple(places)
    records = {record.id: record for record in case.view.records(sorted({place.document for place in asked}))}
    shown, quoted = case.shown, []
    shown.sealed_in([place.document for place in asked])
    for place in asked:
        page, record = shown.page(place.document, place.page), records.get(place.document)
        words = quote(page or Page(place.page, ""), place, around=around)
        quoted.append(QuotedPlace(words, record.name if record else "", record.file_date if record else UNDATED))
    return tuple(quoted)
