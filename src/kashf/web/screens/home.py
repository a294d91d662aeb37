"""The case's first page: the sum that must add up, what it is made of, what was received, and the head of the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from starlette.responses import Response

from kashf.ports.stores import Totals
from kashf.services.case.open import OpenCase
from kashf.services.case.overview import overview
from kashf.show.plain import plain
from kashf.web.renderers import as_csv, as_json

#: The terms of the sum in the order they are written, and where the list of each is. Duplicates are sightings, not documents.
TERMS: Final = {
    "done": "/documents?status=done",
    "partial": "/documents?status=partial",
    "failed": "/documents?status=failed",
    "duplicates": "",
    "waiting": "/documents?status=waiting",
}
#: Width of the bar in its own units; 0.1 per cent is one unit.
BAR_UNITS: Final = 1000
#: Runs and deliveries shown, latest first; the JSON has all.
SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class Part:
    """One term of the sum and its stretch of the bar.

    Args:
        name: Which term: done, partial, failed, duplicates or waiting.
        number: How many.
        left: Where it begins on the bar, in [0..1000].
        width: How much of the bar it takes; 0 for none, at least 2 for any, so that a single failure can be seen.
        href: The list of them; empty where there is none.
    """

    name: str
    number: int
    left: float
    width: float
    href: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table of shares.

    Args:
        value: Such as a media type; empty for what has none yet.
        number: How many documents.
        width: Its share of the largest, in [0..100].
    """

    value: str
    number: int
    width: float


def sum_parts(totals: Totals) -> tuple[Part, ...]:
    """Return the terms of `totals` with their stretches of the bar, which together fill it."""
    numbers = {name: int(getattr(totals, name)) for name in TERMS}
    least = {name: max(number / max(totals.found, 1) * BAR_UNITS, 2.0) if number else 0.0 for name, number in numbers.items()}
    scale = BAR_UNITS / (sum(least.values()) or 1)
    parts, left = [], 0.0
    for name, href in TERMS.items():
        width = least[name] * scale
        parts.append(Part(name, numbers[name], round(left, 2), round(width, 2), href if numbers[name] else ""))
        left += width
    return tuple(parts)


def rows(counts: Mapping[str, int]) -> tuple[Row, ...]:
    """Return counts as rows, largest first, equal ones by name."""
    largest = max(counts.values(), default=1)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Row(value, number, round(number / largest * 100, 2)) for value, number in ordered)


def home_page(case: OpenCase) -> dict[str, object]:
    """Return what the page shows."""
    seen = overview(case)
    return {
        "seen": seen,
        "totals": seen.totals,
        "parts": sum_parts(seen.totals),
        "types": rows(seen.totals.by_type),
        "reasons": rows(seen.totals.by_reason),
        "shown": SHOWN,
    }


def home_json(case: OpenCase) -> Response:
    """Return what `kashf status --json` does, with name, deliveries, runs, head and entries."""
    seen = overview(case)
    facts = {"created": seen.created, "deliveries": seen.deliveries, "runs": seen.runs, "head": seen.head, "entries": seen.entries}
    totals: dict[str, object] = plain(seen.totals)
    return as_json(totals | {"name": case.name} | facts)


def home_csv(case: OpenCase) -> Response:
    """Return the totals as rows of group, value and number."""
    totals = overview(case).totals
    numbers = [("total", name, int(getattr(totals, name))) for name in ("found", *TERMS, "without_text")]
    types = [("type", row.value, row.number) for row in rows(totals.by_type)]
    reasons = [("reason", row.value, row.number) for row in rows(totals.by_reason)]
    return as_csv("case", ("group", "value", "number"), [*numbers, *types, *reasons])
