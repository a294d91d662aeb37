"""Where a line or a box of a form stands on the image of a page, in units of `BOX_GRID`: it is read there by people, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from kashf.domain.document import BOX_GRID, Box
from kashf.domain.ids import Json

#: Share of the larger of two regions above which they are one line, drawn twice by hand.
_SAME = 0.5


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """A rectangle on a page, in units of 1/10,000 of its width and height, from the top left.

    Raises:
        ValueError: It is empty, or reaches beyond the page.
    """

    left: int
    top: int
    right: int
    bottom: int

    def __post_init__(self) -> None:
        if not (0 <= self.left < self.right <= BOX_GRID and 0 <= self.top < self.bottom <= BOX_GRID):
            raise ValueError(f"no region of a page: {self.left}, {self.top}, {self.right}, {self.bottom}")

    @classmethod
    def from_json(cls, value: Json) -> Self:
        """Return the region that `as_json` wrote.

        Raises:
            ValueError, TypeError: It is none.

        >>> Region.from_json([1, 2, 3, 4]).as_json()
        [1, 2, 3, 4]
        """
        if not isinstance(value, list | tuple) or len(value) != 4 or any(type(side) is not int for side in value):
            raise TypeError("a region is four whole numbers")
        return cls(*value)

    @property
    def area(self) -> int:
        """In square units."""
        return (self.right - self.left) * (self.bottom - self.top)

    @property
    def middle(self) -> tuple[float, float]:
        """The point in its middle: from the left, from the top."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def as_json(self) -> list[Json]:
        """Return it as an entry of the ledger keeps it: left, top, right, bottom."""
        return [self.left, self.top, self.right, self.bottom]

    def holds(self, across: float, down: float) -> bool:
        """Return whether a point lies in it."""
        return self.left <= across <= self.right and self.top <= down <= self.bottom

    def shared(self, other: Region) -> int:
        """Return the area of what two regions have in common."""
        if self.bottom <= other.top or other.bottom <= self.top:  # most pairs of lines on a page, and there are very many pairs
            return 0
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0, across) * max(0, down)

    def is_same_line(self, other: Region) -> bool:
        """Return whether two regions, drawn by two hands or found by two programs, are of one line.

        >>> (
        ...     Region(0, 0, 9000, 400).is_same_line(Region(200, 40, 9100, 430)),
        ...     Region(0, 0, 9000, 400).is_same_line(Region(0, 400, 9000, 800)),
        ... )
        (True, False)
        """
        shared = self.shared(other)
        return shared > 0 and shared > _SAME * max(self.area, other.area)

    def lies_in(self, other: Region) -> bool:
        """Return whether most of it lies in another one."""
        shared = self.shared(other)
        return shared > 0 and shared > _SAME * self.area


#: All of a page.
WHOLE_PAGE = Region(0, 0, BOX_GRID, BOX_GRID)


def region_around(boxes: Iterable[Box]) -> Region | None:
    """Return the smallest region that holds some boxes; None of boxes without any extent."""
    some: Sequence[Box] = tuple(boxes)
    sides = (
        min((box.left for box in some), default=0),
        min((box.top for box in some), default=0),
        max((box.right for box in some), default=0),
        max((box.bottom for box in some), default=0),
    )
    return Region(*sides) if sides[0] < sides[2] and sides[1] < sides[3] else None
