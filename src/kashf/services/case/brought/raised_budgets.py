"""How much more than others received files may cost, as people decided."""

from __future__ import annotations

from collections.abc import Mapping

from kashf.domain.entries.projections import in_order
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import EntryKind
from kashf.ports.counted.received_costs import MOST_TIMES
from kashf.ports.views import CaseView


def times_decided(view: CaseView) -> Mapping[DocumentId, int]:
    """Return how much more than others received files may cost, as people decided; of several decisions the last."""
    found: dict[DocumentId, int] = {}
    for entry, _ in in_order(view.entries(kinds=(EntryKind.BUDGET_RAISED,))):
        times = entry.body.get("times")
        if isinstance(times, int):
            found[DocumentId(str(entry.body.get("document")))] = min(max(times, 1), MOST_TIMES)
    return found
