"""Places on the map: latitude and longitude of WGS 84 in degrees, decimal or with minutes and seconds, in links, by grid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from kashf.domain.entity import NO_VALUE, Value
from kashf.language.identifiers.grid_references import grid_place, grid_references
from kashf.language.identifiers.plain_signs import plain
from kashf.language.tables.numbering.identifier_words import AND, EAST, LATITUDE, LONGITUDE, NORTH, SOUTH, WEST

_SPACE: Final = r"[ \u200e]{0,3}"
_NUMBER: Final = r"[+-]?\d{1,3}(?:\.\d{1,12})?"
_DEGREE: Final = "[°º˚]"
_MINUTE: Final = "['’′‘`]"
_SECOND: Final = "(?:[\"”″“]|''|’’|′′)"
_EAST_WEST: Final = rf"(?:{EAST}|{WEST}|[EWO](?![A-Za-z]))"
_NORTH_SOUTH: Final = rf"(?:{NORTH}|{SOUTH}|[NS](?![A-Za-z]))"
_BETWEEN: Final = rf"[ \u200e]{{0,3}}(?:[,;،/|]|\n|and|{AND})?[ \u200e]{{0,3}}"
_LATITUDE: Final = rf"(?:{LATITUDE})"
_LONGITUDE: Final = rf"(?:{LONGITUDE})"
_SAYS: Final = r"[ \u200e]{0,2}[:=]?[ \u200e]{0,2}"


def _angle_pattern(side: str) -> str:
    """Return the pattern of degrees, and minutes, and seconds, whose groups begin with a letter."""
    minutes, seconds = (rf"(?P<{side}{part}>\d{{1,2}}(?:\.\d{{1,6}})?){_SPACE}" for part in "ms")
    rest = rf"(?:{minutes}{_MINUTE}{_SPACE}(?:{seconds}{_SECOND})?)?"
    return rf"(?P<{side}d>{_NUMBER}){_SPACE}(?:{_DEGREE}{_SPACE}{rest})?"


def _pair(first: str, second: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.+-])(?<!\d,){first}{second}(?![\w°]|\.\d)", re.IGNORECASE)


def _bare(before: str, *, fewest: int) -> re.Pattern[str]:
    """Return the pattern of two decimal numbers with so many digits behind the point or more; fewer, and dots may part thousands."""
    decimals = rf"\.\d{{{fewest},12}}"
    between = r"[ \u200e]{0,2}(?:[,،;/|]|%2C| )[ \u200e]{0,2}"
    behind = r"(?![\w°]|\.\d|[ ,]{1,2}\d+\.\d{3})"
    return re.compile(rf"{before}(?P<ad>[+-]?\d{{1,2}}{decimals})°?{between}(?P<bd>[+-]?\d{{1,3}}{decimals})°?{behind}", re.IGNORECASE)


_LAT, _LON = _angle_pattern("a"), _angle_pattern("b")
#: With the directions behind or before both; with a word before both; decimal ones alone, and in links.
_PATTERNS: Final = (
    _pair(rf"{_LAT}{_SPACE}(?P<ns>{_NORTH_SOUTH})", rf"{_BETWEEN}{_LON}{_SPACE}(?P<ew>{_EAST_WEST})"),
    _pair(rf"{_LON}{_SPACE}(?P<ew>{_EAST_WEST})", rf"{_BETWEEN}{_LAT}{_SPACE}(?P<ns>{_NORTH_SOUTH})"),
    re.compile(rf"(?<!\w)(?P<ns>{_NORTH_SOUTH}){_SPACE}{_LAT}{_BETWEEN}(?P<ew>{_EAST_WEST}){_SPACE}{_LON}(?![\w°]|\.\d)", re.IGNORECASE),
    re.compile(rf"(?:{_LATITUDE}){_SAYS}{_LAT}[ ,;،&|\u200e]{{0,4}}(?:\n)?{_LONGITUDE}{_SAYS}{_LON}(?![\w°]|\.\d)", re.IGNORECASE),
    _bare(r"(?<![\w.+-])(?<!\d[ ,])", fewest=4),
    _bare(r"(?<=[=@:])", fewest=2),
)
#: What a text must have before it is worth looking: most have none of it.
_MAY_HAVE: Final = re.compile(rf"{_DEGREE}|\d\.\d\d|{_NORTH_SOUTH}|{_LATITUDE}", re.IGNORECASE)
#: Two bare numbers with directions are steps or blocks of houses: a sign of degrees, a point or a word makes them an angle.
_IS_EXACT: Final = re.compile(rf"{_DEGREE}|\.\d\d[^.]+\.\d\d|{_LATITUDE}", re.IGNORECASE)
#: A decimal number right before: three or more are a row of a table, no place.
_IN_A_ROW: Final = re.compile(r"\.\d{3,12}[ ,;]{1,3}\Z")
_ROW: Final = 20
_NEGATIVE: Final = re.compile(rf"[swo]|{SOUTH}|{WEST}", re.IGNORECASE)
#: Digits behind the point that are kept: of 1 in the sixth one metre is nine.
_DIGITS: Final = 6
_LONGEST: Final = 200

Span = tuple[int, int]


def coordinates(text: str) -> Iterator[Span]:
    """Yield the places of pairs of latitude and longitude in a plain text; of patterns that meet, the places may overlap.

    Example:
        >>> list(coordinates("at 36.2021, 37.1343"))
        [(3, 19)]
    """
    yield from grid_references(text)
    if _MAY_HAVE.search(text):
        for pattern in _PATTERNS:
            for found in pattern.finditer(text):
                if _value(found) and not _IN_A_ROW.search(text, max(0, found.start() - _ROW), found.start()):
                    yield found.span()


def coordinates_value(text: str) -> Value:
    r"""Return latitude and longitude in decimal degrees, at most six digits behind the point.

    Example:
        >>> dict(coordinates_value("36°12'07.6\"N 37°08'03.5\"E"))
        {'lat': '36.202111', 'lon': '37.134306'}
    """
    if (place := grid_place(plain(text[:_LONGEST]))) is not None:
        return MappingProxyType({"lat": _written(place[0]), "lon": _written(place[1])})
    signs = f"={plain(text)}" if len(text) <= _LONGEST else ""
    found = next((each for pattern in _PATTERNS if (each := pattern.search(signs))), None)
    return (_value(found) if found else None) or NO_VALUE


def _value(found: re.Match[str]) -> Value | None:
    if not _IS_EXACT.search(found[0]):
        return None
    latitude, longitude = _angle(found, "a", "ns"), _angle(found, "b", "ew")
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180 or not (latitude or longitude):
        return None
    return MappingProxyType({"lat": _written(latitude), "lon": _written(longitude)})


def _angle(found: re.Match[str], side: str, direction: str) -> float | None:
    """Return an angle of a pair in degrees; None where its minutes or seconds are 60 or more, or a bare number says no angle."""
    said = found.groupdict()
    degrees = float(said[f"{side}d"])
    minutes, seconds = (float(said.get(f"{side}{part}") or 0) for part in "ms")
    if minutes >= 60 or seconds >= 60:
        return None
    if said.get(f"{side}m") and not degrees.is_integer():
        return None
    angle = abs(degrees) + minutes / 60 + seconds / 3600
    is_negative = said[f"{side}d"].startswith("-") or _NEGATIVE.match(said.get(direction) or "") is not None
    return -angle if is_negative else angle


def _written(angle: float) -> str:
    text = f"{angle:.{_DIGITS}f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
