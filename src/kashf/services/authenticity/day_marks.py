"""Marks of a paper's day: its weekday, its two calendars, and whether it lies before the day on which the paper came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from kashf.domain.ids import DocumentId
from kashf.events.contradictions.within_papers import day_places
from kashf.events.posts.post_signs import PostPaper, is_ahead
from kashf.evidence.authenticity.authenticity_sheet import MarkSeen, PaperMark, WhyUnknown, weighed
from kashf.evidence.authenticity.mark_ratio import CarelessForger, CarelessShare
from kashf.services.authenticity.papers_beside import PapersBeside, document_of, documents_of
from kashf.services.case.open import OpenCase
from kashf.services.letters.kept_answers import kept_answer
from kashf.services.posts.signed_papers import first_receipts

#: Chances that follow from what a careless forger is assumed to do.
_WEEKDAY_FITS: Final = 1 / 7
_WITHIN_A_DAY: Final = 3 / 30
_BEHIND_RECEIPT: Final = 1 / 2
_AGREE: Final = frozenset({"same", "one-day"})
_APART: Final = "unexplained"
_CONVERTED: Final = "translators-conversion"


class _DaySays(NamedTuple):
    """What the date of a paper says of itself: its weekday, and the class of its two calendars; "" where it has none."""

    weekday: str = ""
    calendars: str = ""
    days: str = ""


def day_marks(case: OpenCase, beside: PapersBeside, scope: str) -> Iterator[MarkSeen]:
    """Yield the marks of the day."""
    every = kept_answer(case, f"days of writing {scope}", lambda: {each.document: _says(each) for each in beside.signed.papers})
    mine = _says(beside.paper)
    yield _weekday(beside, mine, every)
    yield _calendars(beside, mine, every)
    yield _receipt(case, beside)


def _says(paper: PostPaper) -> _DaySays:
    found = _DaySays()
    for place, _ in day_places(paper):
        classed, days = str(place.agreement.get("class", "")), str(place.agreement.get("days", ""))
        found = _DaySays(found.weekday or place.weekday, found.calendars or classed, found.days or days)
    return found


def _weekday(beside: PapersBeside, mine: _DaySays, every: Mapping[DocumentId, _DaySays]) -> MarkSeen:
    mark, written = PaperMark.WEEKDAY, beside.paper.letter.written
    if not (mine.weekday and written):
        return MarkSeen(mark, why=WhyUnknown.ABSENT)
    if written.is_unseen:
        return MarkSeen(mark, mine.weekday, WhyUnknown.UNSEEN, said=(written.said,))
    honest = beside.share(lambda each: says.weekday == mine.weekday if (says := every.get(each.document)) and says.weekday else None)
    chance = _WEEKDAY_FITS if mine.weekday == "fits" else 1 - _WEEKDAY_FITS
    return weighed(mark, mine.weekday, honest, CarelessShare.fixed(CarelessForger.ANY_WEEKDAY, chance), said=(written.said,))


def _calendars(beside: PapersBeside, mine: _DaySays, every: Mapping[DocumentId, _DaySays]) -> MarkSeen:
    mark, written = PaperMark.CALENDARS, beside.paper.letter.written
    if not (mine.calendars and written):
        return MarkSeen(mark, why=WhyUnknown.ABSENT)
    facts, said = {"days": mine.days}, (written.said,)
    if written.is_unseen or mine.calendars == _CONVERTED:
        return MarkSeen(mark, mine.calendars, WhyUnknown.UNSEEN if written.is_unseen else WhyUnknown.CONVERTED, said=said, facts=facts)
    if mine.calendars not in _AGREE | {_APART}:
        return MarkSeen(mark, "slip", WhyUnknown.KNOWN_SLIP, said=said, facts=facts)
    agree = mine.calendars in _AGREE
    honest = beside.share(lambda each: _has_same(agree, every.get(each.document)))
    chance = _WITHIN_A_DAY if agree else 1 - _WITHIN_A_DAY
    careless = CarelessShare.fixed(CarelessForger.NO_TABLE, chance)
    return weighed(mark, "agree" if agree else "apart", honest, careless, said=said, facts=facts)


def _has_same(agree: bool, says: _DaySays | None) -> bool | None:  # noqa: FBT001 - two classes of one mark
    if says is None or says.calendars in {"", _CONVERTED}:
        return None
    return says.calendars in _AGREE if agree else says.calendars == _APART


def _receipt(case: OpenCase, beside: PapersBeside) -> MarkSeen:
    """Return whether a paper is dated behind the day on which it came."""
    mark, day = PaperMark.RECEIPT, beside.paper.date
    came = first_receipts(case.view, documents_of([beside.paper, *beside.others, *beside.same]))
    mine = came.get(document_of(beside.paper))
    if day is None or mine is None:
        return MarkSeen(mark, why=WhyUnknown.NO_DAY)
    facts = {"received": mine[0].date().isoformat()}
    if day.is_unseen:
        return MarkSeen(mark, "", WhyUnknown.UNSEEN, said=(day.said,), facts=facts)
    if not is_ahead(day.date, mine[0]):
        return MarkSeen(mark, "before", WhyUnknown.EXPECTED, said=(day.said,), facts=facts)

    def is_behind(paper: PostPaper) -> bool | None:
        time = came.get(document_of(paper))
        return is_ahead(paper.written, time[0]) if time and paper.date else None

    careless = CarelessShare.fixed(CarelessForger.AROUND_RECEIPT, _BEHIND_RECEIPT)
    return weighed(mark, "behind", beside.share(is_behind), careless, said=(day.said,), facts=facts)
