"""Checks what a model answered: as many lines as were asked, each about the line it names, of storable text, its numbers in range."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from kashf.domain.document import BOX_GRID
from kashf.domain.models.outputs import LineText, TextPart, TimedText
from kashf.errors import RefusedModelError

#: Code points of one answer: a line of writing has some 80, a passage that is translated some thousands.
LONGEST_TEXT: Final = 20_000
#: Most passages of one recording: a day of speech in passages of a second.
_MOST_PASSAGES: Final = 100_000


def check_lines(untrusted_lines: Sequence[object], *, asked: int) -> tuple[LineText, ...]:
    """Return what a model made of `asked` lines, in their order.

    Raises:
        RefusedModelError: It answered for another number of lines, for one twice, or what it says of one cannot be.
    """
    if len(untrusted_lines) != asked:
        count = len(untrusted_lines)
        raise refused(f"it answered for {count} {'line' if count == 1 else 'lines'}, and {asked} {'was' if asked == 1 else 'were'} asked")
    by_number: dict[int, LineText] = {}
    for untrusted in untrusted_lines:
        told = _object(untrusted)
        number = told.get("line")
        if type(number) is not int or not 0 <= number < asked or number in by_number:
            raise refused("it answered for a line that was not asked, or for one twice")
        by_number[number] = _line(told)
    return tuple(by_number[number] for number in range(asked))


def check_passages(untrusted_lines: Sequence[object], *, longest_ms: int) -> tuple[TimedText, ...]:
    """Return what a model heard, in order of time.

    Args:
        untrusted_lines: As it answered.
        longest_ms: How long the recording is at most.

    Raises:
        RefusedModelError: A passage lies outside the recording or before the one before, or is no text.
    """
    if len(untrusted_lines) > _MOST_PASSAGES:
        raise refused(f"it answered with more than {_MOST_PASSAGES} passages")
    passages: list[TimedText] = []
    for untrusted in untrusted_lines:
        told = _object(untrusted)
        start, end = _whole(told, "start_ms", longest_ms), _whole(told, "end_ms", longest_ms)
        if end < start or (passages and start < passages[-1].start_ms):
            raise refused("a passage ends before it begins, or begins before the one before it")
        text = _text(told)
        if not text.strip():
            raise refused("a passage has no words")
        passages.append(TimedText(start, end, text, _confidence(told)))
    return tuple(passages)


def refused(why: str) -> RefusedModelError:
    """Return the error for an answer that is not taken; `why` is told in our words, none of them the model's."""
    return RefusedModelError(f"the model's answer was refused: {why}")


def _line(told: Mapping[str, object]) -> LineText:
    text = _text(told)
    untrusted_parts = told.get("parts", [])
    if not isinstance(untrusted_parts, list) or len(untrusted_parts) > len(text):
        raise refused("it tells of more letters than its text has")
    parts: list[TextPart] = []
    for untrusted in untrusted_parts:
        parts.append(_part(_object(untrusted), after=parts[-1].end if parts else 0, length=len(text)))
    return LineText(text, _confidence(told), tuple(parts))


def _part(told: Mapping[str, object], *, after: int, length: int) -> TextPart:
    start, end = _whole(told, "start", length), _whole(told, "end", length)
    left, right = _whole(told, "left", BOX_GRID), _whole(told, "right", BOX_GRID)
    if not after <= start < end or left >= right:
        raise refused("a part of a line is empty, or lies over the one before it")
    return TextPart(start, end, left, right, _confidence(told))


def _object(untrusted: object) -> Mapping[str, object]:
    if not isinstance(untrusted, dict):
        raise refused("it is no object")
    return untrusted


def _text(told: Mapping[str, object]) -> str:
    text = told.get("text")
    if not isinstance(text, str) or len(text) > LONGEST_TEXT:
        raise refused(f"a text is missing, or longer than {LONGEST_TEXT} letters")
    if any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in text):
        raise refused("a text holds a line end, a control character or half a character")
    return text


def _whole(told: Mapping[str, object], name: str, most: int) -> int:
    value = told.get(name)
    if type(value) is not int or not 0 <= value <= most:
        raise refused(f"`{name}` is not a whole number in [0..{most}]")
    return value


def _confidence(told: Mapping[str, object]) -> float:
    value = told.get("confidence")
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise refused("a confidence is not a number in [0..1]")
    return float(value)
