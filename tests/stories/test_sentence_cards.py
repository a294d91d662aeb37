"""A sentence goes from a line of a paper to a cleared card, by two people, and stands open again when something changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stories.command import kashf, kashf_json

SENTENCE = "The town was emptied of heavy weapons before the attack."
LINE = "اسحبوا الأسلحة الثقيلة من مدينة الريحانة"
EXPLANATIONS = ("invented", "misread", "planted", "coincidence", "own-intelligence", "public-warning")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def case(tmp_path: Path, home: Path) -> Path:
    leak, case = tmp_path / "leak", tmp_path / "leak.case"
    leak.mkdir()
    (leak / "order.txt").write_text(f"إلى قائد كتيبة الفجر\n{LINE}\nأبو سالم\n", encoding="utf-8")
    (leak / "copy.txt").write_text(f"إلى قائد كتيبة الفجر\n{LINE}\n أبو سالم\n", encoding="utf-8")
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "kestrel-2", home=home)
    kashf("process", case, home=home)
    return case


def said(case: Path, home: Path, *words: str, by: str = "Layla Haddad", expect: int = 0) -> str:
    return kashf("claim", case, *words, "--as", by, home=home, expect=expect).stderr


def begun(case: Path, home: Path) -> str:
    """Return a card with two copies of one paper and a witness on it."""
    begins = kashf("claim", case, "add", "--text", SENTENCE, "--as", "Layla Haddad", home=home).stdout
    (card,) = kashf_json("claim", case, home=home)["cards"]
    assert begins == f"{card['card'][:12]}\n"
    for hit in kashf_json("find", case, "الريحانة", home=home)["hits"]:
        said(case, home, "link", card["card"], "--supports", "--paper", hit["document"], "--words", LINE)
    return str(card["card"])


def test_from_a_line_of_a_paper_to_a_cleared_card(case: Path, home: Path) -> None:
    card = begun(case, home)
    told = kashf_json("claim", case, "show", card, home=home)
    assert (SENTENCE, "open", 1, ["kestrel-2"]) == (told["sentence"], told["state"], told["witnesses"], told["roads"])
    assert "not-checked" == told["weakest"][0]["what"]
    assert {"one-road", "one-paper"} <= {each["what"] for each in told["weakest"]}

    said(case, home, "link", card, "--supports", "--witness", "plover-1", "--knows", "saw", "--text", "The trucks left at night.")
    for each in EXPLANATIONS:
        said(case, home, "explain", card, "--explanation", each, "--is", "ruled-out", "--because", "the register has it too")
    for check in ("translation", "names", "source"):
        said(case, home, "check", card, "--check", check)
    said(case, home, "check", card, "--check", "reply", "--allegation", "You emptied it.", "--deadline", "2031-02-01")
    assert "nobody looked" not in said(case, home, "clear", card, expect=5)
    said(case, home, "check", card, "--check", "reply", "--answer", "They did not answer.")
    said(case, home, "check", card, "--check", "second-eyes", expect=5)
    said(case, home, "check", card, "--check", "second-eyes", by="Omar Zaki")
    said(case, home, "clear", card, by="Omar Zaki")
    assert "cleared" == kashf_json("claim", case, "show", card, home=home)["state"]
    assert "Weakest point:" in kashf("claim", case, "show", card, home=home).stdout

    said(case, home, "link", card, "--against", "--witness", "gannet-1", "--knows", "heard", "--text", "They only moved them.")
    again = kashf_json("claim", case, "show", card, home=home)
    assert ("open", "against") == (again["state"], again["weakest"][0]["what"])
    assert kashf_json("verify", case, home=home)["ok"]


def test_what_is_written_with_json_tells_in_one_object_what_it_wrote(case: Path, home: Path) -> None:
    by = ("--as", "Layla Haddad")
    begun = kashf_json("claim", case, "add", "--text", SENTENCE, *by, home=home)
    worded = kashf_json("claim", case, "word", begun["card"], "--text", "It was emptied.", *by, home=home)
    linked = kashf_json(
        "claim", case, "link", begun["card"], "--against", "--witness", "plover-1", "--knows", "saw", "--text", "No.", *by, home=home
    )
    refused = kashf_json("claim", case, "refuse", begun["card"], "--because", "not yet", *by, home=home)
    told = kashf_json("claim", case, "show", begun["card"], home=home)

    assert [begun] == [worded] == [{"card": told["card"]}]
    assert ([{"entry": told["evidence"][0]["entry"]}], "refused") == ([linked], told["state"])
    assert {"entry"} == set(refused)


def test_a_colleague_is_asked_and_answers_and_a_refused_card_is_opened_only_when_the_answer_says_so(case: Path, home: Path) -> None:
    card = begun(case, home)
    said(case, home, "refuse", card, "--because", "not yet", by="Omar Zaki")
    said(case, home, "ask", card, "--whom", "Omar Zaki", "--say", "Is that the road by the mill?")
    for_omar = kashf("claim", case, "--as", "Omar Zaki", home=home).stdout
    assert for_omar.startswith("asked of you by")
    assert [] == kashf_json("claim", case, "--as", "Layla Haddad", home=home)["asked_of_you"]

    said(case, home, "answer", card, "--say", "No.", expect=1)
    said(case, home, "answer", card, "--say", "By the bridge.", by="Omar Zaki")
    told = kashf_json("claim", case, "show", card, home=home)
    assert ("refused", "By the bridge.") == (told["state"], told["asked"][0]["answer"]["says"])
    said(case, home, "ask", card, "--whom", "Omar Zaki", "--say", "And the trucks?")
    said(case, home, "answer", card, "--say", "They were empty.", "--opens", by="Omar Zaki")
    assert "open" == kashf_json("claim", case, "show", card, home=home)["state"]
    assert "Asked of colleagues:" in kashf("claim", case, "show", card, home=home).stdout
    assert kashf_json("verify", case, home=home)["ok"]


def test_what_is_given_in_a_wrong_way_is_told_and_nothing_is_written(case: Path, home: Path) -> None:
    card = begun(case, home)
    entries = kashf_json("verify", case, home=home)["entries"]
    said(case, home, "link", card, "--supports", "--against", "--text", "x", expect=2)
    said(case, home, "link", card, "--supports", "--paper", "ffff", "--words", "1", expect=1)
    said(case, home, "link", card, "--supports", "--witness", "Salim al-Wardi", "--knows", "saw", "--text", "x", expect=2)
    said(case, home, "explain", card, expect=2)
    said(case, home, "explain", card, "--explanation", "planted", "--is", "ruled-out", expect=2)
    said(case, home, "add", card, "--text", "x", expect=2)
    said(case, home, "word", "ffff", "--text", "x", expect=1)
    said(case, home, "refuse", card, expect=2)
    said(case, home, "undo", "ffff", expect=1)
    said(case, home, "ask", card, "--say", "x", expect=2)
    said(case, home, "ask", card, "--whom", "Layla Haddad", "--say", "x", expect=2)
    said(case, home, "ask", card, "--whom", "Nobody", "--say", "x", expect=1)
    assert entries == kashf_json("verify", case, home=home)["entries"]
