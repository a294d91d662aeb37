from __future__ import annotations

from kashf.domain.place import KnownPlace
from kashf.events.places.candidates import Candidate, PlacePart, candidates_for
from kashf.events.places.place_lookup import Gazetteer
from kashf.events.places.said_place import said_place
from kashf.language.places.place_table import PlaceTable, shipped_places

SHIPPED = Gazetteer(shipped_places())


def first(text: str) -> Candidate:
    return candidates_for(said_place(text), SHIPPED)[0]


def test_shares_add_up_to_less_than_one_since_the_gazetteer_may_not_know_the_place() -> None:
    found = candidates_for(said_place("Tripoli"), SHIPPED)

    assert 0.5 < sum(each.share for each in found) < 1
    assert [each.share for each in found] == sorted((each.share for each in found), reverse=True)


def test_a_score_is_the_sum_of_its_named_parts() -> None:
    found = first("مدينة حلب")

    assert {PlacePart.NAME, PlacePart.SIZE, PlacePart.KIND} == set(found.parts)
    assert abs(found.nats - sum(found.parts.values())) < 1e-9


def test_where_a_province_is_said_the_answer_is_an_area_as_wide_as_the_province() -> None:
    found = first("محافظة حلب")

    assert ("province", True) == (found.place.kind, found.is_area)
    assert found.radius_km > 50


def test_a_district_is_an_area_around_the_town_it_is_named_after_and_near_widens_the_circle() -> None:
    assert first("منطقة الباب").is_area
    assert first("منطقة الباب").radius_km >= 30
    assert first("east of Tadmur").radius_km > first("Tadmur").radius_km + 9


def test_a_name_that_nobody_knows_has_no_candidates_and_a_known_village_is_less_sure_than_a_town() -> None:
    empty = Gazetteer(PlaceTable((), {}, frozenset()), (KnownPlace("Tallah", "town", "", 1.0, 1.0, 500, "own:1"),))

    assert () == candidates_for(said_place("Qaf-Qafqaf"), empty)
    assert candidates_for(said_place("Tallah village"), empty)[0].share < candidates_for(said_place("Tallah town"), empty)[0].share
