"""What scanners, cameras, copiers and years do to a page."""

from __future__ import annotations

import io
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

Values = NDArray[np.float64]


def noisy(image: Image.Image, random: Random, *, grain: float = 6.0) -> Image.Image:
    """Return the page with the grain of a sensor."""
    return _image(_values(image) + _generator(random).normal(0, grain, (image.height, image.width)))


def blurred(image: Image.Image, radius: float) -> Image.Image:
    """Return the page out of focus."""
    return image.filter(ImageFilter.GaussianBlur(radius))


def jpeg(image: Image.Image, quality: int) -> Image.Image:
    """Return the page as it comes out of a JPEG file."""
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality)
    return Image.open(io.BytesIO(buffer.getvalue())).convert("L")


def small(image: Image.Image, dots_per_inch: int) -> Image.Image:
    """Return an A4 page of 200 dots an inch with fewer."""
    share = dots_per_inch / 200
    return image.resize((round(image.width * share), round(image.height * share)), Image.Resampling.BOX)


def tilted(image: Image.Image, degrees: float, *, paper: int = 255) -> Image.Image:
    """Return the page as a feeder that pulls unevenly scans it."""
    return image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=paper)


def shaded(image: Image.Image, random: Random, *, darkest: float = 0.35) -> Image.Image:
    """Return the page under a lamp at one side, with a shadow across it."""
    rows, columns = np.mgrid[0 : image.height, 0 : image.width]
    angle = random.uniform(0, 2 * np.pi)
    ramp = np.cos(angle) * columns / image.width + np.sin(angle) * rows / image.height
    light = darkest + (1 - darkest) * (ramp - ramp.min()) / np.ptp(ramp)
    place = random.uniform(0.3, 0.7)
    shadow = 1 - 0.25 / (1 + np.exp(-(rows / image.height - place) * 40))
    return _image(_values(image) * light * shadow)


def bordered(image: Image.Image, random: Random) -> Image.Image:
    """Return the page as a copier with its lid open gives it: black around, a fold of shadow at one side."""
    wide, high = image.size
    left, top, right, bottom = (random.randint(20, 140) for _ in range(4))
    black = Image.new("L", (wide + left + right, high + top + bottom), random.randint(5, 40))
    black.paste(image, (left, top))
    return tilted(noisy(black, random, grain=4), random.uniform(-1.5, 1.5), paper=20)


def on_desk(image: Image.Image, random: Random, *, lean: float = 0.0) -> Image.Image:
    """Return the page photographed on a dark desk; with `lean`, in shares of its side, from an angle."""
    (wide, high), back = desk_projection(image, random, lean=lean)
    ground = random.randint(40, 110)
    grain = _generator(random).normal(ground, 8, (high // 4, wide // 4))
    desk = _image(grain).resize((wide, high), Image.Resampling.BICUBIC)
    page = image.transform((wide, high), Image.Transform.PERSPECTIVE, back, Image.Resampling.BICUBIC)
    inside = Image.new("L", image.size, 255).transform((wide, high), Image.Transform.PERSPECTIVE, back)
    desk.paste(page.point(lambda value: round(value * 0.93)), mask=inside)
    return blurred(noisy(desk, random, grain=4), 0.6)


def desk_projection(image: Image.Image, random: Random, *, lean: float) -> tuple[tuple[int, int], tuple[float, ...]]:
    """Return the size of a photograph of the page on a desk, and what takes its places to those of the page."""
    wide, high = round(1.45 * image.width), round(1.35 * image.height)
    left, top = random.uniform(0.1, 0.2) * wide, random.uniform(0.08, 0.18) * high
    corners = [(left, top), (left + image.width, top), (left + image.width, top + image.height), (left, top + image.height)]
    corners = [(x + random.uniform(-1, 1) * lean * image.width, y + random.uniform(-1, 1) * lean * image.height) for x, y in corners]
    flat = [(0.0, 0.0), (float(image.width), 0.0), (float(image.width), float(image.height)), (0.0, float(image.height))]
    return (wide, high), _projection(corners, flat)


def bled_through(image: Image.Image, back: Image.Image, *, strength: float) -> Image.Image:
    """Return the page with the writing of its back, mirrored and faint."""
    ghost = 255 - _values(back.transpose(Image.Transpose.FLIP_LEFT_RIGHT).filter(ImageFilter.GaussianBlur(1.2)))
    return _image(np.minimum(_values(image), 255 - strength * ghost))


def stamped(image: Image.Image, random: Random, *, text: str, font: ImageFont.FreeTypeFont) -> Image.Image:
    """Return the page with a round stamp and a slanted line over its writing."""
    side = 420
    stamp = Image.new("L", (side, side), 255)
    draw = ImageDraw.Draw(stamp)
    draw.ellipse((10, 10, side - 10, side - 10), outline=110, width=8)
    draw.ellipse((60, 60, side - 60, side - 60), outline=110, width=4)
    draw.text((side / 2, side / 2), text, font=font, fill=110, anchor="mm")
    stamp = stamp.rotate(random.uniform(-30, 30), Image.Resampling.BICUBIC, fillcolor=255)
    whole = Image.new("L", image.size, 255)
    whole.paste(stamp, (random.randint(200, image.width - side - 200), random.randint(600, 1100)))
    return Image.fromarray(np.minimum(np.asarray(image), np.asarray(whole)))


def scene(random: Random, *, size: tuple[int, int] = (1600, 1200)) -> Image.Image:
    """Return a photograph without writing: soft hills, round shapes, leaves and grain."""
    wide, high = size
    numbers = _generator(random)
    whole = np.zeros((high, wide))
    for cells, weight in ((3, 90), (9, 45), (40, 22), (160, 14)):
        patch = _image(numbers.uniform(0, 255, (cells, cells))).resize(size, Image.Resampling.BICUBIC)
        whole += weight * (_values(patch) / 255)
    image = _image(whole + 20)
    draw = ImageDraw.Draw(image)
    for _ in range(random.randint(3, 12)):
        x, y, radius = random.randint(0, wide), random.randint(0, high), random.randint(20, 260)
        draw.ellipse((x - radius, y - radius, x + radius, y + round(1.4 * radius)), fill=random.randint(0, 255))
    return noisy(blurred(image, 2.0), random, grain=5)


def _projection(here: list[tuple[float, float]], there: list[tuple[float, float]]) -> tuple[float, ...]:
    """Return the eight numbers that take four points to four others."""
    rows, values = [], []
    for (x, y), (u, v) in zip(here, there, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return tuple(np.linalg.solve(np.array(rows), np.array(values)))


def _values(image: Image.Image) -> Values:
    return np.asarray(image, dtype=np.float64)


def _image(values: Values) -> Image.Image:
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


def _generator(random: Random) -> np.random.Generator:
    return np.random.default_rng(random.randrange(1 << 32))
