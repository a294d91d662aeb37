"""Numbers as a spreadsheet shows them: leading zeros, signs, currencies, percent, fractions. Source: ISO/IEC 29500-1, 18.8.31."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import takewhile
from typing import Final

from kashf.sandboxed.engines.office.excel.date_format import Locale, is_date, shown_date

#: A piece of a format: text in quotes, one sign after a backslash, a width, a filling, brackets, General, an exponent, any other sign.
_PIECE: Final = re.compile(r'"([^"]*)"?|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|(General)|(E[+-])|(.)', re.DOTALL | re.IGNORECASE)
_CONDITION: Final = re.compile(r"(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$")
_CURRENCY: Final = re.compile(r"\$([^-]*)(?:-([0-9A-Fa-f]+))?$")
_PLACES: Final = frozenset("0#?")
_MOST_DIGITS: Final = 400
_HOLDS: Final = {
    "<": lambda value, bound: value < bound,
    ">": lambda value, bound: value > bound,
    "<=": lambda value, bound: value <= bound,
    ">=": lambda value, bound: value >= bound,
    "=": lambda value, bound: value == bound,
    "<>": lambda value, bound: value != bound,
}


@dataclass(frozen=True, slots=True)
class FormatPiece:
    """A piece of a section: a sign that says something, or text that stands there."""

    sign: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class FormatSection:
    """One of up to four sections: of numbers above nought, below, nought, and of text."""

    pieces: tuple[FormatPiece, ...]
    condition: tuple[str, float] | None = None
    locale: Locale = field(default_factory=Locale)
    #: What says something, without texts.
    signs: str = field(init=False)
    is_date: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "signs", "".join(piece.sign for piece in self.pieces))
        object.__setattr__(self, "is_date", is_date(self.signs))


def shown(value: float | str, code: str, *, is_1904: bool = False) -> str:
    r"""Return a value as a cell with this format shows it; nothing when that cannot be said.

    >>> shown(963115550101, "+000 00 000 0000"), shown(-1599.99, '#,##0.00 "USD"'), shown(7, '"IQ-"0000')
    ('+963 11 555 0101', '-1,599.99 USD', 'IQ-0007')
    >>> shown(0.025, "0.00%"), shown(2.5, "# ?/?"), shown(1234567, "0.0,,\\M"), shown(-5, "0;(0)"), shown("38", '"Lot "@')
    ('2.50%', '2 1/2', '1.2M', '(5)', 'Lot 38')
    """
    sections = _sections(code)
    if isinstance(value, str):
        section = next((each for each in sections if "@" in each.signs), None)
        return "".join(value if piece.sign == "@" else piece.text for piece in section.pieces) if section else value
    section, sign = _section_for(value, sections)
    if section is None or not section.pieces:
        return ""
    if section.is_date:
        return shown_date(value, [(piece.sign, piece.text) for piece in section.pieces], section.locale, is_1904=is_1904)
    if "General" in section.signs or "@" in section.signs:
        return ""
    try:
        return section.locale.digits(sign + _number(Decimal(repr(abs(value))), section.pieces))
    except (ArithmeticError, ValueError):
        return ""


def date_signs(value: float, code: str) -> str:
    """Return the signs by which a format shows a number as a date or time; nothing when it shows it as a number.

    >>> date_signs(1, '0 "USD"'), date_signs(1, "[$-401]d/m")
    ('', 'd/m')
    """
    section, _ = _section_for(value, _sections(code))
    return section.signs if section is not None and section.is_date else ""


@lru_cache(maxsize=1000)
def _sections(code: str) -> tuple[FormatSection, ...]:
    sections, pieces, condition, locale = list[FormatSection](), list[FormatPiece](), None, Locale()
    for found in _PIECE.finditer(code):
        quoted, escaped, width, filled, bracket, general, exponent, sign = found.groups()
        if sign == ";":
            sections.append(FormatSection(tuple(pieces), condition, locale))
            pieces, condition, locale = [], None, Locale()
        elif bracket is not None:
            condition = _condition(bracket) or condition
            if currency := _CURRENCY.match(bracket):
                pieces.append(FormatPiece(text=currency[1]))
                locale = Locale(int(currency[2] or "0", 16))
            elif bracket.lower().strip("hms") == "" and bracket:
                pieces.append(FormatPiece(sign=f"[{bracket.lower()}]"))
        elif width is not None or filled is not None:
            pieces.append(FormatPiece(text=" " if width else ""))
        elif quoted is not None or escaped is not None:
            pieces.append(FormatPiece(text=quoted or escaped or ""))
        else:
            pieces.append(FormatPiece(sign="General" if general else (exponent or sign)))
    return (*sections, FormatSection(tuple(pieces), condition, locale))


def _condition(bracket: str) -> tuple[str, float] | None:
    found = _CONDITION.match(bracket)
    return (found[1], float(found[2])) if found else None


def _section_for(value: float, sections: tuple[FormatSection, ...]) -> tuple[FormatSection | None, str]:
    """Return the section for a number, and the minus that it still needs."""
    numeric = tuple(takewhile(lambda each: "@" not in each.signs, sections[:3]))
    minus = "-" if value < 0 else ""
    if any(each.condition for each in numeric):
        fitting = (each for each in numeric if each.condition is None or _HOLDS[each.condition[0]](value, each.condition[1]))
        return next(fitting, None), minus
    if not numeric:
        return None, ""
    if value < 0 and len(numeric) > 1:
        return numeric[1], ""
    return (numeric[2] if value == 0 and len(numeric) > 2 else numeric[0]), minus


def _number(value: Decimal, pieces: tuple[FormatPiece, ...]) -> str:
    """Return a number from nought upwards by the pieces of its section."""
    signs = "".join(piece.sign for piece in pieces)
    if not _PLACES & set(signs):
        return "".join(piece.text or piece.sign for piece in pieces)
    value *= Decimal(100) ** signs.count("%")
    if "E" in signs.upper():
        return _scientific(value, pieces)
    if "/" in signs:
        return _fraction(value, pieces)
    last = max(place for place, piece in enumerate(pieces) if piece.sign in _PLACES)
    point = next((place for place, piece in enumerate(pieces) if piece.sign == "."), len(pieces))
    # Commas behind the last place, or before the point, divide by a thousand each; any other one parts the thousands.
    scaling = {place for place, piece in enumerate(pieces) if piece.sign == "," and _is_scaling(place, pieces, point, last)}
    grouped = any(piece.sign == "," and place not in scaling for place, piece in enumerate(pieces[:point]))
    kept = [piece for place, piece in enumerate(pieces) if piece.sign != ","]
    whole, decimals = _parts(kept)
    return _rounded(value / Decimal(1000) ** len(scaling), whole, decimals, grouped=grouped)


def _is_scaling(place: int, pieces: tuple[FormatPiece, ...], point: int, last: int) -> bool:
    end = min(point, last + 1)
    before_point = place < point and all(piece.sign not in _PLACES for piece in pieces[place:point])
    return place > last or (before_point and place >= end - 1)


def _parts(pieces: list[FormatPiece]) -> tuple[list[FormatPiece], list[FormatPiece]]:
    point = next((place for place, piece in enumerate(pieces) if piece.sign == "."), len(pieces))
    return pieces[:point], pieces[point:]


def _rounded(value: Decimal, whole: list[FormatPiece], decimals: list[FormatPiece], *, grouped: bool) -> str:
    places = sum(piece.sign in _PLACES for piece in decimals)
    digits = f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}" if value.adjusted() < _MOST_DIGITS else ""
    before, _, after = digits.partition(".")
    return _whole(before, whole, grouped=grouped) + _decimals(after, decimals)


def _whole(digits: str, pieces: list[FormatPiece], *, grouped: bool) -> str:
    """Return the digits before the point from right to left, each at a place, what is left over at the first."""
    left = digits.lstrip("0")
    places = [number for number, piece in enumerate(pieces) if piece.sign in _PLACES]
    out, count = list[str](), 0
    for number in range(len(pieces) - 1, -1, -1):
        piece = pieces[number]
        if piece.sign not in _PLACES:
            out.append((piece.text or piece.sign)[::-1])
            continue
        taken = left[::-1] if number == places[0] else left[-1:]
        left = "" if number == places[0] else left[:-1]
        for digit in taken or {"0": "0", "?": " ", "#": ""}[piece.sign]:
            out.append("," if grouped and count and count % 3 == 0 and digit != " " else "")
            out.append(digit)
            count += 1
    return "".join(out)[::-1]


def _decimals(digits: str, pieces: list[FormatPiece]) -> str:
    """Return the point and what follows it; noughts at the end are only written where the format wants them."""
    out, at = list[str](), 0
    needed = len(digits.rstrip("0"))
    for piece in pieces:
        if piece.sign in _PLACES:
            out.append(digits[at] if at < needed or piece.sign == "0" else {"?": " ", "#": ""}[piece.sign])
            at += 1
        else:
            out.append(piece.text or piece.sign)
    return "".join(out)


def _scientific(value: Decimal, pieces: tuple[FormatPiece, ...]) -> str:
    at = next(place for place, piece in enumerate(pieces) if piece.sign.upper().startswith("E"))
    whole, decimals = _parts([piece for piece in pieces[:at] if piece.sign != ","])
    step = max(1, sum(piece.sign in _PLACES for piece in whole))
    power = 0 if not value else (value.adjusted() // step) * step if step > 1 else value.adjusted()
    mantissa = _rounded(value.scaleb(-power), whole, decimals, grouped=False)
    exponent = _whole(str(abs(power)), list(pieces[at + 1 :]), grouped=False)
    sign = "-" if power < 0 else "+" if pieces[at].sign.endswith("+") else ""
    return f"{mantissa}E{sign}{exponent}"


def _fraction(value: Decimal, pieces: tuple[FormatPiece, ...]) -> str:
    """Return a number as a whole and a fraction of as many digits as the format has places, or of the denominator that it names."""
    slash = next(place for place, piece in enumerate(pieces) if piece.sign == "/")
    below = "".join(takewhile(str.strip, (piece.sign or " " for piece in pieces[slash + 1 :])))
    above = "".join(piece.sign or " " for piece in pieces[:slash])
    has_whole = len(above.split()) > 1
    whole = int(value) if has_whole else 0
    rest = Fraction(value) - whole
    if below.isdecimal() and int(below):
        part: tuple[int, int] = (round(rest * int(below)), int(below))
    else:
        near = rest.limit_denominator(10 ** min(len(below), 6) - 1)
        part = (near.numerator, near.denominator)
    if has_whole and part[0] == part[1]:
        return str(whole + 1)
    written = f"{part[0]}/{part[1]}"
    if not has_whole:
        return written
    return str(whole) if not part[0] else f"{whole} {written}" if whole else written
