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


def test_a_number_is_corrected_with_a_name_and_taken_back(case: Path, home: Path) -> None:
    (letter,) = kashf_json("letters", case, home=home)["letters"]
    said = kashf("letters", case, letter["document"], "--correct", "number=114", "--as", "Nour", "--why", "on the original", home=home)
    assert "read \u2068٣/٦/١٠٤\u2069, corrected to \u2068114\u2069 by \u2068Nour\u2069: \u2068on the original\u2069" in said.stdout

    found = kashf_json("letters", case, home=home)["letters"][0]
    entry = found["corrections"][0]["id"]
    assert ("114", "3/6/104") == (found["number"]["normal"], found["read"]["number"]["normal"])
    assert "114" in kashf("registers", case, home=home).stdout
    assert entry[:12] in kashf("letters", case, "--corrections", home=home).stdout
    kashf("letters", case, "--undo", entry, "--as", "Nour", home=home)
    assert "3/6/104" == kashf_json("letters", case, home=home)["letters"][0]["number"]["normal"]


def test_a_corrected_date_is_what_a_search_by_days_goes_by_also_after_the_next_run(case: Path, home: Path) -> None:
    (letter,) = kashf_json("letters", case, home=home)["letters"]
    kashf("letters", case, letter["document"], "--correct", "date=2015-01-13", "--as", "Nour", home=home)
    kashf("process", case, home=home)

    kashf("find", case, "date:2015-01-13", home=home)
    kashf("find", case, "date:2014-05-25", home=home, expect=1)


def test_letters_are_read_again_by_a_lexicon_that_somebody_signs(case: Path, home: Path, tmp_path: Path) -> None:
    words = tmp_path / "words.toml"
    words.write_text('[openers]\npermit = ["يمنع على التجار"]\n', encoding="utf-8")
    kashf("letters", case, "--lexicon", words, "--as", "Nour", home=home)
    assert "letters again in 2 documents" in kashf("process", case, home=home).stderr

    (act,) = kashf_json("letters", case, home=home)["letters"][0]["acts"]
    assert "permit" == act["force"]
    assert 'permit = ["يمنع على التجار"]' in kashf("letters", case, "--lexicon-out", "-", home=home).stdout


@pytest.mark.parametrize(
    "wrong",
    [
        ("--correct", "number=114"),
        ("3f", "--correct", "number=114", "--undo", "ab"),
        ("3f", "--correct", "number=1", "--confirm", "date", "--at", "1:2-3"),
        ("--learn", "--lexicon-out", "-"),
        ("3f", "--confirm", "date", "--not-said", "date"),
        ("3f", "--correct", "number=114", "--correct", "number=115"),
        ("3f", "--not-said", "letter", "--correct", "number=114"),
    ],
    ids=[
        "no document",
        "undo too",
        "two fields at one place",
        "two things",
        "read and not there",
        "two numbers",
        "no letter with a number",
    ],
)
def test_what_cannot_be_asked_together_is_refused(case: Path, home: Path, wrong: tuple[str, ...]) -> None:
    assert "kashf: " in kashf("letters", case, *wrong, home=home, expect=2).stderr


def test_undoing_nothing_says_what_is_to_stand_there(case: Path, home: Path) -> None:
    said = kashf("letters", case, "3f", "--undo", "--as", "Nour", home=home, expect=2).stderr

    assert "--corrections" in said
    assert "unexpected" not in said


def test_where_nothing_was_corrected_nothing_is_taught(case: Path, home: Path) -> None:
    assert "held against 0 letters" in kashf("letters", case, "--learn", home=home, expect=1).stderr
