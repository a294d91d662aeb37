"""Events whose day is not known: what surely follows a day, and what possibly does.

An event may have been on any day from its earliest to its latest. For an order itself only what surely follows counts; for the dates that
it is compared with, what possibly follows; and before an order what possibly precedes. So a doubt on the catalogue's side never helps.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from kashf.evidence.precedence.grid import EARTH_KM, Days, Flags, Points, hits
from kashf.evidence.precedence.rows.inputs import Events
from kashf.evidence.precedence.tables import Setup, SiteTables


def at_worst(tables: SiteTables, sites: Points, events: Events, *, setup: Setup, window: tuple[int, int]) -> SiteTables:
    """Return the tables with doubtful days of events at their worst; the same object where every day is known.

    Args:
        tables: With every event on the day in the middle.
        sites: Those of the tables.
        events: The catalogue.
        setup: The choices.
        window: First and last day after an order.
    """
    if events.doubt is None:
        return tables
    earliest, latest = events.doubt
    near = sites.directions() @ events.points.directions().T >= np.cos(setup.radius_km / EARTH_KM) - 1e-12
    possible, surely = np.zeros_like(tables.began), np.zeros_like(tables.began)
    for site, here in enumerate(near):
        possible[site], surely[site] = _of_site(earliest[here], latest[here], span=events.span, quiet=setup.onset, window=window)
    first, last = window
    return replace(tables, after=hits(possible, window), own=surely, before=hits(possible, (-last, -first)))


def _of_site(earliest: Days, latest: Days, *, span: int, quiet: int, window: tuple[int, int]) -> tuple[Flags, Flags]:
    """Return on which days something possibly began, and after which days something surely did, each of shape (span,)."""
    covered = np.zeros(span + 1, dtype=np.int64)
    np.add.at(covered, earliest, 1)
    np.add.at(covered, np.minimum(latest + 1, span), -1)
    may_be = np.cumsum(covered[:span]) > 0
    # soonest[a]: by which day an event that is not before a has surely been; later than the catalogue where there is none.
    soonest = np.full(span + 1, span, dtype=np.int64)
    np.minimum.at(soonest, earliest, latest)
    soonest = np.minimum.accumulate(soonest[::-1])[::-1]
    days = np.arange(span)
    began = may_be & (days >= quiet) & (soonest[np.maximum(days - quiet, 0)] >= days)
    return began, _surely_after(may_be, soonest, quiet=quiet, window=window)


def _surely_after(may_be: Flags, soonest: Days, *, quiet: int, window: tuple[int, int]) -> Flags:
    """Return the days after which a window surely holds an onset: an event surely in it, and possibly none just before the first of it."""
    span = len(may_be)
    days = np.arange(span)
    first, last = np.minimum(days + window[0], span), np.minimum(days + window[1], span - 1)
    next_day = np.append(np.where(may_be, days, span), span)
    next_day = np.minimum.accumulate(next_day[::-1])[::-1]
    begins = next_day[first]
    total = np.append(0, np.cumsum(may_be))
    quiet_before = total[first] == total[np.clip(begins - quiet, 0, first)]
    found: Flags = (soonest[first] <= last) & (begins >= quiet) & quiet_before
    return found
