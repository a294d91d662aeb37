"""Where a sheet lies when its picture is taken: on glass, with the dark of an open lid around it, on a desk, in shadow, over print."""

from collections.abc import Callable
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

Grey = NDArray[np.float32]
Corners = tuple[tuple[float, float], ...]


def on_glass(sheet: Image.Image, rng: Random) -> Image.Image:
    """Return the sheet turned a little, as a feeder does."""
    return sheet.rotate(rng.uniform(-2, 2), Image.Resampling.BILINEAR, fillcolor=255)


def with_dark_border(sheet: Image.Image, rng: Random) -> Image.Image:
    """Return the sheet askew on a glass that is larger, under a lid that was left open."""
    turned = sheet.convert("LA").rotate(rng.uniform(-3, 3), Image.Resampling.BILINEAR, expand=True, fillcolor=(0, 0))
    edges = [rng.randrange(20, 160) for _ in range(4)]
    glass = Image.new("L", (turned.width + edges[0] + edges[1], turned.height + edges[2] + edges[3]), rng.randrange(8, 50))
    glass.paste(turned.getchannel("L"), (edges[0], edges[2]), turned.getchannel("A"))
    return glass


def on_a_desk(sheet: Image.Image, rng: Random) -> Image.Image:
    """Return the sheet as a telephone sees it: from a little aside, on a dark desk with a grain."""
    width, height = round(sheet.width * 1.25), round(sheet.height * 1.22)
    desk = _desk(rng, (width, height))
    left, top = (width - sheet.width) / 2, (height - sheet.height) / 2
    reach = min(left, top) * 0.8
    flat = ((left, top), (left + sheet.width, top), (left + sheet.width, top + sheet.height), (left, top + sheet.height))
    seen = tuple((x + rng.uniform(-reach, reach) * 0.5, y + rng.uniform(-reach, reach) * 0.5) for x, y in flat)
    whole = ((0.0, 0.0), (float(sheet.width), 0.0), (float(sheet.width), float(sheet.height)), (0.0, float(sheet.height)))
    bent = sheet.convert("LA").transform((width, height), Image.Transform.PERSPECTIVE, _plane(seen, whole), Image.Resampling.BICUBIC)
    desk.paste(bent.getchannel("L"), (0, 0), bent.getchannel("A"))
    return desk


def in_shadow(sheet: Image.Image, rng: Random) -> Image.Image:
    """Return the sheet under a lamp at one side, the hand's shadow across it."""
    across = np.linspace(1.0, rng.uniform(0.35, 0.55), sheet.width, dtype=np.float32)
    light = np.broadcast_to(across if rng.random() < 0.5 else across[::-1], (sheet.height, sheet.width)).copy()
    light[round(sheet.height * rng.uniform(0.5, 0.9)) :] *= np.float32(rng.uniform(0.6, 0.8))
    soft = Image.fromarray((light * 255).astype(np.uint8)).filter(ImageFilter.BoxBlur(25))
    return Image.fromarray((np.asarray(sheet, dtype=np.float32) * np.asarray(soft, dtype=np.float32) / 255).astype(np.uint8))


def on_ruled_paper(sheet: Image.Image, rng: Random) -> Image.Image:
    """Return the sheet as if its paper had come with lines and a margin."""
    ruled, pitch, ink = sheet.copy(), rng.randrange(42, 70), rng.randrange(120, 190)
    draw = ImageDraw.Draw(ruled)
    for row in range(pitch, sheet.height, pitch):
        draw.line((0, row, sheet.width, row), fill=ink, width=2)
    margin = sheet.width - rng.randrange(40, 70)
    draw.line((margin, 0, margin, sheet.height), fill=ink, width=2)
    return on_glass(Image.fromarray(np.minimum(np.asarray(ruled), np.asarray(sheet))), rng)


def bled_through(sheet: Image.Image, rng: Random) -> Image.Image:
    """Return the sheet with what stands on its back shining through."""
    back = sheet.transpose(Image.Transpose.FLIP_LEFT_RIGHT).filter(ImageFilter.GaussianBlur(rng.uniform(1.5, 2.5)))
    back = back.rotate(rng.uniform(-1, 1), fillcolor=255).transform(
        back.size, Image.Transform.AFFINE, (1, 0, rng.randrange(-30, 30), 0, 1, rng.randrange(12, 40)), fillcolor=255
    )
    through = 255 - (255 - np.asarray(back, dtype=np.float32)) * np.float32(rng.uniform(0.15, 0.35))
    return on_glass(Image.fromarray(np.minimum(np.asarray(sheet, dtype=np.float32), through).astype(np.uint8)), rng)


#: Kind of picture -> the places it is taken at, and how often; only telephones make pictures of desks and shadows.
_GLASS = ((on_glass, 72), (with_dark_border, 12), (on_ruled_paper, 8), (bled_through, 8))
_HAND = ((on_glass, 44), (with_dark_border, 10), (on_a_desk, 20), (in_shadow, 10), (on_ruled_paper, 8), (bled_through, 8))


def laid_out(sheet: Image.Image, kind: str, rng: Random) -> Image.Image:
    """Return a sheet in the place where its picture of this kind ("jpg", "png" ...) is taken."""
    places = _HAND if kind == "jpg" else _GLASS
    place: Callable[[Image.Image, Random], Image.Image] = rng.choices([each for each, _ in places], [share for _, share in places])[0]
    return place(sheet, rng)


def _desk(rng: Random, size: tuple[int, int]) -> Image.Image:
    """Return a dark surface with a grain that runs one way."""
    generator = np.random.default_rng(rng.getrandbits(64))
    grain = Image.fromarray(generator.integers(0, 256, (size[1] // 4, 12), dtype=np.uint8)).resize(size, Image.Resampling.BICUBIC)
    level, depth = rng.randrange(35, 85), rng.uniform(0.08, 0.2)
    return grain.point([round(level + (value - 128) * depth) for value in range(256)])


def _plane(seen: Corners, flat: Corners) -> list[float]:
    """Return the eight coefficients by which Pillow finds, for a point of what is seen, the point of the flat sheet."""
    rows, points = [], []
    for (x, y), (u, v) in zip(seen, flat, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        points += [u, v]
    return [float(value) for value in np.linalg.solve(np.array(rows), np.array(points))]
