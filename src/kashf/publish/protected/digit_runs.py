"""Numbers in a text in whatever way they are grouped, in the digits of any script, with or without the code of the country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

#: Digits with at most three signs between two of them, which are no letters.
_RUN: Final = re.compile(r"\d(?:[\s\-./,()\u2010-\u2015\u200b-\u200f\u2060\u2066-\u2069]{0,3}\d)*")
#: Digits of a number that is told by its last ones, however the code of its country is written: +963 944, 00963 944, 0944.
_NATIONAL: Final = 9
#: Digits from which on a number is looked for inside longer ones.
_LONG: Final = 7
#: Digits of the shortest number that is looked for by its digits.
LEAST_DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class DigitRun:
    """Digits that may be one number.

    Attributes:
        digits: 0-9.
        origins: The code point of each in the text.
        borders: Places among the digits at which a group of them begins or ends.
    """

    digits: str
    origins: tuple[int, ...]
    borders: frozenset[int]


def digit_runs(text: str) -> tuple[DigitRun, ...]:
    """Return the runs of digits of a text, in order.

    Example:
        >>> [run.digits for run in digit_runs("tel. ٠٩٤٤ 123-456, no. 7")]
        ['0944123456', '7']
    """
    runs = []
    for found in _RUN.finditer(text):
        origins = tuple(place for place in range(*found.span()) if text[place].isdecimal())
        borders = {0, len(origins), *(nth for nth in range(1, len(origins)) if origins[nth] != origins[nth - 1] + 1)}
        runs.append(DigitRun("".join(str(int(text[place])) for place in origins), origins, frozenset(borders)))
    return tuple(runs)


def number_of(string: str) -> str:
    """Return the digits by which a protected string is looked for: the last nine of a long number; "" where it is no number.

    Example:
        >>> number_of("+963 944 123 456"), number_of("٠٩٤٤١٢٣٤٥٦"), number_of("12/2014"), number_of("T72 Brigade 4512")
        ('944123456', '944123456', '122014', '')
    """
    digits = "".join(str(int(sign)) for sign in string if sign.isdecimal())
    if len(digits) < LEAST_DIGITS or any(sign.isalpha() for sign in string):
        return ""
    bare = digits.lstrip("0") or digits
    return bare[-_NATIONAL:] if len(bare) > _NATIONAL and (string.strip()[:1] == "+" or digits.startswith("00")) else bare


def places_of_number(number: str, runs: tuple[DigitRun, ...]) -> Iterator[tuple[int, int]]:
    """Yield where a number stands; a short one only as whole groups of digits, with zeros before it or without."""
    for run in runs:
        at = run.digits.find(number)
        while at >= 0:
            end = at + len(number)
            if len(number) >= _LONG or (end in run.borders and _begins_group(run, at)):
                yield run.origins[at], run.origins[end - 1] + 1
            at = run.digits.find(number, at + 1)


def _begins_group(run: DigitRun, at: int) -> bool:
    """Return whether nothing but zeros stands before a digit in its group."""
    while at not in run.borders and run.digits[at - 1] == "0":
        at -= 1
    return at in run.borders
