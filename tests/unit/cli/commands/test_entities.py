from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from kashf.cli.commands import entities
from kashf.errors import BadPathError, UsageError

Capture = pytest.CaptureFixture[str]
LETTER = "من: أبو طلحة العنابي\nإلى: قائد لواء الزعفران\nوصلت القافلة إلى تل الريحان.\n"


def test_each_name_is_a_line_with_its_place_in_the_file(tmp_path: Path, capsys: Capture) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, encoding="utf-8")

    assert 0 == entities.command(letter, as_jsonl=True)

    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    expected = [("PER", "أبو طلحة العنابي"), ("ROLE", "قائد"), ("ORG", "لواء الزعفران"), ("LOC", "تل الريحان")]
    assert expected == [(row["type"], row["text"]) for row in rows]
    assert all(LETTER[row["start"] : row["end"]] == row["text"] for row in rows)
    assert {"start", "end", "text", "type", "source", "score", "value"} == set(rows[0])


def test_a_sum_brings_what_it_is_worth(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("دفع ٣٠٠ ألف ليرة سورية".encode())))

    assert 0 == entities.command(Path("-"), as_jsonl=True)
    assert {"amount": "300000", "currency": "SYP"} == json.loads(capsys.readouterr().out)["value"]


def test_text_comes_from_standard_input_in_any_encoding(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LETTER.encode("cp1256"))))

    assert 0 == entities.command(Path("-"), as_jsonl=False)
    assert "أبو طلحة العنابي" in capsys.readouterr().out


def test_what_surrounds_an_article_names_nobody(tmp_path: Path, capsys: Capture) -> None:
    page = tmp_path / "page.txt"
    page.write_text("ADVERTISEMENT\nاقرأ أيضا: لواء الزعفران في الميدان\nانسحبت كتيبة النرجس من الموقع.\n", encoding="utf-8")

    assert 0 == entities.command(page, as_jsonl=True)
    assert ["كتيبة النرجس"] == [json.loads(line)["text"] for line in capsys.readouterr().out.splitlines()]


def test_nothing_named_is_exit_code_1(tmp_path: Path, capsys: Capture) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")

    assert 1 == entities.command(empty)
    assert "" == capsys.readouterr().out


def test_a_missing_file_and_one_that_is_no_text_are_told_apart(tmp_path: Path) -> None:
    picture = tmp_path / "picture.bin"
    picture.write_bytes(bytes(range(256)) * 40)

    with pytest.raises(BadPathError):
        entities.command(tmp_path / "missing.txt")
    with pytest.raises(UsageError, match="not a text file"):
        entities.command(picture)
