"""How often two names stand together and apart, and what many such tests make of one chance."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kashf.errors import UsageError


@dataclass(frozen=True, slots=True)
class ContingencyTable:
    """How often two names occur.

    Args:
        documents: All of them, N.
        first: Documents with the first name, a.
        second: Documents with the second name, b.
        both: Documents with both, k.
    """

    documents: int
    first: int
    second: int
    both: int

    def check(self) -> None:
        """Check that the numbers can be those of two sets.

        Raises:
            UsageError: They cannot.
        """
        least = max(0, self.first + self.second - self.documents)
        if not 0 <= least <= self.both <= min(self.first, self.second) or max(self.first, self.second) > self.documents:
            raise UsageError("two names cannot occur so: one count is greater than what it is part of")


def g_squared(table: ContingencyTable) -> float:
    """Return Dunning's log-likelihood ratio of the two-by-two table, at least 0; large for far from accident, either way.

    G2 = 2 sum O ln(O / E) over the four cells. Source: Dunning 1993, Computational Linguistics 19(1).

    Raises:
        UsageError: The counts contradict one another.
    """
    table.check()
    n, a, b, k = table.documents, table.first, table.second, table.both
    cells = ((k, a, b), (a - k, a, n - b), (b - k, n - a, b), (n - a - b + k, n - a, n - b))
    return 2 * math.fsum(seen * math.log(seen * n / (row * column)) for seen, row, column in cells if seen)


def benjamini_hochberg(chances: Sequence[float]) -> tuple[float, ...]:
    """Return the adjusted chance of each of many tests, in the same order: the least level at which it is a discovery.

    All tests belong to it that could have been listed: where the outcome decides which are, the others count all the same. Source:
    Benjamini and Hochberg 1995, the step-up procedure as adjusted p-values.

    >>> benjamini_hochberg([0.01, 0.04, 0.03])
    (0.03, 0.04, 0.04)
    """
    order = sorted(range(len(chances)), key=lambda place: -chances[place])
    adjusted = [1.0] * len(chances)
    least = 1.0
    for rank, place in zip(range(len(chances), 0, -1), order, strict=True):
        least = min(least, chances[place] * len(chances) / rank)
        adjusted[place] = least
    return tuple(adjusted)
