"""Vehicle plates of Syria, Iraq, Turkey and Lebanon, where the text speaks of a vehicle or a plate; nothing else is sure enough."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from kashf.domain.entity import NO_VALUE, Value
from kashf.language.identifiers.plain_signs import plain
from kashf.language.tables.numbering.identifier_words import PLATE_WORDS, VEHICLE_WORDS
from kashf.language.tables.numbering.plate_codes import IRAQ, LEBANON, LEBANON_ARABIC, SYRIA, TURKEY
from kashf.language.words.folding import fold
from kashf.language.words.page import WordPage
from kashf.language.words.tokens import folded_words

_PLATE, _VEHICLE = frozenset(folded_words(PLATE_WORDS)), frozenset(folded_words(VEHICLE_WORDS))
#: How far before a plate a word for a plate, or a vehicle, may end, and how far behind it may begin, in code points.
_NEAR, _FAR, _BEHIND = 25, 60, 20
_LONGEST: Final = 60


def _places(table: Mapping[str, str]) -> dict[str, str]:
    """Return the code of a governorate by its names, itself among them."""
    return {fold(name.strip()).replace("'", ""): code for code, names in table.items() for name in (code, *names.split(","))}


_CODES: Final = _places(IRAQ) | _places(SYRIA)
_BETWEEN: Final = r"[ \u200e]{0,2}[-:/،,(]?[ \u200e]{0,2}"


def _names(table: Mapping[str, str]) -> str:
    """Return a pattern for the names of places, the longest first, their letters as people interchange them."""
    names = sorted((name.strip() for code, names in table.items() for name in (code, *names.split(","))), key=len, reverse=True)
    return "|".join(
        re.escape(name).replace("أ", "[أا]").replace("إ", "[إا]").replace("ة", "[ةه]").replace(r"\ ", r"[ -]?") for name in names
    )


_SYRIAN, _IRAQI = _names(SYRIA), _names(IRAQ)
_LETTER: Final = r"(?P<letter>[أابجدهوزحطيكلمنصعفقرسشتA-Z])"
#: Country -> patterns; the number is a group of its own.
_PATTERNS: Final = (
    ("TR", rf"(?P<number>(?:0[1-9]|[1-7]\d|8[01])[ -]?(?:{'|'.join(rf'[A-Z]{{{n}}}[ -]?[0-9]{{{most}}}' for n, most in TURKEY)}))"),
    ("SY", rf"(?P<place>{_SYRIAN}){_BETWEEN}(?P<number>\d{{6,7}})"),
    ("SY", rf"(?P<number>\d{{6,7}}){_BETWEEN}(?P<place>{_SYRIAN})"),
    ("IQ", rf"(?P<place>{_IRAQI}){_BETWEEN}(?P<number>\d{{2,7}})(?:[ /-]{{0,2}}{_LETTER}(?!\w))?"),
    ("IQ", rf"(?P<number>\d{{2,7}})[ /-]{{0,2}}(?:{_LETTER}[ /-]{{0,2}})?(?P<place>{_IRAQI})"),
)
_ANYWHERE: Final = tuple((country, re.compile(rf"(?<![\w/.])(?:{pattern})(?![\w/]|\.\d)")) for country, pattern in _PATTERNS)
#: Iraq's plates since 2022 and some of Turkey's look alike.
_TURKISH_OR_IRAQI: Final = re.compile(r"(?:1[1-9]|2\d)[A-Z]\d{4,5}")
#: Only right behind a word for a plate: a letter with digits, digits alone.
_BEHIND_PLATE: Final = (
    (
        "LB",
        re.compile(rf"(?<![\w/.])(?:LB )?(?P<letter>[{LEBANON}{''.join(LEBANON_ARABIC)}])[ /-]{{0,2}}(?P<number>\d{{3,7}})(?![\w/]|\.\d)"),
    ),
    ("", re.compile(r"(?<![\w/.])(?P<number>\d{5,7})(?![\w/]|\.\d)")),
)

Span = tuple[int, int]


def plates(page: WordPage, text: str) -> Iterator[Span]:
    """Yield the places of vehicle plates; of patterns that meet, the places may overlap, the better ones first.

    Args:
        page: The words of the text.
        text: The same text in plain signs.
    """
    said = [word for word in page.words if word.folded in _PLATE]
    near = [word for word in page.words if word.folded in _PLATE or word.folded in _VEHICLE]
    if not near:
        return
    ends, starts = [word.end for word in near], [word.start for word in near]
    plate_ends = [word.end for word in said]
    for _, pattern in _ANYWHERE:
        for found in pattern.finditer(text):
            if _is_near(text, found, ends, _FAR) or _is_before(text, found, starts):
                yield found.span()
    for _, pattern in _BEHIND_PLATE if said else ():
        for found in pattern.finditer(text):
            if _is_near(text, found, plate_ends, _NEAR):
                yield found.span()


def plate_value(text: str) -> Value:
    """Return the number of a plate, its country, and its governorate by ISO 3166-2 where the plate says it.

    Example:
        >>> dict(plate_value("حلب ١٢٣٤٥٦")), dict(plate_value("34 abc 123"))
        ({'number': '123456', 'country': 'SY', 'place': 'SY-HL'}, {'number': '34ABC123', 'country': 'TR'})
    """
    signs = plain(text).upper() if len(text) <= _LONGEST else ""
    for country, pattern in (*_WHOLE, *_BEHIND_PLATE):
        if found := pattern.fullmatch(signs.strip()):
            return _value(country, found.groupdict(""))
    return NO_VALUE


_WHOLE: Final = tuple((country, re.compile(rf"(?:{country} )?{pattern}", re.IGNORECASE)) for country, pattern in _PATTERNS)


def _value(country: str, said: Mapping[str, str]) -> Value:
    number = "".join(sign for sign in said["number"] if sign.isalnum())
    letter = said.get("letter", "")
    if country == "LB":
        number, letter = f"{LEBANON_ARABIC.get(letter, letter)}{number}", ""
    elif _TURKISH_OR_IRAQI.fullmatch(number):
        country = ""
    place = _CODES.get(fold(said.get("place", "")).replace("'", ""), "")
    parts = {"number": f"{number}{letter}", "country": country, "place": place}
    return MappingProxyType({name: part for name, part in parts.items() if part})


def _is_near(text: str, found: re.Match[str], ends: list[int], most: int) -> bool:
    """Return whether a word ends at most so far before a place, on the same line."""
    index = bisect_right(ends, found.start()) - 1
    return index >= 0 and found.start() - ends[index] <= most and "\n" not in text[ends[index] : found.start()]


def _is_before(text: str, found: re.Match[str], starts: list[int]) -> bool:
    """Return whether a word begins shortly behind a place, on the same line."""
    index = bisect_left(starts, found.end())
    return index < len(starts) and starts[index] - found.end() <= _BEHIND and "\n" not in text[found.end() : starts[index]]
