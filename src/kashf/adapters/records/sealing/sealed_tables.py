"""How each derived table is sealed, and the digests of what is in it.

A table is sealed by document (`GROUPS`), as a whole (`SUMS`), or follows from others that are (`RECOUNTED`); a test fails for one that is
in none of these. Rows are sealed as they are stored, with the numbers by which tables name one another.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from kashf.adapters.records.connection import Connection, Row, chunks
from kashf.adapters.records.schema import TABLES, Table, own_table
from kashf.domain.sealing.row_seals import PageHint, page_hint, row_bytes, row_sum, with_hints
from kashf.ports.stages import DocumentStage

#: A column, with its type, as the text of a table says it.
_COLUMN: Final = re.compile(r'"?(\w+)"?\s+(.+)')
_OUTER_COMMA: Final = re.compile(r",\s*(?![^()]*\))")


@dataclass(frozen=True, slots=True)
class SealedTable:
    """How the rows of a table, or some of them, are read to be sealed.

    Args:
        name: What the ledger calls them.
        table: Where they are.
        columns: What of them is sealed.
        key: What they are sealed by: a column; "" where they are sealed as a whole.
        order: Columns that say in which order rows of one key are read.
        where: Which rows; all without.
        floats: Places of columns that hold numbers with a fraction, whatever they are given.
        page: Place of the column that says on which page a row is, where faults name pages; -1 elsewhere.
    """

    name: str
    table: str
    columns: tuple[str, ...]
    key: str = ""
    order: str = ""
    where: str = ""
    floats: tuple[int, ...] = ()
    page: int = -1

    @property
    def select(self) -> str:
        """Query of the rows, with the key before what is sealed."""
        columns = ", ".join([*([self.key] if self.key else []), *self.columns])
        return f"SELECT {columns} FROM {self.table}{f' WHERE {self.where}' if self.where else ''}"

    @property
    def returning(self) -> str:
        """What makes a statement return the rows that it deletes."""
        return f" RETURNING {', '.join(self.columns)}"

    def as_stored(self, row: Row) -> Row:
        """Return a row as the database gives it back."""
        if not self.floats:
            return row
        return tuple(float(value) if place in self.floats and value is not None else value for place, value in enumerate(row))


#: Of tables that are sealed by document: the key, and the order of rows.
_BY_DOCUMENT: Final = {
    "documents": ("id", "number"),
    "pages": ("document", "number"),
    "second_readings": ("document", "place"),
    "ink_prints": ("document", "number"),
    "unsure_pages": ("document", "number"),
    "machine_pages": ("document", "number"),
    "machine_readings": ("document", "document"),
    "mentions": ("document", "place"),
    "form_records": ("document", "nth"),
    "form_values": ("document", "nth, family, field"),
    "template_places": ("document", "page"),
}
#: Tables with a row for each page, or for some.
_PAGED: Final = frozenset({"pages", "second_readings", "ink_prints", "unsure_pages", "machine_pages"})
#: What lies in containers, sealed by container; what receipts list is sealed as a whole, and held against the receipts besides.
MEMBERS: Final = "members"
#: Tables that are sealed as a whole, with the columns that follow from other rows.
_AS_WHOLE: Final = {
    "sightings": (),
    "costs": (),
    "copies_made": (),
    "copies_compared": (),
    "copies": (),
    "words": (),
    "spellings": ("mentions", "documents"),
    "decided_terms": (),
    "forms_made": (),
    "printed": (),
    "families_made": (),
    "families": (),
    "template_fields": (),
    "resolutions": (),
    "name_pairs": (),
    "memberships": (),
}
#: Tables of which each row follows from other rows or from the ledger; those of `jobs` from what was sealed of each job that ended.
RECOUNTED: Final = frozenset({"name_words", "aside_causes", "aside_documents", "aside_sightings", "jobs"})
#: Says nothing of what was received: how often the case was written to.
UNSEALED: Final = frozenset({"moments"})


def columns_of(table: Table) -> tuple[tuple[str, str], ...]:
    """Return name and type of each column of a table."""
    body = " ".join(table.columns.split()).partition(")WITHOUT")[0]
    inner = body[body.index("(") + 1 : body.rindex(")")]
    parts = (part for part in _OUTER_COMMA.split(inner) if not part.startswith(("PRIMARY KEY", "UNIQUE")))
    return tuple((found[1], found[2]) for part in parts if (found := _COLUMN.fullmatch(part)))


def _whole(table: Table, *, name: str = "", key: str = "", order: str = "", where: str = "", but: Iterable[str] = ()) -> SealedTable:
    kept = [(column, kind) for column, kind in columns_of(table) if column not in but]
    names = tuple(f'"{column}"' if column in {"left", "right"} else column for column, _ in kept)
    floats = tuple(place for place, (_, kind) in enumerate(kept) if kind.startswith("DOUBLE"))
    page = names.index("number") if table.name in _PAGED else -1
    return SealedTable(name or table.name, table.name, names, key, order, where, floats, page)


_TABLE: Final = {table.name: table for table in TABLES}
SUMS: Final = {
    name: _whole(_TABLE[name], but=but, where="parent IS NULL" if name == "sightings" else "") for name, but in _AS_WHOLE.items()
}
_GROUPS: Final = {
    **{name: _whole(_TABLE[name], key=key, order=order) for name, (key, order) in _BY_DOCUMENT.items()},
    MEMBERS: _whole(_TABLE["sightings"], name=MEMBERS, key="parent", order="ordinal, id", where="parent IS NOT NULL"),
}


def groups_of(stages: Sequence[DocumentStage]) -> Mapping[str, SealedTable]:
    """Return what is sealed by document, with the tables of stages."""
    return _groups_of(tuple(stages))


@lru_cache(maxsize=8)
def _groups_of(stages: tuple[DocumentStage, ...]) -> Mapping[str, SealedTable]:
    tables = [own_table(stage.name, stage.table) for stage in stages if stage.table]
    return {**_GROUPS, **{table.name: _whole(table, key="document", order="place") for table in tables}}


def digests(connection: Connection, sealed: SealedTable, keys: Sequence[Any]) -> dict[Any, str]:
    """Return the digests of the rows of some keys; those without rows are left out."""
    found: dict[Any, Any] = {}
    pages: dict[Any, list[PageHint]] = {}
    for some in chunks(keys):
        after = f" ORDER BY {sealed.key}, {sealed.order}"
        for key, *row in connection.walk_among(f"{sealed.select}{' AND' if sealed.where else ' WHERE'} {sealed.key}", some, after=after):
            if (hashing := found.get(key)) is None:
                hashing = found[key] = hashlib.sha256()
            data = row_bytes(row) + b"\n"
            hashing.update(data)
            if sealed.page >= 0:
                pages.setdefault(key, []).append(page_hint(row[sealed.page], data))
    return {key: with_hints(hashing.hexdigest(), pages.get(key, ())) for key, hashing in found.items()}


def all_digests(connection: Connection, sealed: SealedTable) -> dict[str, str]:
    """Return the digests of all rows by key, some keys read at a time."""
    where = f" WHERE {sealed.where}" if sealed.where else ""
    keys = [row[0] for row in connection.rows(f"SELECT DISTINCT {sealed.key} FROM {sealed.table}{where} ORDER BY {sealed.key}")]
    return {str(key): digest for some in chunks(keys) for key, digest in digests(connection, sealed, some).items()}


def whole_sum(connection: Connection, sealed: SealedTable) -> int:
    """Return the sum of all rows of a table that is sealed as a whole."""
    return row_sum(sealed.name, connection.rows(sealed.select))
