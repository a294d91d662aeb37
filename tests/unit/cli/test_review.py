from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from kashf.cli.commands import review
from kashf.domain.entity import MentionType, Verdict
from kashf.errors import NotFoundError, UsageError
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
    assert "1 names changed their entity" in told.err
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
