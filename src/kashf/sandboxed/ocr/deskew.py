"""One page image, levelled and cut into lines, and its reading put together from theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, cos, floor, radians, sin
from typing import Self

import numpy as np
from PIL import Image

from kashf.domain.document import BOX_GRID, Box, Page
from kashf.ports.engines import PageReader, Picture
from kashf.sandboxed.ocr.columns import Band, find_layout
from kashf.sandboxed.ocr.lines import Grey, Ink, Line
from kashf.sandboxed.ocr.paper import Matrix, Paper
from kashf.sandboxed.ocr.ruled_lines import NO_RULES, Rules
from kashf.sandboxed.ocr.surface import Surface
from kashf.sandboxed.ocr.tables.ruled_rows import by_column, ruled_rows
from kashf.sandboxed.ocr.ticks.tick_boxes import find_tick_boxes
from kashf.sandboxed.ocr.ticks.ticked_cells import enlarged, with_boxes, without_boxes
from kashf.sandboxed.ocr.transcript import Cell, Transcript, dividers, is_rightward

#: Pixels of margin around a line, and of its height then: the models were trained on lines of 36, and reducing takes out noise. More margin
#: makes the writing smaller for the model, which scales every line to one height.
_FIRST, _AGAIN = (3, 40), (8, 34)
#: Times the height of a line: the margin at its right, where Arabic begins, for lines that begin with a number: with less, often only its
#: last digit is read; with more, writing comes out worse.
_AHEAD = 0.45
#: Confidence in [0..1] of a cell below which it is read once more.
_DOUBTFUL = 0.75


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page image with its lines.

    Args:
        surface: The image, level and clean, and its ink.
        bands: Its writing, in pixels of the image.
        quarters: Quarter turns, counter-clockwise, before it was levelled.
        back: Takes places on the image to places on the page as it came, in shares of its sides: homogeneous coordinates.
    """

    surface: Surface
    bands: tuple[Band, ...]
    quarters: int
    back: Matrix

    @classmethod
    def of(cls, grey: Grey | Paper, *, quarters: int = 0, keep_faint: bool = False) -> Self:
        """Return the sheet of a page image, or of a sheet of paper on one, turned by `quarters` and made level."""
        paper = grey if isinstance(grey, Paper) else Paper.whole(grey)
        surface = Surface.of(np.rot90(paper.grey, quarters), keep_faint=keep_faint)
        sheet = cls(surface, (), quarters, _back(paper, surface, quarters))
        return sheet.with_lines_of(surface.ink, surface.rules)

    @property
    def image(self) -> Image.Image:
        """Level, dark on light."""
        return self.surface.image

    @property
    def skew(self) -> float:
        """Degrees by which the image was turned counter-clockwise to be level."""
        return self.surface.skew

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, column after column from the left."""
        return tuple(line for band in self.bands for column in band.columns for line in column)

    def with_lines_of(self, ink: Ink, rules: Rules = NO_RULES) -> Self:
        """Return the sheet with the lines of some ink only."""
        bands = find_layout(ink, letter=self.surface.letter, rules=rules)
        return replace(self, bands=tuple(_enlarged(band, self.surface.factor) for band in bands))

    def read(self, reader: PageReader, *, number: int, most: int = 0) -> Page:
        """Return what stands on the sheet; empty, with confidence 0, when nothing does.

        Args:
            reader: Reads a picture of one line.
            number: Of the page.
            most: Read only this many of the widest lines; 0 for all.
        """
        lines = self.lines
        chosen = sorted(lines, key=lambda line: line.cells[0][0] - line.cells[-1][1])[:most] if most else lines
        boxes = enlarged(list(find_tick_boxes(self.surface.found, letter=self.surface.letter)), self.surface.factor)
        bare = replace(self, surface=replace(self.surface, image=without_boxes(self.image, boxes))) if boxes else self
        cells = bare.read_cells(chosen, reader=reader, number=number)
        read = {line: [with_boxes(cell, boxes) for cell in some] for line, some in cells.items()}
        rightward = is_rightward([cell.page.text for some in read.values() for cell in some])
        transcript = Transcript(self.on_original)
        for column in self._columns(rightward=rightward):
            known = [line for line in column if line in read]
            before = dict(zip(known, dividers(known), strict=True))
            for row in ruled_rows(known, self._rules):
                cells_of_row = [[read[line][place] for line, place in some] for some in by_column(row, self._rules)]
                transcript.add(cells_of_row if rightward else cells_of_row[::-1], divider=before[row[0]])
        return transcript.page(number)

    def read_cells(self, lines: Sequence[Line], *, reader: PageReader, number: int) -> dict[Line, list[Cell]]:
        """Return what stands in the cells of some lines, from left to right."""
        return {line: [self._read_cell(line, cell, reader=reader, number=number) for cell in line.cells] for line in lines}

    def read_whole(self, reader: PageReader, *, number: int) -> Page:
        """Return what a reader that finds its own layout reads."""
        page = reader.read_page(Picture(*self.image.size, 1, self.image.tobytes()), number=number)
        across, down = self.image.width / BOX_GRID, self.image.height / BOX_GRID
        places = (self.on_original(box.left * across, box.top * down, box.right * across, box.bottom * down) for box in page.boxes)
        boxes = (Box(box.start, box.end, *place, box.confidence) for box, place in zip(page.boxes, places, strict=True))
        return replace(page, boxes=tuple(boxes))

    def on_original(self, left: float, top: float, right: float, bottom: float) -> tuple[int, int, int, int]:
        """Return a box on the level image as a box on the page as it came, in units of BOX_GRID."""
        corners = self.back @ np.array([[left, right, left, right], [top, top, bottom, bottom], [1.0, 1.0, 1.0, 1.0]])
        xs, ys = corners[:2] / corners[2]
        return _grid(xs.min()), _grid(ys.min()), _grid(xs.max()), _grid(ys.max())

    @property
    def _rules(self) -> Rules:
        """The ruled lines in pixels of the image."""
        return self.surface.rules.enlarged(self.surface.factor)

    def _columns(self, *, rightward: bool) -> Iterator[tuple[Line, ...]]:
        """Yield the columns in the order in which they are read."""
        for band in self.bands:
            yield from band.columns if rightward else band.columns[::-1]

    def _read_cell(self, line: Line, cell: tuple[int, int], *, reader: PageReader, number: int) -> Cell:
        """Return what stands in a cell; one that is doubtful is read once more, smaller, which takes out noise."""
        read = self._read_crop(line, cell, _FIRST, reader=reader, number=number)
        if _begins_with_number(read.page.text):
            ahead = self._read_crop(line, cell, _FIRST, reader=reader, number=number, ahead=_ahead(line, cell))
            read = max(read, ahead, key=lambda each: _digits(each.page.text))
        if not 0.0 < read.page.confidence < _DOUBTFUL:
            return read
        again = self._read_crop(line, cell, _AGAIN, reader=reader, number=number)
        return max(read, again, key=lambda each: each.page.confidence)

    def _read_crop(
        self, line: Line, cell: tuple[int, int], size: tuple[int, int], *, reader: PageReader, number: int, ahead: int = 0
    ) -> Cell:
        margin, height = size
        left, top = max(0, cell[0] - margin), max(0, line.top - margin)
        right, bottom = min(self.image.width, cell[1] + max(margin, ahead)), min(self.image.height, line.bottom + margin)
        crop = self.image.crop((left, top, right, bottom))
        if crop.height > height:
            crop = crop.resize((max(1, round(crop.width * height / crop.height)), height), Image.Resampling.LANCZOS)
        page = reader.read_page(Picture(crop.width, crop.height, 1, crop.tobytes()), number=number)
        return Cell(page, left, top, right - left, bottom - top)


def _back(paper: Paper, surface: Surface, quarters: int) -> Matrix:
    """Return what takes places on the level image to places on the page as it came."""
    width, height = surface.image.size
    turn, across, down = radians(surface.skew), width / 2, height / 2
    level = np.array(
        [
            [cos(turn), -sin(turn), across - across * cos(turn) + down * sin(turn)],
            [sin(turn), cos(turn), down - across * sin(turn) - down * cos(turn)],
            [0.0, 0.0, 1.0],
        ]
    )
    one_back = np.array([[0.0, -1.0, 1.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    in_shares = np.linalg.matrix_power(one_back, quarters % 4) @ np.diag([1 / width, 1 / height, 1.0]) @ level
    back: Matrix = paper.back @ np.diag([paper.grey.shape[1], paper.grey.shape[0], 1.0]) @ in_shares
    return back


def _ahead(line: Line, cell: tuple[int, int]) -> int:
    """Return how far the picture of a cell reaches to its right where it begins with a number: at most half way to the next cell."""
    beyond = [other[0] - cell[1] for other in line.cells if other[0] >= cell[1]]
    return round(min([_AHEAD * (line.bottom - line.top), *(gap / 2 for gap in beyond)]))


def _begins_with_number(text: str) -> bool:
    """Tell whether a number stands before other words."""
    first, _, others = text.partition(" ")
    return bool(others) and first.isdecimal()


def _digits(text: str) -> int:
    return sum(map(str.isdecimal, text))


def _enlarged(band: Band, factor: float) -> Band:
    return Band(tuple(tuple(_enlarged_line(line, factor) for line in column) for column in band.columns))


def _enlarged_line(line: Line, factor: float) -> Line:
    cells = tuple((floor(left * factor), ceil(right * factor)) for left, right in line.cells)
    return Line(floor(line.top * factor), ceil(line.bottom * factor), cells)


def _grid(share: float) -> int:
    return min(BOX_GRID, max(0, round(share * BOX_GRID)))
