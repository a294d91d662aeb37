"""Derived rows told by what they are about, not by the numbers of one database: two makings of a case can be held side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from kashf.domain.ids import DocumentId

#: How often each row is there, by its digest.
CountedRows = Mapping[bytes, int]


class RowsById(Protocol):
    """The derived rows of one database, by digest."""

    @property
    def of_documents(self) -> Sequence[str]:
        """Names of the tables whose rows are each of one document, as the ledger calls them."""
        ...

    @property
    def of_case(self) -> Sequence[str]:
        """Names of the tables that are of the whole case."""
        ...

    def rows_of(self, table: str, documents: Sequence[DocumentId]) -> Mapping[DocumentId, CountedRows]:
        """Return the rows of some documents; those that have none are left out."""
        ...

    def whole(self, table: str) -> CountedRows:
        """Return all rows of a table that is of the whole case."""
        ...

    def homeless(self, table: str) -> int:
        """Return how many rows of a table by document are of a document that the records do not know."""
        ...
