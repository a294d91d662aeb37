"""Acts of a case: told from what its letters say, filtered, and written to a table."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.stories.command import kashf, kashf_json

ORDER = (
    "ولاية المرج\nديوان الجسور\nالعدد: ٣/٦/١٠٤\nالتاريخ: ٢٥/٥/٢٠١٤م\nإلى / كافة المكاتب\n"
    "يمنع على التجار السفر إلى وادي الغيم.\nسالم الوردي\nالمدير\n"
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def case(tmp_path: Path, home: Path) -> Path:
    leak = tmp_path / "leak"
    leak.mkdir()
    (leak / "order.txt").write_text(ORDER, encoding="utf-8")
    (leak / "copy.txt").write_text(ORDER + "\n", encoding="utf-8")
    (leak / "note.txt").write_text("bread, milk, and a word about the weather of yesterday\n", encoding="utf-8")
    case = tmp_path / "a.case"
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "heron-1", home=home)
    return case


def test_acts_are_told_once_for_all_copies_with_what_is_left_out(case: Path, home: Path) -> None:
    found = kashf_json("acts", case, home=home)

    (act,) = found["acts"]
    assert ("travel", "forbid", "2014-05-25", "writing") == (act["kind"], act["force"], act["when"]["date"], act["when"]["rule"])
    assert ("named", ["التجار"], "وادي الغيم") == (act["who_rule"], [each["text"] for each in act["who"]], act["to"]["text"])
    assert (1, 1, 1, 0) == (found["letters"], found["copies"], found["no_letters"], found["undated"])


def test_acts_are_written_as_a_table_that_is_never_written_over(case: Path, home: Path, tmp_path: Path) -> None:
    out = tmp_path / "acts.csv"
    kashf("acts", case, "--out", out, home=home)

    (row,) = csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines())
    assert ("travel", "2014-05-25", "2014-05-25", "1") == tuple(row[each] for each in ("kind", "earliest", "latest", "page"))
    assert "there already" in kashf("acts", case, "--out", out, home=home, expect=2).stderr


def test_days_that_are_none_and_nothing_found_are_told(case: Path, home: Path) -> None:
    assert "no day" in kashf("acts", case, "--after", "2014-02-31", home=home, expect=2).stderr
    said = kashf("acts", case, "--after", "2015-01-01", home=home, expect=1)
    assert "not on those days: 1" in said.stderr
