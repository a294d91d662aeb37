"""Two men in one post at once: where papers say so, and what may be behind it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Final

from kashf.events.posts.post_signs import PostSign, SignKind
from kashf.events.posts.tenure_bounds import HANDOVER
from kashf.events.posts.tenures import HeldPost, Tenure

#: Of one post; more are cut, and that is said.
MOST_OVERLAPS: Final = 100


class Behind(StrEnum):
    """What may be behind two holders at once; none is chosen."""

    ONE_MAN = "one-man-two-names"
    HANDOVER = "handover"
    ACTING = "acting"
    RETURNED = "left-and-returned"
    SEVERAL = "post-of-several"
    MISDATED = "misdated"
    COPY = "copy-or-draft"
    FORGED = "forged"


class AtOnce(StrEnum):
    """What two holders at once are told as."""

    #: Two at once, as far as papers say.
    TWO = "two"
    #: Perhaps the same man under two names: a person decides, and until then it speaks against nothing.
    PERHAPS_ONE = "perhaps-one"
    #: The days of handing over.
    HANDOVER = "handover"


@dataclass(frozen=True, slots=True)
class SharedPost:
    """Two who hold one post at once.

    Args:
        one: The first of them by date.
        other: The second.
        sign: The paper of one of them that lies within the days of the other.
        beside: The papers of that other that lie around it.
        behind: What may be behind it.
    """

    one: Tenure
    other: Tenure
    sign: PostSign
    beside: tuple[PostSign, PostSign]
    behind: tuple[Behind, ...]

    @property
    def told_as(self) -> AtOnce:
        """What it is told as, and counted as wherever it is."""
        if Behind.ONE_MAN in self.behind:
            return AtOnce.PERHAPS_ONE
        return AtOnce.HANDOVER if Behind.HANDOVER in self.behind else AtOnce.TWO


def count_at_once(shared: Iterable[SharedPost]) -> Mapping[AtOnce, int]:
    """Return how often two hold a post at once, by what that is told as; all kinds are there."""
    counts = Counter(each.told_as for each in shared)
    return {kind: counts[kind] for kind in AtOnce}


def shared_posts(held: HeldPost) -> tuple[SharedPost, ...]:
    """Return where papers say that two hold a post at once, `MOST_OVERLAPS` at most."""
    return tuple(islice(_pairs(held), MOST_OVERLAPS))


def _pairs(held: HeldPost) -> Iterator[SharedPost]:
    open_ones: list[tuple[dt.date, Tenure]] = []
    spans = [(*days, each) for each in held.tenures if (days := _days(each))]
    for first, last, tenure in sorted(spans, key=lambda each: each[:2]):
        open_ones = [each for each in open_ones if each[0] >= first]
        for _, before in open_ones:
            if before.holder != tenure.holder and (found := _shared(held, before, tenure)):
                yield found
        open_ones.append((last, tenure))


def _days(tenure: Tenure) -> tuple[dt.date, dt.date] | None:
    days = [day for sign in tenure.signs if sign.is_dated for day in sign.date.bounds]
    return (min(days), max(days)) if days else None


def _shared(held: HeldPost, one: Tenure, other: Tenure) -> SharedPost | None:
    for within, around in ((other, one), (one, other)):
        if around.seen_from is None or around.seen_to is None:
            continue
        signed = (sign for sign in within.signs if sign.is_dated and sign.kind is SignKind.SIGNED)
        sign = next((sign for sign in signed if around.surely(sign.date)), None)
        if sign is not None:
            beside = (around.seen_from.sign, around.seen_to.sign)
            return SharedPost(one, other, sign, beside, tuple(_behind(held, one, other)))
    return None


def _behind(held: HeldPost, one: Tenure, other: Tenure) -> Iterator[Behind]:
    if held.names.why_one(one.holder, other.holder):
        yield Behind.ONE_MAN
    (one_first, one_last), (other_first, other_last) = (_days(each) or (dt.date.max, dt.date.min) for each in (one, other))
    if min((one_last - other_first).days, (other_last - one_first).days) <= HANDOVER:
        yield Behind.HANDOVER
    yield from (Behind.ACTING, Behind.RETURNED, Behind.SEVERAL, Behind.MISDATED, Behind.COPY, Behind.FORGED)


def contrary_orders(held: HeldPost) -> Iterator[tuple[PostSign, PostSign]]:
    """Yield a signature with the order that names the signer to his post later, or relieved him of it over `HANDOVER` days before."""
    for tenure in held.tenures:
        yield from _against(tenure.signs)


def _against(signs: Iterable[PostSign]) -> Iterator[tuple[PostSign, PostSign]]:
    dated = [sign for sign in signs if sign.is_dated]
    named = [sign for sign in dated if sign.kind is SignKind.NAMED]
    relieved = [sign for sign in dated if sign.kind is SignKind.RELIEVED]
    first = min(named, key=lambda sign: sign.date.bounds[0], default=None)
    last = max(relieved, key=lambda sign: sign.date.bounds[1], default=None)
    for sign in dated:
        if sign.kind is not SignKind.SIGNED:
            continue
        if first and sign.date.bounds[1] < first.date.bounds[0]:
            yield sign, first
        if last and (sign.date.bounds[0] - last.date.bounds[1]).days > HANDOVER:
            yield sign, last
