"""A recording with what people heard in it beside the player, each quote with its time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field

from kashf.domain.ids import DocumentId
from kashf.ports.views import DocumentRecord
from kashf.services.transcription.heard_lines import Listened, listened
from kashf.show.transcription.heard_words import listened_answer
from kashf.show.transcription.playable import PLAYED, is_film
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import State
from kashf.web.screens.params import ScreenParams
from kashf.web.screens.screen import Context, MovedError, Screen, Visit


class ListeningParams(ScreenParams):
    """Which recording.

    Args:
        document: Its id; of a shortened one, the screen says where it is.
        t: Where it is played from, in seconds.
    """

    document: Annotated[str, Field(max_length=64)]
    t: Annotated[str, Field(pattern=r"^(\d{1,7}(\.\d{1,3})?)?$")] = ""


@dataclass(frozen=True, slots=True)
class ListeningSeen:
    """A recording, and what is known of what is said in it."""

    record: DocumentRecord
    found: Listened


def view(context: Context, params: ListeningParams) -> ListeningSeen:
    """Return a recording with its quotes.

    Raises:
        MovedError: The id is shortened.
        NotFoundError: There is no such document, or it is no recording.
    """
    (record,) = context.case.view.records([context.case.view.resolve(params.document)])
    if record.id != params.document:
        raise MovedError(State("/recording", {**params.state(), "document": record.id}))
    return ListeningSeen(record, listened(context.case, DocumentId(record.id)))


def page(visit: Visit[ListeningParams, ListeningSeen]) -> Mapping[str, object]:
    """Return what the page shows."""
    record = visit.answer.record
    return {"record": record, "found": visit.answer.found, "plays": record.type in PLAYED, "is_film": is_film(record)}


def data(visit: Visit[ListeningParams, ListeningSeen]) -> object:
    """Return what `kashf listen --json` prints."""
    return listened_answer(visit.answer.found)


def rows(visit: Visit[ListeningParams, ListeningSeen]) -> Spreadsheet:
    """Return a row for each quote."""
    told = listened_answer(visit.answer.found)["quotes"]
    columns = ("from", "to", "text", "by", "when", "document", "page", "start", "end")
    return Spreadsheet(f"recording-{visit.answer.record.id[:12]}", columns, ([str(each[column]) for column in columns] for each in told))


RECORDING: Final = Screen("/recording", ListeningParams, view, "recording.html", page, data, rows, under="/documents", decides=True)
