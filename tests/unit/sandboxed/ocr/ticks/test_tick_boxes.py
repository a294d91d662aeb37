from __future__ import annotations

import numpy as np
import pytest

from kashf.sandboxed.ocr.components import Components
from kashf.sandboxed.ocr.lines import Ink
from kashf.sandboxed.ocr.ticks.tick_boxes import find_tick_boxes

_LETTER = 14.0


def _boxed(*, side: int = 16, inside: str = "") -> Ink:
    ink = np.zeros((60, 60), bool)
    ink[20 : 20 + side, 20 : 20 + side] = True
    ink[22 : 18 + side, 22 : 18 + side] = inside == "full"
    if inside == "cross":
        for step in range(4, side - 4):
            ink[20 + step, [20 + step, 19 + side - step]] = True
    return ink


def _ticked(ink: Ink) -> list[bool]:
    return [box.is_ticked for box in find_tick_boxes(Components.of(ink), letter=_LETTER)]


@pytest.mark.parametrize(("inside", "ticked"), [("", False), ("cross", True)])
def test_a_box_is_ticked_where_something_is_written_in_it(inside: str, ticked: bool) -> None:
    assert _ticked(_boxed(inside=inside)) == [ticked]


def test_the_place_of_a_box_is_that_of_its_frame() -> None:
    (box,) = find_tick_boxes(Components.of(_boxed()), letter=_LETTER)
    assert (box.left, box.top, box.right, box.bottom) == (20, 20, 36, 36)


def test_dots_large_frames_and_round_letters_are_no_boxes() -> None:
    ring = _boxed()
    ring[20:23, [20, 21, 22, 33, 34, 35]] = ring[33:36, [20, 21, 22, 33, 34, 35]] = False
    ring[23:26, [20, 35]] = ring[30:33, [20, 35]] = False
    assert _ticked(_boxed(inside="full")) == _ticked(_boxed(side=34)) == _ticked(ring) == []
