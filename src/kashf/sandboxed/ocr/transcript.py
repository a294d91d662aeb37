"""The readings of the cells of a page, put together as one page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from kashf.domain.document import BOX_GRID, Box, Origin, Page
from kashf.sandboxed.ocr.lines import Line

Place = Callable[[float, float, float, float], tuple[int, int, int, int]]

#: Share of the usual distance between lines from which on a gap parts two blocks.
_BLOCK_GAP = 1.8


@dataclass(frozen=True, slots=True)
class Cell:
    """What was read in one cell of a line; `left` and `top` of its picture, and its size, in pixels of the level page."""

    page: Page
    left: int
    top: int
    width: int
    height: int


@dataclass(slots=True)
class Transcript:
    """Puts a page together cell by cell.

    Args:
        place: Takes a box on the level page, in pixels, to one on the page as it came, in units of BOX_GRID.
    """

    place: Place
    parts: list[str] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    length: int = 0
    sure: float = 0.0
    letters: int = 0

    def add(self, cells: Sequence[Sequence[Cell]], *, divider: str) -> None:
        """Append one line, its cells divided by tabs, and before it what divides it from the last one.

        Args:
            cells: Each as its lines, which mostly is one.
            divider: What divides it.
        """
        for lines in cells:
            for cell in lines:
                text = cell.page.text
                if not text.strip():
                    continue
                if self.parts:
                    self._append(divider)
                self.boxes.extend(self._moved(cell))
                self.sure += cell.page.confidence * len(text)
                self.letters += len(text)
                self._append(text)
                divider = " "
            divider = "\t" if divider == " " else divider

    def page(self, number: int) -> Page:
        """Return the page; its confidence is the mean over its characters."""
        confidence = round(self.sure / self.letters, 4) if self.letters else 0.0
        return Page(number, "".join(self.parts), origin=Origin.OCR, confidence=confidence, boxes=tuple(self.boxes))

    def _append(self, part: str) -> None:
        self.parts.append(part)
        self.length += len(part)

    def _moved(self, cell: Cell) -> Iterator[Box]:
        """Yield the boxes of the words of a cell as boxes of the page, and their places in its text."""
        across, down = cell.width / BOX_GRID, cell.height / BOX_GRID
        for box in cell.page.boxes:
            place = self.place(
                cell.left + box.left * across, cell.top + box.top * down, cell.left + box.right * across, cell.top + box.bottom * down
            )
            yield Box(self.length + box.start, self.length + box.end, *place, box.confidence)


def dividers(lines: Sequence[Line]) -> Iterator[str]:
    """Yield what stands before each line: an empty line where the gap to the one above is clearly wider than usual, or there is none."""
    gaps = [below.top - above.top for above, below in pairwise(lines)]
    usual = float(np.median(gaps)) if gaps else 0.0
    yield from ["\n\n"] * bool(lines)
    yield from ("\n\n" if gap > _BLOCK_GAP * usual else "\n" for gap in gaps)


def is_rightward(texts: Sequence[str]) -> bool:
    """Tell whether most letters are of a script that runs from left to right."""
    balance = 0
    for text in texts:
        balance += sum(-1 if "\u0590" <= letter <= "\u08ff" else 1 for letter in text if letter.isalpha())
    return balance > 0
