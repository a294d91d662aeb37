"""What is known of documents and sightings only when others lie beside them, kept in their rows."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.adapters.records.budgets.cost_tables import CostsWriter
from kashf.adapters.records.connection import Connection
from kashf.adapters.records.rows import sighting_values
from kashf.domain.document import Reason, Sighting, Status
from kashf.domain.ids import DocumentId


class OutcomeWriter(CostsWriter):
    """The part of a unit of work that keeps it."""

    _sql: Connection

    def put_captures(self, sightings: Sequence[Sighting]) -> None:
        """Keep with sightings that are recorded what an archive says of them, in place of what was kept."""
        rows = [(sighting_values(each, receipt=None)["capture"], each.id) for each in sightings]
        ids = list(dict.fromkeys(each.id for each in sightings))
        self._sql.tracker.takes_sighted(ids)
        self._sql.run_many("UPDATE sightings SET capture = ? WHERE id = ?", rows)
        self._sql.tracker.adds_sighted(ids)

    def put_outcome(self, document: DocumentId, status: Status, reason: Reason | None, detail: str) -> None:
        """Keep how the reading of a document ended, in place of what was kept; its pages and jobs stay."""
        self._sql.tracker.changes("documents", [document])
        values = (status.value, reason.value if reason else "", detail, document)
        self._sql.run("UPDATE documents SET status = ?, reason = ?, detail = ? WHERE id = ?", values)
