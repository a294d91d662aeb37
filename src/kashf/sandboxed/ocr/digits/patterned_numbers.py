"""Strokes to the number of a paper: of all ways to put digits between its letters and dividers, as first read, the likeliest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from math import exp, log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kashf.language.tables.numbering.scan_signs import HAMZA_ALEF, LIKE_DIGITS
from kashf.language.words.folding import fold
from kashf.sandboxed.ocr.digits.classifier import BETWEEN, SignClassifier
from kashf.sandboxed.ocr.digits.number_paths import ALPHABETS, ways_of
from kashf.sandboxed.ocr.digits.strokes import Shape, frame_of, joined

#: Likelihood of a stroke of a letter, of one at either end that is neither, and of a divider that leaves no stroke of its own.
_LETTER, _BESIDE, _UNSEEN = 0.3, 0.2, 0.02
_LEAST: Final = 1e-4
#: The same of an alef with its hamza, where a letter is or was read as a digit.
_MARKED: Final = 0.6
#: Strokes and parts of more are no number.
_MOST_STROKES, _MOST_PARTS = 48, 16
#: How much of an alef its hamza may reach down beside, and how much higher than wide the alef is.
_TOUCHING, _NARROW = 0.15, 3.0
#: Letters of a word from which on its last may be a digit that was read as one.
_LONG_WORD: Final = 5
_PARTS: Final = re.compile(
    r"(?P<letters>[^\W\d_]+)|(?P<divider>\s*[/.\-]+\s*)|(?P<digits>\d+)|(?P<unread>[^\s()\[\]:])|(?P<space>[\s()\[\]:]+)"
)


class _Kind(Enum):
    DIGITS = "digits"
    DIVIDER = "divider"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class _NumberPart:
    """A part of the number as it was read first; a divider stands apart where there is space beside it."""

    kind: _Kind
    text: str
    is_apart: bool = False

    @property
    def is_digits(self) -> bool:
        """Whether digits stand there, or what they were read as."""
        return self.kind is _Kind.DIGITS

    @property
    def is_letters(self) -> bool:
        """Whether letters stand there."""
        return self.kind is _Kind.LETTERS


@dataclass(frozen=True, slots=True)
class PatternedNumber:
    """A number: as it is written, how likely its digits are, in [0..1], and its first column and one past its last."""

    text: str
    likelihood: float
    left: int
    right: int


def parts_of(read: str) -> tuple[_NumberPart, ...]:
    """Return the parts of a number as it was read first, in the order of the text; () where it has no digits or too many parts.

    >>> [part.text for part in parts_of("19/?/abc/2")]
    ['19', '/', '?', '/', 'abc', '/', '2']
    """
    parts: list[_NumberPart] = []
    for part in _read_parts(read):
        before = parts[-1] if parts else None
        if part.kind is _Kind.DIVIDER and (before is None or before.kind is _Kind.DIVIDER):
            continue
        if before and before.kind is part.kind is _Kind.DIGITS:
            parts[-1] = _NumberPart(_Kind.DIGITS, before.text + part.text)
        else:
            parts.append(part)
    while parts and parts[-1].kind is _Kind.DIVIDER:
        parts.pop()
    has_digits = any(part.kind is _Kind.DIGITS for part in parts)
    return tuple(parts) if has_digits and len(parts) <= _MOST_PARTS else ()


def _read_parts(read: str) -> Iterator[_NumberPart]:
    for found in _PARTS.finditer(read):
        text = found[0].strip()
        if found["divider"]:
            yield _NumberPart(_Kind.DIVIDER, text[0], found[0] != text)
        elif found["letters"]:
            is_marked = fold(text) != text and len(text) == 1  # an alef with its hamza is no digit
            if set(text) <= set(LIKE_DIGITS) and not is_marked:
                yield _NumberPart(_Kind.DIGITS, text)
            elif len(text) >= _LONG_WORD and text[-1] in LIKE_DIGITS and found.end() == len(read.rstrip()):
                yield from (_NumberPart(_Kind.LETTERS, text[:-1]), _NumberPart(_Kind.DIVIDER, "/"), _NumberPart(_Kind.DIGITS, text[-1]))
            else:
                yield _NumberPart(_Kind.LETTERS, text)
        elif not found["space"]:
            yield _NumberPart(_Kind.DIGITS, text)


def number_in(shapes: Sequence[Shape], classifier: SignClassifier, parts: Sequence[_NumberPart]) -> PatternedNumber | None:
    """Return what some strokes are as a number of these parts; None where they cannot be.

    Args:
        shapes: The strokes of a stretch of a line, from left to right.
        classifier: Tells the strokes.
        parts: Of the number as it was read first.
    """
    if not len(parts) <= len(shapes) <= _MOST_STROKES:
        return None
    shapes, marked = _with_marked(shapes)
    frame = frame_of(shapes)
    ways = ways_of(shapes, frame)
    shares = classifier.likelihoods([joined(shapes[first : first + count]) for first, count in ways], frame)
    order = [parts[nth] for nth in _from_left(parts)]
    found = []
    for digits, (signs, columns) in ALPHABETS.items():
        walk = _NumberWalk(order, ways, shares @ columns, digits=digits, signs=signs, marked=marked)
        found += [(walk.score, walk)] if walk.score is not None else []
    if not found:
        return None
    texts, likelihood, used = max(found, key=lambda each: each[0])[1].traced()
    inside = [shapes[nth] for nth in used]
    if any(part.is_digits and text == HAMZA_ALEF for part, text in zip(order, texts, strict=True)):
        text = _from_right(texts)
    else:
        written = dict(zip(_from_left(parts), texts, strict=True))
        text = "".join(written[nth] for nth in range(len(parts)))
    return PatternedNumber(text, likelihood, min(each.left for each in inside), max(each.right for each in inside))


def _from_left(parts: Sequence[_NumberPart]) -> list[int]:
    """Return the parts as they stand from the left: the line runs from the right, digits with a divider between them from the left."""
    runs: list[list[int]] = []
    for nth, part in enumerate(parts):
        if runs and (_is_inner(parts, nth) or (part.is_digits and _is_inner(parts, nth - 1))):
            runs[-1].append(nth)
        else:
            runs.append([nth])
    return [nth for run in reversed(runs) for nth in run]


def _from_right(texts: Sequence[str]) -> str:
    """Return what stands on the line from the left as it is read: from the right, but digits and what parts them from the left."""
    runs: list[list[str]] = []
    for nth, text in enumerate(texts):
        beside = [texts[at] for at in (nth - 1, nth + 1) if 0 <= at < len(texts)]
        stays = text.isdecimal() or (len(beside) == 2 and all(map(str.isdecimal, beside)))
        if stays and runs and (runs[-1][-1].isdecimal() or text.isdecimal()) and runs[-1][0].isdecimal():
            runs[-1].append(text)
        else:
            runs.append([text])
    return "".join("".join(run) for run in reversed(runs))


def _with_marked(shapes: Sequence[Shape]) -> tuple[list[Shape], frozenset[int]]:
    """Return strokes with those of an alef and its hamza as one, and which of them these are."""
    together: list[Shape] = []
    marked: set[int] = set()
    for shape in shapes:
        if together and len(together) - 1 not in marked and _is_marked((together[-1], shape)):
            together[-1] = joined((together[-1], shape))
            marked.add(len(together) - 1)
        else:
            together.append(shape)
    return together, frozenset(marked)


def _is_marked(strokes: Sequence[Shape]) -> bool:
    """Return whether some strokes are an alef with its hamza: a small one right above a tall and narrow one, as no digit has."""
    if len(strokes) != 2:
        return False
    upper, lower = sorted(strokes, key=lambda stroke: stroke.top)
    is_above = upper.bottom <= lower.top + _TOUCHING * (lower.bottom - lower.top)
    over = min(upper.right, lower.right) - max(upper.left, lower.left)
    is_narrow = _NARROW * (lower.right - lower.left) <= lower.bottom - lower.top
    return is_above and over > 0 and is_narrow and upper.bottom - upper.top < (lower.bottom - lower.top) / 2


def _is_inner(parts: Sequence[_NumberPart], nth: int) -> bool:
    is_close = parts[nth].kind is _Kind.DIVIDER and not parts[nth].is_apart
    return is_close and _has_digits(parts, nth - 1) and _has_digits(parts, nth + 1)


def _has_digits(parts: Sequence[_NumberPart], nth: int) -> bool:
    return 0 <= nth < len(parts) and parts[nth].kind is _Kind.DIGITS


class _NumberWalk:
    """The likeliest way from the first stroke to the last through the parts of a number, in one script (Viterbi).

    A state is how many parts are begun: strokes go on with the part, begin the next, or stand at either end beside them all.

    Args:
        order: The parts from the left.
        ways: Which strokes may be one sign together: the first of them, and how many.
        shares: How likely each of these is each sign.
        digits: Of the script.
        signs: What the columns of `shares` are.
        marked: The strokes that are an alef with its hamza.
    """

    def __init__(
        self,
        order: Sequence[_NumberPart],
        ways: Sequence[tuple[int, int]],
        shares: NDArray[np.float32],
        *,
        digits: str,
        signs: str,
        marked: frozenset[int],
    ) -> None:
        self._marked = marked
        self._order, self._ways, self._shares, self._signs = order, ways, shares, signs
        self._digits, self._dividers = ([signs.index(sign) for sign in some] for some in (digits, BETWEEN))
        self._count = max(first + count for first, count in ways)
        self._best: list[dict[int, tuple[float, int, int, int]]] = [{} for _ in range(self._count + 1)]
        self._best[0][0] = (0.0, 0, 0, -1)
        by_end: dict[int, list[int]] = {}
        for way, (first, count) in enumerate(ways):
            by_end.setdefault(first + count, []).append(way)
        for end in range(1, self._count + 1):
            for state in (0, len(order)):
                self._offer((end, state), (end - 1, state), log(_BESIDE), way=-1)
            for way in by_end.get(end, ()):
                self._step(end, way)

    @property
    def score(self) -> float | None:
        """The logarithm of its likelihood; None where there is no way."""
        came = self._best[-1].get(len(self._order))
        return came[0] if came else None

    def traced(self) -> tuple[list[str], float, list[int]]:
        """Return the text of each part from the left, the likelihood of the digits, and the strokes that are of the number."""
        texts = ["" if part.is_digits else part.text for part in self._order]
        likelihoods: list[float] = []
        used: list[int] = []
        end, state = self._count, len(self._order)
        while end:
            _, before, from_state, way = self._best[end][state]
            if way >= 0:
                used += range(before, end)
            if way >= 0 and self._order[state - 1].is_digits:
                column = max(self._digits, key=lambda each: self._shares[way, each])
                is_marked = before in self._marked
                texts[state - 1] = (HAMZA_ALEF if is_marked else self._signs[column]) + texts[state - 1]
                likelihoods += [] if is_marked else [max(_LEAST, float(self._shares[way, column]))]
            end, state = before, from_state
        return texts, min(1.0, exp(sum(map(log, likelihoods)) / max(1, len(likelihoods)))), used

    def _step(self, end: int, way: int) -> None:
        first, count = self._ways[way]
        for state, part in enumerate(self._order, 1):
            if any(nth in self._marked for nth in range(first, first + count)):
                likelihood = _MARKED if count == 1 and part.kind is not _Kind.DIVIDER else _LEAST
            elif part.is_letters:
                likelihood = _LETTER
            else:
                columns = self._digits if part.is_digits else self._dividers
                likelihood = min(1.0, max(_LEAST, float(self._shares[way, columns].max())))
            step = count * log(likelihood)
            self._offer((end, state), (first, state - 1), step, way=way)
            if part.kind is not _Kind.DIVIDER:
                self._offer((end, state), (first, state), step, way=way)
            if state > 1 and self._order[state - 2].kind is _Kind.DIVIDER:
                self._offer((end, state), (first, state - 2), step + log(_UNSEEN), way=way)

    def _offer(self, to: tuple[int, int], came_from: tuple[int, int], step: float, *, way: int) -> None:
        (end, state), (before, from_state) = to, came_from
        came = self._best[before].get(from_state)
        if came and (state not in self._best[end] or came[0] + step > self._best[end][state][0]):
            self._best[end][state] = came[0] + step, before, from_state, way
