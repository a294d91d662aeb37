"""What is told of each row that a statement writes, to whoever seals rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

Row = Sequence[Any]


class RowNotes(Protocol):
    """Notes which rows a unit of work writes; what the methods mean is said in `sealing/row_tracker`."""

    def replaces(self, table: str, keys: Iterable[Any]) -> None:
        """All rows of some keys are about to be written anew, or taken away."""
        ...

    def changes(self, table: str, keys: Iterable[Any]) -> None:
        """Some rows of some keys are about to be changed."""
        ...

    def changes_members(self, parents: Iterable[str]) -> None:
        """What lies in some containers is about to be changed."""
        ...

    def adds(self, table: str, rows: Iterable[Row]) -> None:
        """Rows are added to a table that is sealed as a whole."""
        ...

    def takes(self, table: str, rows: Iterable[Row]) -> None:
        """Rows are taken from a table that is sealed as a whole."""
        ...

    def adds_sighted(self, ids: Sequence[str]) -> None:
        """Sightings were added or changed."""
        ...

    def takes_sighted(self, ids: Sequence[str]) -> None:
        """Sightings are about to be changed."""
        ...

    def delete(self, table: str, where: str = "", values: Sequence[Any] = ()) -> None:
        """Delete rows of a table that is sealed as a whole, or all of any table."""
        ...

    def delete_among(self, table: str, where: str, among: Sequence[Any], *, before: Sequence[Any] = ()) -> list[Row]:
        """Delete rows of a table that is sealed as a whole, and return them."""
        ...

    def insert(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add rows to a table that is sealed as a whole."""
        ...

    def ends(self, stage: str, state: str, version: str, documents: Iterable[int]) -> None:
        """Jobs ended."""
        ...

    def reopens(self, jobs: Iterable[Row]) -> None:
        """Jobs that had ended wait again."""
        ...
