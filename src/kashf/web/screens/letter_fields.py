"""One letter field by field: what was read beside the words on the page, to be confirmed, corrected, or said not to be there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kashf.domain.ids import short_id
from kashf.domain.letters.instructions import Force
from kashf.services.letters.asked_letter import asked_letter, letters_asked
from kashf.services.letters.corrections.corrected_letters import FieldCorrection, corrected_documents
from kashf.services.letters.corrections.typed_fields import ACT_KINDS
from kashf.services.letters.enclosed_papers import all_enclosed
from kashf.services.letters.list_letters import LetterList, list_letters
from kashf.show.forms.spreadsheets import Cell
from kashf.show.letters.letter_lines import letters_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import State
from kashf.web.screens.params import InPath, ScreenParams
from kashf.web.screens.screen import Context, MovedError, Screen, Visit
from kashf.web.text.letter_fields import letter_rows


class LetterFieldsParams(ScreenParams):
    """Which letter.

    Args:
        document: Of which document, and behind a dot which letter of it; of a shortened id, or of a document that holds several letters
            without saying which, the screen says where the letter is.
    """

    document: InPath


def view(context: Context, params: LetterFieldsParams) -> LetterList:
    """Return the letter, or none where the document is none.

    Raises:
        MovedError: The id is shortened.
        NotFoundError: There is no such document, or it holds no such letter.
    """
    document, nth = asked_letter(context.case.view, params.document)
    if not nth and any(each.letter.part for each in list_letters(context.case, document=document, limit=1).letters):
        raise MovedError(State(f"/letter/{document}.1", params.state()))
    letters_asked(context.case, document, nth)
    id = f"{document}.{nth}" if nth else document
    if id != params.document:
        raise MovedError(State(f"/letter/{id}", params.state()))
    return list_letters(context.case, document=document, nth=nth)


def page(visit: Visit[LetterFieldsParams, LetterList]) -> Mapping[str, object]:
    """Return what the page shows."""
    document, nth = asked_letter(visit.case.view, visit.params.document)
    (record,) = visit.case.view.records([document])
    listed = next(iter(visit.answer.letters), None)
    return {
        "record": record,
        "letter": listed,
        "fields": letter_rows(visit.case, record.id, listed),
        "told": _told(visit),
        "parts": letters_asked(visit.case, document, nth) if nth else (),
        "asked": visit.params.document,
        "nth": nth,
        "kinds": ACT_KINDS,
        "forces": tuple(each.value for each in Force),
    }


def _told(visit: Visit[LetterFieldsParams, LetterList]) -> Sequence[FieldCorrection]:
    """Return what people say of the document, the latest first; also that it is no letter."""
    found = visit.answer.letters
    document, nth = asked_letter(visit.case.view, visit.params.document)
    if found:
        return tuple(reversed(found[0].corrections))
    none = (each for id, each in corrected_documents(visit.case) if id == document and max(each.nth, 1) == max(nth, 1))
    return tuple(reversed([one for each in none for one in each.corrections]))


def data(visit: Visit[LetterFieldsParams, LetterList]) -> object:
    """Return the letter, as `kashf letters CASE DOC --json` does."""
    return letters_answer(visit.answer, all_enclosed(visit.case, visit.answer.letters))


def rows(visit: Visit[LetterFieldsParams, LetterList]) -> Spreadsheet:
    """Return a row for each field."""
    return Spreadsheet(f"letter-{short_id(visit.params.document)}", ("field", "stands", "read", "said_by"), _rows(visit))


def _rows(visit: Visit[LetterFieldsParams, LetterList]) -> Iterator[Sequence[Cell]]:
    document, _ = asked_letter(visit.case.view, visit.params.document)
    for each in letter_rows(visit.case, document, next(iter(visit.answer.letters), None)):
        yield each.name, each.typed, "; ".join(each.read or each.stands), "; ".join(one.by for one in each.told)


LETTER_FIELDS: Final = Screen(
    "/letter/{document}", LetterFieldsParams, view, "letter_fields.html", page, data, rows, under="/letters", decides=True
)
