"""Places on the map by the military grid (MGRS): 37S DA 12345 67890.

Sources: NGA.STND.0037 (2014), the grid and its letters; C. F. F. Karney, "Transverse Mercator with an accuracy of a few nanometers"
(2011), eq. 36, with the series of Krüger to the third power of n: better than a millimetre within a zone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import asin, atan2, cos, cosh, degrees, sin, sinh
from typing import Final

_GRID: Final = re.compile(
    r"(?<![\w.+-])(?P<zone>0?[1-9]|[1-5]\d|60) ?(?P<band>[C-HJ-NP-X]) ?(?P<column>[A-HJ-NP-Z])(?P<row>[A-HJ-NP-V]) ?"
    r"(?:(?P<east>\d{3,5}) (?P<north>\d{3,5})|(?P<both>\d{6}|\d{8}|\d{10}))(?![\w]|\.\d)"
)
_BANDS: Final = "CDEFGHJKLMNPQRSTUVWX"
_ROWS: Final = "ABCDEFGHJKLMNPQRSTUV"
_COLUMNS: Final = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
_SQUARE, _CYCLE, _SOUTH = 100_000, 2_000_000, 10_000_000
#: A band has eight degrees, the northernmost twelve; rows that it shares with its neighbours reach a little further.
_BAND_DEGREES, _LAST_DEGREES, _SLACK = 8, 12, 1
#: WGS 84: semi-major axis and third flattening; UTM: scale on the central meridian, false easting.
_A, _N = 6378137.0, 0.0016792203863837205
_SCALE, _FALSE_EAST = 0.9996, 500_000
_RADIUS: Final = _A / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_BETA: Final = (_N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96, _N**2 / 48 + _N**3 / 15, 17 * _N**3 / 480)
_DELTA: Final = (2 * _N - 2 * _N**2 / 3 - 2 * _N**3, 7 * _N**2 / 3 - 8 * _N**3 / 5, 56 * _N**3 / 15)

Span = tuple[int, int]


def grid_references(text: str) -> Iterator[Span]:
    """Yield the places of grid references in a plain text, in order.

    Example:
        >>> list(grid_references("at 37S DA 12345 67890 we"))
        [(3, 21)]
    """
    for found in _GRID.finditer(text):
        if _place(found):
            yield found.span()


def grid_place(text: str) -> tuple[float, float] | None:
    """Return latitude and longitude in degrees of the middle of the square that a plain text names; None where it names none.

    Example:
        >>> [round(side, 4) for side in grid_place("37S CA 32269 07977") or ()]
        [36.2021, 37.1343]
    """
    found = _GRID.fullmatch(text.strip())
    return _place(found) if found else None


def _place(found: re.Match[str]) -> tuple[float, float] | None:
    zone, both = int(found["zone"]), found["both"] or ""
    east, north = (both[: len(both) // 2], both[len(both) // 2 :]) if both else (found["east"], found["north"])
    column = _COLUMNS[(zone - 1) % 3].find(found["column"])
    if column < 0 or len(east) != len(north):
        return None
    side = 10 ** (5 - len(east))
    easting = (column + 1) * _SQUARE + (int(east) + 0.5) * side
    row = (_ROWS.index(found["row"]) - 5 * (zone % 2 == 0)) % len(_ROWS)
    northing = row * _SQUARE + (int(north) + 0.5) * side
    band = _BANDS.index(found["band"])
    lowest = -80 + _BAND_DEGREES * band
    highest = lowest + (_LAST_DEGREES if found["band"] == "X" else _BAND_DEGREES)
    for cycle in range(_SOUTH // _CYCLE):
        latitude, longitude = _degrees(easting, northing + cycle * _CYCLE - (0 if lowest >= 0 else _SOUTH), zone)
        if lowest - _SLACK <= latitude <= highest + _SLACK:
            return latitude, longitude
    return None


def _degrees(easting: float, northing: float, zone: int) -> tuple[float, float]:
    """Return latitude and longitude of a place in a zone of the transverse Mercator projection."""
    xi, eta = northing / (_SCALE * _RADIUS), (easting - _FALSE_EAST) / (_SCALE * _RADIUS)
    xi_0 = xi - sum(beta * sin(2 * j * xi) * cosh(2 * j * eta) for j, beta in enumerate(_BETA, 1))
    eta_0 = eta - sum(beta * cos(2 * j * xi) * sinh(2 * j * eta) for j, beta in enumerate(_BETA, 1))
    chi = asin(sin(xi_0) / cosh(eta_0))
    latitude = chi + sum(delta * sin(2 * j * chi) for j, delta in enumerate(_DELTA, 1))
    return degrees(latitude), 6 * zone - 183 + degrees(atan2(sinh(eta_0), cos(xi_0)))
