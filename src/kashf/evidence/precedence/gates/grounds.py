"""The ground that orders stand on under one radius: tables of their sites and the hazard there, also without the window's first day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kashf.evidence.precedence.gates.event_days import at_worst
from kashf.evidence.precedence.gates.hazard import Hazard, hazard_of
from kashf.evidence.precedence.grid import Points
from kashf.evidence.precedence.rows.inputs import Events
from kashf.evidence.precedence.tables import Setup, SiteTables, joined, site_tables, with_window


@dataclass(frozen=True, slots=True)
class Standing:
    """Tables and hazard for one window.

    Args:
        tables: With doubtful days of events at their worst.
        hazard: Of the same.
    """

    tables: SiteTables
    hazard: Hazard


@dataclass(frozen=True, slots=True)
class Ground:
    """What orders are held against under one radius.

    Args:
        plain: Tables with every event on the day in the middle of what is admissible.
        whole: For the window of the test.
        later: For the window without its first day; None where it has only one.
    """

    plain: SiteTables
    whole: Standing
    later: Standing | None


def ground_of(sites: Points, candidates: Sequence[NDArray[np.int64]], events: Events, setup: Setup) -> Ground:
    """Return the ground of some sites.

    Args:
        sites: Every place that an order may be about.
        candidates: The sites of each row; a row is an order's place.
        events: The catalogue.
        setup: The choices.
    """
    spots = np.unique(np.stack((events.points.lat, events.points.lon), axis=1), axis=0)
    places = Points(spots[:, 0], spots[:, 1])
    plain, controls = (site_tables(each, events.points, events.days, span=events.span, setup=setup) for each in (sites, places))

    def standing(window: tuple[int, int]) -> Standing:
        here, there = (
            at_worst(tables if window == setup.window else with_window(tables, window), points, events, setup=setup, window=window)
            for tables, points in ((plain, sites), (controls, places))
        )
        hazard = hazard_of(sites, here, places, there, radius_km=setup.radius_km, candidates=candidates)
        return Standing(joined(here, candidates), hazard)

    first, last = setup.window
    return Ground(joined(plain, candidates), standing(setup.window), standing((first + 1, last)) if first < last else None)
