"""A sealed field is opened on the page of its form with a reason, seen once, and neither going back nor asking again shows it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Looking
from tests.browser.test_screens import address

pytestmark = [pytest.mark.browser, pytest.mark.sandbox]

SEALED = "Umm "


def test_a_sealed_field_is_seen_once(page: Page, looking: Looking) -> None:
    where = address(page, looking, "one record")
    page.goto(where + "?lang=en")
    if page.locator("form[action='/at-work'] input[name=name]").count():
        page.locator("form[action='/at-work'] input[name=name]").fill("Amal Nader")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    expect(page.locator("#values")).not_to_contain_text(SEALED)
    page.locator("#values input[value='mother s name']").check()
    page.get_by_label("Why you look").fill("two men of one name")
    page.get_by_role("button", name="Open what is ticked").click()
    expect(page.locator("#values")).to_contain_text(SEALED)
    opened_at, title = page.url, page.title()

    page.get_by_role("link", name="What its fields ask").click()
    page.go_back()
    expect(page.locator("#values")).not_to_contain_text(SEALED)
    page.reload()
    expect(page.locator("#values")).not_to_contain_text(SEALED)
    expect(page.get_by_text("two men of one name")).to_be_visible()
    assert SEALED not in opened_at + title
    assert "why" not in opened_at
    assert [] == [url for url in looking.requests if "Umm" in url]
