"""Count what an answer leaves out, from sums that are kept: no document is read for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kashf.domain.document import Reason
from kashf.domain.left_out import LeftOut, MoreIn
from kashf.ports.search import All, Field, IndexQuery, Layer, Without
from kashf.ports.views import Totals
from kashf.services.case.open import OpenCase
from kashf.services.search.written_days import on_written_days


def left_out(case: OpenCase, *, of_names: bool) -> LeftOut:
    """Return what an answer about all of a case leaves out.

    Args:
        case: The case, or what it was narrowed to.
        of_names: Whether it is about what was found to be named.
    """
    totals = case.view.totals()
    passed_over = passages_apart(case, All(()), Layer.PASSED_OVER)
    return replace(_counted(totals), passed_over=passed_over, names_waiting=totals.names_waiting if of_names else 0)


def left_out_of_question(case: OpenCase, more: Mapping[MoreIn, int]) -> LeftOut:
    """Return what the answer to a question in words leaves out.

    Args:
        case: The case, or what it was narrowed to.
        more: Passages in which more may stand.
    """
    return replace(_counted(case.view.totals()), more={place: count for place, count in more.items() if count})


def passages_apart(case: OpenCase, query: IndexQuery, layer: Layer) -> int:
    """Return how many passages of a layer answer; none where there is no index, which a search tells by itself."""
    return case.index.search(of_what_stands(case, query), limit=1, layer=layer).total if case.index.is_whole() else 0


def _counted(totals: Totals) -> LeftOut:
    no_writing = totals.by_reason.get(Reason.NO_WRITING, 0)
    return LeftOut(
        unsure_pages=totals.unsure_pages,
        unkeyed_lines=totals.unkeyed_lines,
        waiting=totals.waiting,
        uncompared=totals.uncompared,
        failed=totals.failed,
        partial=totals.partial_by_reason,
        without_text=max(totals.without_text - no_writing, 0),
        no_writing=no_writing,
        set_aside=totals.set_aside,
    )


def of_what_stands(case: OpenCase, query: IndexQuery) -> IndexQuery:
    """Return a query as an index is asked it: with the documents of its days, and without what people took out of every answer."""
    query = on_written_days(case.view, query)
    aside = case.view.documents_aside()
    return All((query, Without(Field("document", aside)))) if aside else query
