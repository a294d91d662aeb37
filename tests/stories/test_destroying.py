"""A document is destroyed for a reason in law: everything of it goes, that it went stays, and nothing brings it back."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from kashf.adapters.records.packing.packed_text import packed_bytes
from tests.stories.command import kashf, kashf_json

WITNESS = "Zurayqa al-Qandili saw the qasqasa at the old mill."
OTHER = "Hassan al-Fayruzi wrote about the convoy."


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def leak(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("brought") / "leak"
    folder.mkdir()
    (folder / "witness.txt").write_text(WITNESS, encoding="utf-8")
    (folder / "other.txt").write_text(OTHER, encoding="utf-8")
    with zipfile.ZipFile(folder / "bag.zip", "w") as bag:
        bag.writestr("inside.txt", "The qasqasa of Mirwan al-Sadafi.")
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, leak: Path, home: Path) -> Path:
    case = tmp_path_factory.mktemp("cases") / "a.case"
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "kestrel-2", home=home)
    kashf("destroy", case, id_of(WITNESS), "--why", "order of the court", "--yes", "--as", "Rana", home=home)
    return case


@pytest.fixture
def case(tmp_path: Path, made: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "a.case"))


def id_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def holders(case: Path, *words: str) -> list[str]:
    """Return the files of a case in whose bytes a word or text stands, as it is or packed."""
    needles = [form for word in words for form in (word.encode(), packed_bytes(word))]
    return [file.name for file in case.rglob("*") if file.is_file() and any(needle in file.read_bytes() for needle in needles)]


def test_nothing_of_it_is_left_in_any_file(case: Path, home: Path) -> None:
    assert [] == holders(case, "Zurayqa", "zurayqa", "Qandili", "qandili", WITNESS)
    assert 1 == kashf("find", case, "Zurayqa", home=home, expect=1).returncode
    assert {"case.db", id_of(OTHER)} == {*holders(case, OTHER)}


def test_it_is_counted_and_everything_adds_up(case: Path, home: Path) -> None:
    totals = kashf_json("status", case, home=home)

    assert (4, 3, 1) == (totals["found"], totals["done"], totals["destroyed"])
    assert "1 destroyed" in kashf("status", case, home=home).stdout


def test_exactly_this_absence_is_intact(case: Path, home: Path) -> None:
    assert kashf_json("verify", case, home=home)["ok"]
    kept = case / "blobs" / id_of(OTHER)[:2] / id_of(OTHER)
    away = kept.rename(case.parent / "away")
    assert [id_of(OTHER)] == [fault["where"] for fault in kashf_json("verify", case, home=home, expect=4)["faults"]]
    away.rename(kept)


def test_whoever_destroys_signs_it(case: Path, home: Path, tmp_path: Path) -> None:
    kashf("verify", case, "--export-ledger", tmp_path / "ledger.jsonl", home=home)
    entries = [json.loads(line) for line in (tmp_path / "ledger.jsonl").read_bytes().splitlines()]

    (person,) = kashf_json("persons", case, home=home)["persons"]
    signed = {entry["body"]["document"]: entry["body"].get("person") for entry in entries if entry.get("kind") == "destroyed"}
    assert person["id"] == signed[id_of(WITNESS)]


def test_it_is_refused_when_it_turns_up_again_and_nothing_brings_it_back(case: Path, leak: Path, home: Path) -> None:
    kashf("add", case, leak, "--from", "gannet-3", home=home, expect=3)
    failed = kashf_json("status", case, "--failed", home=home)["failed"]
    assert [("leak/witness.txt", True)] == [(each["path"], "order of the court" in each["detail"]) for each in failed]

    kashf("process", case, "--retry-failed", home=home, expect=3)
    kashf("rebuild", case, home=home, expect=3)
    assert [] == holders(case, "Zurayqa", "zurayqa", "Qandili", "qandili", WITNESS)
    assert 1 == kashf_json("status", case, home=home)["destroyed"]
    assert kashf_json("verify", case, home=home)["ok"]


def test_what_lies_in_a_container_goes_with_it_or_not_at_all(case: Path, leak: Path, home: Path) -> None:
    bag = hashlib.sha256((leak / "bag.zip").read_bytes()).hexdigest()
    inside = id_of("The qasqasa of Mirwan al-Sadafi.")

    assert bag in kashf("destroy", case, inside, "--why", "order", "--yes", home=home, expect=2).stderr
    assert "--with-members" in kashf("destroy", case, bag, "--why", "order", "--yes", home=home, expect=2).stderr
    kashf("destroy", case, bag, "--why", "order", "--with-members", "--yes", home=home)
    assert [] == holders(case, "Mirwan", "mirwan")
    assert kashf_json("verify", case, home=home)["ok"]


def test_it_asks_and_takes_no_silence_for_a_yes(case: Path, home: Path) -> None:
    assert 2 == kashf("destroy", case, id_of(OTHER), "--why", "order", home=home, expect=2).returncode
    assert 2 == kashf("destroy", case, id_of(OTHER), "--why", " ", "--yes", home=home, expect=2).returncode
    assert 1 == kashf_json("find", case, "Fayruzi", home=home)["total"]
