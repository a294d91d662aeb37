from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from kashf.cli.commands import screen
from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention
from kashf.domain.ids import DocumentId
from kashf.errors import BadPathError, UsageError
from kashf.services.case.open import OpenCase
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed

Capture = pytest.CaptureFixture[str]
LETTER = DocumentId("a" * 64)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    first = PlacedMention(LETTER, 2, NameKey("نادر الوردي"), Mention(4, 15, "نادر الوردي", MentionType.PERSON, "rules:test", 0.9))
    other = replace(first, key=NameKey("=سلوى التيني"), mention=Mention(20, 32, "=سلوى التيني", MentionType.PERSON, "rules:test", 0.9))
    view = FakeCaseView(named=(first, replace(first, page=3), other))

    @contextmanager
    def opened(path: Path) -> Iterator[OpenCase]:
        yield OpenCase(path, "case", view, FakeIndex(), FakeBlobs(), FakeSealed())

    monkeypatch.setattr(screen, "opened", opened)
    return tmp_path


def _list(folder: Path, text: str) -> Path:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_hit_is_called_possible_and_cites_its_first_place(folder: Path, capsys: Capture) -> None:
    assert 0 == screen.command(folder, _list(folder, "id,name\n7,Nadir al-Wardi\n8,Khaled al-Jisri\n"), as_jsonl=True)

    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert ("7", "نادر الوردي", 2, 1, f"{LETTER}#2:4-15") == (
        row["entry"],
        row["possible"],
        row["mentions"],
        row["documents"],
        row["place"],
    )


def test_the_answer_to_one_object_names_the_entries_without_a_hit(folder: Path, capsys: Capture) -> None:
    screen.command(folder, _list(folder, "id,name\n7,Nadir al-Wardi\n8,Khaled al-Jisri\n"), as_json=True)

    answer = json.loads(capsys.readouterr().out)
    assert (2, 2, ["8"], 1) == (answer["entries"], answer["names"], answer["silent"], len(answer["hits"]))


def test_no_hit_ends_with_one(folder: Path, capsys: Capture) -> None:
    assert 1 == screen.command(folder, _list(folder, "name\nKhaled al-Jisri\n"))

    assert "0 possible hits of 1 entries" in capsys.readouterr().err


def test_a_table_holds_no_formula(folder: Path, capsys: Capture) -> None:
    screen.command(folder, _list(folder, "id,name\n=1,سلوى التيني\n"), as_csv=True)

    head, row = capsys.readouterr().out.splitlines()
    assert head.startswith("entry,listed,type")
    assert row.startswith("'=1,")
    assert ",'=سلوى" in row


def test_a_person_reads_reasons(folder: Path, capsys: Capture) -> None:
    screen.command(folder, _list(folder, "Nadir al-Wardi"))

    shown = capsys.readouterr().out
    assert "possible:" in shown
    assert "#2:4-15" in shown


def test_the_list_may_come_by_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Nadir al-Wardi\n")))

    assert 0 == screen.command(folder, Path("-"))


def test_a_list_that_is_not_there_or_cannot_be_read_is_told(folder: Path) -> None:
    with pytest.raises(BadPathError):
        screen.command(folder, folder / "missing")
    with pytest.raises(UsageError, match=r"list\.csv, line 2"):
        screen.command(folder, _list(folder, "id,name\n1,a,b\n"))
