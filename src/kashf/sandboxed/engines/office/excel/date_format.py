"""Dates, times and durations as a spreadsheet shows them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kashf.language.tables.spelling.calendar_words import ARABIC_DAYS, ARABIC_MONTHS, LEVANTINE_MONTHS

_DATE_SIGNS: Final = re.compile(r"[ymdhs]|am/pm|a/p", re.IGNORECASE)
#: Runs of one letter, elapsed time, halves of the day, parts of a second.
_TOKEN: Final = re.compile(r"\[h+\]|\[m+\]|\[s+\]|am/pm|a/p|y+|m+|d+|h+|s+|\.0+|.", re.IGNORECASE | re.DOTALL)
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ARABIC: Final = 0x01
#: Numbers of languages of Iraq, Syria, Jordan and Lebanon. Source: MS-LCID 2.2.
_LEVANT: Final = frozenset({0x0801, 0x2801, 0x2C01, 0x3001})
#: Kinds of digits in the highest byte of a locale. Source: ISO/IEC 29500-1, 18.8.31; and what Excel writes.
_DIGITS: Final = {2: "٠", 3: "۰"}
_GREGORIAN: Final = frozenset({0, 1, 2, 9, 10, 11, 12})
_LAST_SERIAL: Final = 2_958_466
_TEXT: Final = "\0"


@dataclass(frozen=True, slots=True)
class Locale:
    """Language, calendar and digits in which a value is shown, packed into a number as formats have it."""

    code: int = 0

    @property
    def calendar(self) -> int:
        """Number of the calendar; 0 for the usual one."""
        return self.code >> 16 & 0xFF

    def digits(self, text: str) -> str:
        """Return a text with its digits in the form of the locale."""
        zero = _DIGITS.get(self.code >> 24)
        return text.translate({48 + digit: ord(zero) + digit for digit in range(10)}) if zero else text

    def month(self, number: int, *, is_short: bool) -> str:
        """Return the name of a month, from 1; in Arabic it is never cut."""
        if self.code & 0xFF == _ARABIC:
            return (LEVANTINE_MONTHS if self.code & 0xFFFF in _LEVANT else ARABIC_MONTHS)[number - 1]
        return _MONTHS[number - 1][:3] if is_short else _MONTHS[number - 1]

    def day(self, weekday: int, *, is_short: bool) -> str:
        """Return the name of a day, Monday from 0."""
        if self.code & 0xFF == _ARABIC:
            return ARABIC_DAYS[weekday]
        return _DAYS[weekday][:3] if is_short else _DAYS[weekday]


def is_date(signs: str) -> bool:
    """Return whether what a format says is about days and hours."""
    return "General" not in signs and _DATE_SIGNS.search(signs.replace("E+", "").replace("E-", "")) is not None


def moment(serial: float, *, is_1904: bool = False) -> dt.datetime | None:
    """Return the time that a number of days means, to the second; None when it is no time that Excel knows.

    >>> moment(42441.25), moment(60.0)
    (datetime.datetime(2016, 3, 12, 6, 0), datetime.datetime(1900, 2, 28, 0, 0))
    """
    if not 0 <= serial < _LAST_SERIAL:
        return None
    # Excel has a 29 February 1900, as Lotus had: days before it count from another day.
    start = dt.datetime(1904, 1, 1) if is_1904 else dt.datetime(1899, 12, 31 if serial < 60 else 30)  # noqa: DTZ001 - cells know no zone
    return start + dt.timedelta(days=int(serial), seconds=round((serial - int(serial)) * 86_400))


def plain_time(serial: float, signs: str, *, is_1904: bool = False) -> str:
    """Return a date as ISO has it, a time of day, or hours that were counted, so that nobody takes the month for the day.

    >>> plain_time(42441.25, "d/m/y h:m"), plain_time(0.75, "h:mm"), plain_time(1.5, "[h]:mm")
    ('2016-03-12 06:00:00', '18:00:00', '36:00:00')
    """
    at = moment(serial, is_1904=is_1904)
    lower = signs.lower()
    if "[" in lower or at is None:
        seconds = round(abs(serial) * 86_400)
        return f"{'-' if serial < 0 else ''}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if serial < 1 and not set("yd") & set(lower):
        return at.time().isoformat()
    return at.date().isoformat() if at.time() == dt.time() else at.isoformat(" ")


def shown_date(serial: float, pieces: Sequence[tuple[str, str]], locale: Locale, *, is_1904: bool = False) -> str:
    """Return a date, time or duration by (sign, text) of its format; nothing when it is in a calendar that is not known here."""
    at = moment(serial, is_1904=is_1904)
    if at is None or locale.calendar not in _GREGORIAN:
        return ""
    texts = [text for sign, text in pieces if not sign]
    tokens = _TOKEN.findall("".join(sign or _TEXT for sign, _ in pieces))
    has_half = any(token.lower() in ("am/pm", "a/p") for token in tokens)
    out = []
    for place, token in enumerate(tokens):
        if token == _TEXT:
            out.append(texts.pop(0))
        else:
            out.append(_written(token.lower(), at, serial, locale, is_minute=_is_minute(tokens, place), has_half=has_half))
    return locale.digits("".join(out))


def _is_minute(tokens: list[str], place: int) -> bool:
    """Return whether an m is of minutes: behind hours or before seconds."""
    letters = [token.lower().strip("[]")[:1] for token in tokens]
    before = next((each for each in reversed(letters[:place]) if each in set("ymdhs")), "")
    after = next((each for each in letters[place + 1 :] if each in set("ymdhs")), "")
    return before == "h" or after == "s"


def _written(  # noqa: PLR0911 - one answer for each kind of token
    token: str, at: dt.datetime, serial: float, locale: Locale, *, is_minute: bool, has_half: bool
) -> str:
    width = len(token)
    match token[0]:
        case "[":
            unit = {"h": 3600, "m": 60, "s": 1}[token[1]]
            return f"{round(serial * 86_400) // unit:0{width - 2}}"
        case "y":
            return f"{at.year % 100:02}" if width < 3 else str(at.year)
        case "m" if is_minute:
            return f"{at.minute:0{min(width, 2)}}"
        case "m":
            return f"{at.month:0{width}}" if width < 3 else locale.month(at.month, is_short=width == 3)
        case "d":
            return f"{at.day:0{width}}" if width < 3 else locale.day(at.weekday(), is_short=width == 3)
        case "h":
            return f"{(at.hour % 12 or 12) if has_half else at.hour:0{min(width, 2)}}"
        case "s":
            return f"{at.second:0{min(width, 2)}}"
        case "a":
            return ("AM" if at.hour < 12 else "PM")[: 1 if width == 3 else 2]
        case "." if width > 1:
            return "." + f"{serial * 86_400 % 1:.{width - 1}f}"[2:]
    return token
