"""Places of the world that a text may name: where they are, how far they reach and how they are written."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Final

#: Mean radius of the earth. Source: IUGG, 6,371.0088 km.
_EARTH_KM: Final = 6371.0088

#: Places that have an extent of their own: nothing said of them is said of a point.
AREAS: Final = frozenset({"country", "region", "province"})

#: A gazetteer puts a town where its middle is taken to be, which others put up to so many km away; and how many people live on a square km
#: of a town, so that a large one reaches further. Rough by intent: a radius of doubt is not to be too small.
_TOWN_KM: Final = 2.0
_DENSITY: Final = 5000.0


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of a gazetteer.

    Args:
        name: As the gazetteer writes it.
        kind: "country", "region", "province" or "town"; own places of a case may be of other kinds, such as "checkpoint". A country stands
            at its capital, a region or province at its middle.
        country: ISO 3166 code of two letters; empty for what lies in several, and where nobody said.
        latitude: Degrees, north is positive.
        longitude: Degrees, east is positive.
        population: Inhabitants; 0 when not known.
        id: What decisions call it: "geonames:" and its number there, "own:" and its number in the case, or "table:" and its name.
        province: Code of the province in which it lies or that it is, "SY-11", several by spaces; empty when not known.
        reach_km: How far it reaches from there, as the gazetteer says; 0 where it does not say.
        others: Its other names as they are written; those of the table that ships are not told.
    """

    name: str
    kind: str
    country: str
    latitude: float
    longitude: float
    population: int
    id: str = ""
    province: str = ""
    reach_km: float = 0.0
    others: tuple[str, ...] = field(default=(), compare=False)

    @property
    def radius_km(self) -> float:
        """How far from the point what is said of this place may have been.

        >>> [round(KnownPlace("Nurana", "town", "", 0, 0, people).radius_km, 1) for people in (0, 100_000)]
        [2.0, 4.5]
        """
        return self.reach_km or _TOWN_KM + math.sqrt(self.population / _DENSITY / math.pi)

    @property
    def is_area(self) -> bool:
        """Whether it is a country, a region or a province, and so no point of a map."""
        return self.kind in AREAS

    def km_to(self, other: KnownPlace) -> float:
        """Return how far another place is, middle to middle."""
        return km_between((self.latitude, self.longitude), (other.latitude, other.longitude))


def km_between(left: tuple[float, float], right: tuple[float, float]) -> float:
    """Return the length of the great circle between two points, each latitude and longitude in degrees.

    Source: haversine formula (R. W. Sinnott, Virtues of the Haversine, Sky and Telescope 68, 1984).

    >>> round(km_between((0, 0), (0, 1)), 1)
    111.2
    """
    (north, east), (other_north, other_east) = (map(math.radians, left), map(math.radians, right))
    half = math.sin((other_north - north) / 2) ** 2
    half += math.cos(north) * math.cos(other_north) * math.sin((other_east - east) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
