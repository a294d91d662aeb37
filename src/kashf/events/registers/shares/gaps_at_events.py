"""Whether numbers are missing where something happened: a source that selects can make orders precede events.

Missing numbers are spread over the days between the dated letters around them. Which share of them lies within a week of an event is held
against the same share of the letters that are here, and that difference against what it would be had all events happened so many days
later, round the whole span of the registers (circular shifts: how events follow one another stays as it is). Nothing is said where the
weeks around events cover nearly all days, or too few numbers are missing or here.

Source: circular shifts of point processes, Lotwick and Silverman 1982, JRSS B 44.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, pairwise
from typing import Final

from kashf.events.registers.number_order import DatedNumber

#: Days before and behind an event that are near it.
NEAR: Final = 7
#: Numbers missing and here below which nothing is said, and the share of days near events above which nothing is.
_FEWEST, _MOST_COVERED = 20, 0.7
#: Shifts that are tried, and days of registers that are looked at.
_SHIFTS, _MOST_DAYS = 999, 40_000


class GapsChecked(StrEnum):
    """Whether gaps were held against events."""

    CHECKED = "checked"
    NO_EVENTS = "no-events"
    TOO_FEW = "too-few"
    COVERED = "covered"


@dataclass(frozen=True, slots=True)
class GapsAtEvents:
    """How many numbers are missing near events, beside those that are here.

    Args:
        checked: Whether that can be said.
        events: Events with a day in the span of the registers.
        missing: Numbers that are missing between dated letters.
        missing_near: Share of these near an event, in [0..1].
        here_near: Share of the letters that are here.
        chance: In which share of shifts the difference is as large or larger.
    """

    checked: GapsChecked
    events: int = 0
    missing: int = 0
    missing_near: float = 0.0
    here_near: float = 0.0
    chance: float = 1.0


def gaps_at_events(chains: Iterable[Sequence[DatedNumber]], days: Iterable[dt.date]) -> GapsAtEvents:
    """Return how many numbers of some series are missing near events.

    Args:
        chains: Of each series the dated numbers in order.
        days: Of events.
    """
    chains = [chain for chain in chains if len(chain) > 1]
    if not chains:
        return GapsAtEvents(GapsChecked.TOO_FEW)
    first, last = min(chain[0].day for chain in chains), max(chain[-1].day for chain in chains)
    length = min((last - first).days + 1, _MOST_DAYS)
    events = sorted({(day - first).days for day in days if 0 <= (day - first).days < length})
    if not events:
        return GapsAtEvents(GapsChecked.NO_EVENTS)
    missing, here = [0.0] * length, [0.0] * length
    for chain in chains:
        for below, above in pairwise(chain):
            numbers = max(0, above.serial - below.serial - 1)
            start, end = (below.day - first).days, (above.day - first).days
            for at in range(start, min(end + 1, length)) if numbers else ():
                missing[at] += numbers / (end - start + 1)
        for each in chain:
            if (at := (each.day - first).days) < length:
                here[at] += 1
    stretches = _stretches(events, length)
    if min(sum(missing), sum(here)) < _FEWEST:
        return GapsAtEvents(GapsChecked.TOO_FEW, len(events), round(sum(missing)))
    if sum(end - start for start, end in stretches) > _MOST_COVERED * length:
        return GapsAtEvents(GapsChecked.COVERED, len(events), round(sum(missing)))
    shares = _Shares(missing), _Shares(here)
    near = [each.within(stretches, 0) for each in shares]
    step = max(1, length // _SHIFTS)
    shifts = range(step, length, step)
    larger = sum(shares[0].within(stretches, shift) - shares[1].within(stretches, shift) >= near[0] - near[1] - 1e-12 for shift in shifts)
    return GapsAtEvents(GapsChecked.CHECKED, len(events), round(sum(missing)), near[0], near[1], (1 + larger) / (1 + len(shifts)))


class _Shares:
    """Counts of days, of which the share within stretches is asked for."""

    def __init__(self, counts: Sequence[float]) -> None:
        self.length = len(counts)
        self._until = (0.0, *accumulate((*counts, *counts)))
        self._whole = self._until[self.length]

    def within(self, stretches: Sequence[tuple[int, int]], shift: int) -> float:
        """Return the share within stretches that are moved on by some days, round to the first day behind the last."""
        return sum(self._until[end + shift] - self._until[start + shift] for start, end in stretches) / self._whole


def _stretches(events: Sequence[int], length: int) -> list[tuple[int, int]]:
    """Return the days near events, from and up to, those that touch one another joined."""
    found: list[tuple[int, int]] = []
    for day in events:
        start, end = max(0, day - NEAR), min(length, day + NEAR + 1)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
