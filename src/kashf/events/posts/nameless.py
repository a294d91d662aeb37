"""Who signed where a paper has a post alone, and when a paper without a date may be from: derived from tenures, and judging nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate, Precision
from kashf.domain.letters.said import Said
from kashf.events.posts.post_signs import PostId, PostPaper, SignKind
from kashf.events.posts.tenures import HeldPost, Tenure

#: Of more than so many who may have signed, it cannot be said.
MOST_NAMED: Final = 3


class HowSure(StrEnum):
    """How far tenures say who signed."""

    #: He surely holds the post on all days of the date, and nobody else may.
    CERTAIN = "certain"
    #: One of a few; or the one that is known, on days on which he is not seen in it: somebody else may have held it between.
    ONE_OF = "one-of"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Nameless:
    """A signature that has a post and no name.

    Args:
        at: Which post.
        said: The post on the paper.
        date: Of the paper, as it says.
        how_sure: How far it is known who held the post then.
        holders: Who may have, the likeliest first; none where it cannot be said.
        stands_in: Whether the paper was signed for the holder.
    """

    at: PostId
    said: Said
    date: FuzzyDate
    how_sure: HowSure
    holders: tuple[Tenure, ...] = ()
    stands_in: bool = False


@dataclass(frozen=True, slots=True)
class DatedByPost:
    """A paper without a usable date that somebody signed in a post.

    Args:
        at: Which post.
        said: The name on the paper.
        date: The days of his tenures, derived.
        tenures: Those tenures.
    """

    at: PostId
    said: Said
    date: FuzzyDate
    tenures: tuple[Tenure, ...]


def named_by_tenure(at: PostId, said: Said, date: FuzzyDate, held: HeldPost | None, *, stands_in: bool = False) -> Nameless:
    """Return who held a post on the date of a paper.

    Args:
        at: Which post.
        said: Where the paper has it.
        date: When, as the paper says; a derived one is as good as none.
        held: Who held the post; None where nobody is known to.
        stands_in: Whether somebody signed for him.
    """
    usable = UNDATED if date.is_derived else date
    possible = [each for each in held.tenures if _is_dated(each) and each.possibly(usable)] if held else []
    sure = [each for each in possible if each.surely(usable)]
    holders = {each.holder for each in possible}
    if len(sure) == 1 and _nobody_else(sure[0], possible):
        return Nameless(at, said, date, HowSure.CERTAIN, tuple(sure), stands_in)
    if sure:  # Who is seen in it on these days stands before those of whom nothing but an open end says that they may.
        possible = [each for each in possible if each in sure or _meets(each, usable)]
        holders = {each.holder for each in possible}
    if 0 < len(holders) <= MOST_NAMED:
        return Nameless(at, said, date, HowSure.ONE_OF, tuple(sorted(possible, key=lambda each: each not in sure)), stands_in)
    return Nameless(at, said, date, HowSure.UNKNOWN, (), stands_in)


def _is_dated(tenure: Tenure) -> bool:
    return any(sign.is_dated for sign in tenure.signs)


def _nobody_else(sure: Tenure, possible: Sequence[Tenure]) -> bool:
    """Return whether the days on which he is seen in it leave out all others: none of them has a sign of his own within them."""
    if sure.seen_from is None or sure.seen_to is None:
        return False
    first, last = sure.seen_from.day, sure.seen_to.day
    others = (sign for each in possible if each.holder != sure.holder for sign in each.signs if sign.is_dated)
    return not any(sign.date.bounds[0] <= last and sign.date.bounds[1] >= first for sign in others)


def _meets(tenure: Tenure, date: FuzzyDate) -> bool:
    """Return whether a sign of his, or days between two of them, may be of the days of a date."""
    days = [day for sign in tenure.signs if sign.is_dated for day in sign.date.bounds]
    return not (date.earliest and date.latest) or (min(days) <= date.latest and max(days) >= date.earliest)


def dated_by_posts(papers: Iterable[PostPaper], held: Mapping[PostId, HeldPost]) -> Iterator[DatedByPost]:
    """Yield the papers without a usable date whose signature has a name and a post that other papers date."""
    undated = {paper.document for paper in papers if paper.date is None}
    for at, post in held.items():
        for holder in dict.fromkeys(each.holder for each in post.tenures):
            mine = tuple(each for each in post.tenures if each.holder == holder)
            signs = [sign for each in mine for sign in each.signs if sign.kind is SignKind.SIGNED and sign.document in undated]
            date = _hull([each.days() for each in mine if _is_dated(each)])
            if date.is_known:
                yield from (DatedByPost(at, sign.said, date, mine) for sign in signs)


def _hull(dates: Sequence[FuzzyDate]) -> FuzzyDate:
    if not dates:
        return UNDATED
    firsts, lasts = [each.earliest for each in dates], [each.latest for each in dates]
    first = None if None in firsts else min(day for day in firsts if day)
    last = None if None in lasts else max(day for day in lasts if day)
    return FuzzyDate(first, last, precision=Precision.DAY if first and last else Precision.OPEN, is_derived=bool(first or last))
