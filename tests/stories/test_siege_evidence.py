"""The made-up siege, weighed: a forgery is contradicted, a copy by two roads counts once, and all hangs on one courier."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from examples.siege.build import Wish, build
from examples.siege.story import COURIER, SECOND
from tests.stories.command import kashf, kashf_json

LAYLA = ("--as", "Layla Haddad")
EXPLANATIONS = ("invented", "misread", "planted", "coincidence", "own-intelligence", "public-warning")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def siege(tmp_path_factory: pytest.TempPathFactory) -> Path:
    build(Wish(5, 6, "text", names=False, story=True), folder := tmp_path_factory.mktemp("siege"), processes=1)
    return folder


@pytest.fixture(scope="module")
def truth(siege: Path) -> Any:
    return json.loads((siege / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def case(siege: Path, truth: Any, home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    case, received = tmp_path_factory.mktemp("cases") / "siege.case", truth["story"][0]["received"]
    kashf("init", case, home=home)
    kashf("add", case, siege / "files" / COURIER, "--from", COURIER, "--received", received, "--no-process", home=home)
    kashf("add", case, siege / "files" / SECOND, "--from", SECOND, "--received", received, home=home)
    return case


@pytest.fixture(scope="module")
def documents(case: Path, home: Path) -> dict[str, str]:
    """The id of each document under its path below `files`."""
    return {hit["path"]: hit["document"] for hit in kashf_json("find", case, "ال*", "--limit", "500", home=home)["hits"]}


def story(truth: Any, what: str) -> Any:
    """Return the letter of the story with the sentence in it that orders something."""
    told = next(row for row in truth["story"] if row["what"] == what)
    return next(row for row in truth["letters"] if row["file"] == told["file"]) | told


def card_with(case: Path, home: Path, sentence: str, *cited: tuple[str, str]) -> str:
    """Return a card that papers support, all other explanations ruled out."""
    card = kashf("claim", case, "add", "--text", sentence, *LAYLA, home=home).stdout.strip()
    for document, words in cited:
        kashf("claim", case, "link", card, "--supports", "--paper", document, "--words", words, *LAYLA, home=home)
    for each in EXPLANATIONS:
        kashf(
            "claim", case, "explain", card, "--explanation", each, "--is", "ruled-out", "--because", "people were asked", *LAYLA, home=home
        )
    return card


def test_the_planted_forgery_is_contradicted_and_its_sheet_says_why(case: Path, truth: Any, documents: dict[str, str], home: Path) -> None:
    forged, received = story(truth, "forged"), truth["story"][0]["received"]
    found = kashf_json("clashes", case, "--kind", "after-receipt", home=home)["contradictions"]
    sheet = kashf_json("authenticity", case, documents[forged["file"]], home=home)

    ((is_certain, sides),) = [(each["certain"], each["sides"]) for each in found]
    assert (True, forged["date_text"]) == (is_certain, sides[0]["text"])
    marks = {mark["mark"]: mark for mark in sheet["marks"]}
    assert ("behind", {"received": received}) == (marks["receipt"]["seen"], marks["receipt"]["facts"])
    assert [forged["date_text"]] == [said["text"] for said in marks["receipt"]["said"]]
    assert marks["receipt"]["ratio"]["low"] < marks["receipt"]["ratio"]["high"] <= 1


@pytest.mark.parametrize("what", ["withdrawal", "passage", "evacuation"])
def test_no_sheet_of_a_letter_that_is_no_forgery_says_so(case: Path, truth: Any, documents: dict[str, str], home: Path, what: str) -> None:
    marks = kashf_json("authenticity", case, documents[story(truth, what)["file"]], home=home)["marks"]

    assert ["before"] == [mark["seen"] for mark in marks if mark["mark"] == "receipt"]


def test_distrusting_the_courier_flips_the_leader_and_is_named(case: Path, truth: Any, documents: dict[str, str], home: Path) -> None:
    letter = story(truth, "passage")
    card = card_with(case, home, "A driver was let through.", (documents[letter["file"]], letter["instruction"]))
    before = kashf_json("board", case, "show", card, home=home)
    for row in (*EXPLANATIONS, "selection"):
        cell = (
            "--evidence",
            before["evidence"][0]["entry"],
            "--hypothesis",
            row,
            "--band",
            "-",
            "--because",
            "a pass like it is in no file of ours",
        )
        kashf("board", case, "set", card, *cell, *LAYLA, home=home)
    board = kashf_json("board", case, "show", card, home=home)

    assert len(before["leaders"]) > 1  # reasons in words rule nothing out on a board: bands of the paper do
    assert (["as-read"], COURIER, "invented") == (board["leaders"], board["doubted_road"], board["if_doubted_road_lied"])
    assert COURIER in board["fragility"]
    assert "invented leads" in board["fragility"]


def test_a_copy_that_came_by_two_roads_counts_once(case: Path, truth: Any, documents: dict[str, str], home: Path) -> None:
    evacuation, withdrawal = story(truth, "evacuation"), story(truth, "withdrawal")
    ((one, other),) = truth["copies"]["near"]
    ((first, second),) = [group for group in truth["copies"]["bytes"] if withdrawal["file"] in group]
    assert {COURIER, SECOND} == {path.partition("/")[0] for path in (one, other)} == {path.partition("/")[0] for path in (first, second)}
    words = evacuation["instruction"]
    alone = card_with(case, home, "It was emptied.", (documents[one], words))
    both = card_with(case, home, "It was emptied, we read twice.", (documents[one], words), (documents[other], words))
    same = card_with(case, home, "The weapons were to leave.", (documents[withdrawal["file"]], withdrawal["instruction"]))

    for card in (both, same):
        told = kashf_json("claim", case, "show", card, home=home)
        assert (1, [COURIER, SECOND]) == (told["witnesses"], sorted(told["roads"]))
        assert "1 report, 1 road" in kashf("claim", case, "show", card, home=home).stdout
    boards = [kashf_json("board", case, "show", card, home=home) for card in (alone, both)]
    assert boards[0]["hypotheses"] == boards[1]["hypotheses"]
