from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_case, open_for_writing
from kashf.domain.document import Box, Origin, Page, Reading, Status
from kashf.domain.forms.form_families import FieldNote
from kashf.domain.forms.template_fields import FieldState
from kashf.ports.stores import StoredReading
from kashf.services.forms.keep_families import keep_families
from kashf.settings import Settings
from kashf.web.app import create_app
from tests.contracts.case_stores import id_of, seen, sight
from tests.contracts.case_stores import put as put_pages
from tests.fakes import FakeCaseView
from tests.filled_forms import form, forms_of
from tests.unit.services.forms.filled import sheet
from tests.unit.web.conftest import PORT, TOKEN, NoSandbox, Visitor
from tests.unit.web.made import put, record


def test_a_form_shows_all_it_has_and_nothing_that_is_sealed(clerk: Visitor) -> None:
    family = clerk.get("/forms?format=json").json()["families"][0]["id"]
    first = clerk.get(f"/records?family={family}&format=json").json()["records"][0]
    page, told = (clerk.get(f"/record/{first['document']}{kind}") for kind in ("", "?format=json"))

    assert first == told.json()
    assert f'href="/forms/{family}"' in page.text
    assert "Mother of" not in page.text + told.text
    assert ["1", "Name", "name", "filled"] == [cell.strip('"') for cell in _csv(clerk, first["document"])[1].split(",")[:4]]
    assert f"/record/{first['document']}" == clerk.get(f"/record/{first['document'][:9]}").headers["location"]


def test_a_document_says_that_it_is_a_form_and_of_which_template(clerk: Visitor) -> None:
    family = clerk.get("/forms?format=json").json()["families"][0]["id"]
    document = clerk.get(f"/records?family={family}&format=json").json()["records"][0]["document"]
    page = clerk.get(f"/document/{document}").text

    assert f'<a href="/record/{document}">A filled-in form: all it has</a>' in page
    assert f'<a href="/forms/{family}"><bdi>DATA SHEET</bdi></a>' in page


def test_a_value_that_a_machine_read_has_its_picture_and_is_called_unseen(visitor: Visitor, view: FakeCaseView) -> None:
    text = "Name: Salim Q.".ljust(210) + "Arcadia"
    boxes = (Box(6, 14, 2000, 1000, 4000, 1200), Box(210, 217, 5000, 3000, 6000, 3200))
    document = put(view, record("scan.png", type="image/png"), Page(1, text, Origin.OCR, 0.9, boxes=boxes)).id
    kept = form(document, name="Salim Q.", mother="Hana", blood="?")
    values = [replace(each, is_unseen=True, notes=(FieldNote.LABEL_MISREAD,)) for each in kept.form.values]
    view.forms = forms_of(replace(kept, form=replace(kept.form, values=tuple(values))))
    page = visitor.get(f"/record/{document}").text

    assert f'src="/document/{document}/picture/1?side=2800&amp;box=1940-940-4060-1260"' in page
    assert 1 == page.count("<img")
    assert '<span class="state partial">unseen</span>' in page
    assert "the label was misread" in page
    assert "Hana" not in page
    assert FieldState.NOT_FOUND == kept.form.values[3].state
    assert "label not found" in page


def test_a_document_without_such_a_form_is_said_to_have_none(visitor: Visitor, view: FakeCaseView) -> None:
    document = put(view, record("letter.txt"), Page(1, "A letter")).id
    answer = visitor.get(f"/record/{document}?nth=2&lang=ar")

    assert 404 == answer.status_code
    assert "عدد الاستمارات" in answer.text


def _csv(clerk: Visitor, document: str) -> list[str]:
    return clerk.get(f"/record/{document}?format=csv").text.splitlines()


def test_a_value_that_somebody_looked_at_is_seen_until_that_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))
    settings, path = Settings(actor="amal", home=tmp_path / "home"), tmp_path / "scans.case"
    create_case(path, name="Scans", settings=settings)
    with open_for_writing(path, settings=settings) as writable:
        sight(writable.store, *(seen(letter, f"/{letter}.png") for letter in "0123"))
        put_pages(writable.store, *(_scanned(letter, sheet(at)) for at, letter in enumerate("0123")))
        keep_families(writable)
    case = open_case(path)
    reader = Visitor(create_app(case, NoSandbox(), token=TOKEN, port=PORT))
    reader.enter()
    reader.post("/at-work", {"name": "Layla", "back": "/forms"})
    address = f"/record/{id_of('1')}"
    before = reader.get(address).text
    form = {"document": id_of("1"), "nth": 1, "field": "name", "back": address}
    assert 303 == reader.post("/forms/seen", form).status_code
    after = reader.get(address).text

    assert (before.count("data-result") - 1, "Looked at" in after) == (after.count("data-result"), True)
    assert 400 == reader.post("/forms/seen", form).status_code
    entry = re.search(r'action="/forms/seen/undo">.*?name="entry" value="([0-9a-f]{64})"', after)
    assert entry
    assert 303 == reader.post("/forms/seen/undo", {"entry": entry[1], "back": address}).status_code
    assert before.count("data-result") == reader.get(address).text.count("data-result")
    case.close()


def _scanned(letter: str, text: str) -> StoredReading:
    boxes, start = [], 0
    for line, words in enumerate(text.split("\n")):
        for at, word in enumerate(words.split(" ")):
            boxes.append(Box(start, start + len(word), 300 + 900 * at, 500 + 600 * line, 1100 + 900 * at, 800 + 600 * line, 0.9))
            start += len(word) + 1
    page = Page(1, text, Origin.OCR, 0.9, boxes=tuple(boxes))
    return StoredReading(Reading(id_of(letter), "image/png", Status.DONE, None, pages=(page,)), None)
