"""What a delivery says of itself: whose archive it seems to come from, and in what order it came."""

from __future__ import annotations

from dataclasses import dataclass

from kashf.services.case.brought.additions import Addition
from kashf.services.case.brought.archive_tally import ArchiveSigns, archive_signs_of
from kashf.services.case.brought.pile_order import PileOrder, pile_order
from kashf.services.case.open import OpenCase


@dataclass(frozen=True, slots=True)
class PileReport:
    """What a delivery says of itself.

    Args:
        addition: Which.
        archive: Whose archive it seems to come from.
        order: In what order it came.
    """

    addition: Addition
    archive: ArchiveSigns
    order: PileOrder


def pile_report(case: OpenCase, addition: Addition) -> PileReport:
    """Return what a delivery says of itself."""
    with case.view.snapshot():
        return PileReport(addition, archive_signs_of(case.view, addition.receipts), pile_order(case.view, addition.receipts))
