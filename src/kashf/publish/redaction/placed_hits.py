"""From words of a text to where they stand on the image of its page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kashf.domain.document import Box
from kashf.domain.pages.regions import Region


@dataclass(frozen=True, slots=True)
class TextLayer:
    """One reading of a page.

    Attributes:
        text: Of the whole page.
        boxes: Where its letters, words or lines stand, in the order of the text.
    """

    text: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class PlacedHit:
    """Words that are to be covered, on one line.

    Attributes:
        region: Where.
        text: What stands there, of one reading; it goes nowhere.
        is_line: Whether the reading knows the place of the whole line alone.
    """

    region: Region
    text: str
    is_line: bool = False


def placed_hits(layer: TextLayer, spans: Iterable[tuple[int, int]]) -> tuple[PlacedHit, ...]:
    """Return where stretches of a text stand: one place for each line that a stretch reaches into; none for one without a box.

    Example:
        >>> layer = TextLayer("to Yusuf", (Box(0, 2, 0, 0, 100, 50), Box(3, 8, 200, 0, 500, 50)))
        >>> [hit.region for hit in placed_hits(layer, [(3, 8)])]
        [Region(left=200, top=0, right=500, bottom=50)]
    """
    found = []
    for start, end in spans:
        touched = [box for box in layer.boxes if box.start < end and start < box.end and box.left < box.right and box.top < box.bottom]
        for line in _by_line(touched):
            is_line = any(" " in layer.text[box.start : box.end].strip() for box in line)
            found.append(PlacedHit(_around(line), layer.text[start:end], is_line))
    return tuple(found)


def _by_line(boxes: Sequence[Box]) -> list[list[Box]]:
    lines: list[list[Box]] = []
    for box in sorted(boxes, key=lambda each: each.top + each.bottom):
        last = lines[-1][-1] if lines else None
        if last and box.top <= (last.top + last.bottom) / 2 <= box.bottom:
            lines[-1].append(box)
        else:
            lines.append([box])
    return lines


def _around(boxes: Sequence[Box]) -> Region:
    return Region(
        min(box.left for box in boxes), min(box.top for box in boxes), max(box.right for box in boxes), max(box.bottom for box in boxes)
    )
