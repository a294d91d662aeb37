"""Outside events of a case by where their catalogues put them, each place with its circle of doubt."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.acts.outside_event import OutsideEvent, Spot
from kashf.services.catalogues.outside_events import CatalogueEvents

#: Places of events on one map, those of most events first: more is neither drawn nor read.
MOST_SPOTS: Final = 3000


@dataclass(frozen=True, slots=True)
class EventSpot:
    """Where catalogues put one event or several.

    Args:
        spot: Where, and what the coordinates are of.
        names: As catalogues call the place, the most frequent first.
        events: What was there, by day.
        catalogues: Names of the files that say so.
    """

    spot: Spot
    names: tuple[str, ...]
    events: tuple[OutsideEvent, ...]
    catalogues: tuple[str, ...]

    @property
    def name(self) -> str:
        """As it is called most often; its coordinates where no catalogue names it."""
        return self.names[0] if self.names else f"{self.spot.latitude:.3f}, {self.spot.longitude:.3f}"

    @property
    def kinds(self) -> Mapping[str, int]:
        """How many of each kind, as catalogues call them, the most frequent first."""
        counted = Counter(each.kind for each in self.events if each.kind)
        return dict(sorted(counted.items(), key=lambda each: (-each[1], each[0])))

    @property
    def days(self) -> tuple[dt.date | None, dt.date | None]:
        """The first and the last day on which any of it may have been; None where nothing bounds it."""
        first = min((each.date.earliest for each in self.events if each.date.earliest), default=None)
        return first, max((each.date.latest for each in self.events if each.date.latest), default=None)


@dataclass(frozen=True, slots=True)
class MappedEvents:
    """Outside events on a map, and those that are not on it.

    Args:
        spots: Where they are, the most events first.
        total: Events of all catalogues, of the kind and on the days that are asked for.
        unplaced: Those without coordinates, or with those of a whole country or sea alone.
        undated: Those whose days nothing bounds; left out where days are asked for.
        out_of_days: Those that cannot lie on the days that are asked for.
        not_drawn: Those at places beyond `MOST_SPOTS`.
    """

    spots: tuple[EventSpot, ...] = ()
    total: int = 0
    unplaced: int = 0
    undated: int = 0
    out_of_days: int = 0
    not_drawn: int = 0


NO_EVENTS: Final = MappedEvents()


def map_events(
    catalogues: Iterable[CatalogueEvents], *, kind: str = "", after: dt.date | None = None, before: dt.date | None = None
) -> MappedEvents:
    """Return outside events by where they were.

    Args:
        catalogues: With their events.
        kind: Events that their catalogue calls this alone; "" for all.
        after: What may lie on this day or later.
        before: What may lie on this day or earlier.
    """
    told = [(each, listed.name) for listed, events in catalogues for each in events if not kind or each.kind == kind]
    dated = [each for each in told if each[0].date.is_known]
    lying = [each for each in dated if each[0].date.may_lie_within(after, before)]
    has_days = after is not None or before is not None
    shown = lying if has_days else told
    spots: dict[Spot, list[tuple[OutsideEvent, str]]] = {}
    for each in shown:
        spot = each[0].spot
        if spot and spot.precision.radius_km:
            spots.setdefault(spot, []).append(each)
    ordered = sorted(spots.items(), key=lambda each: (-len(each[1]), each[0].latitude, each[0].longitude, each[0].precision))
    return MappedEvents(
        spots=tuple(_spot(spot, some) for spot, some in ordered[:MOST_SPOTS]),
        total=len(shown),
        unplaced=len(shown) - sum(map(len, spots.values())),
        undated=len(told) - len(dated),
        out_of_days=len(dated) - len(lying) if has_days else 0,
        not_drawn=sum(len(some) for _, some in ordered[MOST_SPOTS:]),
    )


def _spot(spot: Spot, some: Sequence[tuple[OutsideEvent, str]]) -> EventSpot:
    names = Counter(each.place for each, _ in some if each.place)
    events = sorted((each for each, _ in some), key=lambda each: (each.date.earliest or dt.date.max, each.id, each.line))
    return EventSpot(
        spot,
        tuple(sorted(names, key=lambda name: (-names[name], name))),
        tuple(events),
        tuple(sorted({catalogue for _, catalogue in some})),
    )
