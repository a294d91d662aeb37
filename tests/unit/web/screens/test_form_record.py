from __future__ import annotations

from dataclasses import replace

from kashf.domain.document import Box, Origin, Page
from kashf.domain.forms.form_families import FieldNote
from kashf.domain.forms.template_fields import FieldState
from tests.fakes import FakeCaseView
from tests.filled_forms import form, forms_of
from tests.unit.web.conftest import Visitor
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
