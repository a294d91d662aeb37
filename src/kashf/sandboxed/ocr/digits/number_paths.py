"""Strokes to numbers: of all ways to put strokes together as signs, the likeliest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import exp, log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kashf.sandboxed.ocr.digits.classifier import ALEF, ARABIC, AROUND, BETWEEN, PERSIAN, SIGNS, WESTERN, SignClassifier
from kashf.sandboxed.ocr.digits.strokes import Frame, Shape, frame_of, joined

#: Strokes that are put together as one sign, at most, and how wide that is, as a share of the height of the frame.
_TOGETHER, _WIDEST = 3, 1.4
#: Likelihood below which a stroke is taken for none of the signs.
_NONE = 0.3
#: Share of the frame's height: digits further apart than this are of two numbers.
_APART = 0.7
#: In fonts whose signs are all as wide, as those of typewriters, digits stand further apart: by how much their steps may differ, and the
#: widest step as a share of the frame's height.
_EVEN, _WIDEST_STEP = 1.45, 2.1
#: By how much, as a logarithm, Western digits must be likelier than Arabic-Indic ones in an Arabic line.
_WESTERN_HANDICAP = 1.0


def _alphabet(digits: str, also: Mapping[str, str]) -> NDArray[np.float32]:
    """Return which share of each of SIGNS counts for each sign of an alphabet: digits, signs between them, signs around."""
    signs = digits + BETWEEN + AROUND
    shares = np.zeros((len(SIGNS), len(signs)), dtype=np.float32)
    for column, sign in enumerate(signs):
        for looks in sign + also.get(sign, ""):
            shares[SIGNS.index(looks), column] = 1.0
    return shares


#: The digits of each script, with what else is drawn as one of them.
ALPHABETS: Final = {
    digits: (digits + BETWEEN + AROUND, _alphabet(digits, also))
    for digits, also in (
        (ARABIC, {**dict(zip("٤٥٦", PERSIAN, strict=True)), "١": ALEF}),
        (WESTERN, {"1": ALEF}),
    )
}


@dataclass(frozen=True, slots=True)
class ReadSign:
    """A sign with its likelihood in [0..1], and the strokes that it is made of."""

    text: str
    likelihood: float
    strokes: tuple[Shape, ...]

    @property
    def is_digit(self) -> bool:
        """Whether it counts for a number."""
        return self.text.isdecimal()

    @property
    def left(self) -> int:
        """Its first column."""
        return min(stroke.left for stroke in self.strokes)

    @property
    def right(self) -> int:
        """One past its last column."""
        return max(stroke.right for stroke in self.strokes)


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """A number, with signs between its digits, as it stands on the line.

    Args:
        signs: From left to right.
        is_bracketed: Brackets or parentheses stand on both sides.
    """

    signs: tuple[ReadSign, ...]
    is_bracketed: bool = False

    @property
    def text(self) -> str:
        """Its digits and what is between them, from left to right as numbers are read."""
        return "".join(sign.text for sign in self.signs)

    @property
    def digits(self) -> int:
        """How many digits it has."""
        return sum(sign.is_digit for sign in self.signs)

    @property
    def likelihood(self) -> float:
        """The geometric mean of its digits' likelihoods, in [0..1]."""
        return exp(sum(log(max(sign.likelihood, 1e-6)) for sign in self.signs if sign.is_digit) / self.digits)

    @property
    def left(self) -> int:
        """Its first column."""
        return self.signs[0].left

    @property
    def right(self) -> int:
        """One past its last column."""
        return self.signs[-1].right


def numbers_in(shapes: Sequence[Shape], classifier: SignClassifier) -> tuple[ReadNumber, ...]:
    """Return the numbers that some strokes of one line hold, from left to right, each read again by the height of its own digits."""
    signs = _best(shapes, frame_of(shapes), classifier)
    return tuple(_closer(number, classifier) for number in _numbers(signs, frame_of(shapes)))


def _closer(number: ReadNumber, classifier: SignClassifier) -> ReadNumber:
    """Return a number as it is read when nothing but its own strokes tells the height of a digit, if that is likelier."""
    strokes = [stroke for sign in number.signs for stroke in sign.strokes]
    frame = frame_of(strokes)
    again = max(_numbers(_best(strokes, frame, classifier), frame), key=lambda each: each.digits, default=number)
    is_better = again.digits >= number.digits and again.likelihood > number.likelihood
    return replace(again, is_bracketed=number.is_bracketed) if is_better else number


def _best(shapes: Sequence[Shape], frame: Frame, classifier: SignClassifier) -> list[ReadSign]:
    """Return the likeliest signs in the likelier script; strokes that are none are there with an empty text."""
    ways = ways_of(shapes, frame)
    shares = classifier.likelihoods([joined(shapes[first : first + count]) for first, count in ways], frame)
    found = {digits: _path(shapes, ways, shares @ columns, signs) for digits, (signs, columns) in ALPHABETS.items()}
    (eastern, eastern_score), (western, western_score) = found[ARABIC], found[WESTERN]
    return western if western_score > eastern_score + _WESTERN_HANDICAP else eastern


def ways_of(shapes: Sequence[Shape], frame: Frame) -> list[tuple[int, int]]:
    """Return which strokes may be one sign together: the first of them, and how many."""
    return [(first, count) for first in range(len(shapes)) for count in _counts(shapes, first, frame)]


def _counts(shapes: Sequence[Shape], first: int, frame: Frame) -> Iterator[int]:
    """Yield how many strokes from one on may be one sign."""
    for count in range(1, _TOGETHER + 1):
        some = shapes[first : first + count]
        width = max(each.right for each in some) - min(each.left for each in some)
        if len(some) < count or (count > 1 and width > _WIDEST * frame.height):
            return
        yield count


def _path(
    shapes: Sequence[Shape], ways: Sequence[tuple[int, int]], shares: NDArray[np.float32], signs: str
) -> tuple[list[ReadSign], float]:
    """Return the likeliest way from the first stroke to the last, and its logarithm (Viterbi)."""
    scores = [0.0] + [-1e9] * len(shapes)
    came: list[tuple[int, ReadSign] | None] = [None] * (len(shapes) + 1)
    for (first, count), row in zip(ways, shares, strict=True):
        best = int(np.argmax(row))
        likelihood = float(min(row[best], 1.0))
        offers = [(signs[best], likelihood)] if likelihood > _NONE else []
        for text, share in [*offers, ("", _NONE)] if count == 1 else offers:
            score = scores[first] + count * log(share)
            if score > scores[first + count]:
                scores[first + count] = score
                came[first + count] = first, ReadSign(text, share, tuple(shapes[first : first + count]))
    path: list[ReadSign] = []
    position = len(shapes)
    while (step := came[position]) is not None:
        position, sign = step
        path.append(sign)
    return path[::-1], scores[-1]


def _numbers(signs: Sequence[ReadSign], frame: Frame) -> Iterator[ReadNumber]:
    """Yield the runs of digits with what stands between them."""
    run: list[int] = []
    step = _even_step(signs, frame)
    for place, sign in enumerate(signs):
        counts = sign.is_digit or (bool(run) and sign.text != "" and sign.text in BETWEEN)
        is_near = not run or sign.left - signs[run[-1]].right <= _APART * frame.height or _step(signs[run[-1]], sign) <= step
        if counts and is_near:
            run.append(place)
            continue
        yield from _number(signs, run)
        run = [place] if sign.is_digit else []
    yield from _number(signs, run)


def _even_step(signs: Sequence[ReadSign], frame: Frame) -> float:
    """Return the widest step from sign to sign when all steps are about the same; 0 when they are not, or too few to tell."""
    steps = [_step(before, sign) for before, sign in pairwise(signs) if before.text and sign.text]
    is_even = len(steps) > 1 and max(steps) <= min(_EVEN * min(steps), _WIDEST_STEP * frame.height)
    return max(steps) if is_even else 0.0


def _step(before: ReadSign, sign: ReadSign) -> float:
    return (sign.left + sign.right - before.left - before.right) / 2


def _number(signs: Sequence[ReadSign], run: Sequence[int]) -> Iterator[ReadNumber]:
    while run and not signs[run[-1]].is_digit:
        run = run[:-1]
    if run:
        before = signs[run[0] - 1].text if run[0] else ""
        after = signs[run[-1] + 1].text if run[-1] + 1 < len(signs) else ""
        yield ReadNumber(tuple(signs[run[0] : run[-1] + 1]), is_bracketed=(before + after) in {"()", "[]", "(]", "[)"})
