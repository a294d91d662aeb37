"""Days written in numbers or with the name of a month, in one form of their own: "2014-10-25", of either calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kashf.language.tables.spelling.calendar_words import ARABIC_MONTHS, HIJRI_MONTHS, LATIN_MONTHS, LEVANTINE_MONTHS
from kashf.language.words.folding import Folded, fold
from kashf.language.words.tokens import Word

#: Letters that writers mix up within the name of a month.
_MIXED: Final = {"ا": "[اأإآ]", "ي": "[يىئ]", "ه": "[هة]", "e": "[eé]", "u": "[uûü]", "a": "[aäâ]", "s": "[sş]", "i": "[iıİ]", "g": "[gğ]"}
_SPACE: Final = r"[ \t\u00a0]+"


def _numbers() -> dict[str, int]:
    tables = (*((name,) for name in ARABIC_MONTHS), *((name,) for name in LEVANTINE_MONTHS), *LATIN_MONTHS, *HIJRI_MONTHS)
    return {" ".join(fold(name).split()): place % 12 + 1 for place, names in enumerate(tables) for name in names}


_MONTHS: Final = _numbers()
_MONTH: Final = "|".join(
    _SPACE.join("".join(_MIXED.get(letter, re.escape(letter)) for letter in part) for part in name.split())
    for name in sorted(_MONTHS, key=lambda name: (-len(name), name))
)
_BETWEEN: Final = r"(?:[ \t\u00a0]*[,،./\-][ \t\u00a0]*|[ \t\u00a0]+)"
_NUMBERED: Final = re.compile(r"(?<![\d./\-])(\d{1,4})([./\-])(\d{1,2})\2(\d{1,4})(?![./\-]?\d)")
_DAY_FIRST: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?(?:{_SPACE}(?:of|من|de))?{_BETWEEN}({_MONTH})(?:{_SPACE}?/{_SPACE}?(?:{_MONTH}))?{_BETWEEN}(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST: Final = re.compile(rf"(?<!\w)({_MONTH}){_BETWEEN}(\d{{1,2}})(?:st|nd|rd|th)?{_BETWEEN}(\d{{4}})(?!\d)", re.IGNORECASE)
_LAST_OF_THIS_CENTURY: Final = 40


def written_dates(text: str) -> Iterator[Word]:
    """Yield the days that a text names, each as "yyyy-mm-dd"; the year says which calendar is meant. Day before month where both may be.

    >>> [word.folded for word in written_dates("١٢/٣/٢٠١٤, 2014-03-12, 12 March 2014, March 12, 2014, ١٢ آذار ٢٠١٤")] == ["2014-03-12"] * 5
    True
    """
    for found in _NUMBERED.finditer(text):
        first, last = found[1], found[4]
        year, month, day = (first, found[3], last) if len(first) == 4 else (last, found[3], first)
        yield from _day(found, year, int(month), int(day))
    for found in _DAY_FIRST.finditer(text):
        yield from _day(found, found[3], _number(found[2]), int(found[1]))
    for found in _MONTH_FIRST.finditer(text):
        yield from _day(found, found[3], _number(found[1]), int(found[2]))


def _number(month: str) -> int:
    return _MONTHS.get(" ".join(fold(month).split()), 0)


def _day(found: re.Match[str], year: str, month: int, day: int) -> Iterator[Word]:
    if len(year) not in {2, 4}:
        return
    if month > 12 >= day:  # As it is written in America.
        month, day = day, month
    whole = int(year) if len(year) == 4 else int(year) + (2000 if int(year) <= _LAST_OF_THIS_CENTURY else 1900)
    if 1 <= month <= 12 and 1 <= day <= 31:
        yield Word(found.start(), found.end(), Folded(f"{whole:04}-{month:02}-{day:02}"))
