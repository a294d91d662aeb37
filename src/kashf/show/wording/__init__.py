"""The words of the interface, in English and Arabic: one table for each language, numbers and dates as each writes them.

A table is TOML: a string for each key, and for things that are counted one string for each plural category of the language. What a
placeholder is filled with is escaped, so a name from a leak can stand in a sentence of ours.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from markupsafe import Markup, escape

from kashf.domain.date import FuzzyDate
from kashf.language.words.visible import visible_name

LANGUAGES: Final = ("en", "ar")

_ARABIC_DIGITS: Final = str.maketrans("0123456789,.", "٠١٢٣٤٥٦٧٨٩٬٫")
_UNITS: Final = ("B", "kB", "MB", "GB", "TB")


@dataclass(frozen=True, slots=True)
class Wording:
    """The interface in one language.

    Args:
        code: "en" or "ar".
        table: Key to words; counted things have one entry for each plural category, as in "search.hits.few".
    """

    code: str
    table: Mapping[str, str]

    @property
    def direction(self) -> str:
        """Which way the page runs: "rtl" or "ltr"."""
        return "rtl" if self.code == "ar" else "ltr"

    def __call__(self, key: str, **values: object) -> Markup:
        """Return the words for `key` with its placeholders filled, safe to put in a page.

        Raises:
            KeyError: No such words; a test goes through the templates for it.
        """
        shown = {
            name: visible_name(value) if isinstance(value, str) and not isinstance(value, Markup) else value
            for name, value in values.items()
        }
        return Markup(escape(self.table[key])).format(**shown)  # noqa: S704 - escaped first; the table is ours and format escapes values

    def many(self, key: str, n: int, **values: object) -> Markup:
        """Return the words for `n` things; {n} is the number as this language writes it."""
        return self(f"{key}.{self._category(n)}", n=self.number(n), **values)

    def named(self, group: str, value: str) -> str:
        """Return our word for a value of the case, such as a media type, or the value itself when we have none."""
        return self.table.get(f"{group}.{value}", value)

    def number(self, n: float, *, decimals: int = 0) -> str:
        """Return a number with its thousands parted."""
        return self.digits(f"{n:,.{decimals}f}")

    def digits(self, text: str) -> str:
        """Return digits as this language writes them; ids and hashes are left to Latin digits by not calling this."""
        return text.translate(_ARABIC_DIGITS) if self.code == "ar" else text

    def percent(self, share: float) -> str:
        """Return a share in [0..1] as whole percent; 0 and 100 are kept for none and all."""
        whole = round(share * 100)
        if 0 < share < 1:
            whole = min(99, max(1, whole))
        return self.digits(str(whole)) + ("٪" if self.code == "ar" else " %")

    def chance(self, chance: float) -> str:
        """Return a probability to two digits that tell something; below one in ten thousand, that it is below."""
        if 0 < chance < 0.0001:
            return self.digits("< 0.0001")
        return self.digits(f"{chance:.4f}" if chance < 0.001 else f"{chance:.3f}" if chance < 0.1 else f"{chance:.2f}")

    def size(self, size_bytes: int) -> str:
        """Return a size with a unit of 1,000 steps."""
        amount, unit = float(size_bytes), 0
        while amount >= 999.5 and unit < len(_UNITS) - 1:
            amount, unit = amount / 1000, unit + 1
        decimals = 1 if unit and amount < 9.95 else 0
        return f"{self.number(amount, decimals=decimals)} {self.table['unit.' + _UNITS[unit]]}"

    def day(self, day: dt.date) -> str:
        """Return a day with the name of its month, so that nobody takes the month for the day."""
        return self.digits(f"{day.day} {self.table[f'month.{day.month}']} {day.year}")

    def moment(self, time: dt.datetime) -> str:
        """Return a time in UTC, to the minute, and say that it is UTC."""
        utc = time.astimezone(dt.UTC)
        return str(self("moment", day=self.day(utc.date()), time=self.digits(f"{utc:%H:%M}")))

    def written_day(self, untrusted_iso: str) -> str:
        """Return a day written yyyy-mm-dd, a month written yyyy-mm or a year in words; anything else as it stands."""
        try:
            if len(untrusted_iso) == 4:
                return self.digits(str(int(untrusted_iso)))
            if len(untrusted_iso) == 7:
                month = dt.date.fromisoformat(untrusted_iso + "-01")
                return self.digits(f"{self.table[f'month.{month.month}']} {month.year}")
            return self.day(dt.date.fromisoformat(untrusted_iso))
        except ValueError:
            return untrusted_iso

    def date(self, date: FuzzyDate) -> str:
        """Return a date in words: a day, a month, a year, or the days between which it lies; as it was read when nothing bounds it."""
        if not date.is_known:
            return date.wording
        if date.edtf().startswith("["):
            first, last = (self.day(day) if day else "" for day in (date.earliest, date.latest))
            return str(self("between" if first and last else "since" if first else "until", first=first, last=last))
        return self.written_day(date.edtf())

    def _category(self, n: int) -> str:
        """Return the plural category. Source: CLDR plural rules, cardinal, for en and ar."""
        if self.code != "ar":
            return "one" if n == 1 else "other"
        if n < 3:
            return ("zero", "one", "two")[n]
        rest = n % 100
        return "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other"


@cache
def wording(language: str) -> Wording:
    """Return the interface in a language; in English when there is no table for it."""
    code = language if language in LANGUAGES else "en"
    return Wording(code, {**_table(f"{code}.toml"), **_table(f"left_out.{code}.toml"), **_table(f"tables.{code}.toml")})


@cache
def left_out_wording() -> Wording:
    """Return the English words for what an answer leaves out, alone: they are loaded ten times as fast as all."""
    return Wording("en", _table("left_out.en.toml"))


@cache
def table_wording(language: str) -> Wording:
    """Return the words for tables of forms alone, in a language."""
    return Wording(language, _table(f"tables.{language}.toml"))


def _table(name: str) -> dict[str, str]:
    return dict(_flat(tomllib.loads(files(__name__).joinpath(name).read_text(encoding="utf-8"))))


def _flat(table: Mapping[str, object], before: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, Mapping):
            found += _flat(value, f"{before}{key}.")
        else:
            found.append((before + key, str(value)))
    return found
