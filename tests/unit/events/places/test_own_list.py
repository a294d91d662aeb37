from __future__ import annotations

import json

import pytest

from kashf.errors import UsageError
from kashf.events.places.own_list import read_own_places, rows_that_look_swapped
from kashf.language.places.place_table import shipped_places


def read(text: str) -> list[tuple[str, str, float, float]]:
    return [(each.id, each.name, each.latitude, each.longitude) for each in read_own_places(text, name="own.csv", table=shipped_places())]


def test_a_table_is_read_with_mark_arabic_headings_and_digits() -> None:
    assert [("own:7", "جب الثلج", 35.5, 40.25)] == read("\ufeffالرقم;الاسم;خط العرض;خط الطول\r\n7;جب الثلج;٣٥٫٥;٤٠٫٢٥\r\n")


def test_points_of_geojson_are_read_and_their_other_names() -> None:
    feature = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [40.25, 35.5]},
        "properties": {"name": "Jubb", "name_ar": "جب"},
    }
    (place,) = read_own_places(json.dumps({"features": [feature]}), name="own.geojson", table=shipped_places())

    assert ("own:1", "Jubb", 35.5, 40.25, ("جب",)) == (place.id, place.name, place.latitude, place.longitude, place.others)


def test_kind_country_and_reach_are_taken_over() -> None:
    text = "name,lat,lon,kind,country,radius_km,population\nNorth Plain,35,40,governorate,sy,60,1000\n"
    (place,) = read_own_places(text, name="own.csv", table=shipped_places())

    assert ("province", "SY", 60.0, 1000, True) == (place.kind, place.country, place.reach_km, place.population, place.is_area)


@pytest.mark.parametrize(
    ("rows", "code", "why"),
    [
        ("A,138.5,40", "places-row", "row 2: the latitude 138.5 is out of range; are latitude and longitude changed over?"),
        ("A,35,40\nB,35,181", "places-row", "row 3: the longitude 181 is out of range"),
        ("A,nan,40", "places-row", "row 2: the latitude 'nan' is no number"),
        ("A,1e400,40", "places-row", "row 2"),
        (",35,40", "places-row", "row 2: there is no name in it"),
        ("Raqqa,39.01,35.95", "places-row", "row 2: latitude and longitude are changed over"),
        ("", "places-none", "there are no places"),
    ],
)
def test_a_row_that_cannot_be_right_is_named(rows: str, code: str, why: str) -> None:
    with pytest.raises(UsageError, match=r".") as refused:
        read(f"name,lat,lon\n{rows}\n")

    assert code == refused.value.code
    assert why in str(refused.value)


def test_an_id_that_stands_twice_and_a_table_without_coordinates_are_refused() -> None:
    with pytest.raises(UsageError, match="the id 1 is that of row 2 too"):
        read("id,name,lat,lon\n1,A,35,40\n1,B,35,41\n")
    with pytest.raises(UsageError, match="no column of latitude, longitude"):
        read("name,where\nA,there\n")


@pytest.mark.parametrize(
    "text", ["{", '{"features": 3}', '{"features": [{"geometry": {"type": "Polygon"}}]}', '{"features": [7]}', "{" * 100_000]
)
def test_what_is_no_collection_of_points_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"no GeoJSON|no point"):
        read(text)


def test_a_row_whose_coordinates_look_changed_over_among_the_others_is_told_with_its_line() -> None:
    rows = "name,lat,lon\n" + "".join(f"Qafara {nth},35.{nth},40.{nth}\n" for nth in range(5))
    ((line, why),) = rows_that_look_swapped(rows + "Qafara 7,40.2,35.1\n", name="own.csv", table=shipped_places())

    assert 7 == line
    assert "swapped" in why
    assert [] == list(rows_that_look_swapped(rows + "Qafara 7,36.2,42.1\n", name="own.csv", table=shipped_places()))
    assert [] == list(rows_that_look_swapped(rows + "Qafara 7,40.2,60.1\n", name="own.csv", table=shipped_places()))
