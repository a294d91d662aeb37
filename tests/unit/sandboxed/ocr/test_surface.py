from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from kashf.sandboxed.ocr.surface import Surface
from tests.unit.sandboxed.ocr.pages import blank, write, written


def test_what_shines_through_from_the_back_is_taken_out_and_told() -> None:
    page = np.minimum(written(), 255 - (255 - written(lines=4)[::-1, ::-1]) // 4)

    surface = Surface.of(page)

    assert surface.faint is not None
    assert surface.faint.any()
    assert (np.asarray(surface.image)[400:500] > 240).all()
    assert (np.asarray(surface.image) < 60).sum() == (page < 60).sum()


def test_a_page_in_one_grey_keeps_its_ink_however_light() -> None:
    surface = Surface.of(written(grey=190))

    assert surface.faint is None
    assert surface.ink.any()


def test_stamps_and_grey_print_are_not_faint() -> None:
    page = written()
    write(page, 400, 60, 400, grey=110)

    assert Surface.of(page).faint is None


def test_a_page_full_of_specks_is_cleaned_of_them_and_keeps_its_letters() -> None:
    page = written(lines=12, width=1000, height=800)
    specks = np.random.default_rng(3).random(page.shape) < 0.01
    page[specks] = 0

    surface = Surface.of(page)

    assert 20 <= surface.letter <= 26
    assert surface.found.area.size < 2000


def test_a_clean_page_is_left_as_it_is() -> None:
    page = written()

    assert (page == np.asarray(Surface.of(page).image)).all()


def test_ruled_lines_of_a_page_that_leans_are_found_when_it_is_level() -> None:
    page = blank(700, 500)
    for top in range(60, 360, 60):
        write(page, top, 60, 640)
        page[top + 40 : top + 42, 20:680] = 60
    tilted = np.asarray(Image.fromarray(page).rotate(-3, Image.Resampling.BICUBIC, fillcolor=255))

    surface = Surface.of(tilted)

    assert 2.7 <= surface.skew <= 3.3
    assert 5 == len(surface.rules.level)


def test_a_page_is_levelled_by_its_strong_ink_where_its_back_slants_the_other_way() -> None:
    front = Image.fromarray(written()).rotate(-2, fillcolor=255)
    back = Image.fromarray(written(lines=6, grey=195)).rotate(2, fillcolor=255)

    surface = Surface.of(np.minimum(np.asarray(front), np.asarray(back)))

    assert 2.0 == pytest.approx(surface.skew, abs=0.3)
