"""Telephone numbers: where they stand, and the one form they have in whatever way they are written.

Sources: ITU-T E.164 (15 digits at most), E.123 (how numbers are written).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from kashf.domain.entity import NO_VALUE, Value
from kashf.language.identifiers.plain_signs import plain
from kashf.language.tables.numbering.calling_codes import CALLING_CODES
from kashf.language.tables.numbering.dialling_plans import DIALLING_PLANS
from kashf.language.tables.numbering.identifier_words import PERSON_NUMBERS, PHONE_WORDS
from kashf.language.words.page import WordPage
from kashf.language.words.tokens import folded_words

#: One run of digits with at most three dividing characters between two of them, in plain text. Behind it a plus, as right-to-left hands
#: type it; none of it is part of a longer number.
_RUN: Final = re.compile(
    r"(?<![A-Za-z\d_+])(?<!\d\.)(?:\+[ \u200e]?|00|0\d{1,3}/(?=\d))?[(]?\d(?:[ .\-()\u200e]{0,3}\d){4,24}"
    r"(?:\u200e?\+(?!\w))?(?![A-Za-z\d_])"
)
_GROUP: Final = re.compile(r"\d+")
#: Days: what begins so and is divided so is a date.
_DATE: Final = re.compile(r"\d{1,2}([-. ])\d{1,2}\1(?:\d{4}|\d\d)(?!\d)|\d{4}([-. ])\d{1,2}\2\d{1,2}(?!\d)")
#: A neighbour that a number is one number with (0944/123456, 12.0944123456), unless that may be a telephone itself.
_JOINED_BEFORE: Final = re.compile(r"(?<!\d)(?:[1-9]\d{0,7}|0\d{0,6})[/:]\Z")
_JOINED_BEHIND: Final = re.compile(r"\.\d|/[ ]?(?!0\d)\d")
#: Cells of a table, unless the number is short: then thousands.
_COMMA: Final = re.compile(r",\d")
#: National numbers begin with 0 in all countries of the region; mobile and land lines have 9 to 11 digits.
_FEWEST, _MOST, _LEAST_ABROAD, _MOST_ABROAD = 9, 11, 10, 15
_FEWEST_SAID: Final = 6
#: How far before a number a word that says "telephone", or that it is the number of a person, may end, in code points.
_NEAR: Final = 12

#: How far behind one number another may begin that the same word is about.
_NEXT: Final = 3

_PHONE: Final = frozenset(folded_words(PHONE_WORDS))
_OF_PEOPLE: Final = frozenset(folded_words(PERSON_NUMBERS))
_PLANS: Final = {country: re.compile(pattern) for country, pattern in DIALLING_PLANS.items()}
_CODES: Final = {country: code for code, country in CALLING_CODES.items()}

Span = tuple[int, int]


def phone_numbers(page: WordPage, text: str) -> list[Span]:
    """Return the places of telephone numbers, in order.

    With a word before them that says "telephone" six digits are enough; without it they begin as numbers abroad (+963, 00963) or at home
    (09...) do, and stand behind no word for the number of a person.

    Args:
        page: The words of the text.
        text: The same text in plain signs.
    """
    said = _Ends(page, _PHONE)
    of_people = _Ends(page, _OF_PEOPLE)
    found: list[Span] = []
    for run in _RUN.finditer(text):
        follows_one = bool(found) and run.start() - found[-1][1] <= _NEXT and said.is_near(found[-1][0])
        is_said = follows_one or said.is_near(run.start(), than=of_people)
        if _is_part(text, run, is_said=is_said) or _DATE.match(run[0]):
            continue
        is_of_people = not is_said and of_people.is_near(run.start())
        found.extend(_numbers(run, is_said=is_said, is_of_people=is_of_people))
    return found


def phone_value(text: str) -> Value:
    """Return the digits of a telephone number: with +, calling code and country where it says them, or where they follow from its form.

    What is dialled at home as only one country of the region dials its mobiles is taken for one of them, and says so (`unresolved`).

    Example:
        >>> dict(phone_value("٠٠٩٦٣ (٠) ٩٤٤ ١٢٣ ٤٥٦")), dict(phone_value("011 221 3456"))
        ({'digits': '+963944123456', 'country': 'SY'}, {'digits': '0112213456'})
        >>> dict(phone_value("0944-123-456"))
        {'digits': '+963944123456', 'country': 'SY', 'unresolved': 'country-by-form'}
    """
    signs = plain(text)
    digits = "".join(_GROUP.findall(signs))
    if "+" in signs or digits.startswith("00"):
        return _abroad(digits.removeprefix("00"))
    if _is_bare_abroad(digits):
        return _abroad(digits)
    fits = [country for country, plan in _PLANS.items() if plan.fullmatch(digits)]
    if len(fits) != 1:
        return MappingProxyType({"digits": digits}) if digits else NO_VALUE
    number = f"+{_CODES[fits[0]]}{digits.lstrip('0')}"
    return MappingProxyType({"digits": number, "country": fits[0], "unresolved": "country-by-form"})


class _Ends:
    """Where words of one kind end on a page."""

    def __init__(self, page: WordPage, kind: frozenset[str]) -> None:
        self._ends = [word.end for word in page.words if word.folded in kind]

    def is_near(self, start: int, *, than: _Ends | None = None) -> bool:
        """Return whether one of them ends shortly before a place, nearer than one of another kind."""
        end = self.last_before(start)
        return start - end <= _NEAR and (than is None or than.last_before(start) <= end)

    def last_before(self, start: int) -> int:
        """Return where the last of them before a place ends; a place far before the text when there is none."""
        index = bisect_right(self._ends, start) - 1
        return self._ends[index] if index >= 0 else -_NEAR - 1


def _is_part(text: str, run: re.Match[str], *, is_said: bool) -> bool:
    """Return whether a run of digits is part of a longer number; two telephones may be parted by a stroke."""
    is_before = _JOINED_BEFORE.search(text, max(0, run.start() - _NEAR), run.start()) is not None
    is_behind = _JOINED_BEHIND.match(text, run.end()) is not None
    is_cell = len(_GROUP.findall(run[0])[0]) >= _FEWEST
    has_comma = _COMMA.match(text, run.end()) or (
        text[run.start() - 1 : run.start()] == "," and text[run.start() - 2 : run.start() - 1].isdigit()
    )
    return (is_before or is_behind or (bool(has_comma) and not is_cell)) and not is_said


def _numbers(run: re.Match[str], *, is_said: bool, is_of_people: bool) -> Iterator[Span]:
    """Yield the telephone numbers in a run of digits: one as a rule, several that only a space parts."""
    groups = list(_GROUP.finditer(run[0]))
    free = 0
    for first, group in enumerate(groups):
        may_begin = first == 0 or group[0][0] == "0" or (is_said and len(group[0]) >= _FEWEST_SAID)
        if first < free or not may_begin:
            continue
        start = group.start() if first else 0
        for last in range(len(groups), first, -1):
            end = groups[last - 1].end() if last < len(groups) else len(run[0])
            if _fits(run[0][start:end], is_said=is_said, is_of_people=is_of_people):
                yield run.start() + start, run.start() + end
                free = last
                break


def _fits(written: str, *, is_said: bool, is_of_people: bool) -> bool:
    """Return whether digits may be one telephone number."""
    groups = _GROUP.findall(written)
    digits = "".join(groups)
    if "+" in written or digits.startswith("00"):
        return _LEAST_ABROAD - 1 <= len(digits.removeprefix("00")) <= _MOST_ABROAD
    if is_said:
        is_one = len(groups) == 1 or len(digits) <= _MOST or _is_bare_abroad(digits)
        return is_one and _FEWEST_SAID <= len(digits) <= _MOST_ABROAD
    if not is_of_people and _is_bare_abroad(digits):
        return True
    if is_of_people or "/" in written or not digits.startswith("0") or not _FEWEST <= len(digits) <= _MOST:
        return False
    return len(digits) < _MOST or digits != written or any(plan.fullmatch(digits) for plan in _PLANS.values())


def _abroad(digits: str) -> Value:
    """Return a number that begins with its calling code; the 0 that is only dialled at home goes."""
    code = next((digits[:length] for length in (3, 2) if digits[:length] in CALLING_CODES), "")
    if not code:
        return MappingProxyType({"digits": f"+{digits}"})
    return MappingProxyType({"digits": f"+{code}{digits[len(code) :].lstrip('0')}", "country": CALLING_CODES[code]})


def _is_bare_abroad(digits: str) -> bool:
    """Return whether digits are a calling code of the region with a whole mobile number behind it, the plus left out."""
    return any(
        digits.startswith(_CODES[country]) and plan.fullmatch(_at_home(country, digits[len(_CODES[country]) :]))
        for country, plan in _PLANS.items()
    )


def _at_home(country: str, digits: str) -> str:
    """Return what is dialled at home for what stands behind a calling code; Lebanon dials no 0 before some of its mobiles."""
    return digits if digits.startswith("0") or (country == "LB" and digits[0:1] in {"7", "8"}) else f"0{digits}"
