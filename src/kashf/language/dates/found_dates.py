"""What is found where a text names a day: the place, the days that it may be, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.ids import Json

_NOTHING: Final[Mapping[str, Json]] = MappingProxyType({})


class WhoseDay(StrEnum):
    """What a date is of; undecided is an answer."""

    WRITING = "writing"
    REFERENCE = "reference"
    DEADLINE = "deadline"
    EVENT = "event"
    BIRTH = "birth"
    RECEIPT = "receipt"
    UNDECIDED = "undecided"


class DateEdge(StrEnum):
    """How a date lies to the day that is named."""

    AT = ""
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    UNTIL = "until"
    ABOUT = "about"
    MIDDLE = "middle"
    EARLY = "early"
    LATE = "late"
    FIRST_HALF = "first-half"
    SECOND_HALF = "second-half"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class DatePlace:
    """A place that names a day.

    Args:
        start: First code point.
        end: One past the last.
        wording: What stands there, verbatim.
        date: The days that it may be; open at both sides for what is impossible or counted from an unknown day.
        kind: What it is the date of.
        why: The rule that says so.
        score: In [0..1]; how sure the kind is.
        edge: Whether it is the day itself, or before it, about it, a range.
        impossible: Why there are no days: "no such day", "no such month", "no such year", "year out of range"; "" where there are.
        weekday: "fits" or "contradicts" where a weekday stands beside it.
        rule: How it is counted from another day; empty for what is named.
        agreement: How two calendars beside one another agree; empty where one stands alone.
        named: The day that is named, whatever `edge` makes of it.
        tabled: As the tables have it, whatever a weekday beside it leaves; () where the days say so themselves.
    """

    start: int
    end: int
    wording: str
    date: FuzzyDate
    kind: WhoseDay = WhoseDay.UNDECIDED
    why: str = ""
    score: float = 0.0
    edge: DateEdge = DateEdge.AT
    impossible: str = ""
    weekday: str = ""
    rule: Mapping[str, Json] = field(default_factory=lambda: _NOTHING, hash=False)
    agreement: Mapping[str, Json] = field(default_factory=lambda: _NOTHING, hash=False)
    named: FuzzyDate = UNDATED
    tabled: tuple[dt.date, ...] = ()

    def as_line(self) -> Mapping[str, object]:
        """Return it as a line of JSON; what says nothing is left out."""
        return {
            "start": self.start,
            "end": self.end,
            "wording": self.wording,
            "edtf": self.date.edtf(),
            "calendar": self.date.calendar.value,
            "kind": self.kind.value,
            "why": self.why,
            "score": self.score,
            **self.worth(),
        }

    def worth(self) -> Mapping[str, Json]:
        """Return the date with what is said of it, without its place and kind."""
        said: Mapping[str, Json] = {
            "date": dict(self.date.as_json()),
            "edge": self.edge.value,
            "impossible": self.impossible,
            "weekday": self.weekday,
            "rule": dict(self.rule),
            "agreement": dict(self.agreement),
        }
        return {name: value for name, value in said.items() if value}
