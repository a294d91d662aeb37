"""Writes what documents cost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kashf.adapters.records.connection import Connection
from kashf.domain.ids import DocumentId
from kashf.ports.counted.received_costs import Cost

#: Part of the rows that say of received files that they came to the end of their budget.
OVER: Final = "over"
COLUMNS: Final = ("seconds", "stored_bytes", "members", "characters", "names", "other_rows")


class CostsWriter:
    """The part of a unit of work that keeps what documents cost."""

    _sql: Connection

    def put_costs(self, part: str, costs: Sequence[tuple[DocumentId, DocumentId, Cost]]) -> None:
        """Keep what documents cost, in place of what was kept of this part: document, the received file it came in, the cost."""
        forget_costs(self._sql, part, [document for document, _, _ in costs])
        rows = [{"part": part, "document": document, "received": received, **_columns(cost)} for document, received, cost in costs]
        self._sql.tracker.insert("costs", rows)

    def put_over_budget(self, received: Sequence[DocumentId], *, is_over: bool = True) -> None:
        """Keep of received files that something was left out since they had cost what they may; or forget it."""
        forget_costs(self._sql, OVER, received)
        if is_over:
            self._sql.tracker.insert("costs", [{"part": OVER, "document": each, "received": each, **_columns(Cost())} for each in received])


def forget_costs(connection: Connection, part: str, documents: Sequence[DocumentId]) -> None:
    """Forget what some documents cost."""
    connection.tracker.delete_among("costs", "part = ? AND document", documents, before=[part])


def _columns(cost: Cost) -> dict[str, float]:
    values = (float(cost.seconds), cost.stored_bytes, cost.members, cost.characters, cost.names, cost.rows)
    return dict(zip(COLUMNS, values, strict=True))
