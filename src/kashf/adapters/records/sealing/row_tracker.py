"""Notes which rows a unit of work writes, so that its end seals these and no others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from kashf.adapters.records.connection import Connection, Row
from kashf.adapters.records.sealing.sealed_tables import MEMBERS, SUMS, SealedTable, digests
from kashf.domain.sealing.row_seals import NOTHING, RowSeals, row_sum

_SIGHTED: Final = SUMS["sightings"]


class RowTracker:
    """What one unit of work did so far.

    Args:
        connection: In a transaction.
        groups: Tables that are sealed by document, by name.
    """

    def __init__(self, connection: Connection, groups: Mapping[str, SealedTable]) -> None:
        self._sql = connection
        self._groups = groups
        self._cleared: dict[str, None] = {}
        self._replaced: dict[str, dict[Any, bool]] = {}
        self._before: dict[str, dict[Any, str]] = {}
        self._sums: dict[str, int] = {}
        #: How jobs ended; None for those that wait again.
        self._ended: dict[tuple[str, int], tuple[str, str] | None] = {}
        self._forgotten: set[int] = set()

    def replaces(self, table: str, keys: Iterable[Any]) -> None:
        """All rows of some keys are about to be written anew, or taken away."""
        replaced, before = self._replaced.setdefault(table, {}), self._before.get(table, {})
        new = [key for key in dict.fromkeys(keys) if key not in replaced]
        sealed = self._groups[table]
        had = {row[0] for row in self._sql.among(f"SELECT DISTINCT {sealed.key} FROM {sealed.table} WHERE {sealed.key}", new)}
        for key in new:
            replaced[key] = key in had or before.get(key, NOTHING) != NOTHING
            before.pop(key, None)

    def changes(self, table: str, keys: Iterable[Any]) -> None:
        """Some rows of some keys are about to be changed, added or taken away: what is there now is sealed with it."""
        replaced, before = self._replaced.get(table, {}), self._before.setdefault(table, {})
        new = [key for key in dict.fromkeys(keys) if key not in replaced and key not in before]
        before.update(dict.fromkeys(new, NOTHING))
        before.update(digests(self._sql, self._groups[table], new))

    def changes_members(self, parents: Iterable[str]) -> None:
        """What lies in some containers is about to be changed, added to or taken away."""
        self.changes(MEMBERS, parents)

    def adds(self, table: str, rows: Iterable[Row]) -> None:
        """Rows are added to a table that is sealed as a whole."""
        self._sums[table] = self._sums.get(table, 0) + row_sum(table, map(SUMS[table].as_stored, rows))

    def takes(self, table: str, rows: Iterable[Row]) -> None:
        """Rows are taken from a table that is sealed as a whole, given as they were in it."""
        self._sums[table] = self._sums.get(table, 0) - row_sum(table, rows)

    def adds_sighted(self, ids: Sequence[str]) -> None:
        """Sightings were added, or were changed since `takes_sighted`: those that receipts list."""
        self.adds(_SIGHTED.name, self._sighted(ids))

    def takes_sighted(self, ids: Sequence[str]) -> None:
        """Sightings are about to be changed: those that receipts list are sealed as a whole, the others with their container."""
        self.takes(_SIGHTED.name, self._sighted(ids))
        inside = self._sql.among("SELECT DISTINCT parent FROM sightings WHERE parent IS NOT NULL AND id", ids)
        self.changes_members(row[0] for row in inside)

    def clears(self, *tables: str) -> None:
        """Tables are emptied."""
        for table in (*tables, *([MEMBERS] if _SIGHTED.table in tables else [])):
            self._cleared[table] = None
            self._sums.pop(table, None)
            for noted in (self._replaced, self._before):
                noted.pop(table, None)
        if "jobs" in tables:
            self._ended.clear()

    def delete(self, table: str, where: str = "", values: Sequence[Any] = ()) -> None:
        """Delete rows of a table that is sealed as a whole: all, or some."""
        if not where:
            if self._sql.run(f"DELETE FROM {table}"):
                self.clears(table)
            return
        gone = self._sql.rows(f"DELETE FROM {table} WHERE {where}{SUMS[table].returning}", values)
        self.takes(table, gone)

    def delete_among(self, table: str, where: str, among: Sequence[Any], *, before: Sequence[Any] = ()) -> list[Row]:
        """Delete the rows for which what `where` ends with is among some values, and return them."""
        gone = self._sql.among(f"DELETE FROM {table} WHERE {where}", among, before=before, after=SUMS[table].returning)
        self.takes(table, gone)
        return gone

    def insert(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add rows, with all their columns, to a table that is sealed as a whole."""
        self._sql.insert(table, rows)
        names = [name.strip('"') for name in SUMS[table].columns]
        self.adds(table, [tuple(row[name] for name in names) for row in rows])

    def ends(self, stage: str, state: str, version: str, documents: Iterable[int]) -> None:
        """Jobs ended."""
        self._ended.update(((stage, document), (state, version)) for document in documents)

    def reopens(self, jobs: Iterable[Row]) -> None:
        """Jobs that had ended, by stage and document, wait again."""
        self._ended.update(((stage, document), None) for stage, document in jobs)

    def forgets_jobs(self, documents: Iterable[int]) -> None:
        """Documents have no jobs any more."""
        self._forgotten.update(documents)
        self._ended = {job: how for job, how in self._ended.items() if job[1] not in self._forgotten}

    def seals(self) -> RowSeals:
        """Return what was done, with the digests of what is there now."""
        replaced: dict[str, dict[str, str]] = {}
        for table, keys in sorted(self._replaced.items()):
            now = self._now(table, list(keys))
            if kept := {str(key): now[str(key)] for key, had in keys.items() if had or now[str(key)]}:
                replaced[table] = kept
        changed: dict[str, dict[str, tuple[str, str]]] = {}
        for table, before in sorted(self._before.items()):
            now = self._now(table, list(before))
            if both := {str(key): (was, now[str(key)]) for key, was in before.items() if was != now[str(key)]}:
                changed[table] = both
        ended: dict[tuple[str, str, str], list[int]] = {}
        for (stage, document), how in self._ended.items():
            ended.setdefault((stage, *(how or ("", ""))), []).append(document)
        return RowSeals(
            cleared=tuple(sorted(self._cleared)),
            replaced=replaced,
            changed=changed,
            sums={table: total for table, total in sorted(self._sums.items()) if total},
            ended=tuple((*kind, tuple(sorted(documents))) for kind, documents in sorted(ended.items())),
            forgotten=tuple(sorted(self._forgotten)),
        )

    def _now(self, table: str, keys: Sequence[Any]) -> dict[str, str]:
        now = digests(self._sql, self._groups[table], keys)
        return {str(key): now.get(key, NOTHING) for key in keys}

    def _sighted(self, ids: Sequence[str]) -> list[Row]:
        return self._sql.among(f"{_SIGHTED.select} AND id", ids)
