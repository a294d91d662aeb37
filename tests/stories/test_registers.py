"""Registers of a case: what is here, what is cited and never seen, and where an undated letter lies."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.stories.command import kashf, kashf_json


def order(number: int, day: str, more: str = "") -> str:
    dated = f"التاريخ: {day}\n" if day else ""
    return (
        f"ولاية المرج\nديوان الجسور\nالعدد: {number}\n{dated}إلى / كافة المكاتب\n{more}"
        f"يمنع على التجار السفر إلى وادي الغيم رقم {number * 7}.\nسالم الوردي\nالمدير\n"
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def case(tmp_path: Path, home: Path) -> Path:
    leak = tmp_path / "leak"
    leak.mkdir()
    for number in (101, 102, 104, 105, 107, 108):
        text = order(number, "" if number == 104 else f"{number - 97} أيار ٢٠١٤م")
        (leak / f"{number}.txt").write_text(text, encoding="utf-8")
    (leak / "110.txt").write_text(order(110, "٢٥ أيار ٢٠١٤م", "إشارة إلى كتاب ديوان الجسور رقم ١٠٩ في ٢٤ أيار ٢٠١٤م،\n"), encoding="utf-8")
    case = tmp_path / "a.case"
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "heron-1", home=home)
    return case


def test_a_register_says_what_is_here_what_is_cited_and_what_an_undated_letter_lies_between(case: Path, home: Path) -> None:
    found = kashf_json("registers", case, "--office", "الجسور", home=home)

    (series,) = found["series"]
    assert [101, 102, 104, 105, 107, 108, 110] == [each["number"] for each in series["here"]]
    assert ([109], [[103, 103], [106, 106]]) == (series["never_seen"], series["missing"])
    (unseen,) = found["never_seen"]
    assert ("109", ["2014-05-24"], 1) == (unseen["number"], unseen["dates"], len(unseen["cited_at"]))
    (undated,) = found["undated"]
    assert (True, "leak/104.txt") == (undated["is_derived"], undated["path"])


def test_a_register_is_written_as_a_table_that_is_never_written_over(case: Path, home: Path, tmp_path: Path) -> None:
    out = tmp_path / "registers.csv"
    said = kashf("registers", case, "--out", out, home=home)

    rows = list(csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert {"here", "cited, never seen", "gap"} == {row["state"] for row in rows}
    assert "whether gaps lie beside events: not checked" in said.stderr
    assert "there already" in kashf("registers", case, "--out", out, home=home, expect=2).stderr


def test_an_office_that_is_not_there_has_no_register(case: Path, home: Path) -> None:
    assert "" == kashf("registers", case, "--office", "القلعة", home=home, expect=1).stdout


def test_a_register_in_the_pile_names_papers_that_are_not_here_and_dates_those_that_are(case: Path, home: Path, tmp_path: Path) -> None:
    rows = "\n".join(f"{number},{number - 97} أيار ٢٠١٤,مكتب القلعة,نقل آليات" for number in range(101, 108))
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "out.csv").write_text(
        f"سجل الصادر - ديوان الجسور,,,\nرقم الصادر,التاريخ,الجهة المرسل إليها,الموضوع\n{rows}\n", encoding="utf-8"
    )
    kashf("add", case, tmp_path / "more", "--from", "heron-2", home=home)

    found = kashf_json("registers", case, "--office", "الجسور", home=home)
    known = [each for each in found["never_seen"] if each["logged_at"]]
    assert ["103", "106"] == [each["number"] for each in known]
    assert ["2014-05-07"] == [each["between"] for each in found["undated"] if each["row"]]
    assert (1, 5) == (found["left_out"]["books"], len(found["logged_here"]))
    assert "known from a register, paper not here: 103, 106" in kashf("registers", case, home=home).stdout

    acts = kashf_json("acts", case, "--origin", "register", home=home)
    assert [("2014-05-06", "letter"), ("2014-05-09", "letter")] == [(each["when"]["date"], each["kind"]) for each in acts["acts"]]
    assert (7, 5) == (acts["rows"], acts["rows_of_letters"])
