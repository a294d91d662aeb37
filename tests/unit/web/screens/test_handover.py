"""How a delivery came: what is sealed is shown only to who asks."""

from __future__ import annotations

import pytest

from kashf.domain.document import Page
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.ports.stages import ARCHIVE
from kashf.services.case.brought.whose_archive import look_for_signs
from tests.unit.web.conftest import Visitor
from tests.unit.web.made import RECEIVED, put, record
from tests.unit.web.named import Notebook, view_of

STAMPED = "Office of Roads\n\nRECEIVED\n5 MAR 2014"


@pytest.fixture
def stamped(notebook: Notebook) -> str:
    """A case with a letter that was received, one file copy, and a handover with its sealed note."""
    view = view_of(notebook.case)
    view.ledger, view.known, view.seen = (), {}, {}
    letter = put(view, record("in/IMG_1.txt"), Page(1, STAMPED)).id
    put(view, record("in/IMG_2.txt"), Page(1, "FILE COPY\nOffice of Roads"))
    put(view, record("in/IMG_5.txt"), Page(1, "Nothing"))
    view.ledger = view.ledger[:1]
    view.rows = {ARCHIVE.name: dict(look_for_signs(view, list(view.known)))}
    sealed = notebook.case.sealed.seal({"hops": [{"from": "Umm Salim <b>", "to": "us"}]})
    body = {"receipts": [view.ledger[0].id], "sealed": sealed, "hops": 1, "hash_check": None}
    view.ledger = (*view.ledger, Entry("d" * 32, 2, GENESIS, RECEIVED, "layla", EntryKind.HANDOVER, body))
    return letter


def test_signs_are_counted_with_their_wording_and_gaps_are_said(reader: Visitor, stamped: str) -> None:
    page = reader.get("/handover?receipt=1").text

    assert [] == [each for each in ("RECEIVED 5 MAR 2014", "Of 3 letters", f"/document/{stamped}", "2 numbers missing") if each not in page]


@pytest.mark.parametrize("form", ["html", "json", "csv"])
def test_what_is_sealed_is_shown_only_when_it_is_asked_for(reader: Visitor, stamped: str, form: str) -> None:
    closed = reader.get(f"/handover?receipt=1&format={form}").text
    opened = reader.get(f"/handover?receipt=1&sealed=true&format={form}").text

    assert (False, form != "csv") == ("Umm Salim" in closed, "Umm Salim" in opened)
    assert "<b>" not in opened or form == "json"


def test_only_letters_of_one_sort_are_shown_when_asked(reader: Visitor, stamped: str) -> None:
    page = reader.get("/handover?receipt=1&whose=outgoing").text

    assert ("FILE COPY" in page, "RECEIVED 5 MAR 2014" in page) == (True, False)


def test_the_table_has_every_sign_and_every_file_in_its_order(reader: Visitor, stamped: str) -> None:
    lines = reader.get("/handover?receipt=1&format=csv").text.splitlines()

    assert (2, 3) == tuple(sum(line.startswith(f'"{sort}"') for line in lines) for sort in ("sign", "listed"))


def test_the_choice_alone_needs_no_receipt_and_a_wrong_one_is_refused(reader: Visitor, stamped: str) -> None:
    assert (200, 404) == (reader.get("/handover").status_code, reader.get("/handover?receipt=99").status_code)
    assert {} == reader.get("/handover?format=json").json()
