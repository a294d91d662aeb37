"""Editions of a template that is known from scans alone, of which each misses labels of its own: what enough of those alike have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

#: Share of the fields read on a scan that an edition must ask, for the scan to be of it.
_OF_IT: Final = 0.75
#: Share of an edition's scans on which a label was read, from which on the edition asks it: a label is missed on most at worst.
_READ: Final = 0.25
#: Scans of which each may have a label that no other has.
SCANS_OF_WHICH_EACH_COUNTS: Final = 3


@dataclass(slots=True)
class _Alike:
    """Scans that ask nearly the same.

    Args:
        records: How many.
        counts: On how many each field was read.
        orders: The fields of each set in their order, with how often.
    """

    records: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    orders: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def add(self, order: tuple[str, ...], records: int) -> None:
        self.records += records
        self.orders[order] += records
        for key in order:
            self.counts[key] += records

    def asked(self) -> frozenset[str]:
        least = max(1 if self.records <= SCANS_OF_WHICH_EACH_COUNTS else 2, _READ * self.records)
        return frozenset(key for key, count in self.counts.items() if count >= least)


def scanned_editions(orders: Mapping[tuple[str, ...], int], known: Iterable[frozenset[str]], *, least: float) -> list[tuple[str, ...]]:
    """Return what editions ask of which there are scans, each in order, the one with the most scans first.

    Args:
        orders: The fields that were read on scans, in their order, with how often.
        known: Editions that are known already.
        least: Scans of an edition at least.

    Example:
        >>> scanned_editions({tuple("abde"): 1, tuple("acde"): 1, tuple("bcde"): 1}, (), least=3)
        [('a', 'b', 'c', 'd', 'e')]
    """
    groups: list[_Alike] = []
    for order, records in sorted(orders.items(), key=lambda each: (-len(each[0]), -each[1], each[0])):
        asked = frozenset(order)
        if any(_is_of(asked, edition) for edition in known):
            continue
        home = max((each for each in groups if _is_of(asked, each.asked())), key=lambda each: len(asked & each.asked()), default=None)
        if home is None:
            groups.append(home := _Alike())
        home.add(order, records)
    enough = sorted((each for each in groups if each.records >= least), key=lambda each: (-each.records, sorted(each.counts)))
    return [tuple(_in_order(each)) for each in enough if each.asked()]


def _is_of(asked: frozenset[str], edition: frozenset[str]) -> bool:
    return len(asked & edition) >= _OF_IT * len(asked)


def _in_order(group: _Alike) -> Sequence[str]:
    """Return what an edition asks in the order in which most of its scans have each two of its fields."""
    before = Counter[tuple[str, str]]()
    for order, records in group.orders.items():
        for pair in combinations(order, 2):
            before[pair] += records
    asked = sorted(group.asked())
    wins = Counter({one: sum(before[one, other] > before[other, one] for other in asked) for one in asked})
    return sorted(asked, key=lambda key: (-wins[key], key))
