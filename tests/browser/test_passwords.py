"""A password is typed on the page of an encrypted document: what it opens is read and found at once, and it stands nowhere afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Looking, added, ask, entered, serving
from tests.encrypted import WORD, docx

pytestmark = [pytest.mark.browser, pytest.mark.sandbox]

PASSWORD = "كلمة quarry 7"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of one encrypted letter."""
    folder = tmp_path_factory.mktemp("passwords")
    (folder / "leak").mkdir()
    (folder / "leak" / "order.docx").write_bytes(docx(PASSWORD))
    return added(folder / "shut.case", folder / "leak", name="Shut")


@pytest.fixture(scope="module")
def served(case: Path) -> Iterator[str]:
    """The one-time address of a running `kashf serve`."""
    with serving(case) as address:
        yield address


@pytest.fixture(scope="module")
def session(chromium: Browser, served: str) -> dict[str, Any]:
    """The cookie of the one browser that came in."""
    return entered(chromium, served)


def _try(page: Page, password: str) -> None:
    field = page.get_by_label("Password")
    assert "password" == field.get_attribute("type")
    field.fill(password)
    field.press("Enter")


def test_a_wrong_password_is_told_and_the_right_one_opens_the_document(page: Page, looking: Looking, case: Path) -> None:
    page.goto(looking.base + "/?lang=en")
    (record,) = ask(page, looking.base + "/documents?format=json").json()["documents"]
    document = f"{looking.base}/document/{record['id']}"
    page.goto(document)
    _try(page, "wrong")
    expect(page.locator("main")).to_contain_text("1 password tried, none fits", timeout=60_000)
    expect(page.get_by_label("Password")).to_have_value("")

    _try(page, PASSWORD)
    expect(page.locator("main")).to_contain_text(WORD, timeout=60_000)
    assert document == page.url
    expect(page.get_by_label("Password")).to_have_count(0)
    page.goto(f"{looking.base}/search?q={WORD}")
    expect(page.locator("li.result mark").first).to_have_text(WORD)

    assert [] == [url for url in looking.requests if "quarry" in url]
    assert [] == looking.foreign
    kept = [path for path in case.rglob("*") if path.is_file() and path.parent.name != "passwords" and b"quarry" in path.read_bytes()]
    assert [] == kept
