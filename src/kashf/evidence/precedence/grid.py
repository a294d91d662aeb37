"""Where and when something began: events of a catalogue as tables by place and day.

Days are integers from the first day of the catalogue's span, 0, to its last, T - 1. The place of an order is a circle: everything within a
radius of it counts as there. An *onset* is an event with none at the same place in the G days before, so that a long battle is one
beginning and its aftershocks prove nothing. The past of the first G days is unseen, so no onset can be told in them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.int64]
Flags = NDArray[np.bool_]

EARTH_KM = 6371.0088
#: Upper ends, in days since the last event, of the classes within which days are compared: within one class the risk of an onset is alike.
RECENCY_ENDS = (7, 14, 28, 60)


@dataclass(frozen=True, slots=True)
class Points:
    """Places on the earth.

    Args:
        lat: Degrees north, shape (n,).
        lon: Degrees east, shape (n,).
    """

    lat: NDArray[np.float64]
    lon: NDArray[np.float64]

    def directions(self) -> NDArray[np.float64]:
        """Return unit vectors from the centre of the earth, shape (n, 3)."""
        lat, lon = np.radians(self.lat), np.radians(self.lon)
        return np.stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)), axis=1)


def presence(sites: Points, events: Points, days: Days, *, span: int, radius_km: float) -> Flags:
    """Return whether there was any event within the radius of each site on each day, shape (sites, span).

    Args:
        sites: Where orders were about.
        events: Where events were.
        days: When, one for each event, in [0..span-1].
        span: Days of the catalogue, T.
        radius_km: Along the surface, at least 0; at 0 only the very same point is the same place.
    """
    spots, spot_of = np.unique(np.stack((events.lat, events.lon), axis=1), axis=0, return_inverse=True)
    near = sites.directions() @ Points(spots[:, 0], spots[:, 1]).directions().T >= np.cos(radius_km / EARTH_KM) - 1e-12
    there = np.zeros((len(sites.lat), span), dtype=np.bool_)
    spot_of = spot_of.ravel()
    for site, spots_near in enumerate(near):
        there[site, days[spots_near[spot_of]]] = True
    return there


def onsets(there: Flags, *, quiet: int) -> Flags:
    """Return the days on which something began: an event, and none in the `quiet` days before; never in the first `quiet` days."""
    began = there & ~_any_in(there, -quiet, -1) if quiet else there.copy()
    began[:, :quiet] = False
    return began


def hits(began: Flags, window: tuple[int, int]) -> Flags:
    """Return for each day t whether anything begins in [t + window[0], t + window[1]]; what lies outside of the span counts as nothing."""
    return _any_in(began, *window)


def recency(there: Flags) -> NDArray[np.int8]:
    """Return for each day its class by days since the last event, that day included: 0..4, and 5 before the first event."""
    days = np.arange(there.shape[1])
    last = np.maximum.accumulate(np.where(there, days, -1), axis=1)
    classes = np.searchsorted(RECENCY_ENDS, days - last).astype(np.int8)
    classes[last < 0] = len(RECENCY_ENDS) + 1
    return classes


def _any_in(flags: Flags, first: int, last: int) -> Flags:
    """Return for each day t whether any of [t + first, t + last] is set."""
    span = flags.shape[1]
    total = np.zeros((flags.shape[0], span + 1), dtype=np.int32)
    np.cumsum(flags, axis=1, out=total[:, 1:])
    days = np.arange(span)
    low, high = np.clip(days + first, 0, span), np.clip(days + last + 1, 0, span)
    return total[:, high] > total[:, low]
