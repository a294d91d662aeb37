"""What models answer, once it was checked. None of it is a decision, and none of it is the text of a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextPart:
    """Where some letters of a line were read.

    Args:
        start: First code point of the text.
        end: One past the last.
        left: Left edge, in 1/10,000 of the width of the line's picture.
        right: Right edge, beyond the left one.
        confidence: In [0..1], by the model's own word.
    """

    start: int
    end: int
    left: int
    right: int
    confidence: float


@dataclass(frozen=True, slots=True)
class LineText:
    """What a model made of one line: of its picture, or of its text.

    Args:
        text: One line; empty where it found nothing.
        confidence: In [0..1], by the model's own word, which nobody has checked.
        parts: Where its letters were read, in the order of the text, none over another; empty when it does not say.
    """

    text: str
    confidence: float
    parts: tuple[TextPart, ...] = ()


@dataclass(frozen=True, slots=True)
class TimedText:
    """What a model heard between two moments of a recording.

    Args:
        start_ms: From its beginning.
        end_ms: Not before `start_ms`.
        text: Not empty.
        confidence: In [0..1], by the model's own word.
    """

    start_ms: int
    end_ms: int
    text: str
    confidence: float
