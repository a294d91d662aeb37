"""YearStretches that are named by a year and less or more than one: seasons, quarters, decades, rows of years and of months."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from kashf.domain.date import Calendar, FuzzyDate, Precision
from kashf.language.dates.calendars import NamedDay, day_range
from kashf.language.dates.date_pieces import DatePiece
from kashf.language.dates.phrases.date_senses import PieceKind
from kashf.language.dates.shapes.date_part import NEAR, PieceWalk

_DASHES: Final = frozenset(("-", "–", "—", "/", "ـ"))
_YEARS: Final = range(1850, 2100)
_HIJRI_YEARS: Final = range(1330, 1480)
_SOLAR_YEARS: Final = range(1280, 1420)
_LAST_CENTURY: Final = 1900
_WINTER: Final = 12
_LENGTH: Final = 3
_MOST_YEARS: Final = 40
_ARTICLES: Final = ("ال", "the ", "وال", "بال")


@dataclass(frozen=True, slots=True)
class YearStretch:
    """Days that are more or less than a year.

    Args:
        start: First code point.
        next: Number of the piece behind it.
        date: The days.
    """

    start: int
    next: int
    date: FuzzyDate


def stretch_at(walk: PieceWalk, index: int, *, is_persian: bool = False) -> YearStretch | None:
    """Return the season, quarter, decade or row of years that begins with a piece; None for none."""
    piece = walk.piece(index)
    if piece is None:
        return None
    if piece.may("YEAR_PART"):
        return _part(walk, index, piece)
    if piece.may("DECADE"):
        return _decade(walk, index, piece)
    if piece.kind is PieceKind.NUMBER and piece.digits == 4:
        return _years(walk, index, piece, is_persian=is_persian)
    return None


def _part(walk: PieceWalk, index: int, piece: DatePiece) -> YearStretch | None:
    at = index + 1
    while at - index <= 2 and (word := walk.near(at)) and (word.may("OF") or word.may("YEAR_HEAD")):
        at += 1
    year = walk.near(at)
    if year is None or year.kind is not PieceKind.NUMBER or year.digits != 4 or _goes_on(walk, at):
        return None
    season = piece.digits
    if season and year.value in _SOLAR_YEARS and not piece.written.isascii():
        first, last = (day_range(NamedDay(Calendar.SOLAR_HIJRI, year.value, month)) for month in (3 * season - 2, 3 * season))
        days = (first.first, last.last) if first and last else None
        return YearStretch(piece.start, at + 1, _date(*days, Calendar.SOLAR_HIJRI)) if days else None
    if year.value not in _YEARS:
        return None
    if piece.value == _WINTER:  # Of which year the winter is, its name does not say.
        return YearStretch(piece.start, at + 1, _date(dt.date(year.value - 1, 12, 1), dt.date(year.value + 1, 3, 1) - dt.timedelta(1)))
    first_day, behind = dt.date(year.value, piece.value, 1), piece.value + _LENGTH
    last_day = (dt.date(year.value + behind // 13, (behind - 1) % 12 + 1, 1)) - dt.timedelta(1)
    return YearStretch(piece.start, at + 1, _date(first_day, last_day))


def _decade(walk: PieceWalk, index: int, piece: DatePiece) -> YearStretch | None:
    if piece.value >= _LAST_CENTURY - 100:
        return YearStretch(piece.start, index + 1, _date(dt.date(piece.value, 1, 1), dt.date(piece.value + 9, 12, 31)))
    century = walk.near(index + 1)
    is_said = century is not None and century.may("LAST_CENTURY")
    if not (is_said or piece.written.startswith(_ARTICLES)):
        return None
    year = _LAST_CENTURY + piece.value
    return YearStretch(piece.start, index + 1 + is_said, _date(dt.date(year, 1, 1), dt.date(year + 9, 12, 31)))


def _years(walk: PieceWalk, index: int, first: DatePiece, *, is_persian: bool) -> YearStretch | None:
    """Return a row of years, 2009-2012; of a year of school, 2012/2013, only two that follow one another."""
    second = walk.near(index + 1, _DASHES)
    if second is None or second.kind is not PieceKind.NUMBER or second.digits != 4 or _goes_on(walk, index + 1):
        return None
    before = walk.piece(index - 1)
    if walk.text[max(0, first.start - 1) : first.start] in _DASHES or (before is not None and before.may("NUMBER_LABEL")):
        return None
    most = 1 if second.gap == "/" else _MOST_YEARS
    if not first.value < second.value <= first.value + most:
        return None
    era = walk.era(index + 2)
    calendar = era.calendar if era else Calendar.GREGORIAN if second.value in _YEARS else Calendar.HIJRI
    calendar = Calendar.SOLAR_HIJRI if is_persian and not era and second.value in _SOLAR_YEARS else calendar
    if first.value not in (_YEARS if calendar is Calendar.GREGORIAN else _HIJRI_YEARS) and calendar is not Calendar.SOLAR_HIJRI and not era:
        return None
    start, end = (day_range(NamedDay(calendar, each.value)) for each in (first, second))
    return YearStretch(first.start, index + 2 + (era is not None), _date(start.first, end.last, calendar)) if start and end else None


def _goes_on(walk: PieceWalk, at: int) -> bool:
    """Return whether numbers go on behind one that may be a year: it is then of another date, or of a register."""
    behind = walk.near(at + 1, NEAR - {"", ",", "،", "."})
    return behind is not None and behind.kind is PieceKind.NUMBER


def _date(first: dt.date, last: dt.date, calendar: Calendar = Calendar.GREGORIAN) -> FuzzyDate:
    return FuzzyDate(first, last, "", calendar, Precision.DAY)
