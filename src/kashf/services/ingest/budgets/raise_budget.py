"""Gives received files more than others may cost, as somebody decides who thinks them worth it."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.domain.document import Reason
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import EntryKind
from kashf.errors import UsageError
from kashf.ports.counted.received_costs import MOST_TIMES
from kashf.ports.stages import READ
from kashf.services.case.open import WritableCase
from kashf.services.ledger.record import record

#: What a budget, or what was left of it, may have cut.
_CUT = frozenset({Reason.TOO_LARGE, Reason.TIMEOUT})


def raise_budgets(case: WritableCase, beginnings: Sequence[str], *, times: int) -> tuple[DocumentId, ...]:
    """Record how much more received files may cost, let what was left out of them wait again, and return them.

    Args:
        case: Which case.
        beginnings: Of ids of received files, or of documents that came in them.
        times: How much more than others, from 1.

    Raises:
        NotFoundError: There is no such document, or more than one.
        UsageError: So much no file is worth.
    """
    if not 1 <= times <= MOST_TIMES:
        raise UsageError(f"--times takes 1 to {MOST_TIMES}", code="times-range", most=MOST_TIMES)
    view = case.reading.view
    documents = [view.resolve(beginning) for beginning in beginnings]
    received = tuple(dict.fromkeys(view.came_in(documents).get(each, each) for each in documents))
    for each in received:
        inside = view.records(view.came_from(each))
        again = [each, *(one.id for one in inside if one.reason in _CUT and one.id != each)]
        with case.store.unit() as uow:
            record(case, uow, EntryKind.BUDGET_RAISED, {"document": each, "times": times})
            uow.put_over_budget([each], is_over=False)
            uow.wait_again(READ, again)
            uow.commit()
    return received
