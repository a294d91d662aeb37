"""Words of a page are put otherwise, and what stands behind them moves."""

from __future__ import annotations

from kashf.domain.document import Box, Origin, Page
from kashf.sandboxed.ocr.digits.page_changes import PageChange, changed_page

TEXT = "no 1 2\nat 7 end"
WORDS = ((0, 2), (3, 4), (5, 6), (7, 9), (10, 11), (12, 15))
PAGE = Page(1, TEXT, Origin.OCR, 0.8, boxes=tuple(Box(*word, 0, 0, 100, 100, 0.5) for word in WORDS))


def test_words_that_are_read_as_one_have_one_box_and_those_behind_keep_theirs() -> None:
    place = (1, 2, 3, 4)

    page = changed_page(PAGE, [PageChange(10, 11, "17", place, 0.9), PageChange(3, 6, "12/3", place, 0.7)])

    assert "no 12/3\nat 17 end" == page.text
    assert page.text.split() == [page.text[box.start : box.end] for box in page.boxes]
    assert [0.5, 0.7, 0.5, 0.9, 0.5] == [box.confidence for box in page.boxes]
    assert place == (page.boxes[1].left, page.boxes[1].top, page.boxes[1].right, page.boxes[1].bottom)


def test_a_page_without_changes_is_as_it_was() -> None:
    assert PAGE == changed_page(PAGE, ())
