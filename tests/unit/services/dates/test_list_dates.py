"""The dates of a case by their days."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kashf.domain.date import Calendar, FuzzyDate
from kashf.domain.document import Origin, Page
from kashf.domain.ids import DocumentId
from kashf.language.dates.found_dates import WhoseDay
from kashf.ports.stages import DATES
from kashf.services.case.open import OpenCase
from kashf.services.dates.keep_dates import keep_dates
from kashf.services.dates.list_dates import DateQuery, list_dates
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed
from tests.searchable import BARE


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    view = FakeCaseView()
    pages = {
        "a": Page(1, "Date: 3 May 2014\nIn reply to your letter No. 12 of 30/4/2014 we arrived on 12 May."),
        "b": Page(1, "التاريخ: ٣ أيار ٢٠١٤\nوفي ٢٠ محرم ١٤٣٥ وصلنا", Origin.OCR),
        "c": Page(1, "we met on 31/02/2014"),
    }
    for name, page in pages.items():
        record = replace(BARE, id=DocumentId(name * 64))
        view.known[record.id], view.texts[record.id] = record, (page,)
    view.rows[DATES.name] = dict(keep_dates(view, sorted(view.known)))
    return OpenCase(tmp_path, "case", view, FakeIndex(), FakeBlobs(), FakeSealed())


def test_one_day_is_one_date_in_whatever_script_and_the_most_frequent_comes_first(case: OpenCase) -> None:
    first, *rest = list_dates(case).dates

    assert ("2014-05-03", 2, 2, 1) == (first.edtf, first.places, first.documents, first.unseen)
    assert {WhoseDay.WRITING: 2} == first.kinds
    assert ["[2013-11-22..2013-11-24]", "2014-04-30", "2014-05-12"] == [each.edtf for each in rest]
    assert (Calendar.HIJRI,) == rest[0].calendars


def test_wordings_without_days_are_counted_beside(case: OpenCase) -> None:
    assert {"impossible": 1} == list_dates(case).without_days


@pytest.mark.parametrize(
    ("query", "days"),
    [
        (DateQuery(kinds=(WhoseDay.REFERENCE,)), ["2014-04-30"]),
        (DateQuery(within=FuzzyDate.parse("2013-11-24")), ["[2013-11-22..2013-11-24]"]),
        (DateQuery(containing="أيار"), ["2014-05-03"]),
        (DateQuery(within=FuzzyDate.parse("2015")), []),
    ],
)
def test_kind_days_and_words_narrow_the_list(case: OpenCase, query: DateQuery, days: list[str]) -> None:
    assert days == [each.edtf for each in list_dates(case, query).dates]


def test_a_limit_cuts_the_list_and_not_the_counts(case: OpenCase) -> None:
    found = list_dates(case, limit=1)

    assert (1, 4, 5) == (len(found.dates), found.total, found.places)
