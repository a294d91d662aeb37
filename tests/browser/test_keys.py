"""Everything by keys: no test here touches the mouse."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LONG_AGO, Looking, ask

pytestmark = [pytest.mark.browser, pytest.mark.sandbox]


@pytest.fixture(autouse=True)
def in_english(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/?lang=en")


def open_report(page: Page, looking: Looking, query: str = "Shamali") -> None:
    page.goto(looking.base + "/search?q=type:text convoy")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url("**/document/**")
    page.goto(page.url.split("?")[0] + f"?q={query}")


def test_the_first_tab_leads_past_the_bar(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()


def test_a_stroke_leads_to_the_search_box_and_escape_out_of_it(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("j/k")
    expect(page.locator("#q")).to_have_value("j/k")
    page.keyboard.press("Escape")

    expect(page.locator("#q")).not_to_be_focused()


def test_j_and_k_go_through_results_and_o_opens_one(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/search?q=citadel")
    for key in "jjk":
        page.keyboard.press(key)
    expect(page.locator(".here")).to_have_count(1)
    first = page.locator(".result h2 a").first.get_attribute("href")
    page.keyboard.press("o")
    page.wait_for_url("**/document/**")

    assert str(first).split("#")[0] in page.url


def test_n_and_p_go_through_occurrences(page: Page, looking: Looking) -> None:
    open_report(page, looking)
    for key, hit in (("n", "1"), ("n", "2"), ("p", "1")):
        page.keyboard.press(key)
        expect(page.locator("mark.now").first).to_have_attribute("data-hit", hit)

    expect(page.locator("mark.now").first).to_be_visible()


def test_n_goes_on_to_the_next_page_with_an_occurrence(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/search?q=register type:pdf")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url("**/document/**")
    page.goto(page.url.split("?")[0] + "?q=page")
    page.keyboard.press("n")
    page.wait_for_url("**page=2**")
    page.keyboard.press("p")
    page.wait_for_url("**#last")

    expect(page.locator("#page-number")).to_have_value("1")


def test_brackets_turn_pages(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/search?q=register type:pdf")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url("**/document/**")
    page.keyboard.press("]")
    page.wait_for_url("**page=2**")
    page.keyboard.press("[")
    page.wait_for_url(lambda url: "page=2" not in url)

    expect(page.locator("#page-number")).to_have_value("1")


def test_c_cites_the_occurrence_in_code_points_beyond_an_emoji(page: Page, looking: Looking) -> None:
    open_report(page, looking)
    page.keyboard.press("p")
    for _ in range(80):
        page.keyboard.press("n")
    page.keyboard.press("c")
    page.wait_for_url("**at=**")
    cited = ask(page, page.url.partition("#")[0] + "&format=json").json()

    assert "Shamali" in cited["citation"]["quote"]
    assert "😀" in cited["pages"][0]["text"][: cited["citation"]["start"]]
    expect(page.locator("#citation blockquote")).to_have_text(cited["citation"]["quote"])


def test_c_cites_what_is_selected(page: Page, looking: Looking) -> None:
    open_report(page, looking, query="citadel")
    page.evaluate("""() => {
        const line = document.querySelector("#text p:first-of-type");
        const range = document.createRange(); range.selectNodeContents(line);
        getSelection().removeAllRanges(); getSelection().addRange(range); }""")
    page.keyboard.press("c")
    page.wait_for_url("**at=**")

    expect(page.locator("#citation blockquote")).to_have_text("Report on the citadel.")
    expect(page.locator("#cite-place")).to_have_text(re.compile("#1:0-22$"))


def test_g_and_a_letter_go_to_a_screen(page: Page, looking: Looking) -> None:
    page.clock.set_fixed_time(LONG_AGO)
    page.goto(looking.base)
    for keys, where in (("gd", "/documents"), ("gh", "/"), ("gs", "/search")):
        for key in keys:
            page.keyboard.press(key)
        page.wait_for_url(looking.base + where)
    expect(page.locator("#q")).to_be_focused()  # the search screen begins in its box, out of which Escape leads
    for key in ("Escape", "g", "e"):
        page.keyboard.press(key)
    page.wait_for_url(looking.base + "/names")


def test_a_question_mark_lists_the_keys_and_escape_closes_it(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.locator("#help")).to_be_hidden()


def test_escape_leads_from_a_document_back_to_its_results(page: Page, looking: Looking) -> None:
    open_report(page, looking)
    page.keyboard.press("Escape")

    page.wait_for_url("**/search?q=Shamali")


def test_single_keys_can_be_switched_off_and_stay_off(page: Page, looking: Looking) -> None:
    page.keyboard.press("?")
    page.locator("#keys-on").press("Space")
    page.keyboard.press("Escape")
    page.goto(looking.base + "/search?q=citadel")
    page.keyboard.press("j")

    expect(page.locator(".here")).to_have_count(0)


def test_keys_work_by_their_place_on_an_arabic_keyboard(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/search?q=citadel")
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ت', code: 'KeyJ', bubbles: true}))")

    expect(page.locator(".here")).to_have_count(1)


def decided(page: Page, looking: Looking) -> int:
    return len(ask(page, looking.base + "/review?format=json").json()["questions"])


def test_keys_decide_nothing_where_nothing_is_chosen(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/name?type=PER&name=Abu Mohammed al-Shamali")
    before, made = decided(page, looking), page.locator(".made").all_inner_texts()
    for key in "nyu":
        page.keyboard.press(key)
    page.reload()

    expect(page.locator(".made")).to_have_text(made)
    assert before == decided(page, looking)


def test_a_key_that_is_held_down_decides_once_and_z_takes_that_back_from_any_page(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/review")
    first, made = page.locator(".question h3").all_inner_texts(), page.locator(".made").all_inner_texts()
    page.keyboard.down("n")
    for _ in range(5):
        page.keyboard.down("n")  # as a key that is held repeats
    page.keyboard.up("n")
    expect(page.locator(".made")).to_be_visible()
    page.goto(looking.base + "/names")
    expect(page.locator(".made")).to_be_visible()

    page.keyboard.press("z")
    expect(page.locator(".made")).to_have_text(made)
    page.goto(looking.base + "/review")
    assert first == page.locator(".question h3").all_inner_texts()
