"""The day that the words behind a label say. One function, so that another reader of dates can stand in its place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate, Precision, Unresolved
from kashf.domain.document import Span
from kashf.domain.letters.said import PaperDate, Said
from kashf.events.letters.phrases import any_of
from kashf.events.letters.sheet_text import SheetText
from kashf.language.dates.find_dates import find_dates
from kashf.language.dates.found_dates import DatePlace
from kashf.language.tables.letters.structure.shape_words import DAY_BEHIND_NUMBER
from kashf.language.words.remember import remembered

#: What a translator added, which is no evidence of what the paper says.
_BRACKETED: Final = re.compile(r"\[[^\]\n]{0,60}\]")
#: A day, month or year that nobody can read.
_UNREAD: Final = re.compile(r"[؟?]|\[[^\]\d]{3,20}\]|\.{3,}|…")
_LONGEST: Final = 120
#: Digits of a day at the least; with no more there is no number beside one.
_LEAST_DIGITS: Final = 5
#: What stands between a number and its day: white space, signs, and a word that leads to a day.
BEFORE_DAY: Final = re.compile(rf"[\s\-–,،;؛:/()\[\].|‖¦=]*(?:(?<!\w)(?:{any_of(DAY_BEHIND_NUMBER)})[\s:/(]*)*$")
BEHIND_NUMBER: Final = re.compile(rf"[\s\-–,،;؛:/()\[\].|‖¦=»]*(?:{any_of(DAY_BEHIND_NUMBER)}[\s:/(]*)?")
#: A sign that may part a number from its day, which one stroke between digits is not.
_PARTED: Final = re.compile(r"\d.*(?:[\s–,،;؛:().|‖¦=\[\]]|[-/]{2}).*\w", re.DOTALL)


@remembered(256)  # A line of a head is asked for its days by several rules, one after the other.
def days_of(text: str) -> tuple[DatePlace, ...]:
    """Return the places of a short text that name days."""
    return find_dates(text)


def whole_days(text: str) -> list[DatePlace]:
    """Return the places of a short text that name a day of a month of a year."""
    return [each for each in days_of(text) if each.date.precision is Precision.DAY]


def end_before_day(folded: str, start: int, end: int) -> int:
    """Return where words end that stand before the day with which a place ends; its end where none does, or no gap parts them."""
    text = folded[start : min(end, start + _LONGEST)]
    if sum(sign.isdigit() for sign in text) <= _LEAST_DIGITS or not _PARTED.search(text):
        return end
    day = next(iter(whole_days(text)), None)
    gap = BEFORE_DAY.search(text[: day.start]) if day and day.start else None
    if gap is None or not gap[0] or gap[0] in {"/", "-"} or not any(sign.isdigit() for sign in text[: gap.start()]):
        return end
    return start + gap.start()


def date_between(sheet: SheetText, start: int, end: int, *, rule: str, score: float) -> PaperDate | None:
    """Return the date that stands between two places of the folded text; None where it was left blank.

    Where a part is missing or illegible it is open on both sides: its wording says what there is.
    """
    start, end = sheet.trimmed(start, min(end, start + _LONGEST))
    said = sheet.said(start, end, rule, score)
    if said is None or (not any(sign.isdigit() for sign in said.text) and not days_of(said.text)):
        return None
    if _UNREAD.search(said.text):
        return PaperDate(said, replace(UNDATED, wording=said.text))
    bare = _BRACKETED.sub(lambda found: " " * len(found[0]), said.text)
    found = days_of(bare) or days_of(said.text)
    place = next((each for each in found if each.date.is_known), found[0] if found else None)
    if place is None:
        return PaperDate(said, replace(UNDATED, wording=said.text))
    at = said.span
    span = Span(at.document, at.page, at.start + place.start, at.start + place.end)
    return PaperDate(Said(place.wording, span, rule, score), _without_guess(place.date))


def _without_guess(date: FuzzyDate) -> FuzzyDate:
    """Return a date; open where its year is not written, since nobody is to guess it here."""
    return replace(UNDATED, wording=date.wording) if Unresolved.MISSING_YEAR in date.unresolved else date
