"""The authenticity sheet of one document, for the desk only: its marks with their ranges, and what could be asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kashf.domain.ids import short_id
from kashf.evidence.authenticity.mark_ratio import Leaning
from kashf.services.authenticity.sheet_of_document import SheetOfDocument, sheet_of_document
from kashf.services.letters.asked_letter import asked_letter
from kashf.services.letters.list_letters import list_letters
from kashf.show.authenticity.sheet_lines import CAVEATS, SHEET_COLUMNS, ratio_number, sheet_answer, sheet_rows
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import State
from kashf.web.screens.dossier import place_address
from kashf.web.screens.params import InPath, ScreenParams
from kashf.web.screens.screen import Context, MovedError, Screen, Visit


class AuthenticityParams(ScreenParams):
    """Which document.

    Args:
        document: Its id, and behind a dot which letter of it.
    """

    document: InPath


def view(context: Context, params: AuthenticityParams) -> SheetOfDocument:
    """Return the sheet.

    Raises:
        MovedError: The id is shortened, or the document holds several letters.
        NotFoundError: There is no such document, or it holds no such letter.
    """
    document, nth = asked_letter(context.case.view, params.document)
    if not nth and any(each.letter.part for each in list_letters(context.case, document=document, limit=1).letters):
        raise MovedError(State(f"/authenticity/{document}.1", params.state()))
    found = sheet_of_document(context.case, params.document)
    if params.document not in {found.id, found.document}:
        raise MovedError(State(f"/authenticity/{found.id}", params.state()))
    return found


def page(visit: Visit[AuthenticityParams, SheetOfDocument]) -> Mapping[str, object]:
    """Return what the page shows."""
    sheet = visit.answer.sheet
    return {
        "found": visit.answer,
        "ways": [(way.value, sheet.leaning(way)) for way in Leaning],
        "number": ratio_number,
        "caveats": CAVEATS,
        "place": lambda said: place_address(said.span.document, said.span.page, said.span.start, said.span.end),
    }


def data(visit: Visit[AuthenticityParams, SheetOfDocument]) -> object:
    """Return the sheet, as `kashf authenticity --json` does."""
    return sheet_answer(visit.answer)


def rows(visit: Visit[AuthenticityParams, SheetOfDocument]) -> Spreadsheet:
    """Return a row for each mark."""
    return Spreadsheet(f"authenticity-{short_id(visit.answer.document)}", SHEET_COLUMNS, sheet_rows(visit.answer))


AUTHENTICITY: Final = Screen("/authenticity/{document}", AuthenticityParams, view, "authenticity.html", page, data, rows, under="/letters")
