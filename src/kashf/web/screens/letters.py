"""The letters of a case by their date of writing, and the ways to what is told of them together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Final, Literal

from pydantic import Field

from kashf.domain.entries.delivery import Scope
from kashf.domain.letters.instructions import SpeechAct
from kashf.services.letters.enclosed_papers import all_enclosed
from kashf.services.letters.list_letters import LetterList, LetterQuery, ListedLetter, list_letters
from kashf.show.forms.spreadsheets import Cell
from kashf.show.letters.letter_lines import letters_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.params import Filter, ScreenParams
from kashf.web.screens.screen import Context, Nav, Screen, Visit

#: Letters on one page, and in one piece of the JSON; the CSV has all.
PAGE_LENGTH: Final = 50
PIECE_LENGTH: Final = 1000
#: Acts and cited papers of one letter that the list shows; its own page has all.
SHOWN: Final = 3
_HEADER: Final = ("id", "document", "path", "date", "date_as_written", "number", "from", "to", "does", "subject", "signed", "cites", "acts")


class LettersParams(ScreenParams):
    """Letters.

    Args:
        containing: Words of an office, an addressee, a signatory, the subject, a number or a path.
        does: Only papers that do this; "" for all.
        collection: Which collection to tell of.
        after: Letters to pass over.
    """

    containing: Filter = ""
    does: SpeechAct | Literal[""] = ""
    collection: Scope = Scope.LEAK
    after: Annotated[int, Field(ge=0, le=10_000_000)] = 0

    def query(self) -> LetterQuery:
        """Return which letters are listed."""
        return LetterQuery(self.containing, self.does or None, self.collection)


def view(context: Context, params: LettersParams) -> LetterList:
    """Return a piece of the list."""
    return list_letters(context.case, params.query(), after=params.after, limit=PIECE_LENGTH if params.is_whole else PAGE_LENGTH)


def page(visit: Visit[LettersParams, LetterList]) -> Mapping[str, object]:
    """Return what the page shows."""
    return {"found": visit.answer, "kinds": tuple(SpeechAct), "shown": SHOWN}


def data(visit: Visit[LettersParams, LetterList]) -> object:
    """Return the piece, as `kashf letters --json` does."""
    return letters_answer(visit.answer, all_enclosed(visit.case, visit.answer.letters))


def rows(visit: Visit[LettersParams, LetterList]) -> Spreadsheet:
    """Return a row for each letter."""
    found = list_letters(visit.case, visit.params.query(), limit=None)
    return Spreadsheet("letters", _HEADER, map(_row, found.letters))


def _row(listed: ListedLetter) -> Sequence[Cell]:
    letter, signed = listed.letter, listed.letter.signatory
    return (
        *(listed.id, listed.document, listed.path, letter.written.date.edtf() if letter.written else ""),
        *(letter.written.said.text if letter.written else "", letter.number.normal if letter.number else ""),
        *(_all(each.text for each in letter.offices), _all(each.said.text for each in letter.addressees)),
        *(letter.speech_act.value if letter.speech_act else "", letter.subject.text if letter.subject else ""),
        _all(each.text for each in (signed.name, signed.post, signed.office) if each) if signed else "",
        *(_all(each.said.text for each in letter.cited), _all(f"{each.force.value}: {each.kind}" for each in letter.acts)),
    )


def _all(words: Iterator[str]) -> str:
    return "; ".join(words)


LETTERS: Final = Screen("/letters", LettersParams, view, "letters.html", page, data, rows, nav=Nav("letters", "l"))
