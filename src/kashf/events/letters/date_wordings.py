"""The day that the words behind a label say. One function, so that another reader of dates can stand in its place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate, Precision, Unresolved
from kashf.domain.letters.said import PaperDate
from kashf.events.letters.sheet_text import SheetText
from kashf.language.field_values.dates.date_values import read_date

#: What a translator added, which is no evidence of what the paper says.
_BRACKETED: Final = re.compile(r"\[[^\]\n]{0,60}\]")
#: A day, month or year that nobody can read.
_UNREAD: Final = re.compile(r"[؟?]|\[[^\]\d]{3,20}\]|\.{3,}|…")
_DIGIT_OR_WORD: Final = re.compile(r"\d|[^\W\d_]{3,}")
_LONGEST: Final = 120
#: Between the two calendars of one date.
_BETWEEN: Final = re.compile(r"\s[-–]\s|\s/\s")
#: Tatweel between numbers, which is a dash.
_DASHED: Final = re.compile(r"(?<=\d)ـ+(?=\d)")
_SHORT_YEAR: Final = re.compile(r"\d\D{1,3}\d{1,2}\D{1,3}\d\d(?!\d)")


def date_between(sheet: SheetText, start: int, end: int, *, rule: str, score: float) -> PaperDate | None:
    """Return the date that stands between two places of the folded text; None where it was left blank.

    Where a part is missing or illegible it is open on both sides: its wording says what there is.
    """
    start, end = sheet.trimmed(start, min(end, start + _LONGEST))
    said = sheet.said(start, end, rule, score)
    if said is None:
        return None
    bare = _BRACKETED.sub(" ", said.text)
    if not any(sign.isdigit() for sign in said.text):
        return None
    wording = bare if _DIGIT_OR_WORD.search(bare) else said.text.strip("[]")
    if _UNREAD.search(said.text):
        return PaperDate(said, FuzzyDate(None, None, said.text, precision=Precision.OPEN))
    parts = [wording, *(part for part in _BETWEEN.split(wording) if part.strip())]
    read = [date for date in map(_date, parts) if date.is_known]
    return PaperDate(said, replace(read[0] if read else UNDATED, wording=said.text))


def _date(wording: str) -> FuzzyDate:
    """Return the date of one wording; a year that nobody wrote is not guessed."""
    date = read_date(_DASHED.sub("-", wording))
    return UNDATED if Unresolved.TWO_DIGIT_YEAR in date.unresolved and not _SHORT_YEAR.search(wording) else date
