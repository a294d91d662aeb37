"""The map that can be moved, and the drawing without it: nothing is asked of anybody else."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Looking, ask
from tests.browser.test_screens import WITHOUT_SCRIPTS

pytestmark = [pytest.mark.browser, pytest.mark.sandbox]


def test_the_map_is_drawn_from_this_server_alone(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/map")

    expect(page.locator("#live-map")).to_have_attribute("data-ready", "yes", timeout=60_000)
    expect(page.locator(".map-figure")).to_be_hidden()
    assert [] == looking.foreign
    assert any(url.endswith("/maplibre-gl-worker.mjs") for url in looking.requests)


def test_a_month_shows_what_may_lie_in_it(page: Page, looking: Looking) -> None:
    told = ask(page, looking.base + "/map?format=json").json()
    (circle, *_) = [each for each in told["features"] if each["properties"]["role"] != "point"]
    days = ([["2014-05", "2014-05"]], [["2014-06", "2014-08"]], [[None, None]])
    told["features"] = [{**circle, "properties": {**circle["properties"], "months": each}} for each in days]
    page.route("**/map?format=json", lambda route: route.fulfill(json=told))
    page.goto(looking.base + "/map")

    live, month = page.locator("#live-map"), page.locator("#month")
    expect(live).to_have_attribute("data-shown", "3", timeout=60_000)
    month.focus()
    for expected, shown in (("2014-05", "1"), ("2014-06", "1"), ("2014-07", "1")):
        month.press("ArrowRight")
        expect(page.locator("#month-said")).to_have_text(expected)
        expect(live).to_have_attribute("data-shown", shown)
    month.press("Home")
    expect(live).to_have_attribute("data-shown", "3")


def test_what_is_printed_is_the_drawing(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/map")
    expect(page.locator("#live-map")).to_have_attribute("data-ready", "yes", timeout=60_000)
    page.emulate_media(media="print")

    expect(page.locator(".map-figure svg")).to_be_visible()
    expect(page.locator("#live-map")).to_be_hidden()


@pytest.mark.parametrize("context", [WITHOUT_SCRIPTS], indirect=True)
def test_without_scripts_the_drawing_and_the_table_are_there(context: BrowserContext, page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/map")

    expect(page.locator(".map-figure .doubt").first).to_be_visible()
    expect(page.locator("table.list tbody tr").first).to_be_visible()
    expect(page.locator("#live-map")).to_be_hidden()


def test_only_the_map_may_start_a_worker(page: Page, looking: Looking) -> None:
    with_worker = {path: ask(page, looking.base + path).headers["content-security-policy"] for path in ("/map", "/letters")}

    assert "worker-src 'self'" in with_worker["/map"]
    assert "worker-src" not in with_worker["/letters"]


def test_outside_events_are_switched_off_and_go_with_the_months(page: Page, looking: Looking) -> None:
    told = ask(page, looking.base + "/map?format=json").json()
    (circle, *_) = [each for each in told["features"] if each["properties"]["role"] != "point"]
    outside = {**circle["properties"], "origin": "catalogue", "months": [["2014-06", "2014-06"]]}
    told["features"] = [
        {**circle, "properties": {**circle["properties"], "months": [["2014-05", "2014-06"]]}},
        {**circle, "properties": outside},
    ]
    page.route("**/map?format=json", lambda route: route.fulfill(json=told))
    page.goto(looking.base + "/map?lang=en")

    live = page.locator("#live-map")
    expect(live).to_have_attribute("data-shown", "2", timeout=60_000)
    page.locator("#map-outside").uncheck()
    expect(live).to_have_attribute("data-shown", "1")
    page.locator("#map-outside").check()
    page.locator("#month").press("ArrowRight")
    expect(live).to_have_attribute("data-shown", "1")
    page.locator("#month").press("ArrowRight")
    expect(live).to_have_attribute("data-shown", "2")
