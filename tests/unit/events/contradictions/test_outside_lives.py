"""Nobody signs before his birth or after his death, unless the table means another man."""

from __future__ import annotations

import pytest

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.events.contradictions.contradiction import Clash, Innocent
from kashf.events.contradictions.outside_lives import Life, doings, outside_life
from tests.unit.events.posts.made_papers import paper

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
