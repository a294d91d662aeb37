"""Numbers that scanners, cameras and people count in the names of files: from where to where, and which are not there.

Names are forged easily: a series says how files are called, never in what order anything happened.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeVar

Ordered = TypeVar("Ordered", str, int, dt.datetime)

#: The last digits of a name without its ending.
_NUMBERED: Final = re.compile(r"(\d+)(\D*)\Z")
_ENDING: Final = re.compile(r"(?<=.)\.[^\W\d_][^\W_]{0,9}\Z")
#: Longer numbers are times, telephone numbers and hashes.
_MOST_DIGITS: Final = 9
_DAY_DIGITS: Final = 8
#: Files that make a series, and how many numbers may lie between first and last for each that is there; others are not counted one by one.
_FEWEST: Final = 3
_WIDEST: Final = 10


@dataclass(frozen=True, slots=True)
class NumberSeries:
    """Files of one folder that are called alike but for a number that is counted up.

    Args:
        before: What stands before the number.
        after: What stands behind it, without the file's ending.
        first: The lowest number.
        last: The highest.
        files: How many files.
        numbers: How many numbers they have; less than files where one number stands twice, as of a picture and its raw data.
        gaps: Numbers between first and last that no file has: first and last of each stretch.
        steps_back: Files, in the order in which they were listed, that have a lower number than the one before.
    """

    before: str
    after: str
    first: int
    last: int
    files: int
    numbers: int
    gaps: tuple[tuple[int, int], ...]
    steps_back: int

    @property
    def missing(self) -> int:
        """How many numbers between first and last no file has."""
        return self.last - self.first + 1 - self.numbers


def number_series(names: Iterable[str]) -> tuple[NumberSeries, ...]:
    """Return the series in the names of files of one folder, the largest first.

    Args:
        names: Without folders, in the order in which they were listed.

    >>> [(found.before, found.first, found.last, found.gaps) for found in number_series(["IMG_0012.JPG", "IMG_0013.JPG", "IMG_0016.MOV"])]
    [('IMG_', 12, 16, ((14, 15),))]
    """
    known: dict[tuple[str, str], list[int]] = {}
    for name in names:
        if found := _numbered(name):
            before, number, after = found
            known.setdefault((before, after), []).append(number)
    series = (_series(*around, numbers) for around, numbers in known.items() if _is_counted(numbers))
    return tuple(sorted(series, key=lambda each: (-each.files, each.before, each.after)))


def steps_back(values: Sequence[Ordered]) -> int:
    """Return how many of some values are lower than the one before.

    >>> steps_back([1, 2, 5, 3, 4]), steps_back([])
    (1, 0)
    """
    return sum(1 for one, following in pairwise(values) if following < one)


def _numbered(name: str) -> tuple[str, int, str] | None:
    stem = _ENDING.sub("", name)
    found = _NUMBERED.search(stem)
    if not found or len(found[1]) > _MOST_DIGITS or _is_day(found[1]):
        return None
    return stem[: found.start()], int(found[1]), found[2]


def _is_day(digits: str) -> bool:
    """Return whether digits are a day, such as 20140312."""
    if len(digits) != _DAY_DIGITS:
        return False
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    return 1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31


def _is_counted(numbers: Sequence[int]) -> bool:
    different = len(set(numbers))
    return different >= _FEWEST and max(numbers) - min(numbers) < different * _WIDEST


def _series(before: str, after: str, numbers: Sequence[int]) -> NumberSeries:
    different = sorted(set(numbers))
    gaps = tuple((one + 1, following - 1) for one, following in pairwise(different) if following > one + 1)
    return NumberSeries(before, after, different[0], different[-1], len(numbers), len(different), gaps, steps_back(numbers))
