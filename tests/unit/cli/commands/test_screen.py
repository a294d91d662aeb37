from __future__ import annotations

import datetime as dt
import io
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from kashf.cli.commands import screen
from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention
from kashf.domain.ids import DocumentId
from kashf.errors import BadPathError, NotFoundError, UsageError
from kashf.services.case.open import OpenCase, WritableCase
from kashf.settings import Settings
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed
from tests.unit.web.named import Notebook

Capture = pytest.CaptureFixture[str]
LETTER = DocumentId("a" * 64)


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    first = PlacedMention(LETTER, 2, NameKey("نادر الوردي"), Mention(4, 15, "نادر الوردي", MentionType.PERSON, "rules:test", 0.9))
    other = replace(first, key=NameKey("=سلوى التيني"), mention=Mention(20, 32, "=سلوى التيني", MentionType.PERSON, "rules:test", 0.9))
    view = FakeCaseView(named=(first, replace(first, page=3), other))

    return Notebook(OpenCase(tmp_path, "case", view, FakeIndex(), FakeBlobs(), FakeSealed()))


@pytest.fixture
def folder(notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    @contextmanager
    def opened(_: Path) -> Iterator[OpenCase]:
        yield notebook.case

    @contextmanager
    def to_decide(_: Path, *, settings: Settings) -> Iterator[WritableCase]:
        with notebook.decide(settings.actor) as case:
            yield case

    monkeypatch.setattr(screen, "opened", opened)
    monkeypatch.setattr("kashf.bootstrap.open_to_decide", to_decide)
    return tmp_path


def _list(folder: Path, text: str) -> Path:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return path


LISTED = "id,name,dob\n7,Nadir al-Wardi,1970\n8,Khaled al-Jisri,\n"


def test_entries_are_told_with_how_many_hits_they_have(folder: Path, capsys: Capture) -> None:
    assert 0 == screen.command(folder, _list(folder, LISTED))

    shown = capsys.readouterr()
    assert "\u20687\u2069  \u2068Nadir al-Wardi\u2069: 1 possible\n" == shown.out
    assert "from its column \u2068name\u2069 of 3" in shown.err
    assert "1 possible hit for 1 entry; 1 entry has none" in shown.err


def test_the_hits_of_one_entry_are_shown_with_what_tells_people_apart(folder: Path, capsys: Capture) -> None:
    assert 0 == screen.command(folder, _list(folder, LISTED), entry="7")

    shown = capsys.readouterr().out
    assert "possible: \u2068نادر الوردي\u2069" in shown
    assert "2 places in 1 document, first aaaaaaaaaaaa#2:4-15" in shown
    assert "beside it: no identifier on the page" in shown
    assert "on the list: \u2068dob\u2069: \u20681970\u2069" in shown


def test_json_has_numbers_and_no_hit(folder: Path, capsys: Capture) -> None:
    screen.command(folder, _list(folder, LISTED), as_json=True)

    answer = json.loads(capsys.readouterr().out)
    assert (2, 2, 1, 1, 1) == tuple(answer[key] for key in ("entries", "names", "hits", "entries_with_hits", "silent"))
    assert "نادر" not in json.dumps(answer, ensure_ascii=False)


def test_an_entry_that_the_list_has_not_is_told(folder: Path) -> None:
    with pytest.raises(NotFoundError, match="no entry 9"):
        screen.command(folder, _list(folder, LISTED), entry="9")


def test_an_entry_without_a_name_is_told(folder: Path, capsys: Capture) -> None:
    screen.command(folder / "leak.case", _list(folder, "al-\nNobody Elsewhere\n"))

    assert "line 1: there is no name in it" in capsys.readouterr().err


def test_no_hit_ends_with_one(folder: Path, capsys: Capture) -> None:
    assert 1 == screen.command(folder, _list(folder, "name\nKhaled al-Jisri\n"))

    assert "0 possible hits for 0 entries; 1 entry has none" in capsys.readouterr().err


def test_a_list_in_another_encoding_is_read(folder: Path, capsys: Capture) -> None:
    path = folder / "list.csv"
    path.write_bytes("رقم;الاسم\n7;نادر الوردي\n".encode("cp1256"))

    assert 0 == screen.command(folder, path)
    assert "نادر الوردي" in capsys.readouterr().out


def test_the_list_may_come_by_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Nadir al-Wardi\n")))

    assert 0 == screen.command(folder, Path("-"))


def test_a_list_that_is_not_there_or_cannot_be_read_is_told(folder: Path) -> None:
    with pytest.raises(BadPathError):
        screen.command(folder, folder / "missing")
    with pytest.raises(UsageError, match=r"list\.csv, line 2"):
        screen.command(folder, _list(folder, "id,name\n1,a,b\n"))


def test_a_list_that_was_screened_is_told_when_it_is_screened_again(folder: Path, notebook: Notebook, capsys: Capture) -> None:
    path = _list(folder, LISTED)
    os.utime(path, (0, dt.datetime(2031, 5, 2, 12, tzinfo=dt.UTC).timestamp()))
    screen.command(folder, path, as_json=True)
    first = json.loads(capsys.readouterr().out)
    screen.command(folder, path, dated="2031-04-30", as_json=True)
    shown = capsys.readouterr()
    again = json.loads(shown.out)

    assert (None, True, "list.csv", "2031-05-02", "file") == (
        *(first["screened_before"], first["recorded"]),
        *(first["list"][key] for key in ("name", "dated", "dated_by")),
    )
    assert ("2031-04-30", "person", 1) == (
        again["list"]["dated"],
        again["list"]["dated_by"],
        again["screened_before"]["tally"]["with_hits"],
    )
    assert f"screened on {notebook.entries[0].time:%Y-%m-%d} (1 entry then had hits, 1 now)" in shown.err
    assert 2 == len(notebook.entries)


def test_where_the_case_cannot_be_written_the_answer_comes_and_says_so(folder: Path, notebook: Notebook, capsys: Capture) -> None:
    notebook.is_locked = True

    assert 0 == screen.command(folder, _list(folder, LISTED))
    shown = capsys.readouterr()
    assert "1 possible" in shown.out
    assert "this screening was not written down" in shown.err
    assert [] == notebook.entries


def test_a_day_that_is_none_is_refused(folder: Path) -> None:
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        screen.command(folder, _list(folder, LISTED), dated="2031-02-30")
