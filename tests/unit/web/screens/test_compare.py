"""Two documents side by side."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kashf.domain.document import Page
from tests.fakes import FakeCaseView
from tests.unit.web.conftest import Visitor
from tests.unit.web.made import put, record

Visit = Callable[[str], str]


@pytest.fixture
def pair(view: FakeCaseView) -> tuple[str, str]:
    before = put(view, record("before.txt"), Page(1, "ينسحب قبل يوم ٢٠ محرم بصهريج عدد ٣ من الوقود"))
    after = put(view, record("after.txt"), Page(1, "ينسحب قبل يوم ٢٣ محرم بصهريج عدد ٥ من الوقود"))
    return before.id, after.id


def test_each_difference_is_told_and_marked_on_both_pages_with_its_number(pair: tuple[str, str], visit: Visit) -> None:
    page = visit(f"/compare/{pair[0]}/{pair[1]}")

    assert "differs at 2 places" in page
    assert '<small>Date</small> <a href="#left-1"><del class="changed"><bdi>٢٠</bdi></del></a>' in page
    assert '<small>Number</small> <a href="#left-2"><del class="changed"><bdi>٣</bdi></del></a>' in page
    assert '<a class="differs date" id="right-1" href="#left-1"><b>1</b> <bdi>٢٣</bdi></a> محرم' in page
    assert "It is not known which was there first." in page


def test_in_one_column_the_words_around_a_difference_stand_beside_it(pair: tuple[str, str], visit: Visit) -> None:
    page = visit(f"/compare/{pair[0]}/{pair[1]}?how=inline")

    assert "<bdi>ينسحب قبل يوم</bdi>" in page
    assert 'id="left-1"' not in page


def test_the_differences_are_rows_and_json(pair: tuple[str, str], visitor: Visitor) -> None:
    where = f"/compare/{pair[0]}/{pair[1]}"

    assert 2 == visitor.get(f"{where}?format=json").json()["total"]
    assert '"number","1"' in visitor.get(f"{where}?format=csv").text


def test_a_shortened_id_leads_to_the_whole_one(pair: tuple[str, str], visitor: Visitor) -> None:
    assert f"/compare/{pair[0]}/{pair[1]}" == visitor.get(f"/compare/{pair[0][:9]}/{pair[1][:9]}").headers["location"]


def test_a_document_that_is_not_there_is_said_not_to_be(pair: tuple[str, str], visitor: Visitor) -> None:
    assert 404 == visitor.get(f"/compare/{pair[0]}/{'f' * 64}").status_code
