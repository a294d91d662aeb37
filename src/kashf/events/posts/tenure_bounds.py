"""The ends of tenures, and what the papers of others say of them."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import Final

from kashf.events.posts.post_signs import PostSign, SignKind

#: Days within which a post is handed over. A choice, not a count: nobody has counted it.
HANDOVER: Final = 14
#: Holders of one post that bound each other.
MOST_HOLDERS: Final = 500


class BoundRule(StrEnum):
    """What sets an end of a tenure."""

    SIGNED = "signed"
    NAMED = "named"
    RELIEVED = "relieved"
    #: Somebody else holds the post on a day before or after it.
    ANOTHER_HOLDER = "another-holder"
    #: Somebody else is named to it, or relieved of it.
    ANOTHER_NAMED = "another-named"
    ANOTHER_RELIEVED = "another-relieved"


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of a tenure.

    Args:
        day: Which day.
        rule: What sets it.
        sign: The paper that says so.
    """

    day: dt.date
    rule: BoundRule
    sign: PostSign


class NeighbourDays:
    """What the signs of a post say of those who hold it before and after.

    Args:
        signs: Holder and sign, dated ones alone; of more than `MOST_HOLDERS` holders none bounds another.
    """

    def __init__(self, signs: Iterable[tuple[str, PostSign]]) -> None:
        by_holder: dict[str, list[PostSign]] = defaultdict(list)
        for holder, sign in signs:
            by_holder[holder].append(sign)
        few = by_holder if len(by_holder) <= MOST_HOLDERS else {}
        self._ended = {holder: _ended(some) for holder, some in few.items()}
        self._begun = {holder: _begun(some) for holder, some in few.items()}

    def before(self, same: Collection[str], day: dt.date) -> Iterator[Bound]:
        """Yield the tightest bound of each holder who surely has signs before a day, but of those who are, or may be, the same man."""
        for holder, (days, bounds) in self._ended.items():
            if holder not in same and (at := bisect_left(days, day)):
                yield bounds[at - 1]

    def after(self, same: Collection[str], day: dt.date) -> Iterator[Bound]:
        """Yield the tightest bound of each holder who surely has signs behind a day, but of those who are, or may be, the same man."""
        for holder, (days, bounds) in self._begun.items():
            if holder not in same and (at := bisect_right(days, day)) < len(days):
                yield bounds[at]


#: When signs are surely past, or begin, in order, and the tightest bound of all up to each, or from it on.
_Edges = tuple[list[dt.date], list[Bound]]


def _ended(signs: Iterable[PostSign]) -> _Edges:
    # Whoever holds a post may still sign while another is already named to it.
    found = sorted(((moved(sign.date.bounds[1], HANDOVER * (sign.kind is SignKind.NAMED)), sign) for sign in signs), key=_by_day)
    bounds = accumulate((_starts_behind(sign) for _, sign in found), _later)
    return [day for day, _ in found], [*bounds]


def _begun(signs: Iterable[PostSign]) -> _Edges:
    # Whoever is named to a post may be so before the other is relieved of it.
    found = sorted(((moved(sign.date.bounds[0], -HANDOVER * (sign.kind is SignKind.RELIEVED)), sign) for sign in signs), key=_by_day)
    bounds = accumulate((_ends_by(sign) for _, sign in reversed(found)), _earlier)
    return [day for day, _ in found], [*bounds][::-1]


def _by_day(each: tuple[dt.date, PostSign]) -> dt.date:
    return each[0]


def _later(one: Bound, other: Bound) -> Bound:
    return one if one.day >= other.day else other


def _earlier(one: Bound, other: Bound) -> Bound:
    return one if one.day <= other.day else other


def _starts_behind(sign: PostSign) -> Bound:
    """Return from when another may hold the post whose own signs all lie behind this one."""
    day = sign.date.bounds[0]
    if sign.kind is SignKind.RELIEVED:
        return Bound(day, BoundRule.ANOTHER_RELIEVED, sign)
    rule = BoundRule.ANOTHER_NAMED if sign.kind is SignKind.NAMED else BoundRule.ANOTHER_HOLDER
    return Bound(moved(day, 1), rule, sign)


def _ends_by(sign: PostSign) -> Bound:
    """Return until when another may hold the post whose own signs all lie before this one."""
    day = sign.date.bounds[1]
    if sign.kind is SignKind.NAMED:
        return Bound(moved(day, HANDOVER), BoundRule.ANOTHER_NAMED, sign)
    rule = BoundRule.ANOTHER_RELIEVED if sign.kind is SignKind.RELIEVED else BoundRule.ANOTHER_HOLDER
    return Bound(moved(day, -1), rule, sign)


def moved(day: dt.date, days: int) -> dt.date:
    """Return a day so many days later, or the last or first one that there is."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))


def latest(bounds: Sequence[Bound]) -> Bound | None:
    """Return the bound with the last day; None where there is none."""
    return max(bounds, key=lambda each: each.day, default=None)


def earliest(bounds: Sequence[Bound]) -> Bound | None:
    """Return the bound with the first day; None where there is none."""
    return min(bounds, key=lambda each: each.day, default=None)
