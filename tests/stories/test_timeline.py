"""Acts of a case and events from outside in time: told, drawn as a file of the same bytes, and written as a table."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kashf.bootstrap import open_for_writing
from kashf.services.ledger.custody import rebuild
from kashf.settings import Settings
from tests.stories.command import kashf, kashf_json

HEAD = "Province of the Banks\nOffice of Wells\nNo. {}\nDate: {}\nTo: Office of Bridges\n"
ORDERS = {
    "3 June 2014": "You are to hand over 6 radios to the Court.",
    "9 June 2014": "It is forbidden to travel to the ford without a permit of the directorate.",
    "June 2014": "You are requested to repair the water network of the northern quarter before the winter.",
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def case(tmp_path: Path, home: Path) -> Path:
    leak = tmp_path / "leak"
    leak.mkdir()
    for number, (day, order) in enumerate(ORDERS.items(), start=12):
        (leak / f"{day}.txt").write_text(f"{HEAD.format(number, day)}{order}\n", encoding="utf-8")
    case = tmp_path / "a.case"
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "heron-1", home=home)
    events = tmp_path / "events.csv"
    events.write_text("date,place,type\n2014-06-05,Nahr,raid\n", encoding="utf-8")
    kashf("events", case, "add", events, "--as", "Rana", home=home)
    return case


def test_lanes_of_offices_and_of_events_from_outside_are_told_apart_and_held_against_a_day(case: Path, home: Path) -> None:
    found = kashf_json("timeline", case, "--against", "2014-06-05", home=home)

    assert [("office", 3), ("catalogue", 1)] == [(lane["kind"], lane["acts"]) for lane in found["lanes"]]
    assert {"before": 1, "after": 1, "undecided": 2} == found["relations"]
    said = kashf("timeline", case, "--against", "2014-06-05", home=home)
    assert "held against 2014-06-05: 1 before, 1 after, of 2 that cannot be said" in said.stderr


def test_the_drawing_and_the_table_are_files(case: Path, home: Path, tmp_path: Path) -> None:
    drawings = [tmp_path / name for name in ("one.svg", "two.svg")]
    for file in drawings:
        kashf("timeline", case, "--out", file, home=home)
    kashf("timeline", case, "--out", tmp_path / "acts.csv", home=home)

    assert drawings[0].read_bytes() == drawings[1].read_bytes()
    assert drawings[0].read_text(encoding="utf-8").startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    rows = list(csv.DictReader((tmp_path / "acts.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert 4 == len(rows)
    assert {"Province of the Banks / Office of Wells", "events.csv"} == {row["lane"] for row in rows}


def test_a_file_of_another_kind_or_a_day_that_is_none_is_refused(case: Path, home: Path, tmp_path: Path) -> None:
    assert ".svg or FILE.csv" in kashf("timeline", case, "--out", tmp_path / "acts.png", home=home, expect=2).stderr
    assert "no date" in kashf("timeline", case, "--against", "soon", home=home, expect=2).stderr


def test_while_all_is_read_anew_each_answer_about_letters_says_how_many_documents_wait(case: Path, home: Path) -> None:
    with open_for_writing(case, settings=Settings(actor="amal")) as writable:
        rebuild(writable)

        for command in ("letters", "acts", "timeline", "operations", "registers", "posts", "clashes", "places", "map", "network --letters"):
            name, *options = command.split()
            asked = kashf(name, case, *options, "--json", home=home, expect=(0, 1))
            assert "3 documents were not looked at yet; to go on: kashf process" in asked.stderr, command
            assert '"waiting": 3' in asked.stdout, command
