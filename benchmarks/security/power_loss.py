"""What a disk holds after the power went: replays what SQLite wrote up to each sync, without, with torn and with reordered unsynced writes.

The records are written through a layer of apsw under SQLite that notes each write, truncation, removal and sync. A sync makes what was
written to its file before durable; of what is not durable yet, any part may be on the disk. Source: the tests of SQLite itself, test6.c.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import apsw

from kashf.adapters.records import connection
from kashf.bootstrap import create_case, open_case, open_to_decide
from kashf.domain.ledger import EntryKind
from kashf.services.ledger.custody import verify
from kashf.services.ledger.record import record
from kashf.settings import Settings

#: Bytes that a disk writes whole or not at all.
SECTOR: Final = 512
#: What may have become of writes that were not synced.
WAYS: Final = ("dropped", "kept", "torn", "torn", "reordered", "reordered")
#: Pages of the log after which SQLite brings it into the records: few, so that it happens often.
_PAGES: Final = 40
#: Operations after which the case is closed and opened again.
_REOPENED_AFTER: Final = 25


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was done to a file.

    Args:
        deed: "write", "truncate", "delete", "sync"; or "committed", when a transaction was told to be durable.
        file: Its name.
        offset: Where, or the new length.
        content: What was written.
    """

    deed: str
    file: str
    offset: int = 0
    content: bytes = b""


class _File(apsw.VFSFile):  # type: ignore[misc,unused-ignore]  # apsw has types of its own in some versions
    def __init__(self, base: str, name: Any, flags: Any, tape: list[Step]) -> None:
        super().__init__(base, name, flags)
        self._name = Path(name.filename() if hasattr(name, "filename") else str(name)).name
        self._tape = tape

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite names it
        super().xWrite(data, offset)
        self._tape.append(Step("write", self._name, offset, bytes(data)))

    def xTruncate(self, size: int) -> None:  # noqa: N802 - SQLite names it
        super().xTruncate(size)
        self._tape.append(Step("truncate", self._name, size))

    def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite names it
        super().xSync(flags)
        self._tape.append(Step("sync", self._name))


class _Disk(apsw.VFS):  # type: ignore[misc,unused-ignore]  # apsw has types of its own in some versions
    def __init__(self, name: str, tape: list[Step]) -> None:
        self._tape = tape
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: Any) -> _File:  # noqa: N802 - SQLite names it
        return _File("", name, flags, self._tape)

    def xDelete(self, path: str, sync_folder: bool) -> None:  # noqa: FBT001, N802 - SQLite names it
        super().xDelete(path, sync_folder)
        self._tape.append(Step("delete", Path(path).name))


class _Driver:
    """apsw's connection as kashf takes it."""

    def __init__(self, real: apsw.Connection) -> None:
        self._real = real

    def execute(self, sql: str, values: tuple[Any, ...] = ()) -> Any:
        cursor = self._real.cursor()
        rows = cursor.execute(sql, values).fetchall()
        return _Result(rows, self._real.changes())

    def cursor(self) -> apsw.Cursor:
        return self._real.cursor()

    def close(self) -> None:
        self._real.close()


@dataclass(frozen=True, slots=True)
class _Result:
    rows: list[Any]
    rowcount: int

    def fetchall(self) -> list[Any]:
        return self.rows


class _Library:
    Error = apsw.Error

    def __init__(self, disk: str) -> None:
        self._disk = disk

    def connect(self, where: str, **_: object) -> _Driver:
        flags = apsw.SQLITE_OPEN_URI | (
            apsw.SQLITE_OPEN_READONLY if "mode=ro" in where else apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
        )
        real = apsw.Connection(where, flags=flags, vfs=self._disk)
        real.execute(f"PRAGMA wal_autocheckpoint={_PAGES}")
        return _Driver(real)


@contextmanager
def taped() -> Iterator[list[Step]]:
    """Give a list of all that is done to records in the block, in order."""
    tape: list[Step] = []
    disk = _Disk(f"taped-{id(tape):x}", tape)
    with patch.object(connection, "_library_of", lambda _: (_Library(f"taped-{id(tape):x}"), ())):
        yield tape
    del disk


@dataclass
class Replayed:
    """What came of replaying.

    Args:
        operations: How many transactions there were.
        syncs: At how many syncs the power went.
        states: How many disks were opened after it, by what had become of unsynced writes.
        faults: What was wrong, in words.
    """

    operations: int
    syncs: int = 0
    states: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def replay(folder: Path, *, operations: int, seed: int, tell: Callable[[int], None] = lambda _: None) -> Replayed:
    """Write a case in so many transactions, let the power go at each sync in each way, and hold what is left against what was promised.

    Args:
        folder: An empty one.
        operations: Transactions; each introduces a person in the ledger and learns a word in a derived table.
        seed: Of what is torn and reordered.
        tell: Called with the number of each sync.
    """
    settings = Settings(home=folder / "home", actor="amal")
    case = folder / "a.case"
    create_case(case, name="Harbour letters", settings=settings)
    files = {path.name: bytearray(path.read_bytes()) for path in case.glob("case.db")}
    with taped() as tape:
        _work(case, settings, operations, tape)
    done, chance = Replayed(operations), random.Random(seed)
    waiting: list[Step] = []
    committed = 0
    for step in tape:
        if step.deed == "committed":
            committed += 1
        elif step.deed != "sync":
            waiting.append(step)
        else:
            done.syncs += 1
            tell(done.syncs)
            for way in WAYS if waiting else WAYS[:1]:
                disk = {name: bytearray(content) for name, content in files.items()}
                _apply(disk, _left(waiting, way, chance))
                done.states[way] += 1
                done.faults += [f"sync {done.syncs}, {way}: {fault}" for fault in _faults(folder, case, disk, committed)]
            # What happens to names is in order with it, as journalling file systems keep it.
            _apply(files, [each for each in waiting if each.file == step.file])
            waiting = [each for each in waiting if each.file != step.file]
    return done


def _work(case: Path, settings: Settings, operations: int, tape: list[Step]) -> None:
    number = 0
    while number < operations:
        with open_to_decide(case, settings=settings) as writable:
            for _ in range(min(_REOPENED_AFTER, operations - number)):
                with writable.store.unit() as uow:
                    record(writable, uow, EntryKind.PERSON, {"name": f"person {number}"})
                    uow.learn_words({f"كلمة{number}": f"كلم{number}"})
                    uow.commit()
                tape.append(Step("committed", ""))
                number += 1


def _left(waiting: list[Step], way: str, chance: random.Random) -> list[Step]:
    """Return what of unsynced steps is on the disk."""
    if way == "dropped":
        return []
    if way == "kept":
        return waiting
    if way == "reordered":
        left = [step for step in waiting if chance.random() < 0.5]
        chance.shuffle(left)
        return left
    # Torn: a piece of what was under way is new, and the rest as it was.
    cut = chance.randrange(len(waiting))
    return [*waiting[:cut], *_sectors(waiting[cut], chance)]


def _sectors(step: Step, chance: random.Random) -> Iterator[Step]:
    if step.deed != "write":
        return
    for start in range(0, len(step.content), SECTOR):
        if chance.random() < 0.5:
            yield Step("write", step.file, step.offset + start, step.content[start : start + SECTOR])


def _apply(disk: dict[str, bytearray], steps: list[Step]) -> None:
    for step in steps:
        if step.deed == "delete":
            disk.pop(step.file, None)
            continue
        content = disk.setdefault(step.file, bytearray())
        if step.deed == "truncate":
            del content[step.offset :]
        else:
            content.extend(bytes(max(0, step.offset - len(content))))
            content[step.offset : step.offset + len(step.content)] = step.content


def _faults(folder: Path, case: Path, disk: Mapping[str, bytearray], committed: int) -> Iterator[str]:
    """Open what is left with the real SQLite, and yield what is not as it was promised."""
    left = folder / "left.case"
    shutil.rmtree(left, ignore_errors=True)
    shutil.copytree(case, left, ignore=shutil.ignore_patterns("case.db*", "index"))
    for name, content in disk.items():
        (left / name).write_bytes(content)
        (left / name).chmod(0o600)
    try:
        opened = open_case(left)
        try:
            people = [str(entry.body["name"]) for entry, _ in opened.view.entries(kinds=[EntryKind.PERSON])]
            words = len(opened.view.words_with([f"كلم{number}" for number in range(committed + 2)]))
            found = verify(opened).faults
        finally:
            opened.close()
    except Exception as error:  # noqa: BLE001 - whatever comes up is what we look for
        yield f"it does not open: {type(error).__name__}: {error}"
        return
    if not committed <= len(people) <= committed + 1:
        yield f"{committed} transactions were committed and {len(people)} are there"
    if [f"person {number}" for number in range(len(people))] != people:
        yield "what is there is not what was written, in order"
    if words != len(people):
        yield f"{words} words of {len(people)} transactions: one is there in part"
    yield from (f"verify: {fault.what} {fault.where}: {fault.found}" for fault in found)
    if sorted(path.name for path in left.glob("case.db*")) != ["case.db"]:
        yield "the log stays when the case is closed"
