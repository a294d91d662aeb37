"""Offices, classes of people and single persons as papers address them, told apart by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from kashf.domain.letters.letter import Addressee, AddresseeKind
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.events.letters.sheet_text import SheetText
from kashf.language.tables.letters.head_phrases import CLASSES, HONOURS, OFFICES, OFFICES_LATIN, POSTS
from kashf.language.tables.letters.structure.shape_words import WISHES

#: Addressees of one line that are kept.
_MOST: Final = 20


def is_office(folded: str) -> bool:
    """Return whether folded words name an office: their first word is one in Arabic, any of them in English."""
    return _office().match(folded) is not None or _office_latin().search(folded) is not None


def is_class(folded: str) -> bool:
    """Return whether folded words name a class of people or offices in the plural."""
    return _class().search(folded) is not None


def is_post(folded: str) -> bool:
    """Return whether folded words begin as a post does."""
    return _post().match(folded) is not None


def addressees(sheet: SheetText, start: int, end: int, *, rule: str, score: float) -> Iterator[Addressee]:
    """Yield those whom a line addresses."""
    is_plural = is_class(sheet.folded[start:end])
    cuts = [
        start,
        *(each.end() for each in _and().finditer(sheet.folded, start, end) if not is_plural and _can_part(sheet, start, end, each)),
        end,
    ]
    for first, last in pairwise(cuts[: _MOST + 1]):
        if said := sheet.said(first, _before_wish(sheet.folded, first, _before_and(sheet.folded, first, last)), rule, score):
            yield Addressee(said, addressee_kind(sheet.folded[first:last].strip()))


def addressee_kind(folded: str) -> AddresseeKind:
    """Return whether folded words of an address name an office, a class or a person."""
    honour = _honour().match(folded)
    folded = folded[honour.end() :] if honour and is_post(folded[honour.end() :]) else folded
    if is_class(folded):
        return AddresseeKind.CLASS
    return AddresseeKind.OFFICE if is_office(folded) or is_post(folded) else AddresseeKind.PERSON


def _can_part(sheet: SheetText, start: int, end: int, joint: re.Match[str]) -> bool:
    """Return whether a joint divides two who are addressed; a comma in Latin letters leads from a part to its whole, but in a list."""
    before, behind = sheet.folded[start : joint.start()].strip(), sheet.folded[joint.end() : end].strip()
    sign = joint[0].strip()
    if sign == "," and before.isascii():
        return re.search(r"(?<!\w)and(?!\w)", behind) is not None
    return sign in {"،", ",", "؛", ";"} or (is_office(before) and is_office(behind))


def _before_and(folded: str, start: int, end: int) -> int:
    found = re.search(r"(?:\s+(?:و|and)\s?|[،,؛;]\s*)$", folded[start:end])
    return start + found.start() if found else end


def _before_wish(folded: str, start: int, end: int) -> int:
    """Return an end before the prayer for whoever is addressed."""
    found = _wish().search(folded, start, end)
    return found.start() if found and found.start() > start else end


@lru_cache(maxsize=1)
def _wish() -> re.Pattern[str]:
    prayers = "|".join(each for each in WISHES.split("|") if " " in each)
    return re.compile(rf"\s+{any_of(prayers)}[ .،,]*$")


@lru_cache(maxsize=1)
def _and() -> re.Pattern[str]:
    return re.compile(r"\s+و\s?(?=\w)|\s+and\s+|\s*[،,؛;]\s*(?=\w)")


@lru_cache(maxsize=1)
def _office() -> re.Pattern[str]:
    return re.compile(rf"(?:ال)?{any_of(OFFICES)}{WORD_END}")


@lru_cache(maxsize=1)
def _office_latin() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(OFFICES_LATIN)}{WORD_END}")


@lru_cache(maxsize=1)
def _class() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(CLASSES)}{WORD_END}")


@lru_cache(maxsize=1)
def _honour() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(HONOURS)}{WORD_END}\s*/?\s*)+")


@lru_cache(maxsize=1)
def _post() -> re.Pattern[str]:
    return re.compile(rf"{any_of(POSTS)}{WORD_END}")
