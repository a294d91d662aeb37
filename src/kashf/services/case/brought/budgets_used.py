"""Which received files cost the most, beside what they may: what a case has to say of the budgets of its files."""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kashf.domain.ids import DocumentId
from kashf.ports.counted.received_costs import Cost, ReceivedFile, budget_for
from kashf.services.case.brought.known_as import known_as
from kashf.services.case.brought.raised_budgets import times_decided
from kashf.services.case.open import OpenCase

#: Received files that are told of, unless somebody asks for more.
MOST_TOLD: Final = 20


@dataclass(frozen=True, slots=True)
class BudgetUse:
    """A received file with what it cost, and what it may.

    Args:
        document: Its bytes.
        path: What people call it.
        size_bytes: Of it.
        times: How much more than others it may cost.
        cost: Of it and all that lies in it.
        budget: What it may.
        is_over: Whether something was left out since it had cost what it may.
    """

    document: DocumentId
    path: str
    size_bytes: int
    times: int
    cost: Cost
    budget: Cost
    is_over: bool

    @property
    def share(self) -> float:
        """The largest part of any of its budgets that it used; 1 for all of it."""
        return _share(self.cost, self.budget)


def budgets_used(case: OpenCase, *, limit: int = MOST_TOLD) -> tuple[BudgetUse, ...]:
    """Return the received files that used most of their budgets, those first of which something was left out."""
    times, over = times_decided(case.view), frozenset(case.view.over_budget())

    def rank(each: ReceivedFile) -> tuple[bool, float, DocumentId]:
        return each.document in over, _share(each.cost, _budget(each, times)), each.document

    told = heapq.nlargest(limit, case.view.received_costs(), key=rank)
    return tuple(
        BudgetUse(
            each.document,
            known_as(case.view, each.document),
            each.size_bytes,
            times.get(each.document, 1),
            each.cost,
            _budget(each, times),
            each.document in over,
        )
        for each in told
    )


def _budget(each: ReceivedFile, times: Mapping[DocumentId, int]) -> Cost:
    return budget_for(each.size_bytes, times=times.get(each.document, 1))


def _share(cost: Cost, budget: Cost) -> float:
    may = budget.as_json()
    return max(took / may[each] for each, took in cost.as_json().items())
