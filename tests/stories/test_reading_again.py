"""`verify --deep`: what is stored is held against what the files say now, by a drawn share of them."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.stories.command import kashf, kashf_json

pytestmark = pytest.mark.sandbox

_OF = "(SELECT id FROM documents WHERE name LIKE '%{}')"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def case(tmp_path: Path, home: Path) -> Path:
    leak = tmp_path / "leak"
    leak.mkdir()
    (leak / "order.txt").write_text("Order of 25 October 2014: withdraw to the north.\nColonel Sami al-Khatib")
    with zipfile.ZipFile(leak / "box.zip", "w") as box:
        box.writestr("note.txt", "Received in the port of Tartus on 3 May 2013.")
    kashf("init", tmp_path / "a.case", home=home)
    kashf("add", tmp_path / "a.case", leak, "--from", "kestrel-2", home=home)
    return tmp_path / "a.case"


def change(case: Path, statement: str) -> None:
    with closing(sqlite3.connect(case / "case.db")) as records:
        assert records.execute(statement).rowcount
        records.commit()


def test_a_case_reads_as_it_is_stored_and_the_seed_draws_the_same_again(case: Path, home: Path) -> None:
    first = kashf_json("verify", case, "--deep", home=home)
    again = kashf_json("verify", case, "--deep", "--seed", str(first["reread"]["seed"]), home=home)

    assert (True, 3, 3, 3) == (first["ok"], *(first["reread"][name] for name in ("asked", "of", "same")))
    assert first["reread"] == again["reread"]
    assert {"dates", "letters", "mail"} <= set(first["reread"]["stages"])
    assert "re-read: 3 of 3 documents" in kashf("verify", case, "--all", home=home).stdout


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        (f"UPDATE pages SET text = 'withdraw to the south' WHERE document = {_OF.format('order.txt')}", "page 1: 21 characters stored"),
        (f"DELETE FROM pages WHERE document = {_OF.format('note.txt')}", "page 1: no such page stored"),
        ("UPDATE dates SET first_day = first_day - 400", "dates: "),
        ("DELETE FROM sightings WHERE parent IS NOT NULL", "what lies in it: 0 files stored"),
    ],
)
def test_what_is_stored_otherwise_than_it_reads_is_told_with_the_file_and_without_its_words(
    case: Path, home: Path, statement: str, told: str
) -> None:
    change(case, statement)
    faults = kashf_json("verify", case, "--all", home=home, expect=4)["faults"]
    found = [fault for fault in faults if fault["what"] == "reading"]

    assert any(fault["expected"].startswith(told) for fault in found), found
    assert not [fault for fault in found if "south" in str(fault)]
