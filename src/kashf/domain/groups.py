"""Things put into groups that only grow (union-find)."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """Disjoint groups; whatever was never joined is a group of its own.

    Example:
        >>> groups = Groups[str]()
        >>> groups.join("a", "b"), groups.join("b", "c"), groups.find("c"), groups.find("d")
        ('a', 'a', 'a', 'd')
    """

    def __init__(self) -> None:
        """Begin with every thing by itself."""
        self._above: dict[T, T] = {}

    def find(self, item: T) -> T:
        """Return the one that stands for the group of `item`."""
        above = self._above
        top = item
        while (over := above.get(top, top)) != top:
            top = over
        while (over := above.get(item, item)) != top:
            above[item] = top
            item = over
        return top

    def join(self, left: T, right: T) -> T:
        """Put the groups of two into one, and return the one that stands for it: that of `left`."""
        first, second = self.find(left), self.find(right)
        if first != second:
            self._above[second] = first
        return first
