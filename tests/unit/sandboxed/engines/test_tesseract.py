from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kashf.domain.document import BOX_GRID, Origin, Page
from kashf.ports.engines import Picture
from kashf.sandboxed.engines.tesseract import TesseractLineReader, TesseractReader, data_folder, missing_packages
from tests.documents import ARABIC, ENGLISH, scan

FOLDER = data_folder()
pytestmark = pytest.mark.skipif(FOLDER is None, reason="tesseract-ocr-ara and tesseract-ocr-eng are not installed")


def _line(text: str) -> Picture:
    image = scan([text])
    ink = Image.eval(image, lambda value: 255 - value).getbbox()
    assert ink is not None
    crop = image.crop((ink[0] - 3, ink[1] - 3, ink[2] + 3, ink[3] + 3))
    return Picture(crop.width, crop.height, 1, crop.tobytes())


def _read_line(picture: Picture) -> Page:
    assert FOLDER is not None
    return TesseractLineReader(FOLDER).read_page(picture, number=1)


@pytest.mark.parametrize("text", [ENGLISH, ARABIC])
def test_a_printed_line_is_read_in_its_language_and_order(text: str) -> None:
    page = _read_line(_line(text))

    assert (text, Origin.OCR) == (page.text, page.origin)
    assert 0.7 < page.confidence <= 1.0


def test_each_word_has_a_box_and_arabic_ones_run_from_the_right() -> None:
    page = _read_line(_line(ARABIC))

    assert ARABIC.split() == [page.text[box.start : box.end] for box in page.boxes]
    assert all(left.left > right.left for left, right in pairwise(page.boxes))
    assert all(0 <= edge <= BOX_GRID for box in page.boxes for edge in (box.left, box.top, box.right, box.bottom))


def test_a_latin_name_in_an_arabic_line_is_read_as_latin() -> None:
    assert "Rosenthal" in _read_line(_line("إلى السيد Rosenthal أمير القاطع الشمالي")).text


def test_a_whole_page_keeps_lines_apart() -> None:
    assert FOLDER is not None
    image = scan([ENGLISH, ENGLISH, ENGLISH])

    page = TesseractReader(FOLDER).read_page(Picture(image.width, image.height, 1, image.tobytes()), number=4)

    assert (4, [ENGLISH] * 3) == (page.number, [line for line in page.text.splitlines() if line])


def test_a_child_reads_with_the_models_its_parent_loaded() -> None:
    assert FOLDER is not None
    reader = TesseractLineReader(FOLDER)
    reader.warm_up()
    picture = _line(ENGLISH)

    child = os.fork()
    if child == 0:
        os._exit(0 if reader.read_page(picture, number=1).text == ENGLISH else 1)

    assert 0 == os.waitpid(child, 0)[1]


def test_the_version_changes_with_the_models(tmp_path: Path) -> None:
    for language in ("ara", "eng"):
        (tmp_path / f"{language}.traineddata").write_bytes(b"model")

    assert TesseractReader(tmp_path).version.endswith("ara:5+eng:5")


def test_models_are_looked_for_where_tesseract_itself_is_told_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for language in ("ara", "eng"):
        (tmp_path / f"{language}.traineddata").write_bytes(b"model")
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))

    assert tmp_path == data_folder()


def test_a_model_that_is_missing_is_named_by_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kashf.sandboxed.engines.tesseract._DATA_FOLDERS", (str(tmp_path),))
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    (tmp_path / "eng.traineddata").write_bytes(b"model")

    assert (None, ("tesseract-ocr-ara",)) == (data_folder(), missing_packages())


def test_no_package_is_named_when_all_models_are_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for language in ("ara", "eng"):
        (tmp_path / f"{language}.traineddata").write_bytes(b"model")
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))

    assert () == missing_packages()


def test_noise_is_not_read_with_confidence() -> None:
    noise = np.random.default_rng(2).integers(0, 255, 60 * 400).astype(np.uint8)

    assert _read_line(Picture(400, 60, 1, noise.tobytes())).confidence < 0.6
