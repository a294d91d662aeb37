from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.evidence.hypotheses.board_moves import board_move
from tests.unit.evidence.hypotheses.boards import SIGNS, heuer


def test_what_was_changed_is_named_with_how_far_each_moved() -> None:
    board = heuer()
    turned = replace(board.columns[1], cells={**board.columns[1].cells, "H3": SIGNS["+"]})
    later = replace(board, columns=(board.columns[0], turned, *board.columns[2:5]))

    moved = board_move(board, later)

    assert ("took out evidence E6", "changed evidence E2 (H3)") == moved.changed
    assert ("H2", pytest.approx(0.927536), pytest.approx(0.761905)) == moved.moved[1]
    assert () == board_move(board, board).changed
