"""A timeline of acts as SVG text: printable, the same bytes for the same acts, from either side; its table stands beside it on its page."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from markupsafe import Markup, escape

from kashf.domain.acts.act import Act
from kashf.domain.date import FuzzyDate
from kashf.events.acts.drawing_words import TimelineWords
from kashf.events.acts.timeline_lanes import ActTimeline, LaneKind, TimelineBar, TimelineLane, TimeUnit
from kashf.language.words.visible import visible_name

#: Units of the drawing: its width, that of names of lanes and of what is not dated, heights of a row of bars, of numbers, and of the head.
_WIDTH, _NAMES, _SIDE = 1000, 200, 120
_ROW, _NUMBERS, _HEAD, _FOOT, _GAP = 9, 34, 24, 22, 10
#: Least width of a bar, and least space between two in a row.
_THIN, _APART = 3.0, 1.5
#: Letters of a lane's name, and marks on the axis.
_LONGEST, _MOST_MARKS = 30, 12
#: Letters of an act's words that a bar tells.
_LONGEST_SAID: Final = 200
#: Colours of a drawing that stands alone; those of the page have the same names.
_STYLE: Final = Markup("""<style>
.kashf-timeline { --ink: #1b1b1a; --dim: #56554f; --sure: #1f5a7a; --maybe: #a9c8da; --before: #1f5a7a; --after: #a4521c; --cannot: #8a887f;
  font: 11px sans-serif; background: #fff; }
.kashf-timeline text { fill: var(--ink); } .kashf-timeline .dim { fill: var(--dim); }
.kashf-timeline .sure { fill: var(--sure); } .kashf-timeline .maybe { fill: var(--maybe); stroke: var(--sure); stroke-width: .3; }
.kashf-timeline .before { fill: var(--before); } .kashf-timeline .after { fill: var(--after); }
.kashf-timeline .undecided { fill: #fff; stroke: var(--cannot); stroke-dasharray: 2 1.5; }
.kashf-timeline .open { fill-opacity: .35; } .kashf-timeline .axis { stroke: var(--dim); stroke-width: .5; }
.kashf-timeline .lane { stroke: #d9d7cd; stroke-width: .5; } .kashf-timeline .against { stroke: var(--after); stroke-width: 1; }
</style>""")


def timeline_drawing(
    timeline: ActTimeline, words: TimelineWords, *, address: Callable[[Act], str] | None = None, against: FuzzyDate | None = None
) -> Markup:
    """Return a timeline as SVG.

    Args:
        timeline: Acts laid out in time.
        words: What it says.
        address: Where an act's place is opened, "" for nowhere; None for a drawing without links.
        against: What acts are held against, drawn as a stretch; None for nothing.
    """
    pen = _Pen(timeline, words, address)
    top, parts = _HEAD, [pen.head()]
    for lane in timeline.lanes:
        rows = _rows(pen, lane.bars)
        height = max(len(rows) * _ROW, 2 * _ROW) if not timeline.is_dense else _NUMBERS
        parts += pen.lane(lane, rows, top, height)
        top += height + _GAP
    parts += [*pen.axis(top), *pen.held_against(against, top)]
    head = Markup(
        '<svg class="timeline" viewBox="0 0 {} {}" role="{}" aria-label="{}" direction="ltr"><title>{}</title><desc>{}</desc>{}</svg>'
    )
    drawn = Markup("".join(parts))  # noqa: S704 - made of numbers, and of words that the pen escapes
    return head.format(_WIDTH, top + _FOOT, "group" if address else "img", words.title, words.title, words.told, drawn)


def timeline_alone(drawing: Markup) -> Markup:
    """Return a drawing as a file of its own, with its colours."""
    head, _, rest = drawing.partition(">")
    opened = head.replace('<svg class="timeline" ', Markup('<svg xmlns="http://www.w3.org/2000/svg" class="kashf-timeline" '), 1)
    return opened + Markup(">") + _STYLE + rest


class _Pen:
    """Draws parts; every text that is not ours is escaped here."""

    def __init__(self, timeline: ActTimeline, words: TimelineWords, address: Callable[[Act], str] | None) -> None:
        self._timeline, self._words, self._address = timeline, words, address
        first, last = timeline.first or dt.date.min, timeline.last or dt.date.min
        self._first, self._days = first.toordinal(), max((last - first).days + 1, 1)
        self._scale = (_WIDTH - _NAMES - _SIDE) / self._days
        self._named = Counter(lane.names[-1] for lane in timeline.lanes if lane.names)
        self._most_undated = max((lane.undated for lane in timeline.lanes), default=0)

    def head(self) -> str:
        return self._text(_WIDTH - _SIDE + 8, 14, self._words.undated, "dim")

    def lane(self, lane: TimelineLane, rows: Sequence[Sequence[TimelineBar]], top: float, height: float) -> Iterator[str]:
        """Yield the parts of a lane: its name, its bars or numbers, and how many acts have no day."""
        name = self._name(lane)
        shown = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        yield f"<g><title>{escape(name)}: {lane.acts}</title>{self._text(4, top + 12, shown)}</g>"
        if self._timeline.is_dense:
            yield self._columns(lane, top, height)
            yield self._text(4, top + 24, self._words.highest(_most(lane)), "dim")
        else:
            yield from (self._bar(bar, top + at * _ROW) for at, row in enumerate(rows) for bar in row)
        yield from self._without_day(lane, top, height)
        yield f'<line class="lane" x1="0" x2="{_WIDTH}" y1="{top + height + _GAP / 2}" y2="{top + height + _GAP / 2}"/>'

    def axis(self, top: float) -> Iterator[str]:
        """Yield the axis with some of the stretches of time named under it."""
        left, right = self.x(0), self.x(self._days)
        yield f'<line class="axis" x1="{left}" x2="{right}" y1="{top}" y2="{top}"/>'
        starts = self._timeline.starts
        for start in starts[:: -(-len(starts) // _MOST_MARKS) or 1]:
            day = max(start.toordinal() - self._first, 0)
            yield f'<line class="axis" x1="{self.x(day)}" x2="{self.x(day)}" y1="{_HEAD - 4}" y2="{top + 4}"/>'
            yield self._text(day * self._scale + _NAMES + 2, top + 15, _named(start, self._timeline.unit), "dim")

    def held_against(self, date: FuzzyDate | None, top: float) -> Iterator[str]:
        """Yield the first and the last day of what acts are held against."""
        for day in dict.fromkeys(each for each in (date.earliest, date.latest) if each) if date else ():
            at = day.toordinal() - self._first
            if 0 <= at <= self._days:
                yield f'<line class="against" x1="{self.x(at)}" x2="{self.x(at)}" y1="{_HEAD - 4}" y2="{top}"/>'

    def ends(self, date: FuzzyDate) -> tuple[float, float]:
        """Return where a date begins and ends, from the side where time begins; at the edge of the drawing where it is open or longer."""
        begin = date.earliest.toordinal() - self._first if date.earliest else 0
        end = date.latest.toordinal() - self._first + 1 if date.latest else self._days
        begin, end = max(min(begin, self._days), 0), max(min(end, self._days), 0)
        return begin * self._scale, max(end * self._scale, begin * self._scale + _THIN)

    def x(self, day: float) -> float:
        """Return where a day begins."""
        return self._side(_NAMES + day * self._scale)

    def _bar(self, bar: TimelineBar, top: float) -> str:
        date = bar.act.when.date
        begin, end = self.ends(date)
        left = self._side(_NAMES + (end if self._words.is_rtl else begin))
        kind = (bar.relation.value if bar.relation else "sure") + ("" if date.days else " open")
        told = escape(visible_name(f"{date.edtf()} {bar.act.kind}: {bar.act.said.text}"[:_LONGEST_SAID]))
        drawn = (
            f'<rect class="{kind}" x="{left}" y="{top}" width="{round(end - begin, 1)}" height="{_ROW - 2}"><title>{told}</title></rect>'
        )
        href = self._address(bar.act) if self._address else ""
        if not href:
            return drawn
        return f'<a href="{escape(href)}" aria-label="{told}" tabindex="-1">{drawn}</a>'

    def _columns(self, lane: TimelineLane, top: float, height: float) -> str:
        """Return the numbers of a lane as two shapes: what surely lies in each stretch of time, and above it what may."""
        most = max(_most(lane), 1)
        starts = [max(start.toordinal() - self._first, 0) for start in self._timeline.starts]
        sure, maybe = [], []
        for start, end, certain, possible in zip(starts, [*starts[1:], self._days], lane.certain, lane.possible, strict=True):
            if not certain and not possible:
                continue
            left, right = sorted((self.x(start), self.x(end)))
            low, middle = top + height, top + height * (1 - certain / most)
            width = round(max(right - left - 0.5, 0.5), 1)
            if certain:
                sure.append(f"M{left} {low}h{width}v{round(middle - low, 1)}h-{width}z")
            if possible:
                maybe.append(f"M{left} {round(middle, 1)}h{width}v-{round(height * possible / most, 1)}h-{width}z")
        return f'<path class="maybe" d="{"".join(maybe)}"/><path class="sure" d="{"".join(sure)}"/>'

    def _without_day(self, lane: TimelineLane, top: float, height: float) -> Iterator[str]:
        if lane.undated:
            width = round(max(lane.undated / self._most_undated * (_SIDE - 50), 1), 1)
            left = _WIDTH - _SIDE + 8
            at = self._side(left + (width if self._words.is_rtl else 0))
            yield f'<rect class="maybe" x="{at}" y="{top + 4}" width="{width}" height="{_ROW}"/>'
            yield self._text(left + width + 4, top + 12, str(lane.undated))
        if lane.one_sided and self._timeline.is_dense:
            yield self._text(_WIDTH - _SIDE + 8, top + height - 4, self._words.one_sided(lane.one_sided), "dim")

    def _name(self, lane: TimelineLane) -> str:
        if lane.kind is LaneKind.OTHERS:
            return self._words.others(lane.offices)
        if lane.kind is LaneKind.UNKNOWN:
            return self._words.unknown
        return visible_name(" / ".join(lane.names[-2:] if self._named[lane.names[-1]] > 1 else lane.names[-1:]))

    def _text(self, x: float, y: float, text: str, kind: str = "") -> str:
        """Return words that begin at a place on the side where time begins, whichever way they are read themselves."""
        anchor = ' text-anchor="end"' if self._words.is_rtl else ""
        named = f' class="{kind}"' if kind else ""
        return f'<text x="{self._side(x)}" y="{y}"{named}{anchor} unicode-bidi="plaintext">{escape(text)}</text>'

    def _side(self, x: float) -> float:
        return round(_WIDTH - x if self._words.is_rtl else x, 1)


def _rows(pen: _Pen, bars: Sequence[TimelineBar]) -> list[list[TimelineBar]]:
    """Return bars in as few rows as hold them without one upon another."""
    rows: list[list[TimelineBar]] = []
    ends: list[float] = []
    for bar in bars:
        begin, end = pen.ends(bar.act.when.date)
        at = next((place for place, reached in enumerate(ends) if reached + _APART <= begin), len(rows))
        if at == len(rows):
            rows.append([])
            ends.append(0.0)
        rows[at].append(bar)
        ends[at] = end
    return rows


def _most(lane: TimelineLane) -> int:
    return max((certain + possible for certain, possible in zip(lane.certain, lane.possible, strict=True)), default=0)


def _named(start: dt.date, unit: TimeUnit) -> str:
    return start.isoformat()[: {TimeUnit.DAY: 10, TimeUnit.MONTH: 7, TimeUnit.YEAR: 4}[unit]]
