"""The dates of a case by their normal form, with what is left out of the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.date import Calendar, FuzzyDate
from kashf.domain.document import Span
from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.ids import DocumentId
from kashf.language.dates.found_dates import WhoseDay
from kashf.language.words.tokens import folded_words
from kashf.ports.stages import DATES
from kashf.services.case.collections import narrow
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.open import OpenCase
from kashf.services.dates.day_ranges import may_be
from kashf.services.dates.keep_dates import BESIDE_TEXT, KeptDate, dates_of
from kashf.services.letters.kept_lexicon import kept_lexicon

#: Wordings and places told of one date; all are counted.
_MOST_WORDINGS, _MOST_PLACES = 4, 20
#: Of one date.
_Placed = tuple[DocumentId, KeptDate]


@dataclass(frozen=True, slots=True)
class DateQuery:
    """Which dates are asked for; all without.

    Args:
        kinds: What they are the dates of; () for all.
        within: Those that may be one of these days; None for all.
        containing: Words of their wordings.
        scope: Of which collection.
    """

    kinds: tuple[WhoseDay, ...] = ()
    within: FuzzyDate | None = None
    containing: str = ""
    scope: Scope = Scope.LEAK


@dataclass(frozen=True, slots=True)
class DatePlaceInCase:
    """Where a date stands.

    Args:
        span: The place.
        kind: What it is the date of there.
        score: How sure that is.
        wording: As it stands there.
        is_unseen: Whether a machine read it from a picture and nobody looked at it.
        is_own: Whether it is when the document was written.
    """

    span: Span
    kind: WhoseDay
    score: float
    wording: str
    is_unseen: bool
    is_own: bool


@dataclass(frozen=True, slots=True)
class ListedDate:
    """A date of a case, by its normal form.

    Args:
        edtf: The days that it may be; the same days in another calendar or script are the same date.
        earliest: The first of them, as yyyymmdd, 0 where nothing bounds it.
        calendars: In which it is written, the most frequent first.
        kinds: What it is the date of, by how often.
        wordings: The most frequent first, some of them.
        places: How often it stands there.
        documents: In how many.
        unseen: Places that a machine read from pictures and nobody looked at.
        where: Some of the places, by document and page.
    """

    edtf: str
    earliest: int
    calendars: tuple[Calendar, ...]
    kinds: Mapping[WhoseDay, int]
    wordings: tuple[str, ...]
    places: int
    documents: int
    unseen: int
    where: tuple[DatePlaceInCase, ...]


@dataclass(frozen=True, slots=True)
class DateList:
    """Dates of a case, and what is not among them.

    Args:
        dates: Those asked for, the most frequent first.
        total: How many different ones were asked for.
        places: How often all of these stand in the case.
        without_days: Places of wordings that name no days, by reason: "year missing", "counted from another day", "impossible".
        copies: Documents left out, as copies of others.
        unsure_pages: Pages that were read too unsurely to be looked at.
        waiting: Documents of the whole case in which no dates were looked for yet.
        elsewhere: Places of dates in the other collections.
        set_aside: Documents set aside or excluded.
    """

    dates: tuple[ListedDate, ...]
    total: int
    places: int
    without_days: Mapping[str, int]
    copies: int
    unsure_pages: int
    waiting: int
    elsewhere: Mapping[Collection, int]
    set_aside: int


def list_dates(case: OpenCase, query: DateQuery | None = None, *, limit: int | None = 100) -> DateList:
    """Return the dates of a case, the most frequent first, then by their days; copies of one document are one document.

    Args:
        case: Which case.
        query: Which dates; all of the leak without.
        limit: How many at most; None for all.
    """
    asked = query or DateQuery()
    with case.view.snapshot():
        narrowed = narrow(case, asked.scope)
        kept = kept_dates(narrowed.case)
        whose = witnesses(narrowed.case.view, sorted(kept))
        first = {leader if leader in kept else document for document, leader in whose.items()}
        every = [(id, each) for id in sorted(kept) if id in first for each in kept[id] if each.page != BESIDE_TEXT]
        totals, waiting = case.view.totals(), case.view.count_waiting(DATES)
        elsewhere = narrowed.elsewhere(lambda other: len(other.view.stage_rows(DATES)))
    fitting = [(id, each) for id, each in every if _fits(each, asked)]
    with_days = [(id, each) for id, each in fitting if each.date.is_known]
    listed = sorted(_by_days(with_days), key=lambda each: (-each.places, each.earliest, each.edtf))
    return DateList(
        dates=tuple(listed[:limit]),
        total=len(listed),
        places=len(with_days),
        without_days=dict(Counter(_why_none(each) for _, each in fitting if not each.date.is_known)),
        copies=len(kept) - len(first),
        unsure_pages=totals.unsure_pages,
        waiting=waiting,
        elsewhere=elsewhere,
        set_aside=totals.set_aside,
    )


def kept_dates(case: OpenCase, documents: Sequence[DocumentId] | None = None) -> Mapping[DocumentId, tuple[KeptDate, ...]]:
    """Return the dates of some documents, or of all, in order of place: read anew where something on a page is sealed.

    Documents without any are left out.
    """
    found: dict[DocumentId, list[KeptDate]] = {}
    for id, row in case.view.stage_rows(DATES, documents):
        found.setdefault(id, []).append(KeptDate.of_row(row))
    sealed = sorted({id for id, _ in case.shown.sealed_in(sorted(found))})
    for record in case.view.records(sealed):
        found[record.id] = list(dates_of(record, case.shown.pages(record.id), lexicon=kept_lexicon(case)))
    return {id: tuple(dates) for id, dates in found.items() if dates}


def _fits(each: KeptDate, asked: DateQuery) -> bool:
    if asked.kinds and each.kind not in asked.kinds:
        return False
    if asked.within and not may_be(each.date, asked.within):
        return False
    words = folded_words(asked.containing)
    return not words or set(words) <= set(folded_words(each.date.wording))


def _by_days(found: Iterable[_Placed]) -> Iterator[ListedDate]:
    groups: dict[str, list[_Placed]] = {}
    for id, each in found:
        groups.setdefault(each.date.edtf(), []).append((id, each))
    for edtf, placed in groups.items():
        dates = [each for _, each in placed]
        yield ListedDate(
            edtf=edtf,
            earliest=dates[0].date.day_numbers()[0],
            calendars=tuple(calendar for calendar, _ in Counter(each.date.calendar for each in dates).most_common()),
            kinds=dict(Counter(each.kind for each in dates).most_common()),
            wordings=tuple(wording for wording, _ in Counter(each.date.wording for each in dates).most_common(_MOST_WORDINGS)),
            places=len(dates),
            documents=len({id for id, _ in placed}),
            unseen=sum(each.is_unseen for each in dates),
            where=tuple(_place(id, each) for id, each in placed[:_MOST_PLACES]),
        )


def _place(document: DocumentId, each: KeptDate) -> DatePlaceInCase:
    span = Span(document, each.page, each.start, each.end)
    return DatePlaceInCase(span, each.kind, each.score, each.date.wording, each.is_unseen, each.is_own)


#: What a note says that is no reason by itself.
_RULE: Final = "{"


def _why_none(each: KeptDate) -> str:
    if each.note.startswith(_RULE):
        return "counted from another day"
    return "impossible" if each.note else "year missing"
