"""Forms on paper: set and filled in by Typst, then laid on a glass or a desk as the scans of the siege are."""

from collections.abc import Callable
from io import BytesIO
from random import Random
from time import gmtime

import numpy as np
from PIL import Image

from examples.siege import scenes
from examples.siege.forms.printed import HANDS, pictures
from examples.siege.forms.typed import Sheets
from examples.siege.scans import SAVERS, Grey, scanned

Scene = Callable[[Image.Image, Random], Image.Image]
_GLASS: tuple[tuple[Scene, int], ...] = (
    (scenes.on_glass, 72), (scenes.with_dark_border, 12), (scenes.on_ruled_paper, 8), (scenes.bled_through, 8),
)  # fmt: skip
_HAND: tuple[tuple[Scene, int], ...] = (
    (scenes.on_glass, 55),
    (scenes.with_dark_border, 10),
    (scenes.on_a_desk, 23),
    (scenes.in_shadow, 12),
)


def write_scans(sheets: Sheets, container: str, rng: Random) -> tuple[tuple[bytes, ...], dict[str, str]]:
    """Return the pages as pictures: one file for "scan_pdf" and "tif", one for each page otherwise.

    Returns:
        The files, and what the truth says of all of them: `scene` is where the sheet lay, `hand` what it was filled in with.
    """
    hand = rng.choices(tuple(HANDS), (45, 30, 25))[0]
    dots = rng.choice((150, 170, 200))
    places = _HAND if container == "jpg" else _GLASS
    place = rng.choices([each for each, _ in places], [share for _, share in places])[0]
    sides = [Image.open(BytesIO(data)).convert("L") for data in pictures(sheets, rng, hand=hand, dots_an_inch=dots)]
    greys = [scanned(place(side, rng), rng) for side in sides]
    told = {"scene": place.__name__, "hand": hand}
    if container in {"scan_pdf", "tif"}:
        return (_together(greys, container, rng, dots),), told
    return tuple(SAVERS[container](grey, rng, dots) for grey in greys), told


def _together(greys: list[Grey], container: str, rng: Random, dots: int) -> bytes:
    stream = BytesIO()
    if container == "scan_pdf":
        first, *others = (Image.fromarray(grey.astype(np.uint8)) for grey in greys)
        day, quality = gmtime(1_400_000_000), rng.randrange(55, 85)
        first.save(stream, "PDF", resolution=dots, quality=quality, creationDate=day, modDate=day, save_all=True, append_images=others)
        return stream.getvalue()
    first, *others = (Image.fromarray(grey > float(grey.mean()) * 0.75) for grey in greys)
    first.save(stream, "TIFF", compression="group4", dpi=(dots, dots), save_all=True, append_images=others)
    return stream.getvalue()
