"""What a scanner or a telephone makes of a sheet: its place, blur, uneven light, noise, and four file formats."""

import math
from functools import cache
from io import BytesIO
from random import Random
from time import gmtime

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from examples.siege.document import Document, Made, Table
from examples.siege.scenes import laid_out
from examples.siege.sheets import choose_style, draw_sheet, draw_table
from examples.siege.text import NO_BREAK_SPACE, SOFT_BREAK, joined

Grey = NDArray[np.float32]
#: More than what the largest picture has.
ROLL_POINTS = 8_400_000


def write_scan(document: Document, kind: str, *, setting: Random, noise: Random) -> Made:
    """Return the first page of a document as a picture.

    Args:
        document: An Arabic letter that fits on an A5 sheet.
        kind: "jpg", "png", "tif" or "pdf".
        setting: Chooses typeface and size, so that a second scan of the same letter shows the same sheet.
        noise: Chooses all that a second scan has otherwise.
    """
    text = document.pages[0].translated({ord(NO_BREAK_SPACE): " "})
    style = choose_style(setting)
    sheet = draw_sheet(text, setting, style)
    grey = scanned(laid_out(sheet, kind, noise), noise)
    data = SAVERS[kind](grey, noise, style.dots_an_inch)
    return Made.single(data, text.translated({ord(SOFT_BREAK): "\n"}), origin="scan", letter=document.letter)


def write_table_scan(table: Table, *, setting: Random, noise: Random) -> Made:
    """Return a register, ruled by hand and photographed; its cells are read from the first column, rows from above."""
    style = choose_style(setting)
    sheet = draw_table(table, setting, style)
    grey = scanned(laid_out(sheet, "jpg", noise), noise)
    rows = (joined(row, "\t") for row in table.rows)
    return Made.single(_save_jpg(grey, noise, style.dots_an_inch), joined(rows, "\n"), origin="scan")


def scanned(sheet: Image.Image, rng: Random) -> Grey:
    """Return the sheet as a lens sees it, 0 black to 255 white."""
    soft = sheet.filter(ImageFilter.BoxBlur(rng.uniform(0.2, 0.7)))
    generator = np.random.default_rng(rng.getrandbits(64))
    ink = rng.uniform(0.7, 0.95)
    grey: Grey = 255 - (255 - np.asarray(soft, dtype=np.float32)) * np.float32(ink)
    grey *= _light(generator, sheet.size, depth=rng.uniform(0.04, 0.22))
    grey += _grain(generator, grey.shape) * np.float32(rng.uniform(3, 9))
    _specks(grey, generator, count=rng.randrange(150))
    if rng.random() < 0.3:
        _fold(grey, generator)
    return np.clip(grey, 0, 255)


def _grain(generator: np.random.Generator, shape: tuple[int, ...]) -> Grey:
    """Return normal noise of this shape, cut from a random place of a roll that is made once: making it anew takes four times as long."""
    roll, points = _roll(), math.prod(shape)
    start = int(generator.integers(0, len(roll) - points))
    return roll[start : start + points].reshape(shape)


@cache
def _roll() -> Grey:
    return np.random.default_rng(0).standard_normal(ROLL_POINTS, dtype=np.float32)


def _light(generator: np.random.Generator, size: tuple[int, int], *, depth: float) -> Grey:
    """Return how much light falls on each point, 1 - depth to 1."""
    coarse = Image.fromarray(generator.integers(0, 256, (4, 3), dtype=np.uint8))
    smooth = np.asarray(coarse.resize(size, Image.Resampling.BICUBIC), dtype=np.float32)
    light: Grey = np.float32(1) - np.float32(depth / 255) * smooth
    return light


def _specks(grey: Grey, generator: np.random.Generator, *, count: int) -> None:
    rows, columns = generator.integers(0, grey.shape[0] - 2, count), generator.integers(0, grey.shape[1] - 2, count)
    for row, column in ((0, 0), (0, 1), (1, 0)):
        grey[rows + row, columns + column] *= np.float32(0.5)


def _fold(grey: Grey, generator: np.random.Generator) -> None:
    row = int(generator.integers(grey.shape[0] // 3, 2 * grey.shape[0] // 3))
    grey[row : row + 2] *= np.float32(0.75)
    grey[row + 2 : row + 5] *= np.float32(0.93)


def _save_jpg(grey: Grey, rng: Random, dots: int) -> bytes:
    image = Image.fromarray(grey.astype(np.uint8))
    if rng.random() < 0.4:
        paper = rng.choice(((1.0, 0.97, 0.88), (1.0, 0.95, 0.92), (0.95, 0.98, 1.0)))
        image = Image.merge("RGB", [image.point([round(level * share) for level in range(256)]) for share in paper])
    return _saved(image, "JPEG", quality=rng.randrange(45, 80), dpi=(dots, dots))


def _save_png(grey: Grey, rng: Random, dots: int) -> bytes:
    del rng  # the size of a PNG is a matter of its levels alone
    levels = (np.minimum(grey + 8, 255) // 16 * 17).astype(np.uint8)
    return _saved(Image.fromarray(levels), "PNG", compress_level=1, dpi=(dots, dots))


def _save_tif(grey: Grey, rng: Random, dots: int) -> bytes:
    if rng.random() < 0.6:
        threshold = float(grey.mean()) * rng.uniform(0.68, 0.78)
        return _saved(Image.fromarray(grey > threshold), "TIFF", compression="group4", dpi=(dots, dots))
    return _saved(Image.fromarray(grey.astype(np.uint8) // 16 * 17), "TIFF", compression="tiff_lzw", dpi=(dots, dots))


def _save_pdf(grey: Grey, rng: Random, dots: int) -> bytes:
    image = Image.fromarray(grey.astype(np.uint8))
    day = gmtime(1_400_000_000)
    return _saved(image, "PDF", resolution=dots, quality=rng.randrange(45, 80), creationDate=day, modDate=day)


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


SAVERS = {"jpg": _save_jpg, "png": _save_png, "tif": _save_tif, "pdf": _save_pdf}
