from __future__ import annotations

from pathlib import Path

import numpy as np

from kashf.domain.pages.regions import WHOLE_PAGE, Region
from kashf.domain.transcription.signed_words import PagePlace
from kashf.services.models.line_pictures import line_pictures
from tests.fakes import FakeWorker
from tests.searchable import BARE
from tests.toy_models import drawing, drawn_case

PLACE = PagePlace(BARE.id, 1)


def test_what_lies_in_a_region_is_cut_out_of_the_page(tmp_path: Path) -> None:
    page = np.arange(40 * 100, dtype=np.int64).reshape(40, 100).astype(np.uint8)

    (whole, part) = line_pictures(drawn_case(tmp_path), FakeWorker(drawing(page)), PLACE, (WHOLE_PAGE, Region(5000, 2500, 6000, 5000)))

    assert (100, 40, 1, page.tobytes()) == (whole.width, whole.height, whole.channels, whole.pixels)
    assert (10, 10, page[10:20, 50:60].tobytes()) == (part.width, part.height, part.pixels)


def test_a_region_narrower_than_a_pixel_has_one_and_colours_become_grey(tmp_path: Path) -> None:
    page = np.zeros((4, 4, 3), dtype=np.uint8)
    page[:, 3] = (255, 0, 0)

    (part,) = line_pictures(drawn_case(tmp_path), FakeWorker(drawing(page)), PLACE, (Region(9999, 9999, 10_000, 10_000),))

    assert (1, 1, bytes([76])) == (part.width, part.height, part.pixels)
