"""The authenticity sheet of a document: what its marks say, each held against papers that came by other channels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kashf.domain.entries.delivery import Scope
from kashf.domain.ids import DocumentId
from kashf.evidence.authenticity.authenticity_sheet import AuthenticitySheet, MarkSeen, WhyUnknown, sheet_without
from kashf.services.authenticity.copy_marks import copy_marks
from kashf.services.authenticity.day_marks import day_marks
from kashf.services.authenticity.number_mark import number_mark
from kashf.services.authenticity.office_marks import office_marks
from kashf.services.authenticity.papers_beside import papers_beside
from kashf.services.authenticity.post_holder_mark import post_holder_mark
from kashf.services.case.open import OpenCase
from kashf.services.letters.asked_letter import asked_letter, letters_asked, nth_of
from kashf.services.letters.list_letters import ListedLetter


@dataclass(frozen=True, slots=True)
class SheetOfDocument:
    """The sheet of a document, for the desk alone.

    Args:
        document: Which.
        id: What its letter is called; the document where it holds none.
        path: Where it was seen first.
        channels: By which channels it or a copy of it came.
        sheet: What its marks say.
        paths: Where each paper that is cited was seen first.
        others: Letters that came by another channel, copies once.
        same: Letters that came by its channels alone: it is never held against them.
        is_masked: Whether some of it is sealed: what is sealed is not looked at.
    """

    document: DocumentId
    id: str
    path: str
    channels: tuple[str, ...]
    sheet: AuthenticitySheet
    paths: Mapping[DocumentId, str]
    others: int = 0
    same: int = 0
    is_masked: bool = False


def sheet_of_document(case: OpenCase, asked: str, *, scope: Scope = Scope.LEAK) -> SheetOfDocument:
    """Return the sheet of a document.

    Args:
        case: Which case.
        asked: The beginning of the document's id, and behind a dot which letter of it where it holds several.
        scope: Of which collection the papers are that it is held against.

    Raises:
        NotFoundError: There is no such document, or it holds no such letter.
        UsageError: It holds several letters, and nobody says which is meant.
    """
    with case.view.snapshot():
        document, nth = asked_letter(case.view, asked)
        letters = letters_asked(case, document, nth)
        listed = next((each for each in letters if nth in {0, nth_of(each)}), None)
        if listed is None:
            path = next(iter(case.view.places([document]).get(document, ())), "")
            came = case.view.channels([document]).get(document, ())
            return SheetOfDocument(document, document, path, came, sheet_without({}, WhyUnknown.NO_LETTER), {document: path})
        return _sheet(case, listed, scope)


def _sheet(case: OpenCase, listed: ListedLetter, scope: Scope) -> SheetOfDocument:
    beside = papers_beside(case, listed, scope=scope)
    marks = [
        *day_marks(case, beside, scope),
        number_mark(case, beside, scope),
        *office_marks(beside),
        post_holder_mark(case, beside),
        *copy_marks(case, beside),
    ]
    cited = _cited(marks) | {listed.document}
    return SheetOfDocument(
        listed.document,
        listed.id,
        listed.path,
        beside.channels,
        sheet_without({each.mark: each for each in marks}),
        {id: next(iter(places), "") for id, places in case.view.places(sorted(cited)).items()},
        len(beside.others),
        len(beside.same),
        listed.is_masked,
    )


def _cited(marks: list[MarkSeen]) -> set[DocumentId]:
    return {said.span.document for each in marks for said in each.said}
