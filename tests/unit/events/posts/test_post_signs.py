"""Signatures and orders say who holds which post of which office, and how that office is known."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kashf.domain.date import FuzzyDate
from kashf.domain.letters.instructions import Force
from kashf.domain.letters.said import PaperDate
from kashf.events.posts.post_signs import OfficeRule, PostPaper, SignKind, not_ahead, post_signs, signed_posts
from tests.unit.events.posts.made_papers import Bodies, act, named, paper, relieved, said

SIGNED = paper("a", "2014-03-01", name="Saad al-Nauri", post="director", office="bridges")


def told(*papers: PostPaper) -> list[tuple[SignKind, str, str, OfficeRule]]:
    return [(sign.kind, sign.name, sign.at.office, sign.rule) for sign in post_signs(papers, Bodies())]


def test_a_signature_with_name_and_post_is_of_the_office_that_writes() -> None:
    assert [(SignKind.SIGNED, "Saad al-Nauri", "bridges", OfficeRule.OF_PAPER)] == told(SIGNED)


def test_an_office_beside_the_post_goes_before_that_of_the_head() -> None:
    assert [(SignKind.SIGNED, "Saad", "mills/court", OfficeRule.SAID)] == told(paper("a", name="Saad", post="judge / court"))


def test_an_order_is_of_the_office_in_which_the_man_signs() -> None:
    assert (SignKind.RELIEVED, "Saad al-Nauri", "bridges", OfficeRule.OF_SIGNATURES) in told(SIGNED, relieved("b", "", "Saad al-Nauri"))


def test_an_order_is_of_the_office_that_it_goes_to_where_that_has_the_post() -> None:
    other = paper("c", name="Anis", post="director", office="mills")

    found = told(SIGNED, other, named("b", "", "Rami Haddad", to="bridges"))

    assert (SignKind.NAMED, "Rami Haddad", "bridges", OfficeRule.ADDRESSED) in found


def test_an_order_whose_office_nothing_tells_says_nothing() -> None:
    other = paper("c", name="Anis", post="director", office="mills")

    assert SignKind.NAMED not in {kind for kind, *_ in told(SIGNED, other, named("b", "", "Rami Haddad"))}


def test_whom_an_order_names_beside_one_whom_it_relieves_is_of_the_same_office() -> None:
    other = paper("c", name="Anis", post="director", office="mills")
    acts = (
        act("dismiss", "Saad al-Nauri", "dismiss Saad al-Nauri from the post of director", "b"),
        act("appoint", "Rami Haddad", "appoint Rami Haddad as director", "b"),
    )

    assert (SignKind.NAMED, "Rami Haddad", "bridges", OfficeRule.BESIDE) in told(SIGNED, other, paper("b", acts=acts))


def test_a_post_that_signatures_have_counts_before_what_was_read_of_the_clause() -> None:
    words = "dismiss Saad al-Nauri from the post of director and to appoint"
    read = replace(act("dismiss", "Saad al-Nauri", words, "b"), post=said("director and to"))

    assert (SignKind.RELIEVED, "Saad al-Nauri", "bridges", OfficeRule.OF_SIGNATURES) in told(SIGNED, paper("b", acts=(read,)))


def test_what_was_read_as_the_post_counts_where_the_clause_tells_of_none() -> None:
    read = replace(act("dismiss", "Saad al-Nauri", "Saad al-Nauri is relieved", "b"), post=said("director"))

    assert (SignKind.RELIEVED, "Saad al-Nauri", "bridges", OfficeRule.OF_SIGNATURES) in told(SIGNED, paper("b", acts=(read,)))


def test_a_word_over_the_post_that_is_no_name_makes_nobody_its_holder() -> None:
    assert [] == told(paper("a", name="يعتمد", post="director", office="bridges"))


def test_what_is_asked_for_names_nobody() -> None:
    asked = paper("b", acts=(act("appoint", "Rami", "appoint Rami as director", "b", Force.REQUEST),))

    assert SignKind.NAMED not in {kind for kind, *_ in told(SIGNED, asked)}


def test_a_head_that_stops_above_the_office_is_of_the_only_one_below_with_that_post() -> None:
    papers = (paper("a", name="Saad", post="judge", office="mills/court"), paper("b", post="judge", office="mills"))

    assert {"mills/court"} == {each.at.office for each in signed_posts(papers, Bodies()).values()}


def test_a_post_above_with_a_man_of_its_own_stays_above() -> None:
    papers = (paper("a", name="Saad", post="judge", office="mills/court"), paper("b", name="Rami", post="judge", office="mills"))

    assert {"mills/court", "mills"} == {each.at.office for each in signed_posts(papers, Bodies()).values()}


def test_a_derived_date_dates_no_signature() -> None:
    derived = replace(FuzzyDate.parse("2014-03-01"), is_derived=True)
    letter = replace(SIGNED.letter, written=PaperDate(said("109"), derived))

    assert [False] == [sign.is_dated for sign in post_signs([replace(SIGNED, letter=letter)], Bodies())]


def test_a_sign_that_is_dated_after_its_paper_came_says_no_day() -> None:
    late, early = (paper(id, day, name="Saad al-Sinjabi", post="director") for id, day in (("a", "2055-01-01"), ("b", "2014-03-01")))
    came = dt.datetime(2020, 5, 1, tzinfo=dt.UTC)

    signs = not_ahead(post_signs([late, early], Bodies()), {late.document: came, early.document: came})

    assert [False, True] == [sign.is_dated for sign in signs]
