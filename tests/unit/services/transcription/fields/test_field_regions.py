from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.document import Box, Origin, Page
from kashf.domain.pages.regions import Region
from kashf.services.case.open import OpenCase
from kashf.services.forms.told_families import family_asked, field_named
from kashf.services.transcription.fields.field_regions import places_of, region_of, typed_field
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed
from tests.filled_forms import FAMILY, form, forms_of
from tests.unit.web.made import put, record

#: The name stands at 6 to 14, what is blank behind the label that ends at 104.
BOXES = (Box(0, 5, 7000, 1000, 9000, 1200), Box(6, 11, 4000, 1000, 6000, 1200), Box(12, 14, 3000, 1010, 3800, 1210))


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    view = FakeCaseView()
    scans = [put(view, record(f"{name}.png", type="image/png"), Page(1, "x" * 400, Origin.OCR, 0.9, boxes=BOXES)).id for name in "ba"]
    view.forms = forms_of(form(scans[0], name="Salim Q.", blood="?"), form(scans[1], name="Ziyad Q."))
    return OpenCase(tmp_path, "Forms", view, FakeIndex(), FakeBlobs(), FakeSealed())


def test_a_field_stands_on_each_form_where_its_words_do_in_the_order_of_the_paths(case: OpenCase) -> None:
    field = field_named(family_asked(case, FAMILY), "name")
    places = places_of(case, field)

    names = {each.id: each.name for each in case.view.records([each.place.document for each in places])}
    assert ["a.png", "b.png"] == [names[each.place.document] for each in places]
    assert [Region(3000, 1000, 6000, 1210)] * 2 == [region_of(case, each) for each in places]
    assert "name:name" == typed_field(field)


def test_a_field_whose_label_was_not_found_or_that_has_no_place_is_not_among_them(case: OpenCase) -> None:
    blood = field_named(family_asked(case, FAMILY), "blood")

    assert () == places_of(case, blood)
