"""The acts of a case laid out in time, drawn, and held against one of them or a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kashf.domain.acts.act import Act, ActOrigin
from kashf.domain.date import FuzzyDate, Relation
from kashf.errors import NotFoundError, UsageError
from kashf.events.acts.drawing_words import TimelineWords
from kashf.events.acts.timeline_lanes import ActTimeline, timeline_of
from kashf.publish.timeline_drawing import timeline_alone, timeline_drawing
from kashf.services.acts.list_acts import ActList, ActQuery, list_acts
from kashf.services.case.open import OpenCase


@dataclass(frozen=True, slots=True)
class FoundTimeline:
    """Acts in time.

    Args:
        found: The acts, and what is not among them.
        timeline: Where they lie.
        against: On which days what they are held against was; None for nothing.
        anchor: The act that they are held against; None for a day.
    """

    found: ActList
    timeline: ActTimeline
    against: FuzzyDate | None = None
    anchor: Act | None = None

    def relation(self, act: Act) -> Relation | None:
        """Return how an act lies to what all are held against; an act to itself, and all where that is nothing, not at all."""
        return act.when.date.compare(self.against) if self.against and act != self.anchor else None


def act_timeline(case: OpenCase, query: ActQuery | None = None, *, against: str = "") -> FoundTimeline:
    """Return the acts of a case in time.

    Args:
        case: Which case.
        query: Which acts.
        against: What they are held against: a date as ISO 8601 writes it, or the id of one of the acts, of which the document may be
            shortened; "" for nothing.

    Raises:
        UsageError: It is neither.
        NotFoundError: No act, or more than one, has that id.
    """
    found = list_acts(case, query)
    date, anchor = _against(found.acts, against) if against else (None, None)
    catalogues: dict[str, str] = {act.document: found.paths[act.document] for act in found.acts if act.origin is ActOrigin.CATALOGUE}
    return FoundTimeline(found, timeline_of(found.acts, found.offices, catalogues, against=date), date, anchor)


def drawn_timeline(found: FoundTimeline, words: TimelineWords, *, address: Callable[[Act], str]) -> str:
    """Return the drawing of a timeline for a page, each act that is drawn by itself with its address."""
    return timeline_drawing(found.timeline, words, address=address, against=found.against)


def timeline_file(found: FoundTimeline, words: TimelineWords) -> bytes:
    """Return the drawing of a timeline as an SVG file, which has no links."""
    return (timeline_alone(timeline_drawing(found.timeline, words, against=found.against)) + "\n").encode("utf-8", "replace")


def _against(acts: Sequence[Act], untrusted: str) -> tuple[FuzzyDate, Act | None]:
    try:
        return FuzzyDate.parse(untrusted), None
    except ValueError:
        document, dot, nth = untrusted.rpartition(".")
    if not dot or not document or not nth.isdecimal():
        raise UsageError(f"{untrusted[:60]!r} is no date as in 2014-10-25 and no id of an act", code="no-date-or-act", said=untrusted[:60])
    named = [act for act in acts if act.document.startswith(document) and act.nth == int(nth)]
    if len(named) != 1:
        raise NotFoundError(f"no single act of these has the id {untrusted[:80]}", code="no-such-act", id=untrusted[:80])
    return named[0].when.date, named[0]
