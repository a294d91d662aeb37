"""International bank account numbers, told by country, length and check digits.

Source: ISO 13616 and SWIFT's registry of IBANs, release 98 (2024): lengths by country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from kashf.domain.entity import NO_VALUE, Value
from kashf.language.identifiers.plain_signs import plain, seen

_LENGTHS: Final = {
    country: int(length)
    for length, countries in (
        line.split(": ")
        for line in """15: NO
16: BE
18: DK FI FO GL NL SD
19: MK SI
20: AT BA EE KZ LT LU MN XK
21: CH HR LI LV
22: BG BH CR DE GB GE IE ME RS VA
23: AE GI IL IQ OM SO TL
24: AD CZ ES MD PK RO SA SE SK TN VG
25: LY PT ST
26: IS TR
27: BI DJ FR GR IT MC MR SM
28: AL AZ BY CY DO GT HU LB NI PL SV
29: BR EG PS QA UA
30: JO KW MU YE
31: MT SC
32: LC
33: RU""".splitlines()
    )
    for country in countries.split()
}
_SHORTEST, _LONGEST = 15, 33
_HEAD: Final = re.compile(r"(?<![A-Za-z0-9])([A-Z]{2}|[A-Za-z]{2}(?=\d\d ?\d{4}))\d\d(?=[ \u200e.-]{0,2}[A-Za-z0-9])")
_NEXT: Final = re.compile(r"[ \u200e.-]{0,2}([A-Za-z0-9])")

Span = tuple[int, int]


def ibans(text: str) -> Iterator[Span]:
    """Yield the places of account numbers in a plain text whose check digits are right, in order.

    Example:
        >>> list(ibans("IBAN GB82 WEST 1234 5698 7654 32, paid"))
        [(5, 32)]
    """
    free = 0
    for head in _HEAD.finditer(text):
        length = _LENGTHS.get(head[1].upper(), 0)
        end = _end(text, head.end(), length - 4) if length and head.start() >= free else 0
        if end and is_valid(text[head.start() : end]):
            yield head.start(), end
            free = end


def iban_value(text: str) -> Value:
    """Return an account number without spaces, in capitals, and its country.

    Example:
        >>> dict(iban_value("gb82 west 1234 5698 7654 32"))
        {'iban': 'GB82WEST12345698765432', 'country': 'GB'}
    """
    if not is_valid(text):
        return NO_VALUE
    number = _compact(text)
    return MappingProxyType({"iban": number, "country": number[:2]})


def is_valid(text: str) -> bool:
    """Return whether an account number has the length of its country and the right check digits (ISO 7064, MOD 97-10)."""
    number = _compact(text) if len(text) <= 4 * _LONGEST else ""
    if not number.isascii() or not number.isalnum() or _LENGTHS.get(number[:2]) != len(number):
        return False
    return int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97 == 1


def _compact(text: str) -> str:
    return seen(plain(text)).replace("-", "").replace(".", "").upper()


def _end(text: str, place: int, count: int) -> int:
    """Return the end of so many letters and digits behind a place, 0 where there are fewer, or more without a break."""
    for _ in range(count):
        found = _NEXT.match(text, place)
        if found is None:
            return 0
        place = found.end()
    after = text[place : place + 1]
    return 0 if after.isascii() and after.isalnum() else place
