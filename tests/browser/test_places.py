"""Which place a name means is decided in the browser, by keyboard, in either language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import AXE, Looking, added, entered, serving
from tests.browser.test_screens import RULES
from tests.corrected import ORDER

pytestmark = [pytest.mark.browser, pytest.mark.sandbox]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of a letter that names a place of which there are several."""
    folder = tmp_path_factory.mktemp("places")
    leak = folder / "leak"
    leak.mkdir()
    (leak / "order.txt").write_text(ORDER.replace("وادي الغيم", "طرابلس"), encoding="utf-8")
    return added(folder / "places.case", leak, name="Places")


@pytest.fixture(scope="module")
def served(case: Path) -> Iterator[str]:
    """The one-time address of a running `kashf serve`."""
    with serving(case) as address:
        yield address


@pytest.fixture(scope="module")
def session(chromium: Browser, served: str) -> dict[str, Any]:
    """The cookie of the one browser that came in."""
    return entered(chromium, served)


def go_to_places(page: Page, looking: Looking, language: str) -> None:
    page.goto(f"{looking.base}/places?lang={language}")
    sign = page.locator("form[action='/at-work'] input[name=name]")
    if not page.locator("form[action='/places/choose']").count():
        if not sign.is_visible():
            page.locator("details.at-work summary").click()
        sign.fill("Amal Nader")
        with page.expect_navigation():
            sign.press("Enter")


def send(page: Page, key: str) -> None:
    """Press a key that sends a form, and wait for the page that answers with its scripts."""
    with page.expect_navigation():
        page.keyboard.press(key)


def decide(page: Page, key: str) -> None:
    page.keyboard.press("j")
    send(page, key)


@pytest.mark.parametrize(("language", "nobody"), [("en", "none of these can be told"), ("ar", "لا يُعرف أيّها المقصود")])
def test_a_name_is_decided_and_taken_back_by_key(page: Page, looking: Looking, language: str, nobody: str) -> None:
    go_to_places(page, looking, language)
    history = page.locator(".history")
    decide(page, "y")
    expect(history).to_contain_text("Amal Nader")
    expect(history).not_to_contain_text(nobody)
    send(page, "z")
    expect(history).to_have_count(0)
    decide(page, "n")
    expect(history).to_contain_text(nobody)
    send(page, "z")
    expect(history).to_have_count(0)
    assert [] == looking.complaints


@pytest.mark.parametrize("language", ["en", "ar"])
def test_with_forms_it_is_no_wider_than_a_small_window_and_axe_finds_nothing(
    context: BrowserContext, page: Page, looking: Looking, language: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    go_to_places(page, looking, language)
    expect(page.locator("form[action='/places/choose']").first).to_be_visible()

    assert page.evaluate("document.documentElement.scrollWidth <= 320")
    debugger = context.new_cdp_session(page)
    debugger.send("Runtime.evaluate", {"expression": AXE.read_text(encoding="utf-8")})
    told = "r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))"
    asked = {"expression": f"axe.run(document, {RULES!r}).then({told})", "awaitPromise": True, "returnByValue": True}
    answer = debugger.send("Runtime.evaluate", asked)
    assert [] == answer["result"].get("value", answer)
