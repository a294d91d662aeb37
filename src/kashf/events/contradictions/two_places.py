"""One man in two places that are too far apart for the days between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kashf.domain.date import FuzzyDate
from kashf.domain.letters.said import Said
from kashf.domain.place import KnownPlace
from kashf.events.contradictions.contradiction import Clash, ClashSide, Contradiction, Innocent

#: Kilometres that a man is taken to get on in a day, by road and with stops: 12 hours at 60 km/h. A choice; whoever flies gets further.
KM_A_DAY: Final = 720.0
#: Words of a name below which it tells of nobody.
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Presence:
    """A paper that says of somebody that he was in a place on a day.

    Args:
        name: Who, as written.
        said: Where the paper names him.
        place: Where he was.
        radius_km: Within how many km of it that may have been.
        date: On which days.
        is_picture: Whether it was read from a picture.
    """

    name: str
    said: Said
    place: KnownPlace
    radius_km: float
    date: FuzzyDate
    is_picture: bool = False


def two_places(
    presences: Iterable[Presence], *, known_as: Callable[[str], str] = str, km_a_day: float = KM_A_DAY
) -> Iterator[Contradiction]:
    """Yield where one name is in two places further apart than the days between them allow; none is certain, since names have namesakes.

    Only days that are known to the day count, and only the next day on which the same name is somewhere.
    """
    by_name: dict[str, list[Presence]] = defaultdict(list)
    for each in presences:
        if each.date.days == 1 and len(each.name.split()) >= _FEWEST:
            by_name[known_as(each.name)].append(each)
    for some in by_name.values():
        for one, other in pairwise(sorted(some, key=lambda each: (each.date.bounds, each.said.span.document))):
            yield from _too_far(one, other, km_a_day)


def _too_far(one: Presence, other: Presence, km_a_day: float) -> Iterator[Contradiction]:
    days = (other.date.bounds[0] - one.date.bounds[0]).days
    km = max(0.0, one.place.km_to(other.place) - one.radius_km - other.radius_km)
    if km > km_a_day * (days + 1):
        is_picture = one.is_picture or other.is_picture
        innocent = (
            *(Innocent.NAMESAKE, Innocent.OTHER_PLACE, Innocent.SENT_AHEAD, Innocent.FLEW, Innocent.SLIP),
            *((Innocent.MISREAD,) if is_picture else ()),
        )
        facts = {"km": f"{km:.0f}", "days": str(days), "places": f"{one.place.name}; {other.place.name}"}
        yield Contradiction(Clash.TWO_PLACES, False, (ClashSide(one.said, one.date), ClashSide(other.said, other.date)), innocent, facts)
