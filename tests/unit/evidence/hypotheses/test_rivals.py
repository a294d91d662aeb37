from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.evidence.hypotheses.board import ChanceRange, EvidenceChannel, Hypothesis, RivalKind
from kashf.evidence.hypotheses.posterior_ranges import prior_points
from kashf.evidence.hypotheses.rivals import RIVAL_SENTENCES, with_rivals
from kashf.evidence.hypotheses.weighed_board import weigh_board
from tests.unit.evidence.hypotheses.boards import heuer


def test_all_rivals_stand_there_the_sources_selection_among_them() -> None:
    board = with_rivals(heuer())

    assert set(RivalKind) == {each.rival for each in board.hypotheses if each.is_added} == RIVAL_SENTENCES.keys()
    assert board == with_rivals(board)
    assert all(row.not_looked_at == 6 for row in weigh_board(board).rows if row.is_added)


def test_a_rival_that_stands_there_is_not_put_in_again_and_priors_make_room() -> None:
    rows = tuple(
        Hypothesis(id, id, kind, ChanceRange(prior, prior))
        for id, kind, prior in (("H1", RivalKind.AS_READ, 0.5), ("H2", RivalKind.SOURCE_FORGED, 0.3), ("H3", None, 0.2))
    )
    channel = EvidenceChannel("courier", ChanceRange(0.9, 0.9), heuer().columns[0].cells)
    board = replace(heuer(), hypotheses=rows, columns=(replace(heuer().columns[0], group="courier"),), channels=(channel,))

    points = prior_points(with_rivals(board))

    assert 8 == len(points)
    assert pytest.approx({"H1": 0.1875, "H3": 0.075, "selection": 0.125}) == {id: points[id] for id in ("H1", "H3", "selection")}
