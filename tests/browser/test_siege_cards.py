"""The three letters of the siege's story become three cards, cleared by two people or refused, from the search to the end by keys alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from examples.siege.build import Wish, build
from examples.siege.story import COURIER
from tests.browser.conftest import Looking, added, entered, serving
from tests.browser.test_sentence_cards import MOST_KEYS, Keys

pytestmark = [pytest.mark.browser, pytest.mark.sandbox]

WRITES, LOOKS_OVER = "Layla Haddad", "Omar Zaki"
EXPLANATIONS = ("invented", "misread", "planted", "coincidence", "own-intelligence", "public-warning")


@pytest.fixture(scope="module")
def siege(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One letter that anybody may have written, and those of the story."""
    build(Wish(5, 1, "text", names=False, story=True), folder := tmp_path_factory.mktemp("siege"), processes=1)
    return folder


@pytest.fixture(scope="module")
def story(siege: Path) -> dict[str, str]:
    """The sentence that each letter of the story is told for."""
    truth: Any = json.loads((siege / "truth.json").read_text(encoding="utf-8"))
    told = {row["file"]: row["instruction"] for row in truth["letters"] if row.get("instruction")}
    return {row["what"]: told[row["file"]] for row in truth["story"]}


@pytest.fixture(scope="module")
def served(siege: Path) -> Iterator[str]:
    case = added(siege / "a.case", siege / "files" / COURIER, name="Siege")
    with serving(case, "--as", WRITES, "--as", LOOKS_OVER) as address:
        yield address


@pytest.fixture(scope="module")
def session(chromium: Browser, served: str) -> dict[str, Any]:
    """The cookie of the one browser that came in."""
    return entered(chromium, served)


@pytest.fixture
def keys(page: Page, looking: Looking) -> Keys:
    """The first page, where whoever writes says so."""
    page.goto(looking.base + "/cards?lang=en")
    keys = Keys(page)
    work_as(page, keys, WRITES)
    return keys


def work_as(page: Page, keys: Keys, name: str) -> None:
    keys.press("w")
    for _ in range(3):
        if page.locator(":focus").inner_text() != name and page.locator("input:focus").count() == 0:
            keys.press("Tab")
    if page.locator("input:focus").count():
        keys.type(name)
    keys.go("Enter")
    expect(page.locator("details.at-work summary")).to_contain_text(name)


def begin(page: Page, keys: Keys, words: str, sentence: str) -> None:
    """Look for words of a letter, cite them, and say in a sentence of one's own what they support."""
    keys.press("/")
    keys.type(f'"{words}"')
    keys.go("Enter")
    keys.press("j")
    keys.go("o")
    keys.go("c")
    expect(page.locator("#use select")).to_be_focused()
    keys.press("Tab")
    keys.type(sentence)
    keys.go("Enter")
    expect(page.locator("h1")).to_have_text(sentence)
    expect(page.locator("#strip-paper + ol")).to_contain_text(words)


def rule_out(page: Page, keys: Keys, *, all_but: str = "") -> None:
    for each in EXPLANATIONS:
        keys.press("j")
        expect(page.locator(f"#explanation-{each}.here")).to_be_visible()
        if each == all_but:
            keys.go("u")
            continue
        keys.press("Tab")
        keys.type("three people were asked")
        keys.go("Enter")
        expect(page.locator(f"#explanation-{each} b").first).to_have_text("Ruled out")


def check(page: Page, keys: Keys) -> None:
    """Do all that is done before a sentence goes out."""
    for each in ("second-eyes", "reply", "translation", "names", "source"):
        keys.press("j")
        expect(page.locator(f"#check-{each}.here")).to_be_visible()
        if each != "reply":
            keys.go("y")
            continue
        for words in ("You ordered it.", "his office", "Friday", "Nobody answered."):
            keys.press("Tab")
            keys.type(words)
        keys.go("Enter")


def bare(instruction: str) -> str:
    return instruction.rstrip(".")


@pytest.mark.parametrize("what", ["withdrawal", "evacuation"])
def test_two_people_clear_a_card_by_keys_alone(page: Page, keys: Keys, story: dict[str, str], what: str) -> None:
    begin(page, keys, bare(story[what]), f"The {what} was ordered in writing.")
    rule_out(page, keys)
    work_as(page, keys, LOOKS_OVER)
    check(page, keys)
    keys.press("j")
    keys.go("y")

    expect(page.locator(".head .line")).to_contain_text("cleared")
    assert keys.count <= MOST_KEYS


def test_a_card_that_hangs_on_one_courier_is_refused_by_keys_alone(page: Page, keys: Keys, story: dict[str, str]) -> None:
    begin(page, keys, bare(story["passage"]), "A driver was let through.")
    rule_out(page, keys, all_but="planted")
    expect(page.locator("#weakest")).to_contain_text("still possible")
    keys.press(*"jjjjjj")
    keys.press("y", "Tab")  # a card that is not ready is not cleared by y
    keys.type("all hangs on one courier")
    keys.go("Enter")

    expect(page.locator(".head .line")).to_contain_text("refused")
    assert keys.count <= MOST_KEYS
