"""One page image, levelled and cut into lines, and its reading put together from theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil, cos, floor, radians, sin
from typing import Self

import numpy as np
from PIL import Image

from kashf.domain.document import BOX_GRID, Box, Origin, Page
from kashf.ports.engines import PageReader, Picture
from kashf.sandboxed.ocr.lines import Grey, Line, find_lines, ink_of, skew_of

#: Pixels; lines are found on a page reduced to about this, which also takes out the grain.
_FINDING_SIDE = 1200
#: Degrees below which levelling would blur more than it helps.
_LEAST_SKEW = 0.2
#: Pixels of margin around a line; more makes the writing smaller for the model, which scales every line to one height.
_MARGIN = 3
#: Pixels of a line's height; the models were trained on lines of 36, and reducing takes out noise.
_LINE_HEIGHT = 40
#: Share of the usual distance between lines from which on a gap parts two blocks.
_BLOCK_GAP = 1.8


@dataclass(frozen=True, slots=True)
class _Cell:
    """What was read in one cell of a line; `left` and `top` of its picture, and its size, in pixels of the level page."""

    page: Page
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page image with its lines.

    Args:
        image: Level, dark on light.
        lines: On the image, from top to bottom.
        skew: Degrees by which the image was turned counter-clockwise to be level.
        quarters: Quarter turns, counter-clockwise, before that.
    """

    image: Image.Image
    lines: tuple[Line, ...]
    skew: float
    quarters: int

    @classmethod
    def of(cls, grey: Grey, *, quarters: int = 0) -> Self:
        """Return the sheet of a page image, turned by `quarters` and made level."""
        upright = np.rot90(grey, quarters)
        dark_on_light = 255 - upright if np.median(upright[::8, ::8]) < 100 else upright
        image = Image.fromarray(np.ascontiguousarray(dark_on_light))
        factor = max(1.0, max(image.size) / _FINDING_SIDE)
        ink = ink_of(_reduced(image, factor))
        skew = skew_of(ink)
        if abs(skew) >= _LEAST_SKEW:
            paper = int(np.median(dark_on_light[::8, ::8]))
            image = image.rotate(skew, Image.Resampling.BICUBIC, fillcolor=paper)
            ink = ink_of(_reduced(image, factor))
        else:
            skew = 0.0
        return cls(image, tuple(_enlarged(find_lines(ink), factor)), skew, quarters)

    def read(self, reader: PageReader, *, number: int, most: int = 0) -> Page:
        """Return what stands on the sheet; empty, with confidence 0, when nothing does.

        Args:
            reader: Reads a picture of one line.
            number: Of the page.
            most: Read only this many of the widest lines; 0 for all.
        """
        lines = sorted(self.lines, key=lambda line: line.cells[0][0] - line.cells[-1][1])[:most] if most else self.lines
        rows = [[self._read_cell(line, cell, reader=reader, number=number) for cell in line.cells] for line in lines]
        text = _Text(self)
        is_rightward = _is_rightward(cell.page.text for cells in rows for cell in cells)
        for cells, divider in zip(rows, _dividers(lines), strict=True):
            text.add(cells if is_rightward else cells[::-1], divider=divider)
        return text.page(number)

    def on_original(self, left: float, top: float, right: float, bottom: float) -> tuple[int, int, int, int]:
        """Return a box on the level image as a box on the page as it came, in units of BOX_GRID."""
        width, height = self.image.size
        turn, across, down = radians(self.skew), width / 2, height / 2
        corners = []
        for x, y in ((left, top), (right, top), (left, bottom), (right, bottom)):
            dx, dy = x - across, y - down
            level = ((dx * cos(turn) - dy * sin(turn) + across) / width, (dx * sin(turn) + dy * cos(turn) + down) / height)
            corners.append(_turned_back(*level, quarters=self.quarters))
        xs, ys = zip(*corners, strict=True)
        return _grid(min(xs)), _grid(min(ys)), _grid(max(xs)), _grid(max(ys))

    def _read_cell(self, line: Line, cell: tuple[int, int], *, reader: PageReader, number: int) -> _Cell:
        left, top = max(0, cell[0] - _MARGIN), max(0, line.top - _MARGIN)
        right, bottom = min(self.image.width, cell[1] + _MARGIN), min(self.image.height, line.bottom + _MARGIN)
        crop = self.image.crop((left, top, right, bottom))
        if crop.height > _LINE_HEIGHT:
            crop = crop.resize((max(1, round(crop.width * _LINE_HEIGHT / crop.height)), _LINE_HEIGHT), Image.Resampling.LANCZOS)
        page = reader.read_page(Picture(crop.width, crop.height, 1, crop.tobytes()), number=number)
        return _Cell(page, left, top, right - left, bottom - top)


@dataclass(slots=True)
class _Text:
    """Puts a page together cell by cell."""

    sheet: Sheet
    parts: list[str] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    length: int = 0
    sure: float = 0.0
    letters: int = 0

    def add(self, cells: Sequence[_Cell], *, divider: str) -> None:
        """Append one line, its cells divided by tabs, and before it what divides it from the last one."""
        for cell in cells:
            text = cell.page.text
            if not text.strip():
                continue
            if self.parts:
                self._append(divider)
            self.boxes.extend(self._moved(cell))
            self.sure += cell.page.confidence * len(text)
            self.letters += len(text)
            self._append(text)
            divider = "\t"

    def page(self, number: int) -> Page:
        """Return the page; its confidence is the mean over its characters."""
        confidence = round(self.sure / self.letters, 4) if self.letters else 0.0
        return Page(number, "".join(self.parts), origin=Origin.OCR, confidence=confidence, boxes=tuple(self.boxes))

    def _append(self, part: str) -> None:
        self.parts.append(part)
        self.length += len(part)

    def _moved(self, cell: _Cell) -> Iterator[Box]:
        """Yield the boxes of the words of a cell as boxes of the page, and their places in its text."""
        across, down = cell.width / BOX_GRID, cell.height / BOX_GRID
        for box in cell.page.boxes:
            place = self.sheet.on_original(
                cell.left + box.left * across, cell.top + box.top * down, cell.left + box.right * across, cell.top + box.bottom * down
            )
            yield Box(self.length + box.start, self.length + box.end, *place, box.confidence)


def _reduced(image: Image.Image, factor: float) -> Grey:
    size = (max(1, round(image.width / factor)), max(1, round(image.height / factor)))
    return np.asarray(image.resize(size, Image.Resampling.BOX))


def _enlarged(lines: Iterable[Line], factor: float) -> Iterator[Line]:
    for line in lines:
        cells = tuple((floor(left * factor), ceil(right * factor)) for left, right in line.cells)
        yield Line(floor(line.top * factor), ceil(line.bottom * factor), cells)


def _dividers(lines: Sequence[Line]) -> Iterator[str]:
    """Yield what stands before each line: an empty line where the gap to the one above is clearly wider than usual."""
    gaps = [below.top - above.top for above, below in pairwise(lines)]
    usual = float(np.median(gaps)) if gaps else 0.0
    yield from ["\n"] * bool(lines)
    yield from ("\n\n" if gap > _BLOCK_GAP * usual else "\n" for gap in gaps)


def _is_rightward(texts: Iterable[str]) -> bool:
    """Tell whether most letters are of a script that runs from left to right."""
    balance = 0
    for text in texts:
        balance += sum(-1 if "\u0590" <= letter <= "\u08ff" else 1 for letter in text if letter.isalpha())
    return balance > 0


def _turned_back(x: float, y: float, *, quarters: int) -> tuple[float, float]:
    """Return a point of the turned page, in shares of its sides, as a point of the page before `quarters` turns counter-clockwise."""
    for _ in range(quarters % 4):
        x, y = 1.0 - y, x
    return x, y


def _grid(share: float) -> int:
    return min(BOX_GRID, max(0, round(share * BOX_GRID)))
