"""The acts of a case in time: a lane an office, each act as long as the doubt about its day, and the same as a table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from markupsafe import Markup
from pydantic import Field

from kashf.domain.acts.act import Act, ActBasis, ActOrigin
from kashf.domain.entries.delivery import Scope
from kashf.events.acts.timeline_lanes import ActTimeline, TimeUnit
from kashf.services.acts.act_timeline import FoundTimeline, act_timeline, drawn_timeline
from kashf.services.acts.list_acts import ActQuery
from kashf.show.acts.timeline_words import TIMELINE_HEADER, drawing_words, timeline_answer, timeline_rows
from kashf.show.wording import Wording
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.dossier import place_address
from kashf.web.screens.params import Filter, ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit

#: Acts on one page, and in one piece of the JSON; the CSV has all.
PAGE_LENGTH: Final = 100
PIECE_LENGTH: Final = 1000


class TimelineParams(ScreenParams):
    """Acts in time.

    Args:
        kind: What is done, by code; "" for all.
        office: Words of the office that writes or of who is to act.
        place: Words of a place.
        after: Acts that may lie on this day or later.
        before: Acts that may lie on this day or earlier.
        origin: Of papers or of catalogues alone; "" for both.
        against: A day, or the id of an act, that all are held against.
        collection: Which collection to tell of.
        skip: Acts to pass over in the table.
    """

    kind: Filter = ""
    office: Filter = ""
    place: Filter = ""
    after: dt.date | Literal[""] = ""
    before: dt.date | Literal[""] = ""
    origin: ActOrigin | Literal[""] = ""
    against: Filter = ""
    collection: Scope = Scope.LEAK
    skip: Annotated[int, Field(ge=0, le=10_000_000)] = 0

    def query(self) -> ActQuery:
        """Return which acts are shown."""
        kinds = (self.kind,) if self.kind else ()
        return ActQuery(kinds, self.office, self.place, self.after or None, self.before or None, self.origin or None, self.collection)


@dataclass(frozen=True, slots=True)
class TimeStretch:
    """How many acts lie in a stretch of time.

    Args:
        name: A day, month or year, as ISO 8601 writes it.
        sure: How many surely lie in it.
        maybe: How many more may.
        after: Its first day.
        before: Its last day.
    """

    name: str
    sure: int
    maybe: int
    after: dt.date
    before: dt.date


def view(context: Context, params: TimelineParams) -> FoundTimeline:
    """Return the acts that are asked for, in time.

    Raises:
        UsageError: What they are held against is no day and no id.
        NotFoundError: There is no such act.
    """
    return act_timeline(context.case, params.query(), against=params.against.strip())


def page(visit: Visit[TimelineParams, FoundTimeline]) -> Mapping[str, object]:
    """Return what the page shows."""
    found, skip = visit.answer, visit.params.skip
    acts = found.found.acts[skip : skip + PAGE_LENGTH]
    return {
        "found": found.found,
        "timeline": found.timeline,
        "held": found,
        "against": Markup('<bdi dir="ltr">{}</bdi>').format(found.against.edtf() or "–") if found.against else "",
        "acts": acts,
        "kinds": [kind for kind in found.found.by_kind if kind],
        "kind_word": _kind_word,
        "draw": lambda say: _drawn(found, say),
        "stretches": _stretches(found.timeline),
        "open_at": _address,
        "is_hand": lambda act: act.basis is ActBasis.HAND,
        "is_paper": lambda act: act.basis is ActBasis.PAPER,
        "more": skip + len(acts) if skip + len(acts) < len(found.found.acts) else None,
    }


def data(visit: Visit[TimelineParams, FoundTimeline]) -> object:
    """Return the timeline with a piece of its acts, as `kashf timeline --json` does."""
    skip = visit.params.skip
    return timeline_answer(visit.answer, visit.answer.found.acts[skip : skip + PIECE_LENGTH])


def rows(visit: Visit[TimelineParams, FoundTimeline]) -> Spreadsheet:
    """Return a row for each act."""
    return Spreadsheet("timeline", TIMELINE_HEADER, timeline_rows(visit.answer))


def _drawn(found: FoundTimeline, say: Wording) -> Markup:
    drawing = drawn_timeline(found, drawing_words(say, found), address=_address)
    return Markup(drawing)  # noqa: S704 - whoever draws it escapes every word


def _kind_word(say: Wording, kind: str) -> str:
    """Return our word for a kind of act, of a paper, or of a note on it; that of a catalogue is its own."""
    return next((word for group in ("act_kind", "speech_act", "hand_kind") if (word := say.named(group, kind)) != kind), kind)


def _address(act: Act) -> str:
    span = act.said.span
    return place_address(span.document, span.page, span.start, span.end) if span else ""


def _stretches(timeline: ActTimeline) -> list[TimeStretch]:
    """Return the numbers of all lanes together, by stretch of time; those of nothing are left out."""
    length = {TimeUnit.DAY: 10, TimeUnit.MONTH: 7, TimeUnit.YEAR: 4}[timeline.unit]
    found = []
    ends = [*(start - dt.timedelta(1) for start in timeline.starts[1:]), timeline.last or dt.date.max]
    for at, (start, end) in enumerate(zip(timeline.starts, ends, strict=False)):
        sure = sum(lane.certain[at] for lane in timeline.lanes)
        maybe = sum(lane.possible[at] for lane in timeline.lanes)
        if sure or maybe:
            found.append(TimeStretch(start.isoformat()[:length], sure, maybe, start, end))
    return found


TIMELINE: Final = Screen("/timeline", TimelineParams, view, "timeline.html", page, data, rows, under="/letters")
