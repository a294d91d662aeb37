"""The formats of a workbook's cells. Source: ISO/IEC 29500-1, 18.8.30."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from lxml import etree

from kashf.sandboxed.engines.office.excel.date_format import plain_time
from kashf.sandboxed.engines.office.excel.number_format import date_signs, shown

_GENERAL: Final = "General"
#: Formats that have a number and no code in the file. What 14 and 22 show depends on the machine: their dates are written as ISO alone.
_BUILT_IN: Final = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    37: "#,##0;(#,##0)",
    38: "#,##0;(#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;(#,##0.00)",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
}
_DATES_OF_THE_MACHINE: Final = frozenset({14, 22, *range(27, 37), *range(50, 59)})
_MOST_EXACT: Final = 2**53
#: Characters of a format; Excel makes no longer ones, and each cell would be written by it.
_LONGEST_CODE: Final = 255
#: Between these a number is written out and not as a power of ten.
_SMALLEST, _LARGEST = 1e-9, 1e21


@dataclass(frozen=True, slots=True)
class CellStyles:
    """What each style makes of a value.

    Args:
        codes: Of the formats, by number of the style; nothing for a date that is shown as the machine likes.
        is_1904: Whether days are counted from 1904.
    """

    codes: tuple[str, ...] = ()
    is_1904: bool = False

    def written(self, value: str, style: int) -> str:
        """Return a number as it is shown and, where that is another, in brackets as it is: `+963 11 555 [96311555]`."""
        return _written(value, self.codes[style] if 0 <= style < len(self.codes) else _GENERAL, is_1904=self.is_1904)

    def written_text(self, value: str, style: int) -> str:
        """Return a text as it is shown and, where that is another, as it is."""
        code = self.codes[style] if 0 <= style < len(self.codes) else _GENERAL
        return _beside(shown(value, code), value) if "@" in code and code != "@" else value


def cell_styles(root: etree._Element | None, *, is_1904: bool) -> CellStyles:
    """Return the formats that the part of styles describes."""
    if root is None:
        return CellStyles((), is_1904)
    told = ((each.get("numFmtId", ""), each.get("formatCode", "")) for each in root.iter("{*}numFmt"))
    own = {number: code for number, code in told if len(code) <= _LONGEST_CODE}
    found = root.find("{*}cellXfs")
    numbers = [each.get("numFmtId", "0") for each in found.iterchildren("{*}xf")] if found is not None else []
    return CellStyles(tuple(own.get(number) or _built_in(number) for number in numbers), is_1904)


@lru_cache(maxsize=50_000)
def _written(value: str, code: str, *, is_1904: bool) -> str:
    """Return a number by the code of its format; tables repeat their values."""
    try:
        number = float(value)
    except ValueError:
        return value
    if code == _GENERAL:
        return _plain(value, number)
    signs = date_signs(number, code) if code else "y"
    raw = plain_time(number, signs, is_1904=is_1904) if signs else _plain(value, number)
    return _beside(shown(number, code, is_1904=is_1904) if code else "", raw)


def _built_in(number: str) -> str:
    known = int(number) if number.isdecimal() else 0
    return "" if known in _DATES_OF_THE_MACHINE else _BUILT_IN.get(known, _GENERAL)


def _plain(value: str, number: float) -> str:
    """Return a number without a format; whole numbers as such, whatever way the file writes them."""
    if number.is_integer() and abs(number) <= _MOST_EXACT:
        return str(int(number))
    return f"{Decimal(value):f}" if "E" in value.upper() and _SMALLEST < abs(number) < _LARGEST else value


def _beside(shown_as: str, raw: str) -> str:
    shown_as = " ".join(shown_as.split())
    return f"{shown_as} [{raw}]" if shown_as and shown_as != raw else raw
