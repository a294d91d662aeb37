from __future__ import annotations

import itertools

from hypothesis import given

from kashf.evidence.hypotheses.board import ChanceRange, EvidenceChannel, EvidenceColumn, Hypothesis, HypothesisBoard
from kashf.evidence.hypotheses.fragility import Upset, if_lying, leader_of, overturnings
from kashf.evidence.hypotheses.group_likelihoods import group_likelihoods
from kashf.evidence.hypotheses.posterior_ranges import posterior_points, prior_points
from tests.unit.evidence.hypotheses.boards import boards, heuer


def _fewest(board: HypothesisBoard, how: Upset) -> int | None:
    """Return how many groups the smallest upset has, by trying all of them."""
    groups, priors = group_likelihoods(board), prior_points(board)
    first = leader_of(posterior_points(priors, [group.point for group in groups]), board.ids)
    able = [group for group in groups if how is Upset.REMOVED or group.if_lying]
    for count in range(1, len(able) + 1):
        for taken in itertools.combinations(able, count):
            kept = [group.point for group in groups if group not in taken]
            lying = [group.if_lying for group in taken if group.if_lying] if how is Upset.DISTRUSTED else []
            after = posterior_points(priors, [*kept, *lying])
            if max(after[id] for id in board.ids if id != first) > after[first] * (1 + 1e-7):
                return count
    return None


@given(boards())
def test_no_smaller_upset_makes_another_lead(board: HypothesisBoard) -> None:
    found = {each.how: len(each.groups) for each in overturnings(prior_points(board), group_likelihoods(board), board.ids)}

    for how in Upset:
        assert _fewest(board, how) == found.get(how)


def test_if_the_courier_lied_the_third_leads() -> None:
    rows = tuple(Hypothesis(id, id) for id in ("H1", "H2", "H3"))

    def cells(*chances: float) -> dict[str, ChanceRange]:
        return {row.id: ChanceRange(chance, chance) for row, chance in zip(rows, chances, strict=True)}

    columns = (
        EvidenceColumn("letter", "a letter", cells(0.9, 0.2, 0.6), "courier"),
        EvidenceColumn("film", "a film", cells(0.6, 0.5, 0.5)),
    )
    board = HypothesisBoard("?", rows, columns, (EvidenceChannel("courier", ChanceRange(0.9, 0.9), cells(0.1, 0.1, 0.9)),))
    groups, priors = group_likelihoods(board), prior_points(board)

    (told,) = if_lying(priors, groups, board.ids)
    (distrusted,) = [each for each in overturnings(priors, groups, board.ids) if each.how is Upset.DISTRUSTED]

    assert ("courier", "H3") == (told.group, told.leader)
    assert (("courier",), "H3") == (distrusted.groups, distrusted.leader)


def test_a_board_that_nothing_turns_over_says_so_by_saying_nothing() -> None:
    rows = tuple(Hypothesis(id, id) for id in ("H1", "H2"))
    cells = {"H1": ChanceRange(0.9, 0.9), "H2": ChanceRange(0.1, 0.1)}
    board = HypothesisBoard("?", rows, (EvidenceColumn("E", "e", cells),))

    assert () == overturnings({"H1": 0.9, "H2": 0.1}, group_likelihoods(board), board.ids)


def test_pieces_without_which_two_lead_alike_do_not_make_another_lead() -> None:
    board = heuer()

    assert () == overturnings(prior_points(board), group_likelihoods(board), board.ids)
