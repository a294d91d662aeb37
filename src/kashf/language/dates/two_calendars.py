"""Two wordings of one day in two calendars: how far apart they are, what kind of slip that would be, and how common it is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kashf.domain.date import UNDATED, Calendar, FuzzyDate, Precision, Unresolved
from kashf.domain.ids import Json
from kashf.language.dates.calendars import DayRange, hijri_day, merged
from kashf.language.dates.date_pieces import DatePiece
from kashf.language.dates.found_dates import DateEdge, DatePlace
from kashf.language.dates.phrases.date_senses import PieceKind

_MOST_BETWEEN: Final = 40
#: Between two wordings that belong together, words such as "corresponding to" left out.
_JOINT: Final = re.compile("[\\s()\\[\\]/=،,:\\-–\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069ـ]*")
_JOINING: Final = ("CORRESPONDING", "WEAK_LABEL", "LABEL", "OF")
#: Pairs counted in papers by difference: of armed groups, states, offices and Saudi courts together (585), and in dates that one
#: publisher converted (738). Source: counts over 3,900 + 2,890 Saudi texts, 25 papers of other states, 9 of armed groups.
_PAPERS, _CONVERTED = 585, 738
_COUNTED: Final[Mapping[str, tuple[int, int]]] = {"same": (558, 647), "one-day": (18, 70), "two-days": (0, 10), "slip": (9, 11)}
#: What slips are: whole months, a lunar year, some days, as they were met.
_MONTHS: Final = frozenset((28, 29, 30, 31, 33, 58, 59, 60))
_YEARS: Final = frozenset((353, 354, 355, 365, 366))
_SLIPPED_DAYS: Final = frozenset((8, 9, 12, 15))
#: No slip is longer; two dates further apart are of two days.
_FURTHEST: Final = 400


def joined_calendars(text: str, places: Sequence[DatePlace], pieces: Sequence[DatePiece]) -> Iterator[DatePlace]:
    """Yield places with those that are one day in two calendars made one, which says how the two agree.

    A conversion in square brackets is a translator's and no evidence: the day is then the one that is converted.
    """
    joining = {piece.start: piece for piece in pieces if piece.kind is PieceKind.WORD and any(map(piece.may, _JOINING))}
    at = 0
    while at < len(places):
        one = places[at]
        other = places[at + 1] if at + 1 < len(places) else None
        if other and (how := _how(text, one, other, joining)):
            yield _one_day(text, one, other, is_conversion=how == "converted")
            at += 2
        else:
            yield one
            at += 1


def _how(text: str, one: DatePlace, other: DatePlace, joining: Mapping[int, DatePiece]) -> str:
    """Return whether two places are "said" to be one day or one is "converted" from the other; "" for neither."""
    if other.start - one.end > _MOST_BETWEEN or one.edge is not other.edge or one.edge not in {DateEdge.AT, DateEdge.RANGE}:
        return ""
    calendars = {one.date.calendar, other.date.calendar}
    if len(calendars) < 2 or not (one.date.days and other.date.days) or one.date.precision is not other.date.precision:
        return ""
    between = text[one.end : other.start]
    words = [piece for start, piece in joining.items() if one.end <= start and piece.end <= other.start]
    said = between
    for piece in reversed(words):
        said = said[: piece.start - one.end] + said[piece.end - one.end :]
    is_said = any(piece.may("CORRESPONDING") for piece in words)
    if not _JOINT.fullmatch(said) or ("\n\n" in said) or not (is_said or any(sign in said for sign in "([/=-–،,") or not said.strip(" ")):
        return ""
    (first, _), (second, _) = one.date.bounds, other.date.bounds
    if abs((first - second).days) > _FURTHEST and not is_said:
        return ""
    closes = text[other.end : other.end + 2].lstrip()[:1] == "]"
    return "converted" if said.rstrip().endswith("[") and closes else "said"


def _one_day(text: str, one: DatePlace, other: DatePlace, *, is_conversion: bool) -> DatePlace:
    end = other.end + (len(text[other.end : other.end + 2]) - len(text[other.end : other.end + 2].lstrip(")] ")))
    wording = text[one.start : end]
    agreement: dict[str, Json] = {"parts": [_part(one), _part(other)]}
    if is_conversion:
        agreement |= {
            "class": "translators-conversion",
            "note": "a translator's conversion in square brackets: no evidence that two calendars agree",
        }
        date = one.date
    else:
        classed, days = _class(one, other)
        agreement |= {"class": classed, "days": days, "note": _note(classed, days)}
        date = _common(one, other, classed)
    weekday = next((each.weekday for each in (one, other) if each.weekday), "")
    return replace(
        one, end=end, wording=wording, date=replace(date, wording=" ".join(wording.split())), weekday=weekday, agreement=agreement
    )


def _part(place: DatePlace) -> dict[str, Json]:
    return {
        "wording": place.wording,
        "start": place.start,
        "end": place.end,
        "calendar": place.date.calendar.value,
        "edtf": place.date.edtf(),
    }


def _class(one: DatePlace, other: DatePlace) -> tuple[str, int]:
    """Return the class of the difference between two wordings, and its days: that of the readings that come nearest."""
    if one.date.precision is not Precision.DAY or one.edge is DateEdge.RANGE:
        return ("same" if set(_days(one.date)) & set(_days(other.date)) else "unexplained"), 0
    gregorian, table = (one, other) if other.date.calendar is Calendar.HIJRI else (other, one)
    pairs = [(said - tabled).days for said in _days(gregorian.date) for tabled in _middles(table)]
    days = min(pairs, key=abs)
    size = abs(days)
    if size <= 2:
        return ("same", "one-day", "two-days")[size], days
    is_swapped = any(swapped in set(_middles(table)) for day in _days(gregorian.date) for swapped in _swapped(day))
    slips = (
        (size in _MONTHS, "slip-month"),
        (size in _YEARS, "slip-year"),
        (is_swapped or _is_swapped_hijri(table, _days(gregorian.date)), "slip-day-and-month"),
        (size in _SLIPPED_DAYS, "slip-days"),
    )
    return next((name for is_so, name in slips if is_so), "unexplained"), days


def _days(date: FuzzyDate) -> list[dt.date]:
    first, _ = date.bounds
    weights = date.weights or (1,) * min(date.days, _FURTHEST)
    return [first + dt.timedelta(ahead) for ahead, weight in enumerate(weights) if weight]


def _middles(place: DatePlace) -> list[dt.date]:
    """Return the days of the tables among those that a wording may be: the likeliest."""
    if place.tabled:
        return [*place.tabled]
    date = place.date
    first, _ = date.bounds
    most = max(date.weights, default=1)
    found = [first + dt.timedelta(ahead) for ahead, weight in enumerate(date.weights) if weight == most]
    return found if date.weights else _days(date)


def _swapped(day: dt.date) -> Iterator[dt.date]:
    if day.day <= 12:
        yield dt.date(day.year, day.day, day.month)


def _is_swapped_hijri(place: DatePlace, others: Iterable[dt.date]) -> bool:
    """Return whether the day would be another's if day and month of the Hijri wording changed places."""
    targets = {(found.month, found.day) for day in others if (found := hijri_day(day))}
    mine = [found for day in _middles(place) if (found := hijri_day(day))]
    return place.date.calendar is Calendar.HIJRI and any((each.day, each.month) in targets for each in mine)


def _common(one: DatePlace, other: DatePlace, classed: str) -> FuzzyDate:
    """Return the days of both; of the one whose weekday fits where they have none, and of either where no weekday decides."""
    mine, theirs = set(_days(one.date)), set(_days(other.date))
    narrow = min(one, other, key=lambda place: place.date.days).date
    if common := sorted(mine & theirs):
        days = merged(tuple(DayRange(day, day) for day in common), most_weights=_FURTHEST)
        weights = days.weights if days.first < days.last else ()
        return replace(narrow, earliest=days.first, latest=days.last, weights=weights, unresolved=())
    fitting = [place for place in (one, other) if place.weekday == "fits" and "contradicts" in {one.weekday, other.weekday, "contradicts"}]
    if len(fitting) == 1 and _is_weekday_shared(one, other, fitting[0]):
        return fitting[0].date
    if classed == "two-days":
        return next(place.date for place in (one, other) if place.date.calendar is not Calendar.HIJRI)
    both = [DayRange(*place.date.bounds) for place in (one, other)]
    days = merged(tuple(both), most_weights=_FURTHEST)
    return replace(
        UNDATED,
        earliest=days.first,
        latest=days.last,
        weights=days.weights,
        precision=narrow.precision,
        unresolved=(Unresolved.CALENDAR,),
        calendar=Calendar.UNKNOWN,
    )


def _is_weekday_shared(one: DatePlace, other: DatePlace, fitting: DatePlace) -> bool:
    """Return whether the weekday that one wording has is not that of the other's likeliest day too."""
    rest = other if fitting is one else one
    weekdays = {day.weekday() for day in _days(fitting.date)}
    return len(weekdays) == 1 and not any(day.weekday() in weekdays for day in _middles(rest))


def _note(classed: str, days: int) -> str:
    kind = "slip" if classed.startswith("slip") else classed
    if kind == "unexplained":
        return f"{abs(days)} days apart: no known kind of slip; every larger difference in {_PAPERS + _CONVERTED} honest pairs was of one"
    papers, converted = _COUNTED[kind]
    how = {
        "same": "the tables agree",
        "one-day": "one day apart, as months that begin by the moon are",
        "two-days": "two days apart: unlikely in a paper, met where somebody converted",
        "slip": f"{abs(days)} days apart: {_SLIPS.get(classed, '')}, a slip of a pen and no other calendar",
    }[kind]
    return f"{how}; so in {papers} of {_PAPERS} pairs of papers and {converted} of {_CONVERTED} of one publisher's conversions"


_SLIPS: Final = {
    "slip-month": "a month",
    "slip-year": "a year",
    "slip-days": "a difference met before",
    "slip-day-and-month": "day and month changed over",
}
