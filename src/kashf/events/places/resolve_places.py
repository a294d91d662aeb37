"""Places said in one paper, each by itself and then beside the others: the areas said to hold it, what else is named, whose paper it is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.place import KnownPlace
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
#: Papers name places of two countries often enough: where no candidate lies near the others, that says which of them is meant, and hardly
#: that it is none of them.
_FAR: Final = -0.7
_NEUTRAL: Final = 0.15
#: A name beside it of which the gazetteer says less than this says nothing of where it lies.
_KNOWN: Final = 0.5
#: What an office usually writes about says less than what stands in the paper.
_OFFICE: Final = 1.0
_OFFICE_KM: Final = 60.0
#: Below this share, no office makes a candidate sure.
_LIKELY: Final = 0.2
#: What nothing else speaks for, in the paper, by its office or in the case, is told from this share on: only a large town that is alone of
#: its name comes to it, one of about a million people.
_SURE_ALONE: Final = 0.88
#: A country in which less than this share of the other names of a case lies says nothing for a place in it.
_OF_CASE: Final = 0.1
#: Shares below it are not looked at beside another name; below the other, not at all.
_SLIGHT: Final = 0.05
_NOTHING: Final = 0.005
_DEGREE_KM: Final = 111.2
_RADIAN: Final = math.pi / 180


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


#: What was found for what is said alone, so that it is not looked for again in the next paper.
Remembered = dict[SaidPlace, tuple[Candidate, ...]]


def resolve_places(said: Sequence[SaidPlace], gazetteer: Gazetteer, *, remembered: Remembered | None = None) -> tuple[Resolved, ...]:
    """Return what each place said in a paper may be, in their order.

    Args:
        said: All that the paper says; names that stand in it twice may be given once or twice.
        gazetteer: Where to look.
        remembered: What was found in this gazetteer before; more comes to it.
    """
    known: Remembered = {} if remembered is None else remembered
    for each in said:
        for one in (each, *each.within):
            if one not in known:
                known[one] = candidates_for(one, gazetteer)
    by_key = {each.key: known[each] for each in said if known[each]}
    resolved = []
    for each in said:
        holders = [area for inner in each.within if (area := known[inner])]
        others = [candidates for key, candidates in by_key.items() if key != each.key]
        more = _none_far([dict(_context(one.place, holders, others)) for one in known[each]])
        resolved.append(_answer(each, shared(known[each], each, more)))
    return tuple(resolved)


def with_office(found: Resolved, usual: Sequence[tuple[KnownPlace, float]]) -> Resolved:
    """Return what a place may be in a paper of an office; what is told without it stays as it is.

    Args:
        found: What it may be by the paper alone.
        usual: Where the papers of the office are about, each with its share in [0..1].
    """
    if found.chosen or not usual or not found.candidates or found.candidates[0].share < _LIKELY:
        return found
    more = [{PlacePart.OFFICE: _of_office(each, usual)} for each in found.candidates]
    return _answer(found.said, shared(found.candidates, found.said, more))


class CasePlaces:
    """Where the places are that the papers of a case tell, each name once.

    Args:
        resolved: What was found in all its papers.
    """

    def __init__(self, resolved: Iterable[Resolved]) -> None:
        told = {(each.said.key, each.chosen.place.id): each.chosen.place for each in resolved if each.chosen}
        self._told = frozenset(told)
        self._countries = Counter(place.country for place in told.values())
        self._own = tuple((key, place) for (key, _), place in told.items() if not place.country)

    def speak_for(self, name: str, place: KnownPlace) -> bool:
        """Return whether other names of the case lie where a name is said to."""
        others = len(self._told) - ((name, place.id) in self._told)
        same = self._countries[place.country] - ((name, place.id) in self._told) if place.country else 0
        near = sum(closeness(place, other) >= _ONE_COUNTRY for key, other in self._own if key != name)
        return same + near >= max(1.0, _OF_CASE * others)


def beside_case(found: Resolved, case: CasePlaces) -> Resolved:
    """Return what a place may be beside all that the case tells: what nothing but its name speaks for is not told, but for large towns."""
    chosen = found.chosen
    if chosen is None or chosen.share >= _SURE_ALONE or chosen.place.kind == "country" or chosen.parts.get(PlacePart.OWN, 0.0) > 0:
        return found
    if any(chosen.parts.get(part, 0.0) > 0 for part in (PlacePart.WITHIN, PlacePart.BESIDE, PlacePart.OFFICE)):
        return found
    return found if case.speak_for(found.said.key, chosen.place) else replace(found, chosen=None)


def closeness(place: KnownPlace, other: KnownPlace) -> float:
    """Return in [0..1] how near two places lie, 1 for what lies in an area: by codes of provinces where both have one, else by distance."""
    are_own = place.id.startswith("own:") and other.id.startswith("own:")
    one_country = place.country == other.country and (bool(place.country) or are_own)
    if other.kind == "country":
        return 0.5 * one_country
    way = _rough_km(place, other)
    gap = max(0.0, way - sum(each.reach_km for each in (place, other) if each.is_area))
    near = 1 / (1 + (gap / _TOGETHER_KM) ** 2)
    if place.province and other.province and " " not in f"{place.province}{other.province}":
        is_one = place.province == other.province
        near = (1.0 if is_one else min(near, 0.7)) if other.kind == "province" else max(near, _ONE_PROVINCE * is_one)
    return max(near, _ONE_COUNTRY * one_country)


def _rough_km(place: KnownPlace, other: KnownPlace) -> float:
    """Return the way between two places as on a plane, near enough where it is short, and a hundred times a paper."""
    north = place.latitude - other.latitude
    east = (place.longitude - other.longitude) * math.cos((place.latitude + other.latitude) / 2 * _RADIAN)
    return _DEGREE_KM * math.hypot(north, east)


def _answer(said: SaidPlace, candidates: tuple[Candidate, ...]) -> Resolved:
    chosen = None
    if candidates:
        first = candidates[0]
        same = [each for each in candidates if each.share >= _NOTHING and _is_one_place(each, first)]
        if sum(each.share for each in same) >= SURE:
            widest = max(each.radius_km for each in same if each.share >= _SLIGHT or each is first)
            chosen = first if widest == first.radius_km else replace(first, radius_km=widest)
    return Resolved(said, candidates[:MOST_CANDIDATES], chosen)


def _is_one_place(left: Candidate, right: Candidate) -> bool:
    if left.is_area != right.is_area:
        return False
    return _rough_km(left.place, right.place) <= (max(left.radius_km, right.radius_km) / 2 if left.is_area else _ONE_PLACE_KM)


def _context(
    place: KnownPlace, holders: Sequence[Sequence[Candidate]], others: Sequence[Sequence[Candidate]]
) -> Iterator[tuple[PlacePart, float]]:
    if holders:
        held = max(_closeness(place, area) / sum(each.share for each in area) for area in holders)
        yield PlacePart.WITHIN, _NOT_HELD + (_HELD - _NOT_HELD) * held
    beside = [_closeness(place, other) for other in others if sum(each.share for each in other) >= _KNOWN]
    if beside:
        yield PlacePart.BESIDE, _BESIDE * math.log((_LEAST + max(beside)) / (_LEAST + _NEUTRAL))


def _of_office(candidate: Candidate, usual: Sequence[tuple[KnownPlace, float]]) -> float:
    near = sum(share for each, share in usual if _rough_km(candidate.place, each) <= _OFFICE_KM + candidate.radius_km)
    return _OFFICE * math.log((_LEAST + near) / (_LEAST + _NEUTRAL))


def _none_far(parts: list[dict[PlacePart, float]]) -> list[dict[PlacePart, float]]:
    """Return what the context says of each candidate, none of which lies so far away that a place nobody knows is likelier."""
    nearest = max((each[PlacePart.BESIDE] for each in parts if PlacePart.BESIDE in each), default=0.0)
    if nearest >= _FAR:
        return parts
    return [{**each, PlacePart.BESIDE: each[PlacePart.BESIDE] + _FAR - nearest} for each in parts]


def _closeness(place: KnownPlace, other: Sequence[Candidate]) -> float:
    """Return in [0..1] how near a place lies to what another name of the paper may be."""
    return sum(each.share * closeness(place, each.place) for each in other if each.share >= _SLIGHT)
