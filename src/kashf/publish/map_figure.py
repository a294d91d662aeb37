"""A map to print, as SVG text: circles of doubt over borders and coasts, the same on every machine, readable without colours."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from kashf.events.places.map_words import MapWords
from kashf.publish.borders import Point, Window, border_lines

_WIDTH: Final = 760
_MOST_HEIGHT: Final = 620
_EDGE: Final = 30
#: Km of a degree of latitude.
_DEGREE_KM: Final = 111.2
#: The window is this wide at least, in degrees, so that one place has its country around it.
_LEAST_DEGREES: Final = 2.5
#: Names that are written on it, those in most documents first, where they do not lie over one another.
_MOST_LABELS: Final = 40
_LABEL_HEIGHT: Final = 13
_LETTER_WIDTH: Final = 6.5
#: Height of the legend, of three lines.
_STRIP: Final = 66
#: Points smaller than this cannot be seen; a circle of doubt is drawn to scale around them.
_DOT: Final = 2.5
_STYLE: Final = Markup("""<style>
.kashf-map { --ink: #1b1b1a; --line: #8b897f; --doubt: #1f5a7a; --paper: #fdfcf8; font: 12px sans-serif; background: var(--paper); }
.kashf-map text { fill: var(--ink); } .kashf-map .label { stroke: var(--paper); stroke-width: 3; paint-order: stroke; }
.kashf-map .border { fill: none; stroke: var(--line); stroke-width: .8; }
.kashf-map .doubt { fill: var(--doubt); fill-opacity: .18; stroke: var(--doubt); stroke-width: 1; }
.kashf-map .area { fill-opacity: .07; stroke-dasharray: 4 3; } .kashf-map .dot { fill: var(--doubt); }
.kashf-map .scale { stroke: var(--ink); } .kashf-map .outside { fill: none; stroke: var(--ink); stroke-dasharray: 1 3; }
.kashf-map .mark { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5; } .kashf-map .strip { fill: var(--paper); }
</style>""")


@dataclass(frozen=True, slots=True)
class MapCircle:
    """A place on the map.

    Args:
        name: What is written beside it.
        latitude: Degrees, north is positive.
        longitude: Degrees, east is positive.
        radius_km: How far from there what is told may have been.
        count: Documents that name it.
        is_area: Whether no point of it is meant.
        is_outside: Whether a catalogue of outside events puts it there, and no paper.
    """

    name: str
    latitude: float
    longitude: float
    radius_km: float
    count: int
    is_area: bool
    is_outside: bool = False


@dataclass(frozen=True, slots=True)
class _Plane:
    """Where degrees lie on the sheet: a cylinder that is true to length along the middle of the window, fit for some thousand km."""

    window: Window

    @property
    def per_degree(self) -> float:
        """Points of the sheet a degree of latitude."""
        wide = (self.window.east - self.window.west) * self.narrowing
        return min((_WIDTH - 2 * _EDGE) / wide, (_MOST_HEIGHT - 2 * _EDGE) / (self.window.north - self.window.south))

    @property
    def narrowing(self) -> float:
        """How much shorter a degree of longitude is than one of latitude."""
        return math.cos(math.radians((self.window.south + self.window.north) / 2))

    @property
    def height(self) -> int:
        """Of the sheet."""
        return round((self.window.north - self.window.south) * self.per_degree) + 2 * _EDGE

    def x(self, longitude: float) -> float:
        middle = (self.window.west + self.window.east) / 2
        return round(_WIDTH / 2 + (longitude - middle) * self.narrowing * self.per_degree, 1)

    def y(self, latitude: float) -> float:
        return round(self.height / 2 - (latitude - (self.window.south + self.window.north) / 2) * self.per_degree, 1)

    def length(self, km: float) -> float:
        return round(km / _DEGREE_KM * self.per_degree, 1)


def map_figure(circles: Sequence[MapCircle], borders: bytes, words: MapWords) -> str:
    """Return a map of some places; of none, a sheet that says so.

    What papers name is all on it; outside events beyond its edge are counted in the legend, as catalogues may be of the whole world.

    Args:
        circles: What stands on it.
        borders: Countries as TopoJSON.
        words: What it says.
    """
    if not circles:
        return _sheet(_EDGE * 3, [Markup('<text x="{}" y="{}">{}</text>').format(_EDGE, _EDGE * 2, words.empty)], words)
    plane = _Plane(_window([each for each in circles if not each.is_outside] or circles))
    seen = _seen(plane)
    every, circles = circles, [each for each in circles if not each.is_outside or _is_in(each, seen)]
    parts = [_line(line, plane) for line in border_lines(borders, seen)]
    ordered = sorted(
        circles, key=lambda each: (each.is_outside, not each.is_area, -each.radius_km, each.name, each.latitude, each.longitude)
    )
    parts += [part for each in ordered for part in _drawn(each, plane)]
    parts += _labels(circles, plane)
    parts += _scale(plane)
    legend = tuple(_legend(circles, len(every) - len(circles), plane.height, words))
    return _sheet(plane.height + _STRIP, [*parts, *legend], words)


def alone(drawing: str) -> str:
    """Return a map as a file of its own, with its colours."""
    head, _, rest = drawing.partition(">")
    return f"{head}>{_STYLE}{rest}\n"


def _sheet(height: int, parts: Sequence[Markup], words: MapWords) -> str:
    opened = Markup('<svg xmlns="http://www.w3.org/2000/svg" class="kashf-map" viewBox="0 0 {} {}" role="img" aria-label="{}">').format(
        _WIDTH, height, words.title
    )
    return f"{opened}{Markup('').join(parts)}</svg>"


def _window(circles: Sequence[MapCircle]) -> Window:
    """Return what holds the middles of all circles and most of their doubt: what reaches further than the rest is cut at the edge."""
    usual = sorted(each.radius_km for each in circles)[len(circles) * 3 // 4] / _DEGREE_KM
    south, north = min(each.latitude for each in circles) - usual, max(each.latitude for each in circles) + usual
    west, east = min(each.longitude for each in circles) - usual, max(each.longitude for each in circles) + usual
    more_up, more_across = (max(0.1, (_LEAST_DEGREES - length) / 2) for length in (north - south, east - west))
    return Window(max(-180.0, west - more_across), max(-85.0, south - more_up), min(180.0, east + more_across), min(85.0, north + more_up))


def _seen(plane: _Plane) -> Window:
    """Return the window that the whole sheet shows, wider than what is asked for on one side."""
    up, across = plane.height / 2 / plane.per_degree, _WIDTH / 2 / plane.per_degree / plane.narrowing
    middle = (plane.window.west + plane.window.east) / 2, (plane.window.south + plane.window.north) / 2
    return Window(middle[0] - across, middle[1] - up, middle[0] + across, middle[1] + up)


def _line(line: Sequence[Point], plane: _Plane) -> Markup:
    points = [(plane.x(x), plane.y(y)) for x, y in line]
    kept = [point for before, point in zip([None, *points], points, strict=False) if point != before]
    return Markup('<polyline class="border" points="{}"/>').format(" ".join(f"{x},{y}" for x, y in kept))


def _drawn(circle: MapCircle, plane: _Plane) -> Iterator[Markup]:
    x, y = plane.x(circle.longitude), plane.y(circle.latitude)
    told = f"{circle.name}: {circle.count}, {'within' if circle.is_area else '±'} {circle.radius_km:.0f} km"
    shown = Markup('<circle class="{}{}" cx="{}" cy="{}" r="{}"><title>{}</title></circle>')
    sort, area = "outside" if circle.is_outside else "doubt", " area" if circle.is_area else ""
    yield shown.format(sort, area, x, y, max(plane.length(circle.radius_km), _DOT), told)
    if circle.is_outside:
        yield _square(x, y)
    elif not circle.is_area:
        yield Markup('<circle class="dot" cx="{}" cy="{}" r="{}"/>').format(x, y, _DOT)


def _labels(circles: Sequence[MapCircle], plane: _Plane) -> Iterator[Markup]:
    taken: list[tuple[float, float, float]] = []
    for each in sorted(circles, key=lambda each: (each.is_outside, -each.count, each.is_area, each.name, each.latitude)):
        text = f"{each.name} ({each.count})"
        x, y, width = plane.x(each.longitude) + 5, plane.y(each.latitude) - 4, _LETTER_WIDTH * len(text)
        is_free = all(abs(y - other) > _LABEL_HEIGHT or x > right or x + width < left for left, other, right in taken)
        if is_free and x + width < _WIDTH and len(taken) < _MOST_LABELS:
            taken.append((x, y, x + width))
            yield Markup('<text class="label" x="{}" y="{}">{}</text>').format(round(x, 1), round(y, 1), text)


def _square(x: float, y: float) -> Markup:
    return Markup('<rect class="mark" x="{}" y="{}" width="{}" height="{}"/>').format(
        round(x - _DOT, 1), round(y - _DOT, 1), 2 * _DOT, 2 * _DOT
    )


def _legend(circles: Sequence[MapCircle], beyond: int, top: int, words: MapWords) -> Iterator[Markup]:
    """Yield what the signs mean, below the map: each of those that are on it."""
    yield Markup('<rect class="strip" x="0" y="{}" width="{}" height="{}"/>').format(top, _WIDTH, _STRIP)
    ring, y = Markup('<circle class="{}" cx="20" cy="{}" r="8"/>'), top + 14
    dot = Markup('<circle class="dot" cx="20" cy="{}" r="{}"/>')
    said = Markup('<text class="legend" x="36" y="{}">{}</text>')
    if any(not each.is_outside and not each.is_area for each in circles):
        yield ring.format("doubt", y) + dot.format(y, _DOT) + said.format(y + 4, words.papers)
        y += _STRIP // 3
    if any(each.is_area for each in circles):
        yield ring.format("doubt area", y) + said.format(y + 4, words.area)
        y += _STRIP // 3
    outside = sum(each.is_outside for each in circles)
    if outside or beyond:
        yield ring.format("outside", y) + _square(20, y) + said.format(y + 4, words.outside(outside, beyond))


def _is_in(circle: MapCircle, window: Window) -> bool:
    return window.west <= circle.longitude <= window.east and window.south <= circle.latitude <= window.north


def _scale(plane: _Plane) -> Iterator[Markup]:
    km = next(km for km in (1000, 500, 200, 100, 50, 20, 10, 5) if plane.length(km) <= _WIDTH / 4)
    bottom = plane.height - 10
    yield Markup('<line class="scale" x1="{0}" x2="{1}" y1="{2}" y2="{2}"/>').format(10, 10 + plane.length(km), bottom)
    yield Markup('<text x="{}" y="{}">{} km</text>').format(10, bottom - 4, km)
