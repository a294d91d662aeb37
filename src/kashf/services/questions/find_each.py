"""Search a case for every query of a list; a query that cannot be understood says so in its place and stops no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from kashf.errors import UsageError
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.open import OpenCase
from kashf.services.questions.query_list import ListedQuery
from kashf.services.search.faceted import Search, find_asked, matching
from kashf.services.search.find import Found


@dataclass(frozen=True, slots=True)
class ListedFound:
    """What one query of a list finds.

    Args:
        asked: The query and its line.
        found: Its answer; None for a query that cannot be understood.
        documents: Documents in which its passages stand.
        without_copies: The same with documents of the same and of nearly the same text counted once.
        fault: Why it cannot be understood.
    """

    asked: ListedQuery
    found: Found | None
    documents: int = 0
    without_copies: int = 0
    fault: UsageError | None = field(default=None, compare=False)


def find_each(case: OpenCase, queries: Iterable[ListedQuery], how: Search) -> Iterator[ListedFound]:
    """Yield what each query finds, in the order of the list, each as soon as it is known.

    Args:
        case: Where to look.
        queries: What to find.
        how: What holds for every query, as for one; its own query does not count.

    Raises:
        DamagedIndexError: The index is missing or unreadable.
    """
    for asked in queries:
        try:
            yield _answer(case, asked, replace(how, query=asked.query))
        except UsageError as error:
            yield ListedFound(asked, None, fault=error)


def _answer(case: OpenCase, listed: ListedQuery, asked: Search) -> ListedFound:
    found = find_asked(case, asked)
    if not found.total:
        return ListedFound(listed, found)
    within = matching(case, asked)
    return ListedFound(listed, found, len(within), len(set(witnesses(case.view, within).values())))
