"""Before, after, about, mid, early, late: the days that a word beside a date makes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kashf.domain.date import Calendar, FuzzyDate, Precision
from kashf.language.dates.date_pieces import DatePiece
from kashf.language.dates.found_dates import DateEdge
from kashf.language.dates.phrases.date_senses import PieceKind

_DAY: Final = dt.timedelta(1)
#: Days that "about" leaves on both sides of a day, a month and a year; nothing was counted, so that they are wide.
_ABOUT: Final = {Precision.DAY: 5, Precision.MONTH: 15, Precision.YEAR: 365}
#: Parts of a month or a year, from and to, in thirds or halves.
_PARTS: Final = {
    DateEdge.EARLY: (0, 3),
    DateEdge.MIDDLE: (1, 3),
    DateEdge.LATE: (2, 3),
    DateEdge.FIRST_HALF: (0, 2),
    DateEdge.SECOND_HALF: (1, 2),
}
_BEFORE: Final = {edge.name: edge for edge in DateEdge if edge not in {DateEdge.AT, DateEdge.RANGE}}
_BEHIND: Final = {f"BEHIND_{name}": edge for name, edge in _BEFORE.items()}
#: What may stand between such a word and the date, how many of these, and the signs between.
_FILLING: Final = ("OF", "MONTH_HEAD", "YEAR_HEAD", "WEAK_LABEL", "LABEL")
_MOST_FILLING: Final = 2
_GAPS: Final = frozenset(("", "-", "'", "’", "~", ":"))


def edge_before(pieces: Sequence[DatePiece], index: int) -> tuple[DateEdge, int]:
    """Return what a word before the piece at an index makes of a date, and the number of that word; AT and the index for nothing."""
    at, piece = index, pieces[index]
    while at and index - at <= _MOST_FILLING and piece.gap in _GAPS:
        at, piece = at - 1, pieces[at - 1]
        for name, edge in _BEFORE.items():
            if piece.kind is PieceKind.WORD and piece.may(name):
                return edge, at
        if piece.kind is not PieceKind.WORD or not any(map(piece.may, _FILLING)):
            break
    return DateEdge.AT, index


def edge_behind(pieces: Sequence[DatePiece], index: int) -> tuple[DateEdge, int]:
    """Return what a word behind a date, in Turkish, makes of it, and the number of the piece behind that."""
    for at in range(index, min(index + 2, len(pieces))):
        piece = pieces[at]
        if piece.gap not in _GAPS:
            break
        for name, edge in _BEHIND.items():
            if piece.may(name):
                return edge, at + 1
        if not (piece.may("SUFFIX") or piece.may("YEAR_BEHIND") or piece.may("OF")):
            break
    return DateEdge.AT, index


def edged(date: FuzzyDate, edge: DateEdge) -> FuzzyDate:
    """Return the days that are meant; a date that is open already stays as it is.

    >>> edged(FuzzyDate.parse("2014-11"), DateEdge.MIDDLE).edtf(), edged(FuzzyDate.parse("2014-11-15"), DateEdge.BEFORE).edtf()
    ('[2014-11-11..2014-11-20]', '[..2014-11-14]')
    """
    if not (date.earliest and date.latest) or edge in {DateEdge.AT, DateEdge.RANGE}:
        return date
    if edge in _PARTS:
        return _part(date, *_PARTS[edge])
    if edge is DateEdge.ABOUT:
        more = dt.timedelta(_ABOUT[date.precision])
        return replace(date, earliest=date.earliest - more, latest=date.latest + more, weights=())
    earliest, latest = _open(date, edge)
    return replace(date, earliest=earliest, latest=latest, precision=Precision.OPEN, weights=())


def _open(date: FuzzyDate, edge: DateEdge) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and the last day before, after, since or until a day, month or year."""
    first, last = date.bounds
    slack, is_day = _slack(date), date.precision is Precision.DAY
    bounds: dict[DateEdge, tuple[dt.date | None, dt.date | None]] = {
        DateEdge.BEFORE: (None, (last if is_day else first + slack) - _DAY),
        DateEdge.AFTER: ((first if is_day else last - slack) + _DAY, None),
        DateEdge.SINCE: (first, None),
        DateEdge.UNTIL: (None, last),
    }
    return bounds[edge]


def _slack(date: FuzzyDate) -> dt.timedelta:
    """Return in how many days the beginning of a month is in doubt."""
    return 2 * _DAY if date.calendar is Calendar.HIJRI and date.precision is not Precision.DAY else 0 * _DAY


def _part(date: FuzzyDate, place: int, of: int) -> FuzzyDate:
    """Return one part of a month or a year: of a month whole days, ten, ten and the rest; of a day nothing less."""
    first, last = date.bounds
    if date.precision is Precision.DAY:
        return date
    slack = _slack(date) / 2
    start, end = first + slack, last - slack
    if date.precision is Precision.YEAR:
        edges = [start + dt.timedelta(days) for days in _year_cuts(start, end, of)]
    else:
        length = 10 if of > 2 else 15
        edges = [start + dt.timedelta(length * each) for each in range(of)]
    edges.append(end + _DAY)
    return replace(date, earliest=edges[place] - slack, latest=edges[place + 1] - _DAY + slack, weights=())


def _year_cuts(start: dt.date, end: dt.date, of: int) -> list[int]:
    """Return on which days of a year its parts begin: with a month where the year is Gregorian."""
    if (start.month, start.day) == (1, 1):
        return [(dt.date(start.year, 1 + 12 // of * each, 1) - start).days for each in range(of)]
    days = (end - start).days + 1
    return [days * each // of for each in range(of)]
