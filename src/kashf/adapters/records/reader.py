"""What every view of a case's records does: run plain SQL over a plain driver, one statement at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from kashf.adapters.records.rows import Row
from kashf.errors import DamagedCaseError

#: SQLite takes 32,766 variables in a statement, PostgreSQL 65,535; this keeps well below both.
MANY = 500


class Driver(Protocol):
    """The part of DB-API 2.0 that reading needs."""

    def execute(self, sql: str, parameters: Sequence[Any] = ..., /) -> Any:
        """Run one statement."""
        ...

    def close(self) -> None:
        """Close the connection."""
        ...


class SqlReader:
    """Runs queries, from any thread.

    Args:
        driver: An open connection that sees what others commit (autocommit).
        mark: How the driver writes a parameter: "?" or "%s".
        faults: The driver's error class.
    """

    def __init__(self, driver: Driver, *, mark: str, faults: type[Exception]) -> None:
        self._driver = driver
        self.mark = mark
        self._faults = faults
        self._lock = threading.RLock()
        self._snapshots = 0

    def close(self) -> None:
        """Let go of the connection."""
        self._driver.close()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let everything that is read inside the block be of one moment; a block within another is of the moment of the outer."""
        with self._lock:
            if not self._snapshots:
                self.rows("BEGIN" if self.mark == "?" else "BEGIN ISOLATION LEVEL REPEATABLE READ")
            self._snapshots += 1
            try:
                yield
            finally:
                self._snapshots -= 1
                if not self._snapshots:
                    self.rows("COMMIT")

    def among(self, sql: str, values: Sequence[str], *, before: Sequence[Any] = ()) -> list[Row]:
        """Return the rows for which what `sql` ends with is among some values, in groups of many.

        Args:
            sql: A query that ends with a column.
            values: What the column may be.
            before: Parameters that stand in `sql`.
        """
        rows: list[Row] = []
        for start in range(0, len(values), MANY):
            some = values[start : start + MANY]
            rows += self.rows(f"{sql} IN ({', '.join([self.mark] * len(some))})", (*before, *some))
        return rows

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return all rows of one query.

        Raises:
            DamagedCaseError: The driver cannot run it.
        """
        try:
            with self._lock:
                cursor = self._driver.execute(sql, tuple(values))
                return list(cursor.fetchall()) if cursor.description else []
        except self._faults as error:
            raise DamagedCaseError("the case's records cannot be read") from error
