"""A hash proposes pages that may be one sheet, and few of them."""

from __future__ import annotations

import numpy as np

from kashf.intake.ink_maps.picture_hash import PictureBuckets, picture_hash
from tests.unit.intake.ink_maps.sheets import sheet


def test_a_page_meets_its_sheet_before_others_of_the_form_and_never_more_than_a_few() -> None:
    buckets = PictureBuckets()
    for number in range(30):
        buckets.add(picture_hash(sheet("form", str(number))))
    seen = np.roll(sheet("form", "17"), (4, 3), (0, 1))

    near = buckets.near([picture_hash(seen)])

    assert near[0] == 17
    assert len(near) <= 4


def test_a_page_that_has_nothing_in_common_meets_nothing() -> None:
    buckets = PictureBuckets()
    buckets.add(picture_hash(sheet("form", "amal")))

    assert buckets.near([picture_hash(sheet("letter", "basil", fields=5))]) == ()


def test_a_page_without_ink_has_no_hash() -> None:
    assert picture_hash(np.zeros((9, 9), bool)).size == 0
