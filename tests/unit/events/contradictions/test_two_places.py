"""One man is not in two places further apart than the days between them allow."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.domain.date import FuzzyDate
from kashf.domain.place import KnownPlace
from kashf.events.contradictions.contradiction import Clash, Innocent
from kashf.events.contradictions.two_places import Presence, two_places
from tests.unit.events.posts.made_papers import said

HERE = KnownPlace("Here", "town", "", 33.0, 40.0, 0)
FAR = replace(HERE, name="Far", longitude=60.0)  # Some 1,860 km east.


def presence(document: str, day: str, place: KnownPlace, name: str = "Saad al-Sinjabi", radius_km: float = 0) -> Presence:
    return Presence(name, said(name, document), place, radius_km, FuzzyDate.parse(day))


def test_two_places_of_one_day_are_possible_never_certain() -> None:
    (found,) = two_places([presence("b", "2014-05-04", FAR), presence("a", "2014-05-03", HERE)])

    assert (Clash.TWO_PLACES, False, Innocent.NAMESAKE) == (found.clash, found.is_certain, found.innocent[0])
    assert ("Here; Far", "1", ("a", "b")) == (found.facts["places"], found.facts["days"], found.documents)


@pytest.mark.parametrize(
    "other",
    [
        presence("b", "2014-05-06", FAR),  # Three days on the way.
        presence("b", "2014-05", FAR),
        presence("b", "2014-05-04", HERE),
        presence("b", "2014-05-04", FAR, radius_km=900),
        presence("b", "2014-05-04", FAR, name="Rami Haddad"),
    ],
)
def test_what_leaves_time_doubt_or_another_man_contradicts_nothing(other: Presence) -> None:
    assert [] == [*two_places([presence("a", "2014-05-03", HERE), other])]


def test_one_word_of_a_name_tells_of_nobody() -> None:
    assert [] == [*two_places([presence("a", "2014-05-03", HERE, name="Saad"), presence("b", "2014-05-04", FAR, name="Saad")])]


def test_the_way_of_a_day_is_a_choice() -> None:
    assert [] == [*two_places([presence("a", "2014-05-03", HERE), presence("b", "2014-05-04", FAR)], km_a_day=5000)]
