"""One row of a catalogue of events: what, when with doubt on both ends, where and how exactly, by whom against whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kashf.domain.acts.act import Act, ActBasis, ActDay, ActOrigin, ActWords, DayRule, WhoRule
from kashf.domain.date import FuzzyDate
from kashf.domain.ids import DocumentId


class PlacePrecision(StrEnum):
    """What a catalogue gives the coordinates of."""

    PLACE = "place"
    #: Within about 25 km of them.
    NEAR = "near"
    DISTRICT = "district"
    PROVINCE = "province"
    #: Along a line or in an area that nobody drew.
    AREA = "area"
    COUNTRY = "country"
    SEA = "sea"
    UNKNOWN = "unknown"

    @property
    def radius_km(self) -> float:
        """How far from the coordinates an event may have been; 0 where a circle around them says nothing.

        Source: UCDP GED Codebook for "near", within about 25 km; the others are rough by intent, not to be too small.
        """
        return _RADIUS_KM.get(self, 0.0)

    @property
    def is_area(self) -> bool:
        """Whether the coordinates are the middle of an area, so that no point is meant."""
        return self in {PlacePrecision.DISTRICT, PlacePrecision.PROVINCE, PlacePrecision.AREA}


_RADIUS_KM: Final = {
    PlacePrecision.PLACE: 5.0,
    PlacePrecision.NEAR: 25.0,
    PlacePrecision.DISTRICT: 40.0,
    PlacePrecision.PROVINCE: 100.0,
    PlacePrecision.AREA: 100.0,
    PlacePrecision.UNKNOWN: 25.0,
}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a catalogue puts an event.

    Args:
        latitude: Degrees, north is positive.
        longitude: Degrees, east is positive.
        precision: What the coordinates are of.
    """

    latitude: float
    longitude: float
    precision: PlacePrecision = PlacePrecision.UNKNOWN


@dataclass(frozen=True, slots=True)
class OutsideEvent:
    """What one row says.

    Args:
        id: As the catalogue calls it.
        line: On which line of the file the row begins, from 1.
        date: On which days it may have been; open where the catalogue gives none.
        kind: As the catalogue calls it.
        place: As the catalogue calls it.
        spot: Where that is; None where the catalogue does not say.
        actor: Who acted; "" where it does not say.
        target: Against whom.
    """

    id: str
    line: int
    date: FuzzyDate
    kind: str = ""
    place: str = ""
    spot: Spot | None = None
    actor: str = ""
    target: str = ""

    def as_act(self, catalogue: DocumentId) -> Act:
        """Return it as an act of a catalogue, whose bytes have this id."""
        return Act(
            document=catalogue,
            nth=self.line,
            origin=ActOrigin.CATALOGUE,
            basis=ActBasis.ROW,
            kind=self.kind or "event",
            said=ActWords(self.id),
            who=(ActWords(self.actor),) if self.actor else (),
            who_rule=WhoRule.NAMED if self.actor else WhoRule.UNKNOWN,
            whom=(ActWords(self.target),) if self.target else (),
            place=ActWords(self.place) if self.place else None,
            when=ActDay(self.date, DayRule.NAMED) if self.date.is_known else ActDay(),
        )
