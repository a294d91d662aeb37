"""Who held which post when, in the browser."""

from __future__ import annotations

import csv
import io

import pytest

from kashf.services.posts.posts_of_case import posts_of_case
from kashf.web.screens.posts import time_bars
from tests.fakes import FakeCaseView
from tests.unit.web.conftest import Visitor
from tests.unit.web.lettered import letter, put_letters

SAAD, RAMI, POST = "سعد الناعوري", "رامي الحداد", "مدير المكتب"


@pytest.fixture(autouse=True)
def letters(view: FakeCaseView) -> None:
    put_letters(
        view,
        {
            "a": letter("٧/١", "١٣/٣/٢٠١٤م", f"{SAAD}\n{POST}"),
            "b": letter("٧/٥", "٢٥/٩/٢٠١٤م", f"{SAAD}\n{POST}"),
            "c": letter("٧/٣", "١٣/٥/٢٠١٤م", POST),
            "d": letter("٧/٤", "", f"{SAAD}\n{POST}"),
            "e": letter("٧/٨", "٢٥/٦/٢٠١٤م", f"{RAMI}\n{POST}"),
        },
    )


def test_a_post_shows_its_holders_its_days_whom_it_names_and_what_contradicts(visitor: Visitor) -> None:
    page = visitor.get("/posts?lang=en").text

    told = (
        SAAD,
        RAMI,
        POST,
        "ديوان الجسور",
        "2014-03-13",
        "2014-09-25",
        "Two at once:",
        "a forgery",
        "without a usable date",
        "a post alone",
    )
    for words in (*told, "<rect"):
        assert words in page
    assert f'href="/document/{"a" * 64}?at=' in page


def test_posts_are_told_in_arabic(visitor: Visitor) -> None:
    assert "من شغل أي منصب ومتى" in visitor.get("/posts?lang=ar").text


def test_what_no_post_has_is_said(visitor: Visitor) -> None:
    assert "No letter here is signed with a post." in visitor.get("/posts?post=court&lang=en").text


def test_a_spreadsheet_has_a_row_for_each_tenure(visitor: Visitor) -> None:
    rows = list(csv.DictReader(io.StringIO(visitor.get("/posts?format=csv").text.removeprefix("\ufeff"))))

    assert [(SAAD, "2014-03-13", "2014-09-25"), (RAMI, "2014-06-25", "2014-06-25")] == [
        (row["holder"], row["seen_from"], row["seen_to"]) for row in rows
    ]


def test_bars_lie_on_one_line_of_time(case: object) -> None:
    bars = time_bars(posts_of_case(case).posts)  # type: ignore[arg-type] - the fixture is a case

    assert [(0, 1000, 0, 1000), (5, 990, 531, 2)] == [(bar.left, bar.width, bar.sure_left, bar.sure_width) for bar in bars.values()]
