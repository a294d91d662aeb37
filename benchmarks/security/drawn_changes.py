"""Changes of a case drawn by chance: a cell, a row, a file, an entry of the ledger, whichever comes."""

from __future__ import annotations

import random
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from benchmarks.security.changes import Change, on_records

#: Tables and columns of which a change alters nothing that is said of a case, with why.
HARMLESS: Final = {
    ("moments", "number"): "a counter by which caches see that something has changed",
    ("jobs", "attempts"): "how often a job was tried; only how soon it is given up hangs on it",
}
#: Columns of numbers that only join rows of derived tables.
_WORDS: Final = ("Quorn", "قسورة", "2013", "deputy")


def drawn_changes(case: Path, count: int, *, seed: int) -> Iterator[Change]:
    """Yield changes of a case, each drawn anew.

    Args:
        case: The one whose copies are changed; it says which tables and files there are.
        count: How many.
        seed: Of the chance.
    """
    chance = random.Random(seed)
    with closing(sqlite3.connect(f"file:{case / 'case.db'}?mode=ro", uri=True)) as records:
        cells = list(_cells(records))
        tables = sorted({table for table, _ in cells})
    makers: Sequence[Callable[[random.Random], Change]] = (
        *[lambda chance: _changed_cell(*chance.choice(cells), nth=chance.random())] * 6,
        lambda chance: _deleted_row(chance.choice(tables), nth=chance.random()),
        lambda chance: _swapped_cells(*chance.choice(cells), nths=(chance.random(), chance.random())),
        lambda chance: _changed_file(case, "blobs", chance),
        lambda chance: _changed_file(case, "index", chance),
        lambda chance: _entry_out(nth=chance.random()),
    )
    yield from (chance.choice(makers)(chance) for _ in range(count))


def _cells(records: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield each table that has rows with each of its columns."""
    tables = [row[0] for row in records.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")]
    for table in sorted(tables):
        if records.execute(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone():
            columns = [row[1] for row in records.execute(f'PRAGMA table_info("{table}")')]
            yield from ((table, column) for column in columns if (table, column) not in HARMLESS)


def _changed_cell(table: str, column: str, *, nth: float) -> Change:
    def act(records: sqlite3.Connection, chance: random.Random) -> None:
        key, (old,) = _row(records, table, [column], nth)
        _set(records, table, key, column, _other(old, chance))

    return Change(f"drawn: {table}.{column} changed", on_records(act))


def _swapped_cells(table: str, column: str, *, nths: tuple[float, float]) -> Change:
    def act(records: sqlite3.Connection, chance: random.Random) -> None:
        (one, (first,)), (other, (second,)) = (_row(records, table, [column], nth) for nth in nths)
        if first == second:
            _set(records, table, one, column, _other(first, chance))
            return
        _set(records, table, one, column, second)
        _set(records, table, other, column, first)

    return Change(f"drawn: {table}.{column} of two rows swapped", on_records(act))


def _deleted_row(table: str, *, nth: float) -> Change:
    def act(records: sqlite3.Connection, _: random.Random) -> None:
        key, _ = _row(records, table, [], nth)
        where = " AND ".join(f'"{name}" IS ?' for name in key)
        assert records.execute(f'DELETE FROM "{table}" WHERE {where}', tuple(key.values())).rowcount

    return Change(f"drawn: row of {table} deleted", on_records(act))


def _row(records: sqlite3.Connection, table: str, columns: Sequence[str], nth: float) -> tuple[dict[str, Any], tuple[Any, ...]]:
    """Return the key of a row, by the share of rows before it, and some of its values."""
    info = records.execute(f'PRAGMA table_info("{table}")').fetchall()
    key = [row[1] for row in info if row[5]] or [row[1] for row in info]
    count = records.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
    wanted = ", ".join(f'"{name}"' for name in (*key, *columns))
    row = records.execute(f'SELECT {wanted} FROM "{table}" LIMIT 1 OFFSET ?', (int(nth * count),)).fetchone()
    return dict(zip(key, row, strict=False)), row[len(key) :]


def _set(records: sqlite3.Connection, table: str, key: dict[str, Any], column: str, value: Any) -> None:
    """Change a cell; where the value may be there only once and is, the row goes: that is a change, too."""
    where = " AND ".join(f'"{name}" IS ?' for name in key)
    try:
        assert records.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE {where}', (value, *key.values())).rowcount
    except sqlite3.IntegrityError:
        records.execute(f'DELETE FROM "{table}" WHERE {where}', tuple(key.values()))
    if column in key:
        key[column] = value


def _other(old: Any, chance: random.Random) -> Any:
    """Return another value of the same kind, as somebody would write it who wants it to look right."""
    if old is None:
        return chance.choice(("", "x", 1))
    if isinstance(old, int):
        return old + chance.choice((1, 7, 1000)) if chance.random() < 0.7 or not old else 0
    if isinstance(old, float):
        return old / 2 if old else 0.25
    if isinstance(old, bytes):
        return old[:-1] + bytes([old[-1] ^ 1]) if old else b"x"
    return _other_text(str(old), chance)


def _other_text(old: str, chance: random.Random) -> str:
    if re.fullmatch("[0-9a-f]{64}", old):
        return old[:-1] + ("0" if old[-1] != "0" else "1")
    words = old.split(" ")
    if len(words) > 1 and chance.random() < 0.5:
        place = chance.randrange(len(words))
        return " ".join([*words[:place], chance.choice(_WORDS), *words[place + 1 :]])
    return chance.choice((old + " ", old[1:] if len(old) > 1 else old + "x", chance.choice(_WORDS) + old, old.swapcase() + "."))


def _changed_file(case: Path, folder: str, chance: random.Random) -> Change:
    paths = sorted(path.relative_to(case) for path in (case / folder).rglob("*") if path.is_file() and not path.name.startswith("."))
    path, how = chance.choice(paths), chance.choice(("flipped", "cut", "longer", "gone", "another's"))
    other = chance.choice([each for each in paths if each != path])

    def act(copy: Path, chance: random.Random) -> None:
        target = copy / path
        target.chmod(0o600)
        bytes_ = bytearray(target.read_bytes())
        if how == "gone":
            target.unlink()
        elif how == "another's":
            shutil.copyfile(copy / other, target)
        elif how == "cut" and bytes_:
            target.write_bytes(bytes_[: chance.randrange(len(bytes_))])
        elif how == "flipped" and bytes_:
            bytes_[chance.randrange(len(bytes_))] ^= 1 << chance.randrange(8)
            target.write_bytes(bytes_)
        else:
            target.write_bytes(bytes_ + b"x")

    return Change(f"drawn: file of {folder} {how} ({path.suffix or 'no suffix'})", act)


def _entry_out(*, nth: float) -> Change:
    def act(records: sqlite3.Connection, _: random.Random) -> None:
        rows = records.execute("SELECT device, seq FROM ledger ORDER BY device, seq").fetchall()
        before_last = [row for row in rows if (row[0], row[1] + 1) in rows]
        place = before_last[int(nth * len(before_last))]
        records.execute("DELETE FROM ledger WHERE device = ? AND seq = ?", place)

    return Change("drawn: an entry out of the ledger", on_records(act))
