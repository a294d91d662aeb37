"""A PDF of page images has nothing in it but these and unseen words."""

import numpy as np
import pypdfium2

from kashf.sandboxed.redacting.covered_page import covered_page
from kashf.sandboxed.redacting.pdf_objects import strings_of
from kashf.sandboxed.redacting.picture_pdf import UnseenWord, picture_pdf
from kashf.sandboxed.redacting.unchanged import changed_pixels, uncovered_ink

GREY = np.tile(np.arange(200, dtype=np.uint8), (300, 1))


def test_words_in_both_scripts_are_read_and_pixels_are_kept() -> None:
    made = picture_pdf([(GREY, [UnseenWord("أمر", 5000, 500), UnseenWord("Order", 1000, 500)])])

    document = pypdfium2.PdfDocument(made)
    text = document[0].get_textpage().get_text_range()
    (image,) = document[0].get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,))
    assert {"Order", "أمر"} <= set(text.split()) or {"Order", "رمأ"} <= set(text.split())
    assert np.array_equal(GREY, image.get_bitmap(render=False).to_numpy().reshape(GREY.shape))
    assert frozenset() == strings_of(made).parts
    assert made == picture_pdf([(GREY, [UnseenWord("أمر", 5000, 500), UnseenWord("Order", 1000, 500)])])


def test_covered_pixels_are_black_and_nothing_else_changes() -> None:
    area = (1000, 1000, 5000, 2000)
    covered = covered_page(GREY, [area], black_and_white=False)

    assert 0 == changed_pixels(GREY, covered, [area])
    assert changed_pixels(GREY, covered, []) > 0
    assert [] == uncovered_ink(covered, [area])
    assert [0] == uncovered_ink(GREY, [area])


def test_black_and_white_has_no_light_dots() -> None:
    assert {0, 255} == set(np.unique(covered_page(GREY, [], black_and_white=True)))
    assert {255} == set(np.unique(covered_page(np.full((9, 9), 215, np.uint8), [], black_and_white=True)))
