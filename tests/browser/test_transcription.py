"""A page written by hand is typed by two persons by keyboard alone, blind, settled where they differ, and found at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.pages.handwritten import Sheet, sloping
from tests.browser.conftest import Looking, added, ask, entered, serving

pytestmark = [pytest.mark.browser, pytest.mark.sandbox]

FONT = "NotoNaskhArabic-Regular.ttf"
#: What stands on the page: no name, date or number but in the lines told below.
PLAIN = "نرجو إرسال الخبز والماء والدواء إلى القرية قبل نهاية الأسبوع"
LINES = [PLAIN] * 20
LINES[4] = "وصلت ٣ صهاريج إلى الجسر صباح أمس ولم يعترضها أحد"
LINES[9] = "سلمت ٤٠ مولدة إلى المستودع بموجب إيصال موقع"
FORM_BASE = 400


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of one page of twenty lines and four forms, all of them pictures."""
    folder = tmp_path_factory.mktemp("typing")
    leak = folder / "leak"
    (leak / "forms").mkdir(parents=True)
    sheet = Sheet(Random(1), font=FONT, height=40, size=(1400, 2100), unsteady=0.6)
    for number, words in enumerate(LINES):
        sheet.write(words, right=1330, left=40, base=sloping(120 + 96 * number, 0.01))
    sheet.image.save(leak / "order.png", dpi=(170, 170))
    for number in range(4):
        form = Sheet(Random(number + 2), font=FONT, height=44, size=(1200, 800), unsteady=0.4)
        form.write("تاريخ الولادة ١٢ / ٥ / ١٩٧٣", right=1100, left=60, base=sloping(FORM_BASE))
        form.image.save(leak / "forms" / f"form {number}.png", dpi=(150, 150))
    return added(folder / "typing.case", leak, name="Typing")


@pytest.fixture(scope="module")
def served(case: Path) -> Iterator[str]:
    """The one-time address of a running `kashf serve`."""
    with serving(case, *(word for name in ("Amal Nader", "Basil Qadir", "Dina Omari") for word in ("--as", name))) as address:
        yield address


@pytest.fixture(scope="module")
def session(chromium: Browser, served: str) -> dict[str, Any]:
    """The cookie of the one browser that came in."""
    return entered(chromium, served)


def document(page: Page, looking: Looking, name: str) -> str:
    listed = ask(page, looking.base + "/documents?format=json").json()["documents"]
    return next(str(each["id"]) for each in listed if each["name"].endswith(name))


def work_as(page: Page, name: str) -> None:
    if page.locator("details.at-work").count():
        page.locator("details.at-work summary").click()
    page.locator(".at-work input[name=name]").fill(name)
    page.locator(".at-work input[name=name]").press("Enter")
    expect(page.locator("details.at-work summary")).to_contain_text(name)


def type_all(page: Page, lines: list[str]) -> None:
    """Type the lines by keyboard alone, from the one that has the focus."""
    expect(page.locator("#line-1")).to_be_focused()
    for words in lines:
        page.keyboard.insert_text(words)
        page.keyboard.press("Enter")
    expect(page.locator("form.kept, form.sent")).to_have_count(0, timeout=120_000)  # the page comes anew after the last line


def test_two_persons_type_a_page_by_keyboard_and_what_differs_is_settled(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/?lang=en")
    order = document(page, looking, "order.png")
    page.goto(f"{looking.base}/transcription?document={order}")
    expect(page.locator("#lines-typed > li")).to_have_count(20)
    work_as(page, "Amal Nader")
    type_all(page, LINES)
    expect(page.locator("#typing-progress")).to_contain_text("20 of 20 lines typed")
    expect(page.locator("#typing-progress")).to_contain_text("2 wait for a second person")

    found = ask(page, looking.base + "/search?q=مولدة&format=json").json()
    assert [order] == [hit["document"] for hit in found["hits"]]

    work_as(page, "Basil Qadir")
    assert "صهاريج" not in page.content()  # who is to type it again sees neither the first text nor a draft
    fifth = page.locator("#lines-typed > li").nth(4)
    expect(fifth).to_contain_text("you are the second person")
    page.locator("#line-5").fill(LINES[4].replace("٣", "٥"))
    page.keyboard.press("Enter")
    expect(page.locator("#line-6")).to_be_focused()
    page.locator("#line-10").fill(LINES[9])
    page.keyboard.press("Enter")
    expect(page.locator("form.kept")).to_have_count(2, timeout=60_000)
    page.reload()
    expect(page.locator("#lines-typed > li").nth(9)).to_contain_text("two persons agree")
    expect(fifth).to_contain_text("two persons differ")
    expect(fifth.locator(".said-line")).to_have_text([LINES[4], LINES[4].replace("٣", "٥")])

    work_as(page, "Dina Omari")
    fifth.locator("input[name=typed][type=radio]").nth(1).check()
    fifth.locator("input[name=why]").fill("The second stroke is closed.")
    fifth.locator("input[name=why]").press("Enter")

    expect(fifth).to_contain_text("settled")
    expect(fifth).to_contain_text("The second stroke is closed.")
    assert [] == looking.complaints


def test_keys_mark_what_is_uncertain_or_illegible_and_lead_back(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/?lang=en")
    page.goto(f"{looking.base}/transcription?document={document(page, looking, 'order.png')}")
    field = page.locator("#line-2")
    field.fill("من قائد القطاع")
    page.keyboard.press("Alt+u")
    expect(field).to_have_value("من قائد [القطاع?]")
    page.keyboard.insert_text(" ")
    page.keyboard.press("Alt+i")
    expect(field).to_have_value("من قائد [القطاع?] [...]")
    page.keyboard.press("Shift+Enter")

    expect(page.locator("#line-1")).to_be_focused()


def test_boxes_are_drawn_with_the_mouse_or_as_numbers(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/?lang=en")
    form = document(page, looking, "form 3.png")
    page.goto(f"{looking.base}/transcription?document={form}&boxes=true")
    if not page.locator("details.at-work").count():
        work_as(page, "Amal Nader")
    page.locator("#regions").fill("1000 3000 9500 6000")
    sheet = page.locator("#boxes-sheet").bounding_box()
    assert sheet is not None
    page.mouse.move(sheet["x"] + sheet["width"] * 0.2, sheet["y"] + sheet["height"] * 0.7)
    page.mouse.down()
    page.mouse.move(sheet["x"] + sheet["width"] * 0.8, sheet["y"] + sheet["height"] * 0.9, steps=3)
    page.mouse.up()
    expect(page.locator("#boxes rect")).to_have_count(2)
    page.get_by_role("button", name="Keep the boxes").click()
    expect(page.locator("#lines-typed > li")).to_have_count(2)

    lines = ask(page, page.url + "&format=json").json()["lines"]
    assert [1000, 3000, 9500, 6000] == lines[0]["region"]
    assert abs(lines[1]["region"][0] - 2000) < 60


def test_one_field_of_several_forms_is_typed_in_a_row(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/?lang=en")
    page.goto(looking.base + "/fields?region=500-4000-9500-5600&kind=date&label=birth&folder=leak/forms")
    if not page.locator("details.at-work").count():
        work_as(page, "Amal Nader")
    expect(page.locator("#lines-typed > li")).to_have_count(4)
    for number in range(4):
        expect(page.locator(f"#line-{number + 1}")).to_be_focused()
        page.keyboard.insert_text(f"١٢ / ٥ / ١٩٧{number}")
        page.keyboard.press("Enter")
    expect(page.locator("#typing-progress")).to_contain_text("4 of 4 forms typed", timeout=60_000)

    told = ask(page, page.url + "&format=json").json()
    assert ("date:birth", ["waits"] * 4) == (told["field"], [each["line"]["state"] for each in told["forms"]])
    assert [] == looking.complaints
