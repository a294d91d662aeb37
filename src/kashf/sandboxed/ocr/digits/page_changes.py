"""What words of a page are read as instead, and the page with that in their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kashf.domain.document import Box, Page


@dataclass(frozen=True, slots=True)
class PageChange:
    """What some words of a page, one behind the other, are read as together.

    Args:
        start: Where the first of them begins in the text of the page.
        end: Where the last ends.
        text: What stands there then, as one word.
        place: Its left, top, right and bottom on the page, in units of BOX_GRID.
        likelihood: Of what is read, in [0..1].
    """

    start: int
    end: int
    text: str
    place: tuple[int, int, int, int]
    likelihood: float


def changed_page(page: Page, changes: Sequence[PageChange]) -> Page:
    """Return the page with changes in place of the words that they are of; no two changes are of the same word."""
    by_start = {change.start: change for change in changes}
    parts, boxes, position, length = list[str](), list[Box](), 0, 0
    for box in page.boxes:
        if box.start < position:  # a word that was changed with the one before it
            continue
        between = page.text[position : box.start]
        change = by_start.get(box.start)
        new = change.text if change else page.text[box.start : box.end]
        start = length + len(between)
        moved = replace(box, start=start, end=start + len(new))
        if change:
            left, top, right, bottom = change.place
            moved = replace(moved, left=left, top=top, right=right, bottom=bottom, confidence=change.likelihood)
        parts += [between, new]
        boxes.append(moved)
        length, position = start + len(new), change.end if change else box.end
    return replace(page, text="".join(parts) + page.text[position:], boxes=tuple(boxes), marks=())
