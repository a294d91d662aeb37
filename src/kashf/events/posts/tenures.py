"""Who held which post when, as intervals: at least between two days, at most between two others, with what says so at each end.

Two assumptions, which overlaps then test: a post has one holder at a time, and whoever is named or relieved on a day takes over, or goes,
within `HANDOVER` days of it, not before.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from kashf.domain.date import UNDATED, FuzzyDate, Precision
from kashf.events.posts.holders import NamesOfPost, names_of_post
from kashf.events.posts.post_signs import PostId, PostSign, SignKind
from kashf.events.posts.tenure_bounds import HANDOVER, Bound, BoundRule, NeighbourDays, earliest, latest, moved


@dataclass(frozen=True, slots=True)
class Tenure:
    """One man's time in a post.

    Args:
        at: Which post.
        holder: Whose, by the name he goes by there.
        names: All names that are surely his, as written.
        seen_from: From when he surely holds it; None where no day is sure.
        seen_to: Until when.
        not_before: Before when he does not hold it; None where nothing says so.
        not_after: After when he does not.
        signs: What says that he holds it, by date; undated ones last.
        may_be: Names of other holders of the post who may be the same man.
    """

    at: PostId
    holder: str
    names: tuple[str, ...]
    seen_from: Bound | None
    seen_to: Bound | None
    not_before: Bound | None
    not_after: Bound | None
    signs: tuple[PostSign, ...]
    may_be: tuple[str, ...] = ()

    def surely(self, date: FuzzyDate) -> bool:
        """Return whether all days of a date lie within the days on which he surely holds it."""
        if not (self.seen_from and self.seen_to and date.earliest and date.latest):
            return False
        return self.seen_from.day <= date.earliest and date.latest <= self.seen_to.day

    def possibly(self, date: FuzzyDate) -> bool:
        """Return whether some day of a date lies within the days on which he may hold it."""
        is_before = self.not_before is not None and date.latest is not None and date.latest < self.not_before.day
        is_after = self.not_after is not None and date.earliest is not None and date.earliest > self.not_after.day
        return not (is_before or is_after)

    def days(self) -> FuzzyDate:
        """Return the days on which he may hold it as a derived date, which judges nothing."""
        first = self.not_before.day if self.not_before else None
        last = self.not_after.day if self.not_after else None
        if first and last and last < first:
            return UNDATED
        return FuzzyDate(first, last, precision=Precision.DAY if first and last else Precision.OPEN, is_derived=bool(first or last))


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post with all who hold it.

    Args:
        at: Which.
        tenures: Those that a date is known of first, by it.
        names: The names of the post.
    """

    at: PostId
    tenures: tuple[Tenure, ...]
    names: NamesOfPost

    @classmethod
    def by_nobody(cls, at: PostId) -> Self:
        """Return a post of which no holder is known."""
        return cls(at, (), NamesOfPost({}, {}))


def held_posts(
    signs: Iterable[PostSign], *, known_as: Callable[[str], str] = str, told_apart: Collection[tuple[str, str]] = ()
) -> tuple[HeldPost, ...]:
    """Return all posts with their tenures, by office and post.

    Args:
        signs: What papers say; those who sign for another hold nothing.
        known_as: What the case knows a name as.
        told_apart: What it knows names as of which people decided that they are two men's, both ways round.
    """
    by_post: dict[PostId, list[PostSign]] = defaultdict(list)
    for sign in signs:
        if not sign.stands_in:
            by_post[sign.at].append(sign)
    order = sorted(by_post, key=lambda at: (at.office, at.post))
    return tuple(_held(at, by_post[at], known_as, told_apart) for at in order)


def _held(at: PostId, signs: Sequence[PostSign], known_as: Callable[[str], str], told_apart: Collection[tuple[str, str]]) -> HeldPost:
    written = ((sign.name, sign.is_picture) for sign in signs)
    names = names_of_post(written, known_as=known_as, two_men=_exchanged(signs), told_apart=told_apart)
    by_holder: dict[str, list[PostSign]] = defaultdict(list)
    for sign in sorted(signs, key=_order):
        by_holder[names.holder[sign.name]].append(sign)
    runs = [(holder, run) for holder, some in by_holder.items() for run in _runs(some)]
    edges = NeighbourDays((holder, sign) for holder, run in runs for sign in run if sign.is_dated)
    asked: dict[str, list[str]] = defaultdict(list)
    for one, other in names.may_be:
        asked[one].append(other)
        asked[other].append(one)
    tenures = [_tenure(at, holder, run, edges, tuple(sorted(asked[holder]))) for holder, run in runs]
    return HeldPost(at, tuple(sorted(tenures, key=_first_day)), names)


def _exchanged(signs: Iterable[PostSign]) -> Iterator[tuple[str, str]]:
    """Yield whom one paper relieves with whom it names in his place."""
    by_paper: dict[str, list[PostSign]] = defaultdict(list)
    for sign in signs:
        if sign.kind is not SignKind.SIGNED:
            by_paper[sign.document].append(sign)
    for some in by_paper.values():
        relieved, named = ([sign.name for sign in some if sign.kind is kind] for kind in (SignKind.RELIEVED, SignKind.NAMED))
        if len(relieved) == len(named) == 1:
            yield relieved[0], named[0]


def _runs(signs: Sequence[PostSign]) -> Iterator[list[PostSign]]:
    """Yield the signs of one holder, a list for each time that he is named anew after he was relieved; undated ones with the first."""
    undated = [sign for sign in signs if not sign.is_dated]
    run: list[PostSign] = []
    relieved: dt.date | None = None
    for sign in signs:
        if not sign.is_dated:
            continue
        first, last = sign.date.bounds
        if sign.kind is SignKind.NAMED and relieved is not None and relieved < first:
            yield [*run, *undated]
            run, undated, relieved = [], [], None
        if sign.kind is SignKind.RELIEVED:
            relieved = min(relieved or last, last)
        run.append(sign)
    if run or undated:
        yield [*run, *undated]


def _tenure(at: PostId, holder: str, signs: Sequence[PostSign], edges: NeighbourDays, may_be: tuple[str, ...]) -> Tenure:
    dated = [sign for sign in signs if sign.is_dated]
    names = tuple(sorted({sign.name for sign in signs}))
    if not dated:
        return Tenure(at, holder, names, None, None, None, None, tuple(signs), may_be)
    seen_from, seen_to = _seen(dated)
    same = {holder, *may_be}
    not_before = latest([*_own_start(dated), *edges.before(same, min(sign.date.bounds[0] for sign in dated))])
    not_after = earliest([*_own_end(dated), *edges.after(same, max(sign.date.bounds[1] for sign in dated))])
    if seen_from and not_before and not_before.day > seen_from.day:  # He was seen in it before he was named: told as a contradiction.
        not_before = None
    if seen_to and not_after and not_after.day < seen_to.day:
        not_after = None
    return Tenure(at, holder, names, seen_from, seen_to, not_before, not_after, tuple(signs), may_be)


def _seen(dated: Sequence[PostSign]) -> tuple[Bound | None, Bound | None]:
    """Return the first and the last day on which he surely holds the post: the day of one sign is no later, that of one no earlier."""
    firsts, lasts = [], []
    for sign in dated:
        first, last = sign.date.bounds
        if sign.kind is SignKind.SIGNED:
            firsts.append(Bound(last, BoundRule.SIGNED, sign))
            lasts.append(Bound(first, BoundRule.SIGNED, sign))
        elif sign.kind is SignKind.RELIEVED:
            firsts.append(Bound(moved(last, -1), BoundRule.RELIEVED, sign))
            lasts.append(Bound(moved(first, -1), BoundRule.RELIEVED, sign))
    seen_to = latest(lasts)
    firsts += [
        Bound(day, BoundRule.NAMED, sign)
        for sign in dated
        if sign.kind is SignKind.NAMED and seen_to and (day := moved(sign.date.bounds[1], HANDOVER)) <= seen_to.day
    ]
    seen_from = earliest(firsts)
    return (seen_from, seen_to) if seen_from and seen_to and seen_from.day <= seen_to.day else (None, None)


def _own_start(dated: Sequence[PostSign]) -> list[Bound]:
    named = [Bound(sign.date.bounds[0], BoundRule.NAMED, sign) for sign in dated if sign.kind is SignKind.NAMED]
    return [first] if (first := earliest(named)) else []


def _own_end(dated: Sequence[PostSign]) -> list[Bound]:
    relieved = [Bound(moved(sign.date.bounds[1], HANDOVER), BoundRule.RELIEVED, sign) for sign in dated if sign.kind is SignKind.RELIEVED]
    return [last] if (last := latest(relieved)) else []


def _order(sign: PostSign) -> tuple[dt.date, dt.date, str, int, int]:
    first, last = sign.date.bounds if sign.is_dated else (dt.date.max, dt.date.max)
    span = sign.said.span
    return first, last, span.document, span.page, span.start


def _first_day(tenure: Tenure) -> tuple[dt.date, str]:
    days = [sign.date.bounds[0] for sign in tenure.signs if sign.is_dated]
    return min(days, default=dt.date.max), tenure.holder
