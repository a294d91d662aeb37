"""Makes a copy of records in which some documents wait to be read again, as if nothing had been read of them; the case stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from kashf.adapters.records.connection import Connection, EncryptedRecords, open_sqlite
from kashf.domain.ids import DocumentId
from kashf.ports.stages import READ

#: What stages find of the whole case: none of it is taken over.
_OF_CASE: Final = ("copies_made", "copies", "copies_compared", "forms_made", "printed", "resolutions", "name_pairs", "memberships")
_FAMILIES: Final = ("families_made", "families", "template_fields", "form_records", "form_values", "template_places")
_CHOSEN: Final = "CREATE TEMP TABLE chosen (id TEXT PRIMARY KEY)"
_NUMBERS: Final = "(SELECT number FROM documents WHERE id IN (SELECT id FROM chosen))"


def take_anew(copy: Path | EncryptedRecords, documents: Sequence[DocumentId], versions: Mapping[str, str]) -> None:
    """Let some documents of a copy wait to be read as if for the first time, and no others for anything.

    Args:
        copy: Records that are thrown away later.
        documents: Which; what lies in them is taken out, since it is found again.
        versions: Of the stages by name: others than these documents count as done by them.
    """
    with closing(open_sqlite(copy, may_write=True)) as sql:
        sql.run(_CHOSEN)
        sql.run_many("INSERT INTO chosen VALUES (?)", [(id,) for id in documents])
        sql.run("BEGIN IMMEDIATE")
        _forget(sql)
        for stage, version in versions.items():
            done = f"UPDATE jobs SET state = 'done', version = ? WHERE stage = ? AND document NOT IN {_NUMBERS}"
            sql.run(done, (version, stage))
        sql.run(f"DELETE FROM jobs WHERE stage = '{READ.name}' AND document NOT IN {_NUMBERS}")
        sql.run(f"UPDATE jobs SET state = 'waiting', attempts = 0 WHERE stage = '{READ.name}'")
        sql.run("COMMIT")


def _forget(sql: Connection) -> None:
    for table in (*_OF_CASE, *_FAMILIES):
        sql.run(f"DELETE FROM {table}")
    sql.run("DELETE FROM sightings WHERE parent IN (SELECT id FROM chosen)")
    sql.run("DELETE FROM costs WHERE document IN (SELECT id FROM chosen)")
