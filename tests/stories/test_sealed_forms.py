"""A mother's name and a telephone on forms: where they may stand, and that they stand nowhere else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.stories.command import kashf

NAMES = ("Salim", "Ziyad", "Hana", "Murad", "Rashid", "Tariq")


def sheet(at: int) -> str:
    mother = "Zarifeh al-Hadidi" if at < 3 else f"Layla {'abcdef'[at]}"
    asked = ("Name", "Mother's name", "Nationality", "Phone", "Recommended by")
    told = (f"{NAMES[at]} Quri", mother, "Arcadia", f"+46 70 555 01 0{at}", "Abu Jabir al-Kufi")
    return "\n".join(
        ["DATA SHEET", *(f"{number}) {label}: {value}" for number, (label, value) in enumerate(zip(asked, told, strict=True), 1))]
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("made")
    leak, home = made / "leak", made / "home"
    leak.mkdir()
    for at in range(len(NAMES)):
        (leak / f"{at}.txt").write_text(sheet(at))
    kashf("init", made / "a.case", home=home)
    kashf("add", made / "a.case", leak, "--from", "courier", home=home)
    return made


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "a.case"


@pytest.fixture
def home(case: Path) -> Path:
    return case.parent / "home"


def tells(said: str) -> bool:
    # Not "555" alone, which hashes have too.
    return "zarif" in said.casefold() or "55501" in said.replace(" ", "")


def test_sealed_words_stand_at_no_door_that_lists_or_cites(case: Path, home: Path, tmp_path: Path) -> None:
    family = json.loads(kashf("forms", case, "--json", home=home).stdout)["families"][0]["id"]
    hits = [json.loads(line) for line in kashf("find", case, "Hadidi", "--jsonl", home=home).stdout.splitlines()]
    documents = [hit["document"][:12] for hit in hits]
    (tmp_path / "list.txt").write_text("Hadidi\n")
    doors = [
        ("find", case, "Hadidi"),
        ("find", case, "Arcadia"),
        ("names", case),
        ("count", case, "Umm al-Hadidi"),
        ("network", case, "--about", "Abu Jabir al-Kufi"),
        ("copies", case, "--diff", documents[0], documents[1]),
        ("diff", case, "--since", "1"),
        ("forms", case, family),
        ("forms", case, family, documents[0]),
        ("forms", case, family, "--values", "mother"),
        ("forms", case, "--opened"),
        ("table", case, family, "--rows", "nationality", "--columns", "recommended"),
    ]
    said = {(str(word), *form): kashf(*word, *form, home=home, expect=(0, 1)).stdout for word in doors for form in ((), ("--json",))}

    assert 3 == len(documents)
    assert [["mother"]] * 3 == [[kind for kind in hit["sealed"] if kind == "mother"] for hit in hits]
    assert [] == [door for door, text in said.items() if tells(text)]


def test_they_stand_on_the_page_and_where_a_person_opened_them(case: Path, home: Path) -> None:
    family = json.loads(kashf("forms", case, "--json", home=home).stdout)["families"][0]["id"]
    document = json.loads(kashf("find", case, "Salim", "--jsonl", home=home).stdout.splitlines()[0])["document"][:12]
    kashf("persons", case, "--as", "Amal", home=home, expect=(0, 1, 2))
    opened = kashf("forms", case, family, document, "--open", "mother", "--why", "two of one name", "--as", "Amal", home=home)

    assert tells(kashf("show", case, document, home=home).stdout)
    assert "Zarifeh" in opened.stdout
    assert "555" not in opened.stdout
    assert "two of one name" in kashf("forms", case, "--opened", home=home).stdout
    assert not tells(kashf("forms", case, family, document, home=home).stdout)


def test_a_file_for_others_holds_them_only_where_a_person_let_them_out_with_a_reason(case: Path, home: Path, tmp_path: Path) -> None:
    family = json.loads(kashf("forms", case, "--json", home=home).stdout)["families"][0]["id"]
    kashf("persons", case, "--as", "Amal", home=home, expect=(0, 1, 2))
    sealed_too = ("--sealed-too", "--as", "Amal")
    table = ("table", case, family, "--rows", "mother", "--columns", "nationality")
    document = json.loads(kashf("find", case, "Salim", "--jsonl", home=home).stdout.splitlines()[0])["document"][:12]
    plain, full, tabled, refused = (tmp_path / name for name in ("plain.csv", "full.csv", "table.csv", "refused.csv"))
    kashf("forms", case, family, "--out", plain, home=home)
    kashf("forms", case, family, "--out", full, *sealed_too, "--why", "a court asked for them", home=home)
    kashf(*table, "--out", tabled, *sealed_too, "--why", "a court asked for them", home=home)
    for wrong in (
        (*table, "--out", refused),
        (*table, "--out", refused, *sealed_too),
        (*table, *sealed_too, "--why", "x"),
        ("forms", case, family, "--out", refused, *sealed_too),
        ("forms", case, family, document, "--out", refused),
        ("forms", case, family, "--out", full, *sealed_too, "--why", "again"),
        ("forms", case, "--out", refused),
    ):
        kashf(*wrong, home=home, expect=(2, 5))

    said = {path.name: path.read_text(encoding="utf-8-sig") for path in tmp_path.glob("*.csv")}
    assert {"plain.csv", "full.csv", "table.csv", "table.citations.csv"} == set(said)
    assert ["full.csv"] == [name for name, text in said.items() if tells(text)]
    opened = json.loads(kashf("forms", case, "--opened", "--json", home=home).stdout)["opened"]
    assert [("forms", "a court asked for them"), ("table", "a court asked for them")] == [(each["leaves"], each["why"]) for each in opened]
    for name, each in zip(("full.csv", "table.csv"), opened, strict=True):
        assert "This file holds sealed values of forms" in said[name]
        assert each["entry"][:12] in said[name]
    assert '"2 Mother\'s name (sealed)"' in said["full.csv"]
    assert "sealed values" not in said["plain.csv"]
