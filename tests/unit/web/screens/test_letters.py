"""Screens about letters say what was not read: nothing found there is no absence."""

from __future__ import annotations

import csv
import io

import pytest

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.ports.stages import LETTERS, READ
from kashf.ports.views import Totals
from kashf.services.letters.keep_letters import keep_letters
from tests.fakes import FakeCaseView
from tests.unit.web.conftest import Visitor
from tests.unit.web.lettered import letter, put_letters

SCREENS = ("letters", "letter-network", "registers", "posts", "contradictions", "timeline", "operations", "map")


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_says_how_many_documents_are_not_read_yet(visitor: Visitor, view: FakeCaseView, screen: str) -> None:
    view.is_so = Totals(found=41, waiting=41, by_stage={READ.name: 41})

    assert "41 documents were not looked at yet" in visitor.get(f"/{screen}?lang=en").text
    assert '"waiting": 41' in visitor.get(f"/{screen}?format=json").text


@pytest.mark.parametrize("screen", [screen for screen in SCREENS if screen != "map"])
def test_a_screen_says_what_was_read_in_part(visitor: Visitor, view: FakeCaseView, screen: str) -> None:
    long = DocumentId("a" * 64)
    put_letters(view, {"a": letter("٧/١", "١٣/٣/٢٠١٤م", "مدير المكتب")})
    assert "read in part" not in visitor.get(f"/{screen}?lang=en").text

    view.texts[long] = (*view.texts[long], *(Page(number, "ويعمل بهذا.") for number in range(2, 40)))
    view.rows[LETTERS.name].update(keep_letters(view, [long]))

    assert "documents with letters that were read in part: 1" in visitor.get(f"/{screen}?lang=en").text
    assert '"partly_read": 1' in visitor.get(f"/{screen}?format=json").text


def test_each_of_many_letters_in_a_document_is_told_apart_and_found(visitor: Visitor, view: FakeCaseView) -> None:
    bundle = DocumentId("a" * 64)
    put_letters(view, {"a": "-"})
    view.texts[bundle] = tuple(Page(nth, letter(f"٧/{nth}", "١٣/٣/٢٠١٤م", "مدير المكتب")) for nth in range(1, 61))
    view.rows[LETTERS.name].update(keep_letters(view, [bundle]))

    rows = csv.DictReader(io.StringIO(visitor.get("/letters?format=csv").text.removeprefix("\ufeff")))
    assert {(f"{bundle}.{nth}", bundle) for nth in range(1, 61)} == {(row["id"], row["document"]) for row in rows}
    assert f"/document/{bundle}?page=57&" in visitor.get(f"/document/{bundle}.57").headers["location"]
    assert 404 == visitor.get(f"/document/{bundle}.61").status_code
    assert 400 == visitor.get(f"/document/{bundle}.x").status_code
