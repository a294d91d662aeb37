"""What speaks against a paper stands beside it: marks of its sheet that point against it, and nothing of a paper that fits."""

from __future__ import annotations

from pathlib import Path

from kashf.domain.ids import DocumentId
from kashf.evidence.authenticity.authenticity_sheet import PaperMark
from kashf.services.cards.genuine_doubts import GenuineDoubts, genuine_doubts
from tests.unit.services.authenticity.test_sheet_of_document import FITTING, made, order, pile


def doubts(folder: Path, *paper: str) -> GenuineDoubts:
    return genuine_doubts(made(folder, {**pile(), "f": (order(*paper), "courier")}), DocumentId("f" * 64))


def test_a_weekday_that_does_not_fit_is_a_doubt_and_a_certain_contradiction(tmp_path: Path) -> None:
    number, _, signer, office = FITTING
    found = doubts(tmp_path, number, "الجمعة ١٥/٤/٢٠١٤م", signer, office)

    assert PaperMark.WEEKDAY in {each.mark for each in found.marks}
    assert found.is_contradicted
    assert found


def test_a_paper_that_fits_has_no_doubts(tmp_path: Path) -> None:
    assert not doubts(tmp_path, *FITTING)
