"""Days written in numbers or with the name of a month, in one form of their own: "2014-10-25", of either calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from kashf.language.tables.spelling.calendar_words import ARABIC_MONTHS, HIJRI_MONTHS, LATIN_MONTHS, LEVANTINE_MONTHS
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import Word, folded_words

_BETWEEN: Final = r"(?:[ \t\u00a0]*[,،./\-][ \t\u00a0]*|[ \t\u00a0]+)"
_ORDINAL: Final = "(?:st|nd|rd|th)?"
_NUMBERED: Final = re.compile(r"(?<![\d./\-])(\d{1,4})([./\-])(\d{1,2})\2(\d{1,4})(?![./\-]?\d)")
#: A day, what may be a month, with what is said before it and what it is called besides, and a year.
_DAY_FIRST: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}}){_ORDINAL}(?:[ \u00a0]+(?:of|من|de))?{_BETWEEN}([^\W\d_][^\d\n]{{1,40}}?){_BETWEEN}(\d{{4}})(?!\d)", re.IGNORECASE
)
#: A day and a year, behind what may be a month.
_DAY_AND_YEAR: Final = re.compile(rf"(?<!\d)(\d{{1,2}}){_ORDINAL}{_BETWEEN}(\d{{4}})(?!\d)", re.IGNORECASE)
_MONTH_BEFORE: Final = re.compile(rf"[^\W\d_](?:[^\d\n]{{0,28}}[^\W\d_])?(?={_BETWEEN}\Z)")
_LONGEST_MONTH: Final = 32
_LAST_OF_THIS_CENTURY: Final = 40


def written_dates(text: str) -> Iterator[Word]:
    """Yield the days that a text names, each as "yyyy-mm-dd"; the year says which calendar is meant. Day before month where both may be.

    >>> [word.folded for word in written_dates("١٢/٣/٢٠١٤, 2014-03-12, 12 March 2014, March 12, 2014, ١٢ آذار ٢٠١٤")] == ["2014-03-12"] * 5
    True
    """
    for found in _NUMBERED.finditer(text):
        first, last = found[1], found[4]
        year, month, day = (first, found[3], last) if len(first) == 4 else (last, found[3], first)
        yield from _day(found.span(), year, int(month), int(day))
    for found in _DAY_FIRST.finditer(text):
        yield from _day(found.span(), found[3], _number(found[2].partition("/")[0]), int(found[1]))
    for found in _DAY_AND_YEAR.finditer(text):
        before = _MONTH_BEFORE.search(text, max(found.start() - _LONGEST_MONTH, 0), found.start())
        for start, name in _last_words(before):
            yield from _day((start, found.end()), found[2], _number(name), int(found[1]))


def _last_words(found: re.Match[str] | None) -> Iterator[tuple[int, str]]:
    """Yield the last word, the last two and the last three of a stretch, with where they begin."""
    if found:
        starts = [found.start(), *(found.start() + space.end() for space in re.finditer(r"[\s,،.\-]+", found[0]))]
        yield from ((start, found.string[start : found.end()]) for start in starts[-3:])


@lru_cache(maxsize=1)
def _numbers() -> Mapping[str, int]:
    tables = (*((name,) for name in ARABIC_MONTHS), *((name,) for name in LEVANTINE_MONTHS), *LATIN_MONTHS, *HIJRI_MONTHS)
    return {" ".join(folded_words(name)): place % 12 + 1 for place, names in enumerate(tables) for name in names}


def _number(month: str) -> int:
    """Return the number of a month by its name, 0 for what is none."""
    return _numbers().get(" ".join(folded_words(month)), 0)


def _day(place: tuple[int, int], year: str, month: int, day: int) -> Iterator[Word]:
    if len(year) not in {2, 4}:
        return
    if month > 12 >= day:  # As it is written in America.
        month, day = day, month
    whole = int(year) if len(year) == 4 else int(year) + (2000 if int(year) <= _LAST_OF_THIS_CENTURY else 1900)
    if 1 <= month <= 12 and 1 <= day <= 31:
        yield Word(*place, Folded(f"{whole:04}-{month:02}-{day:02}"))
