"""A letter is corrected in the browser: typed, confirmed and taken back by keyboard, in either language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Looking, added, ask, entered, serving
from tests.corrected import ORDER

pytestmark = [pytest.mark.browser, pytest.mark.sandbox]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of one letter."""
    folder = tmp_path_factory.mktemp("letters")
    leak = folder / "leak"
    leak.mkdir()
    (leak / "order.txt").write_text(ORDER, encoding="utf-8")
    return added(folder / "letters.case", leak, name="Letters")


@pytest.fixture(scope="module")
def served(case: Path) -> Iterator[str]:
    """The one-time address of a running `kashf serve`."""
    with serving(case) as address:
        yield address


@pytest.fixture(scope="module")
def session(chromium: Browser, served: str) -> dict[str, Any]:
    """The cookie of the one browser that came in."""
    return entered(chromium, served)


def go_to_letter(page: Page, looking: Looking, language: str) -> None:
    (letter,) = ask(page, looking.base + "/letters?format=json").json()["letters"]
    page.goto(f"{looking.base}/document/{letter['document']}?lang={language}")
    with page.expect_navigation():
        page.locator(".letterhead a[href^='/letter/']").click()
    page.goto(f"{page.url.partition('?')[0]}?lang={language}")
    sign = page.locator("form[action='/at-work'] input[name=name]")
    if not page.locator("form[action='/letters/correct']").count():
        if not sign.is_visible():
            page.locator("details.at-work summary").click()
        sign.fill("Amal Nader")
        with page.expect_navigation():
            sign.press("Enter")


@pytest.mark.parametrize(("language", "read", "said"), [("en", "read:", "the paper says"), ("ar", "قُرئ:", "تقول الورقة")])
def test_a_number_is_corrected_and_taken_back_without_a_mouse(page: Page, looking: Looking, language: str, read: str, said: str) -> None:
    go_to_letter(page, looking, language)
    number, said_before = page.locator("#number"), page.locator(".history li").count()
    number.locator("input[name=typed]").fill("114")
    with page.expect_navigation():
        number.locator("input[name=typed]").press("Enter")

    expect(number.locator("td").first).to_contain_text("114")
    expect(number.locator("td").first).to_contain_text(read)
    expect(page.locator(".history")).to_contain_text(said)
    with page.expect_navigation():
        page.keyboard.press("z")
    expect(page.locator(".history li")).to_have_count(said_before)
    expect(number.locator("td").first).to_contain_text("٣/٦/١٠٤")


def test_what_was_read_is_confirmed_and_denied_by_key(page: Page, looking: Looking) -> None:
    go_to_letter(page, looking, "en")
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("y")
    expect(page.locator(".history")).to_contain_text("Number: was read right")
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("n")
    expect(page.locator(".history")).to_contain_text("Date: the paper does not say")
    assert [] == looking.complaints


def test_the_page_is_no_wider_than_a_small_window(page: Page, looking: Looking) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    go_to_letter(page, looking, "ar")

    assert page.evaluate("document.documentElement.scrollWidth <= 320")
