"""The pictures of the siege are taken where sheets lie in the world, the same for the same seed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import numpy as np
import pytest
from PIL import Image, ImageDraw

from examples.siege import scenes

PLACES = [scenes.on_glass, scenes.with_dark_border, scenes.on_a_desk, scenes.in_shadow, scenes.on_ruled_paper, scenes.bled_through]


def a_sheet() -> Image.Image:
    sheet = Image.new("L", (400, 560), 255)
    draw = ImageDraw.Draw(sheet)
    for row in range(60, 500, 40):
        draw.rectangle((60, row, 340, row + 14), fill=20)
    return sheet


@pytest.mark.parametrize("place", PLACES)
def test_a_place_is_the_same_for_the_same_seed_and_the_ink_of_the_sheet_stays(place: Callable[[Image.Image, Random], Image.Image]) -> None:
    first, again = place(a_sheet(), Random(3)), place(a_sheet(), Random(3))

    assert first.tobytes() == again.tobytes()
    assert np.asarray(first).min() < 60
    assert np.asarray(first).max() > 180


@pytest.mark.parametrize("place", [scenes.with_dark_border, scenes.on_a_desk])
def test_a_sheet_on_something_dark_has_dark_edges_and_a_light_middle(place: Callable[[Image.Image, Random], Image.Image]) -> None:
    picture = np.asarray(place(a_sheet(), Random(5)))
    edges = np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]])

    assert np.median(edges) < 110
    assert np.median(picture[picture.shape[0] // 3 : -picture.shape[0] // 3, picture.shape[1] // 3 : -picture.shape[1] // 3]) > 200


def test_a_register_is_drawn_with_a_line_around_every_cell() -> None:
    from examples.siege.making import Maker
    from examples.siege.plan import Spec

    made = Maker.of(5).make(Spec("register.jpg", "table_jpg", "9", "9"))
    rows = made.parts[0].pages[0].words.split("\n")

    assert {"scan"} == {part.origin for part in made.parts}
    assert 1 == len({row.count("\t") for row in rows})
