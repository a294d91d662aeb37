"""The second maker of boards makes what its fields say."""

import dataclasses
import statistics

import pytest

from benchmarks.evidence.second_boards import BoardWorld, MadeBoard, ToldPiece, exact_posterior, make_boards, naive_posterior


def made(world: BoardWorld, count: int = 2000) -> list[MadeBoard]:
    return list(make_boards(world, count, seed=5))


def overconfidence(boards: list[MadeBoard]) -> float:
    """How much more sure of its leader Bayes' rule is, for what is told, than it is right."""
    posteriors = [exact_posterior(board) for board in boards]
    sure = statistics.fmean(max(posterior) for posterior in posteriors)
    return sure - statistics.fmean(
        posterior.index(max(posterior)) == board.true for posterior, board in zip(posteriors, boards, strict=True)
    )


def test_the_same_seed_makes_the_same_boards() -> None:
    assert made(BoardWorld(off_bands=1), 40) == made(BoardWorld(off_bands=1), 40)


def test_believed_evidence_is_multiplied() -> None:
    signs = ["+++", "++-", "++-", "-++", "-++", "-++"]
    pieces = [ToldPiece(tuple(0.8 if sign == "+" else 0.2 for sign in row), number, 0.5) for number, row in enumerate(signs)]
    board = MadeBoard(3, tuple(pieces), 1.0, 1.0, 1)

    assert naive_posterior(board) == pytest.approx((0.014493, 0.927536, 0.057971), abs=1e-6)
    assert exact_posterior(board) == pytest.approx(naive_posterior(board))


def test_no_number_of_pieces_of_one_channel_makes_more_of_it_than_its_cap() -> None:
    piece = ToldPiece((0.95, 0.05), 0, 0.5)
    alone, many = (exact_posterior(MadeBoard(2, (piece,) * count, 0.9, 1.0, 0))[0] for count in (2, 40))

    assert alone < many
    assert naive_posterior(MadeBoard(2, (piece,) * 40, 0.9, 1.0, 0))[0] == pytest.approx(1)
    assert exact_posterior(MadeBoard(2, (piece,) * 2, 0.0, 1.0, 0)) == (0.5, 0.5)


def test_in_the_kind_world_bayes_rule_is_as_sure_as_it_is_right() -> None:
    assert overconfidence(made(BoardWorld())) == pytest.approx(0, abs=0.025)


@pytest.mark.parametrize(
    "changes",
    [
        {"overstated": 3.0},
        {"reliability": 0.3},
        {"unlisted": 0.4},
        {"off_bands": 3.0},
        {"split": True, "reliability": 0.5},
        {"one_hand": True, "reliability": 0.5},
    ],
)
def test_each_unkindness_makes_it_surer_than_right(changes: dict[str, float]) -> None:
    assert overconfidence(made(dataclasses.replace(BoardWorld(), **changes))) > 0.035


def test_pieces_against_the_first_hypothesis_are_left_out_and_it_is_true_more_often_where_skewed() -> None:
    def mean_lead(boards: list[MadeBoard]) -> float:
        return statistics.fmean(exact_posterior(board)[0] for board in boards)

    assert mean_lead(made(BoardWorld(picked=True))) > mean_lead(made(BoardWorld())) + 0.03
    assert statistics.fmean(board.true == 0 for board in made(BoardWorld(skewed=3.0))) == pytest.approx(0.5, abs=0.03)
    assert statistics.fmean(board.true is None for board in made(BoardWorld(unlisted=0.4))) == pytest.approx(0.4, abs=0.03)
