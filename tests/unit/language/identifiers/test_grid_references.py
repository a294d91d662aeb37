"""Places by the military grid. What they are in degrees was worked out by the library mgrs 1.6."""

from __future__ import annotations

import pytest

from kashf.domain.entity import MentionType
from kashf.language.identifiers.grid_references import grid_place, grid_references
from kashf.language.identifiers.identifier_finder import normal_form


@pytest.mark.parametrize(
    ("text", "latitude", "longitude"),
    [
        ("37SCA3226907977", 36.2021, 37.1343),
        ("37S CA 32269 07977", 36.2021, 37.1343),
        ("37S CA 322 079", 36.2018, 37.1341),
        ("18SUJ2348606483", 38.8895, -77.0352),
        ("56HLH3490052288", -33.8568, 151.2153),
        ("32VNM9761340669", 59.8920, 10.7445),
        ("01NAA6603200553", 0.0050, -179.9999),
    ],
)
def test_the_middle_of_the_square_is_told_in_degrees(text: str, latitude: float, longitude: float) -> None:
    assert (latitude, longitude) == pytest.approx(grid_place(text), abs=2e-4)


def test_a_reference_is_found_in_a_text_and_has_the_form_of_other_coordinates() -> None:
    text = "Objective at 37S CA 32269 07977, move."
    ((start, end),) = grid_references(text)

    assert "37S CA 32269 07977" == text[start:end]
    assert "36.2021, 37.1343" == normal_form(text[start:end], MentionType.COORDINATES)


@pytest.mark.parametrize(
    "text",
    [
        *("37S CA 32269 0797", "37S CA 32 07", "61S CA 32269 07977", "37I CA 32269 07977", "37S JA 32269 07977", "34 ABC 123"),
        *("37SCA32269079771", "37S CW 32269 07977", ""),
    ],
)
def test_what_names_no_square_is_no_place(text: str) -> None:
    assert [] == list(grid_references(text))
