"""Which documents were written on the days that a query asks for: the case knows, and not its index, which holds days of messages alone.

So a date that somebody confirms, or that is read otherwise, counts in the next search. The date of a document may be in doubt; it answers
where it may be one of the days, and it is counted apart when all of its own are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kashf.domain.date import FuzzyDate
from kashf.domain.ids import DocumentId
from kashf.ports.search import All, Days, Either, IndexQuery, InDocument, Preferring, Without
from kashf.ports.stages import OwnDate
from kashf.ports.views import CaseView
from kashf.services.dates.day_ranges import may_be, surely_is

#: Says of a document's own date whether it answers for some days.
_Answers = Callable[[OwnDate, FuzzyDate], bool]


@dataclass(frozen=True, slots=True)
class DayCounts:
    """How sure the passages of an answer are of the days that were asked for.

    Args:
        surely: Those whose date is one of these days whichever of its own it is.
        possibly: Those of which only some days are.
        unseen: Those among both whose date a machine read from a picture and nobody looked at.
    """

    surely: int
    possibly: int
    unseen: int


def asks_for_days(query: IndexQuery) -> bool:
    """Return whether a query asks when documents were written."""
    match query:
        case Days(_, of_file):
            return not of_file
        case All(parts) | InDocument(parts) | Either(parts):
            return any(map(asks_for_days, parts))
        case Preferring(asked, _) | Without(asked):
            return asks_for_days(asked)
        case _:
            return False


def on_written_days(view: CaseView, query: IndexQuery, *, answers: _Answers | None = None, is_sure: bool = False) -> IndexQuery:
    """Return a query with the documents that were written on the days that it asks for; days that have theirs are left.

    Args:
        view: Of the case.
        query: What is asked.
        answers: Which documents; without it, those that may have been. What leaves days out leaves out all that may have been, always.
        is_sure: Whether a message has to be of these days whichever of its own it is.
    """
    match query:
        case Days(date, False, None):
            if not date.is_known:
                return replace(query, written=frozenset(each.document for each in view.own_dates()))
            chosen = answers or _may_be
            found = frozenset(each.document for each in view.own_dates(*date.day_numbers()) if chosen(each, date))
            return replace(query, written=found, is_sure=is_sure)
        case All(parts) | InDocument(parts) | Either(parts):
            return type(query)(tuple(on_written_days(view, part, answers=answers, is_sure=is_sure) for part in parts))
        case Preferring(asked, first):
            return Preferring(on_written_days(view, asked, answers=answers, is_sure=is_sure), first)
        case Without(part):
            return Without(on_written_days(view, part))
        case _:
            return query


def count_by_sureness(view: CaseView, query: IndexQuery, count: Callable[[IndexQuery], int], *, total: int) -> DayCounts | None:
    """Return how sure an answer is of its days; None where none were asked for.

    Args:
        view: Of the case.
        query: What was asked, its days without documents yet.
        count: Counts the passages that answer.
        total: Passages of the answer.
    """
    if not asks_for_days(query):
        return None
    surely = count(on_written_days(view, query, answers=_surely_is, is_sure=True))
    seen = count(on_written_days(view, query, answers=_is_seen))
    return DayCounts(min(surely, total), max(total - surely, 0), max(total - seen, 0))


def months_of(view: CaseView) -> Mapping[DocumentId, str]:
    """Return in which month each document was written, as yyyy-mm; those of which no one month is sure are left out."""
    return {each.document: month for each in view.own_dates() if (month := _month(each))}


def _month(each: OwnDate) -> str:
    first, last = f"{each.first_day:08}", f"{each.last_day:08}"
    return f"{first[:4]}-{first[4:6]}" if first[:6] == last[:6] and each.first_day else ""


def _may_be(each: OwnDate, asked: FuzzyDate) -> bool:
    if _surely_is(each, asked):  # Most are; nothing is read of them.
        return True
    return may_be(FuzzyDate.from_json(json.loads(each.date)), asked)


def _surely_is(each: OwnDate, asked: FuzzyDate) -> bool:
    return surely_is((each.first_day, each.last_day), asked)


def _is_seen(each: OwnDate, asked: FuzzyDate) -> bool:
    return not each.is_unseen and _may_be(each, asked)
