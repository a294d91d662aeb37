"""Places that do not overlap: of several that do, the better are kept."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any, Protocol, TypeVar


class Spanned(Protocol):
    """Anything with a place."""

    @property
    def start(self) -> int:
        """First code point, or first word."""
        ...

    @property
    def end(self) -> int:
        """One past the last."""
        ...


T = TypeVar("T", bound=Spanned)


class SpanSet:
    """Places that do not overlap.

    Example:
        >>> taken = SpanSet([(0, 3)])
        >>> taken.is_free(2, 5), taken.add(3, 5), taken.add(4, 6)
        (False, True, False)
    """

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        """Take places in any order; of those that overlap the first ones."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in spans:
            self.add(start, end)

    def is_free(self, start: int, end: int) -> bool:
        """Return whether a place overlaps none of these."""
        return self._free_at(start, end) >= 0

    def add(self, start: int, end: int) -> bool:
        """Take a place if it overlaps none of these, and return whether it was taken."""
        place = self._free_at(start, end)
        if place >= 0:
            self._starts.insert(place, start)
            self._ends.insert(place, end)
        return place >= 0

    def _free_at(self, start: int, end: int) -> int:
        """Return where a place comes in order, -1 if it is not free."""
        place = bisect_left(self._starts, start)
        is_free = (place == 0 or self._ends[place - 1] <= start) and (place == len(self._starts) or end <= self._starts[place])
        return place if is_free else -1


def without_overlap(items: Iterable[T], *, best_first: Callable[[T], Any]) -> tuple[T, ...]:
    """Return items of which none overlaps another, in order of their starts.

    Args:
        items: In any order.
        best_first: Sorts them; what comes first stays, and what overlaps it goes.
    """
    taken = SpanSet()
    kept = [item for item in sorted(items, key=best_first) if taken.add(item.start, item.end)]
    return tuple(sorted(kept, key=attrgetter("start")))
