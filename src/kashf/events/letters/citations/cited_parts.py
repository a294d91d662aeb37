"""Whose a cited paper is, its number, its day and its matter, read from the words behind the noun for it; any may be missing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kashf.domain.date import Precision
from kashf.domain.letters.said import PaperDate, PaperNumber, Said
from kashf.events.letters.citations.paper_grammar import without_noise
from kashf.events.letters.date_wordings import date_between, days_of, whole_days
from kashf.events.letters.paper_numbers import RUNNING_NUMBER, looks_like_day, paper_number
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.events.letters.sheet_text import SheetText
from kashf.language.tables.letters.structure import paper_kinds, paper_stems
from kashf.language.words.folding import fold

_NUMBER, _DATE, _AUTHOR, _MATTER = 0.9, 0.9, 0.85, 0.7
#: Code points behind a number within which a day may stand that no word announces, and the words of whoever wrote it.
_NEAR: Final = 26
_MOST_AUTHOR: Final = 9
#: Digits of a number that no word announces.
_LEAST_DIGITS: Final = 2
_LONGEST_DAY: Final = 60
#: A figure right behind the noun, or with one letter written onto it.
_DIGIT_NEAR: Final = re.compile(r"\s*[^\W\d_]?\d")


@dataclass(frozen=True, slots=True)
class CitedParts:
    """What is said of a paper behind the noun for it.

    Args:
        author: Whose it is.
        number: Its number.
        date: Its day.
        matter: What it is about.
        end: Where this ends.
        is_announced: Whether a word announces the number, or an adjective that only papers have the day.
    """

    author: Said | None
    number: PaperNumber | None
    date: PaperDate | None
    matter: Said | None
    end: int
    is_announced: bool


def cited_parts(sheet: SheetText, start: int, end: int, *, takes_bare: bool = False) -> CitedParts:
    """Return what is said of a paper between two places of the folded text, the noun for it before them.

    Args:
        sheet: The paper.
        start: Where the noun ends.
        end: Where what is said of it ends at the latest.
        takes_bare: Whether a number that nothing announces is one, as behind another paper and "and".
    """
    folded = sheet.folded
    matter = _matter().search(folded, start, end)
    limit = matter.start() if matter else end
    number = _number_in(folded, start, limit) or (_bare(folded, start, limit) if takes_bare else None)
    day, day_end, day_start, is_dated = _day(sheet, number.end() if number else start, limit, is_behind_number=number is not None)
    if day is None and number is not None:  # The day may stand before the number.
        day, day_end, day_start, is_dated = _day(sheet, start, number.start(), is_behind_number=False)
    first = min([each for each in (number.start() if number else None, day_start if day else None) if each is not None], default=limit)
    author = _author(sheet, start, first)
    if author and _named_before().match(fold(author.text)):
        return CitedParts(None, None, None, None, start, is_announced=False)
    last = max(day_end if day else start, number.end() if number else start)
    if author is None and number and day and number.end() < day_start and (of := _behind().match(folded, number.end(), day_start)):
        author = _author(sheet, of.end(), day_start)
    if author is None and (later := _behind().search(folded, last, min(limit, last + _NEAR))):
        author = _author(sheet, later.end(), limit)
    said_number = paper_number(sheet, number.start("number"), number.end("number"), rule="cited-number", score=_NUMBER) if number else None
    about = sheet.said(matter.end(), end, "cited-matter", _MATTER) if matter and matter.end() < end else None
    last = end if (matter or author) else last
    is_announced = is_dated or (number is not None and number.re is _numbered() and not _counted().match(folded, number.start()))
    return CitedParts(author, said_number, day, about, without_and(folded, last), is_announced=is_announced)


def without_and(folded: str, end: int) -> int:
    """Return an end before an "and" that leads to what comes next."""
    found = re.search(r"(?:\s+(?:و|and(?: the)?))?\s*$", folded[max(0, end - 12) : end])
    return max(0, end - 12) + found.start() if found else end


def _number_in(folded: str, start: int, end: int) -> re.Match[str] | None:
    """Return the number of a paper: behind a word for one, or by its shape right before its day or right behind the noun."""
    for found in _numbered().finditer(folded, start, end):
        if any(sign.isdigit() for sign in found["number"]):
            return found
    for found in _before_day().finditer(folded, start, end):
        if any(sign.isdigit() for sign in found["number"]) and not looks_like_day(found["number"]):
            return found
    behind = None if _begins_day(folded, start, end) else _right_behind().match(folded, start, end)
    if behind is None or sum(sign.isdigit() for sign in behind["number"]) < _LEAST_DIGITS or looks_like_day(behind["number"]):
        return None
    return behind


def _begins_day(folded: str, start: int, end: int) -> bool:
    """Return whether a day stands right behind the noun, with at most one letter written onto it."""
    found = _DIGIT_NEAR.match(folded, start, end)
    day = next(iter(days_of(folded[found.end() - 1 : min(end, start + _LONGEST_DAY)])), None) if found else None
    return day is not None and day.date.precision is Precision.DAY and day.start == 0


def _bare(folded: str, start: int, end: int) -> re.Match[str] | None:
    """Return the first number within a few words of the noun, where nothing but its place announces it."""
    near = min(end, start + _NEAR)
    return next((each for each in _running().finditer(folded, start, near) if any(sign.isdigit() for sign in each["number"])), None)


def _day(sheet: SheetText, start: int, end: int, *, is_behind_number: bool) -> tuple[PaperDate | None, int, int, bool]:
    """Return the day of a paper, where it ends, where its words begin, and whether an adjective of papers announces it."""
    folded = sheet.folded
    for found in _dated().finditer(folded, start, end):
        if _is_day(folded, found.end(), end):
            last = _day_end(folded, found.end(), end)
            date = date_between(sheet, found.end(), last, rule="cited-date", score=_DATE)
            return date, last, found.start(), found["adjective"] is not None
    is_near = is_behind_number or _DIGIT_NEAR.match(folded, start, end) is not None
    near = folded[start : min(end, start + _LONGEST_DAY)] if is_near else ""
    if any(sign.isdigit() for sign in near):
        day = next((each for each in whole_days(near) if each.start <= _NEAR), None)
        if day and not re.search(r"[.؛\n]", near[: day.start]):
            at = start + day.start
            return date_between(sheet, at, start + day.end, rule="cited-date-near", score=_MATTER), start + day.end, at, False
    return None, start, start, False


def _is_day(folded: str, start: int, end: int) -> bool:
    words = folded[start : min(end, start + 40)]
    return re.match(r"[(\[]?\s?(?:\d|the\s\w+\sof\s)|[^\W\d_]{3,12},?\s(?:\d|[^\W\d_]{3,12}\s\(?\d)", words) is not None or (
        re.match(r"(?:\S+\s){1,3}\(?\d{4}", words) is not None
    )


def _day_end(folded: str, start: int, end: int) -> int:
    """Return where the words of a date end: before a comma that no year follows, a word for the author, or the next reference."""
    after = any_of(paper_kinds.AFTER_DATE)
    found = re.search(rf"[،؛\n](?!\s?\d)|,(?!\s?\d)|\s(?:from|by|و(?=\s?\D))\s?|\s(?:{after})\s", folded[start:end])
    return start + found.start() if found else end


def _author(sheet: SheetText, start: int, end: int) -> Said | None:
    folded = sheet.folded[start:end]
    of = re.match(rf"\s*(?:{any_of(paper_kinds.BEFORE_AUTHOR)})\s", folded)
    first = start + (of.end() if of else 0)
    stop = re.search(r"[.،؛:\n«\"()\[\]]|,\s", sheet.folded[first:end])
    last = without_and(sheet.folded, first + stop.start() if stop else end)
    bare = without_noise(sheet.folded[first:last])
    if len(bare) < _LEAST_DIGITS or bare[0].isdigit() or bare in {"و", "and", "the", "no"} or len(bare.split()) > _MOST_AUTHOR:
        return None
    at = re.search(r"\s+".join(map(re.escape, bare.split())), sheet.folded[first:last])
    return sheet.said(first + at.start(), first + at.end(), "cited-author", _AUTHOR) if at else None


@lru_cache(maxsize=1)
def _numbered() -> re.Pattern[str]:
    words = any_of(f"{paper_kinds.BEFORE_NUMBER}|{paper_stems.ADJECTIVES_NUMBERED}")
    return re.compile(rf"(?:(?<!\w)|(?<=\bو))(?:{words}){WORD_END}\.?\s*[:/]?\s*(?P<number>{RUNNING_NUMBER})")


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    """Return the word that counts things as often as it numbers papers."""
    return re.compile(rf"{any_of(paper_stems.COUNTING)}{WORD_END}")


@lru_cache(maxsize=1)
def _before_day() -> re.Pattern[str]:
    dates = any_of(f"{paper_kinds.BEFORE_DATE}|{paper_stems.ADJECTIVES_DATED}")
    return re.compile(
        rf"(?<![\w/])(?P<number>{RUNNING_NUMBER})"
        rf"(?=\s*[,،]?\s*[(\[]?(?:{dates}){WORD_END}\s*[:/]?\s*\(?(?:the\s)?\d|\s*[,،(\[]\s*\(?\d{{1,2}}\s?(?:[/\-.]|[^\W\d_]{{3,}}))"
    )


@lru_cache(maxsize=1)
def _running() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<number>{RUNNING_NUMBER})")


@lru_cache(maxsize=1)
def _right_behind() -> re.Pattern[str]:
    return re.compile(rf"\s*(?P<number>{RUNNING_NUMBER})")


@lru_cache(maxsize=1)
def _dated() -> re.Pattern[str]:
    adjectives, words = any_of(paper_stems.ADJECTIVES_DATED), any_of(paper_kinds.BEFORE_DATE)
    dayish = r"(?=[(\[]?\s?(?:\d|the\s|[^\W\d_]{3,12}\s))"
    return re.compile(rf"(?<!\w)(?:(?P<adjective>{adjectives})|{words}){WORD_END}\s*[:/]?\s*{dayish}")


@lru_cache(maxsize=1)
def _matter() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(paper_kinds.BEFORE_MATTER)})")


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(paper_stems.AUTHOR_BEHIND)}){WORD_END}\s+(?=\w)")


@lru_cache(maxsize=1)
def _named_before() -> re.Pattern[str]:
    return re.compile(rf"{any_of(paper_kinds.NAMED_BEFORE)}{WORD_END}")
