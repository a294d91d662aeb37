"""The acts that registers tell of: papers that are not here, and deliveries. A paper that is here is its own act, and its row none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kashf.domain.acts.act import Act
from kashf.domain.date import FuzzyDate
from kashf.domain.document import Span
from kashf.domain.entries.delivery import Scope
from kashf.domain.ids import DocumentId
from kashf.domain.letters.logged_paper import BookKind, LoggedPaper
from kashf.events.acts.acts_of_rows import act_of_row
from kashf.events.offices.office_index import OfficeIndex, OfficeKey
from kashf.ports.stages import LOGGED
from kashf.services.case.collections import narrow
from kashf.services.case.open import OpenCase
from kashf.services.letters.list_letters import ListedLetter
from kashf.services.registers.kept_registers import kept_registers


@dataclass(frozen=True, slots=True)
class LoggedActs:
    """Acts that registers tell of.

    Args:
        acts: One for each paper that is not here, and for each delivery.
        paths: Where each register was seen first.
        rows: How many rows there are.
        of_letters: How many of them name a letter that is here, or may.
        again: How many name a paper that another row names, too.
        cut: How many registers were not read to their end.
    """

    acts: tuple[Act, ...] = ()
    paths: Mapping[DocumentId, str] = field(default_factory=dict)
    rows: int = 0
    of_letters: int = 0
    again: int = 0
    cut: int = 0


_NONE: Final = LoggedActs()


def logged_acts(case: OpenCase, letters: Sequence[ListedLetter], offices: OfficeIndex, *, scope: Scope, taken: Sequence[Act]) -> LoggedActs:
    """Return the acts that the registers of a case tell of, none of which a letter that is here tells of.

    Args:
        case: Which case.
        letters: Those that are here, copies once.
        offices: Those of the letters.
        scope: Of which collection.
        taken: Acts that are there already, of which the places in their documents are not given again.
    """
    if not narrow(case, scope).case.view.stage_rows(LOGGED):
        return _NONE
    kept = kept_registers(case, scope=scope)
    named = {each.at for each in kept.registers.logged}
    again = {span for each in kept.registers.never_seen for span in each.logged_at[1:]}
    days = _days_of_offices(letters, offices)
    begin = Counter(act.document for act in taken)
    acts: list[Act] = []
    counts: Counter[str] = Counter()
    for document, rows in kept.books.rows.items():
        for row in rows:
            why = _left_out(row, named, again, days, offices)
            counts[why] += 1
            if not why:
                acts.append(act_of_row(document, begin[document], row, offices))
                begin[document] += 1
    places = case.view.places(list(kept.books.rows))
    paths = {id: next(iter(places.get(id, ())), "") for id in kept.books.rows}
    return LoggedActs(tuple(acts), paths, counts.total(), counts["here"], counts["again"], kept.books.cut)


def _left_out(
    row: LoggedPaper,
    named: Collection[Span],
    again: Collection[Span],
    days: Mapping[OfficeKey, Sequence[FuzzyDate]],
    offices: OfficeIndex,
) -> str:
    """Return why a row is no act of its own; "" where it is one. Without a number its office and day may be those of a letter here."""
    if row.book is BookKind.DELIVERIES:
        return ""
    if row.number:
        return "here" if row.said.span in named else "again" if row.said.span in again else ""
    office = offices.which([row.sender.text]).office if row.sender else None
    if row.date and office and any((each.earliest, each.latest) == (row.date.date.earliest, row.date.date.latest) for each in days[office]):
        return "here"
    return ""


def _days_of_offices(letters: Sequence[ListedLetter], offices: OfficeIndex) -> Mapping[OfficeKey, Sequence[FuzzyDate]]:
    found: dict[OfficeKey, list[FuzzyDate]] = defaultdict(list)
    for each in letters:
        office = offices.which([line.text for line in each.letter.offices]).office
        if office and each.letter.written:
            found[office].append(each.letter.written.date)
    return found
