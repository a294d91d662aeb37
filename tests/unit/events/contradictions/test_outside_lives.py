"""Nobody signs before his birth or after his death, unless the table means another man."""

from __future__ import annotations

import pytest

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.events.contradictions.contradiction import Clash, Innocent
from kashf.events.contradictions.outside_lives import Life, doings, outside_life
from kashf.events.posts.post_signs import post_signs
from tests.unit.events.posts.made_papers import Bodies, named, paper, relieved

SIGNED = [paper("a", "2014-05-03", name="سعد السنجابي", post="director"), paper("b", "", name="سعد السنجابي")]


def found(name: str, born: str = "", died: str = "") -> list[Clash]:
    life = Life(name, *(FuzzyDate.parse(day) if day else UNDATED for day in (born, died)), told="lives.csv, line 2")
    return [each.clash for each in outside_life([*doings(SIGNED)], [life])]


@pytest.mark.parametrize(
    ("born", "died", "expected"),
    [
        ("", "2014-05-02", [Clash.AFTER_DEATH]),
        ("", "2014-05", []),
        ("2015", "", [Clash.BEFORE_BIRTH]),
        ("1970", "2020", []),
        ("2015", "2013", [Clash.AFTER_DEATH, Clash.BEFORE_BIRTH]),
    ],
)
def test_a_signature_is_held_against_birth_and_death(born: str, died: str, expected: list[Clash]) -> None:
    assert expected == found("Saad al-Sinjabi", born, died)


@pytest.mark.parametrize("name", ["Rami al-Sinjabi", "Saad", "Abu Nasir", ""])
def test_another_man_and_half_a_name_are_not_held_against_it(name: str) -> None:
    assert [] == found(name, died="2013")


def test_it_is_never_certain_since_names_have_namesakes() -> None:
    life = Life("Saad al-Sinjabi", UNDATED, FuzzyDate.parse("2013"), "lives.csv, line 2")

    (one,) = outside_life([*doings(SIGNED)], [life])

    assert (False, Innocent.NAMESAKE, "lives.csv, line 2") == (one.is_certain, one.innocent[0], one.sides[1].told)


def test_nobody_is_named_to_a_post_before_he_is_born_and_the_dead_may_be_relieved() -> None:
    signed = paper("s", "2014-01-01", name="Anis Kubba", post="director")
    papers = [signed, named("n", "2014-02-01", "Rami Haddad"), relieved("r", "2014-03-01", "Anis Kubba")]
    lives = [
        Life("Rami Haddad", FuzzyDate.parse("2015"), UNDATED, "row"),
        Life("Anis Kubba", UNDATED, FuzzyDate.parse("2014-02-20"), "row"),
    ]

    clashes = outside_life([*doings(papers, post_signs(papers, Bodies()))], lives)

    assert [(Clash.BEFORE_BIRTH, ("n",))] == [(each.clash, each.documents) for each in clashes]
