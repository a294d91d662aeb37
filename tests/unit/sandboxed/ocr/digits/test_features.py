"""What strokes are told by."""

from __future__ import annotations

import numpy as np

from kashf.sandboxed.ocr.digits.features import FEATURES, told_by
from kashf.sandboxed.ocr.digits.strokes import Frame, Shape, connected, darkest, frame_of
from tests.unit.sandboxed.ocr.digits.drawing import draw_signs

FRAME = Frame(0, 20)


def bar(height: int, width: int, *, top: int = 0) -> Shape:
    return Shape(0, top, np.ones((height, width), dtype=np.bool_))


def test_a_stroke_is_told_by_its_size_its_place_and_how_much_of_it_is_ink() -> None:
    told = told_by([bar(10, 1, top=5)], FRAME)

    assert (1, FEATURES) == told.shape
    assert [0.5, 0.05, 0.25, 0.25, 1.0, 2.3] == [round(float(each), 2) for each in told[0, -6:]]


def test_strokes_are_told_alike_alone_and_among_others() -> None:
    strokes = [bar(10, 1), bar(20, 12), bar(3, 3)]

    together = told_by(strokes, FRAME)

    assert np.allclose(together, np.concatenate([told_by([stroke], FRAME) for stroke in strokes]), atol=1e-5)


def test_seven_and_eight_are_told_apart_by_the_directions_of_their_edges() -> None:
    seven, eight = (connected(darkest(draw_signs(sign))) for sign in "٧٨")

    one, other = told_by(seven, frame_of(seven)), told_by(eight, frame_of(eight))

    assert np.abs(one - other)[0, :200].max() > 0.5


def test_a_stroke_twice_as_large_in_a_line_twice_as_large_is_told_nearly_alike() -> None:
    small, large = told_by([bar(20, 8)], FRAME), told_by([bar(40, 16)], Frame(0, 40))

    assert np.abs(small - large).max() < 0.1
