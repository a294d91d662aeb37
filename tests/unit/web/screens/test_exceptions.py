"""The exceptions: by class, decided about by file or class, with why, and opened again."""

from __future__ import annotations

from kashf.domain.document import Status
from tests.unit.web.conftest import Visitor
from tests.unit.web.made import put, record
from tests.unit.web.named import Notebook, view_of


def test_an_exception_ends_in_a_decision_and_may_be_opened_again(reader: Visitor, notebook: Notebook) -> None:
    view = view_of(notebook.case)
    locked = put(view, record("a/locked.pdf", type="application/pdf", status=Status.FAILED, reason="encrypted"))
    put(view, record("a/photo.jpg", type="application/zip"))
    assert "2 open exceptions" in reader.get("/").text
    assert {"encrypted", "wrong-ending"} == reader.get("/exceptions?format=json").json()["by_class"].keys()

    asked = {"file": locked.id, "outcome": "excluded", "back": "/exceptions"}
    assert 400 == reader.post("/exception", {**asked, "why": ""}).status_code
    assert 303 == reader.post("/exception", {**asked, "why": "of no use"}).status_code
    assert (locked.id,) == notebook.aside
    assert "of no use" in reader.get("/exceptions").text

    assert 303 == reader.post("/exception/undo", {"entry": notebook.entries[0].id, "back": "/exceptions"}).status_code
    assert () == notebook.aside
    assert (
        303
        == reader.post(
            "/exception", {"kind": "wrong-ending", "outcome": "accepted-unread", "why": "seen", "back": "/exceptions"}
        ).status_code
    )
    assert 1 == reader.get("/exceptions?format=json").json()["open"]
