"""What the bench of the second hand tells the engines, and how it scores them."""

import json

import pytest

from benchmarks.evidence.bench_second_hand import (
    KIND,
    REPORT_LINES,
    ToldBoard,
    board_file,
    board_line,
    brier,
    calibration_error,
    channel_line,
    checks_file,
    ratio_of_reports,
    report_line,
)
from benchmarks.evidence.second_boards import BoardWorld, exact_posterior, make_boards
from benchmarks.evidence.second_channels import ChannelWorld, make_channels
from benchmarks.evidence.second_reports import ReportWorld, exact_ratio
from kashf.evidence.hypotheses.read_board import read_board
from kashf.evidence.hypotheses.weighed_board import weigh_board
from kashf.evidence.reliability.track_record import RecordAssumptions


def test_boards_come_to_bayes_rule_where_all_is_told() -> None:
    for board in make_boards(BoardWorld(), 40, seed=3):
        weighed = weigh_board(read_board(board_file(board, ToldBoard())))
        assert weighed.posteriors == pytest.approx(exact_posterior(board), abs=1e-9)


@pytest.mark.parametrize("reports", [(1,), (3,), (5, 2), (1, 4, 2)])
def test_reports_come_to_the_methods_ratio(reports: tuple[int, ...]) -> None:
    assert ratio_of_reports(reports) == pytest.approx(exact_ratio(reports, ReportWorld()), rel=1e-9)


def test_of_a_hand_over_one_file_is_told_where_asked() -> None:
    channel = next(make_channels(ChannelWorld(files=5, alike=0.6, handovers=(4, 4)), 1, seed=1))

    assert len(json.loads(checks_file(channel, "each file"))["checks"]) == 20
    assert sorted(check["years"] for check in json.loads(checks_file(channel, "a file of each hand-over"))["checks"]) == [1, 2, 3, 4]


def test_scores_are_best_for_what_is_true_and_an_answer_that_is_missing_counts() -> None:
    assert brier([1, 0], 0) == 0
    assert brier([1, 0], 1) == brier([1, 0], None) == 2
    assert brier([0.25, 0.25], None) == pytest.approx(0.375)


def test_the_calibration_error_is_the_gap_in_each_bin_by_its_number() -> None:
    assert calibration_error([(0.75, True), (0.75, True), (0.75, True), (0.75, False)]) == 0
    assert calibration_error([(1.0, False), (0.0, False)]) == pytest.approx(0.5)


def test_each_kind_of_line_tells_a_score() -> None:
    assert REPORT_LINES[0][0] == KIND
    lines = (
        channel_line(ChannelWorld(), RecordAssumptions(), "each file", count=5, seed=1),
        report_line(ReportWorld(), count=5, seed=1),
        board_line(BoardWorld(), ToldBoard(), count=5, seed=1),
    )
    assert all(0 <= float(line.split()[0]) <= 2 for line in lines)
