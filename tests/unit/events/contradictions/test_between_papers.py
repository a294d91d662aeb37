"""Papers contradict each other by number, post, order and founding; what may be otherwise contradicts nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kashf.domain.date import FuzzyDate
from kashf.domain.letters.instructions import Force, SpeechAct
from kashf.domain.letters.said import PaperNumber
from kashf.events.contradictions.between_papers import are_two_days, not_founded, number_twice, of_posts, post_not_founded
from kashf.events.contradictions.contradiction import Clash, Contradiction, Innocent
from kashf.events.posts.post_signs import PostPaper, post_signs
from kashf.events.posts.shared_posts import AtOnce, count_at_once, shared_posts
from kashf.events.posts.tenures import held_posts
from tests.unit.events.posts.made_papers import Bodies, act, named, paper, relieved, said

SAAD, RAMI = "Saad al-Sinjabi", "Rami Haddad"


def numbered(document: str, day: str, number: str = "114", *, office: str = "mills", does: SpeechAct | None = None) -> PostPaper:
    blank = paper(document, day, office=office)
    return replace(blank, letter=replace(blank.letter, number=PaperNumber(said(number, document), number), speech_act=does))


def signed(document: str, day: str, name: str) -> PostPaper:
    return paper(document, day, name=name, post="director")


def posts(*papers: PostPaper) -> list[Contradiction]:
    return [*of_posts(held_posts(post_signs(papers, Bodies())))]


def documents(found: Contradiction) -> list[str]:
    return [str(document) for document in found.documents]


def test_one_number_on_two_papers_of_one_office_and_year_is_certain() -> None:
    (found,) = number_twice([numbered("a", "2014-04-01"), numbered("b", "2014-06-01")])

    assert (Clash.NUMBER_TWICE, True, ["a", "b"]) == (found.clash, found.is_certain, documents(found))


def test_a_circular_and_a_letter_may_be_of_two_series() -> None:
    (found,) = number_twice([numbered("a", "2014-04-01"), numbered("b", "2014-06-01", does=SpeechAct.CIRCULAR)])

    assert (False, Innocent.TWO_SERIES) == (found.is_certain, found.innocent[0])


@pytest.mark.parametrize(
    "other",
    [
        numbered("b", "2014-04-01"),  # A version of one letter.
        numbered("b", "2015-02-01"),  # Another year in both calendars.
        numbered("b", "2014-11-20"),  # The same Gregorian year, another Hijri one.
        numbered("b", ""),
        numbered("b", "2014-06-01", "115"),
        numbered("b", "2014-06-01", office="bridges"),
        numbered("b", "2014-06-01", office=""),
    ],
)
def test_a_number_that_may_be_given_out_anew_contradicts_nothing(other: PostPaper) -> None:
    assert [] == [*number_twice([numbered("a", "2014-04-01"), other])]


def test_a_number_on_many_papers_says_nothing() -> None:
    assert [] == [*number_twice([numbered(f"{day}", f"2014-04-{day:02}") for day in range(1, 30)])]


def test_a_stranger_between_two_signatures_of_one_man_is_certain_and_has_three_sides() -> None:
    (found,) = posts(signed("a", "2014-03-01", SAAD), signed("b", "2014-09-01", SAAD), signed("c", "2014-05-20", RAMI))

    assert (Clash.TWO_HOLDERS, True, ["c", "a", "b"]) == (found.clash, found.is_certain, documents(found))


def test_days_of_handing_over_contradict_nothing() -> None:
    assert [] == posts(signed("a", "2014-03-01", SAAD), signed("b", "2014-09-01", SAAD), signed("c", "2014-08-25", RAMI))


def test_a_kunya_beside_a_name_contradicts_nothing_and_is_counted() -> None:
    papers = (signed("a", "2014-03-01", "سعد السنجابي"), signed("b", "2014-09-01", "سعد السنجابي"), signed("c", "2014-05-20", "أبو ناصر"))
    held = held_posts(post_signs(papers, Bodies()))

    assert ([], 1) == ([*of_posts(held)], count_at_once(shared_posts(held[0]))[AtOnce.PERHAPS_ONE])


def test_a_signature_before_the_order_that_names_him_is_possible() -> None:
    (found,) = posts(signed("a", "2014-01-01", SAAD), named("b", "2014-03-01", SAAD))

    assert (Clash.AGAINST_ORDER, False, Innocent.CONFIRMED) == (found.clash, found.is_certain, found.innocent[0])


def test_orders_in_a_circle_contradict_without_end_of_work() -> None:
    years = range(2010, 2020)
    orders = [
        *(named(f"n{year}", f"{year}-03-01", SAAD) for year in years),
        *(relieved(f"r{year}", f"{year}-02-01", SAAD) for year in years),
    ]
    papers = [signed("s", "2014-02-01", SAAD), *orders]

    assert len(posts(*papers)) <= len(papers)


FOUNDING = paper("f", "2014-06-01", acts=(act("other", "", "establish court", "f", Force.ORDER),))


def test_an_office_that_is_founded_later_has_not_written_before() -> None:
    (found,) = not_founded(
        [FOUNDING, paper("a", "2014-03-01", office="mills/court"), paper("b", "2014-07-01", office="mills/court")], Bodies()
    )

    assert (Clash.NOT_FOUNDED, ["a", "f"]) == (found.clash, documents(found))


def test_without_a_founding_nothing_is_claimed() -> None:
    asked = paper("f", "2014-06-01", acts=(act("other", "", "establish court", "f", Force.REQUEST),))

    assert [] == [*not_founded([asked, paper("a", "2014-03-01", office="mills/court")], Bodies())]


@pytest.mark.parametrize(("day", "expected"), [("2014-03-01", [Clash.NOT_FOUNDED]), ("2014-09-01", [])])
def test_a_signature_with_a_post_before_the_paper_that_creates_it_is_possible(day: str, expected: list[Clash]) -> None:
    made = paper("b", "2014-06-01", acts=(act("other", "", "establish the post of director", "b"),))

    found = [*post_not_founded([signed("a", day, SAAD), made], Bodies())]

    assert expected == [each.clash for each in found if not each.is_certain]


@pytest.mark.parametrize(("day", "expected"), [("2014-04-29", True), ("2014-07-04", False), ("2014-04-07", False)])
def test_a_day_between_the_two_that_an_order_of_day_and_month_leaves_is_another_day(day: str, *, expected: bool) -> None:
    first, last = dt.date(2014, 4, 7), dt.date(2014, 7, 4)
    either = FuzzyDate(first, last, weights=(1, *[0] * ((last - first).days - 1), 1))

    assert expected is are_two_days(either, FuzzyDate.parse(day))
