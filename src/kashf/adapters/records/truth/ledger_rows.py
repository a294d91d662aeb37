"""Reads the ledger and its signatures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kashf.adapters.records.connection import Connection, marks
from kashf.adapters.records.rows import ENTRY_COLUMNS, entry_of
from kashf.domain.entries.device_keys import EntrySignature
from kashf.domain.ids import EntryId, is_digest
from kashf.domain.ledger import Entry, Fault, Recorded
from kashf.errors import DamagedCaseError


class SqlLedger:
    """The part of a view that shows the ledger."""

    sql: Connection

    def entries(self, *, kinds: Sequence[str] = (), naming: str = "") -> tuple[tuple[Entry, EntryId], ...]:
        """Return ledger entries, of some kinds or all, with the ids recorded beside them, by device and place."""
        of = f"kind IN ({marks(kinds)})" if kinds else "TRUE"
        named = " AND body LIKE ?" if naming else ""  # which no body of another type is
        values = [*map(str, kinds), *([f"%{naming}%"] if naming else [])]
        rows = self.sql.rows(f"SELECT {ENTRY_COLUMNS} FROM ledger WHERE {of}{named} ORDER BY device, seq", values)
        return tuple(entry_of(row) for row in rows)

    def whole_ledger(self) -> tuple[tuple[Recorded, ...], tuple[Fault, ...]]:
        """Return all ledger entries that can be read, as `entries` does, and a fault for each row that cannot be."""
        entries: list[Recorded] = []
        faults: list[Fault] = []
        for row in self.sql.rows(f"SELECT {ENTRY_COLUMNS} FROM ledger ORDER BY device, seq"):
            try:
                recorded = entry_of(row)
                recorded[0].canonical()
                entries.append(recorded)
            except (DamagedCaseError, ValueError, TypeError, RecursionError):
                faults.append(Fault("ledger", f"{row[0]}/{row[1]}", "an entry", "cannot be read"))
        return tuple(entries), tuple(faults)

    def entry_signatures(self) -> tuple[EntrySignature, ...]:
        """Return the signatures under all entries, by entry and key; none of them is checked, and a case before keys has none."""
        if not self.sql.has_table("signatures"):
            return ()
        rows = self.sql.rows("SELECT entry, key, signature FROM signatures ORDER BY entry, key")
        return tuple(EntrySignature(*map(str, row)) for row in rows)

    def chain_ends(self) -> Mapping[str, tuple[int, EntryId]]:
        """Return how many entries each chain has, and the id recorded beside the last."""
        ends = "SELECT device AS chain, MAX(seq) AS last FROM ledger GROUP BY device"
        rows = self.sql.rows(f"SELECT device, seq, id FROM ledger JOIN ({ends}) AS ends ON device = chain AND seq = last ORDER BY device")
        return {row[0]: (row[1] + 1, EntryId(row[2])) for row in rows if type(row[1]) is int}

    def entry_ids(self) -> Mapping[str, Sequence[EntryId]]:
        """Return the ids recorded beside all entries, by chain and in their order, without reading any entry."""
        found: dict[str, list[EntryId]] = {}
        for chain, place, id in self.sql.rows("SELECT device, seq, id FROM ledger ORDER BY device, seq"):
            if not isinstance(id, str) or not is_digest(id):
                raise DamagedCaseError(f"ledger entry {chain}/{place} cannot be read: its id is none")
            found.setdefault(chain, []).append(EntryId(id))
        return found

    def entry_id_at(self, chain: str, place: int) -> str:
        """Return the id recorded beside an entry; "" when there is none at that place."""
        rows = self.sql.rows("SELECT id FROM ledger WHERE device = ? AND seq = ?", (chain, place))
        return str(rows[0][0]) if rows else ""

    def entry_kinds(self) -> Mapping[str, int]:
        """Return how many ledger entries of each kind there are, without reading them."""
        return {str(row[0]): int(row[1]) for row in self.sql.rows("SELECT kind, COUNT(*) FROM ledger GROUP BY kind ORDER BY kind")}
