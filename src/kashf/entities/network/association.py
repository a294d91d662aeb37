"""Whether two names stand in the same documents more often than by accident.

The null model: the b documents of the second name are drawn at random from all N, of which a have the first. Documents are counted without
copies, since a copy is not a second witness, and what a form prints on every sheet is no mention of anybody.
"""

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


def expected(table: ContingencyTable) -> float:
    """Return in how many documents both would stand by accident: a b / N."""
    return table.first * table.second / table.documents if table.documents else 0.0


def lift(table: ContingencyTable) -> float:
    """Return how many times more often than by accident both stand together; 0 when one of them stands nowhere."""
    chance = expected(table)
    return table.both / chance if chance else 0.0


def chance_of_accident(table: ContingencyTable) -> float:
    """Return P(X >= k) for X hypergeometric(N, a, b), in [0..1]: how likely as many common documents are by accident.

    Raises:
        UsageError: The counts contradict one another.

    >>> round(chance_of_accident(ContingencyTable(20, 5, 5, 4)), 8)
    0.00490196
    """
    table.check()
    if table.both <= max(0, table.first + table.second - table.documents):
        return 1.0
    total = _log_choose(table.documents, table.second)
    logs = [
        _log_choose(table.first, both) + _log_choose(table.documents - table.first, table.second - both) - total
        for both in range(table.both, min(table.first, table.second) + 1)
    ]
    greatest = max(logs)
    return min(1.0, math.exp(greatest) * math.fsum(math.exp(log - greatest) for log in logs))


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


def false_discovery_rates(chances: Sequence[float]) -> tuple[float, ...]:
    """Return for each of many tests the least rate of false discoveries at which it would be one, in the same order.

    Source: Benjamini and Hochberg 1995, the step-up procedure as adjusted p-values.

    >>> false_discovery_rates([0.01, 0.04, 0.03])
    (0.03, 0.04, 0.04)
    """
    order = sorted(range(len(chances)), key=lambda place: -chances[place])
    rates = [1.0] * len(chances)
    least = 1.0
    for rank, place in zip(range(len(chances), 0, -1), order, strict=True):
        least = min(least, chances[place] * len(chances) / rank)
        rates[place] = least
    return tuple(rates)


def _log_choose(of: int, count: int) -> float:
    return math.lgamma(of + 1) - math.lgamma(count + 1) - math.lgamma(of - count + 1)
