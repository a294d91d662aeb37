"""Lines of a page are typed in the browser without scripts, blind where a second person is to confirm them."""

from __future__ import annotations

import html
import re

import pytest

from kashf.domain.document import Box, Origin, Page
from tests.unit.web.conftest import Visitor
from tests.unit.web.made import put, record
from tests.unit.web.named import Notebook, view_of

TEXT = "سلمت ٤٠ مولدة\nإلى الجسر"
BOXES = (Box(0, 13, 1000, 1000, 9000, 1500, 0.9), Box(14, 23, 1000, 2000, 9000, 2500, 0.3))


@pytest.fixture
def document(notebook: Notebook) -> str:
    return put(view_of(notebook.case), record("orders/scan.txt"), Page(1, TEXT, Origin.OCR, 0.6, boxes=BOXES)).id


def words(reader: Visitor, address: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", reader.get(address).text))


def test_a_draft_is_offered_with_its_confidence_and_is_never_in_the_field(reader: Visitor, document: str) -> None:
    page = reader.get(f"/transcription?document={document}").text

    assert "A machine read, 90" in words(reader, f"/transcription?document={document}")
    assert ["", ""] == re.findall(r'class="typed"[^>]* value="([^"]*)"', page)


def test_a_draft_that_is_most_likely_wrong_is_not_offered(reader: Visitor, document: str) -> None:
    assert 1 == reader.get(f"/transcription?document={document}").text.count("data-draft")


def test_a_box_that_is_none_is_refused_in_words(reader: Visitor, document: str) -> None:
    form = {"document": document, "page": 1, "regions": "1 2 3", "back": f"/transcription?document={document}"}

    answer = reader.post("/keyed/boxes", form)

    assert (400, True) == (answer.status_code, "four whole numbers" in answer.text)


def test_a_row_of_forms_needs_a_box_before_it_looks_for_any(reader: Visitor) -> None:
    told = reader.get("/fields?kind=date&label=birth&format=json").json()
    assert {"field": "date:birth", "forms": [], "drafts": [], "unplaced": 0} == told
