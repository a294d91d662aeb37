"""From two lists in a leak to who is in both, in one, and what changed; nothing sealed, no formula, and a person settles doubts."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.stories.command import kashf
from tests.unit.services.forms.lists.listed_cases import HEADINGS, ROWS, table

_MARCH = (*ROWS, ("6", "=HYPERLINK(1)", "30900", "1/2/1985", "Egypt", "Amina"))
_APRIL = (
    ("1", "Omar Salim Rifai", "30417", "4/5/1984", "Jordan", "Khadija"),
    *ROWS[1:4],
    ("5", "Luay Rami Mansur", "30801", "", "Libya", ""),
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def case(tmp_path: Path, home: Path) -> Path:
    """The list of March and that of April."""
    leak = tmp_path / "leak"
    leak.mkdir()
    for name, rows in (("march", _MARCH), ("april", _APRIL)):
        (leak / f"{name}.txt").write_text(table(*rows, headings=HEADINGS))
    kashf("init", tmp_path / "a.case", home=home)
    kashf("add", tmp_path / "a.case", leak, "--from", "courier", home=home)
    return tmp_path / "a.case"


@pytest.fixture
def lists(case: Path, home: Path) -> tuple[str, str]:
    (family,) = json.loads(kashf("forms", case, "--json", home=home).stdout)["families"]
    told = json.loads(kashf("find", case, "Rifai", "--json", home=home).stdout)["hits"]
    ids = {Path(hit["path"]).stem: hit["document"] for hit in told}
    return f"{family['id']}/{ids['march']}", f"{family['id']}/{ids['april']}"


def compared(case: Path, home: Path, lists: tuple[str, str]) -> Any:
    return json.loads(kashf("forms", case, lists[0], "--compare", lists[1], "--json", home=home).stdout)


def test_two_lists_are_compared_and_written_and_a_person_settles_doubts(
    case: Path, home: Path, lists: tuple[str, str], tmp_path: Path
) -> None:
    told = compared(case, home, lists)
    assert ("card number", 4, 1, 1, 1) == (told["number"], told["same"], told["changed"], told["left"]["maybe"], told["left"]["only"])
    (changed,) = [row for row in told["rows"] if row["is"] == "changed"]
    assert [("nationality", "Syria", "Jordan"), ("mother s name", "", "")] == [
        (each["field"], each["before"]["text"], each["after"]["text"]) for each in changed["changes"]
    ]
    assert changed["changes"][1]["before"]["hidden"]

    lines = kashf("forms", case, lists[0], "--compare", lists[1], home=home).stdout
    assert "in both: 4 (4 by number); 1 of them changed" in lines
    assert "1 pair one number, two names" in lines
    assert not any(mother in lines for mother in ("Huda", "Khadija"))

    out = tmp_path / "lists.csv"
    kashf("forms", case, lists[0], "--compare", lists[1], "--out", out, home=home)
    header, *rows = csv.reader(out.read_text(encoding="utf-8-sig").splitlines())

    assert {"same", "maybe", "clash", "only"} == {row[0] for row in rows}
    assert ["'=HYPERLINK(1)"] == [row[header.index("left_name")] for row in rows if "HYPERLINK" in "".join(row)]
    assert not any(mother in cell for row in rows for cell in row for mother in ("Huda", "Khadija"))
    assert "is there already" in kashf("forms", case, lists[0], "--compare", lists[1], "--out", out, home=home, expect=2).stderr

    (doubt,) = [row for row in told["rows"] if row["is"] == "maybe"]
    kashf("forms", case, "--one-man", doubt["left"]["record"], doubt["right"]["record"], "--why", "same card", home=home)
    after = compared(case, home, lists)
    assert (5, 1, 0) == (after["same"], after["by"]["decided"], after["left"]["maybe"])
