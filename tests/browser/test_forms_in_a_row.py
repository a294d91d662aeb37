"""One field of fifty scanned forms is typed by keyboard alone: a value, and one key more."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from kashf.bootstrap import create_case, open_for_writing
from kashf.domain.document import Box, Origin, Reading, Sighting, Status
from kashf.domain.document import Page as Sheet
from kashf.domain.ids import DocumentId
from kashf.ports.stores import StoredReading
from kashf.services.forms.keep_families import keep_families
from kashf.settings import Settings
from tests.browser.conftest import Looking, ask, entered, serving
from tests.contracts.case_stores import put, sight
from tests.unit.services.forms.filled import sheet

pytestmark = [pytest.mark.browser, pytest.mark.sandbox]

FORMS = 50


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of fifty forms, as if they had been read from pictures."""
    folder = tmp_path_factory.mktemp("row")
    settings, path = Settings(actor="amal", home=folder / "home" / "kashf"), folder / "row.case"
    create_case(path, name="Row", settings=settings)
    with open_for_writing(path, settings=settings) as writable:
        ids = [DocumentId(hashlib.sha256(f"form {number}".encode()).hexdigest()) for number in range(FORMS)]
        sight(writable.store, *(Sighting(id, f"/form {n:02}.png", "courier", size_bytes=3) for n, id in enumerate(ids)))
        put(writable.store, *(_scanned(id, sheet(n % 13, nation=f"Land {n}")) for n, id in enumerate(ids)))
        keep_families(writable)
    return path


def _scanned(id: DocumentId, text: str) -> StoredReading:
    """Return a form with a box for each word, a line below the other."""
    boxes, start = [], 0
    for line, words in enumerate(text.split("\n")):
        for at, word in enumerate(words.split(" ")):
            top, left = 500 + 600 * line, 300 + 900 * at
            boxes.append(Box(start, start + len(word), left, top, left + 800, top + 300, 0.9))
            start += len(word) + 1
    page = Sheet(1, text, Origin.OCR, 0.9, boxes=tuple(boxes))
    return StoredReading(replace(Reading(id, "image/png", Status.DONE, None, pages=(page,))), None)


@pytest.fixture(scope="module")
def served(case: Path) -> Iterator[str]:
    """The one-time address of a running `kashf serve`."""
    with serving(case) as address:
        yield address


@pytest.fixture(scope="module")
def session(chromium: Browser, served: str) -> dict[str, Any]:
    """The cookie of the one browser that came in."""
    return entered(chromium, served)


def test_fifty_values_are_typed_by_keyboard_alone_with_one_key_each_between_them(page: Page, looking: Looking) -> None:
    page.goto(looking.base + "/forms?lang=en")
    page.locator("form[action='/at-work'] input[name=name]").fill("Amal Nader")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    (family,) = ask(page, looking.base + "/forms?format=json").json()["families"]
    page.goto(f"{looking.base}/fields?family={family['id']}&key=name")
    expect(page.locator("#lines-typed > li")).to_have_count(FORMS)
    keys = 0
    for number in range(1, FORMS + 1):
        assert f"line-{number}" == page.evaluate("document.activeElement.id")
        page.keyboard.insert_text(f"Salim {number}")
        page.keyboard.press("Enter")
        keys += 1
    expect(page.locator("#typing-progress")).to_contain_text(f"{FORMS} of {FORMS} forms typed", timeout=120_000)

    told = ask(page, page.url + "&format=json").json()
    assert (FORMS, FORMS) == (keys, len(told["forms"]))
    assert {"waits"} == {each["line"]["state"] for each in told["forms"]}
    assert [f"Salim {number}" for number in range(1, FORMS + 1)] == [each["line"]["typed"] for each in told["forms"]]
