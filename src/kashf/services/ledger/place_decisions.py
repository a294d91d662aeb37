"""Decisions on single places: where they stand on the pages as these read now, and keeping their words before a page is read anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kashf.domain.document import Page, Span
from kashf.domain.entity import Judgement
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import EntryKind
from kashf.domain.pages.anchors import anchor
from kashf.domain.pages.quote import quote
from kashf.ports.views import CaseView
from kashf.services.case.open import WritableCase
from kashf.services.ledger.record import record

#: Decisions whose pages are read by one query.
_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class PlaceDecision:
    """A decision on a single place and where that is now.

    Args:
        judgement: What was decided; `left` is the place at which it was decided.
        place: Where its words stand now; None when the page was read anew and a person has to look, since they cannot be told there.
    """

    judgement: Judgement
    place: Span | None

    @property
    def is_moved(self) -> bool:
        """Whether the words stand elsewhere than where it was decided."""
        return self.place is not None and self.place != self.judgement.left


def place_decisions(view: CaseView, judgements: Iterable[Judgement]) -> Iterator[PlaceDecision]:
    """Yield those of some decisions that are about a place, with where it is now.

    A place is where its words are: on a page that reads otherwise than when it was decided on, they are looked for again. A decision of
    the first format has no words of its own until its page is read anew, so its offsets are still those of the page.
    """
    asked = [each for each in judgements if isinstance(each.left, Span)]
    for first in range(0, len(asked), _AT_ONCE):
        some = asked[first : first + _AT_ONCE]
        pages = view.pages_at(sorted({(each.quote.document, each.quote.page) for each in some if each.quote}))
        yield from (PlaceDecision(each, _place_now(each, pages)) for each in some)


def _place_now(judgement: Judgement, pages: Mapping[tuple[DocumentId, int], Page]) -> Span | None:
    quoted = judgement.quote
    if quoted is None:
        return judgement.left if isinstance(judgement.left, Span) else None
    return anchor(quoted, pages.get((quoted.document, quoted.page)))


def reread_places(view: CaseView) -> tuple[PlaceDecision, ...]:
    """Return the decisions on places that moved when their page was read anew, and those at which a person has to look."""
    return tuple(each for each in place_decisions(view, view.judgements()) if each.is_moved or each.place is None)


def keep_quotes(case: WritableCase) -> int:
    """Write down the words of places that were decided on by their offsets alone, as the first format did, before pages are read anew.

    Returns:
        How many.
    """
    view = case.reading.view
    decided = (each.judgement for each in view.judgement_history())
    kept = 0
    with case.store.unit() as uow:
        for judgement in decided:
            place = judgement.left
            page = view.page(place.document, place.page) if isinstance(place, Span) and judgement.quote is None else None
            if page is not None and isinstance(place, Span):
                record(case, uow, EntryKind.QUOTED, {"entry": judgement.id, "place": quote(page, place).as_json()})
                kept += 1
        if kept:
            uow.commit()
    return kept
