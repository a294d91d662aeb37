"""Looks numbers that no letter has up in the text of documents that are no letters or were read in part, before any is called missing."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

from kashf.domain.ids import DocumentId
from kashf.events.letters.paper_numbers import numbers_written_in
from kashf.events.registers.office_series import OfficeSeries
from kashf.ports.views import CaseView
from kashf.services.case.open import OpenCase
from kashf.services.letters.list_letters import ListedLetter

#: Code points of all documents that are searched for numbers: some 15 seconds of work.
MOST_SEARCHED: Final = 30_000_000


def looked_up(
    case: OpenCase, view: CaseView, series: Sequence[OfficeSeries], letters: Iterable[ListedLetter], cut: Container[DocumentId]
) -> Iterator[OfficeSeries]:
    """Yield series, those with letters of documents that were read in part marked so, with the missing numbers that stand in a text.

    Args:
        case: Which case.
        view: Documents of the collection.
        series: All of them.
        letters: All letters.
        cut: Documents that were not read to their end.
    """
    document_of = {each.id: each.document for each in letters}
    whole = {document for document in document_of.values() if document not in cut}
    is_sought = any(each.has_gaps and "/" in each.key.pattern for each in series)
    numbers, is_searched = _numbers(case, view, whole) if is_sought else (frozenset[str](), True)
    for each in series:
        is_cut = any(document_of.get(DocumentId(number.letter)) in cut for number in (*each.here, *each.may_be, *each.far))
        is_unsearched = each.has_gaps and not is_searched
        yield replace(each, is_partly_read=is_cut or is_unsearched, in_text=tuple(each.numbers_in(numbers)) if each.has_gaps else ())


def _numbers(case: OpenCase, view: CaseView, whole: Container[DocumentId]) -> tuple[AbstractSet[str], bool]:
    """Return the numbers in the text of documents other than letters that were read whole, and whether all of them were searched."""
    found: set[str] = set()
    searched = 0
    for document in sorted(id for id in view.page_counts() if id not in whole):
        for page in case.shown.pages(document):
            searched += len(page.text)
            if searched > MOST_SEARCHED:
                return found, False
            found.update(numbers_written_in(page.text))
    return found, True
