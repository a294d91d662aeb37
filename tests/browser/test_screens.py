"""The screens in a real browser: both directions, light and dark, narrow and wide, with and without scripts."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from kashf.web.screens import SCREENS as EVERY_SCREEN
from tests.browser.conftest import AXE, Looking, ask, begin_card

pytestmark = [pytest.mark.browser, pytest.mark.sandbox]

WITHOUT_SCRIPTS = {"java_script_enabled": False}
NARROW = {"viewport": {"width": 320, "height": 700}}
SHAMALI = "/name?type=PER&name=Abu Mohammed al-Shamali"
SCREENS = (
    *("/", "/search", "/search?q=citadel", "/search?q=Shamali", "/search?q=zebra", "/search?q=(citadel", "/documents"),
    *("/queries", "/saved", "/diff", "/diff?since=1"),
    *("/documents?status=failed", "/help", "/nowhere", "letter", "scan", "page.html", "broken.jpg", "compare"),
    *("translation", "/contested", "/recording?document=0"),
    *("/transcribe", "/fields", "transcription", "boxes"),
    *(
        "/mail",
        "/mail?ghosts=true",
        "/letters",
        "/letters?does=order",
        "letter fields",
        "sheet",
        "/posts",
        "/contradictions",
        "/letter-network",
        "/map",
        "/places",
        "/cards",
        "card",
        "/sources",
        "source",
        "/plans",
        "/map?after=2010-01-01&before=2030-01-01",
        "/operations",
        "/receipts",
        "/handover",
        "/handover?receipt=1",
        "/exceptions",
    ),
    *("/timeline", "/timeline?against=2014-10-25"),
    *("/forms", "map", "values", "records", "table", "one record", "/compare-lists", "/people"),
    *("/names", "/names?type=other", "/review", "/screening", SHAMALI, SHAMALI.replace("/name", "/network")),
    *("/registers", "/audit", "/audit?name=Abu Mohammed al-Shamali", "/audit?name=Abu Mohammed al-Shamali&step=pages"),
)
#: Those that are answered as a fault, of which the browser itself complains.
COMPLAINS = frozenset({"/search?q=(citadel", "/nowhere", "/recording?document=0"})
#: What stands for a document among them.
DOCUMENTS = ("letter", "scan", "page.html", "broken.jpg")
#: What stands for a family of forms, its values, its forms, and one of these.
FORMS = {
    "map": "/forms/{family}",
    "values": "/forms/{family}?field=nationality",
    "table": "/table?family={family}&rows=3&columns=4&compare=Sweden&among=Abu Jabir",
    "records": "/records?family={family}&field=nationality&value=SE",
    "one record": "/record/{document}",
}
#: What stands for two documents.
COMPARED = "compare"
SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
#: What WCAG 2.2 AA asks and axe can see; of the page in dark colours, what depends on colours.
RULES = {
    "light": {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}},
    "dark": {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}},
}


def test_no_screen_is_left_out() -> None:
    documents = {"/document/{document}" for screen in SCREENS if screen in DOCUMENTS}
    paths = {screen.split("?")[0] for screen in SCREENS} | {"/translation", "/transcription"} | documents
    paths |= {"/compare/{document}/{other}" for screen in SCREENS if screen == COMPARED}

    # A plan needs a catalogue and orders with places: test_frozen_plans looks at one.
    paths |= (
        {path.split("?")[0] for path in FORMS.values()}
        | {"/letter/{document}", "/card/{card}", "/plan/{plan}", "/source/{name}"}
        | {"/authenticity/{document}"}
    )

    assert set() == {screen.path for screen in EVERY_SCREEN} - paths


def address(page: Page, looking: Looking, screen: str) -> str:
    """Return the address of a screen; names stand for documents, which are looked up."""
    if screen == "card":
        screen = f"/card/{_card(page, looking)}"
    if screen == "source":
        screen = f"/source/{ask(page, looking.base + '/sources?format=json').json()['sources'][0]['code_name']}"
    if screen.startswith("/") or screen in FORMS:
        return looking.base + (forms_path(page, looking, screen) if screen in FORMS else screen)
    if screen == COMPARED:
        one, other = (ask(page, f"{looking.base}/search?q={query}&format=json").json()["hits"][0] for query in ("القلعة", "origin:ocr"))
        return f"{looking.base}/compare/{one['document']}/{other['document']}"
    queries = {"letter": "القلعة", "scan": "origin:ocr", "page.html": "type:web", "broken.jpg": ""}
    if screen in {"transcription", "boxes"}:
        found = ask(page, looking.base + "/search?q=origin:ocr&format=json").json()
        boxes = "&boxes=true" if screen == "boxes" else ""
        return f"{looking.base}/transcription?document={found['hits'][0]['document']}{boxes}"
    if screen in {"letter fields", "sheet", "translation"}:
        found = ask(page, looking.base + "/search?q=القلعة&format=json").json()
        return looking.base + {"letter fields": "/letter/{}", "sheet": "/authenticity/{}", "translation": "/translation?document={}"}[
            screen
        ].format(found["hits"][0]["document"])
    if screen == "broken.jpg":
        listed = ask(page, looking.base + "/documents?status=failed&format=json").json()
        return f"{looking.base}/document/{listed['documents'][0]['id']}"
    found = ask(page, looking.base + f"/search?q={queries[screen]}&format=json").json()
    return f"{looking.base}/document/{found['hits'][0]['document']}?q=citadel"


def _card(page: Page, looking: Looking) -> str:
    """Return the card of the case, which is begun with words of the letter when there is none."""
    if not (cards := ask(page, looking.base + "/cards?format=json").json()["cards"]):
        letter = ask(page, looking.base + "/search?q=القلعة&format=json").json()["hits"][0]["document"]
        begin_card(page, f"{looking.base}/document/{letter}?at=0-20", "The guns were to leave the citadel.")
        cards = ask(page, looking.base + "/cards?format=json").json()["cards"]
    return str(cards[0]["card"])


def forms_path(page: Page, looking: Looking, screen: str) -> str:
    (family,) = ask(page, looking.base + "/forms?format=json").json()["families"]
    records = ask(page, f"{looking.base}/records?family={family['id']}&format=json").json()["records"]
    return FORMS[screen].format(family=family["id"], document=records[0]["document"])


def go(page: Page, looking: Looking, screen: str, language: str = "en") -> None:
    where = address(page, looking, screen)
    page.goto(f"{where}{'&' if '?' in where else '?'}lang={language}")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("screen", SCREENS)
def test_each_screen_asks_nobody_else_complains_of_nothing_and_axe_finds_nothing_in_light_and_dark(
    context: BrowserContext, page: Page, looking: Looking, screen: str, language: str
) -> None:
    go(page, looking, screen, language)

    assert not page.title().startswith("owned")
    assert looking.requests
    assert [] == looking.foreign
    assert screen in COMPLAINS or [] == looking.complaints

    # Through the debugger, since the policy of the page lets no script of ours in.
    debugger = context.new_cdp_session(page)
    debugger.send("Runtime.evaluate", {"expression": AXE.read_text(encoding="utf-8")})
    told = "r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))"
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        asked = {"expression": f"axe.run(document, {RULES[scheme]!r}).then({told})", "awaitPromise": True, "returnByValue": True}
        answer = debugger.send("Runtime.evaluate", asked)
        assert [] == answer["result"].get("value", answer), scheme


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
@pytest.mark.parametrize("screen", ["/", "/search?q=citadel", "letter"])
def test_the_page_runs_the_way_its_language_does(page: Page, looking: Looking, screen: str, language: str, direction: str) -> None:
    go(page, looking, screen, language)
    brand, help_link = page.locator(".brand").bounding_box(), page.locator("#help-link").bounding_box()

    assert direction == page.locator("html").get_attribute("dir")
    assert brand is not None
    assert help_link is not None
    assert (brand["x"] < help_link["x"]) == (direction == "ltr")


@pytest.mark.parametrize("context", [NARROW], indirect=True)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_is_cut_off_at_320_pixels(page: Page, looking: Looking, language: str) -> None:
    widths = {}
    for screen in SCREENS:
        go(page, looking, screen, language)
        widths[screen] = page.evaluate("document.documentElement.scrollWidth")

    assert dict.fromkeys(SCREENS, 320) == widths


@pytest.mark.parametrize("context", [NARROW], indirect=True)
def test_a_long_name_in_a_heading_widens_no_screen(page: Page, looking: Looking) -> None:
    go(page, looking, "/posts", "en")

    page.evaluate(
        "() => { const h = document.createElement('h2'); h.textContent = 'X'.repeat(300); document.querySelector('main').append(h); }"
    )

    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("context", [WITHOUT_SCRIPTS], indirect=True)
def test_everything_can_be_done_without_scripts(page: Page, looking: Looking) -> None:
    page.goto(looking.base)
    page.locator("#q").fill("citadel")
    page.locator("#q").press("Enter")
    page.get_by_label("exactly").check()
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_url(re.compile("mode=exact"))
    page.locator(".result h2 a").first.click()
    expect(page.locator("mark").first).to_be_visible()
    page.locator(".occurrences summary").click()
    page.locator(".occurrences a").first.click()

    expect(page.locator("#cite-place")).to_have_text(re.compile(r"^[0-9a-f]{64}#\d+:\d+-\d+$"))


def test_results_change_while_typing_and_the_address_with_them(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/search")
    page.locator("#q").press_sequentially("citadel", delay=15)
    expect(page.locator(".result").first).to_be_visible()
    expect(page.locator("#tally")).to_contain_text("passages")
    page.locator("#q").fill("zebra")
    expect(page.locator("#nil-title")).to_be_visible()

    expect(page).to_have_url(re.compile("q=zebra"))
    expect(page.locator("#q")).to_be_focused()
    assert [] == looking.complaints


def test_a_malformed_query_while_typing_is_explained_and_mended(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/search")
    page.locator("#q").press_sequentially("(citadel", delay=5)
    expect(page.locator("#results .fault mark")).to_have_text("(")
    page.locator("#q").fill("citadel")

    expect(page.locator(".result").first).to_be_visible()


def test_a_hostile_page_is_shown_as_text(page: Page, looking: Looking) -> None:
    go(page, looking, "page.html")

    expect(page.locator("h1")).to_contain_text("onerror")
    expect(page.locator("main img[src*=evil], main script")).to_have_count(0)
    assert [] == looking.foreign


def test_characters_that_turn_the_direction_are_shown(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/search?q=invoice")

    expect(page.locator(".result h2")).to_contain_text("invoice⇠fdp.txt")
    page.locator(".result h2 a").click()
    expect(page.locator(".symbol").first).to_have_text("⇠")


def test_a_scan_shows_its_picture_with_the_words_that_were_found(page: Page, looking: Looking) -> None:
    go(page, looking, "scan")
    picture, rectangle = page.locator(".sheet img"), page.locator(".sheet rect").first

    assert 1000 < picture.evaluate("image => image.naturalWidth")
    box, words = picture.bounding_box(), rectangle.bounding_box()
    assert box is not None
    assert words is not None
    assert box["x"] < words["x"]
    assert box["y"] < words["y"] < box["y"] + box["height"] / 2


def test_a_picture_that_cannot_be_drawn_says_so(page: Page, looking: Looking) -> None:
    answer = ask(page, address(page, looking, "scan").split("?")[0] + "/picture/7")

    assert (404, "image/svg+xml") == (answer.status_code, answer.headers["content-type"])


def test_the_printed_page_leaves_out_what_only_a_screen_needs(page: Page, looking: Looking) -> None:
    go(page, looking, "letter")
    page.emulate_media(media="print")

    assert ["hidden", "hidden", "shown"] == [
        "shown" if page.locator(part).first.is_visible() else "hidden" for part in (".tools", ".box", "#text")
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [1280, 1200, 1000, 390])
def test_the_way_to_help_stands_beside_the_name_of_kashf_at_every_width(page: Page, looking: Looking, width: int, language: str) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    go(page, looking, "/", language)
    tops = [page.locator(each).bounding_box() for each in (".brand", "#help-link", ".top [hreflang]", ".top nav")]
    brand, *beside, links = (box or pytest.fail("the navigation is not there") for box in tops)

    assert [] == [box for box in beside if abs(box["y"] + box["height"] / 2 - brand["y"] - brand["height"] / 2) > brand["height"] / 2]
    assert width < 1000 or links["height"] < 2 * brand["height"]
