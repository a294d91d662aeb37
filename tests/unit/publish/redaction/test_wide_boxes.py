"""Boxes tell little of what is under them."""

from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.document import BOX_GRID
from kashf.domain.pages.regions import Region
from kashf.publish.redaction.wide_boxes import ACROSS, MARGIN, wide_boxes


@st.composite
def _places(draw: st.DrawFn) -> Region:
    left, top = draw(st.integers(0, BOX_GRID - 2)), draw(st.integers(0, BOX_GRID - 2))
    return Region(left, top, draw(st.integers(left + 1, BOX_GRID)), draw(st.integers(top + 1, BOX_GRID)))


@given(st.lists(_places(), max_size=6))
def test_every_place_lies_in_a_box_with_a_margin(places: list[Region]) -> None:
    boxes = wide_boxes(places)

    for place in places:
        assert any(
            box.left <= max(0, place.left - MARGIN)
            and box.right >= min(BOX_GRID, place.right + MARGIN)
            and box.top <= place.top
            and box.bottom >= place.bottom
            for box in boxes
        )


def test_boxes_of_one_page_are_of_one_height_whatever_letters_they_cover() -> None:
    boxes = wide_boxes([Region(1000, 1000, 1500, 1060), Region(1000, 3000, 1400, 3100)])

    assert 1 == len({box.bottom - box.top for box in boxes})


def test_widths_lie_on_a_grid() -> None:
    for right in range(2000, 2400, 7):
        (box,) = wide_boxes([Region(1040, 1000, right, 1100)])
        assert 0 == (box.right - box.left) % ACROSS


def test_places_that_touch_on_one_line_are_one_box() -> None:
    assert 1 == len(wide_boxes([Region(1000, 1000, 2000, 1100), Region(2050, 1005, 2500, 1095)]))
    assert 2 == len(wide_boxes([Region(1000, 1000, 2000, 1100), Region(5050, 1005, 5500, 1095)]))


def test_whole_lines_go_from_edge_to_edge() -> None:
    assert {(0, BOX_GRID)} == {(box.left, box.right) for box in wide_boxes([Region(4000, 1000, 4100, 1100)], whole_lines=True)}
