"""Latitude and longitude, in degrees of any notation."""

from __future__ import annotations

import pytest

from kashf.language.identifiers.coordinates import coordinates, coordinates_value
from kashf.language.identifiers.plain_signs import plain
from tests.counting import steps


def found(text: str) -> set[str]:
    return {text[start:end] for start, end in coordinates(plain(text))}


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("at 36.2021, 37.1343 today", "36.2021", "37.1343"),
        ("36°12'07.6\"N 37°08'03.5\"E", "36.202111", "37.134306"),
        ("36º12′07″ شمالاً، 37º08′03″ شرقاً", "36.201944", "37.134167"),
        ("٣٦٫٢٠٢١ شمالا و ٣٧٫١٣٤٣ شرقا", "36.2021", "37.1343"),
        ("خط العرض: 36.20 خط الطول: 37.13", "36.2", "37.13"),
        ("N 36° 12.130' E 37° 08.058'", "36.202167", "37.1343"),
        ("37.1343 E 36.2021 N", "36.2021", "37.1343"),
        ("lat=36.2&lon=37.1", "36.2", "37.1"),
        ("https://maps.example.org/@36.2021,37.1343,15z", "36.2021", "37.1343"),
        ("geo:36.20,37.13", "36.2", "37.13"),
        ("33.8688° S, 151.2093° W", "-33.8688", "-151.2093"),
        ("-33.8688, 151.2093", "-33.8688", "151.2093"),
    ],
)
def test_a_place_is_told_in_decimal_degrees(text: str, lat: str, lon: str) -> None:
    assert [{"lat": lat, "lon": lon}] == [dict(coordinates_value(written)) for written in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "12.345, 13.456",
        "rates 12.3456, 13.4567, 14.5678",
        "96.2021, 37.1343",
        "36.2021, 197.1343",
        "36°72'07\"N 37°08'03\"E",
        "5 S 4 E",
        "0.0000, 0.0000",
        "36.2021",
        "1" * 10_000,
        "",
    ],
)
def test_other_numbers_are_no_place(text: str) -> None:
    assert set() == found(text)


@pytest.mark.parametrize("piece", ["36.2021, ", "36°12'", "N 36", "1.", "lat ", "شمال ", "= "])
def test_hostile_texts_take_steps_in_proportion(piece: str) -> None:
    def taken(size: int) -> int:
        return steps(lambda: found(piece * (size // len(piece))))

    assert taken(10_000) < 5 * taken(2_500) + 5_000
