"""Pages typed at a terminal: what waits, line by line, blind where a second person is needed."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any

import pytest

from kashf.cli.commands import transcribe
from kashf.domain.document import Origin, Page
from kashf.domain.ids import Json
from kashf.errors import NotAllowedError, UsageError
from kashf.ports.runtime import Outcome
from kashf.services.transcription.keying import draw_lines, key_line
from tests.fakes import FakeWorker
from tests.transcribed import FIRST, SECOND, THIRD, TypedCase, letter_reading, typed_case

Capture = pytest.CaptureFixture[str]


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TypedCase:
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))
    made = typed_case(tmp_path)
    with made.as_person("Layla Haddad") as case:
        draw_lines(case, made.page, [FIRST, SECOND, THIRD])
    with made.as_person("Omar Said"):
        pass
    return made


def _at_terminal(made: TypedCase, monkeypatch: pytest.MonkeyPatch, name: str, *answers: str) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{answer}\n" for answer in answers)))
    assert 0 == transcribe.command(made.path, page=_page(made), type=True, as_person=name)


def _page(made: TypedCase) -> str:
    return f"{made.letter[:12]}#1"


def _lines(made: TypedCase, capsys: Capture) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert 0 == transcribe.command(made.path, page=_page(made), as_jsonl=True)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_line_is_asked_for_and_kept_and_an_empty_answer_leaves_one(
    made: TypedCase, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    _at_terminal(made, monkeypatch, "Layla Haddad", "send 3 tankers", "", "to the [north?]")

    assert "2/3" in capsys.readouterr().err
    assert ["waits", "unkeyed", "keyed"] == [line["state"] for line in _lines(made, capsys)]


@pytest.mark.parametrize(("language", "is_leftward"), [("", True), ("ar", True), ("en", False)])
def test_lines_are_looked_for_in_the_direction_of_the_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, *, is_leftward: bool
) -> None:
    made, worker = typed_case(tmp_path), FakeWorker(lambda *_: Outcome({"regions": []}))
    made.read_anew(replace(letter_reading(made.letter), metadata={"language": language}))
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(transcribe, "sandbox_worker", lambda: worker)
    with made.as_person("Layla Haddad"):
        pass

    _at_terminal(made, monkeypatch, "Layla Haddad")

    assert [is_leftward] == [task.params["leftward"] for task in worker.asked]


def test_whoever_stops_in_the_middle_loses_nothing_and_goes_on_there(
    made: TypedCase, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    _at_terminal(made, monkeypatch, "Layla Haddad", "send 3 tankers")
    capsys.readouterr()
    _at_terminal(made, monkeypatch, "Layla Haddad", "to the north")

    assert "1/3" not in capsys.readouterr().err
    assert ["waits", "keyed", "unkeyed"] == [line["state"] for line in _lines(made, capsys)]


def test_a_second_person_is_asked_without_seeing_a_draft_or_what_the_first_typed(
    made: TypedCase, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    _at_terminal(made, monkeypatch, "Layla Haddad", "send 3 tankers", "to the north", "now")
    capsys.readouterr()
    _at_terminal(made, monkeypatch, "Omar Said", "send 5 tankers")

    assert "1/3\n> " == capsys.readouterr().err
    assert ["disagreed", "keyed", "keyed"] == [line["state"] for line in _lines(made, capsys)]


def test_without_a_terminal_nobody_is_asked(made: TypedCase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("send 3 tankers\n"))

    with pytest.raises(UsageError, match="--line and --text"):
        transcribe.command(made.path, page=_page(made), type=True, as_person="Layla Haddad")


def test_one_line_is_typed_by_its_number_and_one_that_is_not_there_is_refused(made: TypedCase, capsys: Capture) -> None:
    assert 0 == transcribe.command(made.path, page=_page(made), line=2, text="to the north", as_person="Layla Haddad", as_json=True)
    assert "keyed" == json.loads(capsys.readouterr().out)["state"]

    with pytest.raises(UsageError, match="3 lines"):
        transcribe.command(made.path, page=_page(made), line=4, text="nothing", as_person="Layla Haddad")


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TypedCase:
    """A case with a page of which no line is known."""
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))
    made = typed_case(tmp_path)
    made.read_anew(letter_reading(made.letter, Page(1, "", Origin.OCR, 0.0)))
    with made.as_person("Layla Haddad"):
        return made


def _finds(monkeypatch: pytest.MonkeyPatch, answer: dict[str, Json]) -> None:
    monkeypatch.setattr(transcribe, "sandbox_worker", lambda: FakeWorker(lambda *_: Outcome(answer)))


def test_a_line_of_a_page_without_known_lines_is_found_on_its_picture_and_typed(
    bare: TypedCase, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    _finds(monkeypatch, {"regions": [list(astuple(region)) for region in (FIRST, SECOND)]})

    assert 0 == transcribe.command(bare.path, page=_page(bare), line=2, text="to the north", as_person="Layla Haddad")
    assert [("unkeyed", None), ("keyed", "to the north")] == [(line["state"], line["typed"]) for line in _lines(bare, capsys)]


def test_a_page_without_known_lines_is_typed_as_a_whole_where_no_line_is_named(bare: TypedCase, capsys: Capture) -> None:
    assert 0 == transcribe.command(bare.path, page=_page(bare), text="all of it", as_person="Layla Haddad")

    (line,) = _lines(bare, capsys)
    assert ([0, 0, 10_000, 10_000], "all of it") == (line["region"], line["typed"])


def test_of_a_page_that_cannot_be_drawn_it_is_said_how_it_can_be_typed(bare: TypedCase, monkeypatch: pytest.MonkeyPatch) -> None:
    _finds(monkeypatch, {})

    with pytest.raises(UsageError, match="--text without --line"):
        transcribe.command(bare.path, page=_page(bare), line=1, text="words", as_person="Layla Haddad")


def test_the_queue_says_why_a_page_waits_and_what_to_do_next(made: TypedCase, capsys: Capture) -> None:
    with made.as_person("Layla Haddad") as case:
        key_line(case, made.page, FIRST, "send 3 tankers")

    assert 0 == transcribe.command(made.path)

    shown = capsys.readouterr()
    assert "  1 of 3 lines typed; 1 line waits for a second person" in shown.out
    assert "1 page to transcribe, 0 pages done" in shown.err
    assert f"--page {_page(made)} --type" in shown.err


def test_what_two_typed_differently_is_listed_and_settled_with_a_reason(made: TypedCase, capsys: Capture) -> None:
    for name, words in (("Layla Haddad", "send 3 tankers"), ("Omar Said", "send 5 tankers")):
        transcribe.command(made.path, page=_page(made), line=1, text=words, as_person=name)
    capsys.readouterr()

    assert 0 == transcribe.command(made.path, disagreements=True)
    assert "1 line to settle" in capsys.readouterr().err
    with pytest.raises((UsageError, NotAllowedError)):
        transcribe.command(made.path, page=_page(made), line=1, text="send 5 tankers", settle=True, as_person="Layla Haddad")
