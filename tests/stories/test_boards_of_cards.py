"""A card shows its working: who leads, what would turn it over, a cell that somebody set, and words that no finding may hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stories.command import kashf, kashf_json

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
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "kestrel-2", home=home)
    kashf("process", case, home=home)
    return case


def said(case: Path, home: Path, *words: str, by: str = "Layla Haddad", expect: int = 0) -> str:
    return kashf("claim", case, *words, "--as", by, home=home, expect=expect).stderr


def begun(case: Path, home: Path, sentence: str) -> str:
    said(case, home, "add", "--text", sentence)
    (card,) = kashf_json("claim", case, home=home)["cards"]
    return str(card["card"])


def test_a_card_shows_who_leads_and_what_would_turn_it_over(case: Path, home: Path) -> None:
    card = begun(case, home, "The town was emptied before the attack.")
    assert "nothing stands on the board" in kashf("board", case, "show", card, home=home, expect=1).stderr

    (hit,) = kashf_json("find", case, "الريحانة", home=home)["hits"]
    said(case, home, "link", card, "--supports", "--paper", hit["document"], "--words", LINE)
    assert 8 == len(kashf_json("board", case, "show", card, home=home)["leaders"])
    for each in EXPLANATIONS:
        said(case, home, "explain", card, "--explanation", each, "--is", "ruled-out", "--because", "the register has it too")
    alone = kashf_json("board", case, "show", card, home=home)
    assert (8, "kestrel-2") == (len(alone["leaders"]), alone["doubted_road"])

    entry = alone["evidence"][0]["entry"]
    set_cell = ("board", case, "set", card, "--evidence", entry, "--hypothesis", "selection", "--band", "-", "--as", "Layla Haddad")
    kashf(*set_cell, home=home, expect=2)
    kashf(*set_cell, "--because", "all of the month was asked for", home=home)
    for each in EXPLANATIONS:
        kashf(*set_cell[:7], each, "--band", "--", "--because", "the register has it too", "--as", "Layla Haddad", home=home)
    found = kashf_json("board", case, "show", card, home=home)
    assert (["as-read"], "invented") == (found["leaders"], found["if_doubted_road_lied"])
    assert "kestrel-2" in found["fragility"]
    assert "invented leads" in found["fragility"]
    cells = found["evidence"][0]
    assert ("-", "+", "Layla Haddad") == (cells["cells"]["selection"], cells["house"]["selection"], cells["set"][0]["by"])
    assert "all of the month was asked for" in kashf("board", case, "show", card, home=home).stdout

    court = kashf("board", case, "show", card, "--court", home=home).stdout
    assert "moderate support for as-read" in court
    assert "likely" not in court

    assert (8, 1) == (len(cells["cells"]), len({each["by"] for each in cells["set"]}))
    selection = next(each for each in cells["set"] if each["row"] == "selection")
    said(case, home, "undo", selection["entry"])
    assert ["as-read", "selection"] == kashf_json("board", case, "show", card, home=home)["leaders"]


@pytest.mark.parametrize("sentence", ["The order proves that they agreed.", "الأمر يثبت أنهم اتفقوا"])
def test_words_that_no_finding_may_hold_keep_a_card_from_being_cleared(case: Path, home: Path, sentence: str) -> None:
    card = begun(case, home, sentence)
    told = kashf_json("claim", case, "show", card, home=home)

    assert {"proves", "collusion"} == {each["rule"] for each in told["faults"]}
    assert "wording" in {each["what"] for each in told["missing"]}
    assert "does not prove" in said(case, home, "clear", card, by="Omar Nasser", expect=5)
    said(case, home, "word", card, "--text", "The order came before the attack.")
    assert [] == kashf_json("claim", case, "show", card, home=home)["faults"]
