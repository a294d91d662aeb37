"""One letter field by field: what was read beside the words on the page, to be confirmed, corrected, or said not to be there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kashf.domain.letters.instructions import Force
from kashf.services.letters.corrections.corrected_letters import FieldCorrection, corrected_documents
from kashf.services.letters.corrections.typed_fields import ACT_KINDS
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
        document: Of which document; of a shortened id, the screen says where the letter is.
    """

    document: InPath


def view(context: Context, params: LetterFieldsParams) -> LetterList:
    """Return the letter, or none where the document is none.

    Raises:
        MovedError: The id is shortened.
        NotFoundError: There is no such document.
    """
    document = context.case.view.resolve(params.document)
    if document != params.document:
        raise MovedError(State(f"/letter/{document}", params.state()))
    return list_letters(context.case, document=document)


def page(visit: Visit[LetterFieldsParams, LetterList]) -> Mapping[str, object]:
    """Return what the page shows."""
    (record,) = visit.case.view.records([visit.case.view.resolve(visit.params.document)])
    listed = next(iter(visit.answer.letters), None)
    return {
        "record": record,
        "letter": listed,
        "fields": letter_rows(visit.case, record.id, listed),
        "told": _told(visit),
        "kinds": ACT_KINDS,
        "forces": tuple(each.value for each in Force),
    }


def _told(visit: Visit[LetterFieldsParams, LetterList]) -> Sequence[FieldCorrection]:
    """Return what people say of the document, the latest first; also that it is no letter."""
    found = visit.answer.letters
    told = found[0].corrections if found else dict(corrected_documents(visit.case))
    if isinstance(told, dict):
        corrected = told.get(visit.case.view.resolve(visit.params.document))
        told = corrected.corrections if corrected else ()
    return tuple(reversed(told))


def data(visit: Visit[LetterFieldsParams, LetterList]) -> object:
    """Return the letter, as `kashf letters CASE DOC --json` does."""
    return letters_answer(visit.answer)


def rows(visit: Visit[LetterFieldsParams, LetterList]) -> Spreadsheet:
    """Return a row for each field."""
    document = visit.case.view.resolve(visit.params.document)
    return Spreadsheet(f"letter-{document[:12]}", ("field", "stands", "read", "said_by"), _rows(visit))


def _rows(visit: Visit[LetterFieldsParams, LetterList]) -> Iterator[Sequence[Cell]]:
    document = visit.case.view.resolve(visit.params.document)
    for each in letter_rows(visit.case, document, next(iter(visit.answer.letters), None)):
        yield each.name, each.typed, "; ".join(each.read or each.stands), "; ".join(one.by for one in each.told)


LETTER_FIELDS: Final = Screen(
    "/letter/{document}", LetterFieldsParams, view, "letter_fields.html", page, data, rows, under="/letters", decides=True
)
