"""The lines of a page that may be stamps: short, apart from running text, in cells where a form has columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

#: Longer lines are sentences.
_LONGEST: Final = 120
#: Cells of a line; more are the columns of a table.
_MOST_CELLS: Final = 3
_CELL: Final = re.compile(r"[^\s|│].*?(?=\s*(?:\t|[ \u00a0]{3,}|[|│]|$))")
_LISTED: Final = re.compile(r"\s*(?:[-–—•▪◦*·►]|[(\[]?\d{1,2}\s?[.)\]\-–:]\s)")
_SENTENCE_END: Final = re.compile(r"[.؟?!:؛;]\W*\Z")


@dataclass(frozen=True, slots=True)
class StampCell:
    """What stands in one column of a line.

    Args:
        start: First code point of the page's text.
        end: One past the last.
        text: What stands there.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class StampLine:
    """A line that may be a stamp.

    Args:
        place: Its place among the lines that are not empty, from 0.
        cells: What stands in it, one for each column.
        words_before: Words without digits of the line right above, where that ends no sentence: this line may go on with it.
        is_listed: Whether it is one thing of a list.
    """

    place: int
    cells: tuple[StampCell, ...]
    words_before: int
    is_listed: bool


def stamp_lines(text: str) -> tuple[StampLine, ...]:
    r"""Return the short lines of a page, without the columns of tables.

    >>> [[cell.text for cell in line.cells] for line in stamp_lines("No: 12     In: 34\n" + "a b c d e f " * 20)]
    [['No: 12', 'In: 34']]
    """
    return tuple(_stamp_lines(text))


def _stamp_lines(text: str) -> Iterator[StampLine]:
    before, start, place = "", 0, -1
    for line in text.split("\n"):
        is_empty = not line.strip()
        place += not is_empty
        if not is_empty and len(line) <= _LONGEST:
            cells = tuple(StampCell(start + found.start(), start + found.end(), found[0]) for found in _CELL.finditer(line))
            if 0 < len(cells) <= _MOST_CELLS:
                yield StampLine(place, cells, _words_open(before), _LISTED.match(line) is not None)
        before = line
        start += len(line) + 1


def _words_open(line: str) -> int:
    """Return how many words without digits a line has that ends no sentence; 0 for one that does."""
    said = line.strip()
    return 0 if _SENTENCE_END.search(said) else sum(not any(map(str.isdigit, word)) for word in said.split())


def after(lines: Sequence[StampLine], index: int, most: int) -> Iterator[StampLine]:
    """Yield the lines behind one, no more than so many, while no line between them was passed over as too long."""
    for one, following in zip(lines[index:], lines[index + 1 : index + 1 + most], strict=False):
        if following.place != one.place + 1:
            return
        yield following
