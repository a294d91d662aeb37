"""The map of a case: places that papers surely name, each with a circle of doubt, and the count of what is not placed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from importlib import resources

from kashf.domain.acts.act import ActOrigin
from kashf.domain.entries.delivery import Scope
from kashf.domain.place import KnownPlace
from kashf.errors import UnfinishedError
from kashf.events.places.map_words import MapWords
from kashf.services.acts.known_kinds import check_kinds
from kashf.services.case.open import OpenCase
from kashf.services.catalogues.outside_events import catalogues_of
from kashf.services.places.list_places import PlaceAnswer, PlacedName, answers_of, place_all
from kashf.services.places.map_events import NO_EVENTS, MappedEvents, map_events
from kashf.services.places.named_places import Papers

#: States of what stands on a map; all others are counted beside it.
_PLACED = frozenset({"point", "area", "decided"})


class MapOrigin(StrEnum):
    """What puts something on the map."""

    CORPUS = ActOrigin.CORPUS.value
    CATALOGUE = ActOrigin.CATALOGUE.value


@dataclass(frozen=True, slots=True)
class MapQuery:
    """What of a case is put on the map.

    Args:
        act: What is done there, by code; "" for every place that is named, in an act or not, and all outside events.
        after: What may lie on this day or later.
        before: What may lie on this day or earlier.
        scope: Of which collection the papers are.
        origin: What papers name or what catalogues tell of alone; None for both.
    """

    act: str = ""
    after: dt.date | None = None
    before: dt.date | None = None
    scope: Scope = Scope.LEAK
    origin: MapOrigin | None = None


@dataclass(frozen=True, slots=True)
class MappedPlace:
    """A place of the map.

    Args:
        place: Which.
        is_area: Whether it is meant as an area, so that no point of it is.
        radius_km: The widest circle of doubt of its names.
        names: As papers write it, the most frequent first.
        mentions: Where it is named.
        documents: In how many documents, copies aside.
    """

    place: KnownPlace
    is_area: bool
    radius_km: float
    names: tuple[str, ...]
    mentions: tuple[PlacedName, ...]
    documents: int

    @property
    def acts(self) -> Mapping[str, int]:
        """How often each kind of act is there, the most frequent first."""
        counted = Counter(each.there.act for each in self.mentions if each.there.act)
        return dict(sorted(counted.items(), key=lambda each: (-each[1], each[0])))

    @property
    def days(self) -> tuple[dt.date | None, dt.date | None]:
        """The first and the last day that any of it may lie on; None where nothing bounds it."""
        dates = [each.there.date for each in self.mentions]
        first = min((date.earliest for date in dates if date.earliest), default=None)
        return first, max((date.latest for date in dates if date.latest), default=None)


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """The map, and what is not on it.

    Args:
        places: By id, areas first.
        not_placed: Mentions that are not on it, by why.
        unresolved: Names that wait for somebody to decide, the most documents first.
        undated: Mentions that nothing dates; left out where days are asked for.
        out_of_days: Mentions that cannot lie on the days that are asked for.
        papers: Papers that name places.
        left_out: What was not looked at.
        outside: Events of catalogues, and those that are not on it.
    """

    places: tuple[MappedPlace, ...]
    not_placed: Mapping[str, int]
    unresolved: tuple[PlaceAnswer, ...]
    undated: int
    out_of_days: int
    papers: int
    left_out: Papers
    outside: MappedEvents = NO_EVENTS

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on it."""
        return not self.places and not self.outside.spots


def map_places(case: OpenCase, query: MapQuery | None = None) -> PlaceMap:
    """Return the map of a case.

    Raises:
        UsageError: There is no such kind of act.
    """
    asked = query or MapQuery()
    placed, left_out, _ = place_all(case, scope=asked.scope)
    catalogues = catalogues_of(case) if asked.origin is not MapOrigin.CORPUS else ()
    if asked.act:
        kinds = {each.kind for _, events in catalogues for each in events}
        check_kinds([asked.act], {*(each.there.act for each in placed), *kinds})
    outside = map_events(catalogues, kind=asked.act, after=asked.after, before=asked.before)
    found = map_of(() if asked.origin is MapOrigin.CATALOGUE else placed, left_out, asked)
    return replace(found, outside=outside)


def map_of(placed: Sequence[PlacedName], left_out: Papers, query: MapQuery | None = None) -> PlaceMap:
    """Return the map of names of places, without outside events."""
    asked = query or MapQuery()
    of_acts = [each for each in placed if not asked.act or each.there.act == asked.act]
    dated = [each for each in of_acts if each.there.date.is_known]
    lying = [each for each in dated if each.there.date.may_lie_within(asked.after, asked.before)]
    has_days = asked.after is not None or asked.before is not None
    shown = lying if has_days else of_acts
    others = [each for each in shown if each.state not in _PLACED or not each.place]
    return PlaceMap(
        places=_grouped(each for each in shown if each.state in _PLACED and each.place),
        not_placed=dict(sorted(Counter(each.state for each in others).items())),
        unresolved=tuple(answers_of([each for each in others if each.choice is None])),
        undated=len(of_acts) - len(dated),
        out_of_days=len(dated) - len(lying) if has_days else 0,
        papers=len(left_out.papers),
        left_out=left_out,
    )


def map_drawing(found: PlaceMap, words: MapWords) -> str:
    """Return the map as a drawing for a page."""
    from kashf.publish.map_figure import MapCircle, map_figure

    circles = [
        MapCircle(each.place.name, each.place.latitude, each.place.longitude, each.radius_km, each.documents, each.is_area)
        for each in found.places
    ]
    for one in found.outside.spots:
        spot, reach = one.spot, one.spot.precision
        circles.append(MapCircle(one.name, spot.latitude, spot.longitude, reach.radius_km, len(one.events), reach.is_area, is_outside=True))
    return map_figure(circles, _borders(), words)


def map_file(found: PlaceMap, words: MapWords) -> str:
    """Return the map as a drawing that is a file of its own."""
    from kashf.publish.map_figure import alone

    return alone(map_drawing(found, words))


@lru_cache(maxsize=1)
def _borders() -> bytes:
    """Return countries as TopoJSON, the file that pages load as well."""
    try:
        return resources.files("kashf.web").joinpath("static/vendor/countries-50m.json").read_bytes()
    except FileNotFoundError:
        raise UnfinishedError("the borders of the map are not in place; to fetch them: make setup", code="no-borders") from None


def _grouped(placed: Iterable[PlacedName]) -> tuple[MappedPlace, ...]:
    groups: dict[tuple[bool, str], list[PlacedName]] = {}
    for each in placed:
        if each.place:
            groups.setdefault((not each.is_area, each.place.id), []).append(each)
    return tuple(_mapped(groups[key]) for key in sorted(groups))


def _mapped(mentions: Sequence[PlacedName]) -> MappedPlace:
    first = mentions[0]
    if first.place is None:
        raise ValueError("what is not placed stands on no map")
    texts = Counter(each.there.said.text for each in mentions)
    return MappedPlace(
        place=first.place,
        is_area=first.is_area,
        radius_km=max(each.radius_km for each in mentions),
        names=tuple(sorted(texts, key=lambda text: (-texts[text], text))),
        mentions=tuple(mentions),
        documents=len({each.document for each in mentions}),
    )
