"""Drawings as SVG text: printable, the same on every machine, readable without colours. Each has a table beside it on its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from kashf.evidence.precedence.result import LeadTimes, Swept

#: Colours of a drawing that stands alone, light and dark, as those of the page; the class keeps them from whatever page it is put into.
_STYLE = Markup("""<style>
.kashf-figure { --ink: #1b1b1a; --dim: #56554f; --band: #e3e1d6; --window: #f6e6c8; --bar: #1f5a7a;
  font: 12px sans-serif; max-width: 760px; }
@media (prefers-color-scheme: dark) {
  .kashf-figure { --ink: #ecebe4; --dim: #b3b1a6; --band: #35342f; --window: #473a1f; --bar: #7fc4e8; background: #191917; }
}
.kashf-figure text { fill: var(--ink); } .kashf-figure .bar { fill: var(--bar); } .kashf-figure .band { fill: var(--band); }
.kashf-figure .window { fill: var(--window); fill-opacity: .75; }
.kashf-figure .expected { fill: none; stroke: var(--dim); stroke-dasharray: 4 3; }
.kashf-figure .axis, .kashf-figure .order { stroke: var(--ink); }
</style>""")
_WIDTH, _HEIGHT, _LEFT, _TOP, _BOTTOM = 760, 260, 46, 14, 40


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where values lie on a drawing.

    Args:
        first: Value at the left end.
        last: Value at the right end.
        most: Value at the top; a whole number for counts.
    """

    first: float
    last: float
    most: float

    def x(self, value: float) -> float:
        width = max(self.last - self.first, 1e-9)
        return round(_LEFT + (value - self.first) / width * (_WIDTH - _LEFT - 10), 1)

    def y(self, value: float) -> float:
        return round(_HEIGHT - _BOTTOM - value / max(self.most, 1e-9) * (_HEIGHT - _TOP - _BOTTOM), 1)


def lead_time_plot(leads: LeadTimes, window: tuple[int, int]) -> Markup:
    """Return at which lags onsets lie around orders: bars, with the band of the reference dates behind them."""
    frame = _Frame(leads.lags[0] - 0.5, leads.lags[-1] + 0.5, max(*leads.counts, *leads.high, 1))
    parts = []
    if leads.expected:
        upper = [(lag + side, high) for lag, high in zip(leads.lags, leads.high, strict=True) for side in (-0.5, 0.5)]
        lower = [(lag + side, low) for lag, low in zip(leads.lags, leads.low, strict=True) for side in (-0.5, 0.5)]
        outline = " ".join(f"{frame.x(x)},{frame.y(y)}" for x, y in [*upper, *reversed(lower)])
        parts.append(Markup('<polygon class="band" points="{}"/>').format(outline))
    parts.append(_rectangle("window", frame.x(window[0] - 0.5), _TOP, frame.x(window[1] + 0.5), _HEIGHT - _BOTTOM))
    parts += [
        _rectangle("bar", frame.x(lag - 0.35), frame.y(count), frame.x(lag + 0.35), frame.y(0))
        for lag, count in zip(leads.lags, leads.counts, strict=True)
        if count
    ]
    if leads.expected:
        line = " ".join(f"{frame.x(lag)},{frame.y(value)}" for lag, value in zip(leads.lags, leads.expected, strict=True))
        parts.append(Markup('<polyline class="expected" points="{}"/>').format(line))
    parts.append(Markup('<line class="order" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>').format(frame.x(0), _TOP, _HEIGHT - _BOTTOM))
    step = 10 if len(leads.lags) > 30 else 5
    marks = [lag for lag in leads.lags if lag % step == 0]
    parts += _axes(frame, marks, "days from the order to the beginning of an event")
    return _drawing("Days between orders and onsets; shaded: the test's window, and what reference dates give", parts)


def sweep_plot(sweep: Sequence[Swept], alpha: float) -> Markup:
    """Return the calendar p at each reach, with the level as a line."""
    points = sorted({(each.reach, each.p_calendar) for each in sweep})
    frame = _Frame(0, max(reach for reach, _ in points), max(alpha * 1.5, *(p for _, p in points)))
    line = " ".join(f"{frame.x(reach)},{frame.y(p)}" for reach, p in points)
    parts = [
        Markup('<line class="level" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(_LEFT, _WIDTH - 10, frame.y(alpha), frame.y(alpha)),
        Markup('<polyline class="expected" points="{}"/>').format(line),
        *(Markup('<circle class="dot" cx="{}" cy="{}" r="4"/>').format(frame.x(reach), frame.y(p)) for reach, p in points),
        *_axes(frame, [reach for reach, _ in points], "reach W: days within which other dates are the reference"),
    ]
    return _drawing("Calendar p by reach; the line is the level at which it counts", parts)


def alone(drawing: Markup) -> Markup:
    """Return a drawing as a file of its own, with its colours."""
    head, _, rest = drawing.partition(">")
    opened = head.replace("<svg ", Markup('<svg xmlns="http://www.w3.org/2000/svg" class="kashf-figure" '), 1)
    return opened + Markup(">") + _STYLE + rest


def _axes(frame: _Frame, marks: Sequence[int], label: str) -> list[Markup]:
    bottom = _HEIGHT - _BOTTOM
    parts = [Markup('<line class="axis" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(_LEFT, _WIDTH - 10, bottom, bottom)]
    parts += [Markup('<text x="{}" y="{}" text-anchor="middle">{}</text>').format(frame.x(mark), bottom + 16, mark) for mark in marks]
    parts.append(Markup('<text x="{}" y="{}" text-anchor="middle">{}</text>').format((_WIDTH + _LEFT) / 2, _HEIGHT - 6, label))
    whole = isinstance(frame.most, int)
    for value in range(0, int(frame.most) + 1, -(-int(frame.most) // 4)) if whole else (0, frame.most / 2, frame.most):
        shown = f"{value}" if whole else f"{value:.2f}"
        parts.append(Markup('<text x="{}" y="{}" text-anchor="end">{}</text>').format(_LEFT - 6, frame.y(value) + 4, shown))
    return parts


def _rectangle(kind: str, left: float, top: float, right: float, bottom: float) -> Markup:
    return Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>').format(
        kind, left, top, round(right - left, 1), round(bottom - top, 1)
    )


def _drawing(title: str, parts: Sequence[Markup]) -> Markup:
    head = Markup('<svg viewBox="0 0 {} {}" role="img" aria-label="{}" direction="ltr">').format(_WIDTH, _HEIGHT, title)
    return head + Markup("<title>{}</title>").format(escape(title)) + Markup("").join(parts) + Markup("</svg>")
