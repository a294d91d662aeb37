"""Regions of a page."""

from __future__ import annotations

import pytest

from kashf.domain.document import BOX_GRID, Box
from kashf.domain.pages.regions import WHOLE_PAGE, Region, region_around


@pytest.mark.parametrize("sides", [(0, 0, 0, 10), (5, 5, 4, 10), (-1, 0, 10, 10), (0, 0, BOX_GRID + 1, 10), (0, 9, 10, 9)])
def test_a_region_that_is_empty_or_reaches_beyond_the_page_is_refused(sides: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="no region"):
        Region(*sides)


@pytest.mark.parametrize("value", ["1234", [1, 2, 3], [1, 2, 3, "4"], [1, 2, 3, 4.0], [True, 0, 3, 4], None])
def test_only_four_whole_numbers_are_a_region(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        Region.from_json(value)  # type: ignore[arg-type]  # what a damaged ledger may hold


def test_a_field_within_a_line_is_another_line_that_lies_in_it() -> None:
    line, field = Region(0, 1000, 9000, 1400), Region(100, 1020, 2100, 1380)

    assert (False, True, False) == (field.is_same_line(line), field.lies_in(line), line.lies_in(field))


def test_the_region_around_boxes_holds_all_of_them() -> None:
    boxes = (Box(0, 3, 100, 200, 300, 260), Box(4, 8, 320, 190, 700, 250))

    assert Region(100, 190, 700, 260) == region_around(boxes)


def test_boxes_without_extent_have_no_region() -> None:
    assert (None, None) == (region_around(()), region_around([Box(0, 1, 5, 5, 5, 5)]))


def test_the_whole_page_holds_every_point() -> None:
    assert WHOLE_PAGE.holds(*Region(9990, 9990, BOX_GRID, BOX_GRID).middle)
