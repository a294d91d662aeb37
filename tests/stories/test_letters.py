"""Letters of a case: what they say is kept, listed, and gone when what they stand on is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stories.command import kashf, kashf_json

ORDER = (
    "ولاية المرج\nديوان الجسور\nالعدد: ٣/٦/١٠٤\nالتاريخ: ٢٥/٥/٢٠١٤م\nإلى / كافة المكاتب\n"
    "يمنع على التجار السفر إلى وادي الغيم.\nسالم الوردي\nالمدير\n"
)
NOTE = "bread, milk, and a word about the weather of yesterday\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def case(tmp_path: Path, home: Path) -> Path:
    leak = tmp_path / "leak"
    leak.mkdir()
    (leak / "order.txt").write_text(ORDER, encoding="utf-8")
    (leak / "note.txt").write_text(NOTE, encoding="utf-8")
    case = tmp_path / "a.case"
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "heron-1", home=home)
    return case


def test_a_letter_is_listed_with_its_fields_and_what_is_left_out(case: Path, home: Path) -> None:
    found = kashf_json("letters", case, home=home)

    (letter,) = found["letters"]
    assert ("3/6/104", "2014-05-25", "order") == (letter["number"]["normal"], letter["written"]["date"], letter["speech_act"])
    assert (1, 1, 0, 0, 0) == tuple(found[key] for key in ("total", "no_letters", "without_number", "without_date", "waiting"))
    assert [("travel", "forbid", "التجار")] == [(act["kind"], act["force"], act["who"]["text"]) for act in letter["acts"]]


def test_the_text_says_what_the_json_says(case: Path, home: Path) -> None:
    said = kashf("letters", case, home=home)

    assert "3/6/104" in said.stdout
    assert "1 document is no letter" in said.stderr


def test_what_is_set_aside_is_no_letter_any_more(case: Path, home: Path) -> None:
    kashf("set-aside", case, "1", "--why", "the wrong stick", "--as", "Rana", home=home)

    assert "3/6/104" not in kashf("letters", case, home=home, expect=1).stdout


def test_what_is_destroyed_leaves_no_words(case: Path, home: Path) -> None:
    (letter,) = kashf_json("letters", case, home=home)["letters"]
    kashf("destroy", case, letter["document"], "--why", "order of the court", "--yes", "--as", "Rana", home=home)

    assert "3/6/104" not in kashf("letters", case, home=home, expect=1).stdout
    assert "الغيم".encode() not in (case / "case.db").read_bytes()
