"""Drawings of a report as SVG text: the same bytes for the same report. What each shows stands in words beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

_WIDTH, _LEFT, _ROW, _HEAD = 760, 46, 26, 22


def chances_drawing(findings: Sequence[Mapping[str, Any]], title: str) -> Markup:
    """Return between what the chance of each finding lies that has one, on a line from 0 to 1; "" where none has."""
    with_chance = [(each["number"], float(each["low"]), float(each["high"])) for each in findings if each["low"]]
    if not with_chance:
        return Markup()
    parts = [_text(_x(share), 14, f"{share:g}") for share in (0.0, 0.25, 0.5, 0.75, 1.0)]
    for at, (number, low, high) in enumerate(with_chance):
        top = _HEAD + at * _ROW
        parts.append(_text(_LEFT - 22, top + 15, str(number)))
        parts.append(Markup('<line class="axis" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(_LEFT, top + 11, _WIDTH - 20, top + 11))
        shape = Markup('<rect class="bar" x="{}" y="{}" width="{}" height="12"/>')
        parts.append(shape.format(_x(low), top + 5, round(max(_x(high) - _x(low), 2), 1)))
    return _drawing(parts, _HEAD + len(with_chance) * _ROW + 6, title)


def days_drawing(findings: Sequence[Mapping[str, Any]], title: str) -> Markup:
    """Return the first day that each finding names on one line of time; "" where fewer than two name one."""
    days = [(each["number"], dt.date.fromisoformat(each["day"])) for each in findings if each["day"]]
    if len(days) < 2:
        return Markup()
    first, last = min(day for _, day in days), max(day for _, day in days)
    length = max((last - first).days, 1)
    parts = [Markup('<line class="axis" x1="{}" y1="40" x2="{}" y2="40"/>').format(_LEFT, _WIDTH - 20)]
    used: dict[float, int] = {}
    for number, day in days:
        x = _x((day - first).days / length)
        used[x] = used.get(x, 0) + 1
        parts.append(Markup('<circle class="bar" cx="{}" cy="40" r="5"/>').format(x))
        parts.append(_text(x, 40 - 14 * used[x] + 2, str(number)))
    parts += [_text(_LEFT, 62, first.isoformat()), _text(_WIDTH - 60, 62, last.isoformat())]
    return _drawing(parts, 72, title)


def _x(share: float) -> float:
    return round(_LEFT + share * (_WIDTH - _LEFT - 20), 1)


def _text(x: float, y: float, words: str) -> Markup:
    return Markup('<text x="{}" y="{}" text-anchor="middle">{}</text>').format(x, y, words)


def _drawing(parts: Sequence[Markup], height: int, title: str) -> Markup:
    head = Markup('<svg viewBox="0 0 {} {}" role="img" aria-label="{}" direction="ltr"><title>{}</title>')
    return head.format(_WIDTH, height, title, title) + Markup("").join(parts) + Markup("</svg>")
