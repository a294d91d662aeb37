from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.errors import BadEvidenceError
from kashf.evidence.hypotheses.board import BANDS, ChanceRange, EvidenceChannel, HypothesisBoard
from tests.unit.evidence.hypotheses.boards import heuer


def test_bands_are_those_of_the_paper() -> None:
    assert [0.95, 0.8, 0.5, 0.2, 0.05] == list(BANDS.values())


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"columns": ()}, "one piece of evidence"),
        ({"hypotheses": heuer().hypotheses[:1]}, "two hypotheses"),
        ({"columns": heuer().columns[:1] * 2}, "duplicate evidence: E1"),
        ({"hypotheses": heuer().hypotheses[:2]}, "a cell for 'H3', which is no hypothesis"),
        ({"columns": (replace(heuer().columns[0], cells={}),)}, "no cell for 'H1'; write"),
        ({"columns": (replace(heuer().columns[0], authentic=ChanceRange(0.5, 0.9)),)}, "fabricated of E1: no cell"),
        ({"channels": (EvidenceChannel("radio", ChanceRange(1, 1), heuer().columns[0].cells),)}, "no evidence came through 'radio'"),
        ({"hypotheses": (replace(heuer().hypotheses[0], prior=ChanceRange(0.5, 0.5)), *heuer().hypotheses[1:])}, "or none has"),
        ({"sweep": 0.5}, "factor from 1"),
    ],
)
def test_a_board_that_cannot_be_weighed_is_refused(changed: dict[str, object], message: str) -> None:
    with pytest.raises(BadEvidenceError, match=message):
        replace(heuer(), **changed)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(("low", "high"), [(-0.1, 0.5), (0.5, 1.1), (0.6, 0.5), (float("nan"), 0.5)])
def test_a_likelihood_outside_nought_to_one_is_refused(low: float, high: float) -> None:
    with pytest.raises(BadEvidenceError, match=r"0\.\.1"):
        ChanceRange(low, high)


def test_rows_are_kept_in_their_order() -> None:
    board: HypothesisBoard = heuer()

    assert ("H1", "H2", "H3") == board.ids
