"""Lists of documents stand behind the numbers of the first page."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator

import pytest

from kashf.domain.document import Origin, Page, Sighting, Status
from kashf.ports.views import DocumentRecord
from tests.fakes import FakeCaseView
from tests.unit.web.conftest import Visitor
from tests.unit.web.made import put, record

Visit = Callable[[str], str]


@pytest.fixture
def documents(view: FakeCaseView) -> None:
    put(view, record("a/one.txt"), Page(1, "text"))
    put(view, record("a/locked.pdf", type="application/pdf", status=Status.FAILED, reason="encrypted", detail="it asks for a password"))
    put(view, record("a/torn.pdf", type="application/pdf", status=Status.PARTIAL, reason="damaged"), Page(1, "half", Origin.OCR, 0.31))
    put(view, record("a/photo.jpg", type="image/jpeg", reason="no-writing", origin=""))
    put(view, record("a/box.zip", type="application/zip", origin=""))
    put(view, record("a/new.bin", type="", status=None))
    view.shut = (Sighting(None, "a/shut.txt", "courier", reason="permission denied"),)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("", {"one.txt", "locked.pdf", "torn.pdf", "new.bin", "shut.txt", "photo.jpg", "box.zip"}),
        ("?status=done", {"one.txt", "photo.jpg", "box.zip"}),
        ("?status=failed", {"locked.pdf", "shut.txt"}),
        ("?status=waiting", {"new.bin"}),
        ("?reason=damaged", {"torn.pdf"}),
        ("?reason=unreadable", {"shut.txt"}),
        ("?type=application/pdf", {"locked.pdf", "torn.pdf"}),
        ("?type=", {"new.bin"}),
        ("?type=application/pdf&status=failed", {"locked.pdf"}),
        ("?reason=no-writing", {"photo.jpg"}),
        ("?apart=unsure", {"torn.pdf"}),
        ("?apart=unsure&status=done", set()),
        ("?apart=textless", {"box.zip"}),
    ],
)
def test_a_list_keeps_to_what_its_address_says(documents: None, visitor: Visitor, asked: str, expected: set[str]) -> None:
    answer = visitor.get(f"/documents{asked}{'&' if asked else '?'}format=json").json()

    paths = {one["name"] for one in answer["documents"]} | {one["path"] for one in answer["unreadable"]}
    assert {f"a/{name}" for name in expected} == paths


def test_the_page_shows_reason_and_detail(documents: None, visit: Visit) -> None:
    page = visit("/documents?reason=encrypted")

    assert "Encrypted" in page
    assert "it asks for a password" in page


def test_the_spreadsheet_has_a_row_for_each(documents: None, visitor: Visitor) -> None:
    content = visitor.get("/documents?status=failed&format=csv").content.decode("utf-8-sig")

    rows = list(csv.DictReader(io.StringIO(content)))
    assert [("a/shut.txt", "unreadable"), ("a/locked.pdf", "encrypted")] == [(row["path"], row["reason"]) for row in rows]


def test_the_spreadsheet_has_all_of_a_list_that_is_longer_than_a_piece(view: FakeCaseView, visitor: Visitor) -> None:
    made = [record(f"a/{number}.txt") for number in range(10_050)]
    view.known = {one.id: one for one in made}

    answer = visitor.get("/documents?format=csv")

    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert sorted(one.id for one in made) == [row["document"] for row in rows]


def test_a_document_that_is_to_be_indexed_waits_in_its_list(view: FakeCaseView, visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    read = put(view, record("a/read.txt"), Page(1, "text"))

    def walk(*, after: str = "", status: str = "") -> Iterator[DocumentRecord]:
        return iter([read] if status == "waiting" and after < read.id else [])

    monkeypatch.setattr(view, "walk", walk)

    assert ["a/read.txt"] == [one["name"] for one in visitor.get("/documents?status=waiting&format=json").json()["documents"]]
    assert '"waiting"' in visitor.get("/documents?status=waiting&format=csv").text
    assert [] == visitor.get("/documents?status=done&format=json").json()["documents"]


def test_a_long_list_goes_on_where_it_stopped(view: FakeCaseView, visitor: Visitor) -> None:
    for number in range(230):
        put(view, record(f"a/{number}.txt"), Page(1, "text"))
    seen: list[str] = []
    path = "/documents"
    while path:
        page = visitor.get(path).text
        seen += [part.split('"')[0] for part in page.split('href="/document/')[1:]]
        path = page.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&") if 'rel="next"' in page else ""

    assert sorted(view.known) == seen


def test_nothing_in_a_list_is_said(visit: Visit) -> None:
    assert "No document belongs to this list." in visit("/documents?status=partial")


def test_an_unknown_status_is_refused_in_words(visitor: Visitor) -> None:
    answer = visitor.get("/documents?status=lost")

    assert 400 == answer.status_code
    assert "One of its parts is missing, unknown or out of range: <bdi>status</bdi>" in answer.text


def test_home_as_json_has_totals_that_add_up(visitor: Visitor) -> None:
    totals = json.loads(visitor.get("/?format=json").text)

    assert totals["found"] == sum(totals[name] for name in ("done", "partial", "failed", "duplicates", "waiting"))
