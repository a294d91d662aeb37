"""Tenures name signatures that have a post alone, and date papers without a date: derived, and judging nothing."""

from __future__ import annotations

from kashf.domain.date import UNDATED, FuzzyDate, Relation
from kashf.events.posts.nameless import HowSure, Nameless, dated_by_posts, named_by_tenure
from kashf.events.posts.post_signs import PostPaper, post_signs
from kashf.events.posts.tenures import held_posts
from tests.unit.events.posts.made_papers import Bodies, paper, said

SAAD, RAMI, ANIS, MUNIR = "Saad al-Sinjabi", "Rami Haddad", "Anis Kubba", "Munir Zaki"


def signed(document: str, day: str, name: str) -> PostPaper:
    return paper(document, day, name=name, post="director")


def named(day: str, *papers: PostPaper) -> tuple[HowSure, list[str]]:
    found = asked(FuzzyDate.parse(day) if day else UNDATED, *papers)
    return found.how_sure, [each.holder for each in found.holders]


def asked(date: FuzzyDate, *papers: PostPaper) -> Nameless:
    (held,) = held_posts(post_signs(papers, Bodies()))
    return named_by_tenure(held.at, said("director"), date, held)


def test_between_two_signatures_of_one_man_it_is_certain() -> None:
    assert (HowSure.CERTAIN, [SAAD]) == named("2014-04-01", signed("a", "2014-03-01", SAAD), signed("b", "2014-05-01", SAAD))


def test_between_two_men_it_is_one_of_them() -> None:
    assert (HowSure.ONE_OF, [SAAD, RAMI]) == named("2014-04-01", signed("a", "2014-03-01", SAAD), signed("b", "2014-05-01", RAMI))


def test_where_another_signs_within_his_days_nothing_is_certain() -> None:
    papers = (signed("a", "2014-03-01", SAAD), signed("b", "2014-05-01", SAAD), signed("c", "2014-04-02", RAMI))

    assert HowSure.ONE_OF is named("2014-04-02", *papers)[0]


def test_of_many_who_may_have_held_it_none_is_named() -> None:
    papers = [signed(name[0], f"2014-0{number}-01", name) for number, name in enumerate((SAAD, RAMI, ANIS, MUNIR), 1)]

    assert (HowSure.UNKNOWN, []) == named("", *papers)


def test_a_derived_date_names_no_more_than_none_does() -> None:
    derived = FuzzyDate(FuzzyDate.parse("2014-04-01").earliest, FuzzyDate.parse("2014-04-01").latest, is_derived=True)

    assert HowSure.ONE_OF is asked(derived, signed("a", "2014-03-01", SAAD), signed("b", "2014-05-01", SAAD)).how_sure


def test_an_undated_paper_lies_in_the_time_of_whoever_signed_it_and_judges_nothing() -> None:
    papers = (signed("a", "2014-03-01", SAAD), signed("b", "2014-05-01", RAMI), signed("c", "2014-07-01", ANIS), signed("d", "", RAMI))
    held = {each.at: each for each in held_posts(post_signs(papers, Bodies()))}

    (dated,) = dated_by_posts(papers, held)

    assert ("[2014-03-02..2014-06-30]", "d") == (dated.date.edtf(), dated.said.span.document)
    assert Relation.UNDECIDED is dated.date.compare(FuzzyDate.parse("2020"))


def test_a_paper_that_bears_a_date_is_not_dated() -> None:
    papers = (signed("a", "2014-03-01", SAAD), signed("b", "2014-05-01", RAMI))

    assert [] == list(dated_by_posts(papers, {each.at: each for each in held_posts(post_signs(papers, Bodies()))}))
