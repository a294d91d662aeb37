"""The screen of a frozen plan in a real browser: the verdict with what it does not show, and every figure opening its working."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import AXE, Looking, added, ask, entered, serving
from tests.browser.test_screens import NARROW, RULES, SCHEMES
from tests.planned import write_planned

pytestmark = [pytest.mark.browser, pytest.mark.sandbox]

RULE = ("--orders", "every order of the leak to withdraw heavy weapons", "--only", "kind=withdraw", "--events", "events.csv")
CONTROLS = ("--controls", "every ban on travel in the same leak", "--controls-only", "kind=travel")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("plans")
    case = added(folder / "a.case", write_planned(folder), name="Orders")
    environment = {**os.environ, "XDG_DATA_HOME": str(folder / "home"), "KASHF_ACTOR": "amal", "KASHF_WORKERS": "1"}
    for words in (
        ("places", case, "--add", folder / "places.csv", "--why", "from a map"),
        ("process", case),
        ("events", case, "add", folder / "events.csv"),
        ("plan", case, "freeze", "guns", *RULE, *CONTROLS),
        ("plan", case, "run", "guns"),
        ("plan", case, "freeze", "bans", "--orders", "every ban on travel of the leak", "--only", "kind=travel", "--events", "events.csv"),
    ):
        subprocess.run([sys.executable, "-m", "kashf", *map(str, words)], check=True, capture_output=True, env=environment)
    with serving(case) as address:
        yield address


@pytest.fixture(scope="module")
def session(chromium: Browser, served: str) -> dict[str, Any]:
    """The cookie of the one browser that came in."""
    return entered(chromium, served)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_figure_opens_its_working_by_keys_and_axe_finds_nothing(
    context: BrowserContext, page: Page, looking: Looking, language: str
) -> None:
    page.goto(f"{looking.base}/plan/guns?lang={language}")
    folds = page.locator("section[aria-labelledby=figures-title] details")
    assert folds.count() >= 5
    for number in range(folds.count()):
        folds.nth(number).locator("summary").press("Enter")
    expect(folds.first.locator("table")).to_be_visible()
    assert 10 == page.locator("section[aria-labelledby=orders-title] tbody tr").count()
    assert [] == looking.foreign
    assert [] == looking.complaints

    debugger = context.new_cdp_session(page)
    debugger.send("Runtime.evaluate", {"expression": AXE.read_text(encoding="utf-8")})
    told = "r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))"
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        asked = {"expression": f"axe.run(document, {RULES[scheme]!r}).then({told})", "awaitPromise": True, "returnByValue": True}
        answer = debugger.send("Runtime.evaluate", asked)
        assert [] == answer["result"].get("value", answer), scheme


@pytest.mark.parametrize("context", [NARROW], indirect=True)
@pytest.mark.parametrize("path", ["/plans", "/plan/guns", "/plan/bans"])
def test_nothing_is_cut_off_at_320_pixels(page: Page, looking: Looking, path: str) -> None:
    page.goto(f"{looking.base}{path}?lang=ar")

    assert 320 == page.evaluate("document.documentElement.scrollWidth")


def test_a_plan_that_was_not_run_shows_no_result_and_programs_get_the_same(page: Page, looking: Looking) -> None:
    told = ask(page, f"{looking.base}/plan/bans?format=json").json()
    assert (None, None, 2) == (told["run"], told["working"], told["plan"]["of"])
    assert 11 == len(ask(page, f"{looking.base}/plan/guns?format=csv").text.strip().splitlines())
    assert 3 == len(ask(page, f"{looking.base}/plans?format=csv").text.strip().splitlines())
    page.goto(f"{looking.base}/plan/bans?lang=en")
    assert 0 == page.locator("#figures-title").count()
    page.goto(f"{looking.base}/plan/nowhere?lang=ar")
    expect(page.locator(".what")).to_contain_text("لا خطة اسمها")
