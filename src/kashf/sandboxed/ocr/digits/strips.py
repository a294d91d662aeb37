"""The lines of a page that was read, as level pictures with the words where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import atan, cos, degrees, radians, sin

import numpy as np
from PIL import Image

from kashf.domain.document import BOX_GRID, Box, Page
from kashf.sandboxed.ocr.lines import Grey

#: Pixels of a strip's height that smaller ones are enlarged to, at most three times: strokes must be several pixels thick.
_HEIGHT, _MOST_ZOOM = 72, 3.0
#: Share of a line's height that is added above and below.
_MARGIN = 0.06
#: Slope of lines from which on the page is made level; and share of the page's width from which on a line tells its slope.
_LEAST_SLOPE, _LONG = 0.004, 0.25


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word of a line: its place in the page's text, and its first column on the strip and one past the last."""

    start: int
    end: int
    left: float
    right: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Strip:
    """A line.

    Args:
        grey: Its picture, level.
        words: In the order of the text.
        on_page: Gives the box on the page, in units of BOX_GRID, for two columns of the strip.
    """

    grey: Grey
    words: tuple[PlacedWord, ...]
    on_page: Callable[[float, float], tuple[int, int, int, int]]


class Strips:
    """The strips of a page: it is turned level once, whoever asks for lines of it.

    Args:
        grey: Its image.
        page: Its reading, with a box for each word.
    """

    def __init__(self, grey: Grey, page: Page) -> None:
        self._grey, self._page = grey, page

    def of(self, lines: Sequence[tuple[Box, ...]]) -> Iterator[Strip]:
        """Yield the strips of some lines, given by the boxes of their words on the image."""
        return (strip for line in lines if (strip := self._level.strip(line)))

    @cached_property
    def _level(self) -> _LevelPage:
        return _LevelPage.of(self._grey, [*lines_of(self._page)])


def lines_of(page: Page) -> Iterator[tuple[Box, ...]]:
    """Yield the boxes of each line of a page that has some; what a cell of a table has on a line below is one by itself."""
    pairs = list(pairwise(page.boxes))
    beside = [(first, second) for first, second in pairs if "\n" not in page.text[first.end : second.start]]
    below = {second.start for first, second in beside if second.top >= first.bottom or second.bottom <= first.top}
    if 2 * len(below) > len(beside):  # The page lies on its side.
        below = set()
    line = list(page.boxes[:1])
    for first, second in pairs:
        if second.start in below or "\n" in page.text[first.end : second.start]:
            yield tuple(line)
            line = []
        line.append(second)
    if line:
        yield tuple(line)


@dataclass(frozen=True, slots=True)
class _LevelPage:
    """A page turned until its lines lie level: `quarters` counter-clockwise, then by `skew` degrees."""

    image: Image.Image
    quarters: int
    skew: float

    @classmethod
    def of(cls, grey: Grey, lines: Sequence[tuple[Box, ...]]) -> _LevelPage:
        """Return the page level, as the places of words in its lines tell; Arabic lines run to the left."""
        long = [line for line in lines if len(line) > 1]
        quarters = max(range(4), key=lambda turn: sum(_run(line, turn)[0] for line in long))
        runs = [_run(line, quarters) for line in long]
        upright = np.ascontiguousarray(np.rot90(grey, quarters))
        height, width = upright.shape
        slopes = [down * height / (left * width) for left, down in runs if left > _LONG * BOX_GRID]
        slope = float(np.median(slopes)) if slopes else 0.0
        image = Image.fromarray(upright)
        if abs(slope) < _LEAST_SLOPE:
            return cls(image, quarters, 0.0)
        skew = -degrees(atan(slope))
        return cls(image.rotate(skew, Image.Resampling.BICUBIC, fillcolor=int(np.median(upright[::8, ::8]))), quarters, skew)

    def strip(self, line: tuple[Box, ...]) -> Strip | None:
        """Return the strip of a line; None when its boxes enclose nothing."""
        places = [self._placed(box) for box in line]
        top, bottom = min(place[1] for place in places), max(place[3] for place in places)
        margin = _MARGIN * (bottom - top)
        top, bottom = max(0, round(top - margin)), min(self.image.height, round(bottom + margin))
        left = max(0, round(min(place[0] for place in places) - (bottom - top)))
        right = min(self.image.width, round(max(place[2] for place in places) + (bottom - top)))
        if bottom - top < 4 or right - left < 4:
            return None
        zoom = min(_MOST_ZOOM, max(1.0, _HEIGHT / (bottom - top)))
        size = round((right - left) * zoom), round((bottom - top) * zoom)
        picture = self.image.resize(size, Image.Resampling.BICUBIC, box=(left, top, right, bottom))
        words = (
            PlacedWord(box.start, box.end, (place[0] - left) * zoom, (place[2] - left) * zoom, box.confidence)
            for box, place in zip(line, places, strict=True)
        )

        def on_page(first: float, last: float) -> tuple[int, int, int, int]:
            return self._on_original(left + first / zoom, top, left + last / zoom, bottom)

        return Strip(np.asarray(picture), tuple(words), on_page)

    def _placed(self, box: Box) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of a box of the page as it came, in pixels of the level page."""
        width, height = self.image.size
        corners = [_turned(x, y, self.quarters) for x, y in ((box.left, box.top), (box.right, box.bottom))]
        (x0, x1), (y0, y1) = (sorted(share[axis] * size / BOX_GRID for share in corners) for axis, size in ((0, width), (1, height)))
        slant = abs(sin(radians(self.skew)))
        wide, high = x1 - x0, y1 - y0
        wide, high = max(1.0, wide - slant * high), max(1.0, high - slant * wide)
        across, down = _rotated((x0 + x1) / 2 - width / 2, (y0 + y1) / 2 - height / 2, -self.skew)
        return across + (width - wide) / 2, down + (height - high) / 2, across + (width + wide) / 2, down + (height + high) / 2

    def _on_original(self, left: float, top: float, right: float, bottom: float) -> tuple[int, int, int, int]:
        width, height = self.image.size
        corners = []
        for x, y in ((left, top), (right, top), (left, bottom), (right, bottom)):
            across, down = _rotated(x - width / 2, y - height / 2, self.skew)
            place = ((across / width + 0.5) * BOX_GRID, (down / height + 0.5) * BOX_GRID)
            corners.append(_turned(*place, -self.quarters % 4))
        xs, ys = zip(*corners, strict=True)
        return _grid(min(xs)), _grid(min(ys)), _grid(max(xs)), _grid(max(ys))


def _run(line: Sequence[Box], quarters: int) -> tuple[float, float]:
    """Return how far to the left, and down, the last word of a line is from its first once the page is turned."""
    first, last = (_turned((box.left + box.right) / 2, (box.top + box.bottom) / 2, quarters) for box in (line[0], line[-1]))
    return first[0] - last[0], first[1] - last[1]


def _turned(x: float, y: float, quarters: int) -> tuple[float, float]:
    """Return a point, in units of BOX_GRID, of a page turned by quarters counter-clockwise."""
    for _ in range(quarters):
        x, y = y, BOX_GRID - x
    return x, y


def _rotated(x: float, y: float, angle: float) -> tuple[float, float]:
    """Return where a point of an image turned counter-clockwise by some degrees about its middle was before."""
    turn = radians(angle)
    return x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)


def _grid(value: float) -> int:
    return min(BOX_GRID, max(0, round(value)))
