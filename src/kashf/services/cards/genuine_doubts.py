"""What speaks against a paper on a card's board being genuine: marks of its authenticity sheet, and certain contradictions.

The ratios of a sheet are not multiplied, nor do they weigh on the board: a person looks at them and sets a band.
"""

from __future__ import annotations

from dataclasses import dataclass

from kashf.domain.ids import DocumentId
from kashf.evidence.authenticity.authenticity_sheet import MarkSeen
from kashf.evidence.authenticity.mark_ratio import Leaning
from kashf.services.authenticity.sheet_of_document import sheet_of_document
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.open import OpenCase
from kashf.services.contradictions.contradicted_papers import contradicted_papers
from kashf.services.letters.asked_letter import letters_asked, nth_of


@dataclass(frozen=True, slots=True)
class GenuineDoubts:
    """What speaks against a paper.

    Args:
        document: Which.
        marks: Marks of its sheet that speak against it, of each of its letters.
        is_contradicted: Whether a contradiction is certain in which it stands.
    """

    document: DocumentId
    marks: tuple[MarkSeen, ...] = ()
    is_contradicted: bool = False

    def __bool__(self) -> bool:
        return bool(self.marks) or self.is_contradicted


def genuine_doubts(case: OpenCase, document: DocumentId) -> GenuineDoubts:
    """Return what speaks against a paper being genuine; nothing of one that holds no letter, but contradictions."""
    letters = letters_asked(case, document, 0)
    asked = [f"{document}.{nth_of(each)}" for each in letters] if len(letters) > 1 else [document]
    marks = [mark for each in asked for mark in sheet_of_document(case, each).sheet.leaning(Leaning.AGAINST)]
    leader = witnesses(case.view, {document}).get(document, document)
    return GenuineDoubts(document, tuple(marks), contradicted_papers(case).get(leader, False))
