"""Whether two pages are pictures of one sheet is told by their least alike parts."""

from __future__ import annotations

import numpy as np
import pytest

from kashf.intake.ink_maps.ink_map import Ink
from kashf.intake.ink_maps.same_sheet import sheet_fit
from tests.unit.intake.ink_maps.sheets import sheet

SHEET = sheet("form", "amal")


def _shrunk(ink: Ink) -> Ink:
    rows, columns = (np.arange(round(0.94 * side)) / 0.94 for side in ink.shape)
    return ink[rows.astype(int)][:, columns.astype(int)]


@pytest.mark.parametrize(
    "picture",
    [
        SHEET,
        np.rot90(SHEET),
        np.rot90(SHEET, 2),
        np.roll(SHEET, (5, -4), (0, 1)),
        np.pad(SHEET, ((0, 0), (30, 20))),
        SHEET[8:, 6:],
        _shrunk(SHEET),
    ],
    ids=["same", "turned", "upside down", "moved", "with a margin", "cropped", "smaller"],
)
def test_the_same_sheet_fits_however_it_lies(picture: Ink) -> None:
    assert sheet_fit(SHEET, picture) >= 0.7
    assert sheet_fit(picture, SHEET) >= 0.7


@pytest.mark.parametrize(
    "other",
    [sheet("form", "basil"), sheet("form", "amal", changed=(6,)), sheet("form"), sheet("letter", "amal"), SHEET[:, ::-1]],
    ids=["filled in by another", "one field is another", "empty", "another form", "mirrored"],
)
def test_another_sheet_does_not_fit_be_it_of_the_same_form(other: Ink) -> None:
    assert sheet_fit(SHEET, other) == 0.0
    assert sheet_fit(other, SHEET) == 0.0


def test_pages_with_next_to_nothing_on_them_are_no_pictures_of_one_sheet() -> None:
    little = sheet("number", fields=1)

    assert sheet_fit(little, little) == 0.0
    assert sheet_fit(np.zeros((256, 180), bool), SHEET) == 0.0
