"""Write the example tables: ``python -m examples.precedence.make [--out DIR] [--seed N]``.

`events.csv` is a made-up catalogue of four years. `coordinated.csv` holds 30 orders, of which two in five were given by somebody who knew.
`innocent.csv` holds 30 orders that were given within weeks of some attack by people who knew nothing. `orders.csv` holds three orders about
Tadmur in March 2016, to be held against the real catalogue UCDP GED, which is not part of this: fighting there was continuous.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from examples.precedence.simulate import FIRST_DAY, World, draw_orders, make_world

ORDERS = ("id", "date_earliest", "date_latest", "place", "lat", "lon", "group")
EVENTS = ("id", "date", "place", "lat", "lon", "actor", "target", "type")
#: The orders' places and days: the city, and the three days that papers of that month were dated.
TADMUR = [("T1", "2016-03-01"), ("T2", "2016-03-10"), ("T3", "2016-03-20")]


def order_rows(world: World, orders: Sequence[tuple[int, int]]) -> list[tuple[str, ...]]:
    """Return rows of a table of orders."""
    rows = []
    for number, (town, day) in enumerate(sorted(orders, key=lambda order: order[1]), start=1):
        date = (FIRST_DAY + dt.timedelta(days=day)).isoformat()
        rows.append((f"L{number:02}", date, date, world.names[town], f"{world.lat[town]:.4f}", f"{world.lon[town]:.4f}", ""))
    return rows


def event_rows(world: World) -> list[tuple[str, ...]]:
    """Return rows of a catalogue."""
    return [
        (
            f"E{number:05}",
            (FIRST_DAY + dt.timedelta(days=int(day))).isoformat(),
            world.names[town],
            f"{world.lat[town]:.4f}",
            f"{world.lon[town]:.4f}",
            "Northern Army",
            "Southern League",
            "attack",
        )
        for number, (town, day) in enumerate(zip(world.town, world.day, strict=True), start=1)
    ]


def write(path: Path, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(head)
        table.writerows(rows)


def main() -> None:
    """Write the four tables."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--out", type=Path, default=Path(__file__).parent)
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    rng = np.random.default_rng(options.seed)
    world = make_world(rng, towns=20)
    usable = (21, world.span - 8)
    write(options.out / "events.csv", EVENTS, event_rows(world))
    coordinated = draw_orders(rng, world, kind="phase45", coordinated=0.4, usable=usable)
    write(options.out / "coordinated.csv", ORDERS, order_rows(world, coordinated))
    write(options.out / "innocent.csv", ORDERS, order_rows(world, draw_orders(rng, world, kind="phase45", usable=usable)))
    write(options.out / "orders.csv", ORDERS, [(id, day, day, "Tadmur", "34.5624", "38.2840", "") for id, day in TADMUR])


if __name__ == "__main__":
    main()
