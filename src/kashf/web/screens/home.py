"""The case's first page: the sum that must add up, what it is made of, what was received, and the head of the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kashf.domain.document import Reason
from kashf.ports.views import Totals
from kashf.services.case.overview import Overview, overview
from kashf.services.ingest.opening.unsafe_parsing import is_read_unsafely
from kashf.services.search.count_left_out import left_out
from kashf.show.answers import status_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.params import ScreenParams
from kashf.web.screens.screen import Context, Nav, Screen, Visit

#: The terms of the sum in the order they are written, and where the list of each is. Duplicates are sightings, not documents.
TERMS: Final = {
    "done": "/documents?status=done",
    "partial": "/documents?status=partial",
    "failed": "/documents?status=failed",
    "duplicates": "",
    "waiting": "/documents?status=waiting",
    "destroyed": "",
}
#: Width of the bar in its own units; 0.1 per cent is one unit.
BAR_UNITS: Final = 1000
#: Runs and deliveries shown, latest first; the JSON has all.
SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class SumTerm:
    """One term of the sum and its stretch of the bar.

    Args:
        name: Which term: done, partial, failed, duplicates, waiting, or destroyed where anything was.
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
class ShareRow:
    """One line of a table of shares.

    Args:
        value: Such as a media type; empty for what has none yet.
        number: How many documents.
        width: Its share of the largest, in [0..100].
    """

    value: str
    number: int
    width: float


def sum_parts(totals: Totals) -> tuple[SumTerm, ...]:
    """Return the terms of `totals` with their stretches of the bar, which together fill it."""
    numbers = {name: int(getattr(totals, name)) for name in TERMS if name != "destroyed" or totals.destroyed}
    least = {name: max(number / max(totals.found, 1) * BAR_UNITS, 2.0) if number else 0.0 for name, number in numbers.items()}
    scale = BAR_UNITS / (sum(least.values()) or 1)
    parts, left = [], 0.0
    for name, number in numbers.items():
        width = least[name] * scale
        parts.append(SumTerm(name, number, round(left, 2), round(width, 2), TERMS[name] if number else ""))
        left += width
    return tuple(parts)


def share_rows(counts: Mapping[str, int]) -> tuple[ShareRow, ...]:
    """Return counts as rows, largest first, equal ones by name."""
    largest = max(counts.values(), default=1)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(ShareRow(value, number, round(number / largest * 100, 2)) for value, number in ordered)


def view(context: Context, _: ScreenParams) -> Overview:
    """Return where the case stands."""
    return overview(context.case)


def page(visit: Visit[ScreenParams, Overview]) -> dict[str, object]:
    """Return what the page shows."""
    totals = visit.answer.totals
    return {
        "seen": visit.answer,
        "left_out": left_out(visit.case, of_names=True),
        "totals": totals,
        "parts": sum_parts(totals),
        "types": share_rows(totals.by_type),
        "reasons": share_rows({reason: count for reason, count in totals.by_reason.items() if reason != Reason.NO_WRITING}),
        "shown": SHOWN,
    }


def data(visit: Visit[ScreenParams, Overview]) -> object:
    """Return what `kashf status --json` does, with name, deliveries and runs."""
    seen = visit.answer
    more = {"created": seen.created, "deliveries": seen.deliveries, "runs": seen.runs}
    facts = status_answer(
        seen.totals,
        left_out=left_out(visit.case, of_names=True),
        head=seen.head,
        unknown_entries=seen.unknown_entries,
        received=seen.received,
        open_exceptions=seen.open_exceptions,
    )
    return facts | {"read_unsafely": is_read_unsafely(visit.case.view), "name": visit.case.name} | more


def rows(visit: Visit[ScreenParams, Overview]) -> Spreadsheet:
    """Return the totals as rows of group, value and number."""
    totals = visit.answer.totals
    numbers = [("total", name, int(getattr(totals, name))) for name in ("found", *TERMS, "without_text")]
    types = [("type", row.value, row.number) for row in share_rows(totals.by_type)]
    reasons = [("reason", row.value, row.number) for row in share_rows(totals.by_reason)]
    return Spreadsheet("case", ("group", "value", "number"), [*numbers, *types, *reasons])


HOME: Final = Screen("/", ScreenParams, view, "home.html", page, data, rows, nav=Nav("home", "h"))
