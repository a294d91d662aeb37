"""The sources of a case by code names, and what the record of each is worth: for the desk, as a letter says nothing of a document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from kashf.services.judged_sources.source_record import SourceRecord, source_record, source_records
from kashf.show.sources.source_lines import source_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.params import InPath, ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit

_COLUMNS: Final = ("source", "letter", "derived", "genuine", "false", "open", "mean", "lower95", "chosen_by_source", "deliveries")
_CHECKS: Final = ("entry", "on", "batch", "kind", "outcome", "how", "chosen_by", "chosen_by_source", "checked_by", "by")


class SourceParams(ScreenParams):
    """Which source, by code name."""

    name: InPath


def view_sources(context: Context, _: ScreenParams) -> tuple[SourceRecord, ...]:
    """Return the records of all sources, by code name."""
    return source_records(context.case)


def sources_page(visit: Visit[ScreenParams, tuple[SourceRecord, ...]]) -> Mapping[str, object]:
    """Return what the page shows."""
    return {"records": [(each, source_address(each.code_name)) for each in visit.answer]}


def sources_data(visit: Visit[ScreenParams, tuple[SourceRecord, ...]]) -> object:
    """Return what `kashf source CASE show --json` says of each under `judged`."""
    return {"sources": [source_answer(each) for each in visit.answer]}


def sources_rows(visit: Visit[ScreenParams, tuple[SourceRecord, ...]]) -> Spreadsheet:
    """Return a row for each."""
    rows = (
        (
            *(each.code_name, each.grade.letter.value, each.grade.derived.value),
            *(each.record.counted.genuine, each.record.counted.false, each.record.counted.open),
            *((f"{each.record.mean:.4f}", f"{each.record.lower95:.4f}") if each.record.counted.checked else ("", "")),
            *(each.record.counted.chosen_by_source, len(each.deliveries)),
        )
        for each in visit.answer
    )
    return Spreadsheet("sources", _COLUMNS, rows)


def view_source(context: Context, params: SourceParams) -> SourceRecord:
    """Return the record of one source.

    Raises:
        NotFoundError: There is none of that code name.
    """
    return source_record(context.case, params.name)


def source_page(visit: Visit[SourceParams, SourceRecord]) -> Mapping[str, object]:
    """Return what the page shows."""
    found = visit.answer
    others = {name: source_address(name) for name in (*found.behind, *found.passes_to)}
    return {"found": found, "address_of": others, "further": [name for name in found.behind if name not in found.parents]}


def source_data(visit: Visit[SourceParams, SourceRecord]) -> object:
    """Return what `kashf source CASE show --json` says under `judged`."""
    return source_answer(visit.answer)


def source_rows(visit: Visit[SourceParams, SourceRecord]) -> Spreadsheet:
    """Return a row for each check."""
    rows = (
        (
            *(each.told.signed.id, each.told.on.isoformat(), each.batch, each.kind, each.told.outcome.value, each.how),
            *(each.chosen_by, str(each.by_source).lower(), each.checked_by, each.told.signed.who),
        )
        for each in visit.answer.checks
    )
    return Spreadsheet("source", _CHECKS, rows)


def source_address(name: str) -> str:
    """Return the address of a source; "" of a name of an earlier kashf that no address can hold."""
    return f"/source/{quote(name, safe='')}" if name.strip(". ") and "/" not in name else ""


SOURCES: Final = Screen("/sources", ScreenParams, view_sources, "sources.html", sources_page, sources_data, sources_rows, under="/")
SOURCE: Final = Screen("/source/{name}", SourceParams, view_source, "source.html", source_page, source_data, source_rows, under="/")
