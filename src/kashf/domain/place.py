"""Places of the world that a text may name: where they are and how they are written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of a gazetteer.

    Args:
        name: As the gazetteer writes it.
        kind: "country", "region" or "town". A country stands at its capital, a region at its middle or its seat.
        country: ISO 3166 code of two letters; empty for what lies in several.
        latitude: Degrees, north is positive.
        longitude: Degrees, east is positive.
        population: Inhabitants; 0 when not known.
    """

    name: str
    kind: str
    country: str
    latitude: float
    longitude: float
    population: int
