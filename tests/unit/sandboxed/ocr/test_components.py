from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.sandboxed.ocr.components import Components, is_dirt, is_ring
from tests.unit.sandboxed.ocr.pages import written


def test_pixels_that_touch_at_a_corner_are_one_component() -> None:
    ink = np.array([[1, 0, 0, 1], [0, 1, 0, 1], [0, 0, 0, 0], [1, 1, 1, 1]], bool)

    found = Components.of(ink)

    assert [(0, 0, 2, 2, 2), (3, 0, 4, 2, 2), (0, 3, 4, 4, 4)] == list(
        zip(found.left, found.top, found.right, found.bottom, found.area, strict=True)
    )


def test_a_ring_that_closes_at_its_foot_is_one_component() -> None:
    ink = np.zeros((6, 9), bool)
    ink[0:5, [1, 7]] = ink[5, 1:8] = True

    assert 1 == Components.of(ink).area.size


def test_a_stretch_at_the_end_of_a_row_is_not_joined_to_the_beginning_of_the_next() -> None:
    assert 2 == Components.of(np.array([[0, 0, 0, 1], [0, 0, 0, 0], [1, 0, 0, 0]], bool)).area.size
    assert 2 == Components.of(np.array([[0, 0, 0, 1], [1, 0, 0, 0]], bool)).area.size


@pytest.mark.parametrize("shape", [(0, 0), (3, 0), (4, 5)])
def test_no_ink_has_no_components(shape: tuple[int, int]) -> None:
    assert 0 == Components.of(np.zeros(shape, bool)).area.size


@given(st.lists(st.lists(st.booleans(), min_size=7, max_size=7), min_size=1, max_size=9))
def test_all_components_together_are_the_ink(rows: list[list[bool]]) -> None:
    ink = np.array(rows, bool)
    found = Components.of(ink)

    assert ink.sum() == found.area.sum()
    assert (ink == found.ink(np.ones(found.area.size, bool))).all()


def test_specks_by_themselves_are_dirt_and_the_dots_of_letters_are_not() -> None:
    page = written()
    page[90:93, 200:203] = page[20:23, 30:33] = page[230:233, 670:673] = 0
    found = Components.of(page < 128)

    assert [(30, 20), (670, 230)] == [(found.left[place], found.top[place]) for place in np.flatnonzero(is_dirt(found, 24))]


def test_a_large_hollow_piece_is_the_ring_of_a_stamp_and_a_large_letter_is_none() -> None:
    page = np.zeros((400, 400), bool)
    page[20:180, 20:180] = True
    page[24:176, 24:176] = False
    page[200:380, 200:380] = True
    found = Components.of(page)

    assert [True, False] == is_ring(found, 20).tolist()
    assert [False, False] == is_ring(found, 40).tolist()
