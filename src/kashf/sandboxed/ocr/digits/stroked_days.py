"""Strokes to days: of all ways to put strokes together as a day, a month and a year with signs between them, the likeliest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import product
from math import exp, log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kashf.sandboxed.ocr.digits.classifier import BETWEEN, SignClassifier
from kashf.sandboxed.ocr.digits.number_paths import ALPHABETS, ways_of
from kashf.sandboxed.ocr.digits.strokes import Shape, frame_of, joined

Scores = NDArray[np.float32]

#: Likelihood of a stroke before or behind the day: marks of the calendar, ends of words; and of one within it: dots and grain.
_BESIDE, _WITHIN = 0.3, 0.04
#: The same of what no sign looks like at all.
_LEAST: Final = 1e-4
#: Strokes of more are no day.
_MOST_STROKES: Final = 60
#: A sign that parts day, month and year.
_DIVIDER: Final = "/"
_ANY: Final = "0123456789"
_DAYS: Final = (("123456789",), ("0", "123456789"), ("12", _ANY), ("3", "01"))
#: Days that are no months, which may stand behind the month.
_LATE_DAYS: Final = (("1", "3456789"), ("2", _ANY), ("3", "01"))
_MONTHS: Final = (("123456789",), ("0", "123456789"), ("1", "012"))
#: The centuries of years that letters are of.
_YEARS: Final = (("1", "34", _ANY, _ANY), ("1", "9", _ANY, _ANY), ("2", "0", "0123", _ANY))


class DayPart(Enum):
    """What is looked for: a day with month and year in digits, or the day alone, or the year alone, beside a month with its name."""

    WHOLE = "whole"
    DAY = "day"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class ReadDay:
    """A day, or its number, or a year.

    Args:
        text: The digits of the script it is written in, day first, slashes between.
        likelihood: Geometric mean of those of its digits, in [0..1].
        left: Its first column.
        right: One past its last.
    """

    text: str
    likelihood: float
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class _DayPatterns:
    """Ways to write what is looked for, each a row of numbers of `sets`, padded with those that nothing fits; `orders` sort its parts."""

    rows: NDArray[np.int64]
    lengths: NDArray[np.int64]
    sets: tuple[str, ...]
    orders: tuple[tuple[int, ...], ...]


def day_in(shapes: Sequence[Shape], classifier: SignClassifier, *, part: DayPart = DayPart.WHOLE) -> ReadDay | None:
    """Return what some strokes are as a day, whatever else stands at its sides; None where they are too few or too many.

    Args:
        shapes: The strokes of a stretch of a line, from left to right.
        classifier: Tells the strokes.
        part: What is looked for.
    """
    patterns = _patterns(part)
    if not int(patterns.lengths.min()) <= len(shapes) <= _MOST_STROKES:
        return None
    frame = frame_of(shapes)
    ways = ways_of(shapes, frame)
    shares = classifier.likelihoods([joined(shapes[first : first + count]) for first, count in ways], frame)
    read = [_best(shapes, ways, shares @ columns, patterns, digits=digits, signs=signs) for digits, (signs, columns) in ALPHABETS.items()]
    return max(filter(None, read), key=lambda each: each[0], default=(0.0, None))[1]


def _best(
    shapes: Sequence[Shape], ways: Sequence[tuple[int, int]], shares: Scores, patterns: _DayPatterns, *, digits: str, signs: str
) -> tuple[float, ReadDay] | None:
    """Return the likeliest day in one script, with the logarithm of that, by steps over the strokes in all patterns at once (Viterbi)."""
    fits = _fits(shares, patterns.sets, digits=digits, signs=signs)
    count, longest = patterns.rows.shape
    scores = np.full((len(shapes) + 1, count, longest + 1), -np.inf, dtype=np.float32)
    taken = np.zeros(scores.shape, dtype=np.int8)
    scores[0, :, 0] = 0.0
    ends = np.zeros((count, longest + 1), dtype=np.bool_)
    ends[:, 0] = True
    ends[np.arange(count), patterns.lengths] = True
    lost = np.where(ends, np.float32(log(_BESIDE)), np.float32(log(_WITHIN)))
    by_end: dict[int, list[tuple[int, int]]] = {}
    for nth, (first, together) in enumerate(ways):
        by_end.setdefault(first + together, []).append((nth, together))
    for end in range(1, len(shapes) + 1):
        scores[end] = scores[end - 1] + lost
        for nth, together in by_end.get(end, ()):
            offered = scores[end - together][:, :-1] + together * fits[nth][patterns.rows]
            better = offered > scores[end][:, 1:]
            scores[end][:, 1:][better] = offered[better]
            taken[end][:, 1:][better] = together
    final = scores[-1][np.arange(count), patterns.lengths]
    chosen = int(np.argmax(final))
    if not np.isfinite(final[chosen]):
        return None
    return float(final[chosen]), _traced(shapes, ways, shares, (taken[:, chosen], patterns, chosen), digits=digits, signs=signs)


def _fits(shares: Scores, sets: Sequence[str], *, digits: str, signs: str) -> Scores:
    """Return for each way to join strokes how likely it is one of each set of signs, as a logarithm; the last of them nothing fits."""
    found = [shares[:, _columns(allowed, digits=digits, signs=signs)].max(axis=1) for allowed in sets]
    nothing = np.zeros(len(shares), dtype=np.float32)
    result: Scores = np.log(np.clip(np.stack([*found, nothing], axis=1), _LEAST, 1.0)).astype(np.float32)
    result[:, -1] = -np.inf
    return result


def _columns(allowed: str, *, digits: str, signs: str) -> list[int]:
    wanted = BETWEEN if allowed == _DIVIDER else "".join(digits[int(digit)] for digit in allowed)
    return [signs.index(sign) for sign in wanted]


def _traced(
    shapes: Sequence[Shape],
    ways: Sequence[tuple[int, int]],
    shares: Scores,
    chosen: tuple[NDArray[np.int8], _DayPatterns, int],
    *,
    digits: str,
    signs: str,
) -> ReadDay:
    """Return the day that a pattern has, by the steps that led to its end."""
    taken, patterns, row = chosen
    numbers = {way: nth for nth, way in enumerate(ways)}
    end, place = len(shapes), int(patterns.lengths[row])
    read: list[str] = []
    likelihoods: list[float] = []
    places: list[tuple[int, int]] = []
    while end and place:
        together = int(taken[end, place])
        end -= max(together, 1)
        if not together:
            continue
        place -= 1
        allowed = patterns.sets[patterns.rows[row, place]]
        columns = _columns(allowed, digits=digits, signs=signs)
        column = max(columns, key=lambda each: shares[numbers[end, together], each])
        some = shapes[end : end + together]
        places.append((min(each.left for each in some), max(each.right for each in some)))
        read.append(_DIVIDER if allowed == _DIVIDER else signs[column])
        if allowed != _DIVIDER:
            likelihoods.append(max(float(shares[numbers[end, together], column]), _LEAST))
    parts = "".join(reversed(read)).split(_DIVIDER)
    text = _DIVIDER.join(parts[place] for place in patterns.orders[row])
    likelihood = exp(sum(map(log, likelihoods)) / max(1, len(likelihoods)))
    return ReadDay(text, min(1.0, likelihood), min(left for left, _ in places), max(right for _, right in places))


@cache
def _patterns(part: DayPart) -> _DayPatterns:
    written = [*_written(part)]
    sets = tuple(dict.fromkeys(allowed for signs, _ in written for allowed in signs))
    longest = max(len(signs) for signs, _ in written)
    rows = np.full((len(written), longest), len(sets), dtype=np.int64)
    for nth, (signs, _) in enumerate(written):
        rows[nth, : len(signs)] = [sets.index(allowed) for allowed in signs]
    return _DayPatterns(rows, np.array([len(signs) for signs, _ in written]), sets, tuple(order for _, order in written))


def _written(part: DayPart) -> Iterator[tuple[tuple[str, ...], tuple[int, ...]]]:
    """Yield the signs of each way to write it from left to right, and in which order its parts are told."""
    if part is DayPart.WHOLE:
        for day, month, year in product(_DAYS, _MONTHS, _YEARS):
            yield (*day, _DIVIDER, *month, _DIVIDER, *year), (0, 1, 2)
            yield (*year, _DIVIDER, *month, _DIVIDER, *day), (2, 1, 0)
            yield (*month, _DIVIDER, *year, _DIVIDER, *day), (2, 0, 1)  # with hidden marks of direction around the day
        for month, day, year in product(_MONTHS, _LATE_DAYS, _YEARS):
            yield (*month, _DIVIDER, *day, _DIVIDER, *year), (0, 1, 2)
    else:
        yield from ((signs, (0,)) for signs in (_DAYS if part is DayPart.DAY else _YEARS))
