"""Days in digits as scans garble them: the mark behind the year for a digit, a divider or gap in the wrong place, halves changed over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from kashf.language.tables.numbering.scan_signs import COMMON, COMMON_MARKS, HIJRI, HIJRI_MARKS, MARK_AS_DIGIT

#: Years that letters of leaks may have.
_HIJRI_YEARS: Final = range(1300, 1471)
_COMMON_YEARS: Final = range(1900, 2051)
_DIVIDER: Final = re.compile(r"\s*[/\-.,:_]+\s*")
_PIECE: Final = r"[(\[]?\d(?:[\d/\-.,:_]*\d)?[)\]]?"
#: Digits of a day, a month and a year at the least.
_DIGITS: Final = 5
_MOST_PIECES: Final = 5


def day_patterns() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]:
    """Return patterns of days and of years as scans garble them, and what gives each as people write it.

    They are for lines in western digits. What can be nothing else is put right, everything else comes back as it is.

    >>> [day.sub(mended, "on 29 / 9 / 51436, 2015 15/7") for day, mended in day_patterns()[:1]]
    ['on 29/9/1436 هـ, 15/7/2015']
    """
    return (_run(), lambda found: _mended(found) or found[0]), (_years(), _mended_year)


@lru_cache(maxsize=1)
def _years() -> re.Pattern[str]:
    """Return a year in one piece or several, its mark behind it, where no other digits are."""
    year = r"\d{4,5}|(?<=[^\W\d_]{3} )\d{1,3} \d{1,4}"
    return re.compile(rf"(?<![\d/.\-] )(?<![\w/.\-])(?P<year>{year})(?:\s?(?P<mark>{_marks()}))?(?![\w/\-]|\.\d|\s\d)")


def _mended_year(found: re.Match[str]) -> str:
    year, mark = "".join(reversed(found["year"].split())), found["mark"] or ""
    is_marked = len(year) == 5 and year.startswith(MARK_AS_DIGIT)
    number = year[1:] if is_marked else year
    calendar = _calendar(int(number), is_hijri=True if is_marked else _is_hijri(mark)) if len(number) == 4 else ""
    if not calendar:
        return found[0]
    return f"{number} {calendar}" if mark or is_marked else number


def _marks() -> str:
    return "|".join(re.escape(mark) for mark in sorted(f"{HIJRI_MARKS}|{COMMON_MARKS}".split("|"), key=len, reverse=True))


def _is_hijri(mark: str) -> bool | None:
    return mark in HIJRI_MARKS.split("|") if mark else None


@lru_cache(maxsize=1)
def _run() -> re.Pattern[str]:
    between = r"(?:\s*[/.:]\s*|-|\s)"
    return re.compile(rf"(?<![\w/]){_PIECE}(?:{between}{_PIECE}){{0,{_MOST_PIECES}}}(?:\s?(?P<mark>{_marks()}))?(?!\w)")


def _mended(found: re.Match[str]) -> str | None:
    text, mark = found[0], found["mark"] or ""
    bare = text[: len(text) - len(mark)].strip() if mark else text.strip()
    if sum(sign.isdigit() for sign in bare) < _DIGITS:
        return None
    is_hijri = _is_hijri(mark)
    if mark and mark[0].isdigit() and (own := _day(bare + mark, is_hijri=None)):
        return own
    return next(filter(None, (_day(each, is_hijri=is_hijri) for each in _ways(bare))), None)


def _ways(bare: str) -> Iterator[str]:
    """Yield ways to read some pieces of a line, the likeliest first."""
    text = re.sub(r"[()\[\]]", " ", bare).strip()
    pieces = text.split()
    whole = _DIVIDER.sub(lambda divider: divider[0].strip()[0], text)
    yield whole
    if len(pieces) > 1:
        yield "".join(reversed(pieces))
        yield "/".join(reversed(pieces))
        yield "/".join(pieces)
        yield _halves("".join(reversed(pieces)))
    yield re.sub(r"(?<=\d)[.,](?=\d)", "0", whole)


def _halves(text: str) -> str:
    """Return digits of which the divider before the year was not read with one."""
    return re.sub(r"^(\d{4}[/\-]\d)(\d{2})$", r"\1/\2", text)


def _day(text: str, *, is_hijri: bool | None) -> str | None:
    """Return a day as it is written, with a mark behind it where one was read; None where the parts are no day."""
    parts = [part for part in re.split(r"[/\-.,:_\s]+", text) if part]
    if len(parts) != len(_PARTS) or not all(part.isdecimal() for part in parts):
        return None
    for order in _orders(*parts):
        marked = True if order.is_marked else is_hijri
        if order.is_day and (calendar := _calendar(int(order.year), is_hijri=marked)):
            plain = ("-" if "-" in text else "/").join(order.written)
            return plain if marked is None else f"{plain} {calendar}"
    return None


_PARTS: Final = ("day", "month", "year")


class _Order(NamedTuple):
    """Parts as a day, in the order in which they are written then; `is_marked` where a digit of them was the mark of a Hijri year."""

    day: str
    month: str
    year: str
    written: tuple[str, str, str]
    is_marked: bool = False

    @property
    def is_day(self) -> bool:
        """Whether they may be a day."""
        is_short = len(self.day) <= 2 and len(self.month) <= 2 and len(self.year) == 4
        return is_short and 1 <= int(self.day) <= 31 and 1 <= int(self.month) <= 12


def _orders(first: str, middle: str, last: str) -> Iterator[_Order]:
    """Yield what three parts may be, the likeliest first."""
    yield _Order(first, middle, last, (first, middle, last))
    yield _Order(last, middle, first, (first, middle, last))
    for year in (last[1:], last[:-1]) if len(last) == 5 and MARK_AS_DIGIT in (last[0], last[-1]) else ():
        yield _Order(first, middle, year, (first, middle, year), is_marked=True)
    if first.startswith(MARK_AS_DIGIT) and len(first) > 1:  # it stands at the left end of all the digits
        bare = first[1:]
        yield _Order(bare, middle, last, (bare, middle, last), is_marked=True)
        yield _Order(middle, bare, last, (bare, middle, last), is_marked=True)
    yield _Order(middle, first, last, (first, middle, last))
    yield _Order(last, first, middle, (last, first, middle))  # hidden marks of direction part the day from the rest, which stands before it


def _calendar(year: int, *, is_hijri: bool | None) -> str:
    if year in _HIJRI_YEARS and is_hijri is not False:
        return HIJRI
    return COMMON if year in _COMMON_YEARS and not is_hijri else ""
