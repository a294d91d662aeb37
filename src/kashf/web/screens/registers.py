"""The registers of offices rebuilt: a strip of numbers for each series, and what is cited, missing or odd in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from kashf.domain.entries.delivery import Scope
from kashf.events.registers.office_series import OfficeSeries, why_no_gaps
from kashf.services.registers.rebuild_registers import CaseRegisters, case_registers
from kashf.show.registers.register_answer import REGISTER_HEADER, office_name, register_rows, registers_answer
from kashf.show.registers.register_strip import CellState, strip_cells, strip_svg
from kashf.show.wording import wording
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.params import Filter, ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit

#: Series on the page, and of one kind that is listed; JSON and CSV have all.
SHOWN_SERIES: Final = 40
LISTED: Final = 100
#: Places of one paper to which the page leads.
PLACES: Final = 5


class RegistersParams(ScreenParams):
    """Registers.

    Args:
        office: Words of the name of an office, or of a body above it; "" for all.
        collection: Which collection to tell of.
    """

    office: Filter = ""
    collection: Scope = Scope.LEAK


def view(context: Context, params: RegistersParams) -> CaseRegisters:
    """Return the registers."""
    return case_registers(context.case, scope=params.collection, office=params.office)


def page(visit: Visit[RegistersParams, CaseRegisters]) -> Mapping[str, object]:
    """Return what the page shows."""
    found = visit.answer
    by_office = Counter(each.key.office for each in found.registers.series for _ in each.here)
    series = [each for each in found.registers.series if each.here]
    series.sort(key=lambda each: -by_office[each.key.office])
    return {
        "found": found,
        "registers": found.registers,
        "series": series[:SHOWN_SERIES],
        "more": max(0, len(series) - SHOWN_SERIES),
        "strip": _strip,
        "why_no_gaps": why_no_gaps,
        "cell_size": lambda each: strip_cells(each)[0],
        "states": tuple(CellState),
        "whose": lambda unseen: office_name(unseen, found.registers),
        "later": [each for each in found.registers.citing if each.is_later],
        "listed": LISTED,
        "places": PLACES,
    }


def data(visit: Visit[RegistersParams, CaseRegisters]) -> object:
    """Return the registers, as `kashf registers --json` does."""
    return registers_answer(visit.answer)


def rows(visit: Visit[RegistersParams, CaseRegisters]) -> Spreadsheet:
    """Return a row for each number."""
    return Spreadsheet("registers", REGISTER_HEADER, register_rows(visit.answer))


def _strip(series: OfficeSeries, place: int, language: str) -> Markup:
    words = wording(language)
    counts = {"here": len(series.here), "cited": sum(bool(each.cited_at) for each in series.never_seen), "missing": series.missing_count}
    return strip_svg(series, title=str(words("registers.strip")), says=str(words("registers.says", **counts)), id=f"strip-{place}")


REGISTERS: Final = Screen("/registers", RegistersParams, view, "registers.html", page, data, rows, under="/letters")
