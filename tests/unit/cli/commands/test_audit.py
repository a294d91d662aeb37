from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from kashf.bootstrap import create_case
from kashf.cli.commands import audit
from kashf.errors import UsageError
from kashf.services.case.open import WritableCase
from kashf.settings import Settings
from tests.fakes import FakeCaseView
from tests.searchable import case_of

Capture = pytest.CaptureFixture[str]
NAME = "Nadir al-Wardi"


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a case on disk for what is decided, read through a made-up one that holds the texts."""
    from kashf import bootstrap

    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))
    path = tmp_path / "written"
    create_case(path, name="written", settings=Settings(actor="amal", home=tmp_path / "home"))
    made, kept = case_of(tmp_path, *["وصل نادر الوردي اليوم"] * 3), bootstrap.open_case(path)
    assert isinstance(made.view, FakeCaseView)
    monkeypatch.setattr(made.view, "judgements", kept.view.judgements)
    monkeypatch.setattr(made.view, "entries", kept.view.entries)
    monkeypatch.setattr(audit, "opened", lambda _: _Reading(made))
    monkeypatch.setattr(audit, "answering", lambda _: _Reading(made))
    deciding = bootstrap.open_to_decide

    @contextmanager
    def deciding_on_made(path: Path, *, settings: Settings) -> Iterator[WritableCase]:
        with deciding(path, settings=settings) as writable:
            yield replace(writable, reading=made)

    monkeypatch.setattr(bootstrap, "open_to_decide", deciding_on_made)
    return path


class _Reading:
    def __init__(self, case: object) -> None:
        self.case = case

    def __enter__(self) -> object:
        return self.case

    def __exit__(self, *_: object) -> None:
        return None


def _type(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{line}\n" for line in lines)))


def test_each_answer_is_kept_and_the_next_call_goes_on(case: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    _type(monkeypatch, "y", "what?", "n", "q")
    assert 1 == audit.command(case, NAME)
    shown = capsys.readouterr().out
    assert "1 of 2 hits looked at are right; 3 hits in all" in shown
    assert "no interval yet: look at 1 more hits" in shown

    _type(monkeypatch, "u")
    assert 0 == audit.command(case, NAME, pages=0)
    shown = capsys.readouterr().out
    assert "1 of 3 hits looked at are right, 1 unsure" in shown
    assert "what the search missed is not in it: read about" in shown


def test_pages_are_read_without_a_mark_of_what_was_found(case: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    _type(monkeypatch, "y", "y", "y", "many", "1", "2", "q")

    assert 0 == audit.command(case, NAME, hits=3, pages=3)

    shown = capsys.readouterr().out
    assert "2 of 3 mentions seen on 2 pages were found" in shown
    assert 3 == shown.count("[نادر الوردي]")
    assert "\nوصل نادر الوردي اليوم\n" in shown


def test_json_asks_nothing_and_tells_how_far_it_is(case: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    assert 1 == audit.command(case, NAME, as_json=True)

    told = json.loads(capsys.readouterr().out)
    assert (3, 0, None) == (told["hits"], told["looked_at"], told["estimate"])


def test_without_a_terminal_nobody_is_asked(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))

    with pytest.raises(UsageError, match="terminal"):
        audit.command(case, NAME)
