"""Two persons translate a page in the browser, one blind, without scripts."""

from __future__ import annotations

import html
import re

import pytest

from kashf.domain.document import Page
from tests.unit.web.conftest import Visitor
from tests.unit.web.made import put, record
from tests.unit.web.named import Notebook, view_of

PAGE = "دفن الشهيد ليلا\nوصل الوقود\nاسم الشهيد عمر"
LINES = ((0, 15), (16, 26), (27, 41))


@pytest.fixture
def document(notebook: Notebook) -> str:
    return put(view_of(notebook.case), record("orders/burial.txt"), Page(1, PAGE)).id


def sign_in(reader: Visitor, who: str) -> None:
    assert 303 == reader.post("/at-work", {"name": who, "back": "/review"}).status_code


def translate(reader: Visitor, document: str, *texts: str) -> None:
    for (start, end), text in zip(LINES, texts, strict=False):
        form = {"document": document, "page": 1, "language": "en", "start": start, "end": end, "text": text}
        assert 303 == reader.post("/translated", {**form, "back": f"/translation?document={document}"}).status_code


def test_what_is_translated_stands_behind_its_original(reader: Visitor, document: str) -> None:
    sign_in(reader, "Layla")
    translate(reader, document, "The martyr was buried at night")

    for address in (f"/translation?document={document}", f"/document/{document}"):
        page = html.unescape(re.sub(r"<[^>]+>", "", reader.get(address).text))
        assert page.index("دفن الشهيد ليلا") < page.index("The martyr was buried at night")
    for form in ("json", "csv"):
        told = reader.get(f"/translation?document={document}&format={form}").text
        assert "The martyr was buried at night" in told
        assert "دفن الشهيد ليلا" in told


def test_who_translates_blind_sees_the_other_only_when_done(reader: Visitor, document: str) -> None:
    sign_in(reader, "Layla")
    translate(reader, document, "The martyr was buried at night", "The fuel came", "The martyr's name is Omar")
    sign_in(reader, "Qasim")
    blind = {"document": document, "page": 1, "language": "en", "back": f"/translation?document={document}"}
    assert 303 == reader.post("/translated/blind", blind).status_code
    translate(reader, document, "The dead man was buried at night", "Fuel came", "The dead man's name is Omar")

    for address in (f"/translation?document={document}&compare=true", f"/document/{document}", f"/document/{document}?format=json"):
        assert "martyr" not in reader.get(address).text
    assert 303 == reader.post("/translated/blind", {**blind, "done": "true"}).status_code
    compared = reader.get(f"/translation?document={document}&compare=true").text
    assert "<mark>martyr</mark>" in compared
    assert "<mark>dead man</mark>" in compared


def test_contested_words_are_listed_and_settled(reader: Visitor, document: str) -> None:
    for who, word in (("Layla", "martyr"), ("Qasim", "dead man")):
        sign_in(reader, who)
        translate(reader, document, f"The {word} was buried at night", "The fuel came", f"The {word}'s name is Omar")

    (one,) = reader.get("/contested?format=json").json()["contested"]
    assert "<mark>الشهيد</mark>" in reader.get("/contested").text
    settled = {"id": one["id"], "rendering": "martyr", "why": "his title in the register", "back": "/contested"}
    assert 303 == reader.post("/contested/settle", settled).status_code
    assert "his title in the register" in reader.get("/contested").text
    assert 0 == reader.get("/contested?format=json").json()["open"]


def test_words_are_marked_as_contested_and_words_that_are_not_there_are_refused(reader: Visitor, document: str) -> None:
    sign_in(reader, "Layla")
    form = {"document": document, "page": 1, "language": "en", "rendering": "fuel\nprovisions", "why": "a code word?", "back": "/contested"}

    assert 404 == reader.post("/contested/mark", {**form, "words": "الماء"}).status_code
    assert 303 == reader.post("/contested/mark", {**form, "words": "الوقود"}).status_code
    (one,) = reader.get("/contested?format=json").json()["contested"]
    assert ["fuel", "provisions"] == [each["text"] for each in one["renderings"]]


def test_nobody_translates_who_has_not_said_who_they_are(reader: Visitor, document: str) -> None:
    form = {"document": document, "page": 1, "language": "en", "start": 0, "end": 15, "text": "x"}

    assert 400 == reader.post("/translated", form).status_code
