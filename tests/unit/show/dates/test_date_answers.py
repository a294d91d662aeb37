"""Dates as lines and JSON."""

from __future__ import annotations

from kashf.domain.date import Calendar
from kashf.language.dates.found_dates import WhoseDay
from kashf.services.dates.list_dates import DateList, ListedDate
from kashf.show.dates.date_answers import date_answer, date_line, left_out_of_dates

DATE = ListedDate("2014-05-03", 20140503, (Calendar.GREGORIAN,), {WhoseDay.WRITING: 2}, ("3 May 2014",), 2, 1, 1, ())


def test_a_date_is_a_line_that_says_how_often_what_of_and_what_nobody_looked_at() -> None:
    line = date_line(DATE)

    assert all(words in line for words in ("2 in", "2014-05-03", "gregorian", "writing 2", "3 May 2014", "(unseen: 1)"))


def test_the_number_by_which_dates_are_sorted_is_not_told() -> None:
    assert {"edtf", "calendars", "kinds", "wordings", "places", "documents", "unseen", "where"} == set(date_answer(DATE))


def test_what_is_left_out_is_said() -> None:
    assert "3 year missing" in left_out_of_dates(DateList((), 0, 0, {"year missing": 3}, 1, 2, 0, {}, 0))
