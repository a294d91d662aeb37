"""Makes the records of a case anew from what is truth in the old ones, row by row, and puts them in their place when they are whole.

What is derived is left behind: tables that are missing are tables of another version; whoever brings the case forward makes and fills them.
So a process that is killed at any moment leaves the old records, or new ones that say what they wait for.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kashf.adapters.records.at_rest.open_mark import log_of, mark_of
from kashf.adapters.records.connection import Connection, EncryptedRecords, Row, file_of, open_sqlite
from kashf.adapters.records.rows import ENTRY_COLUMNS, entry_of, entry_values
from kashf.adapters.records.truth.ledger_tables import TRUTH
from kashf.domain.ledger import GENESIS, Entry, Recorded, chain_faults
from kashf.errors import CaseLockedError, DamagedCaseError, IntegrityError
from kashf.plain_files import sync_folder

_SIGNATURE: Final = ("entry", "key", "signature")
#: Numbers of rows without a row, one after the other, after which no more are looked for in a table that cannot be read at once.
_GAP: Final = 1000


@dataclass(frozen=True, slots=True)
class FreshRecords:
    """What was taken over into fresh records.

    Args:
        entries: Of the ledger.
        lost: What could not be read, in words.
        kept: Where the old records are, which were damaged or held what is foreign; None for sound ones, of which nothing is left.
    """

    entries: int
    lost: tuple[str, ...]
    kept: Path | None


def make_fresh(where: Path | EncryptedRecords, *, keeps_old: bool) -> FreshRecords:
    """Put fresh records, with ledger and signatures alone, in the place of those of a case; only for the holder of its lock.

    Args:
        where: The records; closed.
        keeps_old: Whether they stay beside the new ones, as `case.db.damaged`.

    Raises:
        IntegrityError: The ledger is broken; nothing was changed.
        DamagedCaseError: It cannot be read at all; nothing was changed.
        CaseLockedError: Others have the records open; nothing was changed.
    """
    old = file_of(where)
    if not keeps_old:
        _check_nobody_has(old)
    # Of sound ones, who may write takes the log away at the end; damaged ones are only read.
    with closing(open_sqlite(where, may_write=not keeps_old)) as source:
        entries, signatures, lost = _truth(source)
    new = old.with_name(f"{old.name}.new")
    for each in (new, log_of(new), new.with_name(f"{new.name}-shm")):
        each.unlink(missing_ok=True)
    os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(open_sqlite(replace(where, path=new) if isinstance(where, EncryptedRecords) else new, may_write=True)) as target:
        _write(target, entries, signatures)
    kept = old.with_name(f"{old.name}.damaged") if keeps_old else None
    if kept is None:
        _check_nobody_has(old)
    _put_in_place(new, old, kept)
    return FreshRecords(len(entries), lost, kept)


def _check_nobody_has(records: Path) -> None:
    """Check that nobody has records open: the last who had them took SQLite's log away."""
    if log_of(records).exists():
        raise CaseLockedError("others have the case open, as `kashf serve` has; end them and rebuild it again")


def _write(target: Connection, entries: Sequence[Entry], signatures: Sequence[Row]) -> None:
    target.run("BEGIN IMMEDIATE")
    for statement in TRUTH:
        target.run(statement)
    target.insert("ledger", [entry_values(entry) for entry in entries])
    target.insert("signatures", [dict(zip(_SIGNATURE, row, strict=True)) for row in signatures])
    target.run("COMMIT")
    target.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    target.rows("PRAGMA journal_mode=DELETE")  # so that it is one file; whoever opens it next makes the log again


def _put_in_place(new: Path, old: Path, kept: Path | None) -> None:
    if kept is not None:
        kept.unlink(missing_ok=True)
        try:
            kept.hardlink_to(old)
        except OSError:  # a file system without second names
            shutil.copyfile(old, kept)
            kept.chmod(0o600)
        # The log is of the old records alone, and goes with them.
        if log_of(old).exists():
            log_of(old).rename(log_of(kept))
            if not log_of(kept).stat().st_size:
                log_of(kept).unlink()
        old.with_name(f"{old.name}-shm").unlink(missing_ok=True)
    new.replace(old)
    mark_of(old).unlink(missing_ok=True)  # not before: a mark without a log says of old records that they lack what was written last
    sync_folder(old.parent)


def _truth(source: Connection) -> tuple[list[Entry], list[Row], tuple[str, ...]]:
    """Return the entries and signatures of records, and what of them cannot be read."""
    if not source.has_table("ledger"):
        raise DamagedCaseError("case.db has no ledger in it")
    rows, is_whole = _rows(source, ENTRY_COLUMNS, "ledger")
    if is_whole:
        recorded = [entry_of(row) for row in rows]
        if faults := chain_faults(recorded):
            raise IntegrityError(f"the ledger is broken at {faults[0].where}; nothing was thrown away")
        entries, lost = [entry for entry, _ in recorded], list[str]()
    else:
        entries, lost = _whole_beginnings(rows)
        if not entries:
            raise DamagedCaseError("no entry of the ledger can be read; nothing was thrown away")
    return entries, *_signatures(source, {entry.id for entry in entries}, lost)


def _signatures(source: Connection, entries: set[str], lost: list[str]) -> tuple[list[Row], tuple[str, ...]]:
    if not source.has_table("signatures"):
        return [], tuple(lost)
    rows, is_whole = _rows(source, ", ".join(_SIGNATURE), "signatures")
    if not is_whole:
        lost = [*lost, "some signatures under the ledger's entries"]
    return [row for row in rows if row[0] in entries and all(isinstance(text, str) for text in row)], tuple(lost)


def _rows(source: Connection, columns: str, table: str) -> tuple[list[Row], bool]:
    """Return the rows of a table, and whether all could be read; where not, those that can be read one by one."""
    try:
        return source.rows(f"SELECT {columns} FROM {table} ORDER BY rowid"), True
    except DamagedCaseError:
        pass
    found: list[Row] = []
    number = gap = 0
    while gap < _GAP:
        number += 1
        try:
            rows = source.rows(f"SELECT {columns} FROM {table} WHERE rowid = ?", (number,))
        except DamagedCaseError:
            rows = []
        gap = 0 if rows else gap + 1
        found += rows
    return found, False


def _whole_beginnings(rows: Sequence[Row]) -> tuple[list[Entry], list[str]]:
    """Return the entries of each chain up to the first that cannot be read, and how far that is."""
    chains: dict[str, list[Recorded]] = {}
    for row in rows:
        try:
            entry, id = entry_of(row)
        except DamagedCaseError:
            continue
        chains.setdefault(entry.chain, []).append((entry, id))
    kept: list[Entry] = []
    lost: list[str] = []
    for chain, recorded in sorted(chains.items()):
        before, length = GENESIS, 0
        for entry, id in sorted(recorded, key=lambda each: each[0].seq):
            if (entry.seq, entry.prev, entry.id) != (length, before, id):
                break
            kept.append(entry)
            before, length = id, length + 1
        lost.append(f"what chain {chain} had after its first {length} entries: at least {len(recorded) - length} more")
    return kept, lost
