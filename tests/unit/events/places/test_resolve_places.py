from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.domain.place import KnownPlace
from kashf.events.places.candidates import PlacePart
from kashf.events.places.place_lookup import Gazetteer
from kashf.events.places.resolve_places import CasePlaces, Resolved, beside_case, closeness, resolve_places, with_office
from kashf.events.places.said_place import said_place
from kashf.language.places.place_table import shipped_places

SHIPPED = Gazetteer(shipped_places())


def resolved(*texts: str) -> Resolved:
    return resolve_places([said_place(text) for text in texts], SHIPPED)[0]


def test_one_name_of_two_large_towns_cannot_be_told_alone_and_can_beside_a_neighbour() -> None:
    assert resolved("Tripoli").chosen is None
    assert ["LY", "LB"] == [each.place.country for each in resolved("Tripoli").candidates[:2]]

    beirut, benghazi = resolved("Tripoli", "Beirut").chosen, resolved("طرابلس", "بنغازي").chosen
    assert beirut
    assert benghazi
    assert ("LB", "LY") == (beirut.place.country, benghazi.place.country)
    assert PlacePart.BESIDE in beirut.parts


def test_the_only_place_of_a_name_is_not_told_where_the_paper_speaks_of_another_country() -> None:
    found = resolved("Al Qasr", "Homs")

    assert found.candidates
    assert found.chosen is None


def test_an_area_that_holds_a_name_tells_and_one_that_does_not_hold_it_speaks_against_it() -> None:
    held, elsewhere = resolved("Dayr Hafir, Aleppo Governorate"), resolved("Dayr Hafir, Daraa Governorate")

    assert held.chosen
    assert held.chosen.parts[PlacePart.WITHIN] > 2
    assert elsewhere.chosen is None


def test_a_province_alone_is_never_a_point() -> None:
    for text in ("محافظة حمص", "ولاية البركة", "Homs Governorate", "ريف حلب"):
        chosen = resolved(text).chosen
        assert chosen, text
        assert chosen.is_area
        assert chosen.radius_km >= 50


def test_where_an_office_usually_is_about_helps() -> None:
    (tripoli,) = [each.place for each in resolved("Tripoli").candidates if each.place.country == "LB"]
    found = with_office(resolved("Tripoli"), [(tripoli, 0.9)])

    assert found.chosen
    assert found.chosen.place == tripoli


@pytest.mark.parametrize(("province", "expected"), [("SY-09", 1.0), ("SY-10", 0.7)])
def test_what_lies_in_a_province_is_told_by_its_code(province: str, expected: float) -> None:
    town = KnownPlace("Tallah", "town", "SY", 36.0, 37.0, 0, "own:1", "SY-09")
    area = replace(town, kind="province", province=province, reach_km=100.0)

    assert closeness(town, area) == expected


def test_own_places_of_no_said_country_are_of_one() -> None:
    left, right = (KnownPlace("Tallah", "town", "", north, 37.0, 0, f"own:{north}") for north in (30.0, 40.0))

    assert closeness(left, right) == 0.3
    assert closeness(left, replace(right, id="geonames:1")) < 0.1


def test_a_large_town_is_told_though_the_paper_names_another_country_as_well() -> None:
    found = resolved("حلب", "باريس").chosen

    assert found
    assert "Aleppo" == found.place.name


def test_a_bare_name_in_another_country_than_all_else_of_the_case_cannot_be_told() -> None:
    bare, syria = resolved("الرملة"), [resolved(name) for name in ("حلب", "حمص", "حماة")]
    assert bare.chosen

    found = beside_case(bare, CasePlaces([bare, *syria]))

    assert found.chosen is None
    assert found.candidates == bare.candidates


def test_a_bare_name_is_told_where_other_names_of_the_case_lie_in_its_country() -> None:
    bare = resolved("الرملة")

    assert beside_case(bare, CasePlaces([bare, resolved("حيفا"), resolved("حلب")])).chosen


def test_a_bare_name_of_the_only_paper_is_told_of_large_towns_alone() -> None:
    small, large = resolved("الرملة"), resolved("حلب")

    assert beside_case(small, CasePlaces([small])).chosen is None
    assert beside_case(large, CasePlaces([large])).chosen


def test_a_name_that_its_paper_speaks_for_is_told_whatever_else_the_case_names() -> None:
    found = resolved("الرملة", "يافا")

    assert beside_case(found, CasePlaces([found, *[resolved(name) for name in ("حلب", "حمص", "حماة")]])).chosen
