"""Which documents were written on the days that a query asks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from kashf.domain.date import UNDATED, Calendar, FuzzyDate
from kashf.domain.ids import DocumentId
from kashf.language.dates.found_dates import WhoseDay
from kashf.ports.search import All, AnyWord, Days, Field, IndexQuery, Without
from kashf.ports.stages import DATES
from kashf.services.dates.keep_dates import KeptDate
from kashf.services.search.written_days import DayCounts, count_by_sureness, months_of, on_written_days
from tests.fakes import FakeCaseView

SURE, DOUBTFUL, ORDERS, READ = (DocumentId(letter * 64) for letter in "abcd")
EITHER = FuzzyDate(dt.date(2014, 3, 4), dt.date(2014, 4, 3), "03/04/14", Calendar.GREGORIAN, weights=(1, *(0,) * 29, 1))
WORD = AnyWord(frozenset({"x"}))


@pytest.fixture
def view() -> FakeCaseView:
    dates = {SURE: FuzzyDate.parse("2014-03-20"), DOUBTFUL: FuzzyDate.parse("2014"), ORDERS: EITHER, READ: FuzzyDate.parse("2014-03-21")}
    view = FakeCaseView()
    for id, date in dates.items():
        kept = KeptDate(1, 0, 4, date, WhoseDay.WRITING, is_unseen=id == READ, is_own=True)
        other = KeptDate(1, 9, 12, FuzzyDate.parse("2019"), WhoseDay.EVENT)
        view.rows.setdefault(DATES.name, {})[id] = [kept.row(), other.row()]
    return view


def written(view: FakeCaseView, query: IndexQuery) -> str:
    found = on_written_days(view, query)
    assert isinstance(found, Days)
    return "".join(sorted(id[0] for id in found.written or ()))


@pytest.mark.parametrize(
    ("days", "documents"),
    [("2014", "abcd"), ("2014-03", "abcd"), ("2014-03-15..2014-03-25", "abd"), ("2014-04-03", "bc"), ("2019", ""), ("2015..", "")],
)
def test_a_document_answers_where_it_may_have_been_written_on_one_of_the_days(view: FakeCaseView, days: str, documents: str) -> None:
    assert documents == written(view, Days(FuzzyDate.parse(days)))


def test_for_what_has_no_date_those_with_one_are_told(view: FakeCaseView) -> None:
    assert "abcd" == written(view, Days(UNDATED))


def test_the_date_of_a_file_and_days_that_have_their_documents_are_left(view: FakeCaseView) -> None:
    query = All((Days(FuzzyDate.parse("2014"), of_file=True), Days(FuzzyDate.parse("2014"), written=frozenset()), WORD))

    assert query == on_written_days(view, query)


def counting(view: FakeCaseView) -> Callable[[IndexQuery], int]:
    def count(query: IndexQuery) -> int:
        assert isinstance(query, All)
        return sum(len(part.written or ()) for part in query.parts if isinstance(part, Days))

    return count


def test_an_answer_says_how_much_of_it_is_sure_and_how_much_nobody_looked_at(view: FakeCaseView) -> None:
    query = All((WORD, Days(FuzzyDate.parse("2014-03"))))

    assert DayCounts(surely=2, possibly=2, unseen=1) == count_by_sureness(view, query, counting(view), total=4)


@pytest.mark.parametrize("query", [WORD, Days(FuzzyDate.parse("2014"), of_file=True), Field("origin", ("ocr",))])
def test_what_asks_for_no_days_has_no_such_counts(view: FakeCaseView, query: IndexQuery) -> None:
    assert count_by_sureness(view, query, counting(view), total=4) is None


def test_what_leaves_days_out_leaves_out_all_that_may_have_been_then(view: FakeCaseView) -> None:
    query = Without(Days(FuzzyDate.parse("2014-03")))

    assert Without(on_written_days(view, query.part)) == on_written_days(view, query, answers=lambda _date, _asked: False)


def test_months_are_told_of_documents_of_which_one_month_is_sure(view: FakeCaseView) -> None:
    assert {SURE: "2014-03", READ: "2014-03"} == months_of(view)
