"""`verify --all` against who has the installation's key: what is changed and sealed again is what was sealed, and not what the bytes say.

The case is made a second time once, from its ledger and bytes, and each change is held against that: none of them adds anything to what a
second making is made of.
"""

from __future__ import annotations

import shutil
import sqlite3
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kashf.adapters.records.schema import TABLES, own_table
from kashf.adapters.records.sealing.rows_by_id import SqlRowsById
from kashf.adapters.records.sealing.sealed_tables import RECOUNTED, UNSEALED, groups_of
from kashf.adapters.records.store import open_view
from kashf.bootstrap import make_kit, make_sandbox, open_case, open_for_writing
from kashf.bootstrap.second_making import made_twice
from kashf.domain.ledger import Fault
from kashf.ports.stages import STAGES
from kashf.services.ingest.readers import HowToRead
from kashf.services.ingest.rereading.compare_tables import ToCompare, TwoMakings, compare_tables
from kashf.services.ingest.rereading.reread import Drawing, Drawn, Reread, draw_documents, read_again, versions_now
from kashf.services.ledger.custody import verify
from kashf.services.ledger.sealing.seal_rows import seal_rows
from kashf.settings import Settings
from tests.stories.command import kashf

pytestmark = pytest.mark.sandbox

DERIVED = {table.name: table for table in (*TABLES, *(own_table(stage.name, stage.table) for stage in STAGES if stage.table))}
#: Held otherwise: what follows from other rows, what is the order of work, time that files cost, and words, of which more may be known.
ELSEWHERE = {*RECOUNTED, *UNSEALED, "costs", "spellings", "words", "sightings"}
#: Where a row that is gone or planted would be told by what follows from it.
CHANGED = {
    "documents": "UPDATE documents SET title = 'Planted' WHERE number = 1",
    "mentions": "UPDATE mentions SET start = start - 1 WHERE start > 0",
}
MAIL = (
    "From: Sami al-Khatib <sami@depot.example>\nTo: Layla Haddad <layla@depot.example>\nDate: Tue, 4 Nov 2014 09:00:00 +0000\n"
    "Message-ID: <{id}@depot.example>\n{more}Subject: papers\nContent-Type: text/plain\n\n{text}\n"
)
LETTER = (
    "Directorate of Supply\nNo. 412/5\nDate: 25 October 2014\nTo: the commander of the northern depot\n"
    "Withdraw the heavy guns at once.\nColonel Sami al-Khatib"
)
REGISTER = (
    "No.;Date;From;To;Subject\n411;24.10.2014;Supply;Depot;oil\n412;25.10.2014;Supply;Depot;guns\n413;26.10.2014;Supply;Depot;fertiliser\n"
)
QUOTED = "Omar Haddad brings the papers of the northern depot tomorrow at nine."


def sheet(at: int) -> str:
    told = (f"Salim Q{'abcdefgh'[at]}", f"Layla {'abcdefgh'[at]}", "Arcadian", "Abu Jabir", f"came by night {at}")
    asked = ("Name", "Mother's name", "Nationality", "Quorl", "Remarks")
    return "\n".join(["DATA SHEET", *(f"{n}) {label}: {value}" for n, (label, value) in enumerate(zip(asked, told, strict=True), 1))])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("twice")
    leak, home = made / "leak", made / "home"
    leak.mkdir()
    for at in range(6):
        (leak / f"{at}.txt").write_text(sheet(at))
    (leak / "again.txt").write_text(sheet(0) + "\n\n")
    (leak / "first.eml").write_text(MAIL.format(id="1", more="", text=QUOTED))
    answer = f"Good.\n\n> {QUOTED}"
    (leak / "answer.eml").write_text(MAIL.format(id="2", more="In-Reply-To: <1@depot.example>\n", text=answer))
    (leak / "letter.txt").write_text(LETTER)
    (leak / "register.csv").write_text(REGISTER)
    with zipfile.ZipFile(leak / "box.zip", "w") as box:
        box.writestr("note.txt", "General Ahmad al-Khatib was seen in Tartus on 3 May 2013. Colonel Sami al Khatib signed.")
    kashf("init", made / "a.case", home=home)
    kashf("add", made / "a.case", leak, "--from", "kestrel-2", home=home)
    return made


@pytest.fixture(scope="module")
def twice(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TwoMakings, Drawn, Reread]]:
    settings = Settings(actor="amal", home=made / "home" / "kashf")
    with ExitStack() as stack:
        case = stack.enter_context(closing(open_case(made / "a.case")))
        kit = make_kit(case, english_model=False)
        drawn = draw_documents(case, Drawing(1, 1))
        folder = tmp_path_factory.mktemp("aside")
        two = stack.enter_context(made_twice(case, folder, settings=settings, drawn=None, versions=versions_now(case, kit)))
        yield two, drawn, read_again(two, make_sandbox(accept_unsafe=False), HowToRead(2), kit=kit, drawn=drawn)


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made / "a.case", tmp_path / "a.case"))


def run_sql(case: Path, statement: str, values: Sequence[Any] = ()) -> list[Any]:
    with closing(sqlite3.connect(case / "case.db")) as records:
        found = records.execute(statement, values).fetchall()
        records.commit()
    return found


def seal_again(case: Path, made: Path) -> None:
    """Seal all rows as they are, signed by the installation that made the case."""
    with open_for_writing(case, settings=Settings(actor="amal", home=made / "home" / "kashf")) as opened, opened.store.unit() as uow:
        seals = uow.seal_all()
        seal_rows(opened, uow, replace(seals, cleared=(*seals.cleared, *groups_of(STAGES))))
        uow.commit()


def plain_faults(case: Path) -> tuple[Fault, ...]:
    with closing(open_case(case)) as opened:
        return verify(opened).faults


def deep_faults(case: Path, twice: tuple[TwoMakings, Drawn, Reread]) -> tuple[Fault, ...]:
    two, drawn, _ = twice
    with closing(open_case(case)) as opened, closing(open_view(case / "case.db")) as view:
        other = TwoMakings(opened, two.again, SqlRowsById(view.sql, STAGES), two.again_rows)
        return compare_tables(other, ToCompare(drawn.documents, frozenset(), frozenset(), "", is_all=True)).faults


def test_an_honest_case_is_made_again_as_it_is_with_every_stage(twice: tuple[TwoMakings, Drawn, Reread]) -> None:
    _, drawn, reread = twice

    assert ((), drawn.of, drawn.of) == (reread.faults, reread.asked, reread.same)
    assert {stage.name for stage in STAGES} - {"index"} == set(reread.stages)
    assert {"names in a document", "which names are one", "which documents are copies", "values of filled-in forms"} <= set(reread.whole)


@pytest.mark.parametrize("table", sorted(DERIVED.keys() - ELSEWHERE))
def test_a_change_that_is_sealed_again_is_found_by_making_the_table_again(
    case: Path, made: Path, twice: tuple[TwoMakings, Drawn, Reread], table: str
) -> None:
    if table in CHANGED:
        run_sql(case, CHANGED[table])
    else:
        run_sql(case, *(_without_first(case, table) if run_sql(case, f"SELECT 1 FROM {table}") else _with_one(case, table)))
    seal_again(case, made)

    assert () == plain_faults(case)
    found = deep_faults(case, twice)
    assert found
    assert all(fault.what == "reading" and fault.remedy for fault in found)


def _without_first(case: Path, table: str) -> tuple[str]:
    keys = [row[1] for row in run_sql(case, f"PRAGMA table_info({table})") if row[5]]
    named = ", ".join(f'"{key}"' for key in keys)
    return (f"DELETE FROM {table} WHERE ({named}) IN (SELECT {named} FROM {table} LIMIT 1)",)


def _with_one(case: Path, table: str) -> tuple[str, Sequence[Any]]:
    """Return what plants a row about the first document in a table that nothing of this case fills."""
    kinds: dict[str, Any] = {"TEXT": "planted", "BLOB": b"planted"}
    columns = [(row[1], row[2]) for row in run_sql(case, f"PRAGMA table_info({table})")]
    ((number, id),) = run_sql(case, "SELECT number, id FROM documents ORDER BY number LIMIT 1")
    values = [(id if kind == "TEXT" else number) if name == "document" else kinds.get(kind, 1) for name, kind in columns]
    return f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values
