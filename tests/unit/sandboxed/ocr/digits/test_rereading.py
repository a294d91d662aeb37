"""A page with its numbers read by shape, beside the page as it was read."""

from __future__ import annotations

import numpy as np
import pytest

from kashf.domain.document import BOX_GRID, Box, Origin, Page
from kashf.sandboxed.ocr.digits.classifier import SIGNS, SignClassifier
from kashf.sandboxed.ocr.digits.features import FEATURES
from kashf.sandboxed.ocr.digits.rereading import numbers_reread
from kashf.sandboxed.ocr.digits.strips import Strips
from kashf.sandboxed.ocr.lines import Grey
from tests.unit.sandboxed.ocr.digits.drawing import STEP, draw_signs

#: A word in letters on the right of a line, and a number on its left, from the left of the picture.
LINE = "  ٧٨٨٧     ل"


def page(grey: Grey, number: str, *, sure: float = 0.5, word: str = "رقم") -> Page:
    """Return how tesseract read the line: the word, and something where the number stands."""
    width = grey.shape[1] / BOX_GRID
    places = [(round((20 + first * STEP) / width), round((20 + last * STEP) / width)) for first, last in ((11, 12), (2, 6))]
    text = f"{word} {number}"
    starts = (0, len(word)), (len(word) + 1, len(text))
    boxes = (Box(*ends, left, 2000, right, 8000, 0.9 if ends[0] == 0 else sure) for ends, (left, right) in zip(starts, places, strict=True))
    return Page(1, text, Origin.OCR, 0.8, boxes=tuple(boxes))


def always(sign: str, *, weight: float = 12.0) -> SignClassifier:
    """Return a classifier that takes every stroke for a sign."""
    bias = np.zeros(len(SIGNS), dtype=np.float32)
    bias[SIGNS.index(sign)] = weight
    hidden, signs = np.zeros((FEATURES, 1), dtype=np.float32), np.zeros((1, len(SIGNS)), dtype=np.float32)
    return SignClassifier(hidden, np.zeros(1, dtype=np.float32), signs, bias)


def reread(grey: Grey, read: Page, *, classifier: SignClassifier | None = None) -> Page | None:
    return numbers_reread(Strips(grey, read), read, classifier=classifier)


@pytest.fixture
def grey() -> Grey:
    return draw_signs(LINE)


@pytest.mark.parametrize("misread", ["404", "8؟[]", "ع£"])
def test_a_number_that_was_read_otherwise_stands_in_its_place(grey: Grey, misread: str) -> None:
    again = reread(grey, page(grey, misread))

    assert again is not None
    assert "رقم ٧٨٨٧" == again.text
    assert [(0, 3), (4, 8)] == [(box.start, box.end) for box in again.boxes]


def test_a_number_read_the_same_way_twice_is_no_second_reading(grey: Grey) -> None:
    assert reread(grey, page(grey, "٧٨٨٧")) is None


def test_a_plain_word_is_left_as_it_is(grey: Grey) -> None:
    assert reread(grey, page(grey, "كتاب", sure=0.95)) is None


@pytest.mark.parametrize(("sign", "expected"), [("٠", None), ("١", "رقم ١")])
def test_a_stop_is_taken_for_no_zero_however_sure_its_shape_is(sign: str, expected: str | None) -> None:
    grey = draw_signs("    ٠       ل")

    again = reread(grey, page(grey, "."), classifier=always(sign))

    assert expected == (again and again.text)


def test_a_number_at_the_end_of_a_word_must_be_likelier_than_elsewhere(grey: Grey) -> None:
    beside_nothing, at_a_word = (reread(grey, page(grey, was), classifier=always("٨", weight=4.5)) for was in ("404", "لسان»"))

    assert (True, False) == (beside_nothing is not None, at_a_word is not None)


def test_grain_is_not_looked_through(grey: Grey) -> None:
    grain = np.where(np.indices(grey.shape).sum(axis=0) % 4 == 0, 0, 255).astype(np.uint8)
    grain[::2] = 255

    assert reread(grain, page(grain, "404")) is None


def test_a_page_without_arabic_letters_is_not_looked_at(grey: Grey) -> None:
    assert reread(grey, page(grey, "404", word="no.")) is None


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_that_lies_on_its_side_is_read_upright(grey: Grey, quarters: int) -> None:
    upright = page(grey, "404")
    turned = Page(1, upright.text, Origin.OCR, 0.8, boxes=tuple(_turned(box, quarters) for box in upright.boxes))

    again = reread(np.rot90(grey, quarters), turned)

    assert again is not None
    assert "رقم ٧٨٨٧" == again.text


def _turned(box: Box, quarters: int) -> Box:
    """Return a box on the picture turned counter-clockwise."""
    for _ in range(quarters):
        box = Box(box.start, box.end, box.top, BOX_GRID - box.right, box.bottom, BOX_GRID - box.left, box.confidence)
    return box
