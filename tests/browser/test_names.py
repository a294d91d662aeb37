"""Names in a real browser: decisions by keys and without scripts, numbers that lead to places, lists that are held against the case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import LONG_AGO, Looking

pytestmark = [pytest.mark.browser, pytest.mark.sandbox]

WITHOUT_SCRIPTS = {"java_script_enabled": False}
SHAMALI = "/name?type=PER&name=Abu Mohammed al-Shamali"


def pair(page: Page) -> Locator:
    """The two names that are asked about."""
    return page.locator(".side h3")


def test_a_key_decides_and_z_takes_it_back(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/review?lang=en")
    first = pair(page).all_inner_texts()
    page.keyboard.press("n")
    expect(pair(page)).not_to_have_text(first)
    page.wait_for_load_state("load")  # keys are heard once the page's script has run
    page.keyboard.press("z")

    expect(pair(page)).to_have_text(first)
    expect(page.locator(".undone").first).to_be_visible()
    assert [] == looking.complaints


@pytest.mark.parametrize("context", [WITHOUT_SCRIPTS], indirect=True)
def test_a_decision_needs_no_script(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/review?lang=en")
    first = pair(page).all_inner_texts()
    page.get_by_label("Reason, if you like").fill("two men")
    page.get_by_role("button", name="Unsure").click()
    expect(pair(page)).not_to_have_text(first)
    expect(page.locator(".history li").first).to_contain_text("two men")
    page.get_by_role("button", name="Take back").first.click()

    expect(pair(page)).to_have_text(first)


@pytest.mark.parametrize("context", [WITHOUT_SCRIPTS], indirect=True)
def test_a_number_leads_to_its_places_and_a_place_to_its_document(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/names?lang=en")
    page.locator("table.names th a").first.click()
    page.locator(".levels dd a").first.click()
    expect(page).to_have_url(re.compile("level=exact"))
    number = int(page.locator(".levels dd a").first.inner_text())
    expect(page.locator("#places .count")).to_have_text(str(number))
    quoted = page.locator(".place mark").first.inner_text()
    page.locator(".place .line a").first.click()

    expect(page.locator("#citation blockquote")).to_have_text(quoted)


def test_an_audit_asks_about_one_hit_after_the_other(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/audit?name=Abu Mohammed al-Shamali&lang=en")
    expect(page.locator("#hit-title")).to_contain_text("Hit 1")
    page.keyboard.press("y")
    expect(page.locator("#hit-title")).to_contain_text("Hit 2")
    page.goto(looking.base + "/audit?name=Abu Mohammed al-Shamali&step=pages")
    page.locator("#seen").fill("0")
    page.locator("#seen").press("Enter")
    expect(page.locator("#page-title")).to_contain_text("Page 2")
    page.goto(looking.base + SHAMALI)

    expect(page.locator(".read")).to_contain_text("1 of 1 hits that were drawn and looked at are right.")
    expect(page.locator(".read")).to_contain_text(re.compile(r"There is an interval when \d+ more hits were looked at."))


def test_a_list_is_held_against_the_case(page: Page, looking: Looking, tmp_path: Path) -> None:
    chosen = tmp_path / "list.csv"
    chosen.write_text("id,name\n1,Abu Muhammad ash-Shamali\n2,Zebra <script>\n", encoding="utf-8")
    page.goto(looking.base + "/screening?lang=en")
    page.locator("#list").set_input_files(chosen)
    page.get_by_role("button", name="Hold it against the case").click()

    page.get_by_role("link", name="Abu Muhammad ash-Shamali").click()
    expect(page.locator("ul.hits").first).to_contain_text("possible:")
    expect(page.locator(".silent")).to_contain_text("Zebra <script>")
    assert [] == looking.foreign
    assert [] == looking.complaints


def test_g_and_a_letter_go_to_names_and_decisions(page: Page, looking: Looking) -> None:
    page.clock.set_fixed_time(LONG_AGO)
    page.goto(looking.base + "/?lang=en")
    for keys, where in (("ge", "/names"), ("gr", "/review")):
        for key in keys:
            page.keyboard.press(key)
        page.wait_for_url(looking.base + where)
