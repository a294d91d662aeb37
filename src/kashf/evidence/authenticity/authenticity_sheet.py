"""The sheet of a paper: each of its marks with a range or the reason why there is none, for and against, and what could be asked for.

The ranges are never multiplied: marks depend on each other, since one hand writes the date, the number and the head.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from kashf.domain.letters.said import Said
from kashf.evidence.authenticity.honest_share import HonestShare
from kashf.evidence.authenticity.mark_ratio import CarelessShare, Leaning, MarkRatio


class PaperMark(StrEnum):
    """What of a paper is looked at."""

    WEEKDAY = "weekday"
    CALENDARS = "calendars"
    NUMBER = "number"
    HEAD = "head"
    STAMP = "stamp"
    POST_HOLDER = "post-holder"
    OFFICE = "office"
    FILE = "file"
    TWINS = "twins"
    RECEIPT = "receipt"


class WhyUnknown(StrEnum):
    """Why there is no ratio."""

    #: No letter is read on it.
    NO_LETTER = "no-letter"
    #: The paper bears no such mark.
    ABSENT = "absent"
    #: It says no day of its own; one that follows from its number judges nothing.
    NO_DAY = "no-day"
    #: A machine read it from a picture, and nobody looked at it.
    UNSEEN = "unseen"
    #: Nothing here reads it.
    NOT_READ = "not-read"
    #: Every paper that it could be held against came by the channel of this one.
    SAME_CHANNEL = "same-channel"
    #: There is no paper that it could be held against.
    NO_OTHERS = "no-others"
    #: No paper of another office says what a careless forger would do.
    NO_OTHER_OFFICES = "no-other-offices"
    #: Of which office it is cannot be told.
    NO_OFFICE = "no-office"
    #: A slip of a kind that honest papers have, too.
    KNOWN_SLIP = "known-slip"
    #: A translator's conversion, which agrees by itself.
    CONVERTED = "converted"
    #: As it has to be, forged or not.
    EXPECTED = "expected"
    #: Papers by other channels on either side do not say.
    UNDECIDED = "undecided"


class CouldAsk(StrEnum):
    """What could be asked for."""

    LOOK = "look"
    ORIGINAL = "original"
    OTHER_ROAD = "other-road"
    REGISTER = "register"
    COLLEAGUE = "colleague"
    NATIVE_FILE = "native-file"
    OTHER_COPY = "other-copy"
    WHO_HAD_IT = "who-had-it"


_NONE: Final[Mapping[str, str]] = MappingProxyType({})
_BY_MARK: Final[Mapping[PaperMark, CouldAsk]] = {
    PaperMark.WEEKDAY: CouldAsk.ORIGINAL,
    PaperMark.CALENDARS: CouldAsk.ORIGINAL,
    PaperMark.NUMBER: CouldAsk.REGISTER,
    PaperMark.HEAD: CouldAsk.COLLEAGUE,
    PaperMark.STAMP: CouldAsk.ORIGINAL,
    PaperMark.POST_HOLDER: CouldAsk.COLLEAGUE,
    PaperMark.OFFICE: CouldAsk.COLLEAGUE,
    PaperMark.FILE: CouldAsk.NATIVE_FILE,
    PaperMark.TWINS: CouldAsk.OTHER_COPY,
    PaperMark.RECEIPT: CouldAsk.WHO_HAD_IT,
}
_BY_REASON: Final[Mapping[WhyUnknown, CouldAsk]] = {
    WhyUnknown.UNSEEN: CouldAsk.LOOK,
    WhyUnknown.SAME_CHANNEL: CouldAsk.OTHER_ROAD,
    WhyUnknown.NO_OTHERS: CouldAsk.OTHER_ROAD,
    WhyUnknown.NO_OTHER_OFFICES: CouldAsk.OTHER_ROAD,
}


@dataclass(frozen=True, slots=True)
class MarkSeen:
    """A mark of a paper.

    Args:
        mark: Which.
        seen: What was seen, by its code; "" where nothing was.
        why: Why there is no ratio; None where there is one.
        ratio: What it is worth; None where that is unknown.
        said: Where the paper says it.
        facts: What is shown beside it, by name.
        same_channel: Papers that could speak and came by the channel of the paper alone.
    """

    mark: PaperMark
    seen: str = ""
    why: WhyUnknown | None = None
    ratio: MarkRatio | None = None
    said: tuple[Said, ...] = ()
    facts: Mapping[str, str] = field(default_factory=lambda: _NONE, hash=False)
    same_channel: int = 0

    def __post_init__(self) -> None:
        if (self.why is None) == (self.ratio is None):
            raise ValueError("a mark has a ratio or the reason why it has none")

    @property
    def leaning(self) -> Leaning:
        """Which way it points; neither where it is unknown."""
        return self.ratio.leaning if self.ratio else Leaning.NEITHER

    @property
    def asks(self) -> tuple[CouldAsk, ...]:
        """What could be asked for; nothing of what has to be so in any case."""
        if self.why is WhyUnknown.EXPECTED:
            return ()
        reason = _BY_REASON.get(self.why) if self.why else None
        return (reason, _BY_MARK[self.mark]) if reason else (_BY_MARK[self.mark],)


@dataclass(frozen=True, slots=True)
class AuthenticitySheet:
    """All marks of a paper, in the order of `PaperMark`."""

    marks: tuple[MarkSeen, ...]

    def leaning(self, way: Leaning) -> tuple[MarkSeen, ...]:
        """Return the marks with a ratio that point a way."""
        return tuple(each for each in self.marks if each.ratio and each.leaning is way)

    @property
    def unknown(self) -> tuple[MarkSeen, ...]:
        """The marks of which nothing is known."""
        return tuple(each for each in self.marks if each.ratio is None)

    @property
    def asks(self) -> tuple[CouldAsk, ...]:
        """What could be asked for, each once."""
        found = {ask for each in self.marks for ask in each.asks}
        return tuple(ask for ask in CouldAsk if ask in found)


def weighed(
    mark: PaperMark, seen: str, honest: HonestShare, careless: CarelessShare, *, said: Sequence[Said] = (), facts: Mapping[str, str] = _NONE
) -> MarkSeen:
    """Return a mark with its ratio, or without one where no paper by another channel says how often it is borne."""
    why = None
    if not honest.of:
        why = WhyUnknown.SAME_CHANNEL if honest.same_channel else WhyUnknown.NO_OTHERS
    elif careless.counted and not careless.counted.of:
        why = WhyUnknown.NO_OTHER_OFFICES
    ratio = None if why else MarkRatio(honest, careless)
    return MarkSeen(mark, seen, why, ratio, tuple(said), facts, honest.same_channel)


def sheet_without(marks: Mapping[PaperMark, MarkSeen], why: WhyUnknown = WhyUnknown.ABSENT) -> AuthenticitySheet:
    """Return a sheet of some marks; the others are unknown for one reason, and the stamp since nothing reads it."""
    return AuthenticitySheet(tuple(marks.get(mark) or MarkSeen(mark, why=why) for mark in PaperMark))
