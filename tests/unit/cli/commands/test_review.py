from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from kashf.cli.commands import persons, review
from kashf.domain.entity import MentionType, Verdict
from kashf.errors import NotAllowedError, NotFoundError, UsageError
from tests.named import named_case

Capture = pytest.CaptureFixture[str]
WHOLE, KUNYA, OTHER = "Abu Omar al-Wardi", "Abu Omar", "Abu Omar al-Anbari"


class Terminal(io.StringIO):
    """Somebody who types, or a screen."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("KASHF_ACTOR", "amal")
    path = tmp_path / "a.case"
    with named_case(path, home=tmp_path / "home", persons={WHOLE: 5, KUNYA: 4, OTHER: 2}):
        pass
    return path


def type_keys(monkeypatch: pytest.MonkeyPatch, *lines: str) -> Terminal:
    screen = Terminal()
    monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{line}\n" for line in lines)))
    monkeypatch.setattr(sys, "stdout", screen)
    return screen


def questions(case: Path, capsys: Capture) -> list[dict[str, Any]]:
    capsys.readouterr()
    review.command(case, as_jsonl=True)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_without_a_terminal_it_lists_what_to_decide(case: Path, capsys: Capture) -> None:
    assert 0 == review.command(case)
    assert "4 move" in capsys.readouterr().out
    asked = questions(case, capsys)
    assert [4, 2] == [question["moves"] for question in asked]
    assert {"key", "text", "mentions", "entity", "entity_mentions"} == set(asked[0]["left"])
    assert 0 == review.command(case, as_json=True, limit=1)
    assert 1 == len(json.loads(capsys.readouterr().out)["questions"])


def test_at_a_terminal_each_answer_is_kept_at_once_and_z_takes_it_back(
    case: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    screen = type_keys(monkeypatch, "what?", "y", "one seal", "z", "n", "another hand", "q")

    assert 0 == review.command(case)

    shown = screen.getvalue()
    assert f"then [{WHOLE}] came." in shown
    assert "kunya:" in shown
    monkeypatch.undo()
    monkeypatch.setenv("KASHF_HOME", str(case.parent / "home"))
    assert 0 == review.command(case, history=WHOLE, as_json=True)
    first, second = json.loads(capsys.readouterr().out)["decisions"]
    assert ("same", "different") == (first["judgement"]["verdict"], second["judgement"]["verdict"])
    assert first["undone"]
    assert "another hand" == second["judgement"]["why"]


def test_skipping_all_and_the_end_of_the_input_decide_nothing(case: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    for keys in (("s", "s"), ("z",), ()):
        type_keys(monkeypatch, *keys)
        assert 0 == review.command(case)
    monkeypatch.undo()
    assert 2 == len(questions(case, capsys))


def test_one_decision_is_given_and_taken_back_without_questions(case: Path, capsys: Capture) -> None:
    assert 0 == review.command(case, judge=(KUNYA, WHOLE, Verdict.SAME), why="one seal")
    told = capsys.readouterr()
    entry = told.out.strip()
    assert 64 == len(entry)
    assert "1 name changed its entity" in told.err
    assert 0 == review.command(case, history=KUNYA)
    assert "one seal" in capsys.readouterr().out
    assert 0 == review.command(case, undo=entry[:12])
    assert [4, 2] == [question["moves"] for question in questions(case, capsys)]


def test_decisions_that_contradict_each_other_are_told(case: Path, capsys: Capture) -> None:
    for left, right, verdict in ((KUNYA, WHOLE, Verdict.SAME), (KUNYA, OTHER, Verdict.SAME), (WHOLE, OTHER, Verdict.DIFFERENT)):
        assert 0 == review.command(case, judge=(left, right, verdict))
    assert "decisions contradict" in capsys.readouterr().err


def test_when_all_is_decided_it_ends_with_1(case: Path, capsys: Capture) -> None:
    for left, right in ((KUNYA, WHOLE), (KUNYA, OTHER), (WHOLE, OTHER)):
        review.command(case, judge=(left, right, Verdict.DIFFERENT))
    capsys.readouterr()

    assert 1 == review.command(case)
    assert "" == capsys.readouterr().out


def test_what_cannot_be_understood_is_refused(case: Path) -> None:
    with pytest.raises(UsageError):
        review.command(case, type=[MentionType.MONEY])
    with pytest.raises(UsageError):
        review.command(case, undo="abc", history=WHOLE)
    with pytest.raises(NotFoundError):
        review.command(case, judge=("Nobody at All", WHOLE, Verdict.SAME))
    with pytest.raises(UsageError):
        review.command(case, judge=(KUNYA, WHOLE, Verdict.SAME), why="a\x1bb")


def judge(case: Path, verdict: Verdict, *, by: str | None = None) -> None:
    review.command(case, judge=(WHOLE, OTHER, verdict), as_person=by)


def signed(case: Path, capsys: Capture) -> dict[str, Any]:
    capsys.readouterr()
    review.command(case, history=WHOLE, as_json=True)
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_two_names_in_the_environment_are_not_two_persons(case: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("alice", "bob"):
        monkeypatch.setenv("KASHF_ACTOR", name)
        judge(case, Verdict.SAME)

    told = signed(case, capsys)
    assert (2, 0) == (len(told["decisions"]), told["persons"])
    review.command(case, history=WHOLE)
    shown = capsys.readouterr()
    assert 2 == shown.out.count("(no person of this case)")
    assert "signed by 0 persons" in shown.err


def test_persons_are_introduced_once_and_then_also_known_by_the_settings(
    case: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        judge(case, Verdict.SAME, by="Layla")
    judge(case, Verdict.SAME, by="omar  Said")
    assert 2 == capsys.readouterr().err.count("is a person of this case from now on")

    monkeypatch.setenv("KASHF_ACTOR", "LAYLA")
    judge(case, Verdict.SAME)

    told = signed(case, capsys)
    assert 2 == told["persons"]
    people = [each["judgement"]["person"] for each in told["decisions"]]
    assert [people[0], people[0], people[2], people[0]] == people


def test_the_persons_of_a_case_are_listed_in_order(case: Path, capsys: Capture) -> None:
    assert 1 == persons.command(case)
    for name in ("Layla", "Omar"):
        judge(case, Verdict.SAME, by=name)
    capsys.readouterr()

    assert 0 == persons.command(case, as_json=True)
    listed = json.loads(capsys.readouterr().out)["persons"]
    assert ["Layla", "Omar"] == [each["name"] for each in listed]
    assert 0 == persons.command(case)
    assert [each["id"][:12] for each in listed] == [line.split()[0] for line in capsys.readouterr().out.splitlines()]


def test_opposite_verdicts_of_two_persons_are_listed_until_one_says_what_the_other_says(case: Path, capsys: Capture) -> None:
    judge(case, Verdict.SAME, by="Layla")
    judge(case, Verdict.DIFFERENT, by="Omar")
    capsys.readouterr()

    assert 0 == review.command(case, conflicts=True)
    (line,) = capsys.readouterr().out.splitlines()
    assert "Layla" in line
    assert "Omar" in line
    assert 0 == review.command(case, conflicts=True, as_json=True)
    assert 1 == len(json.loads(capsys.readouterr().out)["conflicts"])
    judge(case, Verdict.DIFFERENT, by="Layla")
    capsys.readouterr()
    assert 1 == review.command(case, conflicts=True)


def test_what_somebody_else_signed_cannot_be_taken_back(case: Path, capsys: Capture) -> None:
    judge(case, Verdict.SAME, by="Layla")
    entry = signed(case, capsys)["decisions"][0]["judgement"]["id"]

    for other in (None, "Omar"):
        with pytest.raises(NotAllowedError, match="Layla"):
            review.command(case, undo=entry, as_person=other)
    assert 0 == review.command(case, undo=entry, as_person="Layla")


def test_at_a_terminal_a_new_person_is_asked_about_and_no_leaves_everything_as_it_was(
    case: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_keys(monkeypatch, "n")
    with pytest.raises(UsageError, match="introduced"):
        judge(case, Verdict.SAME, by="Layla")
    type_keys(monkeypatch, "y")
    judge(case, Verdict.SAME, by="Layla")
    monkeypatch.undo()

    monkeypatch.setenv("KASHF_HOME", str(case.parent / "home"))
    assert ["Layla"] == [each["judgement"]["who"] for each in signed(case, capsys)["decisions"]]


@pytest.mark.parametrize("name", ["a\x07b", "x" * 201])
def test_a_name_that_cannot_be_recorded_is_refused(case: Path, name: str) -> None:
    with pytest.raises(UsageError):
        judge(case, Verdict.SAME, by=name)


@pytest.fixture
def stores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("KASHF_ACTOR", "amal")
    path = tmp_path / "b.case"
    names = ("Zafir", "Manara", "Qalib")
    places = dict.fromkeys(names, 3) | {f"{name} grain store": 2 for name in names} | {"Old bridge": 1, "Old bridge east": 1}
    with named_case(path, home=tmp_path / "home", persons={}, places=places):
        pass
    return path


def test_questions_of_one_kind_are_answered_at_once_or_one_by_one(stores: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = type_keys(monkeypatch, "n", "stores are no villages", "z", "o", "n", "", "q")

    assert 0 == review.command(stores)

    shown = screen.getvalue()
    assert 2 == shown.count("3 questions of one kind, one answer")
    assert "1/4" in shown


def test_at_a_terminal_a_side_that_is_no_name_leaves_the_queue(stores: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    type_keys(monkeypatch, "o", "1", "", "q")
    review.command(stores)
    monkeypatch.undo()
    monkeypatch.setenv("KASHF_ACTOR", "amal")

    assert 3 == len(questions(stores, capsys))


def test_a_term_that_is_no_name_is_asked_about_no_more(stores: Path, capsys: Capture) -> None:
    assert 0 == review.command(stores, not_a_name=["Zafir grain store", "Qalib grain store"], why="sheds")
    entry = capsys.readouterr().out.strip()

    assert 2 == len(questions(stores, capsys))
    assert 0 == review.command(stores, history="Zafir grain store")
    assert "not-a-name" in capsys.readouterr().out
    assert 0 == review.command(stores, undo=entry)
    assert 4 == len(questions(stores, capsys))
