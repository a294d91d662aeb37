"""Timelines as lines of text, as JSON and as rows, and the words of their drawing in either language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, Final

from kashf.domain.acts.act import Act, ActOrigin
from kashf.domain.date import Relation
from kashf.events.acts.drawing_words import TimelineWords
from kashf.events.acts.timeline_lanes import ActTimeline, LaneKind, TimelineLane, TimeUnit
from kashf.language.words.visible import isolate
from kashf.services.acts.act_timeline import FoundTimeline
from kashf.show.acts.act_lines import HEADER, act_answer, act_rows, counts_of_acts
from kashf.show.forms.spreadsheets import Cell
from kashf.show.plain import plain
from kashf.show.wording import Wording

TIMELINE_HEADER: Final = (*HEADER, "lane", "relation")


def drawing_words(say: Wording, found: FoundTimeline) -> TimelineWords:
    """Return what the drawing of a timeline says."""
    timeline = found.timeline
    dense = str(say("timeline.dense")) if timeline.is_dense else str(say("timeline.bars"))
    first, last = (say.digits(day.isoformat()) if day else "–" for day in (timeline.first, timeline.last))
    counts = say("timeline.told", acts=say.number(timeline.acts), first=first, last=last, undated=say.number(timeline.undated))
    outside = f"{say.many('timeline.outside', timeline.outside).unescape()}." if timeline.outside else ""
    return TimelineWords(
        title=str(say("timeline.title")),
        told=" ".join(filter(None, (counts.unescape(), outside, dense))),
        undated=str(say("timeline.undated")),
        others=lambda number: say.many("timeline.others", number).unescape(),
        unknown=say("timeline.unknown").unescape(),
        highest=lambda number: say("timeline.highest", n=say.number(number)).unescape(),
        one_sided=lambda number: say("timeline.one_sided", n=say.number(number)).unescape(),
        is_rtl=say.direction == "rtl",
    )


def timeline_answer(found: FoundTimeline, acts: Sequence[Act]) -> dict[str, Any]:
    """Return a timeline as JSON values: its lanes with their numbers, and some of its acts each with its relation."""
    timeline = found.timeline
    told = {name: getattr(timeline, name) for name in ActTimeline.__slots__ if name not in {"lanes", "acts"}}
    return {
        "total": timeline.acts,
        **dict(plain(told)),
        "against": found.against.edtf() if found.against else None,
        "lanes": [_lane_answer(lane) for lane in timeline.lanes],
        "acts": [timeline_act_answer(act, found) for act in acts],
        "found": counts_of_acts(found.found),
    }


def timeline_act_answer(act: Act, found: FoundTimeline) -> dict[str, Any]:
    """Return an act as JSON values with how it lies to what all are held against."""
    relation = found.relation(act)
    return {**act_answer(act, found.found), "relation": relation.value if relation else None}


def timeline_rows(found: FoundTimeline) -> Iterator[Sequence[Cell]]:
    """Yield acts as rows under `TIMELINE_HEADER`."""
    for act, row in zip(found.found.acts, act_rows(found.found), strict=True):
        relation = found.relation(act)
        yield (*row, _lane_of(act, found), relation.value if relation else "")


def timeline_lines(found: FoundTimeline) -> Iterator[str]:
    """Yield a timeline as lines: one a lane, with how many acts it has, from when to when, and how many have no day."""
    timeline = found.timeline
    for lane in timeline.lanes:
        busy = [start for start, sure, may in zip(timeline.starts, lane.certain, lane.possible, strict=True) if sure or may]
        when = _span_of_units(busy[0], busy[-1], timeline.unit) if busy else "no days"
        yield (
            f"{lane.acts:6}  {when:24}  {isolate(lane_name(lane))}: {sum(lane.certain)} within one {timeline.unit.value}, "
            f"{lane.one_sided} bounded on one side, {lane.undated} without a day"
        )


def _span_of_units(first: dt.date, last: dt.date, unit: TimeUnit) -> str:
    """Return the first and the last unit of time as finely as they are counted: of years no days are told."""
    parts = {TimeUnit.YEAR: 4, TimeUnit.MONTH: 7}
    start, end = (each.isoformat()[: parts.get(unit, 10)] for each in (first, last))
    return start if start == end else f"{start} to {end}"


def relation_line(found: FoundTimeline) -> str:
    """Return how many acts lie before and after what they are held against, and of how many that cannot be said."""
    days = found.against.edtf() if found.against else ""
    before, after, undecided = (found.timeline.relations[each] for each in (Relation.BEFORE, Relation.AFTER, Relation.UNDECIDED))
    return f"held against {days or 'what has no day'}: {before} before, {after} after, of {undecided} that cannot be said"


def lane_name(lane: TimelineLane) -> str:
    """Return what a lane is called."""
    if lane.kind is LaneKind.OTHERS:
        return f"{lane.offices} other offices"
    return "office not told" if lane.kind is LaneKind.UNKNOWN else " / ".join(lane.names)


def _lane_of(act: Act, found: FoundTimeline) -> str:
    if act.origin is ActOrigin.CATALOGUE:
        return found.found.paths[act.document]
    return " / ".join(found.found.offices.get(act.office_id, (act.office_id,)))


def _lane_answer(lane: TimelineLane) -> dict[str, Any]:
    told = {name: getattr(lane, name) for name in TimelineLane.__slots__ if name != "bars"}
    return dict(plain(told))
