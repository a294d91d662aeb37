"""From a document to a card by keys alone: choose a line, say what it supports, rule explanations out, see what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import LETTER, Looking, added, ask, entered, serving

pytestmark = [pytest.mark.browser, pytest.mark.sandbox]

#: What a tired reporter has patience for, words that are typed left out.
MOST_KEYS = 60
SENTENCE = "The guns were to leave before Friday."


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("cards")
    (folder / "leak").mkdir()
    (folder / "leak" / "letter.txt").write_text(LETTER, encoding="utf-8")
    with serving(added(folder / "a.case", folder / "leak", name="Letters"), "--as", "Layla Haddad") as address:
        yield address


@pytest.fixture(scope="module")
def session(chromium: Browser, served: str) -> dict[str, Any]:
    """The cookie of the one browser that came in."""
    return entered(chromium, served)


class Keys:
    """Presses keys and counts them; words that are typed count as one."""

    def __init__(self, page: Page) -> None:
        self._page, self.count = page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.count += 1
            self._page.keyboard.press(key)

    def go(self, key: str) -> None:
        """Press a key that leads to another page, or to this one anew."""
        with self._page.expect_navigation():
            self.press(key)

    def type(self, words: str) -> None:
        self.count += 1
        self._page.keyboard.type(words)


def sign_in(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/cards?lang=en")
    name = page.locator("form[action='/at-work'] input[name=name]")
    if name.is_visible():
        name.fill("Layla Haddad")
        with page.expect_navigation():
            name.press("Enter")


def test_a_line_becomes_a_refused_card_by_keys_alone(page: Page, looking: Looking) -> None:
    sign_in(page, looking)
    letter = ask(page, looking.base + "/search?q=القلعة&format=json").json()["hits"][0]["document"]
    page.goto(f"{looking.base}/document/{letter}")
    keys = Keys(page)
    keys.press("j", "j")
    expect(page.locator("#text .here")).to_contain_text("السلاح الثقيل")
    keys.go("c")
    expect(page.locator("#use select")).to_be_focused()
    keys.press("Tab")
    keys.type(SENTENCE)
    keys.press("Tab")
    keys.go("Enter")

    expect(page.locator("h1")).to_have_text(SENTENCE)
    expect(page.locator("#strip-paper + ol")).to_contain_text("السلاح الثقيل")
    expect(page.locator("#weakest")).to_contain_text("6")
    for _ in range(2):
        keys.press("j")
    expect(page.locator(".here")).to_contain_text("Misread")
    keys.go("u")
    expect(page.locator("#weakest")).to_contain_text("still possible")

    keys.press(*"jjjjjjjjjj", "Tab")
    expect(page.locator("form[action='/card/settle'] input[name=why]")).to_be_focused()
    keys.type("nobody else has it")
    keys.go("Enter")
    expect(page.locator(".head .line")).to_contain_text("refused")
    assert keys.count <= MOST_KEYS


def test_a_card_says_itself_in_arabic_too(page: Page, looking: Looking) -> None:
    sign_in(page, looking)
    sentence = page.locator("form[action='/card/sentence'] input[name=sentence]")
    sentence.fill(SENTENCE)
    with page.expect_navigation():
        sentence.press("Enter")
    page.goto(f"{page.url.partition('?')[0]}?lang=ar")

    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("#strip-paper")).to_have_text("تقول الورقة")
    expect(page.locator("#weakest")).to_contain_text("أضعف ما فيها")
    page.locator("#working summary").click()
    expect(page.locator("#working")).to_contain_text("لا شيء على اللوحة")
