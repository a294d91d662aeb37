"""What each `add` took in, and taking it out of every answer when it was a mistake."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kashf.services.case.brought.additions import Addition, additions
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.params import ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit

Received = tuple[Addition, ...]


def view(context: Context, _: ScreenParams) -> Received:
    """Return what each `add` took in, oldest first."""
    return additions(context.case)


def page(visit: Visit[ScreenParams, Received]) -> Mapping[str, object]:
    """Return what the page shows, latest first."""
    return {"received": visit.answer[::-1], "waits": any(visit.case.view.totals().by_stage.values())}


def data(visit: Visit[ScreenParams, Received]) -> object:
    """Return what `kashf status --json` lists under `received`."""
    return {"received": visit.answer}


def rows(visit: Visit[ScreenParams, Received]) -> Spreadsheet:
    """Return a row for each receipt."""
    header = ("number", "receipt", "channel", "time", "recorded_by", "files", "bytes", "set_aside_by", "why")
    found = (
        (
            *(each.number, receipt, each.channel, each.time.isoformat(), each.actor, each.files, each.size_bytes),
            *((each.set_aside.who, each.set_aside.why) if each.set_aside else ("", "")),
        )
        for each in visit.answer
        for receipt in each.receipts
    )
    return Spreadsheet("receipts", header, found)


RECEIPTS: Final = Screen("/receipts", ScreenParams, view, "receipts.html", page, data, rows, under="/", decides=True)
