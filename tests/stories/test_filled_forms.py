"""Forms from a folder to counts, decisions that outlive a rebuild, and what is never counted: notes of our own, what is sealed, copies."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.stories.command import kashf

NATIONS = ("Swedish", "Sweden", "Arcadian", "Arcadia", "none", "")


def sheet(at: int, nation: str) -> str:
    asked = ("Name", "Mother's name", "Nationality", "Quorl", "Remarks")
    told = (f"Salim Q{'abcdefgh'[at]}", f"Layla {'abcdefgh'[at]}", nation, "Abu Jabir", f"came by night {at}")
    lines = (f"{number}) {label}: {value}" for number, (label, value) in enumerate(zip(asked, told, strict=True), 1))
    return "\n".join(["DATA SHEET", *lines])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six data sheets of the leak, one of them in two files that differ in a blank, a letter, and a sheet that we filled in ourselves."""
    made = tmp_path_factory.mktemp("made")
    leak, own, home = made / "leak", made / "own", made / "home"
    leak.mkdir()
    own.mkdir()
    for at, nation in enumerate(NATIONS):
        (leak / f"{at}.txt").write_text(sheet(at, nation))
    (leak / "again.txt").write_text(sheet(0, NATIONS[0]) + "\n\n")
    (leak / "letter.txt").write_text("The convoy leaves at dawn. Nobody is to speak of it.")
    (own / "trial.txt").write_text(sheet(6, "Sweden"))
    kashf("init", made / "a.case", home=home)
    kashf("add", made / "a.case", leak, "--from", "courier", home=home)
    kashf("add", made / "a.case", own, "--from", "desk", "--collection", "own-work", home=home)
    return made


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "a.case"


@pytest.fixture
def home(case: Path) -> Path:
    return case.parent / "home"


def asked(case: Path, home: Path, *words: str) -> Any:
    return json.loads(kashf("forms", case, *words, "--json", home=home).stdout)


def nations(case: Path, home: Path, *words: str) -> dict[str, int]:
    family = asked(case, home)["families"][0]["id"]
    return {each["label"]: each["records"] for each in asked(case, home, family, "--values", "nationality", *words)["values"]}


def test_forms_are_counted_without_copies_and_without_our_own(case: Path, home: Path) -> None:
    (family,) = asked(case, home)["families"]

    assert (7, 6, 7, {"own-work": 1}) == (family["records"], family["without_copies"], family["documents"], family["elsewhere"])
    assert ["quorl"] == family["unmapped"]
    assert {"Sweden": 1} == nations(case, home, "--collection", "own-work")
    told = {field["key"]: field["states"] for field in asked(case, home, family["id"])["fields"]}["nationality"]
    assert (5, 1, 1, 0) == (told["filled"], told["blank"], told["none"], told["not-asked"])


def test_a_decision_outlives_a_rebuild_and_holds_for_forms_that_come_later(case: Path, home: Path, tmp_path: Path) -> None:
    family = asked(case, home)["families"][0]["id"]
    kashf("forms", case, family, "--map", "4=guarantor", "--name", "who vouched", "--why", "the stamp", home=home)
    kashf("forms", case, family, "--join", "nationality", "arcadian", "Arcadia", "--why", "adjective", home=home)
    before = nations(case, home)
    kashf("rebuild", case, home=home)
    assert (before, 2) == (nations(case, home), before["Arcadia"])

    (tmp_path / "later.txt").write_text(sheet(7, "Arcadian"))
    kashf("add", case, tmp_path / "later.txt", "--from", "courier", home=home)
    assert 3 == max(count for label, count in nations(case, home).items() if label.startswith("Arcadia"))
    field = asked(case, home, family)["fields"][3]
    assert ("guarantor", "who vouched", "the stamp") == (field["kind"], field["name"], field["decided"]["why"])
    kashf("forms", case, "--undo", field["decided"]["entry"][:10], home=home)
    assert None is asked(case, home, family)["fields"][3]["decided"]
    assert "0 faults" not in kashf("verify", case, home=home).stderr


def test_what_is_sealed_is_shown_at_no_door_of_the_command(case: Path, home: Path) -> None:
    family = asked(case, home)["families"][0]["id"]
    document = json.loads(kashf("find", case, "Layla", "--jsonl", home=home).stdout.splitlines()[0])["document"]
    said = [
        kashf("forms", case, family, *words, *form, home=home).stdout
        for words in ((), (document[:12],), ("--values", "2"))
        for form in ((), ("--json",), ("--jsonl",))
    ]

    assert not [text for text in said if "layla" in text.casefold()]
    assert "(sealed)" in said[3]


def test_a_document_that_is_set_aside_or_destroyed_takes_its_form_with_it(case: Path, home: Path) -> None:
    document = json.loads(kashf("find", case, "Arcadian", "--jsonl", home=home).stdout.splitlines()[0])["document"]
    kashf("destroy", case, document, "--why", "order of the court", "--yes", home=home)
    assert {"Arcadia": 1} == {label: count for label, count in nations(case, home).items() if label.startswith("Arcadia")}

    kashf("set-aside", case, "1", "--why", "the wrong stick", home=home)
    assert [] == asked_none(case, home)


def asked_none(case: Path, home: Path) -> Any:
    told = kashf("forms", case, "--json", home=home, expect=(0, 1))
    return [each for each in json.loads(told.stdout)["families"] if each["records"]]


def test_what_cannot_be_decided_or_found_is_said_and_nothing_is_written(case: Path, home: Path) -> None:
    family = asked(case, home)["families"][0]["id"]
    before = kashf("verify", case, "--json", home=home).stdout

    for words in (
        ("--map", "4=guarantor"),
        ("zz",),
        (family, "--map", "4=iris"),
        (family, "--map", "99=free"),
        (family, "--different"),
        (family, "--join", "nationality", "Sweden", "Norway"),
        (family, "--undo", "ffffff"),
        (family, "abcdef"),
    ):
        assert kashf("forms", case, *words, home=home, expect=(1, 2)).stderr.startswith("kashf: "), words
    assert before == kashf("verify", case, "--json", home=home).stdout
