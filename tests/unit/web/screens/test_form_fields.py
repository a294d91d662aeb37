from __future__ import annotations

from kashf.domain.document import Box, Origin, Page
from tests.fakes import FakeCaseView
from tests.filled_forms import FAMILY, form, forms_of
from tests.unit.web.conftest import Visitor
from tests.unit.web.made import put, record


def test_a_field_of_a_family_is_shown_on_each_form_where_it_stands_there(visitor: Visitor, view: FakeCaseView) -> None:
    places = {"scan 1.png": (1000, "image/png"), "scan 2.png": (4000, "image/png"), "letter.txt": (1000, "text/plain")}
    ids = [
        put(view, record(name, type=type), Page(1, "x" * 400, Origin.OCR, 0.9, boxes=(Box(6, 14, 2000, top, 4000, top + 200),))).id
        for name, (top, type) in places.items()
    ]
    bare = put(view, record("scan 3.png", type="image/png"), Page(1, "x" * 400)).id
    view.forms = forms_of(*(form(id, name="Salim Q.") for id in (*ids, bare)))
    told = visitor.get(f"/fields?family={FAMILY}&key=name&format=json").json()
    page = visitor.get(f"/fields?family={FAMILY}&key=name").text

    assert [(ids[0], [2000, 1000, 4000, 1200]), (ids[1], [2000, 4000, 4000, 4200])] == [
        (each["document"], each["line"]["region"]) for each in told["forms"]
    ]
    assert ("name:name", 1) == (told["field"], told["unplaced"])
    assert 'name="region" value="2000-4000-4000-4200"' in page
    assert "1 form is left out" in page
    assert 'name="q"' not in page[page.index("<article") :]


def test_a_sealed_field_is_not_typed_in_a_row(visitor: Visitor, view: FakeCaseView) -> None:
    document = put(view, record("scan.png", type="image/png"), Page(1, "x" * 400)).id
    view.forms = forms_of(form(document, name="Salim Q.", mother="Hana"))
    answer = visitor.get(f"/fields?family={FAMILY}&key=mother&lang=ar")

    assert (403, False) == (answer.status_code, "Hana" in answer.text)
    assert "مختومة" in answer.text
