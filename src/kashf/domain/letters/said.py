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
    """

    said: Said
    normal: str
    aliases: tuple[str, ...] = ()
    is_date_shaped: bool = False


@dataclass(frozen=True, slots=True)
class PaperDate:
    """A date that a paper writes; open on both sides where it is incomplete or nobody can read it, its wording kept."""

    said: Said
    date: FuzzyDate
