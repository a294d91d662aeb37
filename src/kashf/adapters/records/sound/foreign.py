"""Finds what the schema of records has that kashf did not make: triggers and views, which rewrite what is read, tables and columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from kashf.adapters.records.connection import Connection
from kashf.adapters.records.schema import DERIVED, forms_of
from kashf.adapters.records.truth.ledger_tables import TRUTH
from kashf.errors import ForeignRecordsError
from kashf.ports.stages import DocumentStage

_IF_NEW: Final = " IF NOT EXISTS"
#: The ledger as the first format made it.
_FIRST_LEDGER: Final = (
    "CREATE TABLE ledger ( device TEXT NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL, prev TEXT NOT NULL, time TEXT NOT NULL, "
    "actor TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (device, seq), UNIQUE (id) )"
)
#: By which records of the first format are known; what else they hold is made anew when the case is brought forward.
_FIRST: Final = "alembic_version"
_FIRST_TABLES: Final = frozenset(
    {
        *(_FIRST, "sightings", "documents", "pages", "words", "jobs", "spellings", "mentions", "resolutions", "name_pairs", "memberships"),
        *("second_readings", "machine_pages", "machine_readings", "copies", "name_words", "decided_terms"),
    }
)
_SAID_AT_MOST: Final = 3


def check_own(connection: Connection, stages: Iterable[DocumentStage]) -> None:
    """Check that records hold nothing but what a kashf makes.

    Raises:
        ForeignRecordsError: They hold something else.
    """
    if found := foreign_objects(connection, stages):
        more = f" and {len(found) - _SAID_AT_MOST} more" if len(found) > _SAID_AT_MOST else ""
        raise ForeignRecordsError(f"case.db holds what no kashf makes: {', '.join(found[:_SAID_AT_MOST])}{more}")


def foreign_objects(connection: Connection, stages: Iterable[DocumentStage]) -> tuple[str, ...]:
    """Return what the schema of records has that no kashf makes, as "trigger t on pages"; of tables of another version, only what they are.

    On PostgreSQL nobody but the server's users can add any, and nothing is told.
    """
    if connection.is_postgres:
        return ()
    rows = connection.rows("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name")
    names = {row[1] for row in rows if row[0] == "table"}
    known = {row[0]: row[1] for row in connection.rows("SELECT name, schema FROM derived")} if "derived" in names else {}
    own = _Own(known, forms_of(stages), is_first=_FIRST in names)
    return tuple(
        f"{type} {name}" + ("" if type == "table" or table == name else f" on {table}")
        for type, name, table, sql in rows
        if not own.is_own(str(type), str(name), str(table), sql)
    )


class _Own:
    """Tells what kashf makes.

    Args:
        known: The digest of the form that each derived table has, as the records say.
        forms: The digest that each is to have here, with the statements that make it and its indexes.
        is_first: Whether they are of the first format.
    """

    def __init__(self, known: Mapping[str, str], forms: Mapping[str, tuple[str, Mapping[str, str]]], *, is_first: bool) -> None:
        self._known = known
        self._forms = forms
        self._is_first = is_first
        self._fixed = {_name_in(statement): {_plain(statement)} for statement in (*TRUTH, DERIVED)}
        self._fixed["ledger"].add(_FIRST_LEDGER)

    def is_own(self, type: str, name: str, table: str, sql: str | None) -> bool:
        """Return whether kashf makes an object of the schema so."""
        if type not in {"table", "index"}:
            return False
        if type == "index" and sql is None and name.startswith("sqlite_autoindex_"):
            return True  # of a table that is looked at itself
        if table in self._fixed:
            return type == "table" and _plain(sql or "") in self._fixed[table]
        digest, statements = self._forms.get(table, ("", {}))
        if self._known.get(table) == digest and digest:
            return _plain(sql or "") == _plain(statements.get(name, ""))
        is_of_other_version = table in self._known or (self._is_first and table in _FIRST_TABLES)
        return is_of_other_version and (type == "table" or name.startswith(f"{table}_"))


def _plain(sql: str) -> str:
    return " ".join(sql.replace(_IF_NEW, "", 1).split())


def _name_in(statement: str) -> str:
    return _plain(statement).split()[2]
