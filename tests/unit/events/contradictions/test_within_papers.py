"""A paper contradicts itself where its weekday, its calendars, what it cites or the day on which it came do not fit its date."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import CitedPaper
from kashf.domain.letters.said import PaperDate, Said
from kashf.events.contradictions.contradiction import Clash, Innocent
from kashf.events.contradictions.within_papers import after_receipt, cites_later, in_its_dates
from kashf.events.posts.post_signs import PostPaper
from tests.unit.events.posts.made_papers import paper, said

CAME = dt.datetime(2016, 4, 12, 9, tzinfo=dt.UTC)


def dated(wording: str, day: str = "2014-04-29") -> PostPaper:
    blank = paper("a")
    return replace(blank, letter=replace(blank.letter, written=PaperDate(said(wording), FuzzyDate.read(day))))


def citing(day: str, own: str) -> PostPaper:
    blank = dated(own, own)
    cited = CitedPaper(said("order 12"), date=PaperDate(said(day), FuzzyDate.read(day)))
    return replace(blank, letter=replace(blank.letter, cited=(cited,)))


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("الثلاثاء 29/4/2014", []),
        ("الخميس 29/4/2014", [Clash.WEEKDAY]),
        ("الخميس ٢٩/٤/٢٠١٤م الموافق ٢٩/٦/١٤٣٥هـ", [Clash.WEEKDAY]),
        ("٢٩/٤/٢٠١٤م الموافق ٢٩/٦/١٤٣٥هـ", []),
        ("٢٩/٤/٢٠١٤م الموافق ٢٩/٧/١٤٣٥هـ", []),  # A month apart, as pens slip.
        ("٢٩/٤/٢٠١٤م الموافق ١٢/٩/١٤٣٥هـ", [Clash.CALENDARS]),
        ("29 June 1435 [29 December 2014]", []),
        ("no date at all", []),
    ],
)
def test_a_date_contradicts_itself_where_no_slip_explains_it(wording: str, expected: list[Clash]) -> None:
    assert expected == [each.clash for each in in_its_dates(dated(wording))]


def test_what_was_read_from_a_picture_is_possible_alone() -> None:
    (found,) = in_its_dates(replace(dated("الخميس 29/4/2014"), is_picture=True))

    assert (False, Innocent.MISREAD) == (found.is_certain, found.innocent[0])


@pytest.mark.parametrize(
    ("cited", "own", "count"),
    [("2014-05-20", "2014-04-29", 1), ("2014-04-29", "2014-04-29", 0), ("2014-04..2014-06", "2014-04-29", 0), ("soon", "2014-04-29", 0)],
)
def test_a_paper_cites_no_later_one(cited: str, own: str, count: int) -> None:
    found = [*cites_later(citing(cited, own))]

    assert count == len(found)
    assert all(each.is_certain and [side.said.text for side in each.sides if side.said] == [own, cited] for each in found)


def test_a_paper_that_is_dated_after_it_came_contradicts_its_receipt() -> None:
    (found,) = after_receipt(dated("1/5/2016", "2016-05-01"), CAME, "receipt 1")

    assert (True, "receipt 1", "2016-04-12") == (found.is_certain, found.sides[1].told, found.sides[1].date.edtf())


@pytest.mark.parametrize("day", ["2016-04-13", "2016-04", "2016", "..2020", "unreadable"])
def test_a_day_that_may_be_before_the_receipt_contradicts_nothing(day: str) -> None:
    assert [] == [*after_receipt(dated(day, day), CAME, "receipt 1")]


def test_a_day_that_other_papers_bound_judges_nothing() -> None:
    derived = replace(FuzzyDate.parse("2031-01-01"), is_derived=True)
    blank = paper("a")
    undated = replace(blank, letter=replace(blank.letter, written=PaperDate(said("109"), derived)))

    assert [] == [*after_receipt(undated, CAME, "receipt 1")]


@pytest.mark.parametrize(("below", "expected"), [("30/7/2014م", [Clash.CALENDARS]), ("12/5/2014م", []), ("12/4/2014م", [])])
def test_a_day_on_the_line_below_is_the_same_in_another_calendar(below: str, expected: list[Clash]) -> None:
    blank = dated("12/6/1435هـ", "2014-04-12")
    place = Said(below, Span(DocumentId("a"), 1, 12, 12 + len(below)), "test", 1.0)
    beside = replace(blank.letter, dates=(PaperDate(place, FuzzyDate.read("2014")),))

    assert expected == [each.clash for each in in_its_dates(replace(blank, letter=beside))]
