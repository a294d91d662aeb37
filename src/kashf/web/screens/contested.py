"""The contested words of a case: how translators render them, and how they are settled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kashf.services.translation.contested_words import Contested, contested_words
from kashf.show.translated_words import CONTESTED_COLUMNS, contested_answer, contested_rows
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.params import ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit
from kashf.web.screens.translation import reader_at_work

#: Contested words shown; the JSON and CSV have all.
SHOWN: Final = 200


class ContestedParams(ScreenParams):
    """All of them."""


def view(context: Context, _: ContestedParams) -> tuple[Contested, ...]:
    """Return the list."""
    return contested_words(context.case, reader=reader_at_work(context))


def page(visit: Visit[ContestedParams, tuple[Contested, ...]]) -> Mapping[str, object]:
    """Return what the page shows."""
    return {"contested": visit.answer[:SHOWN], "more": max(0, len(visit.answer) - SHOWN)}


def data(visit: Visit[ContestedParams, tuple[Contested, ...]]) -> object:
    """Return what `kashf translate --contested --json` prints."""
    return {"contested": [contested_answer(each) for each in visit.answer], "open": sum(each.settled is None for each in visit.answer)}


def rows(visit: Visit[ContestedParams, tuple[Contested, ...]]) -> Spreadsheet:
    """Return a row for each."""
    return Spreadsheet("contested", CONTESTED_COLUMNS, contested_rows(visit.answer))


CONTESTED_WORDS: Final = Screen("/contested", ContestedParams, view, "contested.html", page, data, rows, under="/documents", decides=True)
