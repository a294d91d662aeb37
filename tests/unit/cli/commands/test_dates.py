from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from kashf.cli.commands import dates
from kashf.errors import UsageError

Capture = pytest.CaptureFixture[str]
LETTER = "التاريخ: ٢٠ محرم ١٤٣٥ هـ\nيمنع المرور يوم 15 تشرين الثاني 2014.\n"


def test_each_date_is_a_line_with_its_place_in_the_file(tmp_path: Path, capsys: Capture) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, encoding="utf-8")

    assert 0 == dates.command(letter, as_jsonl=True)

    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [("[2013-11-22..2013-11-24]", "hijri"), ("2014-11-15", "gregorian")] == [(row["edtf"], row["calendar"]) for row in rows]
    assert all(LETTER[row["start"] : row["end"]] == row["wording"] for row in rows)


def test_days_without_a_year_are_counted_from_the_day_of_writing(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"come on 28 December")))

    assert 0 == dates.command(Path("-"), written="2015-01-03")
    assert capsys.readouterr().out.startswith("2014-12-28 ")


def test_a_text_without_dates_ends_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"letter no. (3/15/2022)")))

    assert 1 == dates.command(Path("-"))


@pytest.mark.parametrize(("document", "written"), [("3fa9", ""), ("", "yesterday")])
def test_a_document_without_a_case_and_a_day_that_is_none_are_wrong_usage(tmp_path: Path, document: str, written: str) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, encoding="utf-8")

    with pytest.raises(UsageError):
        dates.command(letter, document, written=written)
