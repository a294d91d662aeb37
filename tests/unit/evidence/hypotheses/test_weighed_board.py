from __future__ import annotations

import math
import re
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.errors import BadEvidenceError
from kashf.evidence.hypotheses.board import ChanceRange, EvidenceColumn, Hypothesis, HypothesisBoard
from kashf.evidence.hypotheses.rivals import with_rivals
from kashf.evidence.hypotheses.weighed_board import weigh_board
from tests.unit.evidence.hypotheses.boards import boards, heuer


def _same(one: HypothesisBoard, other: HypothesisBoard) -> None:
    before, after = weigh_board(one), weigh_board(other)
    assert pytest.approx(before.posteriors) == after.posteriors
    ranges, others = ([end for row in done.rows for end in (row.low, row.high)] for done in (before, after))
    assert pytest.approx(ranges) == others


def test_heuers_board_comes_out_as_published() -> None:
    done = weigh_board(heuer())

    assert [3, 0, 2] == [row.against for row in done.rows]
    assert pytest.approx([0.014493, 0.927536, 0.057971], abs=5e-7) == list(done.posteriors)
    assert pytest.approx([0, *[math.log(4)] * 5]) == [column.spread for column in done.columns]
    assert pytest.approx([0, 0.249022], abs=5e-7) == [column.information for column in done.columns[:2]]
    left_out = [column.without["H2"] for column in done.columns]
    assert pytest.approx([0.9275, 0.7901, 0.7901, 0.8889, 0.8889, 0.8889], abs=5e-5) == left_out
    assert ("H2", "H2") == (done.leader, done.columns[0].leader_without)


@given(boards())
def test_posteriors_are_chances_that_sum_to_one_within_their_ranges(board: HypothesisBoard) -> None:
    done = weigh_board(board)

    assert pytest.approx(1) == math.fsum(done.posteriors)
    for row in done.rows:
        assert -1e-9 <= row.low <= row.posterior + 1e-9 <= row.high + 2e-9 <= 1 + 1e-8


@given(boards(), st.randoms(use_true_random=False))
def test_the_order_of_evidence_does_not_matter(board: HypothesisBoard, random: Random) -> None:
    columns = list(board.columns)
    random.shuffle(columns)

    _same(board, replace(board, columns=tuple(columns)))


@given(boards(), st.floats(0.02, 0.98))
def test_evidence_that_is_as_probable_under_all_changes_nothing(board: HypothesisBoard, chance: float) -> None:
    same = EvidenceColumn("E9", "tells nothing", dict.fromkeys(board.ids, ChanceRange(chance, chance)))

    _same(board, replace(board, columns=(*board.columns, same)))


@given(boards(), st.integers(0, 4))
def test_a_copy_within_its_group_changes_nothing(board: HypothesisBoard, of: int) -> None:
    column = board.columns[of % len(board.columns)]
    grouped = replace(column, group=column.group or "alone")
    columns = tuple(grouped if each is column else each for each in board.columns)

    _same(replace(board, columns=columns), replace(board, columns=(*columns, replace(grouped, id="copy"))))


@given(boards(), st.integers(0, 4), st.floats(0, 0.5), st.floats(0, 0.5))
def test_doubt_never_narrows(board: HypothesisBoard, of: int, lower: float, higher: float) -> None:
    column = board.columns[of % len(board.columns)]
    wider = {id: ChanceRange(cell.low * (1 - lower), cell.high + (1 - cell.high) * higher) for id, cell in column.cells.items()}
    columns = tuple(replace(each, cells=wider) if each is column else each for each in board.columns)

    for row, doubted in zip(
        weigh_board(board).rows, weigh_board(replace(board, columns=columns, sweep=board.sweep * (1 + lower))).rows, strict=True
    ):
        assert doubted.low <= row.low + 1e-9
        assert doubted.high >= row.high - 1e-9


@given(boards(points=True))
def test_points_without_doubt_have_ranges_without_width(board: HypothesisBoard) -> None:
    single = {column.group for column in board.columns if [each.group for each in board.columns].count(column.group) == 1}
    channels = {channel.id for channel in board.channels}
    if all(not column.group or column.group in single | channels for column in board.columns):
        for row in weigh_board(board).rows:
            assert pytest.approx((row.posterior, row.posterior), abs=1e-9) == (row.low, row.high)


def test_a_hypothesis_that_nobody_looked_at_does_not_lead_but_keeps_the_lead_unsure() -> None:
    board = heuer()
    unknown = {"H2": ChanceRange(0.05, 0.95)}
    done = weigh_board(replace(board, columns=tuple(replace(each, cells={**each.cells, **unknown}) for each in board.columns)))

    assert ("H3", False) == (done.leader, done.lead_is_sure)
    assert [0, 6, 0] == [done.rows[1].against, done.rows[1].not_looked_at, done.rows[1].for_it]


def _two(priors: tuple[float, float] | None, cells: tuple[float, float]) -> HypothesisBoard:
    rows = [Hypothesis(f"H{n}", "says", None, ChanceRange(priors[n], priors[n]) if priors else None) for n in (0, 1)]
    column = EvidenceColumn("E", "says", {f"H{n}": ChanceRange(cells[n], cells[n]) for n in (0, 1)})
    return HypothesisBoard("q", tuple(rows), (column,))


@pytest.mark.parametrize(
    ("priors", "cells", "why"),
    [
        ((0.0, 0.0), (0.5, 0.2), "H0: its prior is 0; H1: its prior is 0"),
        (None, (0.0, 0.0), "H0: E is impossible under it; H1: E is impossible under it"),
        ((0.0, 1.0), (0.5, 0.0), "H0: its prior is 0; H1: E is impossible under it"),
    ],
)
def test_nothing_leads_where_nothing_that_somebody_looked_at_is_left(
    priors: tuple[float, float] | None, cells: tuple[float, float], why: str
) -> None:
    with pytest.raises(BadEvidenceError, match=re.escape(why)):
        weigh_board(with_rivals(_two(priors, cells)))


def test_hypotheses_that_are_alike_do_not_lead() -> None:
    assert ("H1",) == weigh_board(_two(None, (0.5, 0.5))).alike
    assert () == weigh_board(_two(None, (0.6, 0.5))).alike
