"""Contradictions within one paper: weekday and date, two calendars, a cited paper of a later day, the day on which it came."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from kashf.domain.date import FuzzyDate, Relation
from kashf.domain.letters.said import PaperDate
from kashf.events.contradictions.contradiction import Clash, ClashSide, Contradiction, Innocent
from kashf.events.posts.post_signs import PostPaper, is_ahead
from kashf.language.dates.find_dates import find_dates
from kashf.language.dates.found_dates import DatePlace

#: Code points of a wording of a date that are read anew.
_LONGEST: Final = 200
#: Code points between the date of writing and one on the line below it, which is the same day in another calendar.
_NEXT_LINE: Final = 14
_SAME_DAY: Final = "="
#: Of two calendars, as `language/dates/two_calendars` calls what no slip explains.
_UNEXPLAINED: Final = "unexplained"


def in_its_dates(paper: PostPaper) -> Iterator[Contradiction]:
    """Yield where the date of writing contradicts itself: its weekday, or its two calendars where no slip explains them."""
    written = paper.letter.written
    for place, others in day_places(paper):
        if written and not others:
            yield from _weekday(paper, written, place)
        if written:
            yield from _calendars(paper, written, place, *others)


def day_places(paper: PostPaper) -> Iterator[tuple[DatePlace, tuple[ClashSide, ...]]]:
    """Yield the date of writing as it is read anew, and together with one on the line below it, which then stands beside it."""
    written = paper.letter.written
    if written is None:
        return
    for place in find_dates(written.said.text[:_LONGEST]):
        yield place, ()
    for other in paper.letter.dates:
        mine, its = written.said.span, other.said.span
        if mine.page == its.page and 0 <= its.start - mine.end <= _NEXT_LINE:
            for place in find_dates(f"{written.said.text[:_LONGEST]} {_SAME_DAY} {other.said.text[:_LONGEST]}"):
                yield place, (ClashSide(other.said, other.date),)


def _weekday(paper: PostPaper, written: PaperDate, place: DatePlace) -> Iterator[Contradiction]:
    if place.weekday == "contradicts" and place.agreement.get("class") != _UNEXPLAINED:
        side = ClashSide(written.said, place.date)
        innocent = (Innocent.MISREAD, Innocent.SLIP) if paper.is_picture else (Innocent.SLIP,)
        yield Contradiction(Clash.WEEKDAY, not paper.is_picture, (side,), innocent, {"wording": place.wording})


def _calendars(paper: PostPaper, written: PaperDate, place: DatePlace, *others: ClashSide) -> Iterator[Contradiction]:
    if place.agreement.get("class") == _UNEXPLAINED:
        side = ClashSide(written.said, written.date if others else place.date)
        days = str(abs(int(str(place.agreement.get("days", 0)))))
        innocent = (Innocent.MISREAD, Innocent.SLIP) if paper.is_picture else (Innocent.SLIP,)
        yield Contradiction(
            Clash.CALENDARS, not (paper.is_picture or others), (side, *others), innocent, {"wording": place.wording, "days": days}
        )


def cites_later(paper: PostPaper) -> Iterator[Contradiction]:
    """Yield where a paper cites one that is dated later than itself."""
    own = paper.date
    if own is None:
        return
    for cited in paper.letter.cited:
        if cited.date and cited.date.date.is_known and own.date.compare(cited.date.date) is Relation.BEFORE:
            innocent = (Innocent.SLIP, Innocent.LATER_HAND, *((Innocent.MISREAD,) if paper.is_picture else ()))
            sides = ClashSide(own.said, own.date), ClashSide(cited.date.said, cited.date.date)
            yield Contradiction(Clash.CITES_LATER, not paper.is_picture, sides, innocent, {"days": _apart(own.date, cited.date.date)})


def after_receipt(paper: PostPaper, received: dt.datetime, receipt: str) -> Iterator[Contradiction]:
    """Yield where a paper is dated later than the day on which it first came into the case.

    Args:
        paper: Which.
        received: When its first receipt was written.
        receipt: What that receipt is called.
    """
    own = paper.date
    if own and is_ahead(own.date, received):
        innocent = (Innocent.SLIP, Innocent.DATED_AHEAD, Innocent.CLOCK, *((Innocent.MISREAD,) if paper.is_picture else ()))
        came = ClashSide(None, FuzzyDate.on(received.date()), receipt)
        yield Contradiction(Clash.AFTER_RECEIPT, not paper.is_picture, (ClashSide(own.said, own.date), came), innocent)


def _apart(earlier: FuzzyDate, later: FuzzyDate) -> str:
    return str((later.earliest - earlier.latest).days) if earlier.latest and later.earliest else ""
