"""The result page of a precedence test in a real browser, from a file: no request, nothing for axe, names that run their own way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from kashf.evidence.precedence.rows.inputs import read_orders
from kashf.publish.precedence_page import Provenance, precedence_page
from tests.browser.conftest import AXE, Looking
from tests.browser.test_screens import RULES
from tests.unit.evidence.precedence.made import events_of, order_rows, result_of

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
ATTACKS = [(town, 100 + 17 * town) for town in range(10)]
SCRIPT = "<script>document.title='owned'</script><img src=//evil.example/x onerror=alert(1)>"
PLACE = "القلعة الجديدة 7"


@pytest.fixture(scope="module", params=["finding", "nothing"])
def file(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """Pages of a finding and of none, with orders whose words mean harm and others in Arabic."""
    lead = -4 if request.param == "finding" else 1
    rows = order_rows([(town, when + lead) for town, when in ATTACKS], doubt=1)
    rows[0] |= {"place": PLACE, "id": "كتاب رقم ١٢"}
    rows[1] |= {"place": SCRIPT, "id": "\u202eevil" + "x" * 300}
    made_from = Provenance("No plan was frozen.", "", SCRIPT, "o" * 64, "e" * 64, "1.2")
    result = result_of(read_orders(rows), events_of(ATTACKS))
    assert result.verdict.is_finding == (request.param == "finding")
    path = tmp_path_factory.mktemp("page") / "result.html"
    path.write_text(precedence_page(result, made_from), encoding="utf-8")
    return path


@pytest.fixture
def context(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": getattr(request, "param", 1280), "height": 860})
    yield context
    context.close()


@pytest.fixture
def looking(file: Path) -> Looking:
    return Looking(file.as_uri())


def test_axe_finds_nothing_in_light_and_dark(context: BrowserContext, page: Page, file: Path) -> None:
    page.goto(file.as_uri())
    debugger = context.new_cdp_session(page)
    debugger.send("Runtime.evaluate", {"expression": AXE.read_text(encoding="utf-8")})
    told = "r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))"
    asked = {"expression": f"axe.run(document, {RULES!r}).then({told})", "awaitPromise": True, "returnByValue": True}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        answer = debugger.send("Runtime.evaluate", asked)
        assert [] == answer["result"].get("value", answer), scheme


def test_the_page_asks_for_itself_and_nothing_else(page: Page, looking: Looking, file: Path) -> None:
    page.goto(file.as_uri())

    assert [file.as_uri()] == looking.requests
    assert [] == looking.complaints
    assert page.title().startswith("Precedence test:")
    assert 0 == page.locator("img, script, iframe, link").count()


@pytest.mark.parametrize("context", [320, 1280], indirect=True)
def test_the_page_never_scrolls_sideways(page: Page, file: Path) -> None:
    page.goto(file.as_uri())

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_arabic_names_run_from_right_to_left_by_themselves(page: Page, file: Path) -> None:
    page.goto(file.as_uri())

    name = page.locator("bdi", has_text=PLACE).first

    assert PLACE == name.text_content()
    assert "isolate" == name.evaluate("e => getComputedStyle(e).unicodeBidi")
    assert name.evaluate(
        """e => { const at = i => { const r = document.createRange(); r.setStart(e.firstChild, i); r.setEnd(e.firstChild, i + 1);
        return r.getBoundingClientRect().x; }; return at(0) > at(6) && at(6) > at(e.textContent.length - 1); }"""
    )


def test_dark_and_light_differ_and_print_has_the_whole_page(page: Page, file: Path) -> None:
    page.goto(file.as_uri())
    colours = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    assert 2 == len(set(colours))
    page.emulate_media(media="print")
    assert page.evaluate("[...document.querySelectorAll('.wide')].every(e => e.scrollWidth <= e.clientWidth + 1)")
