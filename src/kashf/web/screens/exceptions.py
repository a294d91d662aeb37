"""The exceptions of a case by class: what was not read, and what a person decides is to become of it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Final

from kashf.domain.dispositions import OF_FILES
from kashf.services.case.brought.exceptions import ExceptionsReport, exceptions_report
from kashf.services.transcription.waiting import queue
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.params import Filter, ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit

#: Files of one class shown; the CSV has all, and a decision about the class is about all.
SHOWN: Final = 200


class ExceptionsParams(ScreenParams):
    """Which exceptions.

    Args:
        kind: Their class; all without.
    """

    kind: Filter = ""


def view(context: Context, _: ExceptionsParams) -> ExceptionsReport:
    """Return the report."""
    return exceptions_report(context.case)


def page(visit: Visit[ExceptionsParams, ExceptionsReport]) -> Mapping[str, object]:
    """Return what the page shows: the files of each class that is asked for."""
    files = (each for each in visit.answer.files if visit.params.kind in {"", each.kind})
    classes = [(kind, list(some)) for kind, some in groupby(files, key=lambda each: each.kind)]
    waits = any(visit.case.view.totals().by_stage.values())
    return {
        "report": visit.answer,
        "classes": classes,
        "outcomes": OF_FILES,
        "shown": SHOWN,
        "waits": waits,
        "to_type": len(queue(visit.case).pages),
    }


def data(visit: Visit[ExceptionsParams, ExceptionsReport]) -> object:
    """Return what `kashf exceptions --json` prints."""
    return visit.answer


def rows(visit: Visit[ExceptionsParams, ExceptionsReport]) -> Spreadsheet:
    """Return a row for each file."""
    header = ("class", "id", "path", "type", "detail", "decided", "by", "who", "when", "why")
    found = (
        (
            *(each.kind, each.id, each.path, each.type, each.detail),
            *((one.outcome.value, one.by, one.who, one.when.isoformat(), one.why) if (one := each.decided) else ("", "", "", "", "")),
        )
        for each in visit.answer.files
        if visit.params.kind in {"", each.kind}
    )
    return Spreadsheet("exceptions", header, found)


EXCEPTIONS: Final = Screen("/exceptions", ExceptionsParams, view, "exceptions.html", page, data, rows, under="/", decides=True)
