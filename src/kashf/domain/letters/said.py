"""Words, numbers and dates as a paper writes them, each with its place, its rule and its score."""

from __future__ import annotations

from dataclasses import dataclass

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Span


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the paper.

    Args:
        text: Verbatim; line ends within it are spaces.
        span: Where they stand.
        rule: What took them for this, by its code.
        score: How sure that is, in [0..1]: a label on the paper is worth more than a place in the order of lines.
    """

    text: str
    span: Span
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class PaperNumber:
    """The number of a paper.

    Args:
        said: As it is written.
        normal: Its parts with slashes between, digits western, brackets and spaces gone.
        aliases: What it may be elsewhere: its parts from the other end, since digits are written in either direction.
        is_date_shaped: Whether it looks like a day, month and year; it is a number all the same, since it stands where one is written.
        also_read: What else another reading of the same picture has there, as `normal` writes it; look at the paper.
        is_unseen: Whether a machine read it from a picture and nobody looked at it.
    """

    said: Said
    normal: str
    aliases: tuple[str, ...] = ()
    is_date_shaped: bool = False
    also_read: tuple[str, ...] = ()
    is_unseen: bool = False


@dataclass(frozen=True, slots=True)
class PaperDate:
    """A date that a paper writes.

    Args:
        said: As it is written.
        date: The days that it may be; open on both sides where it is incomplete or nobody can read it, its wording kept.
        also_read: What else another reading of the same picture has there; look at the paper.
        is_unseen: Whether a machine read it from a picture and nobody looked at it.
    """

    said: Said
    date: FuzzyDate
    also_read: tuple[FuzzyDate, ...] = ()
    is_unseen: bool = False
