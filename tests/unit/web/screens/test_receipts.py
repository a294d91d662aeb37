"""The receipts: what each `add` took in, and setting a mistaken one aside, with a reason, until it is taken back."""

from __future__ import annotations

from kashf.domain.ledger import EntryKind
from kashf.ports.views import Totals
from tests.unit.web.conftest import Visitor
from tests.unit.web.made import receipt
from tests.unit.web.named import Notebook, view_of


def test_a_mistaken_add_is_set_aside_with_a_reason_and_taken_back(reader: Visitor, notebook: Notebook) -> None:
    mistaken, right = receipt("courier"), receipt("neighbour")
    view_of(notebook.case).ledger = (mistaken, right)
    asked = {"receipt": mistaken.id, "back": "/receipts"}
    assert 400 == reader.post("/aside", {**asked, "why": " "}).status_code

    assert 303 == reader.post("/aside", {**asked, "why": "the wrong stick"}).status_code
    assert ((mistaken.id,), EntryKind.SET_ASIDE) == (notebook.aside, notebook.entries[0].kind)
    assert "the wrong stick" in reader.get("/receipts").text

    assert 303 == reader.post("/aside/undo", asked).status_code
    assert () == notebook.aside
    assert "the wrong stick" not in reader.get("/receipts").text


def test_what_waits_because_of_it_is_said_with_what_to_do(reader: Visitor, notebook: Notebook) -> None:
    paths = ("/receipts", "/exceptions")
    assert [] == [path for path in paths if "kashf process CASE" in reader.get(path).text]

    view_of(notebook.case).is_so = Totals(by_stage={"quotes": 2})

    assert [] == [path for path in paths if "kashf process CASE" not in reader.get(path).text]


def test_every_screen_says_how_many_files_are_set_aside(reader: Visitor, notebook: Notebook) -> None:
    paths = ("/", "/names", "/review", "/search?q=Shamali", "/mail", "/documents")
    assert [] == [path for path in paths if "set aside" in reader.get(path).text]
    view = view_of(notebook.case)
    view.is_so = type(view.is_so)(set_aside=3)

    assert [] == [path for path in paths if "3 files set aside" not in reader.get(path).text]
