from __future__ import annotations

from dataclasses import replace

import numpy as np
from PIL import Image, ImageDraw

from kashf.domain.document import BOX_GRID, Box, Page
from kashf.sandboxed.ocr.deskew import Sheet
from kashf.sandboxed.ocr.lines import Grey
from kashf.sandboxed.ocr.unread import has_writing, unread_ink, unread_share
from tests.unit.sandboxed.ocr.pages import blank, written


def _box(left: float, top: float, right: float, bottom: float, page: Grey) -> Box:
    height, width = page.shape
    edges = (left / width, top / height, right / width, bottom / height)
    return Box(0, 1, *(round(BOX_GRID * edge) for edge in edges))


def test_lines_without_a_box_are_unread() -> None:
    page = written(lines=5)
    read = Page(1, "x", boxes=tuple(_box(60, top, 640, top + 24, page) for top in (60, 120, 180, 240)))
    sheet = Sheet.of(page)

    assert 0.19 < unread_share(sheet, [read]) < 0.21
    assert {300} == {60 * round(row / 60) for row in np.flatnonzero(unread_ink(sheet, [read]).any(axis=1)) if row % 60 < 30}


def test_a_page_whose_words_all_have_boxes_has_no_unread_ink() -> None:
    page = written()
    read = Page(1, "x", boxes=tuple(_box(60, top, 640, top + 24, page) for top in range(60, 360, 60)))

    assert 0.0 == unread_share(Sheet.of(page), [read])


def test_boxes_are_found_again_on_a_page_that_was_turned_and_levelled() -> None:
    page = np.rot90(written(), 3)
    sheet = Sheet.of(page, quarters=1)
    read = replace(Page(1, "x"), boxes=tuple(Box(0, 1, *sheet.on_original(60, top, 640, top + 24)) for top in range(60, 360, 60)))

    assert 0.0 == unread_share(sheet, [read])


def test_pictures_rules_and_borders_are_no_unread_writing() -> None:
    page = written()
    page[380:480, 100:300] = 90
    page[370:372, 20:680] = 0
    page[:, :15] = 0
    read = Page(1, "x", boxes=tuple(_box(60, top, 640, top + 24, page) for top in range(60, 360, 60)))

    assert 0.0 == unread_share(Sheet.of(page), [read])


def test_an_empty_page_has_no_unread_ink() -> None:
    assert 0.0 == unread_share(Sheet.of(blank(300, 400)), [])


def test_rows_of_strokes_on_even_paper_are_writing() -> None:
    assert has_writing(Sheet.of(written()))


def test_the_texture_of_a_photograph_is_no_writing() -> None:
    random = np.random.default_rng(4)
    rough = random.integers(0, 255, (60, 80)).repeat(10, axis=0).repeat(10, axis=1).astype(np.float64)
    photograph = np.clip(rough + random.normal(0, 12, rough.shape), 0, 255).astype(np.uint8)

    assert not has_writing(Sheet.of(photograph))


def test_strokes_of_a_hand_that_keeps_no_rows_are_writing_also_in_shadow() -> None:
    random = np.random.default_rng(7)
    sheet = Image.new("L", (900, 700), 255)
    draw = ImageDraw.Draw(sheet)
    for _ in range(70):
        x, y = random.integers(60, 800), random.integers(60, 620)
        points = [(x + 9 * step, y + int(random.integers(-14, 15))) for step in range(5)]
        draw.line(points, fill=30, width=4, joint="curve")
    light = np.linspace(1.0, 0.6, 900)
    taken = np.clip(np.asarray(sheet) * light + random.normal(0, 5, (700, 900)), 0, 255).astype(np.uint8)

    assert has_writing(Sheet.of(taken))


def test_round_shapes_of_a_photograph_are_no_writing() -> None:
    random = np.random.default_rng(5)
    hills = Image.fromarray(random.integers(60, 220, (5, 6)).astype(np.uint8)).resize((900, 700), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(hills)
    for _ in range(12):
        x, y, radius = (int(random.integers(low, high)) for low, high in ((0, 900), (0, 700), (20, 120)))
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=int(random.integers(0, 255)))
    taken = np.clip(np.asarray(hills) + random.normal(0, 5, (700, 900)), 0, 255).astype(np.uint8)

    assert not has_writing(Sheet.of(taken))
