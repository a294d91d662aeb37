"""The ledger and its signatures, as tables that are only added to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kashf.adapters.records.connection import Connection, marks
from kashf.adapters.records.rows import ENTRY_COLUMNS, entry_of, entry_values
from kashf.domain.entries.device_keys import EntrySignature
from kashf.domain.ids import EntryId
from kashf.domain.ledger import GENESIS, Entry
from kashf.errors import DamagedCaseError

#: Their form is frozen: cases of every kashf have them so. In hex, as any tool can read it.
TRUTH: Final = (
    """CREATE TABLE IF NOT EXISTS ledger (device TEXT NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, prev TEXT NOT NULL,
    time TEXT NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (device, seq))""",
    "CREATE TABLE IF NOT EXISTS signatures (entry TEXT NOT NULL, key TEXT NOT NULL, signature TEXT NOT NULL, PRIMARY KEY (entry, key))",
)


class LedgerWriter:
    """The part of a unit of work that writes truth."""

    _sql: Connection

    def tail(self, device: str) -> Entry | None:
        """Return the last entry of a chain, or None for an empty one."""
        rows = self._sql.rows(f"SELECT {ENTRY_COLUMNS} FROM ledger WHERE device = ? ORDER BY seq DESC LIMIT 1", (device,))
        return entry_of(rows[0])[0] if rows else None

    def append(self, entry: Entry) -> EntryId:
        """Add an entry to its chain.

        Raises:
            DamagedCaseError: It does not follow the chain's last entry.
        """
        last = self.tail(entry.chain)
        expected = (last.seq + 1, last.id) if last else (0, GENESIS)
        if (entry.seq, entry.prev) != expected:
            raise DamagedCaseError(f"entry {entry.seq} does not follow the ledger's last entry")
        self._sql.insert("ledger", [entry_values(entry)])
        return entry.id

    def count_entries(self, kinds: Sequence[str]) -> int:
        """Return how many entries of some kinds there are."""
        return int(self._sql.rows(f"SELECT COUNT(*) FROM ledger WHERE kind IN ({marks(kinds)})", kinds)[0][0])

    def sign(self, signature: EntrySignature) -> None:
        """Keep a signature under an entry."""
        self._sql.insert("signatures", [{"entry": signature.entry, "key": signature.key, "signature": signature.signature}])

    def has_signed(self, key: str) -> bool:
        """Return whether a key signed an entry of this case."""
        return bool(self._sql.rows("SELECT 1 FROM signatures WHERE key = ? LIMIT 1", (key,)))
