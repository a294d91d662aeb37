"""How a delivery came: who held it, sealed until asked for; whose archive it seems to come from; in what order it came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.services.case.brought.additions import additions, find_addition
from kashf.services.case.brought.archive_tally import ArchiveTally, LetterOrigin
from kashf.services.case.brought.pile_report import PileReport, pile_report
from kashf.services.case.brought.whose_archive import Whose
from kashf.services.ledger.handover import Handover, handovers
from kashf.show.brought.handover_words import handover_answer
from kashf.show.forms.spreadsheets import Cell
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.params import Filter, ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit

#: Letters, folders, gaps and sessions that are shown; the files have all.
SHOWN: Final = 200
SHOWN_GAPS: Final = 20
_HEADER: Final = ("is", "folder", "place", "path", "document", "whose", "stamp", "strong", "page", "start", "end", "text", "day")


class HandoverParams(ScreenParams):
    """One delivery.

    Args:
        receipt: Its number, or the beginning of its id; "" for the choice alone.
        whose: Only letters that seem to come from there; "" for all with a sign.
        sealed: Open what is sealed: who gave it to whom.
    """

    receipt: Filter = ""
    whose: Whose | None = None
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Handed:
    """A delivery with what is recorded of it."""

    report: PileReport
    handovers: tuple[Handover, ...]


def view(context: Context, params: HandoverParams) -> Handed | None:
    """Return what a delivery says of itself and what is recorded of it; None when no receipt is asked for.

    Raises:
        NotFoundError: There is no such receipt.
    """
    if not params.receipt:
        return None
    addition = find_addition(context.case, params.receipt)
    return Handed(pile_report(context.case, addition), handovers(context.case, addition, with_notes=params.sealed))


def page(visit: Visit[HandoverParams, Handed | None]) -> Mapping[str, object]:
    """Return what the page shows."""
    found, receipts = visit.answer, additions(visit.case)
    if found is None:
        return {"found": None, "receipts": receipts}
    archive, order = found.report.archive, found.report.order
    return {
        "found": found,
        "receipts": receipts,
        "archive": archive,
        "order": order,
        "counts": _counts(archive.tally),
        "folders": [(folder, _counts(tally), tally.letters) for folder, tally in archive.by_folder.items()],
        "letters": [each for each in archive.letters if visit.params.whose in {None, each.whose}],
        "hops": [_hops(each) for each in found.handovers],
        "shown": SHOWN,
        "shown_gaps": SHOWN_GAPS,
    }


def data(visit: Visit[HandoverParams, Handed | None]) -> object:
    """Return what `kashf handover --json` prints; what is sealed only where it was asked for."""
    return handover_answer(visit.answer.report, visit.answer.handovers) if visit.answer else {}


def rows(visit: Visit[HandoverParams, Handed | None]) -> Spreadsheet:
    """Return a row for each sign of a letter, then one for each thing in the order in which it was listed; nothing that is sealed."""
    found = visit.answer
    return Spreadsheet("handover", _HEADER, (*_signs(found.report.archive.letters), *_listed(found.report)) if found else ())


def _counts(tally: ArchiveTally) -> Sequence[tuple[Whose, int]]:
    return [(whose, int(getattr(tally, whose.value.replace("-", "_")))) for whose in Whose]


def _hops(handover: Handover) -> Sequence[Mapping[str, str]]:
    hops = (handover.note or {}).get("hops")
    return [{word: str(said) for word, said in hop.items()} for hop in hops if isinstance(hop, dict)] if isinstance(hops, list) else []


def _signs(letters: Sequence[LetterOrigin]) -> Iterator[Sequence[Cell]]:
    for each in letters:
        for sign in each.signs:
            span = sign.span
            where = (sign.stamp.value, int(sign.is_strong), span.page, span.start, span.end, sign.text, sign.day)
            yield ("sign", "", "", each.path, each.document, each.whose.value, *where)


def _listed(report: PileReport) -> Iterator[Sequence[Cell]]:
    for folder in report.order.folders:
        for place, name in enumerate(folder.listed):
            yield ("listed", folder.folder, place, name, *([""] * 9))


HANDOVER: Final = Screen("/handover", HandoverParams, view, "handover.html", page, data, rows, under="/")
