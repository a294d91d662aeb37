"""A made-up catalogue in which attacks come in campaigns, and orders of which it is known whether anybody knew.

Events at a town come in campaigns: each begins at a random day, lasts some weeks, and its attacks trigger further ones within days, as
those of real wars do. Towns are invented, and lie on a grid far enough apart that no circle around one holds another.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

FIRST_DAY = dt.date(2031, 1, 1)
SYLLABLES = ("Sar", "Tel", "Mar", "Nur", "Dal", "Kas", "Bir", "Zam", "Har", "Wad")


@dataclass(frozen=True, slots=True)
class World:
    """A catalogue.

    Args:
        town: Index of the town of each event.
        day: Day of each event, from 0.
        lat: Degrees north of each town.
        lon: Degrees east.
        names: Of the towns.
        span: Days of the catalogue.
        days: For each town, the days with events, each once, in order.
        onsets: For each town, the days on which something began: no event in the quiet days before, and these days were seen.
    """

    town: np.ndarray
    day: np.ndarray
    lat: np.ndarray
    lon: np.ndarray
    names: tuple[str, ...]
    span: int
    days: tuple[np.ndarray, ...]
    onsets: tuple[np.ndarray, ...]


def world_of(
    events: Sequence[tuple[int, int]], lat: np.ndarray, lon: np.ndarray, names: Sequence[str], *, span: int, quiet: int = 14
) -> World:
    """Return a catalogue made of (town, day) of its events."""
    town, day = (np.array(column) for column in zip(*events, strict=True))
    days = tuple(np.unique(day[town == each]) for each in range(len(names)))
    onsets = tuple(each[np.append(True, np.diff(each) > quiet) & (each >= quiet)] if len(each) else each for each in days)
    return World(town, day, lat, lon, tuple(names), span, days, onsets)


def make_world(rng: np.random.Generator, *, towns: int = 60, span: int = 1461, campaigns_a_year: float = 3.0) -> World:
    """Return a bursty catalogue."""
    found: list[tuple[int, int]] = []
    for town in range(towns):
        for start in rng.integers(0, span, size=rng.poisson(campaigns_a_year * span / 365)):
            length = max(1.0, rng.lognormal(np.log(12), 1.0))
            for day in start + rng.uniform(0, length, size=1 + rng.poisson(3)):
                found += [(town, int(each)) for each in _with_offspring(rng, float(day)) if 0 <= each < span]
    return _on_a_grid(found, towns=towns, span=span)


def make_renewal_world(rng: np.random.Generator, *, towns: int = 120, span: int = 1461) -> World:
    """Return a catalogue whose days of events at a town are a renewal process: waiting times are log-normal, with a heavy tail.

    Waiting times between days of events in real wars have heavy tails, so that lulls of every length end at every age. The median is
    five days, the spread of the logarithm 1.35, and towns differ by a factor of which the logarithm spreads by .4.
    """
    found: list[tuple[int, int]] = []
    for town in range(towns):
        median = 5 * rng.lognormal(0, 0.4)
        day = int(rng.integers(0, 60))
        while day < span:
            found.append((town, day))
            day += 1 + int(rng.lognormal(np.log(median), 1.35))
    return _on_a_grid(found, towns=towns, span=span)


def _on_a_grid(events: list[tuple[int, int]], *, towns: int, span: int) -> World:
    side = int(np.ceil(np.sqrt(towns)))
    lat, lon = 30 + 0.5 * (np.arange(towns) // side), 40 + 0.5 * (np.arange(towns) % side)
    names = tuple(f"{SYLLABLES[n % 10]}{SYLLABLES[(n // 10 + n) % 10].lower()} {n + 1}" for n in range(towns))
    return world_of(sorted(events, key=lambda event: (event[1], event[0])), lat, lon, names, span=span)


def _with_offspring(rng: np.random.Generator, day: float, branching: float = 0.6) -> Iterator[float]:
    """Yield a day and those of the attacks it triggers, theirs too."""
    waiting = [day]
    while waiting:
        parent = waiting.pop()
        yield parent
        waiting += [parent + lag for lag in rng.exponential(4, size=rng.poisson(branching))]


def draw_orders(
    rng: np.random.Generator, world: World, *, kind: str, number: int = 30, coordinated: float = 0.0, usable: tuple[int, int]
) -> list[tuple[int, int]]:
    """Return (town, day) of orders.

    Args:
        rng: Draws.
        world: The catalogue.
        kind: How orders without knowledge come about: "homogeneous", any usable day; "phase45", "phase30", "phase10", within so many days
            of some attack, before or after; "reactive", up to ten days after one; "lull7", "lull14", more than so many days after the last
            event; "fixed5", "fixed60", as many days after the last event, a day more or less; "buildup30", "buildup10", 1 to so many days
            before some event; "neighbour", 0 to 2 days after something began at the nearest other town; "late1", on the day on which
            something began, where the catalogue dates it a day later; "latehalf", the same where half of all is dated right and the rest
            one or two days late.
        number: How many.
        coordinated: Share of orders that somebody gave who knew of an onset 1 to 7 days later, in [0..1].
        usable: First and last usable day.
    """
    towns = [town for town in range(len(world.names)) if len(world.days[town]) >= 5]
    orders: list[tuple[int, int]] = []
    while len(orders) < number:
        town = int(rng.choice(towns))
        onsets = world.onsets[town]
        if rng.random() < coordinated:
            day = int(rng.choice(onsets)) - int(rng.integers(1, 8)) if len(onsets) else -1
        else:
            day = _unknowing(rng, world, town, kind)
        if usable[0] <= day <= usable[1]:
            orders.append((town, day))
    return orders


def _unknowing(rng: np.random.Generator, world: World, town: int, kind: str) -> int:
    days = world.days[town]
    if kind == "homogeneous":
        return int(rng.integers(world.span))
    if kind.startswith(("phase", "buildup", "reactive")):
        return int(rng.choice(days)) + _lag(rng, kind)
    if kind.startswith(("lull", "fixed")):
        return _in_a_lull(rng, world, days, kind)
    if kind == "neighbour":
        return _after_a_neighbour(rng, world, town)
    if kind.startswith("late"):
        late = 1 if kind == "late1" else int(rng.choice([0, 0, 1, 2]))
        return int(rng.choice(world.onsets[town])) - late if len(world.onsets[town]) else -1
    raise ValueError(f"no such kind of orders: {kind}")


def _lag(rng: np.random.Generator, kind: str) -> int:
    """Return by how many days an order lies after some day of events; negative before it."""
    if kind == "reactive":
        return int(rng.integers(0, 11))
    reach = int(kind.removeprefix("phase").removeprefix("buildup"))
    return -int(rng.integers(1, reach + 1)) if kind.startswith("buildup") else int(rng.integers(-reach, reach + 1))


def _in_a_lull(rng: np.random.Generator, world: World, days: np.ndarray, kind: str) -> int:
    day = int(rng.integers(world.span))
    before = int(np.searchsorted(days, day, side="right"))
    quiet = day - int(days[before - 1]) if before else -1
    asked = int(kind.removeprefix("lull").removeprefix("fixed"))
    is_asked = quiet > asked if kind.startswith("lull") else abs(quiet - asked) <= 1
    return day if is_asked else -1


def _after_a_neighbour(rng: np.random.Generator, world: World, town: int) -> int:
    away = np.hypot(world.lat - world.lat[town], world.lon - world.lon[town])
    away[[town, *(each for each, some in enumerate(world.onsets) if not len(some))]] = np.inf
    return int(rng.choice(world.onsets[int(np.argmin(away))])) + int(rng.integers(0, 3))
