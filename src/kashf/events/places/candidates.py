"""Candidates for what a paper says of a place, each with a score made of named parts, and the radius within which it may have been."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kashf.domain.place import KnownPlace
from kashf.events.places.place_lookup import Gazetteer, NamedSo
from kashf.events.places.said_place import PlaceReading, PlaceSort, SaidPlace


class PlacePart(StrEnum):
    """What speaks for or against a candidate."""

    NAME = "name"
    KIND = "kind"
    SIZE = "size"
    OWN = "own"
    WITHIN = "within"
    BESIDE = "beside"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be meant.

    Args:
        place: Which.
        reading: How what is said was read to come to it.
        rule: How its name was found: "same", "article" or "sound".
        is_area: Whether it is meant as an area, which is no point of a map.
        radius_km: How far from the place what is said may have been.
        parts: What speaks for it or against it, in nats.
        share: In [0..1]; how likely it is meant, among all candidates and whatever the gazetteer does not know.
    """

    place: KnownPlace
    reading: PlaceReading
    rule: str
    is_area: bool
    radius_km: float
    parts: Mapping[PlacePart, float]
    share: float = 0.0

    @property
    def nats(self) -> float:
        """The sum of its parts."""
        return sum(self.parts.values())

    def weighed(self, parts: Mapping[PlacePart, float], share: float) -> Candidate:
        """Return it with other parts and another share."""
        return Candidate(self.place, self.reading, self.rule, self.is_area, self.radius_km, parts, share)


#: The weights below are set by reasoning and looked at on invented letters and gazetteers alone, never on a catalogue of events.
#: A name that agrees by its letters says a place with odds of about three to one; one that agrees by its sound says nothing by itself, and
#: speaks against where it was looked for among the many thousand names of the world, of which some sound like any.
_SAME_NAME: Final = 1.0
_SOUND_OF_OWN: Final = 0.0
_SOUND: Final = -0.5
_UNLIKE: Final = 5.0
#: Ten times the people are named about twice as often. Source: mentions of towns in news follow their population by a power of .2 to .4.
_TENFOLD: Final = 0.6
_LEAST_PEOPLE: Final = 100
#: What areas weigh for want of a population that counts as that of towns does.
_AREA_SIZE: Final[Mapping[str, float]] = {"country": 3.3, "region": 1.5, "province": 1.5}
#: Whoever adds a place to a case expects it there, whatever else is called so.
_OWN: Final = 3.0
#: The weight of "a place that the gazetteer does not know"; of what is small or no settlement a gazetteer of towns knows little.
_UNKNOWN: Final = 1.0
_MORE_UNKNOWN: Final[Mapping[PlaceSort, float]] = {PlaceSort.VILLAGE: 1.0, PlaceSort.QUARTER: 1.0, PlaceSort.FEATURE: 1.0}
#: How far what is named after a town may lie from it, in km: a district and a countryside are about as wide as districts of the region.
_AROUND_KM: Final[Mapping[PlaceSort, float]] = {
    PlaceSort.DISTRICT: 30.0,
    PlaceSort.COUNTRYSIDE: 40.0,
    PlaceSort.PROVINCE: 80.0,
    PlaceSort.FEATURE: 15.0,
    PlaceSort.QUARTER: 5.0,
}
_NEAR_KM: Final = 10.0
#: A village has fewer people than this, a town more than the other.
_VILLAGE: Final = 20_000
_LARGE: Final = 100_000


def candidates_for(said: SaidPlace, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Return what may be meant by the name and the kind that are said alone, the likeliest first; empty for a name nobody knows."""
    best: dict[str, Candidate] = {}
    longest = 0
    for reading in said.readings:
        named = gazetteer.named(reading.name)
        if not named or len(reading.name) < longest - 1:
            continue
        longest = max(longest, len(reading.name)) if any(each.rule == "same" for each in named) else longest
        for each in named:
            found = _candidate(each, reading, all_named=named)
            if each.place.id not in best or best[each.place.id].nats < found.nats:
                best[each.place.id] = found
    return shared(tuple(best.values()), said)


def shared(candidates: Sequence[Candidate], said: SaidPlace, more: Sequence[Mapping[PlacePart, float]] = ()) -> tuple[Candidate, ...]:
    """Return candidates with how likely each is, beside the others and whatever is not known, the likeliest first.

    Args:
        candidates: What may be meant.
        said: What the paper says.
        more: Further parts of each candidate; none without.
    """
    if not candidates:
        return ()
    unknown = _UNKNOWN + _MORE_UNKNOWN.get(said.sort, 0.0)
    parts = (
        [{**each.parts, **further} for each, further in zip(candidates, more, strict=True)] if more else [each.parts for each in candidates]
    )
    nats = [sum(each.values()) for each in parts]
    most = max(unknown, *nats)
    weights = [math.exp(each - most) for each in nats]
    total = math.exp(unknown - most) + sum(weights)
    told = [each.weighed(of, weight / total) for each, of, weight in zip(candidates, parts, weights, strict=True)]
    return tuple(sorted(told, key=lambda each: (-each.share, each.place.id)))


def _candidate(named: NamedSo, reading: PlaceReading, *, all_named: tuple[NamedSo, ...]) -> Candidate:
    place, sort = named.place, reading.sort
    is_area = place.is_area or sort.is_area
    radius = place.radius_km
    if not place.is_area and sort in _AROUND_KM:
        radius = max(radius, _AROUND_KM[sort])
    if reading.is_near and not place.is_area:
        radius += _NEAR_KM
    return Candidate(place, reading, named.rule, is_area, radius, dict(_parts(named, reading, all_named)))


def _parts(named: NamedSo, reading: PlaceReading, all_named: tuple[NamedSo, ...]) -> Iterator[tuple[PlacePart, float]]:
    place = named.place
    is_own = place.id.startswith("own:")
    agreed = _SAME_NAME if named.rule != "sound" else _SOUND_OF_OWN if is_own else _SOUND
    yield PlacePart.NAME, agreed - _UNLIKE * (1 - named.likeness)
    size = _TENFOLD * math.log10(max(place.population, _LEAST_PEOPLE) / _LEAST_PEOPLE)
    yield PlacePart.SIZE, _AREA_SIZE.get(place.kind, size)
    fits = _fits(place, reading.sort, all_named)
    if fits:
        yield PlacePart.KIND, fits
    if is_own:
        yield PlacePart.OWN, _OWN


def _fits(place: KnownPlace, sort: PlaceSort, all_named: tuple[NamedSo, ...]) -> float:
    """Return how well the kind of a place fits what is said."""
    has_town = any(not each.place.is_area for each in all_named)
    has_province = any(each.place.kind in {"province", "region"} for each in all_named)
    if sort is PlaceSort.UNSAID:
        return -2.0 if has_town and place.kind in {"province", "region"} else 0.0
    if place.kind == sort.value:
        return {PlaceSort.PROVINCE: 3.0, PlaceSort.COUNTRY: 3.0}.get(sort, 1.0)
    if place.kind == "region":
        return {PlaceSort.PROVINCE: 2.0, PlaceSort.FEATURE: 0.5, PlaceSort.COUNTRYSIDE: 0.5}.get(sort, -2.0)
    if place.is_area:
        return {PlaceSort.COUNTRYSIDE: 1.0, PlaceSort.DISTRICT: -1.0}.get(sort, -3.0)
    return _settled(place, sort, has_province=has_province)


def _settled(place: KnownPlace, sort: PlaceSort, *, has_province: bool) -> float:
    """Return how well a town, or an own place of another kind, fits what is said of a settlement or of what lies about one."""
    if sort in {PlaceSort.PROVINCE, PlaceSort.COUNTRY}:
        return -1.0 if sort is PlaceSort.PROVINCE and not has_province else -6.0
    if sort is PlaceSort.VILLAGE and place.population:
        return 1.0 if place.population < _VILLAGE else 0.0 if place.population < _LARGE else -2.0
    return {PlaceSort.VILLAGE: 0.5, PlaceSort.DISTRICT: 1.0, PlaceSort.COUNTRYSIDE: 0.5, PlaceSort.FEATURE: -0.5}.get(sort, 0.0)
