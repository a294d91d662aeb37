"""The numbers of lists in Word, which stand in no text: 1.2.3, a), iv. Source: ISO/IEC 29500-1, 17.9."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

_PLACE: Final = re.compile(r"%([1-9])")
_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_ALIF_BA: Final = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD: Final = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_MOST_DIGITS: Final = 100_000
BULLET: Final = "•"


@dataclass(slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted.

    Args:
        levels: Of each list.
        counted_as: Under which name a list counts; several may count on in one another.
    """

    levels: dict[str, dict[int, _Level]]
    counted_as: dict[str, str]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def next_label(self, list_id: str, level: int) -> str:
        """Return what stands before the next paragraph of a level of a list; nothing for an unknown list."""
        levels = self.levels.get(list_id, {})
        if level not in levels or levels[level].format == "none":
            return ""
        counts = self._counts.setdefault(self.counted_as[list_id], {})
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        if levels[level].format == "bullet":
            return BULLET

        def number(place: re.Match[str]) -> str:
            shown = levels.get(int(place[1]) - 1, _Level())
            return _written(counts.get(int(place[1]) - 1, shown.start), shown.format)

        return _PLACE.sub(number, levels[level].text)


def numbering_of(root: etree._Element | None) -> Numbering:
    """Return the lists that the part of that name describes."""
    if root is None:
        return Numbering({}, {})
    described, counted_as = dict[str, dict[int, _Level]](), dict[str, str]()
    abstract = {each.get(_w(each, "abstractNumId")): _levels(each) for each in root.iterchildren("{*}abstractNum")}
    for each in root.iterchildren("{*}num"):
        list_id, link = each.get(_w(each, "numId")), each.find("{*}abstractNumId")
        of = link.get(_w(link, "val"), "") if link is not None else ""
        levels = dict(abstract.get(of, {}))
        overrides = list(each.iterchildren("{*}lvlOverride"))
        for override in overrides:
            place = int(override.get(_w(override, "ilvl"), "0"))
            start = override.find("{*}startOverride")
            known = _levels(override).get(place) or levels.get(place, _Level())
            levels[place] = _Level(int(start.get(_w(start, "val"), "1")) if start is not None else known.start, known.format, known.text)
        described[list_id or ""] = levels
        # Lists of one kind count on in one another, unless one begins anew.
        counted_as[list_id or ""] = f"num:{list_id}" if overrides else of
    return Numbering(described, counted_as)


def _levels(parent: etree._Element) -> dict[int, _Level]:
    found = {}
    for each in parent.iterchildren("{*}lvl"):
        told = {child.tag.rpartition("}")[2]: child.get(_w(child, "val"), "") for child in each}
        start = told.get("start", "1")
        found[int(each.get(_w(each, "ilvl"), "0"))] = _Level(
            int(start) if start.isdecimal() else 1, told.get("numFmt", "decimal"), told.get("lvlText", "")
        )
    return found


def _w(element: etree._Element, name: str) -> str:
    """Return the full name of an attribute in the name space of its element."""
    return f"{element.tag.rpartition('}')[0]}}}{name}"


def _written(number: int, format: str) -> str:
    writer = _WRITERS.get(format)
    return writer(number) if writer and 0 < number < _MOST_DIGITS else str(number)


def _roman(number: int) -> str:
    parts = []
    for value, letters in _ROMAN:
        parts.append(letters * (number // value))
        number %= value
    return "".join(parts)


def _lettered(alphabet: str) -> Callable[[int], str]:
    """Return how letters count: a, b ... z, aa, bb."""
    return lambda number: alphabet[(number - 1) % len(alphabet)] * min((number - 1) // len(alphabet) + 1, 9)


_WRITERS: Final[dict[str, Callable[[int], str]]] = {
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _lettered(_LATIN),
    "upperLetter": _lettered(_LATIN.upper()),
    "arabicAlpha": _lettered(_ALIF_BA),
    "arabicAbjad": _lettered(_ABJAD),
    "decimalZero": lambda number: f"{number:02}",
    "hindiNumbers": lambda number: str(number).translate({48 + digit: 0x0966 + digit for digit in range(10)}),
}
