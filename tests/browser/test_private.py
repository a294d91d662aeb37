"""`kashf serve --private`: everything works, and the browser's history tells nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from tests.browser.conftest import Looking, entered, serving

pytestmark = pytest.mark.sandbox

#: All that may stand in an address: the start page, the help that is named in no link, or what says nothing, with our own part of a page.
SAYS_NOTHING = re.compile(r"/(?:enter/[\w-]{43}|~[\w-]+(?:/\d+-\d+)?)?(?:#(?:[a-z-]+|at-\d+))?")


@pytest.fixture(scope="module")
def private(case: Path) -> Iterator[str]:
    with serving(case, "--private") as address:
        yield address


@pytest.fixture(scope="module")
def came_in(chromium: Browser, private: str) -> dict[str, object]:
    return entered(chromium, private)


@pytest.fixture
def visits() -> list[str]:
    """Where the window was, in order."""
    return []


@pytest.fixture
def window(chromium: Browser, came_in: dict[str, object], private: str, visits: list[str]) -> Iterator[Page]:
    context = chromium.new_context(storage_state=came_in)  # type: ignore[arg-type]  # what Playwright itself gave
    looking = Looking(private.partition("/enter/")[0])
    page = looking.watch(context.new_page())

    def note(frame: Frame) -> None:
        visits.append(frame.url.removeprefix(looking.base))

    page.goto(looking.base)
    page.on("framenavigated", note)
    yield page
    assert [] == [each for each in visits if not SAYS_NOTHING.fullmatch(each)]
    assert [] == looking.complaints
    assert [] == looking.foreign
    assert "kashf" == page.title()
    context.close()


def found(window: Page, words: str, *, before: str) -> None:
    """Wait until what was found stands there, under an address of its own."""
    expect(window.locator("li.result mark").first).to_have_text(words, timeout=30_000)
    expect(window).not_to_have_url(before, timeout=30_000)


def test_a_search_its_hits_a_citation_and_the_way_back(window: Page, visits: list[str]) -> None:
    start = window.url
    window.locator("#q").fill("citadel")
    with window.expect_navigation():  # until the page of results has loaded its script: what is typed before asks for nothing
        window.locator("#q").press("Enter")
    found(window, "citadel", before=start)
    first = window.url
    window.locator("#q").fill("mill")  # on the page of results it is asked for by itself, once
    found(window, "mill", before=first)
    window.wait_for_load_state("networkidle")
    with window.expect_navigation():
        window.locator("li.result a").first.click()
    expect(window.locator("#text mark").first).to_be_visible(timeout=30_000)
    window.wait_for_load_state("networkidle")
    window.keyboard.press("c")
    expect(window.locator(".citation")).to_be_visible(timeout=30_000)
    window.go_back()
    window.go_back()

    expect(window.locator("li.result mark").first).to_have_text("mill", timeout=30_000)
    expect(window.locator("#q")).to_have_value("mill")
    assert len(visits) >= 4


def test_every_screen_of_the_navigation_its_filters_and_its_files(window: Page) -> None:
    for key in [each.get_attribute("data-go") for each in window.locator("nav a[data-go]").all()]:
        window.locator(f'nav a[data-go="{key}"]').click()
        expect(window.locator("h1").first).to_be_attached()
    window.locator('nav a[data-go="e"]').click()
    window.locator("form.within input[type=search]").fill("shamali")
    window.locator("form.within button").first.click()
    expect(window.locator("#main")).to_contain_text("Shamali")
    with window.expect_download() as downloading:
        window.locator(".twins a", has_text="CSV").click()

    assert "kashf.csv" == downloading.value.suggested_filename
