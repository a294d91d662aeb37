"""Two holders at once are told with what may be behind it, and orders that a signature goes against."""

from __future__ import annotations

import pytest

from kashf.events.posts.post_signs import PostPaper, post_signs
from kashf.events.posts.shared_posts import AtOnce, Behind, SharedPost, contrary_orders, shared_posts
from kashf.events.posts.tenures import HeldPost, held_posts
from tests.unit.events.posts.made_papers import Bodies, named, paper, relieved

SAAD, RAMI = "Saad al-Sinjabi", "Rami Haddad"


def signed(document: str, day: str, name: str) -> PostPaper:
    return paper(document, day, name=name, post="director")


def held(*papers: PostPaper) -> HeldPost:
    (found,) = held_posts(post_signs(papers, Bodies()))
    return found


def shared(*papers: PostPaper) -> tuple[SharedPost, ...]:
    return shared_posts(held(*papers))


def test_a_signature_within_the_days_of_another_is_told_with_the_papers_around_it() -> None:
    (found,) = shared(signed("a", "2014-03-01", SAAD), signed("b", "2014-09-01", SAAD), signed("c", "2014-05-01", RAMI))

    assert ("c", ["a", "b"]) == (found.sign.document, [each.document for each in found.beside])
    assert {Behind.ACTING, Behind.COPY, Behind.FORGED} <= set(found.behind)


@pytest.mark.parametrize(("day", "is_handover"), [("2014-05-01", False), ("2014-08-25", True), ("2014-03-05", True)])
def test_only_days_at_an_end_may_be_those_of_handing_over(day: str, *, is_handover: bool) -> None:
    (found,) = shared(signed("a", "2014-03-01", SAAD), signed("b", "2014-09-01", SAAD), signed("c", day, RAMI))

    assert is_handover is (Behind.HANDOVER in found.behind)


def test_one_after_the_other_share_nothing() -> None:
    assert () == shared(signed("a", "2014-03-01", SAAD), signed("b", "2014-05-01", SAAD), signed("c", "2014-06-01", RAMI))


def test_a_month_that_only_meets_the_days_of_another_is_nothing_sure() -> None:
    assert () == shared(signed("a", "2014-03-01", SAAD), signed("b", "2014-05-10", SAAD), signed("c", "2014-05", RAMI))


def test_a_kunya_beside_a_name_may_be_one_man() -> None:
    (found,) = shared(
        signed("a", "2014-03-01", "سعد السنجابي"), signed("b", "2014-09-01", "سعد السنجابي"), signed("c", "2014-05-01", "أبو ناصر")
    )

    assert (Behind.ONE_MAN, AtOnce.PERHAPS_ONE) == (found.behind[0], found.told_as)


def test_who_signs_for_another_holds_nothing() -> None:
    stand_in = paper("c", "2014-05-01", name=RAMI, post="for director")

    assert () == shared(signed("a", "2014-03-01", SAAD), signed("b", "2014-09-01", SAAD), stand_in)


def test_a_signature_before_the_order_or_long_after_goes_against_it() -> None:
    found = held(
        signed("a", "2014-01-01", SAAD),
        named("b", "2014-03-01", SAAD),
        relieved("c", "2014-06-01", SAAD),
        signed("d", "2014-06-10", SAAD),
        signed("e", "2014-08-01", SAAD),
    )

    assert [("a", "b"), ("e", "c")] == [(one.document, other.document) for one, other in contrary_orders(found)]


def test_orders_in_a_circle_end() -> None:
    papers = [
        order
        for year in range(2010, 2016)
        for order in (named(f"n{year}", f"{year}-01-01", SAAD), relieved(f"r{year}", f"{year}-06-01", SAAD))
    ]

    assert 6 == len(held(signed("a", "2010-02-01", SAAD), *papers).tenures)
