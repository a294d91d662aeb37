"""Which orders belong together. Those of one operation are one decision: they are moved together and count once, whoever says so or not.

The groups that the table gives are kept. Beside them two coarser ones are forced, and the largest p decides: orders about one place within
30 days, and orders about one region within a week. Ten orders of three days taken for ten decisions would reject one time in four.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kashf.domain.groups import Groups
from kashf.evidence.precedence.grid import EARTH_KM, Days, Points

#: Days from the first order of a group to its last, when orders about one place are taken together.
PLACE_DAYS: Final = 30
#: The same for one region, and how far apart places of one region may be.
REGION_DAYS: Final = 7
REGION_KM: Final = 100.0

Labels = NDArray[np.int64]


def given_groups(names: Sequence[str]) -> Labels:
    """Return a number for each order, equal for those of one name; an empty name is a group of its own.

    >>> given_groups(["a", "", "a", ""]).tolist()
    [0, 1, 0, 2]
    """
    seen: dict[object, int] = {}
    return np.array([seen.setdefault(name or place, len(seen)) for place, name in enumerate(names)], dtype=np.int64)


def by_place(labels: Labels, points: Points, days: Days, *, radius_km: float) -> Labels:
    """Return groups in which those given are joined where orders are about one place within 30 days."""
    return _joined(labels, points, days, km=radius_km, within=PLACE_DAYS)


def by_region(labels: Labels, points: Points, days: Days) -> Labels:
    """Return groups in which those given are joined where orders are about one region within a week."""
    return _joined(labels, points, days, km=REGION_KM, within=REGION_DAYS - 1)


def _joined(labels: Labels, points: Points, days: Days, *, km: float, within: int) -> Labels:
    """Join orders no farther and no longer apart than this; time runs from the first of a bundle, so that a long campaign is not one."""
    joined = Groups[int]()
    near = np.cos(km / EARTH_KM) - 1e-12
    order = np.argsort(days, kind="stable")
    directions, sorted_days = points.directions()[order], days[order]
    is_free = np.ones(len(order), dtype=np.bool_)
    for first in range(len(order)):
        if is_free[first]:
            end = int(np.searchsorted(sorted_days, sorted_days[first] + within, side="right"))
            bundle = first + np.flatnonzero(is_free[first:end] & (directions[first:end] @ directions[first] >= near))
            is_free[bundle] = False
            for place in bundle:
                joined.join(int(labels[order[first]]), int(labels[order[place]]))
    return np.array([joined.find(int(label)) for label in labels], dtype=np.int64)


def groupings(names: Sequence[str], points: Points, days: Days, *, radius_km: float) -> dict[str, Labels]:
    """Return every grouping under which the test is run, by name: "given", "place", "region"."""
    labels = given_groups(names)
    return {"given": labels, "place": by_place(labels, points, days, radius_km=radius_km), "region": by_region(labels, points, days)}
