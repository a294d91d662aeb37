"""Whatever happens to a case behind its back is noticed: blobs, ledger, and tables that could hide what is missing."""

from __future__ import annotations

import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.stories.command import kashf, kashf_json


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def case(tmp_path: Path, home: Path) -> Path:
    leak = tmp_path / "leak"
    leak.mkdir()
    (leak / "order.txt").write_text("أمر إلى أبي محمد الشمالي", encoding="utf-8")
    with zipfile.ZipFile(leak / "letters.zip", "w") as archive:
        archive.writestr("letter.txt", "a letter to the harbour")
    kashf("init", tmp_path / "a.case", home=home)
    kashf("add", tmp_path / "a.case", leak, "--from", "courier", home=home)
    return tmp_path / "a.case"


def run_sql(case: Path, statement: str) -> None:
    with sqlite3.connect(case / "case.db") as connection:
        connection.execute(statement)
    connection.close()


def blob_of(case: Path, ending: str) -> Path:
    with sqlite3.connect(case / "case.db") as connection:
        (id,) = connection.execute("SELECT id FROM documents WHERE name LIKE ?", (f"%{ending}",)).fetchone()
    connection.close()
    return case / "blobs" / id[:2] / id


def flip(blob: Path) -> None:
    blob.chmod(0o600)
    content = bytearray(blob.read_bytes())
    content[0] ^= 1
    blob.write_bytes(content)


def faults(case: Path, home: Path) -> set[tuple[str, str]]:
    result: Any = kashf_json("verify", case, home=home, expect=4)
    return {(fault["what"], fault["where"]) for fault in result["faults"]}


@pytest.mark.parametrize("ending", ["order.txt", "letter.txt"])
def test_a_missing_blob_is_named(case: Path, home: Path, ending: str) -> None:
    blob = blob_of(case, ending)
    blob.unlink()

    assert {("blob", blob.name)} == faults(case, home)


def test_a_received_file_cannot_be_made_to_vanish_from_the_tables(case: Path, home: Path) -> None:
    blob = blob_of(case, "order.txt")
    run_sql(case, f"DELETE FROM documents WHERE id = '{blob.name}'")
    blob.unlink()

    assert {("document", blob.name), ("blob", blob.name)} == faults(case, home)


def test_an_emptied_ledger_is_not_intact(case: Path, home: Path) -> None:
    run_sql(case, "DELETE FROM ledger")

    assert "ledger" in {what for what, _ in faults(case, home)}


def test_changed_bytes_are_never_read_as_the_original(case: Path, home: Path) -> None:
    flip(blob_of(case, "order.txt"))

    kashf("rebuild", case, home=home, expect=4)

    totals = kashf_json("status", case, home=home)
    assert {"altered": 1} == totals["by_reason"]
    kashf("find", case, "الشمالي", home=home, expect=1)


def test_the_same_bytes_less_deep_are_read_and_rebuilding_agrees(case: Path, tmp_path: Path, home: Path) -> None:
    deepest = tmp_path / "0.zip"
    with zipfile.ZipFile(deepest, "w") as archive:
        archive.writestr("deep.txt", "lantern in the cellar")
    nested = deepest
    for level in range(1, 11):
        outer = tmp_path / f"{level}.zip"
        with zipfile.ZipFile(outer, "w") as archive:
            archive.write(nested, nested.name)
        nested = outer
    kashf("add", case, nested, "--from", "courier", home=home, expect=3)
    kashf("find", case, "lantern", home=home, expect=1)

    kashf("add", case, tmp_path / "2.zip", "--from", "post", home=home, expect=(0, 3))

    kashf("find", case, "lantern", home=home)
    before = kashf_json("status", case, home=home)
    kashf("rebuild", case, home=home, expect=(0, 3))
    assert before == kashf_json("status", case, home=home)
