"""The queue of pages that people read, since no machine could: which wait, why, and how far each is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kashf.services.search.count_left_out import left_out
from kashf.services.transcription.waiting import Queue, WaitingPage, queue
from kashf.show.transcription.transcription_answers import queue_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import address
from kashf.web.screens.params import Number, ScreenParams
from kashf.web.screens.screen import Context, Nav, Screen, Visit

#: Pages shown at a time; the JSON and CSV have all.
SHOWN: Final = 100


class TranscribeParams(ScreenParams):
    """The queue.

    Args:
        begin: The first page shown, from 1.
        numbers: Whether pages that were read surely come last, of which nobody looked at the numbers.
    """

    begin: Number = 1
    numbers: bool = False


def view(context: Context, params: TranscribeParams) -> Queue:
    """Return the queue."""
    return queue(context.case, with_numbers=params.numbers)


def page(visit: Visit[TranscribeParams, Queue]) -> Mapping[str, object]:
    """Return what the page shows."""
    first, waiting = visit.params.begin - 1, visit.answer.pages
    return {
        "queue": visit.answer,
        "shown": [(each, bench_address(each)) for each in waiting[first : first + SHOWN]],
        "more": max(0, len(waiting) - first - SHOWN),
        "next_begin": visit.params.begin + SHOWN,
    }


def data(visit: Visit[TranscribeParams, Queue]) -> object:
    """Return the queue, as the command prints it."""
    return queue_answer(visit.answer, left_out(visit.case, of_names=False))


def rows(visit: Visit[TranscribeParams, Queue]) -> Spreadsheet:
    """Return a row for each page."""
    header = ("document", "page", "name", "why", "confidence", "lines", "keyed", "waits", "disagreed")
    found = (
        (
            each.place.document,
            each.place.page,
            each.name,
            each.why.value,
            each.confidence,
            each.lines,
            each.keyed,
            each.waits,
            each.disagreed,
        )
        for each in visit.answer.pages
    )
    return Spreadsheet("transcribe", header, found)


def bench_address(waiting: WaitingPage) -> str:
    """Return where a page is typed."""
    return address("/transcription", document=waiting.place.document, page=waiting.place.page)


TRANSCRIBE: Final = Screen("/transcribe", TranscribeParams, view, "transcribe.html", page, data, rows, nav=Nav("transcribe", "t"))
