"""A desk checks what a source delivers, batch by batch, and reads what its record is worth."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stories.command import kashf, kashf_json


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def case(tmp_path: Path, home: Path) -> Path:
    (tmp_path / "leak").mkdir()
    (tmp_path / "leak" / "order.txt").write_text("an order", encoding="utf-8")
    kashf("init", tmp_path / "leak.case", home=home)
    kashf("add", tmp_path / "leak.case", tmp_path / "leak", "--from", "kestrel-2", home=home)
    return tmp_path / "leak.case"


def checked(case: Path, home: Path, batch: str, outcome: str, *more: str, expect: int = 0) -> str:
    said = ("--batch", batch, "--verdict", outcome, "--kind", "letters", "--how", "held against the archive")
    people = ("--chosen-by", "source", "--checked-by", "Rana", "--as", "Layla Haddad")
    return kashf("source", case, "check", "kestrel-2", *said, *people, *more, home=home, expect=expect).stderr


def test_three_batches_give_a_letter_with_what_stands_beside_it_and_who_chose_them(case: Path, home: Path) -> None:
    for batch in ("spring", "summer", "autumn"):
        checked(case, home, batch, "genuine", "--on", "2015-06-01")
    told = kashf_json("source", case, "show", "kestrel-2", home=home)["judged"]

    assert ("D", "channel, 3 batches checked", True) == (told["letter"], told["beside"], told["chosen_by_source_alone"])
    assert (0.8, 0.4729) == (round(told["record"]["mean"], 4), round(told["record"]["lower95"], 4))
    shown = kashf("source", case, "show", "kestrel-2", home=home).stdout
    assert "D (channel, 3 batches checked)" in shown
    assert "after a point more perfect history does not raise it" in shown
    assert "chose every batch" in shown


def test_a_disagreement_is_told_when_it_is_written_and_taken_back_with_undo(case: Path, home: Path) -> None:
    checked(case, home, "spring", "genuine")
    assert "disagree" in checked(case, home, "spring", "false")
    checks = kashf_json("source", case, "show", "kestrel-2", home=home)["judged"]["checks"]

    kashf("source", case, "check", "kestrel-2", "--undo", checks[1]["entry"], "--as", "Layla Haddad", home=home)
    told = kashf_json("source", case, "show", "kestrel-2", home=home)["judged"]
    assert ([], 1, 0) == (told["disagreeing"], told["record"]["genuine"], told["record"]["open"])


def test_a_parent_a_scope_and_a_letter_by_hand(case: Path, home: Path) -> None:
    by = ("--as", "Layla Haddad")
    kashf("source", case, "parent", "kestrel-2", "flint-3", *by, home=home)
    assert "a circle" in kashf("source", case, "parent", "flint-3", "kestrel-2", *by, home=home).stderr
    kashf("source", case, "scope", "kestrel-2", "--kind", "letters", "--kind", "films", *by, home=home)
    kashf("source", case, "grade", "kestrel-2", "--letter", "e", *by, home=home, expect=2)
    kashf("source", case, "grade", "kestrel-2", "--letter", "e", "--why", "caught elsewhere", *by, home=home)
    kashf("source", case, "parent", "kestrel-2", "Khalid the tailor", *by, home=home, expect=2)

    told = kashf_json("source", case, "show", "kestrel-2", home=home)["judged"]
    assert (["flint-3"], ["flint-3", "kestrel-2"], ["letters", "films"]) == (told["parents"], told["circle"], told["kinds_without_a_check"])
    assert ("E", "F", "caught elsewhere") == (told["letter"], told["derived_letter"], told["override"]["why"])
    assert "the record gives F" in kashf("source", case, "show", "kestrel-2", home=home).stdout
