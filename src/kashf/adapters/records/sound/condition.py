"""Looks whether records are sound: their file, their schema, the form of the ledger's rows, and the jobs of documents."""

from __future__ import annotations

import json
from typing import Final

from kashf.adapters.records.connection import Connection
from kashf.adapters.records.rows import refuse_number
from kashf.adapters.records.sound.foreign import foreign_objects
from kashf.domain.ids import DocumentId, canonical_json
from kashf.errors import DamagedCaseError
from kashf.ports.sound.records_condition import RecordsCondition
from kashf.ports.stages import AGAIN, FIELDS, INDEX, NAMES, READ, STAGES, DocumentStage

#: Findings of SQLite's own check that are told.
_TOLD: Final = 20
_STATES: Final = ("waiting", "leased", "done", "failed")
_LACKS: Final = "SELECT id FROM documents WHERE {which} AND number NOT IN (SELECT document FROM jobs WHERE stage = ?) ORDER BY id"
_KNOWN: Final = "(status IS NULL OR status <> 'destroyed')"
_READ: Final = "status <> 'destroyed'"
_ENDED: Final = "number IN (SELECT document FROM jobs WHERE stage = '{stage}' AND state = 'done')"
#: Stages whose jobs are opened when those of another end.
_FOLLOWS: Final = {AGAIN: NAMES, FIELDS: AGAIN}


class SqlCondition:
    """The part of a view that looks at the records themselves."""

    sql: Connection

    def condition(self) -> RecordsCondition:
        """Return what is wrong with the records; reads them whole, 1 s for some 300 MB."""
        damage = self._damage()
        return RecordsCondition(foreign_objects(self.sql, STAGES), damage, self._miswritten(), *(({}, 0) if damage else self._jobs()))

    def _damage(self) -> tuple[str, ...]:
        if self.sql.is_postgres:
            return ()
        try:
            found = [str(row[0]) for row in self.sql.rows(f"PRAGMA integrity_check({_TOLD})")]
        except DamagedCaseError as error:
            found = [str(error.__cause__ or error)]
        return () if found == ["ok"] else tuple(found)

    def _miswritten(self) -> tuple[str, ...]:
        """Return the ledger's rows whose body is not in the one form in which kashf writes it, and which other tools may read otherwise."""
        found = []
        for device, seq, body in self.sql.rows("SELECT device, seq, body FROM ledger ORDER BY device, seq"):
            try:
                is_written_so = canonical_json(json.loads(body, parse_float=refuse_number)).decode() == body
            except (ValueError, TypeError, RecursionError):
                is_written_so = False
            if not is_written_so:
                found.append(f"{device}/{seq}")
        return tuple(found)

    def _jobs(self) -> tuple[dict[str, tuple[DocumentId, ...]], int]:
        """Return the documents that lack a job that they should have, by stage, and how many jobs are none that kashf makes."""
        if any(self.sql.is_stale(table) for table in ("documents", "jobs")):
            return {}, 0
        lacking = {stage.name: self._lacking(stage) for stage in STAGES if not (stage.table and self.sql.is_stale(stage.table.name))}
        states = ", ".join(f"'{state}'" for state in _STATES)
        odd = f"SELECT COUNT(*) FROM jobs WHERE state NOT IN ({states}) OR document NOT IN (SELECT number FROM documents)"
        return {stage: documents for stage, documents in lacking.items() if documents}, int(self.sql.rows(odd)[0][0])

    def _lacking(self, stage: DocumentStage) -> tuple[DocumentId, ...]:
        if stage in _FOLLOWS:
            which = f"{_READ} AND {_ENDED.format(stage=_FOLLOWS[stage].name)}"
        elif stage in {READ, INDEX}:
            which = _KNOWN if stage == READ else _READ
        else:
            which = f"{_READ} AND characters > 0"
        return tuple(DocumentId(row[0]) for row in self.sql.rows(_LACKS.format(which=which), (stage.name,)))
