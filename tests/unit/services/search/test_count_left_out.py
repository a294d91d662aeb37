"""What an answer leaves out is counted from sums that are kept."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from kashf.domain.document import Mark, MarkKind, Page
from kashf.domain.left_out import LeftOut, MoreIn
from kashf.ports.views import Totals
from kashf.services.case.open import OpenCase
from kashf.services.search.count_left_out import left_out, left_out_of_question
from tests.fakes import FakeCaseView
from tests.searchable import case_of

TOTALS = Totals(
    uncompared=4,
    waiting=2,
    failed=3,
    by_reason={"no-writing": 12, "damaged": 4},
    partial_by_reason={"damaged": 1},
    without_text=13,
    by_stage={"names": 5, "index": 2},
    unsure_pages=6,
)


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    made = case_of(tmp_path, Page(1, "> quoted", marks=(Mark(0, 8, MarkKind.REPEATED),)), "own")
    cast("FakeCaseView", made.view).is_so = TOTALS
    return made


def test_an_answer_about_names_tells_of_all_that_no_name_was_looked_for_in(case: OpenCase) -> None:
    assert LeftOut({}, 1, 6, 2, 5, 3, {"damaged": 1}, 1, 12, uncompared=4) == left_out(case, of_names=True)
    assert 0 == left_out(case, of_names=False).names_waiting


def test_a_question_in_words_has_where_more_stands_in_place_of_all_that_is_passed_over(case: OpenCase) -> None:
    told = left_out_of_question(case, {MoreIn.UNSURE: 2, MoreIn.UNDATED: 0})

    assert ({MoreIn.UNSURE: 2}, 0, 0) == (told.more, told.passed_over, told.names_waiting)


def test_where_nothing_was_indexed_nothing_was_passed_over(case: OpenCase) -> None:
    case.index.clear()

    assert (0, 2) == ((told := left_out(case, of_names=True)).passed_over, told.waiting)
