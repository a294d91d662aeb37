"""Opens the accounts of a case's received files, and keeps what was spent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kashf.domain.document import Reason, Status
from kashf.domain.ids import DocumentId
from kashf.ports.counted.received_costs import NO_COST, Cost
from kashf.ports.engines import MAX_DETAIL_LENGTH
from kashf.ports.stores import UnitOfWork
from kashf.ports.views import CaseView
from kashf.services.ingest.budgets.budget_book import BudgetBook


def open_accounts(view: CaseView, book: BudgetBook, documents: Sequence[DocumentId], part: str) -> None:
    """Let a book know some documents that are begun, and take back what this part of them cost before.

    Args:
        view: Of the case.
        book: Gets their accounts.
        documents: Which.
        part: READING or LOOKING.
    """
    came_in = view.came_in(documents)
    fresh = sorted({received for received in came_in.values() if not book.has(received)})
    known = view.costs_of(fresh)
    for record in view.records(fresh):
        book.open(record.id, record.size_bytes, known[record.id].cost if record.id in known else NO_COST)
    for document, received in came_in.items():
        if book.has(received):
            book.assign(document, received)
    for document, cost in view.own_costs(documents, part).items():
        if document in came_in:
            book.give_back(document, cost)


def keep_costs(uow: UnitOfWork, book: BudgetBook, part: str, costs: Iterable[tuple[DocumentId, Cost]]) -> None:
    """Keep what documents cost; of a file that brought nothing and is cheap, nothing is kept, as it never comes near its budget."""
    told = [(document, book.received(document), cost) for document, cost in costs]
    uow.put_costs(part, [each for each in told if each[0] != each[1] or not each[2].is_small])


def tell_over_budget(uow: UnitOfWork, view: CaseView, book: BudgetBook, documents: Iterable[DocumentId]) -> None:
    """Mark the received files in which some documents came as not whole, since these were left out, or part of them."""
    received = sorted({book.received(document) for document in documents})
    if not received:
        return
    uow.put_over_budget(received)
    for record in view.records(received):
        if record.status is Status.DONE:
            detail = f"not all that lies in it: it costs more than files of its size may; kashf process CASE --more-for {record.id[:12]}"
            uow.put_outcome(record.id, Status.PARTIAL, Reason.TOO_LARGE, detail[:MAX_DETAIL_LENGTH])
