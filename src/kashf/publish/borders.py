"""Borders and coasts as lines of degrees, out of the TopoJSON of countries that comes with kashf (Natural Earth, public domain)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

#: A point: longitude and latitude in degrees.
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Window:
    """What a map shows, in degrees; it does not go over the date line."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, longitudes: list[float], latitudes: list[float]) -> bool:
        """Return whether a line may be seen in it."""
        is_beside = max(longitudes) < self.west or min(longitudes) > self.east
        return not (is_beside or max(latitudes) < self.south or min(latitudes) > self.north)


def border_lines(topology: bytes, window: Window) -> Iterator[list[Point]]:
    """Yield the borders and coasts that may be seen in a window, each once.

    Args:
        topology: Quantised TopoJSON. Source: The TopoJSON Format Specification 1.0, section 2.1.2 (transform, delta-encoded arcs).
        window: What is shown.
    """
    told = json.loads(topology)
    (wide, high), (west, south) = told["transform"]["scale"], told["transform"]["translate"]
    for arc in told["arcs"]:
        across, up = (list(accumulate(steps)) for steps in zip(*arc, strict=True))
        corners = [[min(across) * wide + west, max(across) * wide + west], [min(up) * high + south, max(up) * high + south]]
        if window.meets(*corners):
            yield [(x * wide + west, y * high + south) for x, y in zip(across, up, strict=True)]
