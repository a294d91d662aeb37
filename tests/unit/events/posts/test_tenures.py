"""Tenures run at least from one day to another, and at most between what others, orders and neighbours say."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from kashf.events.posts.post_signs import PostPaper, post_signs
from kashf.events.posts.tenure_bounds import BoundRule
from kashf.events.posts.tenures import Tenure, held_posts
from tests.unit.events.posts.made_papers import Bodies, named, paper, relieved

SAAD, RAMI, ANIS = "Saad al-Sinjabi", "Rami Haddad", "Anis Kubba"


def signed(document: str, day: str, name: str) -> PostPaper:
    return paper(document, day, name=name, post="director")


def tenures(*papers: PostPaper) -> dict[str, Tenure]:
    (held,) = held_posts(post_signs(papers, Bodies()))
    return {each.holder: each for each in held.tenures}


def days(tenure: Tenure) -> list[str]:
    return [str(bound.day) if bound else "" for bound in (tenure.not_before, tenure.seen_from, tenure.seen_to, tenure.not_after)]


def test_two_signatures_bound_a_tenure_from_within() -> None:
    found = tenures(signed("a", "2014-03-01", SAAD), signed("b", "2014-05-01", SAAD))

    assert ["", "2014-03-01", "2014-05-01", ""] == days(found[SAAD])


def test_doubt_about_days_narrows_what_is_sure() -> None:
    found = tenures(signed("a", "2014-03", SAAD), signed("b", "2014-05", SAAD))

    assert ["", "2014-03-31", "2014-05-01", ""] == days(found[SAAD])


def test_one_month_alone_makes_no_day_sure() -> None:
    assert ["", "", "", ""] == days(tenures(signed("a", "2014-03", SAAD))[SAAD])


def test_neighbours_bound_each_other() -> None:
    found = tenures(signed("a", "2014-03-01", SAAD), signed("b", "2014-05-01", RAMI), signed("c", "2014-06-01", ANIS))

    assert ["2014-03-02", "2014-05-01", "2014-05-01", "2014-05-31"] == days(found[RAMI])


def test_whoever_may_be_the_same_man_bounds_nothing() -> None:
    found = tenures(signed("a", "2014-03-01", "أبو ناصر"), signed("b", "2014-05-01", "سعد السنجابي"))

    assert ["", "2014-05-01", "2014-05-01", ""] == days(found["سعد السنجابي"])


def test_orders_bound_a_tenure_from_without_and_give_two_weeks() -> None:
    found = tenures(named("a", "2014-03-01", SAAD), signed("b", "2014-05-01", SAAD), relieved("c", "2014-06-10", SAAD))

    assert ["2014-03-01", "2014-03-15", "2014-06-09", "2014-06-24"] == days(found[SAAD])


def test_each_end_has_its_paper_and_its_rule() -> None:
    bound = tenures(signed("a", "2014-03-01", SAAD), signed("b", "2014-05-01", RAMI))[SAAD].not_after

    assert bound is not None
    assert (BoundRule.ANOTHER_HOLDER, "b", RAMI) == (bound.rule, bound.sign.document, bound.sign.name)


def test_a_successor_named_before_the_other_is_relieved_is_not_bounded_by_that() -> None:
    found = tenures(signed("s", "2014-01-01", RAMI), named("a", "2014-03-01", SAAD), relieved("b", "2014-03-03", RAMI))

    assert "" == days(found[SAAD])[3]


def test_a_man_who_is_named_again_holds_it_twice() -> None:
    papers = (
        named("a", "2014-03-01", SAAD),
        relieved("b", "2014-06-01", SAAD),
        named("c", "2015-01-01", SAAD),
        signed("d", "2015-03-01", SAAD),
    )
    (held,) = held_posts(post_signs(papers, Bodies()))

    assert ["2014-03-01", "2015-01-01"] == [days(each)[0] for each in held.tenures]


def test_a_signature_before_the_order_that_names_him_leaves_no_bound_that_contradicts() -> None:
    found = tenures(signed("a", "2014-01-01", SAAD), named("b", "2014-03-01", SAAD))

    assert ["", "2014-01-01", "2014-01-01", ""] == days(found[SAAD])


def test_the_end_of_time_is_no_error() -> None:
    found = tenures(named("a", "9999-12-31", SAAD), signed("b", "0001-01-01", RAMI), relieved("c", "9999-12-30", SAAD))

    assert {SAAD, RAMI} == found.keys()


def test_twenty_thousand_signatures_of_one_name_are_one_tenure() -> None:
    first = dt.date(1900, 1, 1)
    papers = [signed(f"{number}", str(first + dt.timedelta(number % 15_000)), SAAD) for number in range(20_000)]

    assert [20_000] == [len(each.signs) for each in tenures(*papers).values()]


@given(st.lists(st.tuples(st.sampled_from([SAAD, RAMI, ANIS]), st.integers(0, 300), st.integers(0, 40)), min_size=1, max_size=12))
def test_what_is_sure_lies_within_what_is_possible(signs: list[tuple[str, int, int]]) -> None:
    first = dt.date(2014, 1, 1)
    papers = [
        signed(f"{number}", f"{first + dt.timedelta(day)}..{first + dt.timedelta(day + doubt)}", name)
        for number, (name, day, doubt) in enumerate(signs)
    ]

    for each in tenures(*papers).values():
        ends = [bound.day for bound in (each.not_before, each.seen_from, each.seen_to, each.not_after) if bound]
        assert sorted(ends) == ends
