"""Search a case for every query of a list; a query that cannot be understood says so in its place and stops no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kashf.domain.entries.delivery import Scope
from kashf.errors import UsageError
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.open import OpenCase
from kashf.services.questions.query_list import ListedQuery
from kashf.services.search.find import Found, documents, find


@dataclass(frozen=True, slots=True)
class HowToSearch:
    """What holds for every query of a list, as for one.

    Args:
        hits: Passages given of each, the best.
        exact: Words as they stand, folded; without stems and spellings.
        all_text: With text that is passed over by default.
        scope: Which collection is searched.
    """

    hits: int = 3
    exact: bool = False
    all_text: bool = False
    scope: Scope = Scope.LEAK


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


def find_each(case: OpenCase, queries: Iterable[ListedQuery], how: HowToSearch) -> Iterator[ListedFound]:
    """Yield what each query finds, in the order of the list, each as soon as it is known.

    Raises:
        DamagedIndexError: The index is missing or unreadable.
    """
    for asked in queries:
        try:
            yield _answer(case, asked, how)
        except UsageError as error:
            yield ListedFound(asked, None, fault=error)


def _answer(case: OpenCase, asked: ListedQuery, how: HowToSearch) -> ListedFound:
    found = find(case, asked.query, limit=how.hits, exact=how.exact, all_text=how.all_text, scope=how.scope)
    if not found.total:
        return ListedFound(asked, found)
    within = documents(case, asked.query, exact=how.exact, all_text=how.all_text, scope=how.scope)
    return ListedFound(asked, found, len(within), len(set(witnesses(case.view, within).values())))
