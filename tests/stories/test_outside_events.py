"""Catalogues of outside events: added once, kept as they came, listed with acts and apart from the leak, taken out again."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.stories.command import kashf, kashf_json

ROWS = (
    "When;Where;Y;X;What\n2031-03-04;Nahr;34,5;38,2;shelling\n04/03/2031;Tall;34,6;38,1;raid\n"
    "31/02/2031;Tall;34,6;38,1;raid\n2031-05;;;;talks\n"
)
MAP = ("--map", "date=When", "--map", "place=Where", "--map", "latitude=Y", "--map", "longitude=X", "--map", "kind=What", "--dates", "dmy")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def case(tmp_path: Path, home: Path) -> Path:
    kashf("init", tmp_path / "a.case", home=home)
    return tmp_path / "a.case"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "events.csv"
    file.write_bytes(b"\xef\xbb\xbf" + ROWS.replace("\n", "\r\n").encode())
    return file


def test_a_table_is_mapped_once_and_its_events_are_acts_with_the_doubt_of_their_days(case: Path, home: Path, table: Path) -> None:
    added = kashf("events", case, "add", table, *MAP, "--as", "Rana", home=home)

    assert "3 events of 4 rows; 1 without coordinates; 1 refused (no-day)" in added.stdout
    assert "line 4" in added.stderr
    assert "When is '31/02/2031' and no day" in added.stderr
    found = kashf_json("acts", case, home=home)
    assert [("shelling", "2031-03-04"), ("raid", "2031-03-04"), ("talks", "2031-05")] == [
        (act["kind"], act["when"]["date"]) for act in found["acts"]
    ]
    assert {("catalogue", "row", hashlib.sha256(table.read_bytes()).hexdigest())} == {
        (act["origin"], act["basis"], act["document"]) for act in found["acts"]
    }
    assert (0, 3, {}) == (found["letters"], found["events"], found["elsewhere"])
    assert kashf_json("verify", case, home=home)["ok"]
    assert 0 == kashf_json("status", case, home=home)["found"]


def test_a_catalogue_that_is_taken_out_tells_nothing_more_and_can_be_read_otherwise(case: Path, home: Path, table: Path) -> None:
    kashf("events", case, "add", table, *MAP, "--as", "Rana", home=home)
    assert "there already" in kashf("events", case, "add", table, *MAP, "--as", "Rana", home=home, expect=2).stderr

    kashf("events", case, "drop", "events.csv", "--as", "Rana", home=home)

    assert [] == kashf_json("events", case, home=home, expect=1)["events"]
    assert [] == kashf_json("acts", case, home=home, expect=1)["acts"]
    kashf("events", case, "add", table, "--map", "date=When", "--as", "Rana", home=home)
    assert kashf_json("verify", case, home=home)["ok"]


def test_what_another_person_added_only_he_takes_out(case: Path, home: Path, table: Path) -> None:
    kashf("events", case, "add", table, *MAP, "--as", "Rana", home=home)

    assert "only Rana" in kashf("events", case, "drop", "events.csv", "--as", "Amal", home=home, expect=5).stderr


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("a,b\n1,2\n", "no column 'date'"),
        ("", "no table"),
        ("date,lat,lon\n2031-02-31,1,2\n", "no row of events.csv is an event that can be used: line 2: date is '2031-02-31'"),
        (
            "date,place,lat,lon\n2031-01-01,Aleppo,37.16,36.2\n2031-01-01,Homs,36.71,34.73\n2031-01-02,Damascus,36.29,33.51\n",
            "look swapped",
        ),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_and_says_why(case: Path, home: Path, tmp_path: Path, content: str, told: str) -> None:
    file = tmp_path / "events.csv"
    file.write_text(content, encoding="utf-8")

    assert told in kashf("events", case, "add", file, "--as", "Rana", home=home, expect=2).stderr
    assert [] == kashf_json("events", case, home=home, expect=1)["events"]


def test_events_stand_on_the_map_apart_from_what_papers_name(case: Path, home: Path, table: Path, tmp_path: Path) -> None:
    kashf("events", case, "add", table, *MAP, "--as", "Rana", home=home)
    told = kashf_json("map", case, home=home)
    kashf("map", case, "--out", tmp_path / "m.svg", home=home)

    assert {("catalogue", 25.0)} == {(each["properties"]["origin"], each["properties"]["radius_km"]) for each in told["features"]}
    assert [38.2, 34.5] in [each["geometry"]["coordinates"] for each in told["features"]]
    assert {"total": 3, "unplaced": 1, "undated": 0, "out_of_days": 0, "not_drawn": 0} == told["events"]
    assert "2 places on this sheet, 0 beyond its edge" in (tmp_path / "m.svg").read_text()
    kashf("map", case, "--origin", "corpus", home=home, expect=1)
    assert "raid" in kashf("map", case, "--kind", "raid", "--json", home=home).stdout
