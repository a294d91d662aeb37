from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from kashf.cli.commands import compare_names, match_names
from kashf.errors import BadPathError

Capture = pytest.CaptureFixture[str]


def _given(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def _file(folder: Path, text: str, name: str = "names.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_pairs_from_stdin_get_scores_that_are_clearly_apart_with_reasons(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    _given(monkeypatch, "Abu Mohammed al Shamali\tأبو محمد الشمالي\nAbu Mohammed al Shamali\tأبو محمد العدناني\n")

    assert 0 == compare_names.command(Path("-"), as_jsonl=True)

    same, other = map(json.loads, capsys.readouterr().out.splitlines())
    assert (True, True) == (same["score"] > 0.9, other["score"] < 0.1)
    assert {"a", "b", "verdict", "score", "parts", "warning", "doubts"} == set(same)
    assert ("same", "other") == (same["verdict"], other["verdict"])
    assert {"name", "score", "left", "right", "why", "evidence"} == set(same["parts"][0])
    assert "another nisba" in other["warning"]


def test_the_table_shows_the_verdict_and_keeps_directions_apart(tmp_path: Path, capsys: Capture) -> None:
    compare_names.command(_file(tmp_path, "Khaled Haddad\tخالد الحداد\n"))

    first, *reasons = capsys.readouterr().out.splitlines()
    assert ("same", True) == (first.split()[1], "\u2068خالد الحداد\u2069" in first)
    assert ["ism", "laqab"] == sorted(line.split()[0] for line in reasons)


def test_nothing_alike_ends_with_1(tmp_path: Path) -> None:
    assert 1 == compare_names.command(_file(tmp_path, "Omar\tعلي\n"))


def test_a_line_with_one_column_is_told_and_the_others_are_compared(tmp_path: Path, capsys: Capture) -> None:
    assert 3 == compare_names.command(_file(tmp_path, "Omar\tعمر\nOmar\nKhaled\tخالد\n"), as_jsonl=True)

    told = capsys.readouterr()
    assert ["Omar", "Khaled"] == [json.loads(line)["a"] for line in told.out.splitlines()]
    assert "line 2: one column" in told.err


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadPathError, match=r"nowhere\.txt"):
        compare_names.command(tmp_path / "nowhere.txt")


def test_hits_in_a_list_say_where_and_why(tmp_path: Path, capsys: Capture) -> None:
    queries, names = _file(tmp_path, "Khaled Haddad\n"), _file(tmp_path, "نادر\nخالد الحداد\n", "list.txt")

    assert 0 == match_names.command(queries, names, top=10, as_jsonl=True)

    found = json.loads(capsys.readouterr().out)
    assert ("Khaled Haddad", [("خالد الحداد", 2)]) == (found["query"], [(hit["name"], hit["line"]) for hit in found["hits"]])
    assert "one name in two scripts" in found["hits"][0]["why"]


def test_queries_without_hits_end_with_1_and_are_listed(tmp_path: Path, capsys: Capture) -> None:
    queries, names = _file(tmp_path, "Zubayr\n"), _file(tmp_path, "خالد\n", "list.txt")

    assert 1 == match_names.command(queries, names)
    assert "\u2068Zubayr\u2069\n" == capsys.readouterr().out


def test_controls_in_a_name_do_not_reach_the_terminal(tmp_path: Path, capsys: Capture) -> None:
    compare_names.command(_file(tmp_path, "Khaled\u202e\x1b[31m\tKhaled\n"))

    assert {"\u202e", "\x1b"}.isdisjoint(capsys.readouterr().out)
