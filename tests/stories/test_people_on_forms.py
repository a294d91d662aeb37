"""From a folder of forms to a number of people with its bounds, which decisions narrow."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.stories.command import kashf
from tests.unit.services.forms.people.entry_forms import entry_form


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five men's forms, and another one of the first."""
    made = tmp_path_factory.mktemp("made")
    leak, home = made / "leak", made / "home"
    leak.mkdir()
    again = entry_form(0, born="1980", phone="none", came="2/9/2015", extra="came back")
    for at, text in enumerate([*(entry_form(at) for at in range(5)), again]):
        (leak / f"{at}.txt").write_text(text)
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


def asked(case: Path, home: Path, *words: str) -> Any:
    return json.loads(kashf("forms", case, *words, "--people", "--json", home=home).stdout)


def test_people_on_forms_are_counted_with_bounds_that_a_decision_narrows(case: Path, home: Path) -> None:
    told = asked(case, home)
    (question,) = told["questions"]
    assert ({"least": 5, "most": 6, "proposed": 5}, "proposed") == (told["people"], question["verdict"])

    written = kashf("forms", case, "--one-man", question["left"], question["right"], "--why", "one hand", home=home)
    assert {"least": 5, "most": 5, "proposed": 5} == asked(case, home)["people"]

    family = json.loads(kashf("forms", case, "--json", home=home).stdout)["families"][0]["id"]
    beside = asked(case, home, family, question["left"])
    differing = [field["field"] for field in beside["fields"] if field["differs"]]
    assert (2, ["date of birth", "telephone", "date of entry", "remarks"]) == (len(beside["forms"]), differing)
    assert [True, True] == [value["hidden"] for field in beside["fields"] if field["kind"] == "mother" for value in field["values"]]

    entry = written.stderr.split("--undo ")[1].split("`")[0]
    kashf("forms", case, "--undo", entry, home=home)
    assert 6 == asked(case, home)["people"]["most"]


def test_what_no_machine_read_from_a_picture_is_nobodys_to_vouch_for(case: Path, home: Path) -> None:
    left = asked(case, home)["questions"][0]["left"]
    family = json.loads(kashf("forms", case, "--json", home=home).stdout)["families"][0]["id"]

    for words in (("--seen", "name"), ("--typed", "name=Walid")):
        assert kashf("forms", case, family, left, *words, home=home, expect=2).stderr.startswith("kashf: Name: no ")


def test_review_asks_about_forms_and_settles_them_until_that_is_taken_back(case: Path, home: Path) -> None:
    def waiting() -> list[dict[str, Any]]:
        return list(json.loads(kashf("review", case, "--json", home=home, expect=(0, 1)).stdout)["people"])

    (question,) = waiting()
    traits = {"name": "agrees", "birth": "agrees", "mother": "agrees", "phone": "silent"}
    assert ("proposed", traits) == (question["verdict"], question["traits"])
    said = kashf("review", case, "--type", "PER", home=home).stdout
    assert "likely one man" in said
    assert "Layla" not in said
    names = [f"{form.partition('/')[0][:12]}/{form.partition('/')[2]}" for form in (question["left"], question["right"])]
    entry = kashf("review", case, "--judge", *names, "same", "--why", "one birth", home=home).stdout.strip()
    assert [] == waiting()
    assert 5 == asked(case, home)["people"]["most"]
    kashf("review", case, "--judge", *names, "unsure", home=home, expect=2)
    assert entry == kashf("review", case, "--undo", entry[:12], home=home).stdout.strip()
    assert [question] == waiting()
    kashf("review", case, "--undo", entry[:12], home=home, expect=(1, 2))
