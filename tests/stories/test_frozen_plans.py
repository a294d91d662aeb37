"""A plan of the precedence test is frozen on a case, run, linked to a sentence card, and told beside every other plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.planned import DAYS, TOWNS, letter, write_planned
from tests.stories.command import kashf, kashf_json

RULE = ("--orders", "every order of the leak to withdraw heavy weapons", "--only", "kind=withdraw", "--only", "force=order")
CONTROLS = ("--controls", "every ban on travel in the same leak", "--controls-only", "kind=travel")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def case(tmp_path: Path, home: Path) -> Path:
    leak, case = write_planned(tmp_path), tmp_path / "leak.case"
    kashf("init", case, home=home)
    kashf("places", case, "--add", tmp_path / "places.csv", "--why", "from a map", "--as", "Rana", home=home)
    kashf("add", case, leak, "--from", "heron-1", home=home)
    for name in ("events.csv", "other.csv"):
        kashf("events", case, "add", tmp_path / name, "--as", "Rana", home=home)
    return case


def plan(case: Path, home: Path, *words: str, expect: int = 0) -> str:
    return kashf("plan", case, *words, "--as", "Rana", home=home, expect=expect).stderr


def test_a_plan_is_frozen_run_and_told_with_every_other_plan_on_its_catalogue(case: Path, home: Path, tmp_path: Path) -> None:
    plan(case, home, "freeze", "guns", *RULE, *CONTROLS, "--events", "events.csv")
    frozen = kashf_json("plan", case, "show", "guns", home=home)
    assert (10, 10, 1, 1, None) == (*(frozen["plan"][each] for each in ("orders", "controls", "number", "of")), frozen["working"])

    plan(case, home, "run", "guns", "--html", str(tmp_path / "guns.html"))
    told = kashf_json("plan", case, "show", "guns", home=home)
    run = told["run"]
    assert ("before", True, "before") == (run["verdict"], told["is_same"], told["working"]["verdict"])
    assert 1 < run["ratio_against_chance_at_most"] < 1 / run["p"]
    assert "Not shown: who knew, how, or that the sides agreed." in (tmp_path / "guns.html").read_text(encoding="utf-8")
    assert frozen["plan"]["plan"][:16] in told["working"]["sentence"]

    kashf("claim", case, "add", "--text", "The guns left before the attacks.", "--as", "Rana", home=home)
    (card,) = (each["card"] for each in kashf_json("claim", case, home=home)["cards"])
    kashf("claim", case, "link", card, "--supports", "--plan", "guns", "--as", "Rana", home=home)
    (put,) = kashf_json("claim", case, "show", card, home=home)["evidence"]
    assert ("concluded", "before", told["plan"]["plan"]) == (put["strip"], put["tested"]["verdict"], put["tested"]["plan"])
    assert "only-conclusions" == kashf_json("claim", case, "show", card, home=home)["weakest"][0]["what"]
    assert "or that the sides agreed" in kashf("claim", case, "show", card, home=home).stdout

    plan(case, home, "freeze", "bans", "--orders", "every ban on travel of the leak", "--only", "kind=travel", "--events", "events.csv")
    second = kashf_json("plan", case, "show", "bans", home=home)["plan"]
    assert (2, 2, 1, {"before": 1}) == tuple(second[each] for each in ("number", "of", "opened_before", "others"))
    link = ("claim", case, "link", card, "--supports", "--plan", "bans", "--as", "Rana")
    assert "was not run yet" in kashf(*link, home=home, expect=2).stderr
    plan(case, home, "run", "bans", expect=1)
    assert "supports nothing" in kashf(*link, home=home, expect=2).stderr
    assert "frozen after the catalogue had been run once" in kashf("plan", case, "show", "bans", home=home).stdout
    assert "Plan 1 of 2" in kashf("plan", case, "show", "guns", home=home).stdout
    assert kashf_json("verify", case, home=home)["ok"]


def test_orders_that_changed_since_are_told_and_the_working_of_an_earlier_run_is_not_shown_as_if_it_were_that(
    case: Path, home: Path, tmp_path: Path
) -> None:
    plan(case, home, "freeze", "guns", *RULE, "--events", "events.csv")
    plan(case, home, "run", "guns")
    (tmp_path / "late.txt").write_text(letter(900, DAYS[0], f"اسحبوا الأسلحة الثقيلة من مدينة {TOWNS[3]}"), encoding="utf-8")
    kashf("add", case, tmp_path / "late.txt", "--from", "heron-1", home=home)

    assert "Its working cannot be shown" in kashf("plan", case, "show", "guns", home=home).stdout
    plan(case, home, "run", "guns")
    assert {"came": 1, "gone": 0, "altered": 0} == kashf_json("plan", case, "show", "guns", home=home)["run"]["orders_since"]
    assert "1 of its orders changed: 1 came" in kashf("plan", case, "show", "guns", home=home).stdout


def test_what_cannot_be_a_plan_is_refused_and_nothing_is_written(case: Path, home: Path) -> None:
    plan(case, home, "freeze", "guns", *RULE, "--events", "events.csv")
    entries = kashf_json("verify", case, home=home)["entries"]
    events = ("--events", "events.csv")
    refused = {
        "guns": (*RULE, *events),
        "high": (*RULE, *events, "--alpha", "0.2"),
        "same": (*RULE, *events, "--controls", "the same orders once more", "--controls-only", "kind=withdraw"),
        "short": ("--orders", "all", *events),
        "none": ("--orders", "every order to pay somebody something", "--only", "kind=pay", *events),
        "odd": (*RULE, "--only", "colour=red", *events),
        "Abu Salim": (*RULE, *events),
    }
    told = {name: plan(case, home, "freeze", name, *words, expect=2) for name, words in refused.items()}
    for name, said in {
        "guns": "already",
        "high": "alpha lies above 0 and up to 0.05",
        "same": "is one of the orders",
        "short": "in words",
        "none": "finds no order",
        "odd": "'colour' is nothing",
        "Abu Salim": "small Latin letters",
    }.items():
        assert said in told[name]
    assert "another catalogue" in plan(case, home, "run", "guns", "--events", "other.csv", expect=2)
    assert "with freeze alone" in plan(case, home, "run", "guns", "--alpha", "0.01", expect=2)
    assert "no plan is called" in plan(case, home, "run", "nowhere", expect=1)
    assert "no catalogue" in plan(case, home, "freeze", "x", *RULE, "--events", "nowhere.csv", expect=1)
    kashf("events", case, "drop", "events.csv", "--as", "Rana", home=home)
    assert "not in the case any more" in plan(case, home, "run", "guns", expect=1)
    assert entries + 1 == kashf_json("verify", case, home=home)["entries"]
