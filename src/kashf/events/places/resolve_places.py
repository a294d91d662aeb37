"""Places said in one paper, each by itself and then beside the others: the areas said to hold it, what else is named, whose paper it is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.place import KnownPlace, km_between
from kashf.events.places.candidates import Candidate, PlacePart, candidates_for, shared
from kashf.events.places.place_lookup import Gazetteer
from kashf.events.places.said_place import SaidPlace

#: From this share on a place is told; below it the answer is "cannot tell", with the candidates.
SURE: Final = 0.8
#: Candidates that lie so near to one another are one place: a town and its quarter, a town that stands in a gazetteer twice.
_ONE_PLACE_KM: Final = 10.0
#: Candidates that are told.
MOST_CANDIDATES: Final = 8

#: An area that is said right behind a name holds it nearly always; one that does not hold a candidate speaks against it.
_HELD: Final = 2.5
_NOT_HELD: Final = -3.0
#: What is named in one paper lies together, in one country at least. Half as much at 50 km, about the way of a day; a tenth at 150 km.
_TOGETHER_KM: Final = 50.0
_ONE_COUNTRY: Final = 0.3
_ONE_PROVINCE: Final = 0.6
_BESIDE: Final = 1.5
_LEAST: Final = 0.05
_NEUTRAL: Final = 0.15
#: A name beside it of which the gazetteer says less than this says nothing of where it lies.
_KNOWN: Final = 0.5
#: What an office usually writes about says less than what stands in the paper.
_OFFICE: Final = 1.0
_OFFICE_KM: Final = 60.0
#: Shares below it are not looked at beside another name.
_SLIGHT: Final = 0.05


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a paper says of a place, and what that may be.

    Args:
        said: What it says.
        candidates: What may be meant, the likeliest first; empty for a name that no gazetteer has.
        chosen: The candidate that is told; None for "cannot tell".
    """

    said: SaidPlace
    candidates: tuple[Candidate, ...]
    chosen: Candidate | None


def resolve_places(
    said: Sequence[SaidPlace], gazetteer: Gazetteer, *, usual: Sequence[tuple[KnownPlace, float]] = (), sure: float = SURE
) -> tuple[Resolved, ...]:
    """Return what each place said in a paper may be, in their order.

    Args:
        said: All that the paper says; names that stand in it twice may be given once or twice.
        gazetteer: Where to look.
        usual: Where the papers of the same office are about, each with its share in [0..1].
        sure: In [0..1]; from which share on a candidate is told.
    """
    alone = [candidates_for(each, gazetteer) for each in said]
    holders = [[area for inner in each.within if (area := candidates_for(inner, gazetteer))] for each in said]
    by_key = {each.key: found for each, found in zip(said, alone, strict=True) if found}
    resolved = []
    for each, found, held in zip(said, alone, holders, strict=True):
        others = [candidates for key, candidates in by_key.items() if key != each.key]
        told = tuple(one.with_parts(dict(_context(one, held, others, usual))) for one in found)
        resolved.append(_answer(each, shared(told, each), sure))
    return tuple(resolved)


def closeness(place: KnownPlace, other: KnownPlace) -> float:
    """Return in [0..1] how near two places lie, 1 for what lies in an area: by codes of provinces where both have one, else by distance."""
    are_own = place.id.startswith("own:") and other.id.startswith("own:")
    one_country = place.country == other.country and (bool(place.country) or are_own)
    if other.kind == "country":
        return 0.5 * one_country
    way = km_between((place.latitude, place.longitude), (other.latitude, other.longitude))
    gap = max(0.0, way - sum(each.reach_km for each in (place, other) if each.is_area))
    near = 1 / (1 + (gap / _TOGETHER_KM) ** 2)
    if place.province and other.province and " " not in f"{place.province}{other.province}":
        is_one = place.province == other.province
        near = (1.0 if is_one else min(near, 0.7)) if other.kind == "province" else max(near, _ONE_PROVINCE * is_one)
    return max(near, _ONE_COUNTRY * one_country)


def _answer(said: SaidPlace, candidates: tuple[Candidate, ...], sure: float) -> Resolved:
    chosen = None
    if candidates:
        first = candidates[0]
        same = [each for each in candidates if _is_one_place(each, first)]
        if sum(each.share for each in same) >= sure:
            chosen = replace(first, radius_km=max(each.radius_km for each in same if each.share >= _SLIGHT or each is first))
    return Resolved(said, candidates[:MOST_CANDIDATES], chosen)


def _is_one_place(left: Candidate, right: Candidate) -> bool:
    if left.is_area != right.is_area:
        return False
    return left.place.km_to(right.place) <= (max(left.radius_km, right.radius_km) / 2 if left.is_area else _ONE_PLACE_KM)


def _context(
    candidate: Candidate,
    holders: Sequence[Sequence[Candidate]],
    others: Sequence[Sequence[Candidate]],
    usual: Sequence[tuple[KnownPlace, float]],
) -> Iterator[tuple[PlacePart, float]]:
    place = candidate.place
    if holders:
        held = max(_closeness(place, area) / sum(each.share for each in area) for area in holders)
        yield PlacePart.WITHIN, _NOT_HELD + (_HELD - _NOT_HELD) * held
    beside = [_closeness(place, other) for other in others if sum(each.share for each in other) >= _KNOWN]
    if beside:
        yield PlacePart.BESIDE, _BESIDE * math.log((_LEAST + max(beside)) / (_LEAST + _NEUTRAL))
    if usual:
        near = sum(share for each, share in usual if place.km_to(each) <= _OFFICE_KM + max(candidate.radius_km, each.radius_km))
        yield PlacePart.OFFICE, _OFFICE * math.log((_LEAST + near) / (_LEAST + _NEUTRAL))


def _closeness(place: KnownPlace, other: Sequence[Candidate]) -> float:
    """Return in [0..1] how near a place lies to what another name of the paper may be."""
    return sum(each.share * closeness(place, each.place) for each in other if each.share >= _SLIGHT)
