"""The act that one row of a register tells of: a paper was written to somebody, or something was handed over."""

from __future__ import annotations

from kashf.domain.acts.act import Act, ActBasis, ActDay, ActOrigin, ActWords, DayRule, WhoRule
from kashf.domain.date import UNDATED
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import SpeechAct
from kashf.domain.letters.logged_paper import BookKind, LoggedPaper
from kashf.domain.letters.said import Said
from kashf.events.offices.office_index import OfficeIndex

#: What is done with things that a register of deliveries lists, by its code in the tables.
_DELIVERED = "deliver"


def act_of_row(document: DocumentId, nth: int, row: LoggedPaper, offices: OfficeIndex) -> Act:
    """Return the act of a row; the register is its source, and no letter.

    Args:
        document: Whose row it is.
        nth: Which act of the document it is to be.
        row: What it says.
        offices: Those of all letters of the case.
    """
    is_paper = row.book is not BookKind.DELIVERIES
    date = row.date.date if row.date else UNDATED
    which = offices.which([row.sender.text]).office if row.sender else None
    rule = (DayRule.WRITING if is_paper else DayRule.NAMED) if date.is_known else DayRule.UNKNOWN
    return Act(
        document=document,
        nth=nth,
        origin=ActOrigin.REGISTER,
        basis=ActBasis.ROW,
        kind=SpeechAct.LETTER.value if is_paper else _DELIVERED,
        said=ActWords(row.said.text, row.said.span),
        score=row.said.score,
        office=_some(row.sender),
        office_id=which.id if which else "",
        who=tuple(filter(None, [_some(row.sender)])),
        who_rule=WhoRule.NAMED if row.sender else WhoRule.UNKNOWN,
        whom=tuple(filter(None, [_some(row.receiver)])),
        things=row.things,
        start=None if is_paper else _some(row.sender),
        goal=None if is_paper else _some(row.receiver),
        written=date if is_paper else UNDATED,
        when=ActDay(date, rule),
    )


def _some(said: Said | None) -> ActWords | None:
    return ActWords(said.text, said.span) if said else None
