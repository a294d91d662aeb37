"""What letters say that cannot all be so, in the browser."""

from __future__ import annotations

import csv
import io

import pytest

from tests.fakes import FakeCaseView
from tests.unit.web.conftest import Visitor
from tests.unit.web.lettered import letter, put_letters

POST = "مدير المكتب"


@pytest.fixture(autouse=True)
def letters(view: FakeCaseView) -> None:
    put_letters(
        view,
        {
            "a": letter("٧/١", "١٣/٣/٢٠١٤م", POST),
            "b": letter("٧/١", "٢٥/٦/٢٠١٤م", POST, "تقرر إصلاح الجسر القديم."),
            "c": letter("٧/٣", "الخميس ١٣/٥/٢٠١٤م", POST),
        },
    )


def test_each_stands_with_its_places_and_what_may_explain_it(visitor: Visitor) -> None:
    page = visitor.get("/contradictions?lang=en").text

    for words in ("One number on two papers", "The weekday is not that of the date", "certain", "It may be:", "two series of numbers"):
        assert words in page
    assert page.count("data-result") == 3
    assert f'href="/document/{"a" * 64}?at=' in page


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ("", ["weekday", "number-twice", "number-twice"]),
        ("&kind=weekday", ["weekday"]),
        ("&document=bbbb", ["number-twice", "number-twice"]),
        ("&certain=true&kind=two-places", []),
    ],
)
def test_a_spreadsheet_has_a_row_for_each_side_of_what_is_asked_for(asked: str, kinds: list[str], visitor: Visitor) -> None:
    rows = list(csv.DictReader(io.StringIO(visitor.get(f"/contradictions?format=csv{asked}").text.removeprefix("\ufeff"))))

    assert kinds == [row["kind"] for row in rows]


def test_where_nothing_contradicts_that_is_said_in_arabic(visitor: Visitor) -> None:
    assert "لا شيء هنا يتناقض." in visitor.get("/contradictions?kind=two-places&lang=ar").text


def test_a_letter_leads_to_what_contradicts_it(visitor: Visitor) -> None:
    assert f"/contradictions?document={'a' * 64}" in visitor.get(f"/document/{'a' * 64}").text
